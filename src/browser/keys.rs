//! Keys that act on the page as a whole.

use leptos::prelude::*;
use web_sys::Event;

use super::document::{find, is, listen, text};
use super::live::hand::zoom;
use crate::state::AppState;

/// Escape clears the selection; on the map, plus and minus zoom and nought shows it whole.
pub fn attach(state: AppState) {
    listen(&window(), "keydown", false, move |event| press(state, event));
}

fn press(state: AppState, event: &Event) {
    if ["ctrlKey", "metaKey", "altKey", "defaultPrevented"].iter().any(|name| is(event, name)) {
        return;
    }
    let on_map = find(".map:focus-within").is_some();
    match text(event, "key").as_str() {
        // A pop-over that is open takes the key for itself, a search box likewise.
        "Escape" if find(".evidence:popover-open, input:focus").is_none() => state.clear(),
        "+" | "=" if on_map => zoom(state, "in"),
        "-" if on_map => zoom(state, "out"),
        "0" if on_map => zoom(state, "whole"),
        _ => {}
    }
}
