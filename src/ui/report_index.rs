//! The index of several reports: a card for each.

use leptos::prelude::*;

use super::Language;
use super::text::localized_text;
use crate::i18n::{MessageId, Messages, date_text};
use crate::map_layout::{Feature, HEIGHT, WIDTH};
use crate::view_model::Atlas;
use crate::view_model::countries::country_status;
use crate::view_model::map_view::country_classes;

/// A report of the index.
#[derive(Clone, Debug)]
pub struct IndexEntry {
    /// Its id, which is also the name of its folder.
    pub id: String,
    /// The report in its own language.
    pub atlas: Atlas,
    /// The languages that have a page.
    pub languages: Vec<Language>,
}

/// The whole page.
#[component]
pub fn ReportIndex(
    /// The messages of the page.
    messages: Messages,
    /// The reports, in the order in which they were named.
    entries: Vec<IndexEntry>,
) -> impl IntoView {
    let cards: Vec<_> = entries.iter().map(|entry| card(&messages, entry)).collect();
    view! {
        <div class="atlas">
            <header class="masthead">
                <div class="masthead__text">
                    <h1>{localized_text(messages.get(MessageId::IndexTitle))}</h1>
                </div>
            </header>
            <main class="areas">
                <div class="cards">{cards}</div>
            </main>
        </div>
    }
}

/// Renders a report: map, title, partner, date, number of facts, and a link to each language.
fn card(messages: &Messages, entry: &IndexEntry) -> AnyView {
    let IndexEntry { id, atlas, languages } = entry;
    let (report, own) = (&atlas.report, &atlas.messages);
    let source = report.source();
    let facts = own.number(report.facts.len());
    let (outlet, date) = (source.outlet.isolated(), date_text(own, source.published));
    let published = [("outlet", outlet.as_str()), ("date", &date)];
    let links: Vec<_> = languages
        .iter()
        .map(|language| {
            let Language { tag, name, dir } = language.clone();
            let href = format!("{id}/{tag}/");
            view! { <a href=href hreflang=tag.clone() lang=tag dir=dir>{name}</a> " " }
        })
        .collect();
    view! {
        <article class="card" lang=own.lang.clone() dir=own.dir.clone()>
            {small_map(atlas)}
            <p class="card__area">{localized_text(&report.partner.name)}</p>
            <h2>
                <a href=format!("{id}/")>{localized_text(&report.atlas.title)}</a>
            </h2>
            <p>{localized_text(&report.atlas.deck)}</p>
            <dl class="card__details">
                <dt>{localized_text(own.get(MessageId::EvidenceOutlet))}</dt>
                <dd>{localized_text(&own.format(MessageId::EvidenceOutletDate, &published))}</dd>
                <dt>{localized_text(own.get(MessageId::OverviewFacts))}</dt>
                <dd>{facts}</dd>
            </dl>
            <nav class="card__foot" aria-label=messages.get(MessageId::LanguageLabel).isolated()>
                {links}
            </nav>
        </article>
    }
    .into_any()
}

/// Renders the map without names: the text beside it says what it is of.
fn small_map(atlas: &Atlas) -> AnyView {
    let report = &atlas.report;
    let is_drawn = |code| Feature::of(code).is_some();
    let places = report.places.iter().filter(|place| is_drawn(place.code));
    let shapes: Vec<_> = places
        .map(|place| {
            let status = country_status(report, place);
            let href = format!("#outline-{}", place.code);
            view! { <use href=href class=country_classes(status, None) fill=status.pattern()></use> }
        })
        .collect();
    view! {
        <svg class="map__svg" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <rect class="map__sea" width=WIDTH height=HEIGHT></rect>
            <use href="#outline-LAND" class="map__land"></use>
            {shapes}
        </svg>
    }
    .into_any()
}
