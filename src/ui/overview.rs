//! What the inspector says while no country is selected.

use leptos::prelude::*;

use super::Context;
use super::country_section::context_link;
use super::link::link_to_site;
use super::text::{as_of_text, localized_text, message, with_name};
use crate::i18n::{MessageId, day_text};
use crate::view_model::countries::{asean_wide_facts, members, members_at_publication};
use crate::view_model::labels::AsOfText;

/// Renders what the report is, how many facts it has, how the colors read, and the context.
pub fn overview(context: &Context) -> AnyView {
    let messages = &context.atlas.messages;
    let source = &context.atlas.report.source;
    let (outlet, date) = (source.outlet.isolated(), day_text(messages, source.published));
    let paragraphs = source.paragraphs.len().to_string();
    let values = [("outlet", outlet.as_str()), ("date", &date), ("paragraphs", &paragraphs)];
    let state = context.state;
    view! {
        <section
            class="overview"
            aria-current=move || state.place.get().is_none().then_some("true")
        >
            <p class="kicker">{message(context, MessageId::OverviewKicker)}</p>
            <h2 class="overview__headline" lang="en" dir="ltr" translate="no">{source.headline.clone()}</h2>
            <p>
                {with_name(&messages.format(MessageId::OverviewText, &values), &outlet)} " "
                {link_to_site(context, source.url.clone(), None, message(context, MessageId::EvidenceOpen))}
            </p>
            {counts(context)}
            <p>{message(context, MessageId::OverviewTiers)}</p>
            {context_facts(context)}
        </section>
    }
    .into_any()
}

fn counts(context: &Context) -> AnyView {
    let (report, messages) = (&context.atlas.report, &context.atlas.messages);
    let facts = report.facts.len();
    let wide = asean_wide_facts(report).count();
    let date = day_text(messages, report.source.published);
    let members_text = |id, count: usize| {
        messages.format(id, &[("count", &count.to_string()), ("date", &date)]).isolated()
    };
    let at_publication = members_at_publication(report).count();
    let members = AsOfText {
        report: members_text(MessageId::OverviewMembersReport, at_publication),
        today: members_text(MessageId::OverviewMembersToday, members(report).count()),
    };
    let entry = |label, value: AnyView| {
        view! { <div><dt>{message(context, label)}</dt><dd>{value}</dd></div> }
    };
    let count = |label, count: usize| entry(label, messages.number(count).into_any());
    view! {
        <dl class="counts">
            {count(MessageId::OverviewFacts, facts)}
            {count(MessageId::OverviewNamed, facts.saturating_sub(wide))}
            {count(MessageId::OverviewWide, wide)}
            {entry(MessageId::OverviewMembers, as_of_text(members))}
        </dl>
    }
    .into_any()
}

fn context_facts(context: &Context) -> Option<AnyView> {
    let report = &context.atlas.report;
    let facts: Vec<_> = report
        .context
        .iter()
        .filter_map(|fact| {
            let source = report.context_source(fact.source)?;
            let date = day_text(&context.atlas.messages, fact.date);
            Some(view! { <li><b>{date}</b>" "{localized_text(&fact.text)}" "{context_link(context, source)}</li> })
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
