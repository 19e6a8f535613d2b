//! Where each fact stands in the report: a pop-over that the chips open, and a list where there are no pop-overs.

use leptos::prelude::*;

use super::Context;
use super::dialog::announcement;
use super::fact::interpretations;
use super::link::link_to_site;
use super::part::Part;
use super::text::{attribute, localized_text, message, with_name};
use crate::i18n::{MessageId, day_text};
use crate::model::{Fact, FactId, Person};
use crate::view_model::citation::{citation, quote_url};

/// The evidence of the facts that the printed page mentions.
#[component]
pub fn EvidenceList(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let facts = context.atlas.report.facts.iter();
    let on_page = facts.filter(|fact| context.page.evidence.contains(&fact.id));
    let articles: Vec<_> = on_page.map(|fact| evidence(&context, fact)).collect();
    view! {
        <section class="evidence-list" aria-label=attribute(&context, MessageId::EvidenceAll)>
            <h2>{message(&context, MessageId::EvidenceAll)}</h2>
            {articles}
        </section>
    }
}

fn evidence(context: &Context, fact: &Fact) -> AnyView {
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
                {link_to_site(
                    context,
                    quote_url(&context.atlas, fact),
                    Some("button"),
                    message(context, MessageId::EvidenceOpen),
                )}
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

fn details(context: &Context, fact: &Fact) -> AnyView {
    let (source, messages) = (&context.atlas.report.source, &context.atlas.messages);
    let (paragraph, paragraphs) = (fact.paragraph.to_string(), source.paragraphs.len().to_string());
    let values = [("paragraph", paragraph.as_str()), ("paragraphs", &paragraphs)];
    let (outlet, day) = (source.outlet.isolated(), day_text(messages, source.published));
    let published = [("outlet", outlet.as_str()), ("date", &day)];
    let people = fact.people.iter().filter_map(|id| context.atlas.report.person(*id));
    let people: Vec<_> = people.map(|person| person_with_office(context, person)).collect();
    view! {
        <dl class="evidence__details">
            <dt>{message(context, MessageId::EvidenceParagraph)}</dt>
            <dd>{localized_text(&messages.format(MessageId::EvidenceParagraphOf, &values))}</dd>
            <dt>{message(context, MessageId::EvidenceSearch)}</dt>
            <dd><q lang="en" dir="ltr" translate="no">{fact.quote.clone()}</q></dd>
            <dt>{message(context, MessageId::EvidenceOutlet)}</dt>
            <dd>{with_name(&messages.format(MessageId::EvidenceOutletDate, &published), &outlet)}</dd>
            {people}
        </dl>
    }
    .into_any()
}

/// Renders a person whom the report names in a fact, with the office.
fn person_with_office(context: &Context, person: &Person) -> AnyView {
    let (name, office) = (person.name.isolated(), person.office.isolated());
    let values = [("name", name.as_str()), ("office", &office)];
    let text = context.atlas.messages.format(MessageId::EvidencePerson, &values);
    view! {
        <dt>{message(context, MessageId::FactsPeople)}</dt>
        <dd>{localized_text(&text)}</dd>
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
