//! Where things are on the map, in map units: 1000 wide, 760 high, y downwards.
//!
//! The outlines themselves are a sprite of SVG in the page, `assets/map/outlines.svg`; here stands only what the
//! views have to know of them. There is no longitude in the browser.

mod sites;

use crate::dataset::PlaceCode;

pub use sites::SITES;

/// The width of the map, in map units.
pub const WIDTH: i16 = 1000;

/// The height of the map, in map units.
pub const HEIGHT: i16 = 760;

/// Where the lines to the states begin: the right edge of the host's tile, which `style/map.css` places.
pub const HOST_PORT: Point = Point { x: 174, y: 330 };

/// A point on the map, in map units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left edge.
    pub x: i16,
    /// From the upper edge.
    pub y: i16,
}

/// A box on the map, in map units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least x.
    pub left: i16,
    /// The least y.
    pub top: i16,
    /// The greatest x.
    pub right: i16,
    /// The greatest y.
    pub bottom: i16,
}

/// Where one state is on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its ISO 3166-1 alpha-3 code.
    pub code: &'static str,
    /// The box around its shape.
    pub bounds: Bounds,
    /// A point in its shape, where the line from the host ends.
    pub centre: Point,
    /// The middle of its name; for a small state, the disc that its name stands beside.
    pub label: Point,
    /// Whether the state is too small to be pointed at, and has a disc in the open sea.
    pub is_small: bool,
}

impl Site {
    /// What its name and its disc are fixed to while the map is zoomed: a small state's own shape, or else the middle
    /// of the name.
    pub fn anchor(&self) -> Point {
        if self.is_small { self.centre } else { self.label }
    }
}

/// The site of a place, unless the map has no shape for it.
pub fn site(code: PlaceCode) -> Option<&'static Site> {
    SITES.iter().find(|site| site.code == code.as_str())
}
