//! Where a fact stands in the report: a pop-over that its chips open.

use leptos::prelude::*;

use super::Context;
use super::dialog::announcement;
use super::fact::{interpretations, more_details, short_source_chip};
use super::link::link_to_site;
use super::part::Part;
use super::text::{localized_text, message, with_name};
use crate::i18n::{MessageId, date_basis_text, date_text};
use crate::model::{Fact, FactId, FactOfAtlas, Follows, Person, Quote};
use crate::view_model::citation::{citation, quote_url};
use crate::view_model::details::office_texts;

/// Renders the evidence of a fact.
pub fn evidence(context: &Context, fact: &Fact) -> AnyView {
    view! {
        <article
            class="dialog evidence"
            id=fact.id.to_string()
            popover="auto"
            aria-label=fact.title.isolated()
        >
            <p class="kicker">{message(context, MessageId::EvidenceTitle)}</p>
            <h3>{localized_text(&fact.title)}</h3>
            <p class="evidence__text">{localized_text(&fact.text)}</p>
            {interpretations(context, fact)}
            {details(context, fact)}
            <p class="evidence__citation" translate="no">{citation(&context.atlas, fact)}</p>
            <div class="evidence__foot">
                {links_to_quotes(context, fact)}
                <CopyCitation context=context.clone() fact=fact.id />
                <button
                    type="button"
                    class="button"
                    popovertarget=fact.id.to_string()
                    popovertargetaction="hide"
                >
                    {message(context, MessageId::EvidenceClose)}
                </button>
            </div>
        </article>
    }
    .into_any()
}

/// Renders a link to each quote: several quotes of one paragraph or of several.
fn links_to_quotes(context: &Context, fact: &Fact) -> Vec<AnyView> {
    let has_several = fact.quotes.len() > 1;
    let links = fact.quotes.iter().filter_map(|quote| {
        let url = quote_url(&context.atlas, quote)?;
        let paragraph = has_several.then(|| {
            let values = [("paragraph", &*quote.paragraph.to_string())];
            let chip = context.atlas.messages.format(MessageId::SourceChipShort, &values);
            view! { " " {localized_text(&chip)} }
        });
        let label = view! { {message(context, MessageId::EvidenceOpen)} {paragraph} };
        Some(link_to_site(context, url, Some("button"), label.into_any()))
    });
    links.collect()
}

fn details(context: &Context, fact: &Fact) -> AnyView {
    let quotes: Vec<_> = fact.quotes.iter().map(|quote| quote_details(context, quote)).collect();
    let people = fact.people.iter().filter_map(|id| context.atlas.report.person(*id));
    let people: Vec<_> = people.map(|person| person_with_office(context, person)).collect();
    view! {
        <dl class="evidence__details">
            {quotes}
            {derived_date(context, fact)}
            {people}
            {more_details(context, fact)}
            {follows(context, fact)}
        </dl>
    }
    .into_any()
}

fn quote_details(context: &Context, quote: &Quote) -> Option<AnyView> {
    let messages = &context.atlas.messages;
    let source = context.atlas.report.source_with(quote.source)?;
    let (paragraph, paragraphs) =
        (quote.paragraph.to_string(), source.paragraphs.len().to_string());
    let values = [("paragraph", paragraph.as_str()), ("paragraphs", &paragraphs)];
    let is_counted = !source.paragraphs.is_empty();
    let id = if is_counted { MessageId::EvidenceParagraphOf } else { MessageId::SourceChipShort };
    let (outlet, day) = (source.outlet.isolated(), date_text(messages, source.published));
    let published = [("outlet", outlet.as_str()), ("date", &day)];
    let Quote { exact, .. } = quote.clone();
    let details = view! {
        <dt>{message(context, MessageId::EvidenceParagraph)}</dt>
        <dd>{localized_text(&messages.format(id, &values))}</dd>
        <dt>{message(context, MessageId::EvidenceSearch)}</dt>
        <dd><q lang=source.lang.clone() dir="auto" translate="no">{exact}</q></dd>
        <dt>{message(context, MessageId::EvidenceOutlet)}</dt>
        <dd>{with_name(&messages.format(MessageId::EvidenceOutletDate, &published), &outlet)}</dd>
    };
    Some(details.into_any())
}

/// Renders how a date is known that the report does not state.
fn derived_date(context: &Context, fact: &Fact) -> Option<AnyView> {
    let messages = &context.atlas.messages;
    let basis = date_basis_text(messages, fact.date, fact.date_basis)?;
    let date = date_text(messages, fact.date);
    let entry = view! {
        <dt>{message(context, MessageId::CardDate)}</dt>
        <dd>{date} " (" {basis} ")"</dd>
    };
    Some(entry.into_any())
}

/// Renders the fact that a fact follows: the chip of a fact on this page, or a link to another atlas.
fn follows(context: &Context, fact: &Fact) -> Option<AnyView> {
    let follows = match fact.follows.as_ref()? {
        Follows::Fact(id) => {
            let other = context.atlas.report.fact(*id)?;
            let chip =
                context.page.evidence.contains(id).then(|| short_source_chip(context, other));
            view! { {localized_text(&other.title)} " " {chip} }.into_any()
        }
        Follows::Elsewhere(FactOfAtlas { atlas, fact }) => {
            let url = format!("{}#{fact}", atlas.split('#').next().unwrap_or_default());
            let text = view! { <bdi translate="no">{url.clone()}</bdi> }.into_any();
            link_to_site(context, url, None, text)
        }
    };
    let entry = view! { <dt>{message(context, MessageId::CardFollows)}</dt><dd>{follows}</dd> };
    Some(entry.into_any())
}

/// Renders a person whom the report names in a fact, with the offices.
fn person_with_office(context: &Context, person: &Person) -> AnyView {
    let name = person.name.isolated();
    let messages = &context.atlas.messages;
    let offices = office_texts(&context.atlas, person);
    let offices: Vec<String> = offices.iter().map(|office| office.isolated()).collect();
    let text = if offices.is_empty() {
        localized_text(&person.name)
    } else {
        let offices = messages.list(offices.iter().map(String::as_str));
        let values = [("name", name.as_str()), ("office", &offices)];
        localized_text(&messages.format(MessageId::EvidencePerson, &values))
    };
    view! {
        <dt>{message(context, MessageId::FactsPeople)}</dt>
        <dd>{text}</dd>
    }
    .into_any()
}

/// The button that copies the citation of a fact, and the line that says so.
#[component]
pub fn CopyCitation(
    /// What every component is given.
    context: Context,
    /// The fact.
    fact: FactId,
) -> impl IntoView {
    let state = context.state;
    let copy = {
        let atlas = context.atlas.clone();
        move || {
            if let Some(fact) = atlas.report.fact(fact) {
                state.copy(citation(&atlas, fact), MessageId::EvidenceCopied);
            }
        }
    };
    view! {
        <div
            class="evidence__copy"
            data-part=Part::CopyCitation.name()
            data-fact=fact.to_string()
        >
            <button
                type="button"
                class="button"
                disabled=!state.platform.is_interactive
                on:click=move |_| copy()
            >
                {message(&context, MessageId::EvidenceCopy)}
            </button>
            {announcement(&context)}
        </div>
    }
}
