//! The line under the map: what is selected, or under the pointer.

use leptos::prelude::*;

use super::with_choice;
use crate::i18n::MessageId;
use crate::ui::Context;
use crate::ui::text::{LiveText, message};
use crate::view_model::map_view::{
    MapChoice, country_caption, live_region_text, selection_caption,
};

/// Renders a line for the eye that follows the pointer, one for the ear that follows choices only, and a link to the
/// facts of the selected country.
pub fn map_caption(context: &Context) -> AnyView {
    let state = context.state;
    let text = |read: fn(&Context, MapChoice<'_>) -> String| {
        let context = context.clone();
        Signal::derive(move || with_choice(&context, |choice| read(&context, choice)))
    };
    let selection = text(|context, choice| selection_caption(&context.atlas, choice));
    let live_region = text(|context, choice| live_region_text(&context.atlas, choice));
    let preview = text(|context, choice| {
        choice.preview.and_then(|code| country_caption(&context.atlas, code)).unwrap_or_default()
    });
    let href = move || state.place.get().map_or_else(|| "#".to_owned(), |code| format!("#{code}"));
    view! {
        <div class="map__caption">
            // One above the other, so that pointing moves nothing.
            <div
                class="map__lines"
                class:map__lines--preview=move || state.preview.get().is_some()
                aria-hidden="true"
            >
                <LiveText class="map__selection" text=selection />
                <LiveText class="map__preview" text=preview />
            </div>
            <LiveText class="map__live-region visually-hidden" role="status" text=live_region />
            <a class="map__facts-link" hidden=move || state.place.get().is_none() href=href>
                {message(context, MessageId::MapReadFacts)}
            </a>
        </div>
    }
    .into_any()
}
