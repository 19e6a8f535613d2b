//! One country: how the report speaks of it, the facts that name it, and its context.

use leptos::prelude::*;

use super::Context;
use super::country_list::is_plain_click;
use super::fact::{fact_in_full, more_facts};
use super::link::link_to_title;
use super::text::{localized_text, message};
use crate::i18n::{MessageId, day_text};
use crate::model::{Place, Source};
use crate::view_model::countries::{
    CountryStatus, country_status, facts_naming, members, status_explanation, status_line,
};
use crate::view_model::pagination::{self, MAX_LIST};

/// Renders the section of a country; its id is the fragment that selects it.
pub fn country_section(context: &Context, place: &Place) -> AnyView {
    let status = country_status(&context.atlas.report, place);
    let (code, state) = (place.code, context.state);
    view! {
        <section
            class=format!("country country--{}", status.name())
            id=code.to_string()
            aria-current=move || (state.place.get() == Some(code)).then_some("true")
        >
            // A link that leads here may have left the head of the page behind.
            <p class="country__page">{localized_text(&context.atlas.report.atlas.title)}</p>
            <p class="kicker">{status_line(&context.atlas, place)}</p>
            <h2>{localized_text(&place.name)}</h2>
            <p class="country__text">{localized_text(&status_explanation(&context.atlas, place))} {status_today(context, status)}</p>
            {facts(context, place)}
            {membership(context, place)}
            <a
                class="country__clear"
                href="#"
                on:click=move |event| {
                    if is_plain_click(&event) {
                        event.prevent_default();
                        state.clear();
                        (state.platform.focus_state)(code);
                    }
                }
            >
                {message(context, MessageId::InspectorClear)}
            </a>
        </section>
    }
    .into_any()
}

/// What only today can be said of a country that joined after the report.
fn status_today(context: &Context, status: CountryStatus) -> Option<AnyView> {
    let count = members(&context.atlas.report).count().to_string();
    let text =
        context.atlas.messages.format(MessageId::CountryStatusTodayMember, &[("count", &count)]);
    let line = || view! { <span class="as-of-today">" " {localized_text(&text)}</span> }.into_any();
    (status == CountryStatus::Later).then(line)
}

fn facts(context: &Context, place: &Place) -> Option<AnyView> {
    let report = &context.atlas.report;
    let limit = pagination::limit(report.facts.len(), MAX_LIST);
    let (facts, rest) = pagination::truncate(facts_naming(report, place.code), limit);
    let facts: Vec<_> = facts.into_iter().map(|fact| fact_in_full(context, fact)).collect();
    if facts.is_empty() {
        return None;
    }
    Some(view! { <ul class="facts-list">{facts} {more_facts(context, rest)}</ul> }.into_any())
}

fn membership(context: &Context, place: &Place) -> Option<AnyView> {
    let joined = place.membership.joined?;
    let source = context.atlas.report.source_with(place.membership.source?)?;
    let messages = &context.atlas.messages;
    let text =
        messages.format(MessageId::InspectorJoined, &[("date", &day_text(messages, joined))]);
    let membership = view! {
        <div class="context">
            <h3>{message(context, MessageId::InspectorContext)}</h3>
            <p>{localized_text(&text)} " " {context_link(context, source)}</p>
        </div>
    };
    Some(membership.into_any())
}

/// Renders the link to a context source.
pub fn context_link(context: &Context, source: &Source) -> AnyView {
    let Source { outlet, title, url, lang, .. } = source.clone();
    let text = format!("{}, {title}", outlet.value);
    match url {
        Some(url) => link_to_title(context, url, lang, text),
        None => view! { <bdi lang=lang translate="no">{text}</bdi> }.into_any(),
    }
}
