//! The buttons that zoom the map.

use leptos::prelude::*;

use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::lens::{Lens, STEP, STEP_BACK};
use crate::state::AppState;

/// Closer, farther, and the whole map.
pub fn zoom(atlas: &Atlas, state: AppState) -> AnyView {
    let by = move |factor: i32| state.lens.update(|lens| *lens = lens.zoomed_about_middle(factor));
    view! {
        <div class="map__zoom">
            {button(atlas, state, Message::MapZoomIn, "M5 12h14M12 5v14", move || by(STEP))}
            {button(atlas, state, Message::MapZoomOut, "M5 12h14", move || by(STEP_BACK))}
            {button(atlas, state, Message::MapZoomReset, "M5 9V5h4M19 9V5h-4M5 15v4h4M19 15v4h-4", move || {
                state.lens.set(Lens::default());
            })}
        </div>
    }
    .into_any()
}

fn button(
    atlas: &Atlas,
    state: AppState,
    name: Message,
    sign: &'static str,
    press: impl Fn() + 'static,
) -> AnyView {
    let name = atlas.locale.say(name).to_owned();
    view! {
        <button
            type="button"
            class="map__button"
            disabled=!state.live
            aria-label=name.clone()
            title=name
            on:click=move |_| press()
        >
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d=sign></path>
            </svg>
        </button>
    }
    .into_any()
}
