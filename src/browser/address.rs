//! The address bar, which is the state of the page.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::document::{after, listen, text};
use crate::digest::Digest;
use crate::state::AppState;
use crate::state::url::{Address, ViewState};

/// The query and the fragment as they stand.
pub fn current() -> Address {
    let location = window().location();
    Address { query: text(&location, "search"), fragment: text(&location, "hash") }
}

/// The address without query and fragment.
pub fn base() -> String {
    let whole = text(&window().location(), "href");
    whole.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// What follows within so many milliseconds is one step: no hand is as quick, and a step in the history takes a browser as long
/// as a frame.
const STEP: i32 = 100;

/// What of the view is not in the address yet.
#[derive(Clone, Default)]
struct Owed {
    /// Changes with each view, so that what was to be written before is not.
    round: Rc<Cell<u32>>,
    /// Whether one of those views was a step for the history.
    is_step: Rc<Cell<bool>>,
}

impl Owed {
    /// Nothing that was to be written will be.
    fn nothing(&self) {
        self.round.set(self.round.get().wrapping_add(1));
        self.is_step.set(false);
    }

    fn address(&self, address: Address, is_step: bool) {
        let is_step = is_step || self.is_step.get();
        self.nothing();
        self.is_step.set(is_step);
        let (owed, now) = (self.clone(), self.round.get());
        after(STEP, move || {
            if owed.round.get() == now {
                owed.nothing();
                write(address, is_step);
            }
        });
    }
}

/// Keeps the address and the state the same: the one effect of the page, and its answer to back and forward.
pub fn follow(digest: Arc<Digest>, state: AppState) {
    let owed = Owed::default();
    let back = owed.clone();
    let mut before: Option<ViewState> = None;
    super::live::follow(move || {
        let view = state.view.get();
        let is_step = before.as_ref().is_some_and(|before| view.is_a_step_from(before));
        if is_step {
            tell(&view);
        }
        let address = view.to_address();
        if address == current() {
            owed.nothing();
        } else {
            owed.address(address, is_step);
        }
        before = Some(view);
    });
    // Whoever goes back is followed, whatever was to be written.
    listen(&window(), "popstate", false, move |_| {
        back.nothing();
        let view = ViewState::from_address(&current(), &digest);
        if state.view.with_untracked(|shown| *shown != view) {
            state.restore(view);
        }
    });
}

/// Tells the page's own script, which tells the frame's host, what is chosen now.
fn tell(view: &ViewState) {
    let Address { query, fragment } = view.to_address();
    let chosen = web_sys::CustomEventInit::new();
    chosen.set_detail(&JsValue::from([query, fragment].concat()));
    let event = web_sys::CustomEvent::new_with_event_init_dict("atlas:address", &chosen);
    // Nobody need listen.
    let _ = event.and_then(|event| window().dispatch_event(&event));
}

fn write(address: Address, is_step: bool) {
    let path = text(&window().location(), "pathname");
    let whole = [path, address.query, address.fragment].concat();
    let history = window().history();
    // A frame without an address of its own may refuse; the view is right all the same.
    let _ = history.and_then(|history| {
        if is_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&whole))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&whole))
        }
    });
}
