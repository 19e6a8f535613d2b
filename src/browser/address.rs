//! The address bar, which is the state of the page.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::document::{after_paint, listen, text};
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

/// Keeps the address and the state the same: the one effect of the page, and its answer to back and forward.
pub fn follow(digest: Arc<Digest>, state: AppState) {
    let steps = Rc::new(Cell::new(0_u32));
    let taken = steps.clone();
    let mut before: Option<ViewState> = None;
    super::live::follow(move || {
        let view = state.view.get();
        let is_step = before.as_ref().is_some_and(|before| view.is_a_step_from(before));
        if is_step {
            tell(&view);
        }
        let address = view.to_address();
        if address == current() {
            // What was to be written has been taken back before it was.
            taken.set(taken.get().wrapping_add(1));
        } else {
            // A step in the history takes a browser as long as a frame, and nobody waits for it. Whoever goes back
            // meanwhile is followed instead.
            let (steps, now) = (taken.clone(), taken.get());
            after_paint(move || {
                if steps.get() == now {
                    write(address, is_step);
                }
            });
        }
        before = Some(view);
    });
    listen(&window(), "popstate", false, move |_| {
        steps.set(steps.get().wrapping_add(1));
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
