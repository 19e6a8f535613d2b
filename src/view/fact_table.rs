//! Every fact in a table that can be sorted and searched.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::status_class;
use super::fact::{chip, clocked, date, readings, unsaid};
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::Fact;
use crate::locale::Message;
use crate::scene::table::{Index, found, order};
use crate::scene::words;
use crate::state::url::{Column, SEARCH_LENGTH, Sort, ViewState};

/// The section of the table.
#[component]
pub fn FactTable(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    chosen: ViewState,
) -> impl IntoView {
    let places = Index::new(&atlas.digest, str::to_lowercase).rows(
        &atlas.digest,
        &chosen.search,
        chosen.sort,
    );
    let facts = places.iter().filter_map(|place| atlas.dataset.facts.get(*place));
    let rows: Vec<_> = facts.map(|fact| row(&atlas, fact)).collect();
    let columns = Column::ALL.map(|column| heading(&atlas, chosen.sort, column));
    view! {
        <section class="facts" aria-label=atlas.locale.say(Message::FactsTitle).to_owned()>
            <h2>{phrase(atlas.locale.say(Message::FactsTitle))}</h2>
            {search(&atlas, chosen.search, rows.len())}
            <table class="facts__table">
                <thead>
                    <tr>{columns}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn search(atlas: &Atlas, text: String, count: usize) -> AnyView {
    let locale = &atlas.locale;
    view! {
        <div class="search">
            <label class="search__label">
                <span>{phrase(locale.say(Message::FactsSearch))}</span>
                <input
                    type="search"
                    disabled
                    autocomplete="off"
                    maxlength=SEARCH_LENGTH.to_string()
                    placeholder=locale.say(Message::FactsSearchHint).to_owned()
                    value=(!text.is_empty()).then_some(text)
                />
            </label>
            <p class="search__found" role="status">{found(&atlas.digest, count)}</p>
        </div>
    }
    .into_any()
}

fn heading(atlas: &Atlas, sort: Sort, column: Column) -> AnyView {
    view! {
        <th scope="col" aria-sort=order(sort, column)>
            <button type="button" class="facts__sort" data-act="sort" data-of=column.word() disabled>
                {phrase(atlas.locale.say(title(column)))}
            </button>
        </th>
    }
    .into_any()
}

fn title(column: Column) -> Message {
    match column {
        Column::Fact => Message::FactsFact,
        Column::Reach => Message::FactsReach,
        Column::Date => Message::FactsDate,
        Column::Status => Message::FactsStatus,
        Column::People => Message::FactsPeople,
        Column::Paragraph => Message::FactsParagraph,
    }
}

fn row(atlas: &Atlas, fact: &Fact) -> AnyView {
    let locale = &atlas.locale;
    let status = words::clocked_status(atlas, fact.status, fact.date);
    let label = |column| locale.say(title(column)).to_owned();
    let unsaid = fact.not_stated.iter().map(|what| unsaid(atlas, words::unstated(*what)));
    view! {
        <tr data-fact=fact.id.to_string()>
            <th scope="row">
                <span class="facts__title">{phrase(&fact.title)}</span>
                <span class="facts__text">{phrase(&fact.text)}</span>
            </th>
            <td data-label=label(Column::Reach)>{words::reach(atlas, fact)} " " {unsaid.collect_view()}</td>
            <td data-label=label(Column::Date)>{date(atlas, fact.date)}</td>
            <td data-label=label(Column::Status)>
                <span class=status_class(fact.status)>{clocked(status)}</span>
                {readings(atlas, fact)}
            </td>
            <td data-label=label(Column::People)><bdi>{words::people(atlas, fact)}</bdi></td>
            <td data-label=label(Column::Paragraph) data-paragraph=fact.paragraph.to_string()>{chip(atlas, fact)}</td>
        </tr>
    }
    .into_any()
}
