//! The areas of cooperation: two filters, and a card for each project.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::card;
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::cards::{Filed, projects, statuses};
use crate::scene::words;
use crate::state::AppState;
use crate::state::url::ViewState;

/// The section of the areas.
#[component]
pub fn Areas(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    state: AppState,
) -> impl IntoView {
    let cards = projects(&atlas.dataset).map(|fact| card(&atlas, state, fact));
    view! {
        <section class="areas" aria-label=atlas.locale.say(Message::AreasTitle).to_owned()>
            <h2>{phrase(atlas.locale.say(Message::AreasTitle))}</h2>
            <div class="filters">
                {by_area(&atlas, state)}
                {by_status(&atlas, state)}
                <p class="filters__shown" role="status">{shown(&atlas, state)}</p>
            </div>
            <div class="cards">{cards.collect_view()}</div>
        </section>
    }
}

fn by_area(atlas: &Atlas, state: AppState) -> AnyView {
    let choices = atlas.dataset.areas.iter().map(|area| {
        let id = area.id;
        let is_on = move |view: &ViewState| view.area == Some(id);
        choice(state, area.name.clone(), is_on, move || state.filter_area(Some(id)))
    });
    let all = atlas.locale.say(Message::AreasAll).to_owned();
    let all = choice(state, all, |view| view.area.is_none(), move || state.filter_area(None));
    group(atlas, Message::AreasByArea, all, choices.collect())
}

fn by_status(atlas: &Atlas, state: AppState) -> AnyView {
    let choices = statuses(&atlas.dataset).into_iter().map(|status| {
        let name = atlas.locale.say(words::status(status)).to_owned();
        let is_on = move |view: &ViewState| view.status == Some(status);
        choice(state, name, is_on, move || state.filter_status(Some(status)))
    });
    let all = atlas.locale.say(Message::AreasAll).to_owned();
    let all = choice(state, all, |view| view.status.is_none(), move || state.filter_status(None));
    group(atlas, Message::AreasByStatus, all, choices.collect())
}

fn group(atlas: &Atlas, label: Message, all: AnyView, choices: Vec<AnyView>) -> AnyView {
    let label = atlas.locale.say(label).to_owned();
    let name = label.clone();
    view! {
        <div class="filter" role="group" aria-label=name>
            <span class="filter__label" aria-hidden="true">{label}</span>
            {all}
            {choices}
        </div>
    }
    .into_any()
}

fn choice(
    state: AppState,
    name: String,
    is_on: impl Fn(&ViewState) -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    let pressed = move || {
        if state.view.with(&is_on) { "true" } else { "false" }
    };
    view! {
        <button
            type="button"
            class="filter__choice"
            disabled=!state.live
            aria-pressed=pressed
            on:click=move |_| choose()
        >
            {name}
        </button>
    }
    .into_any()
}

/// How many cards the filters leave, in words.
fn shown(atlas: &Arc<Atlas>, state: AppState) -> impl Fn() -> String + use<> {
    let atlas = atlas.clone();
    let filed: Vec<Filed> = projects(&atlas.dataset).map(Filed::new).collect();
    move || {
        let count = state.view.with(|view| filed.iter().filter(|each| each.passes(view)).count());
        if count == 0 {
            return atlas.locale.say(Message::AreasNone).to_owned();
        }
        let values = [("count", count.to_string()), ("all", filed.len().to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        atlas.locale.fill(Message::AreasShown, &values)
    }
}
