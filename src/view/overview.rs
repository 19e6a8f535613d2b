//! What the inspector says while no state is selected.

use leptos::prelude::*;

use super::fact::clocked;
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::words::Clocked;
use crate::scene::{places, words};

/// What the report is, how many facts it has, how the tiers read, and the context of them all.
pub fn overview(atlas: &Atlas, is_shown: bool) -> AnyView {
    let locale = &atlas.locale;
    let source = &atlas.dataset.source;
    let date = words::day(locale, source.published);
    let paragraphs = source.paragraphs.len().to_string();
    let values = [("outlet", source.outlet.as_str()), ("date", &date), ("paragraphs", &paragraphs)];
    view! {
        <section
            class="overview"
            aria-current=is_shown.then_some("true")
        >
            <p class="kicker">{phrase(locale.say(Message::OverviewKicker))}</p>
            <h2 class="overview__headline" lang="en" dir="ltr">{source.headline.clone()}</h2>
            <p>
                {phrase(&locale.fill(Message::OverviewWords, &values))} " "
                <a href=source.url.clone() rel="noreferrer">{phrase(locale.say(Message::EvidenceOpen))}</a>
            </p>
            {counts(atlas)}
            <p>{phrase(locale.say(Message::OverviewTiers))}</p>
            {context(atlas)}
        </section>
    }
    .into_any()
}

fn counts(atlas: &Atlas) -> AnyView {
    let locale = &atlas.locale;
    let facts = atlas.dataset.facts.len();
    let wide = places::facts_wide(&atlas.dataset).count();
    let date = words::day(locale, atlas.dataset.source.published);
    let members = |message, count: usize| {
        locale.fill(message, &[("count", &count.to_string()), ("date", &date)])
    };
    let members = Clocked {
        report: members(
            Message::OverviewMembersReport,
            places::members_then(&atlas.dataset).count(),
        ),
        today: members(Message::OverviewMembersToday, places::members(&atlas.dataset).count()),
    };
    let count = |message: Message, value: AnyView| {
        view! { <div><dt>{phrase(locale.say(message))}</dt><dd>{value}</dd></div> }
    };
    view! {
        <dl class="counts">
            {count(Message::OverviewFacts, facts.to_string().into_any())}
            {count(Message::OverviewNamed, facts.saturating_sub(wide).to_string().into_any())}
            {count(Message::OverviewWide, wide.to_string().into_any())}
            {count(Message::OverviewMembers, clocked(members))}
        </dl>
    }
    .into_any()
}

fn context(atlas: &Atlas) -> Option<AnyView> {
    let facts: Vec<_> = atlas
        .dataset
        .context
        .iter()
        .filter_map(|fact| {
            let source = atlas.dataset.context_source(fact.source)?;
            let date = words::day(&atlas.locale, fact.date);
            Some(view! {
                <li>
                    <b>{date}</b>" "{phrase(&fact.text)}" "
                    <a href=source.url.clone() rel="noreferrer">
                        <bdi lang="en">{[source.publisher.as_str(), ", ", &source.title].concat()}</bdi>
                    </a>
                </li>
            })
        })
        .collect();
    let title = atlas.locale.say(Message::InspectorContext).to_owned();
    let drawn = || view! { <div class="context"><h3>{title}</h3><ul>{facts}</ul></div> }.into_any();
    (!atlas.dataset.context.is_empty()).then(drawn)
}
