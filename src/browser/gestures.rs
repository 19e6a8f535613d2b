//! Hands on the map: what zooms and pans it without ever trapping the page's own scroll.
//!
//! The plain wheel and one finger scroll the page. Ctrl or ⌘ with the wheel, two fingers, a double tap or
//! click zoom; two fingers, or the mouse with its button down, move what is zoomed.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

use super::document::{find, finger, is, listen, number};
use crate::scene::geography::WIDTH;
use crate::scene::lens::{STEP, unit};
use crate::state::AppState;

/// The longest time between the taps of a double tap, in milliseconds.
const DOUBLE_TAP: f64 = 300.0;

/// The greatest distance between the taps of a double tap, and the least that a mouse drags, in CSS px.
const NEAR: f64 = 24.0;

/// Where the hand was.
#[derive(Clone, Copy, Default)]
struct Hand {
    /// The middle of the fingers, or the mouse, in CSS px of the window.
    at: Option<(f64, f64)>,
    /// The distance between the fingers, in CSS px.
    apart: f64,
    /// When and where the last tap was.
    tap: Option<(f64, (f64, f64))>,
    /// Whether the mouse has moved far enough to be dragging.
    dragged: bool,
}

/// A map under somebody's hands.
#[derive(Clone)]
struct Grip {
    drawing: Element,
    state: AppState,
    hand: Rc<Cell<Hand>>,
}

/// Listens to the drawing of the map.
pub fn attach(state: AppState) {
    let Some(drawing) = find(".map__drawing") else {
        return;
    };
    let grip = Grip { drawing, state, hand: Rc::default() };
    grip.listen("wheel", Grip::wheel);
    grip.listen("dblclick", |grip, event| grip.zoom_in_at(point(event)));
    grip.listen("mousedown", Grip::grab);
    grip.listen("mousemove", Grip::drag);
    grip.listen("mouseup", |grip, _| grip.let_go());
    grip.listen("mouseleave", |grip, _| grip.let_go());
    grip.listen("touchstart", Grip::touch);
    grip.listen("touchmove", Grip::pinch);
    grip.listen("touchend", Grip::lift);
    grip.listen("touchcancel", |grip, _| grip.let_go());
    grip.swallow_the_click_after_a_drag();
}

/// Where a mouse or a finger is, in CSS px of the window.
fn point(of: &JsValue) -> (f64, f64) {
    (number(of, "clientX"), number(of, "clientY"))
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The two fingers on the drawing: their middle, and how far apart they are.
fn fingers(event: &Event) -> Option<((f64, f64), f64)> {
    let (first, second) = (finger(event, "touches", 0)?, finger(event, "touches", 1)?);
    let (a, b) = (point(&first), point(&second));
    Some((((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0), distance(a, b)))
}

impl Grip {
    /// Listens to the drawing; not passively, since two fingers must not scroll the page.
    fn listen(&self, name: &str, act: fn(&Self, &Event)) {
        let grip = self.clone();
        listen(&self.drawing, name, false, move |event| act(&grip, event));
    }

    /// Letting go after a drag is not a choice of the state under the pointer.
    fn swallow_the_click_after_a_drag(&self) {
        let hand = self.hand.clone();
        listen(&self.drawing, "click", true, move |event| {
            let before = hand.get();
            if before.dragged {
                hand.set(Hand { dragged: false, ..before });
                event.stop_propagation();
                event.prevent_default();
            }
        });
    }

    /// CSS px to tenths of a map unit.
    fn tenths_per_px(&self) -> f64 {
        f64::from(WIDTH) * 10.0 / number(&self.drawing.get_bounding_client_rect(), "width").max(1.0)
    }

    fn zoom_at(&self, factor: i32, at: (f64, f64)) {
        let frame = self.drawing.get_bounding_client_rect();
        let tenths = self.tenths_per_px();
        let at = (
            unit((at.0 - number(&frame, "left")) * tenths),
            unit((at.1 - number(&frame, "top")) * tenths),
        );
        self.state.hold(self.state.lens().zoomed(factor, at));
    }

    /// A step closer to a point, gliding.
    fn zoom_in_at(&self, at: (f64, f64)) {
        self.zoom_at(STEP, at);
        self.state.glide(self.state.lens());
    }

    fn move_by(&self, from: (f64, f64), to: (f64, f64)) {
        let tenths = self.tenths_per_px();
        let (x, y) = (unit((to.0 - from.0) * tenths), unit((to.1 - from.1) * tenths));
        self.state.hold(self.state.lens().moved(x, y));
    }

    fn wheel(&self, event: &Event) {
        if !(is(event, "ctrlKey") || is(event, "metaKey")) {
            return;
        }
        event.prevent_default();
        // A notch of a wheel is about 100 px, a step of a trackpad's pinch a few: both feel alike this way.
        let factor = (-number(event, "deltaY").clamp(-100.0, 100.0) / 250.0).exp2();
        self.zoom_at(unit(factor * 1000.0), point(event));
    }

    fn grab(&self, event: &Event) {
        let whole = self.state.lens().is_whole();
        if !is(event, "button") && !whole {
            // Else the browser would take the link along.
            event.prevent_default();
            self.hand.set(Hand { at: Some(point(event)), dragged: false, ..self.hand.get() });
        }
    }

    fn drag(&self, event: &Event) {
        let hand = self.hand.get();
        let Some(from) = hand.at else { return };
        let to = point(event);
        if !hand.dragged && distance(from, to) < NEAR / 4.0 {
            return;
        }
        self.move_by(from, to);
        self.hand.set(Hand { at: Some(to), dragged: true, ..hand });
    }

    fn let_go(&self) {
        self.hand.set(Hand { at: None, ..self.hand.get() });
    }

    fn touch(&self, event: &Event) {
        let Some((at, apart)) = fingers(event) else {
            return;
        };
        event.prevent_default();
        self.hand.set(Hand { at: Some(at), apart, tap: None, dragged: false });
    }

    fn pinch(&self, event: &Event) {
        let (hand, Some((at, apart))) = (self.hand.get(), fingers(event)) else {
            return;
        };
        let Some(from) = hand.at else { return };
        event.prevent_default();
        self.move_by(from, at);
        self.zoom_at(unit(apart / hand.apart.max(1.0) * 1000.0), at);
        self.hand.set(Hand { at: Some(at), apart, ..hand });
    }

    fn lift(&self, event: &Event) {
        let was_pinching = self.hand.get().at.is_some();
        self.let_go();
        let is_last = finger(event, "touches", 0).is_none() && !was_pinching;
        let Some(touch) = finger(event, "changedTouches", 0).filter(|_| is_last) else {
            return;
        };
        let (now, at) = (number(event, "timeStamp"), point(&touch));
        let hand = self.hand.get();
        let is_second = hand
            .tap
            .is_some_and(|(then, there)| now - then < DOUBLE_TAP && distance(there, at) < NEAR);
        if is_second {
            event.prevent_default();
            self.zoom_in_at(at);
        }
        self.hand.set(Hand { tap: (!is_second).then_some((now, at)), ..hand });
    }
}
