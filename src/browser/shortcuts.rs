//! Keys that act on the page as a whole.

use leptos::ev;
use leptos::prelude::*;

use super::document;
use crate::state::AppState;

/// Lets Escape clear the selection, unless an open pop-over or a search field takes the key.
pub fn attach(state: AppState) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.key() == "Escape"
            && !has_modifier
            && !event.default_prevented()
            && !document::takes_escape()
        {
            state.clear();
        }
    });
    // It stays for as long as the page is open.
    std::mem::forget(handle);
}
