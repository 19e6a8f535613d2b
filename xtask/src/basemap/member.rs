//! Who is drawn, where its name stands, and what is never drawn.

use super::projection::Degrees;

/// A member state: codes, and what is placed by hand. Tests say that nothing overlaps.
pub struct Member {
    pub alpha: &'static str,
    pub numeric: &'static str,
    /// Where the line from the host ends.
    pub centre: Degrees,
    /// The middle of the name, or the disc of a small state.
    pub label: Degrees,
    pub is_small: bool,
}

const fn member(
    alpha: &'static str,
    numeric: &'static str,
    centre: Degrees,
    label: Degrees,
) -> Member {
    Member { alpha, numeric, centre, label, is_small: false }
}

const fn small(
    alpha: &'static str,
    numeric: &'static str,
    centre: Degrees,
    label: Degrees,
) -> Member {
    Member { alpha, numeric, centre, label, is_small: true }
}

/// The eleven, by alpha-3 code. No name stands in the South China Sea.
pub const MEMBERS: [Member; 11] = [
    small("BRN", "096", (114.6, 4.6), (120.9, 3.5)),
    member("IDN", "360", (107.4, -6.9), (113.6, -1.2)),
    member("KHM", "116", (104.8, 12.7), (104.8, 12.6)),
    member("LAO", "418", (102.6, 19.6), (102.9, 19.0)),
    member("MMR", "104", (96.3, 21.5), (95.9, 22.4)),
    member("MYS", "458", (102.2, 4.2), (114.2, 3.0)),
    member("PHL", "608", (121.2, 16.6), (126.6, 14.6)),
    small("SGP", "702", (103.82, 1.36), (95.6, -7.6)),
    member("THA", "764", (101.3, 15.6), (100.9, 15.9)),
    small("TLS", "626", (126.0, -8.8), (128.6, -10.4)),
    member("VNM", "704", (105.2, 21.4), (105.4, 21.7)),
];

/// India, Bangladesh, Bhutan, Nepal, Pakistan, Sri Lanka and the Maldives: nothing of South Asia is drawn.
pub const SOUTH_ASIA: [&str; 7] = ["356", "050", "064", "524", "586", "144", "462"];

/// West of this meridian the land around the members is cut, so that its edge is plainly no border.
pub const WEST_OF_THE_LAND: f64 = 97.8;

/// Whether a point lies where no line, name or islet is drawn, because each drawing of it is somewhere a crime:
/// the Paracels, the Spratlys, Scarborough Shoal, Pratas.
pub fn not_drawn((longitude, latitude): Degrees) -> bool {
    const BOXES: [(Degrees, Degrees); 4] = [
        ((110.8, 15.4), (113.2, 17.4)),
        ((109.6, 6.2), (116.4, 12.2)),
        ((117.4, 14.9), (118.2, 15.5)),
        ((116.4, 20.4), (117.1, 21.0)),
    ];
    BOXES.iter().any(|(low, high)| {
        (low.0..=high.0).contains(&longitude) && (low.1..=high.1).contains(&latitude)
    })
}
