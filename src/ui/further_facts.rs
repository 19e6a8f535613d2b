//! The facts after the first page of the table, in a page that has no other pages beside it.
//!
//! A reader without a script reads every fact there. The table of the live page has all of them, so this is not shown then.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::Context;
use super::disclosure::disclosure_summary;
use super::fact_table::{EvidencePages, row};
use super::text::{localized_text, message};
use crate::state::{Column, Sort};
use crate::view_model::pagination::{page, page_count};
use crate::view_model::table::{column_label, count_text, rows};

/// The lists, one for each page of the table, folded on a phone; nothing where the table has one page.
#[component]
pub fn FurtherFacts(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let atlas = context.atlas.clone();
    let all =
        if context.page.has_every_fact { rows(&atlas, None, Sort::default()) } else { Vec::new() };
    let pages = EvidencePages::of(&context);
    let lists: Vec<_> = (1..page_count(all.len()))
        .map(|number| {
            let shown = page(&all, number).1;
            let heading = localized_text(&count_text(&atlas, all.len(), number));
            let heading = view! { <h2>{heading}</h2> }.into_any();
            let facts = shown.iter().filter_map(|index| atlas.report.facts.get(*index));
            let facts: Vec<_> = facts.map(|fact| row(&context, &pages, fact)).collect();
            let heading_of =
                |column| view! { <th scope="col">{message(&context, column_label(column))}</th> };
            let headings: Vec<_> = Column::iter().map(heading_of).collect();
            view! {
                <details class="disclosure">
                    {disclosure_summary(&context, heading, Some(shown.len()))}
                    <table class="facts__table">
                        <thead>
                            <tr>{headings}</tr>
                        </thead>
                        <tbody>{facts}</tbody>
                    </table>
                </details>
            }
        })
        .collect();
    (!lists.is_empty()).then(|| view! { <section class="further-facts facts">{lists}</section> })
}
