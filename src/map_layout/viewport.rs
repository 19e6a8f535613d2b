//! The visible part of the map: a scale and an offset.

use super::{Bounds, Feature, HEIGHT, Point, WIDTH};
use crate::model::PlaceCode;

/// The largest scale.
const MAX_SCALE: f64 = 8.0;

/// The factor by which a button or a key zooms.
pub const ZOOM_STEP: f64 = 1.6;

/// The part of the frame that a small state fills after it is selected: a sixth, so that its neighbours still show
/// where it is.
const SMALL_STATE_PART: f64 = 6.0;

/// The smallest side of a state, in map units, that is visible without zooming.
const SMALL_STATE_SIZE: f64 = 80.0;

/// A visible part of the map: a point `p` is drawn at `p × scale + offset`, in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// From 1 (the whole map) to 8.
    scale: f64,
    x: f64,
    y: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { scale: 1.0, x: 0.0, y: 0.0 }
    }
}

impl Viewport {
    /// Returns the viewport for a selected place: close to a small state, the whole map for the others.
    pub fn for_place(code: PlaceCode) -> Self {
        Feature::of(code).map_or_else(Self::default, |feature| Self::for_bounds(feature.bounds))
    }

    fn for_bounds(bounds: Bounds) -> Self {
        let width = f64::from(bounds.right - bounds.left).max(1.0);
        let height = f64::from(bounds.bottom - bounds.top).max(1.0);
        if width.max(height) >= SMALL_STATE_SIZE {
            return Self::default();
        }
        let by_width = f64::from(WIDTH) / (width * SMALL_STATE_PART);
        let by_height = f64::from(HEIGHT) / (height * SMALL_STATE_PART);
        let scale = by_width.min(by_height).clamp(2.0, MAX_SCALE / 2.0);
        let offset = |size: i16, from: i16, to: i16| {
            f64::from(size) / 2.0 - f64::midpoint(f64::from(from), f64::from(to)) * scale
        };
        let x = offset(WIDTH, bounds.left, bounds.right);
        let y = offset(HEIGHT, bounds.top, bounds.bottom);
        Self { scale, x, y }.clamped()
    }

    /// Returns the viewport zoomed by a factor about a point of the frame, in map units, which keeps its position.
    #[must_use]
    pub fn zoomed(self, factor: f64, (x, y): (f64, f64)) -> Self {
        let scale = finite(self.scale * factor, self.scale).clamp(1.0, MAX_SCALE);
        let keep = |offset: f64, at: f64| at - (at - offset) * scale / self.scale;
        Self { scale, x: keep(self.x, finite(x, 0.0)), y: keep(self.y, finite(y, 0.0)) }.clamped()
    }

    /// Returns the viewport zoomed about the middle of the frame.
    #[must_use]
    pub fn zoomed_about_center(self, factor: f64) -> Self {
        self.zoomed(factor, (f64::from(WIDTH) / 2.0, f64::from(HEIGHT) / 2.0))
    }

    /// Returns the viewport after the map was dragged, in map units.
    #[must_use]
    pub fn panned(self, x: f64, y: f64) -> Self {
        Self { x: self.x + finite(x, 0.0), y: self.y + finite(y, 0.0), ..self }.clamped()
    }

    /// Returns whether the whole map is visible.
    pub fn is_whole(self) -> bool {
        self.scale <= 1.0
    }

    /// Returns the SVG `transform` of the map.
    pub fn transform(self) -> String {
        let (x, y, scale) = (rounded(self.x), rounded(self.y), rounded(self.scale));
        format!("translate({x} {y}) scale({scale})")
    }

    /// Returns the SVG `transform` that keeps the size of a label about a point of the map. It changes nothing while the
    /// whole map is visible, so the style sheet can switch it off on paper.
    pub fn label_transform(self, about: Point) -> String {
        let scale = rounded(1.0 / self.scale);
        let offset = |at: i16| rounded(f64::from(at) * (1.0 - scale));
        format!("translate({} {}) scale({scale})", offset(about.x), offset(about.y))
    }

    /// The map never leaves its frame: its edges stay at or beyond those of the frame.
    fn clamped(self) -> Self {
        let inside = |offset: f64, size: i16| {
            let size = f64::from(size);
            offset.clamp(size - size * self.scale, 0.0)
        };
        Self { x: inside(self.x, WIDTH), y: inside(self.y, HEIGHT), ..self }
    }
}

/// Returns a number with at most three decimals: more cannot be seen.
fn rounded(value: f64) -> f64 {
    // Adding nought turns a negative nought into a positive one.
    (value * 1000.0).round() / 1000.0 + 0.0
}

/// Returns the value, or another one where it is infinite or not a number.
fn finite(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() { value } else { otherwise }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map_layout::FEATURES;

    fn viewport(code: &str) -> Viewport {
        Viewport::for_place(PlaceCode::new(code).unwrap())
    }

    #[test]
    fn only_small_states_are_zoomed_to() {
        for code in ["IDN", "MYS", "MMR", "THA", "PHL", "VNM", "LAO", "KHM"] {
            assert!(viewport(code).is_whole(), "{code}");
        }
        for code in ["SGP", "BRN", "TLS"] {
            assert!(!viewport(code).is_whole(), "{code}");
        }
    }

    #[test]
    fn a_small_state_is_visible_after_zooming_to_it() {
        for feature in FEATURES.iter().filter(|feature| feature.is_small) {
            let viewport = viewport(feature.code);
            let seen = |at: i16, offset: f64| f64::from(at) * viewport.scale + offset;
            let Bounds { left, top, right, bottom } = feature.bounds;
            assert!(seen(left, viewport.x) >= 0.0 && seen(right, viewport.x) <= 1000.0);
            assert!(seen(top, viewport.y) >= 0.0 && seen(bottom, viewport.y) <= 760.0);
        }
    }

    #[test]
    fn the_map_never_leaves_its_frame() {
        let far = Viewport::default().zoomed(ZOOM_STEP, (0.0, 0.0)).panned(1e12, -1e12);
        assert_eq!((far.x, far.y), (0.0, 760.0 - 760.0 * ZOOM_STEP));
        assert_eq!(Viewport::default().panned(50.0, -50.0), Viewport::default());
        assert_eq!(far.zoomed(-1e9, (1e9, 0.0)), Viewport::default());
    }

    #[test]
    fn numbers_that_are_none_change_nothing() {
        let near = Viewport::default().zoomed(2.0, (300.0, 200.0));
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(near.panned(bad, bad), near);
            assert_eq!(near.zoomed(bad, (300.0, 200.0)).scale, near.scale);
        }
    }

    #[test]
    fn the_point_under_the_pointer_keeps_its_position() {
        let near = Viewport::default().zoomed(2.0, (300.0, 200.0));
        assert_eq!((near.x, near.y), (-300.0, -200.0));
        assert_eq!(near.zoomed(0.5, (300.0, 200.0)), Viewport::default());
    }

    #[test]
    fn zooming_ends_at_eight_times() {
        let viewport =
            (0..20).fold(Viewport::default(), |before, _| before.zoomed_about_center(ZOOM_STEP));
        let point = Point { x: 8, y: 16 };
        assert_eq!(viewport.label_transform(point), "translate(7 14) scale(0.125)");
        assert_eq!(Viewport::default().label_transform(point), "translate(0 0) scale(1)");
    }

    #[test]
    fn the_whole_map_has_no_negative_nought() {
        assert_eq!(Viewport::default().panned(-0.0, -1.0).transform(), "translate(0 0) scale(1)");
    }
}
