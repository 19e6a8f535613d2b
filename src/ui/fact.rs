//! A fact in the inspector, and the pieces that cards and table share with it.

use leptos::prelude::*;

use super::Context;
use super::text::{as_of_text, localized_text, message};
use crate::i18n::{MessageId, date_basis_text, date_text};
use crate::model::{Fact, MissingDetail, Status};
use crate::view_model::details::{
    amounts_text, organisations_text, participants_text, speaker_text,
};
use crate::view_model::labels::{
    interpretations as interpretation_texts, kind_label, missing_detail_label, people_text,
    status_text,
};

/// Renders the button that opens the evidence of a fact. The evidence is a native pop-over, so it needs no script.
pub fn source_chip(context: &Context, fact: &Fact) -> AnyView {
    chip(context, fact, MessageId::SourceChip)
}

/// Renders the button with the number of the paragraph alone.
pub fn short_source_chip(context: &Context, fact: &Fact) -> AnyView {
    chip(context, fact, MessageId::SourceChipShort)
}

fn chip(context: &Context, fact: &Fact, label: MessageId) -> AnyView {
    let messages = &context.atlas.messages;
    let (paragraph, title) = (fact.paragraph().to_string(), fact.title.isolated());
    let values = [("paragraph", paragraph.as_str()), ("fact", &title)];
    view! {
        <button
            type="button"
            class="chip"
            popovertarget=fact.id.to_string()
            aria-label=messages.format(MessageId::SourceChipLabel, &values).isolated()
        >
            {localized_text(&messages.format(label, &values))}
        </button>
    }
    .into_any()
}

/// Renders a fact in full: its title and its text, then kind, date, status, people and missing details.
pub fn fact_in_full(context: &Context, fact: &Fact) -> AnyView {
    view! {
        <li class="fact">
            <p class="fact__title">{localized_text(&fact.title)}</p>
            <p class="fact__text">{localized_text(&fact.text)}</p>
            <p class="fact__details">{details(context, fact)} {people(context, fact).map(separated)}</p>
            {source_chip(context, fact)}
        </li>
    }
    .into_any()
}

/// Renders a fact in two lines: its title, then kind, date and status.
pub fn fact_in_brief(context: &Context, fact: &Fact) -> AnyView {
    view! {
        <li class="fact fact--brief">
            <p class="fact__text">{localized_text(&fact.title)}</p>
            <p class="fact__details">{details(context, fact)}</p>
            {source_chip(context, fact)}
        </li>
    }
    .into_any()
}

fn details(context: &Context, fact: &Fact) -> AnyView {
    let status = status_text(&context.atlas, fact.status, fact.date);
    // The status of a plan says its date.
    let date = (fact.status != Status::Scheduled).then(|| separated(date(context, fact)));
    let missing = fact.not_stated.iter();
    let missing: Vec<_> =
        missing.map(|detail| separated(missing_detail(context, *detail))).collect();
    let status = separated(as_of_text(status));
    view! { {message(context, kind_label(fact.kind))} {date} {status} {missing} }.into_any()
}

/// Renders a detail that follows another one in the same line.
fn separated(detail: AnyView) -> AnyView {
    view! { " · " {detail} }.into_any()
}

/// Renders the people whom the report names in a fact, if any.
pub fn people(context: &Context, fact: &Fact) -> Option<AnyView> {
    let names = people_text(&context.atlas, fact);
    (!names.is_empty()).then(|| view! { <bdi>{names}</bdi> }.into_any())
}

/// Renders the date of a fact in words; one that is derived or that the report does not state looks different.
pub fn date(context: &Context, fact: &Fact) -> AnyView {
    let messages = &context.atlas.messages;
    let text = date_text(messages, fact.date);
    if !fact.date.is_stated() {
        return view! { <span class="missing-detail">{text}</span> }.into_any();
    }
    match date_basis_text(messages, fact.date, fact.date_basis) {
        Some(basis) => view! { <span class="derived" title=basis>{text}</span> }.into_any(),
        None => text.into_any(),
    }
}

/// Renders the details that few facts have: participants, amounts, organisations, who says it.
pub fn more_details(context: &Context, fact: &Fact) -> AnyView {
    let atlas = &context.atlas;
    let entries = [
        (MessageId::CardParticipants, participants_text(atlas, fact)),
        (MessageId::CardAmount, amounts_text(atlas, fact)),
        (MessageId::CardOrganisations, organisations_text(atlas, fact)),
        (MessageId::CardSaid, speaker_text(atlas, fact).unwrap_or_default()),
    ];
    let entries = entries.into_iter().filter(|(_, text)| !text.is_empty());
    let entry =
        |(label, text)| view! { <dt>{message(context, label)}</dt><dd>{text}</dd> }.into_any();
    entries.map(entry).collect::<Vec<_>>().into_any()
}

/// Renders the details that the report does not state.
pub fn missing_details(context: &Context, fact: &Fact) -> AnyView {
    let missing = fact.not_stated.iter().map(|detail| missing_detail(context, *detail));
    missing.collect::<Vec<_>>().into_any()
}

fn missing_detail(context: &Context, detail: MissingDetail) -> AnyView {
    let label = message(context, missing_detail_label(detail));
    view! { <span class="missing-detail">{label}</span> }.into_any()
}

/// Renders the last line of a shortened list: how many facts there are besides. The table has them.
pub fn more_facts(context: &Context, count: usize) -> Option<AnyView> {
    let text = context.atlas.messages.format(MessageId::ListMore, &[("count", &count.to_string())]);
    (count > 0).then(|| view! { <li class="more">{localized_text(&text)}</li> }.into_any())
}

/// Returns the classes of a status: a filled dot for what was done, a ring for what was to come, a square for what was
/// stopped.
pub fn status_classes(status: Status) -> &'static str {
    match status {
        Status::Stated
        | Status::Held
        | Status::Agreed
        | Status::Signed
        | Status::Executed
        | Status::Ongoing
        | Status::Extended
        | Status::Shared
        | Status::InForce => "status",
        Status::Explored | Status::Proposed | Status::Scheduled | Status::NotStated => {
            "status status--open"
        }
        Status::Deferred | Status::Suspended | Status::Cancelled => "status status--stopped",
    }
}

/// Renders the interpretations of an ambiguous passage.
pub fn interpretations(context: &Context, fact: &Fact) -> Option<AnyView> {
    let texts = interpretation_texts(&context.atlas, fact);
    if texts.is_empty() {
        return None;
    }
    let items = texts.iter().map(|(label, text)| {
        view! { <li><b>{localized_text(label)}</b>" "{localized_text(text)}</li> }.into_any()
    });
    let items: Vec<_> = items.collect();
    let messages = &context.atlas.messages;
    let title = match texts.len() {
        2 => messages.get(MessageId::InterpretationsTitle).clone(),
        count => messages.format(MessageId::InterpretationsMany, &[("count", &count.to_string())]),
    };
    let list = view! {
        <div class="interpretations">
            <p class="interpretations__title">{localized_text(&title)}</p>
            <ul>{items}</ul>
        </div>
    };
    Some(list.into_any())
}
