//! A project of cooperation, as a card.

use std::sync::Arc;

use leptos::prelude::*;

use super::fact::{chip, clocked, date, readings, unsaid};
use super::icon::icon;
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::{Fact, PlaceCode, Status};
use crate::locale::Message;
use crate::scene::cards::Filed;
use crate::scene::{places, words};
use crate::state::AppState;

/// Icon, area, project, status, for whom, reach, date, readings, evidence, and the way to the map.
pub fn card(atlas: &Arc<Atlas>, state: AppState, fact: &Fact) -> AnyView {
    let area = fact.area.and_then(|id| atlas.dataset.area(id));
    let filed = Filed::new(fact);
    let id = fact.id;
    let status = words::clocked_status(atlas, fact.status, fact.date);
    view! {
        <article
            class="card"
            data-area=area.map(|area| area.id.to_string())
            aria-label=fact.title.clone()
            hidden=move || !state.view.with(|view| filed.passes(view))
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
            <p class="card__mark">{mark(atlas, state, fact)}</p>
            <div class="card__foot">
                {chip(atlas, fact)}
                <button
                    type="button"
                    class="card__show"
                    disabled=!state.live
                    aria-pressed=move || if is_shown(state, id) { "true" } else { "false" }
                    on:click=move |_| state.toggle_reach(id)
                >
                    {phrase(atlas.locale.say(Message::CardShow))}
                </button>
            </div>
        </article>
    }
    .into_any()
}

fn is_shown(state: AppState, id: crate::dataset::FactId) -> bool {
    state.view.with(|view| view.fact == Some(id))
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

/// What the project has to do with the selected state, in words.
fn mark(atlas: &Arc<Atlas>, state: AppState, fact: &Fact) -> impl Fn() -> Option<String> + use<> {
    let atlas = atlas.clone();
    let reached: Vec<PlaceCode> = places::reached(&atlas.dataset, fact);
    let fact = fact.clone();
    move || {
        let code = state.view.with(|view| view.place)?;
        let place = reached.contains(&code).then(|| atlas.dataset.place(code))??;
        let names = places::names(&fact, code);
        let message = if names { Message::CardNames } else { Message::CardCovers };
        Some(atlas.locale.fill(message, &[("place", &place.name)]))
    }
}
