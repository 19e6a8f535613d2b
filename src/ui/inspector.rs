//! What the report says of the selected country, or of all.

use leptos::prelude::*;

use super::Context;
use super::country_section::country_section;
use super::disclosure::disclosure_summary;
use super::fact::{fact_in_brief, more_facts};
use super::overview::overview;
use super::part::Part;
use super::text::{attribute, message};
use crate::i18n::MessageId;
use crate::view_model::countries::{asean_wide_facts, members};
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
    let sections: Vec<_> = members(report).map(|place| country_section(&context, place)).collect();
    let limit = pagination::limit(report.facts.len(), MAX_LIST);
    let (wide, rest) = pagination::truncate(asean_wide_facts(report), limit);
    let count = wide.len() + rest;
    let wide: Vec<_> = wide.into_iter().map(|fact| fact_in_brief(&context, fact)).collect();
    let heading = view! { <h3>{message(&context, MessageId::InspectorAseanWide)}</h3> }.into_any();
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
                <details class="disclosure asean-wide">
                    {disclosure_summary(&context, heading, count)}
                    <p class="asean-wide__text">{message(&context, MessageId::InspectorAseanWideText)}</p>
                    <ul class="facts-list">{wide} {more_facts(&context, rest)}</ul>
                </details>
            </div>
        </aside>
    }
}
