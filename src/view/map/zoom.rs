//! The buttons that zoom the map.

use leptos::prelude::*;

use crate::atlas::Atlas;
use crate::locale::Message;

/// Closer, farther, and the whole map.
pub fn zoom(atlas: &Atlas) -> AnyView {
    view! {
        <div class="map__zoom">
            {button(atlas, Message::MapZoomIn, "in", "M5 12h14M12 5v14")}
            {button(atlas, Message::MapZoomOut, "out", "M5 12h14")}
            {button(atlas, Message::MapZoomReset, "whole", "M5 9V5h4M19 9V5h-4M5 15v4h4M19 15v4h-4")}
        </div>
    }
    .into_any()
}

fn button(atlas: &Atlas, name: Message, of: &'static str, sign: &'static str) -> AnyView {
    let name = atlas.locale.say(name).to_owned();
    view! {
        <button
            type="button"
            class="map__button"
            data-act="zoom"
            data-of=of
            disabled
            aria-label=name.clone()
            title=name
        >
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d=sign></path>
            </svg>
        </button>
    }
    .into_any()
}
