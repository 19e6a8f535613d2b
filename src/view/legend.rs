//! The legend, which is also the list of the states: a real link for each, grouped by what the report says.

use leptos::prelude::*;

use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::{Place, PlaceCode};
use crate::locale::Message;
use crate::scene::map::tier_line;
use crate::scene::places::{self, Tier};

/// A row for each tier that has a state: its sign, what it means, its states.
pub fn legend(atlas: &Atlas, selected: Option<PlaceCode>) -> AnyView {
    let rows: Vec<_> =
        Tier::ALL.into_iter().filter_map(|tier| row(atlas, selected, tier)).collect();
    view! {
        <nav class="places" aria-label=atlas.locale.say(Message::MapList).to_owned()>
            <ul class="places__tiers">{rows}</ul>
        </nav>
    }
    .into_any()
}

fn row(atlas: &Atlas, selected: Option<PlaceCode>, tier: Tier) -> Option<AnyView> {
    let of_tier = |place: &&Place| places::tier(&atlas.dataset, place) == tier;
    let places: Vec<&Place> = places::members(&atlas.dataset).filter(of_tier).collect();
    let first = places.first()?;
    let sign = ["places__sign places__sign--", tier.word()].concat();
    let meaning = tier_line(atlas, tier, first);
    let links: Vec<_> = places.iter().map(|place| link(selected, place)).collect();
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

fn link(selected: Option<PlaceCode>, place: &Place) -> AnyView {
    let code = place.code;
    view! {
        <li>
            <a
                class="places__link"
                href=["#", code.as_str()].concat()
                aria-current=(selected == Some(code)).then_some("true")
                data-act="select"
                data-of=code.to_string()
            >
                {phrase(&place.name)}
            </a>
        </li>
    }
    .into_any()
}
