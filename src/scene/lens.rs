//! The part of the map that is shown: a scale and an offset, in whole numbers so that the browser's build
//! carries no formatting of fractions.

use crate::dataset::PlaceCode;
use crate::scene::geography::{self, Bounds, Point};

/// Tenths of a map unit to a map unit.
const TENTHS: i32 = 10;

/// Thousandths to one.
const THOUSANDTHS: i32 = 1000;

/// The greatest scale, in thousandths.
const MOST: i32 = 8000;

/// By how much a press of a button or a key zooms, in thousandths.
pub const STEP: i32 = 1600;

/// The way back from [`STEP`], in thousandths.
pub const STEP_BACK: i32 = 625;

/// The share of the frame that a small state fills once it is selected: a sixth, so that its neighbours
/// still say where it is.
const FILL: i32 = 6;

/// The least side of a state, in map units, that can be seen well without zooming.
const SMALL: i32 = 80;

/// A part of the map: what stands at `m` is drawn at `m × scale + offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lens {
    /// In thousandths, from 1000 (the whole map) to 8000.
    scale: i32,
    /// In tenths of a map unit.
    x: i32,
    /// In tenths of a map unit.
    y: i32,
}

impl Default for Lens {
    fn default() -> Self {
        Self { scale: THOUSANDTHS, x: 0, y: 0 }
    }
}

impl Lens {
    /// The lens for a selected place: close to a small one, the whole map for the others.
    pub fn on_place(code: PlaceCode) -> Self {
        geography::site(code).map_or_else(Self::default, |site| Self::on(site.bounds))
    }

    fn on(bounds: Bounds) -> Self {
        let width = i32::from(bounds.right - bounds.left).max(1);
        let height = i32::from(bounds.bottom - bounds.top).max(1);
        if width.max(height) >= SMALL {
            return Self::default();
        }
        let by_width = i32::from(geography::WIDTH) * THOUSANDTHS / (width * FILL);
        let by_height = i32::from(geography::HEIGHT) * THOUSANDTHS / (height * FILL);
        let scale = by_width.min(by_height).clamp(2 * THOUSANDTHS, MOST / 2);
        let middle = |from: i16, to: i16| (i32::from(from) + i32::from(to)) * TENTHS / 2;
        let offset =
            |size: i16, middle: i32| i32::from(size) * TENTHS / 2 - middle * scale / THOUSANDTHS;
        let x = offset(geography::WIDTH, middle(bounds.left, bounds.right));
        let y = offset(geography::HEIGHT, middle(bounds.top, bounds.bottom));
        Self { scale, x, y }.clamped()
    }

    /// The lens after zooming by `factor` thousandths about a point, in tenths of a map unit of the drawing,
    /// which stays where it is.
    #[must_use]
    pub fn zoomed(self, factor: i32, at: (i32, i32)) -> Self {
        let scale = scaled(self.scale, factor, THOUSANDTHS).clamp(THOUSANDTHS, MOST);
        let keep = |offset: i32, at: i32| at - scaled(at - offset, scale, self.scale);
        Self { scale, x: keep(self.x, at.0), y: keep(self.y, at.1) }.clamped()
    }

    /// The lens after zooming about the middle of the drawing.
    #[must_use]
    pub fn zoomed_about_middle(self, factor: i32) -> Self {
        let middle = |size: i16| i32::from(size) * TENTHS / 2;
        self.zoomed(factor, (middle(geography::WIDTH), middle(geography::HEIGHT)))
    }

    /// The lens after moving the drawing, in tenths of a map unit.
    #[must_use]
    pub fn moved(self, x: i32, y: i32) -> Self {
        Self { x: self.x.saturating_add(x), y: self.y.saturating_add(y), ..self }.clamped()
    }

    /// Whether the whole map is shown.
    pub fn is_whole(self) -> bool {
        self.scale == THOUSANDTHS
    }

    /// Whether it can go no closer.
    pub fn is_closest(self) -> bool {
        self.scale == MOST
    }

    /// The value of an SVG `transform` that draws the map through the lens.
    pub fn transform(self) -> String {
        let (x, y) = (fixed(self.x, TENTHS), fixed(self.y, TENTHS));
        ["translate(", &x, " ", &y, ") scale(", &fixed(self.scale, THOUSANDTHS), ")"].concat()
    }

    /// The value of an SVG `transform` that puts a label at a point of the map and keeps its size.
    pub fn label_transform(self, at: Point) -> String {
        let back = fixed(THOUSANDTHS * THOUSANDTHS / self.scale, THOUSANDTHS);
        ["translate(", &at.x.to_string(), " ", &at.y.to_string(), ") scale(", &back, ")"].concat()
    }

    /// The map never leaves its frame: its edges stay at or beyond those of the drawing.
    fn clamped(self) -> Self {
        let inside = |offset: i32, size: i16| {
            let size = i32::from(size) * TENTHS;
            offset.clamp(size - size * self.scale / THOUSANDTHS, 0)
        };
        Self { x: inside(self.x, geography::WIDTH), y: inside(self.y, geography::HEIGHT), ..self }
    }
}

/// `value × by ÷ over`, held within the range of the type.
fn scaled(value: i32, by: i32, over: i32) -> i32 {
    let product = i64::from(value) * i64::from(by) / i64::from(over.max(1));
    i32::try_from(product).unwrap_or(if product < 0 { i32::MIN } else { i32::MAX })
}

/// A number of `parts` of one in decimal notation: `fixed(-15, 10)` is `-1.5`. `parts` is a power of ten.
fn fixed(value: i32, parts: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) =
        (value.unsigned_abs() / parts.unsigned_abs(), value.unsigned_abs() % parts.unsigned_abs());
    // Counting from `parts` keeps the noughts in front: 1005 is `005`, less its one.
    let decimals = (parts.unsigned_abs() + rest).to_string();
    [sign, &whole.to_string(), ".", decimals.get(1..).unwrap_or_default()].concat()
}

/// A measure of the screen as a whole number, held within the range of the type; what is no number is 0.
pub fn unit(value: f64) -> i32 {
    // A cast from a float saturates and takes NaN for 0: just what is wanted.
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
    let whole = value.round() as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lens(code: &str) -> Lens {
        Lens::on_place(PlaceCode::new(code).unwrap())
    }

    #[test]
    fn only_a_small_state_is_zoomed_to() {
        for code in ["IDN", "MYS", "MMR", "THA", "PHL", "VNM", "LAO", "KHM"] {
            assert!(lens(code).is_whole(), "{code}");
        }
        for code in ["SGP", "BRN", "TLS"] {
            assert!(!lens(code).is_whole(), "{code}");
        }
    }

    #[test]
    fn a_state_that_is_zoomed_to_is_seen_whole() {
        for site in geography::SITES.iter().filter(|site| site.is_small) {
            let lens = lens(site.code);
            let seen =
                |at: i16, offset: i32| i32::from(at) * TENTHS * lens.scale / THOUSANDTHS + offset;
            let box_ = site.bounds;
            assert!(
                seen(box_.left, lens.x) >= 0 && seen(box_.right, lens.x) <= 10_000,
                "{}",
                site.code
            );
            assert!(
                seen(box_.top, lens.y) >= 0 && seen(box_.bottom, lens.y) <= 7_600,
                "{}",
                site.code
            );
        }
    }

    #[test]
    fn the_map_never_leaves_its_frame() {
        let far = Lens::default().zoomed(STEP, (0, 0)).moved(i32::MAX, i32::MIN);
        assert_eq!((far.x, far.y), (0, 7_600 - 7_600 * STEP / THOUSANDTHS));
        assert_eq!(Lens::default().moved(500, -500), Lens::default());
        assert_eq!(far.zoomed(i32::MIN, (i32::MAX, 0)), Lens::default());
    }

    #[test]
    fn what_is_under_the_hand_stays_there() {
        let near = Lens::default().zoomed(2000, (3_000, 2_000));
        assert_eq!((near.x, near.y), (-3_000, -2_000));
        assert_eq!(near.zoomed(500, (3_000, 2_000)), Lens::default());
    }

    #[test]
    fn it_goes_no_closer_than_eight_times() {
        let mut lens = Lens::default();
        for _ in 0..20 {
            lens = lens.zoomed_about_middle(STEP);
        }
        assert!(lens.is_closest());
        assert_eq!(lens.label_transform(Point { x: 5, y: 7 }), "translate(5 7) scale(0.125)");
    }

    #[test]
    fn fractions_are_written_in_full() {
        assert_eq!(fixed(-15, 10), "-1.5");
        assert_eq!(fixed(1005, 1000), "1.005");
        assert_eq!(fixed(-5, 10), "-0.5");
        assert_eq!(Lens::default().transform(), "translate(0.0 0.0) scale(1.000)");
        assert_eq!((unit(f64::NAN), unit(-2.5), unit(1e300)), (0, -3, i32::MAX));
    }
}
