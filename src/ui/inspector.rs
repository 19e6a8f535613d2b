//! What the report says of the selected country, or of all.

use leptos::prelude::*;

use super::Context;
use super::country_section::country_section;
use super::disclosure::disclosure_summary;
use super::fact::{fact_in_brief, more_facts};
use super::overview::overview;
use super::part::Part;
use super::text::{attribute, localized_text, message};
use crate::i18n::MessageId;
use crate::model::{Fact, Text};
use crate::view_model::countries::{asean_wide_facts, members_at_publication, unplaced_facts};
use crate::view_model::pagination::{self, MAX_LIST};

/// A section for each country, of which one is shown, then the overview, then the ASEAN-wide facts.
///
/// The sections come before the overview, so that the style sheet can hide it behind `:target` without a script.
#[component]
pub fn Inspector(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let report = &context.atlas.report;
    let sections: Vec<_> =
        report.places.iter().map(|place| country_section(&context, place)).collect();
    view! {
        <aside
            class="inspector"
            aria-label=attribute(&context, MessageId::InspectorLabel)
            data-part=Part::Inspector.name()
        >
            <div
                class="inspector__sheet"
                tabindex="0"
                role="region"
                aria-label=attribute(&context, MessageId::InspectorLabel)
            >
                {sections}
                {overview(&context)}
                {facts_without_state(
                    &context,
                    MessageId::InspectorAseanWide,
                    asean_wide_text(&context).as_ref(),
                    asean_wide_facts(report).collect(),
                )}
                {facts_without_state(
                    &context,
                    MessageId::InspectorUnplaced,
                    Some(&unplaced_text(&context)),
                    unplaced_facts(report).collect(),
                )}
            </div>
        </aside>
    }
}

/// Returns what the ASEAN-wide facts have in common; nothing where one of them also names a state.
fn asean_wide_text(context: &Context) -> Option<Text> {
    let report = &context.atlas.report;
    if asean_wide_facts(report).any(|fact| !fact.scope.places.is_empty()) {
        return None;
    }
    let count = members_at_publication(report).count().to_string();
    let id = match report.published() {
        Some(_) => MessageId::InspectorAseanWideText,
        None => MessageId::InspectorAseanWideUndatedText,
    };
    Some(context.atlas.messages.format(id, &[("count", &count)]))
}

fn unplaced_text(context: &Context) -> Text {
    let values = [("partner", &*context.atlas.report.partner.name.isolated())];
    context.atlas.messages.format(MessageId::InspectorUnplacedText, &values)
}

/// Renders the facts that name no state, folded; nothing where there are none.
fn facts_without_state(
    context: &Context,
    heading: MessageId,
    text: Option<&Text>,
    facts: Vec<&Fact>,
) -> Option<AnyView> {
    let count = facts.len();
    let limit = pagination::limit(context.atlas.report.facts.len(), MAX_LIST);
    let (facts, rest) = pagination::truncate(facts.into_iter(), limit);
    let facts: Vec<_> = facts.into_iter().map(|fact| fact_in_brief(context, fact)).collect();
    if facts.is_empty() {
        return None;
    }
    let heading = view! { <h3>{message(context, heading)}</h3> }.into_any();
    let disclosure = view! {
        <details class="disclosure asean-wide">
            {disclosure_summary(context, heading, Some(count))}
            {text.map(|text| view! { <p class="asean-wide__text">{localized_text(text)}</p> }.into_any())}
            <ul class="facts-list">{facts} {more_facts(context, rest)}</ul>
        </details>
    };
    Some(disclosure.into_any())
}
