//! Every fact in a table that can be sorted and searched.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::Context;
use super::country_list::is_plain_click;
use super::disclosure::disclosure_summary;
use super::fact::{date, interpretations, missing_details, people, source_chip, status_classes};
use super::keyed_list::keyed_list;
use super::part::Part;
use super::text::{LiveText, as_of_text, attribute, live_span, localized_text, message};
use crate::i18n::MessageId;
use crate::model::{Fact, FactId};
use crate::state::{AppState, Column, MAX_SEARCH_LENGTH, Sort, ViewState};
use crate::view_model::exports::to_csv;
use crate::view_model::labels::{scope_text, status_text};
use crate::view_model::pagination::{FACTS_PER_PAGE, page, page_count};
use crate::view_model::search::SearchIndex;
use crate::view_model::table::{aria_sort, column_label, count_text, rows, view_text};

/// The id of the section in a long report: links to a page of the table lead to it. No fact can have it.
pub const TABLE_ID: &str = "FACTS";

/// The rows that the reader asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Page {
    /// Its number, from 0.
    number: usize,
    /// The indices of its facts in the report.
    rows: Vec<usize>,
    /// The indices of the facts on all pages.
    found: Vec<usize>,
    /// The nearest search that finds something, if this one finds nothing.
    nearest: Option<String>,
    /// Whether the address has asked for a search, an order or a page. It stays so: a reader who returns to the first
    /// order does not lose the table.
    is_asked_for: bool,
}

/// The section of the table.
#[component]
pub fn FactTable(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let state = context.state;
    let is_paged = context.atlas.report.facts.len() > FACTS_PER_PAGE;
    let field = NodeRef::<Input>::new();
    let typed = Some(state.search.get_untracked()).filter(|text| !text.is_empty());
    let table = page_memo(&context);
    let count = {
        let atlas = context.atlas.clone();
        Signal::derive(move || {
            table.with(|page| count_text(&atlas, page.found.len(), page.number).isolated())
        })
    };
    let table_view = {
        let atlas = context.atlas.clone();
        Signal::derive(move || {
            state.search.with(|search| view_text(&atlas, search, state.sort.get()))
        })
    };
    let heading = view! { <h2>{message(&context, MessageId::FactsTitle)}</h2> }.into_any();
    let fact_count = context.atlas.report.facts.len();
    let headings: Vec<_> = Column::iter().map(|column| column_heading(&context, column)).collect();
    let row = {
        let (context, pages) = (context.clone(), Arc::new(EvidencePages::of(&context)));
        move |index: usize| {
            context.atlas.report.facts.get(index).map(|fact| row(&context, &pages, fact))
        }
    };
    view! {
        <section
            class="facts"
            id=is_paged.then_some(TABLE_ID)
            aria-label=attribute(&context, MessageId::FactsTitle)
            data-part=Part::FactTable.name()
        >
            <details class="disclosure" open=move || table.with(|page| page.is_asked_for)>
                {disclosure_summary(&context, heading, Some(fact_count))}
                <div class="search">
                    <label class="search__label">
                        <span>{message(&context, MessageId::FactsSearch)}</span>
                        <input
                            type="search"
                            node_ref=field
                            autocomplete="off"
                            maxlength=MAX_SEARCH_LENGTH.to_string()
                            placeholder=attribute(&context, MessageId::FactsSearchHint)
                            // The property is set in a later task; without the attribute the selection would be lost then.
                            value=typed
                            prop:value=move || state.search.get()
                            on:input:target=move |event| state.search(event.target().value())
                        />
                    </label>
                    <div class="search__result" role="status">
                        <LiveText class="search__count" text=count />
                        {search_help(&context, table, field)}
                    </div>
                    <LiveText class="search__view" text=table_view />
                </div>
                <table class="facts__table">
                    <thead>
                        <tr>{headings}</tr>
                    </thead>
                    <tbody>
                        {keyed_list(move || table.with(|page| page.rows.clone()), row)}
                    </tbody>
                </table>
                {is_paged.then(|| page_links(&context, table))}
                {save_button(&context, table)}
            </details>
        </section>
    }
}

/// Returns the rows as a memo. The index of the search is made by the first search: most readers never search.
fn page_memo(context: &Context) -> Memo<Page> {
    let (atlas, state) = (context.atlas.clone(), context.state);
    let printed = context.page.number;
    let index = StoredValue::new(None::<SearchIndex>);
    // Returns the facts that a search finds, or else the nearest search.
    let find = {
        let atlas = atlas.clone();
        move |search: &str| {
            index.update_value(|index| {
                index.get_or_insert_with(|| SearchIndex::new(&atlas));
            });
            index.with_value(|index| {
                let index = index.as_ref()?;
                let found = index.find(&atlas, search);
                let nearest = if found.is_empty() { index.nearest(&atlas, search) } else { None };
                Some((found, nearest))
            })
        }
    };
    Memo::new(move |before: Option<&Page>| {
        let (search, sort) = (state.search.get(), state.sort.get());
        let found = if search.trim().is_empty() { None } else { find(&search) };
        let (found, nearest) = found.unzip();
        let rows = rows(&atlas, found, sort);
        // A search or another order starts at its first page; the printed page is one of the report's order.
        let is_first_order = search.is_empty() && sort == Sort::default();
        let first = if is_first_order { printed } else { 0 };
        let (number, shown) = page(&rows, state.page.get().unwrap_or(first));
        let shown = shown.to_vec();
        let was_asked_for = before.is_some_and(|before| before.is_asked_for);
        let is_asked_for = was_asked_for || !is_first_order || number > 0;
        Page { number, rows: shown, found: rows, nearest: nearest.flatten(), is_asked_for }
    })
}

/// Renders the ways out of a search that finds nothing: the nearest search, and none.
fn search_help(context: &Context, table: Memo<Page>, field: NodeRef<Input>) -> AnyView {
    let (context, state) = (context.clone(), context.state);
    let nearest = {
        let context = context.clone();
        move |search: String| {
            let values = [("search", search.as_str())];
            let text = context.atlas.messages.format(MessageId::FactsNearest, &values);
            search_button(state, field, localized_text(&text), search)
        }
    };
    let help = move || {
        let (is_empty, search) = table.with(|page| (page.found.is_empty(), page.nearest.clone()));
        let clear =
            || search_button(state, field, message(&context, MessageId::FactsClear), String::new());
        is_empty.then(|| (search.map(nearest.clone()), clear()).into_any())
    };
    help.into_any()
}

/// Renders a button that searches for another text. It is gone then, so the field gets the focus.
fn search_button(
    state: AppState,
    field: NodeRef<Input>,
    label: AnyView,
    search: String,
) -> AnyView {
    view! {
        <button
            type="button"
            class="button"
            disabled=!state.platform.is_interactive
            on:click=move |_| {
                field.get_untracked().iter().for_each(|field| {
                    let _ = field.focus();
                });
                state.search(search.clone());
            }
        >
            {label}
        </button>
    }
    .into_any()
}

/// Renders the button that saves the facts of all pages as a file.
fn save_button(context: &Context, table: Memo<Page>) -> AnyView {
    let (atlas, state) = (context.atlas.clone(), context.state);
    let label = {
        let atlas = atlas.clone();
        Signal::derive(move || {
            let count = table.with(|page| page.found.len()).to_string();
            atlas.messages.format(MessageId::FactsDownload, &[("count", &count)]).isolated()
        })
    };
    let name = format!("{}.csv", context.page.report);
    let save = move || {
        let csv = table.with_untracked(|page| to_csv(&atlas, &page.found));
        (state.platform.save)(&name, "text/csv", csv);
    };
    view! {
        <button
            type="button"
            class="button facts__save"
            disabled=!state.platform.is_interactive
            hidden=move || table.with(|page| page.found.is_empty())
            on:click=move |_| save()
        >
            {live_span(label)}
        </button>
    }
    .into_any()
}

fn column_heading(context: &Context, column: Column) -> AnyView {
    let state = context.state;
    view! {
        <th scope="col" aria-sort=move || aria_sort(state.sort.get(), column)>
            <button
                type="button"
                class="facts__sort"
                disabled=!state.platform.is_interactive
                on:click=move |_| state.sort_by(column)
            >
                {message(context, column_label(column))}
            </button>
        </th>
    }
    .into_any()
}

/// The pages of the table that have the evidence of each fact, in the order of the report.
pub struct EvidencePages(Vec<FactId>);

impl EvidencePages {
    /// Returns the pages of a report.
    pub fn of(context: &Context) -> Self {
        let atlas = &context.atlas;
        let rows = rows(atlas, None, Sort::default());
        let facts = rows.into_iter().filter_map(|index| atlas.report.facts.get(index));
        Self(facts.map(|fact| fact.id).collect())
    }

    /// Returns the address of the evidence of a fact, unless it is on this page.
    fn elsewhere(&self, context: &Context, id: FactId) -> Option<String> {
        if context.page.evidence.contains(&id) {
            return None;
        }
        let index = self.0.iter().position(|other| *other == id)?;
        let page = index / FACTS_PER_PAGE + 1;
        Some(format!("{}{page}/#{id}", context.page.table_pages))
    }
}

/// Renders the row of a fact.
pub fn row(context: &Context, pages: &EvidencePages, fact: &Fact) -> AnyView {
    let status = status_text(&context.atlas, fact.status, fact.date);
    let label = |column| attribute(context, column_label(column));
    view! {
        <tr data-fact=fact.id.to_string()>
            <th scope="row">
                {localized_text(&fact.title)}
                <span class="facts__text">{localized_text(&fact.text)}</span>
            </th>
            <td data-label=label(Column::Scope)>
                {scope_text(&context.atlas, fact)} " " {missing_details(context, fact)}
            </td>
            <td data-label=label(Column::Date)>{date(context, fact)}</td>
            <td data-label=label(Column::Status)>
                <span class=status_classes(fact.status)>{as_of_text(status)}</span>
                {interpretations(context, fact)}
            </td>
            <td data-label=label(Column::People)>{people(context, fact)}</td>
            <td data-label=label(Column::Paragraph) data-paragraph=context.atlas.messages.number(fact.paragraph().into())>
                {evidence_link(context, pages, fact)}
            </td>
        </tr>
    }
    .into_any()
}

/// Renders the chip of a row: it opens the evidence here, or leads to the page that has it.
fn evidence_link(context: &Context, pages: &EvidencePages, fact: &Fact) -> AnyView {
    let Some(href) = pages.elsewhere(context, fact.id) else {
        return source_chip(context, fact);
    };
    let messages = &context.atlas.messages;
    let (paragraph, title) = (fact.paragraph().to_string(), fact.title.isolated());
    let values = [("paragraph", paragraph.as_str()), ("fact", &title)];
    let label = messages.format(MessageId::SourceChipLabel, &values).isolated();
    view! {
        <a class="chip" href=href aria-label=label>
            {localized_text(&messages.format(MessageId::SourceChip, &values))}
        </a>
    }
    .into_any()
}

/// Renders the links to the previous and the next page.
fn page_links(context: &Context, table: Memo<Page>) -> AnyView {
    let previous = Signal::derive(move || table.with(|page| page.number.checked_sub(1)));
    let next = Signal::derive(move || {
        table.with(|page| Some(page.number + 1).filter(|next| *next < page_count(page.found.len())))
    });
    view! {
        <nav class="pages" aria-label=attribute(context, MessageId::FactsPages)>
            {page_link(context, "prev", previous, MessageId::FactsBefore)}
            {page_link(context, "next", next, MessageId::FactsAfter)}
        </nav>
    }
    .into_any()
}

fn page_link(
    context: &Context,
    rel: &'static str,
    target: Signal<Option<usize>>,
    label: MessageId,
) -> AnyView {
    let state = context.state;
    let folder = context.page.table_pages.clone();
    // A printed page links to its neighbours; in the browser the link leads to the same view on another page.
    let href = move || {
        let page = target.get()?;
        if state.platform.is_interactive {
            return Some(ViewState { page: Some(page), ..state.view() }.to_address().to_string());
        }
        Some(format!("{folder}{}/#{TABLE_ID}", page + 1))
    };
    view! {
        <a
            class="pages__link"
            rel=rel
            href=href
            hidden=move || target.get().is_none()
            on:click=move |event| {
                if let Some(page) = target.get_untracked() && is_plain_click(&event) {
                    event.prevent_default();
                    state.go_to_page(page);
                    (state.platform.scroll_to)(TABLE_ID);
                }
            }
        >
            {message(context, label)}
        </a>
    }
    .into_any()
}
