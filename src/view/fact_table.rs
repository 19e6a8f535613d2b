//! Every fact in a table that can be sorted and searched.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::status_class;
use super::fact::{chip, clocked, date, readings, unsaid};
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::{Fact, FactId};
use crate::locale::Message;
use crate::scene::table::Index;
use crate::scene::words;
use crate::state::AppState;
use crate::state::url::Column;

/// The section of the table.
#[component]
pub fn FactTable(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    state: AppState,
) -> impl IntoView {
    let index = Index::new(&atlas);
    let asked = Memo::new(move |_| state.view.with(|view| (view.search.clone(), view.sort)));
    let ids = Memo::new(move |_| asked.with(|(search, sort)| index.rows(search, *sort)));
    let columns = Column::ALL.map(|column| heading(&atlas, state, column));
    let body = {
        let atlas = atlas.clone();
        move || rows(&atlas, &ids.read())
    };
    view! {
        <section class="facts" aria-label=atlas.locale.say(Message::FactsTitle).to_owned()>
            <h2>{phrase(atlas.locale.say(Message::FactsTitle))}</h2>
            {search(&atlas, state, ids)}
            <table class="facts__table">
                <thead>
                    <tr>{columns}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </section>
    }
}

fn search(atlas: &Arc<Atlas>, state: AppState, ids: Memo<Vec<FactId>>) -> AnyView {
    let all = atlas.dataset.facts.len();
    let locale = &atlas.locale;
    let found = {
        let atlas = atlas.clone();
        move || {
            let count = ids.with(Vec::len);
            let values = [("count", &*count.to_string()), ("all", &*all.to_string())];
            let message = if count == 0 { Message::FactsNone } else { Message::FactsFound };
            atlas.locale.fill(message, &values)
        }
    };
    view! {
        <div class="search">
            <label class="search__label">
                <span>{phrase(locale.say(Message::FactsSearch))}</span>
                <input
                    type="search"
                    disabled=!state.live
                    autocomplete="off"
                    maxlength=crate::state::url::SEARCH_LENGTH.to_string()
                    placeholder=locale.say(Message::FactsSearchHint).to_owned()
                    prop:value=move || state.view.with(|view| view.search.clone())
                    on:input=move |event| state.search(event_target_value(&event))
                />
            </label>
            <p class="search__found" role="status">{found}</p>
        </div>
    }
    .into_any()
}

fn heading(atlas: &Atlas, state: AppState, column: Column) -> AnyView {
    let sorted = move || {
        let sort = state.view.with(|view| view.sort);
        (sort.column == column).then_some(if sort.descending { "descending" } else { "ascending" })
    };
    view! {
        <th scope="col" aria-sort=sorted>
            <button
                type="button"
                class="facts__sort"
                disabled=!state.live
                on:click=move |_| state.sort_by(column)
            >
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

fn rows(atlas: &Atlas, ids: &[FactId]) -> Vec<AnyView> {
    let facts = ids.iter().filter_map(|id| atlas.dataset.fact(*id));
    facts.map(|fact| row(atlas, fact)).collect()
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
