//! One state: how the report speaks of it, the facts that name it, and its context.

use leptos::prelude::*;

use super::fact::{fact_in_full, more};
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::{Membership, Place, PlaceCode};
use crate::locale::Message;
use crate::scene::map::tier_line;
use crate::scene::places::{self, Tier};
use crate::scene::sheet;
use crate::scene::words;

/// The section of a state; its id is the fragment that selects it.
pub fn section(atlas: &Atlas, selected: Option<PlaceCode>, place: &Place) -> AnyView {
    let tier = places::tier(&atlas.dataset, place);
    let code = place.code;
    view! {
        <section
            class=["place place--", tier.word()].concat()
            id=code.to_string()
            aria-current=(selected == Some(code)).then_some("true")
        >
            <p class="kicker">{tier_line(atlas, tier, place)}</p>
            <h2>{phrase(&place.name)}</h2>
            <p class="place__words">{sentence(atlas, tier, place)} {since_then(atlas, tier)}</p>
            {naming(atlas, place)}
            {context(atlas, place)}
            <a class="place__clear" href="#" data-act="clear">{phrase(atlas.locale.say(Message::InspectorClear))}</a>
        </section>
    }
    .into_any()
}

fn sentence(atlas: &Atlas, tier: Tier, place: &Place) -> String {
    let year = places::joined(place).map(|day| day.year().to_string()).unwrap_or_default();
    atlas.locale.fill(tier.sentence(), &[("place", &place.name), ("year", &year)])
}

/// What only today's clock can say of a state that joined after the report.
fn since_then(atlas: &Atlas, tier: Tier) -> Option<AnyView> {
    let count = places::members(&atlas.dataset).count().to_string();
    let words = atlas.locale.fill(Message::TierTodayMember, &[("count", &count)]);
    let drawn = || view! { <span class="as-of-today">" " {words}</span> }.into_any();
    (tier == Tier::Later).then(drawn)
}

fn naming(atlas: &Atlas, place: &Place) -> Option<AnyView> {
    let most = sheet::most(atlas.dataset.facts.len(), sheet::LIST);
    let (facts, rest) = sheet::cut(places::facts_naming(&atlas.dataset, place.code), most);
    let facts: Vec<_> = facts.into_iter().map(|fact| fact_in_full(atlas, fact)).collect();
    let more = more(atlas, rest);
    (!facts.is_empty()).then(|| view! { <ul class="facts-list">{facts} {more}</ul> }.into_any())
}

fn context(atlas: &Atlas, place: &Place) -> Option<AnyView> {
    let Membership::Member { joined, source } = place.membership else {
        return None;
    };
    let source = atlas.dataset.context_source(source)?;
    let date = words::day(&atlas.locale, joined);
    let drawn = view! {
        <div class="context">
            <h3>{phrase(atlas.locale.say(Message::InspectorContext))}</h3>
            <p>
                {phrase(&atlas.locale.fill(Message::InspectorJoined, &[("date", &date)]))} " "
                <a href=source.url.clone() rel="noreferrer">
                    <bdi lang="en">{[source.publisher.as_str(), ", ", &source.title].concat()}</bdi>
                </a>
            </p>
        </div>
    };
    Some(drawn.into_any())
}
