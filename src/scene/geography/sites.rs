//! Where the states are. Made by `cargo xtask outlines`; do not edit.

use super::{Bounds, Point, Site};

/// The eleven states, by code.
pub const SITES: [Site; 11] = [
    Site {
        code: "BRN",
        bounds: Bounds { left: 504, top: 435, right: 527, bottom: 454 },
        centre: Point { x: 514, y: 443 },
        label: Point { x: 627, y: 462 },
        is_small: true,
    },
    Site {
        code: "IDN",
        bounds: Bounds { left: 169, top: 411, right: 985, bottom: 720 },
        centre: Point { x: 385, y: 648 },
        label: Point { x: 496, y: 547 },
        is_small: false,
    },
    Site {
        code: "KHM",
        bounds: Bounds { left: 300, top: 259, right: 393, bottom: 336 },
        centre: Point { x: 343, y: 295 },
        label: Point { x: 343, y: 296 },
        is_small: false,
    },
    Site {
        code: "LAO",
        bounds: Bounds { left: 270, top: 116, right: 395, bottom: 274 },
        centre: Point { x: 311, y: 169 },
        label: Point { x: 316, y: 180 },
        is_small: false,
    },
    Site {
        code: "MMR",
        bounds: Bounds { left: 140, top: 5, right: 290, bottom: 339 },
        centre: Point { x: 209, y: 129 },
        label: Point { x: 204, y: 113 },
        is_small: false,
    },
    Site {
        code: "MYS",
        bounds: Bounds { left: 248, top: 393, right: 598, bottom: 510 },
        centre: Point { x: 292, y: 447 },
        label: Point { x: 507, y: 471 },
        is_small: false,
    },
    Site {
        code: "PHL",
        bounds: Bounds { left: 556, top: 176, right: 728, bottom: 434 },
        centre: Point { x: 628, y: 227 },
        label: Point { x: 723, y: 260 },
        is_small: false,
    },
    Site {
        code: "SGP",
        bounds: Bounds { left: 317, top: 496, right: 324, bottom: 501 },
        centre: Point { x: 320, y: 498 },
        label: Point { x: 175, y: 656 },
        is_small: true,
    },
    Site {
        code: "THA",
        bounds: Bounds { left: 221, top: 152, right: 360, bottom: 420 },
        centre: Point { x: 285, y: 240 },
        label: Point { x: 278, y: 235 },
        is_small: false,
    },
    Site {
        code: "TLS",
        bounds: Bounds { left: 682, top: 669, right: 742, bottom: 694 },
        centre: Point { x: 718, y: 681 },
        label: Point { x: 764, y: 709 },
        is_small: true,
    },
    Site {
        code: "VNM",
        bounds: Bounds { left: 306, top: 104, right: 424, bottom: 369 },
        centre: Point { x: 357, y: 139 },
        label: Point { x: 361, y: 134 },
        is_small: false,
    },
];
