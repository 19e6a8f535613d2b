//! Keys that act on the page as a whole.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::document::find;
use crate::scene::lens::{STEP, STEP_BACK};
use crate::state::AppState;

/// Escape clears the selection; on the map, plus and minus zoom and nought shows it whole.
pub fn attach(state: AppState) {
    let listening = window_event_listener(leptos::ev::keydown, move |event| press(state, &event));
    // The page listens as long as it is open.
    std::mem::forget(listening);
}

fn press(state: AppState, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
        return;
    }
    let on_map = find(".map:focus-within").is_some();
    match event.key().as_str() {
        // A pop-over that is open takes the key for itself, a search box likewise.
        "Escape" if find(".evidence:popover-open, input:focus").is_none() => state.clear(),
        "+" | "=" if on_map => state.lens.update(|lens| *lens = lens.zoomed_about_middle(STEP)),
        "-" if on_map => state.lens.update(|lens| *lens = lens.zoomed_about_middle(STEP_BACK)),
        "0" if on_map => state.lens.set(Default::default()),
        _ => {}
    }
}
