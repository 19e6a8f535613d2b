//! A project of cooperation, as a card.

use leptos::prelude::*;

use super::fact::{chip, clocked, date, readings, unsaid};
use super::icon::icon;
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::{Fact, Status};
use crate::locale::Message;
use crate::scene::cards::{filed, mark, passes};
use crate::scene::words;
use crate::state::url::ViewState;

/// Icon, area, project, status, for whom, reach, date, readings, evidence, and the way to the map.
pub fn card(atlas: &Atlas, chosen: &ViewState, fact: &Fact) -> AnyView {
    let area = fact.area.and_then(|id| atlas.dataset.area(id));
    let is_shown = if chosen.fact == Some(fact.id) { "true" } else { "false" };
    let status = words::clocked_status(atlas, fact.status, fact.date);
    let filed = filed(fact);
    let is_hidden = !passes(&filed, chosen);
    let place = atlas.digest.fact(fact.id).unwrap_or_default();
    view! {
        <article
            class="card"
            data-fact=fact.id.to_string()
            aria-label=fact.title.clone()
            data-filed=filed
            hidden=is_hidden
        >
            {area.map(|area| icon(area.icon))}
            <p class="card__area">{area.map(|area| phrase(&area.name))}</p>
            <h3>{phrase(&fact.title)}</h3>
            <p class=status_class(fact.status)>{clocked(status)}</p>
            <dl class="card__particulars">
                <dt>{phrase(atlas.locale.say(Message::CardFor))}</dt>
                <dd>{audience(atlas, fact)}</dd>
                <dt>{phrase(atlas.locale.say(Message::CardReach))}</dt>
                <dd>
                    {words::reach(atlas, fact)} " "
                    <span class="tag">{words::members(atlas)}</span>
                </dd>
                <dt>{phrase(atlas.locale.say(Message::CardDate))}</dt>
                <dd>{date(atlas, fact.date)}</dd>
            </dl>
            {readings(atlas, fact)}
            <p class="card__mark">{mark(&atlas.digest, chosen, place)}</p>
            <div class="card__foot">
                {chip(atlas, fact)}
                <button
                    type="button"
                    class="card__show"
                    data-act="show"
                    data-of=fact.id.to_string()
                    disabled
                    aria-pressed=is_shown
                >
                    {phrase(atlas.locale.say(Message::CardShow))}
                </button>
            </div>
        </article>
    }
    .into_any()
}

/// The class that draws the sign before a status: a filled dot for what was done, a ring for what was to
/// come.
pub fn status_class(status: Status) -> String {
    ["status status--", status.word()].concat()
}

fn audience(atlas: &Atlas, fact: &Fact) -> AnyView {
    let unsaid = fact.not_stated.iter().map(|what| unsaid(atlas, words::unstated(*what)));
    view! { {fact.audience.as_deref().map(phrase)} " " {unsaid.collect_view()} }.into_any()
}
