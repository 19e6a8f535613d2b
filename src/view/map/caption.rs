//! The line under the map: what is under the pointer, or selected, or reached.

use leptos::prelude::*;

use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::map::{chosen, spoken};
use crate::state::url::ViewState;

/// A line for the eye that follows the pointer, one for the ear that speaks only of what was chosen, and the way to
/// the facts of a selected state.
pub fn caption(atlas: &Atlas, view: &ViewState) -> AnyView {
    let way = view.place.map(|code| ["#", code.as_str()].concat());
    view! {
        <div class="map__caption">
            // One above the other, so that pointing moves nothing under the pointer.
            <div class="map__lines" aria-hidden="true">
                <p class="map__chosen">{chosen(&atlas.digest, view)}</p>
                <p class="map__pointed"></p>
            </div>
            <p class="map__spoken unseen" role="status">{spoken(&atlas.digest, view)}</p>
            <a class="map__read" hidden=way.is_none() href=way.unwrap_or_else(|| "#".to_owned())>
                {atlas.locale.say(Message::MapRead).to_owned()}
            </a>
        </div>
    }
    .into_any()
}
