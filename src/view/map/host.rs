//! The host's tile at the edge of the map.

use leptos::prelude::*;

use crate::atlas::Atlas;
use crate::locale::Message;
use crate::view::phrase::phrase;

/// A point with a name, not to position, and never an outline. It stands beside the map, not on it, so it
/// steps aside (`map__host--aside`) while only a part of the map is shown.
pub fn host(atlas: &Atlas) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    view! {
        <div class="map__host">
            <svg class="map__capital" viewBox="0 0 24 24" aria-hidden="true">
                <circle class="map__ring" cx="12" cy="12" r="10.5"></circle>
                <circle cx="12" cy="12" r="6.5"></circle>
            </svg>
            <b>{phrase(&say(Message::MapHost))}</b>
            <span class="map__host-note">{phrase(&say(Message::MapHostNote))}</span>
        </div>
    }
    .into_any()
}
