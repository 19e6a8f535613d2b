//! The facts along the years, each marked by the precision of its date.

use leptos::prelude::*;

use super::Context;
use super::fact::{more_facts, short_source_chip};
use super::text::{localized_text, message};
use crate::i18n::{MessageId, date_text, years_text};
use crate::model::Fact;
use crate::view_model::pagination::{self, MAX_GROUP, MAX_GROUPS, MAX_LIST, truncate};
use crate::view_model::timeline::{Tense, TimelineGroup, groups, tense, undated, years};

/// The section of the timeline. It never reacts: the browser keeps it as printed.
#[component]
pub fn Timeline(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let report = &context.atlas.report;
    let limit = |max| pagination::limit(report.facts.len(), max);
    let all = groups(report);
    let rest = all.iter().skip(limit(MAX_GROUPS)).map(|group| group.facts.len()).sum();
    let groups: Vec<_> =
        all.iter().take(limit(MAX_GROUPS)).map(|each| group(&context, each)).collect();
    let title = match years(report) {
        Some((from, to)) => {
            let years = years_text(&context.atlas.messages, from, to);
            context.atlas.messages.format(MessageId::TimelineTitle, &[("years", &years)])
        }
        None => context.atlas.messages.get(MessageId::TimelineUndated).clone(),
    };
    let dated = (!groups.is_empty())
        .then(|| view! { <ol class="timeline__groups">{groups} {more_facts(&context, rest)}</ol> });
    view! {
        <section class="timeline" aria-label=title.isolated()>
            <h2>{localized_text(&title)}</h2>
            {dated}
            {undated_facts(&context)}
        </section>
    }
}

/// Renders the facts without a stated date; nothing where every fact has one.
fn undated_facts(context: &Context) -> Option<AnyView> {
    let report = &context.atlas.report;
    let limit = pagination::limit(report.facts.len(), MAX_LIST);
    let (facts, rest) = truncate(undated(report), limit);
    if facts.is_empty() {
        return None;
    }
    let facts: Vec<_> = facts.into_iter().map(|fact| entry(context, fact)).collect();
    // Where no fact has a date, the heading of the section says so.
    let heading =
        years(report).map(|_| view! { <h3>{message(context, MessageId::TimelineUndated)}</h3> });
    let list = view! {
        <div class="timeline__undated">
            {heading}
            <ul>{facts} {more_facts(context, rest)}</ul>
        </div>
    };
    Some(list.into_any())
}

fn group(context: &Context, group: &TimelineGroup<'_>) -> AnyView {
    let report = &context.atlas.report;
    let tense = tense(group.date, report.source().published);
    let modifier = match tense {
        Tense::Before => "",
        Tense::ReportDay => " timeline-group--report-day",
        Tense::After => " timeline-group--after",
    };
    let note = (tense == Tense::ReportDay).then(|| {
        view! { <span class="timeline-group__note">{message(context, MessageId::TimelineReport)}</span> }
    });
    let limit = pagination::limit(report.facts.len(), MAX_GROUP);
    let (facts, rest) = truncate(group.facts.iter(), limit);
    let facts: Vec<_> = facts.into_iter().map(|fact| entry(context, fact)).collect();
    view! {
        <li class=format!("timeline-group timeline-group--{}{modifier}", group.date.precision())>
            <h3>{date_text(&context.atlas.messages, group.date)}</h3>
            {note}
            <ul>{facts} {more_facts(context, rest)}</ul>
        </li>
    }
    .into_any()
}

fn entry(context: &Context, fact: &Fact) -> AnyView {
    let chip = short_source_chip(context, fact);
    view! { <li class="timeline-group__fact">{localized_text(&fact.title)}" "{chip}</li> }
        .into_any()
}
