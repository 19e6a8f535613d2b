//! What the inspector says while no country is selected.

use leptos::prelude::*;

use super::Context;
use super::country_section::context_link;
use super::link::link_to_site;
use super::text::{as_of_text, localized_text, message, with_name};
use crate::i18n::{MessageId, date_text};
use crate::model::Place;
use crate::view_model::countries::{
    CountryStatus, asean_wide_facts, country_status, facts_naming_any, members,
    members_at_publication, unplaced_facts,
};
use crate::view_model::labels::AsOfText;

/// Renders what the report is, how many facts it has, how the colors read, and the context.
pub fn overview(context: &Context) -> AnyView {
    let messages = &context.atlas.messages;
    let source = context.atlas.report.source();
    let (outlet, date) = (source.outlet.isolated(), date_text(messages, source.published));
    let paragraphs = source.paragraphs.len().to_string();
    let values = [("outlet", outlet.as_str()), ("date", &date), ("paragraphs", &paragraphs)];
    let text = if source.paragraphs.is_empty() {
        MessageId::OverviewUncountedText
    } else {
        MessageId::OverviewText
    };
    let link = source
        .url
        .clone()
        .map(|url| link_to_site(context, url, None, message(context, MessageId::EvidenceOpen)));
    let lang = source.lang.clone();
    let state = context.state;
    view! {
        <section
            class="overview"
            aria-current=move || state.place.get().is_none().then_some("true")
        >
            <p class="kicker">{message(context, MessageId::OverviewKicker)}</p>
            <h2 class="overview__headline" lang=lang dir="auto" translate="no">{source.title.clone()}</h2>
            <p>
                {with_name(&messages.format(text, &values), &outlet)} " " {link}
            </p>
            {counts(context)}
            <p>{message(context, MessageId::OverviewTiers)} {later_state(context)}</p>
            {context_facts(context)}
        </section>
    }
    .into_any()
}

/// Renders what hatching means, where one state is hatched; the legend explains several.
fn later_state(context: &Context) -> Option<AnyView> {
    let report = &context.atlas.report;
    let is_later = |place: &&Place| country_status(report, place) == CountryStatus::Later;
    let has_one = report.places.iter().filter(is_later).count() == 1;
    has_one.then(|| view! { " " {message(context, MessageId::OverviewTiersLater)} }.into_any())
}

fn counts(context: &Context) -> AnyView {
    let (report, messages) = (&context.atlas.report, &context.atlas.messages);
    let facts = report.facts.len();
    let (wide, unplaced) = (asean_wide_facts(report).count(), unplaced_facts(report).count());
    let named = facts_naming_any(report).count();
    let published = report.source().published;
    let date = date_text(messages, published);
    let members_text = |id, count: usize| {
        messages.format(id, &[("count", &count.to_string()), ("date", &date)]).isolated()
    };
    let today = members_text(MessageId::OverviewMembersToday, members(report).count());
    let at_publication = members_at_publication(report).count();
    let report_text = if published.is_stated() {
        members_text(MessageId::OverviewMembersReport, at_publication)
    } else {
        today.clone()
    };
    let members = AsOfText { report: report_text, today };
    let entry = |label, value: AnyView| {
        view! { <div><dt>{message(context, label)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let count = |label, count: usize| entry(label, messages.number(count).into_any());
    let unplaced = (unplaced > 0).then(|| count(MessageId::InspectorUnplaced, unplaced));
    let no_states = || view! { <p>{message(context, MessageId::OverviewNoStates)}</p> }.into_any();
    let no_states = (named == 0).then(no_states);
    view! {
        <dl class="counts">
            {count(MessageId::OverviewFacts, facts)}
            {count(MessageId::OverviewNamed, named)}
            {count(MessageId::OverviewWide, wide)}
            {unplaced}
            {entry(MessageId::OverviewMembers, as_of_text(members))}
        </dl>
        {no_states}
    }
    .into_any()
}

fn context_facts(context: &Context) -> Option<AnyView> {
    let report = &context.atlas.report;
    let facts: Vec<_> = report
        .context
        .iter()
        .filter_map(|fact| {
            let source = report.source_with(fact.source)?;
            let date = date_text(&context.atlas.messages, fact.date);
            let item = view! { <li><b>{date}</b>" "{localized_text(&fact.text)}" "{context_link(context, source)}</li> };
            Some(item.into_any())
        })
        .collect();
    if facts.is_empty() {
        return None;
    }
    let list = view! {
        <div class="context">
            <h3>{message(context, MessageId::InspectorContext)}</h3>
            <ul>{facts}</ul>
        </div>
    };
    Some(list.into_any())
}
