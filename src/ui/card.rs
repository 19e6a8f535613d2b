//! A fact that belongs to an area of cooperation, as a card.

use leptos::prelude::*;

use super::Context;
use super::fact::{
    date, interpretations, missing_details, more_details, source_chip, status_classes,
};
use super::icon::icon;
use super::text::{LiveText, as_of_text, localized_text, message};
use crate::i18n::MessageId;
use crate::model::Fact;
use crate::view_model::cards::{FilterKey, card_note};
use crate::view_model::labels::{member_count_text, scope_text, status_text};

/// Icon, areas, title, status, audience, scope, date, interpretations, source, and the button that shows it on the map.
pub fn card(context: &Context, fact: &Fact) -> AnyView {
    let (atlas, state, id) = (context.atlas.clone(), context.state, fact.id);
    let areas: Vec<_> = fact.areas.iter().filter_map(|id| atlas.report.area(*id)).collect();
    let names: Vec<String> = areas.iter().map(|area| area.name.isolated()).collect();
    let names = match areas.as_slice() {
        [area] => localized_text(&area.name),
        _ => atlas.messages.list(names.iter().map(String::as_str)).into_any(),
    };
    let status = status_text(&atlas, fact.status, fact.date);
    let filter_key = FilterKey::of(&atlas.report, fact);
    let note = {
        let atlas = atlas.clone();
        Signal::derive(move || card_note(&atlas, id, state.place.get()))
    };
    // Without an audience, the missing details belong to the states.
    let missing = fact.audience.is_none().then(|| view! { " " {missing_details(context, fact)} });
    view! {
        <article
            class="card"
            data-fact=id.to_string()
            aria-label=fact.title.isolated()
            hidden=move || !filter_key.matches(state.filters())
        >
            {areas.first().map(|area| icon(area.icon))}
            <p class="card__area">{names}</p>
            <h3>{localized_text(&fact.title)}</h3>
            <p class=status_classes(fact.status)>{as_of_text(status)}</p>
            <dl class="card__details">
                {audience(context, fact)}
                {more_details(context, fact)}
                <dt>{message(context, MessageId::CardScope)}</dt>
                <dd>{scope_text(&atlas, fact)} {member_count(context, fact)} {missing}</dd>
                <dt>{message(context, MessageId::CardDate)}</dt>
                <dd>{date(context, fact)}</dd>
            </dl>
            {interpretations(context, fact)}
            <LiveText class="card__note" text=note />
            <div class="card__foot">
                {source_chip(context, fact)}
                <button
                    type="button"
                    class="card__show"
                    disabled=!state.platform.is_interactive
                    aria-pressed=move || (state.fact.get() == Some(id)).to_string()
                    on:click=move |_| state.toggle_fact(id)
                >
                    {message(context, MessageId::CardShow)}
                </button>
            </div>
        </article>
    }
    .into_any()
}

/// Renders for whom it is, and what the report does not state of that; nothing where the report does not say for whom.
fn audience(context: &Context, fact: &Fact) -> Option<AnyView> {
    let audience = localized_text(fact.audience.as_ref()?);
    let entry = view! {
        <dt>{message(context, MessageId::CardFor)}</dt>
        <dd>{audience} " " {missing_details(context, fact)}</dd>
    };
    Some(entry.into_any())
}

/// Renders how many members ASEAN had, for a fact that concerns them all.
fn member_count(context: &Context, fact: &Fact) -> Option<AnyView> {
    let tag = || {
        let count = localized_text(&member_count_text(&context.atlas));
        view! { " " <span class="tag">{count}</span> }.into_any()
    };
    fact.scope.is_asean_wide().then(tag)
}
