//! The facts along the years, each marked by the precision of its date.

use leptos::prelude::*;

use super::Context;
use super::fact::{more_facts, short_source_chip};
use super::text::{attribute, localized_text, message};
use crate::i18n::{MessageId, date_text};
use crate::model::Fact;
use crate::view_model::pagination::{self, MAX_GROUP, MAX_GROUPS, MAX_LIST, truncate};
use crate::view_model::timeline::{Tense, TimelineGroup, groups, tense, undated};

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
    let (undated, undated_rest) = truncate(undated(report), limit(MAX_LIST));
    let undated: Vec<_> = undated.into_iter().map(|fact| entry(&context, fact)).collect();
    view! {
        <section class="timeline" aria-label=attribute(&context, MessageId::TimelineTitle)>
            <h2>{message(&context, MessageId::TimelineTitle)}</h2>
            <ol class="timeline__groups">{groups} {more_facts(&context, rest)}</ol>
            <div class="timeline__undated">
                <h3>{message(&context, MessageId::TimelineUndated)}</h3>
                <ul>{undated} {more_facts(&context, undated_rest)}</ul>
            </div>
        </section>
    }
}

fn group(context: &Context, group: &TimelineGroup<'_>) -> AnyView {
    let report = &context.atlas.report;
    let tense = tense(group.date, report.source.published);
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
