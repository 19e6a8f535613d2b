//! The line under the map: what is under the pointer, or selected, or reached.

use std::sync::Arc;

use leptos::prelude::*;

use crate::atlas::Atlas;
use crate::dataset::{Fact, PlaceCode, Reach};
use crate::locale::Message;
use crate::scene::{places, words};
use crate::state::AppState;
use crate::view::place::tier_line;

/// A line for the eye that follows the pointer, and one for the ear that speaks only of what was chosen.
pub fn caption(atlas: &Arc<Atlas>, state: AppState) -> AnyView {
    let (seen, heard) = (atlas.clone(), atlas.clone());
    let chosen = {
        let atlas = atlas.clone();
        move || {
            let code = state.view.with(|view| view.place);
            code.and_then(|code| about_place(&atlas, code))
                .unwrap_or_else(|| about_choice(&atlas, state))
        }
    };
    let pointed_at = move || state.preview.get().and_then(|code| about_place(&seen, code));
    let covered = move || state.preview.get().map(|_| "");
    let spoken = move || {
        let code = state.view.with(|view| view.place);
        let is_chosen = code.is_some() || state.view.with(|view| view.fact.is_some());
        let text = || code.and_then(|code| about_place(&heard, code));
        is_chosen.then(|| text().unwrap_or_else(|| about_choice(&heard, state)))
    };
    let read = atlas.locale.say(Message::MapRead).to_owned();
    let way = move || {
        let code = state.view.with(|view| view.place);
        code.map(|code| view! { <a class="map__read" href=["#", code.as_str()].concat()>{read.clone()}</a> })
    };
    view! {
        <div class="map__caption">
            // One above the other, so that pointing moves nothing under the pointer.
            <div class="map__lines" aria-hidden="true">
                <p data-covered=covered>{chosen}</p>
                <p>{pointed_at}</p>
            </div>
            <p class="unseen" role="status">{spoken}</p>
            {way}
        </div>
    }
    .into_any()
}

/// `Malaysia: named in the report`.
fn about_place(atlas: &Atlas, code: PlaceCode) -> Option<String> {
    let place = atlas.dataset.place(code)?;
    let tier = places::tier(&atlas.dataset, place);
    Some([&place.name, " · ", &tier_line(atlas, tier, place)].concat())
}

/// Whom the chosen fact reaches, or how to choose.
fn about_choice(atlas: &Atlas, state: AppState) -> String {
    let fact = state.view.with(|view| view.fact).and_then(|id| atlas.dataset.fact(id));
    match fact {
        Some(fact) => about_fact(atlas, fact),
        None => atlas.locale.say(Message::MapHint).to_owned(),
    }
}

fn about_fact(atlas: &Atlas, fact: &Fact) -> String {
    let count = places::reached(&atlas.dataset, fact).len().to_string();
    let places = words::reach(atlas, fact);
    let values = [("fact", fact.title.as_str()), ("count", &count), ("places", &places)];
    let message = match fact.reach {
        Reach::AseanWide {} => Message::CardReachedWide,
        Reach::Named { .. } => Message::CardReachedNamed,
    };
    atlas.locale.fill(message, &values)
}
