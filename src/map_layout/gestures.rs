//! Gestures on the map, as pure state: what wheel, mouse and fingers do to the viewport.
//!
//! The plain wheel and one finger scroll the page. Ctrl or ⌘ with the wheel, two fingers, and a double click or tap
//! zoom. Two fingers, or the mouse with its button down, pan a zoomed map.

use super::WIDTH;
use super::viewport::{Viewport, ZOOM_STEP};

/// The longest time between the taps of a double tap, in milliseconds.
const DOUBLE_TAP_TIME: f64 = 300.0;

/// The largest distance between the taps of a double tap, in CSS px.
const DOUBLE_TAP_DISTANCE: f64 = 24.0;

/// The smallest distance that is a drag and not a click, in CSS px.
const DRAG_DISTANCE: f64 = 6.0;

/// A point of the window, in CSS px.
pub type Pixel = (f64, f64);

/// The box of the drawing in the window, in CSS px.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The width.
    pub width: f64,
}

impl Frame {
    fn units_per_px(self) -> f64 {
        f64::from(WIDTH) / self.width.max(1.0)
    }

    fn map_point(self, (x, y): Pixel) -> (f64, f64) {
        ((x - self.left) * self.units_per_px(), (y - self.top) * self.units_per_px())
    }
}

/// What the pointers are doing.
#[derive(Clone, Copy, Debug, Default)]
pub struct MapGestures {
    /// The mouse, or the middle of two fingers, while it holds the map.
    held_at: Option<Pixel>,
    /// The distance between two fingers, in CSS px.
    spread: f64,
    /// The time and the place of the last tap.
    last_tap: Option<(f64, Pixel)>,
    /// Whether the mouse has moved far enough to drag; the click that follows selects nothing.
    is_dragging: bool,
}

impl MapGestures {
    /// Zooms by a turn of the wheel, in CSS px; `at` keeps its position.
    ///
    /// A notch of a wheel is about 100 px, a step of a trackpad's pinch a few; both feel alike this way.
    pub fn wheel(viewport: Viewport, delta: f64, at: Pixel, frame: Frame) -> Viewport {
        // `exp2` would bring its table of 4 KB into the module.
        let factor = (-delta.clamp(-100.0, 100.0) / 360.0).exp();
        viewport.zoomed(factor, frame.map_point(at))
    }

    /// Zooms in one step at a point: a double click.
    pub fn zoom_in_at(viewport: Viewport, at: Pixel, frame: Frame) -> Viewport {
        viewport.zoomed(ZOOM_STEP, frame.map_point(at))
    }

    /// Starts to hold the map with the mouse, if there is something to pan. Returns whether it does.
    pub fn mouse_down(&mut self, viewport: Viewport, at: Pixel) -> bool {
        self.is_dragging = false;
        self.held_at = (!viewport.is_whole()).then_some(at);
        self.held_at.is_some()
    }

    /// Pans with the mouse; returns `None` while it does not drag.
    pub fn mouse_move(&mut self, viewport: Viewport, to: Pixel, frame: Frame) -> Option<Viewport> {
        let from = self.held_at?;
        if !self.is_dragging && distance(from, to) < DRAG_DISTANCE {
            return None;
        }
        (self.held_at, self.is_dragging) = (Some(to), true);
        Some(pan(viewport, from, to, frame))
    }

    /// Lets the map go.
    pub fn release(&mut self) {
        self.held_at = None;
    }

    /// Returns whether a click ends a drag, and so must not select; asked once for each click.
    pub fn take_drag_click(&mut self) -> bool {
        std::mem::take(&mut self.is_dragging)
    }

    /// Starts to hold the map with two fingers.
    pub fn touch_start(&mut self, fingers: (Pixel, Pixel)) {
        *self = Self {
            held_at: Some(middle(fingers)),
            spread: distance(fingers.0, fingers.1),
            ..Self::default()
        };
    }

    /// Pans and zooms with two fingers; returns `None` where they hold nothing.
    pub fn touch_move(
        &mut self,
        viewport: Viewport,
        fingers: (Pixel, Pixel),
        frame: Frame,
    ) -> Option<Viewport> {
        let from = self.held_at?;
        let (to, spread) = (middle(fingers), distance(fingers.0, fingers.1));
        let factor = spread / self.spread.max(1.0);
        (self.held_at, self.spread) = (Some(to), spread);
        Some(pan(viewport, from, to, frame).zoomed(factor, frame.map_point(to)))
    }

    /// Notes that the last finger was lifted at a time in milliseconds; returns whether that ends a double tap.
    pub fn touch_end(&mut self, time: f64, at: Pixel) -> bool {
        let ended_pinch = self.held_at.take().is_some();
        let is_second = !ended_pinch
            && self.last_tap.is_some_and(|(before, there)| {
                time - before < DOUBLE_TAP_TIME && distance(there, at) < DOUBLE_TAP_DISTANCE
            });
        self.last_tap = (!is_second && !ended_pinch).then_some((time, at));
        is_second
    }
}

fn pan(viewport: Viewport, from: Pixel, to: Pixel, frame: Frame) -> Viewport {
    let units = frame.units_per_px();
    viewport.panned((to.0 - from.0) * units, (to.1 - from.1) * units)
}

fn distance(a: Pixel, b: Pixel) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

fn middle((a, b): (Pixel, Pixel)) -> Pixel {
    (f64::midpoint(a.0, b.0), f64::midpoint(a.1, b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { left: 100.0, top: 50.0, width: 500.0 };

    fn zoomed() -> Viewport {
        Viewport::default().zoomed(2.0, (0.0, 0.0))
    }

    #[test]
    fn the_mouse_pans_only_a_zoomed_map() {
        let mut gestures = MapGestures::default();
        assert!(!gestures.mouse_down(Viewport::default(), (200.0, 200.0)));
        assert_eq!(gestures.mouse_move(Viewport::default(), (300.0, 200.0), FRAME), None);
        assert!(gestures.mouse_down(zoomed(), (200.0, 200.0)));
        // A CSS pixel is two map units here.
        let panned = gestures.mouse_move(zoomed(), (190.0, 200.0), FRAME);
        assert_eq!(panned, Some(zoomed().panned(-20.0, 0.0)));
        gestures.release();
        assert_eq!(gestures.mouse_move(zoomed(), (100.0, 200.0), FRAME), None);
    }

    #[test]
    fn a_click_that_ends_a_drag_is_taken_once() {
        let mut gestures = MapGestures::default();
        gestures.mouse_down(zoomed(), (200.0, 200.0));
        assert_eq!(gestures.mouse_move(zoomed(), (202.0, 200.0), FRAME), None, "still a click");
        assert!(!gestures.take_drag_click());
        gestures.mouse_move(zoomed(), (230.0, 200.0), FRAME);
        assert!(gestures.take_drag_click());
        assert!(!gestures.take_drag_click());
    }

    #[test]
    fn two_fingers_zoom_about_their_middle() {
        let mut gestures = MapGestures::default();
        gestures.touch_start(((190.0, 200.0), (210.0, 200.0)));
        let fingers = ((180.0, 200.0), (220.0, 200.0));
        let viewport = gestures.touch_move(Viewport::default(), fingers, FRAME);
        assert_eq!(viewport, Some(Viewport::default().zoomed(2.0, (200.0, 300.0))));
    }

    #[test]
    fn two_quick_taps_at_one_place_are_a_double_tap() {
        let mut gestures = MapGestures::default();
        let at = (200.0, 200.0);
        assert!(!gestures.touch_end(0.0, at));
        assert!(gestures.touch_end(200.0, (205.0, 200.0)));
        assert!(!gestures.touch_end(300.0, at), "a third tap starts anew");
        assert!(!gestures.touch_end(900.0, at), "too late");
        assert!(!gestures.touch_end(950.0, (300.0, 200.0)), "too far");
        gestures.touch_start((at, at));
        assert!(!gestures.touch_end(960.0, (300.0, 200.0)), "the end of a pinch");
    }

    #[test]
    fn the_wheel_zooms_by_at_most_a_notch() {
        let once = MapGestures::wheel(Viewport::default(), -100.0, (100.0, 50.0), FRAME);
        assert_eq!(MapGestures::wheel(Viewport::default(), -1e9, (100.0, 50.0), FRAME), once);
        assert_eq!(MapGestures::wheel(once, 1e9, (100.0, 50.0), FRAME), Viewport::default());
    }
}
