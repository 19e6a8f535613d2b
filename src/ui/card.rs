//! A project of cooperation, as a card.

use leptos::prelude::*;

use super::Context;
use super::fact::{date, interpretations, missing_details, source_chip, status_classes};
use super::icon::icon;
use super::text::{LiveText, as_of_text, localized_text, message};
use crate::i18n::MessageId;
use crate::model::Fact;
use crate::view_model::cards::{FilterKey, card_note};
use crate::view_model::labels::{member_count_text, scope_text, status_text};

/// Icon, area, project, status, audience, scope, date, interpretations, source, and the button that shows it on the map.
#[component]
pub fn Card(
    /// What every component is given.
    context: Context,
    /// The project.
    fact: Fact,
) -> impl IntoView {
    let (atlas, state, id) = (context.atlas.clone(), context.state, fact.id);
    let area = fact.area.and_then(|id| atlas.report.area(id));
    let status = status_text(&atlas, fact.status, fact.date);
    let filter_key = FilterKey::of(&fact);
    let note = {
        let (atlas, fact) = (atlas.clone(), fact.clone());
        Signal::derive(move || card_note(&atlas, &fact, state.place.get()))
    };
    view! {
        <article
            class="card"
            data-fact=id.to_string()
            aria-label=fact.title.isolated()
            hidden=move || !filter_key.matches(state.filters())
        >
            {area.map(|area| icon(area.icon))}
            <p class="card__area">{area.map(|area| localized_text(&area.name))}</p>
            <h3>{localized_text(&fact.title)}</h3>
            <p class=status_classes(fact.status)>{as_of_text(status)}</p>
            <dl class="card__details">
                <dt>{message(&context, MessageId::CardFor)}</dt>
                <dd>{fact.audience.as_ref().map(localized_text)} " " {missing_details(&context, &fact)}</dd>
                <dt>{message(&context, MessageId::CardScope)}</dt>
                <dd>
                    {scope_text(&atlas, &fact)} " "
                    <span class="tag">{localized_text(&member_count_text(&atlas))}</span>
                </dd>
                <dt>{message(&context, MessageId::CardDate)}</dt>
                <dd>{date(&context, fact.date)}</dd>
            </dl>
            {interpretations(&context, &fact)}
            <LiveText class="card__note" text=note />
            <div class="card__foot">
                {source_chip(&context, &fact)}
                <button
                    type="button"
                    class="card__show"
                    disabled=!state.platform.is_interactive
                    aria-pressed=move || (state.fact.get() == Some(id)).to_string()
                    on:click=move |_| state.toggle_fact(id)
                >
                    {message(&context, MessageId::CardShow)}
                </button>
            </div>
        </article>
    }
}
