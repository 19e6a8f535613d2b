//! The legend, which is also the list of the states: a real link for each, grouped by what the report says.

use leptos::prelude::*;

use super::phrase::phrase;
use super::place::tier_line;
use crate::atlas::Atlas;
use crate::dataset::Place;
use crate::locale::Message;
use crate::scene::places::{self, Tier};
use crate::state::AppState;

/// A row for each tier that has a state: its sign, what it means, its states.
pub fn legend(atlas: &Atlas, state: AppState) -> AnyView {
    let rows: Vec<_> = Tier::ALL.into_iter().filter_map(|tier| row(atlas, state, tier)).collect();
    view! {
        <nav class="places" aria-label=atlas.locale.say(Message::MapList).to_owned()>
            <ul class="places__tiers">{rows}</ul>
        </nav>
    }
    .into_any()
}

fn row(atlas: &Atlas, state: AppState, tier: Tier) -> Option<AnyView> {
    let of_tier = |place: &&Place| places::tier(&atlas.dataset, place) == tier;
    let places: Vec<&Place> = places::members(&atlas.dataset).filter(of_tier).collect();
    let first = places.first()?;
    let sign = ["places__sign places__sign--", tier.word()].concat();
    let meaning = tier_line(atlas, tier, first);
    let links: Vec<_> = places.iter().map(|place| link(state, place)).collect();
    let drawn = view! {
        <li>
            <p class="places__meaning">
                <svg class=sign fill=tier.pattern() viewBox="0 0 16 16" aria-hidden="true">
                    <rect width="16" height="16" rx="4"></rect>
                </svg>
                {meaning}
            </p>
            <ul class="places__links">{links}</ul>
        </li>
    };
    Some(drawn.into_any())
}

fn link(state: AppState, place: &Place) -> AnyView {
    let code = place.code;
    view! {
        <li>
            <a
                class="places__link"
                href=["#", code.as_str()].concat()
                aria-current=move || state.is_selected(code).then_some("true")
                on:click=move |event| {
                    event.prevent_default();
                    state.select(code);
                }
                on:keydown=move |event| {
                    // A link answers Enter by itself; whoever takes it for a button may press Space.
                    if event.key() == " " {
                        event.prevent_default();
                        state.select(code);
                    }
                }
                on:focus=move |_| state.preview.set(Some(code))
                on:blur=move |_| state.preview.set(None)
                on:pointerenter=move |_| state.preview.set(Some(code))
                on:pointerleave=move |_| state.preview.set(None)
            >
                {phrase(&place.name)}
            </a>
        </li>
    }
    .into_any()
}
