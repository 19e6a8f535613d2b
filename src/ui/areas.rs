//! The areas of cooperation: two filters, and a card for each project.

use leptos::prelude::*;

use super::Context;
use super::card::card;
use super::part::Part;
use super::text::{LiveText, attribute, localized_text, message};
use crate::i18n::MessageId;
use crate::model::Text;
use crate::view_model::cards::{
    areas_with_card, cards, count_text, filters_text, pillars, statuses,
};
use crate::view_model::labels::{pillar_label, status_label};

/// The section of the areas.
#[component]
pub fn Areas(
    /// What every component is given.
    context: Context,
) -> AnyView {
    let (report, state) = (&context.atlas.report, context.state);
    if cards(report).is_empty() {
        return no_cards(&context);
    }
    let cards = cards(report).into_iter();
    let cards: Vec<_> = cards.map(|fact| card(&context, fact)).collect();
    let areas = areas_with_card(report).map(|area| (area.id, area.name.clone())).collect();
    let pillar_text = |pillar| context.atlas.messages.get(pillar_label(pillar)).clone();
    let pillars: Vec<_> =
        pillars(report).into_iter().map(|pillar| (pillar, pillar_text(pillar))).collect();
    let status_text = |status| context.atlas.messages.get(status_label(status)).clone();
    let statuses =
        statuses(report).into_iter().map(|status| (status, status_text(status))).collect();
    let count = {
        let atlas = context.atlas.clone();
        Signal::derive(move || count_text(&atlas, state.filters()).isolated())
    };
    let filters = {
        let atlas = context.atlas.clone();
        Signal::derive(move || filters_text(&atlas, state.filters()))
    };
    view! {
        <section
            class="areas"
            aria-label=attribute(&context, MessageId::AreasTitle)
            data-part=Part::Areas.name()
        >
            <h2>{message(&context, MessageId::AreasTitle)}</h2>
            <div class="filters">
                {filter(&context, MessageId::AreasByArea, state.area, areas)}
                {(!pillars.is_empty())
                    .then(|| filter(&context, MessageId::AreasByPillar, state.pillar, pillars))}
                {filter(&context, MessageId::AreasByStatus, state.status, statuses)}
                <LiveText class="filters__count" role="status" text=count />
                <LiveText class="filters__view" text=filters />
            </div>
            <div class="cards">{cards}</div>
        </section>
    }
    .into_any()
}

/// Renders the section of a report in which no fact belongs to an area.
fn no_cards(context: &Context) -> AnyView {
    view! {
        <section
            class="areas"
            aria-label=attribute(context, MessageId::AreasTitle)
            data-part=Part::Areas.name()
        >
            <h2>{message(context, MessageId::AreasTitle)}</h2>
            <p>{message(context, MessageId::AreasEmpty)}</p>
        </section>
    }
    .into_any()
}

/// Renders a row of choices, the first of which shows all.
fn filter<T>(
    context: &Context,
    label: MessageId,
    chosen: RwSignal<Option<T>>,
    values: Vec<(T, Text)>,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let mut choices = Vec::new();
    let mut add = |value, name: &Text| {
        let is_chosen = Box::new(move || chosen.get() == value);
        choices.push(choice(context, name, is_chosen, Box::new(move || chosen.set(value))));
    };
    add(None, context.atlas.messages.get(MessageId::AreasAll));
    for (value, name) in &values {
        add(Some(*value), name);
    }
    view! {
        <div class="filter" role="group" aria-label=attribute(context, label)>
            <span class="filter__label" aria-hidden="true">{message(context, label)}</span>
            {choices}
        </div>
    }
    .into_any()
}

fn choice(
    context: &Context,
    name: &Text,
    is_chosen: Box<dyn Fn() -> bool + Send>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <button
            type="button"
            class="filter__choice"
            disabled=!context.state.platform.is_interactive
            aria-pressed=move || is_chosen().to_string()
            on:click=move |_| choose()
        >
            {localized_text(name)}
        </button>
    }
    .into_any()
}
