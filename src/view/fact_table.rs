//! Every fact in a table that can be sorted and searched.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::status_class;
use super::fact::{chip, clocked, date, readings, unsaid};
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::Fact;
use crate::locale::Message;
use crate::scene::table::{found, order};
use crate::scene::{sheet, words};
use crate::state::url::{Column, SEARCH_LENGTH, Sort, ViewState};

/// The id of the section where it has pages: what a link to one of them leads to. No fact can be called so.
pub const TABLE: &str = "FACTS";

/// The section of the table.
#[component]
pub fn FactTable(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    chosen: ViewState,
    /// The places of the facts to show, in the order in which to show them.
    rows: Vec<usize>,
    /// The way to the folders of the printed pages.
    pages: String,
) -> impl IntoView {
    let (page, shown) = sheet::page(&rows, chosen.page.unwrap_or_default());
    let shown = shown.iter().filter_map(|place| atlas.dataset.facts.get(*place));
    let shown: Vec<_> = shown.map(|fact| row(&atlas, fact)).collect();
    let is_paged = atlas.digest.ids.len() > sheet::PAGE;
    let paging = is_paged.then(|| (made(&atlas), turning(&atlas, page, rows.len(), &pages)));
    let (made, turning) = paging.unzip();
    let columns = Column::ALL.map(|column| heading(&atlas, chosen.sort, column));
    view! {
        <section class="facts" id=is_paged.then_some(TABLE) aria-label=atlas.locale.say(Message::FactsTitle).to_owned()>
            <h2>{phrase(atlas.locale.say(Message::FactsTitle))}</h2>
            {search(&atlas, chosen.search, rows.len(), page)}
            <table class="facts__table" data-page=is_paged.then_some(page) data-pages=is_paged.then_some(pages)>
                <thead>
                    <tr>{columns}</tr>
                </thead>
                <tbody>{shown}</tbody>
                {made}
            </table>
            {turning}
        </section>
    }
}

fn search(atlas: &Atlas, text: String, count: usize, page: usize) -> AnyView {
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
            <p class="search__found" role="status">{found(&atlas.digest, count, page)}</p>
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
    let people = words::people(atlas, fact);
    let people = (!people.is_empty()).then(|| view! { <bdi>{people}</bdi> });
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
            <td data-label=label(Column::People)>{people}</td>
            <td data-label=label(Column::Paragraph) data-paragraph=fact.paragraph.to_string()>{chip(atlas, fact)}</td>
        </tr>
    }
    .into_any()
}

/// A row without words, after which the live page makes those that are not printed here; `data-cell` says what goes where.
fn made(atlas: &Atlas) -> AnyView {
    let label = |column| atlas.locale.say(title(column)).to_owned();
    view! {
        <tbody class="facts__made" hidden>
            <tr>
                <th scope="row">
                    <span class="facts__title" data-cell="title"></span>
                    <span class="facts__text" data-cell="text"></span>
                </th>
                <td data-label=label(Column::Reach)>
                    <span data-cell="reach"></span> " " <span class="unsaid" data-cell="unsaid"></span>
                </td>
                <td data-label=label(Column::Date)><span data-cell="date"></span></td>
                <td data-label=label(Column::Status)>
                    <span data-cell="mark">
                        <span class="as-reported" data-cell="reported"></span>
                        <span class="as-of-today" data-cell="today"></span>
                    </span>
                    <div class="readings facts__readings" data-cell="readings"></div>
                </td>
                <td data-label=label(Column::People)><bdi data-cell="people"></bdi></td>
                <td data-label=label(Column::Paragraph)><a class="chip" data-cell="chip"></a></td>
            </tr>
        </tbody>
    }
    .into_any()
}

/// The way to the page before this one, and to the next.
fn turning(atlas: &Atlas, page: usize, rows: usize, pages: &str) -> AnyView {
    let link = |rel: &'static str, to: Option<usize>, message| {
        let number = to.map(|to| (to + 1).to_string());
        let way = number.as_ref().map(|number| [pages, number, "/#", TABLE].concat());
        view! {
            <a class="pages__link" rel=rel data-act="page" data-of=number href=way hidden=to.is_none()>
                {phrase(atlas.locale.say(message))}
            </a>
        }
    };
    let next = Some(page + 1).filter(|next| *next < sheet::pages(rows));
    view! {
        <nav class="pages" aria-label=atlas.locale.say(Message::FactsPages).to_owned()>
            {link("prev", page.checked_sub(1), Message::FactsBefore)}
            {link("next", next, Message::FactsAfter)}
        </nav>
    }
    .into_any()
}
