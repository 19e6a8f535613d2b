//! Positions on the map, in map units: 1000 wide, 760 high, y downwards.
//!
//! The outlines are an SVG sprite in the page, `assets/map/outlines.svg`. Projection and simplification happen in `xtask`,
//! so the browser knows no longitude.

mod features;
pub mod gestures;
pub mod viewport;

use crate::model::PlaceCode;

pub use features::FEATURES;
pub use viewport::Viewport;

/// The width of the map, in map units.
pub const WIDTH: i16 = 1000;

/// The height of the map, in map units.
pub const HEIGHT: i16 = 760;

/// The start of the connectors: the right edge of the partner's tile, which `style/map.css` places.
pub const PARTNER_ANCHOR: Point = Point { x: 174, y: 330 };

/// A point on the map, in map units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The distance from the left edge.
    pub x: i16,
    /// The distance from the top edge.
    pub y: i16,
}

/// A box on the map, in map units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The smallest x.
    pub left: i16,
    /// The smallest y.
    pub top: i16,
    /// The largest x.
    pub right: i16,
    /// The largest y.
    pub bottom: i16,
}

/// The position of a member state on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its ISO 3166-1 alpha-3 code.
    pub code: &'static str,
    /// The bounding box of its shape.
    pub bounds: Bounds,
    /// A point in its shape, where its connector ends.
    pub center: Point,
    /// The longitude of that point (WGS 84), in hundredths of a degree.
    pub longitude: i16,
    /// The latitude of that point (WGS 84), in hundredths of a degree.
    pub latitude: i16,
    /// The middle of its name; for a small state, the marker that its name stands beside.
    pub label: Point,
    /// Whether the state is too small to point at, and has a marker in the open sea.
    pub is_small: bool,
}

impl Feature {
    /// Returns the feature of a place, unless the map has no shape for it.
    pub fn of(code: PlaceCode) -> Option<&'static Self> {
        FEATURES.iter().find(|feature| feature.code == code.as_str())
    }

    /// Returns the point that name and marker keep while the map is zoomed: a small state's own shape, else the middle
    /// of the name.
    pub fn anchor(&self) -> Point {
        if self.is_small { self.center } else { self.label }
    }

    /// Returns the path of the connector from the partner's tile, as SVG path data.
    ///
    /// It is a quadratic curve. Its control point lies above the middle, a seventh of the way across, so that
    /// neighbouring connectors separate.
    pub fn connector(&self) -> String {
        let (from, to) = (PARTNER_ANCHOR, self.center);
        let x = from.x + (to.x - from.x) / 2 + (to.y - from.y) / 7;
        let y = from.y + (to.y - from.y) / 2 - (to.x - from.x) / 7;
        format!("M{} {}Q{x} {y} {} {}", from.x, from.y, to.x, to.y)
    }
}
