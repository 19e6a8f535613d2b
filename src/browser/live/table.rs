//! The table: its order, what the search box leaves of it, and which page of that is shown.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::rows::Rows;
use crate::browser::document::{after_paint, all, find, set, set_or_remove, set_text};
use crate::digest::Digest;
use crate::scene::sheet;
use crate::scene::table::{Index, found, order};
use crate::state::AppState;
use crate::state::url::{Column, ViewState};

/// As many rows as a window shows: they are painted at once, and the rest of the page after that.
const AT_ONCE: usize = 12;

/// Shows the rows that are asked for, in the order that is asked for.
pub fn follow(digest: &Arc<Digest>, state: AppState) {
    let digest = digest.clone();
    let index = Index::new(lower);
    let rows = Rc::new(Rows::printed(&digest));
    let round = Rc::new(Cell::new(0_u32));
    let field = find(".search input").and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    // The page was printed as nobody has asked yet.
    let asked_of = |view: &ViewState, page| (view.search.clone(), view.sort, page);
    let mut before = asked_of(&ViewState::default(), rows.page);
    super::follow(move || {
        let (asked, view) = state.view.with(|view| {
            (asked_of(view, view.page.unwrap_or_else(|| rows.first_page(view))), view.clone())
        });
        if before == asked {
            return;
        }
        let places = index.rows(&digest, &view.search, view.sort);
        let (page, shown) = sheet::page(&places, asked.2);
        rows.clear();
        let (first, rest) = shown.split_at(AT_ONCE.min(shown.len()));
        rows.add(&digest, first);
        round.set(round.get().wrapping_add(1));
        if !rest.is_empty() {
            let (rows, digest, rest) = (rows.clone(), digest.clone(), rest.to_vec());
            let (round, now) = (round.clone(), round.get());
            // Something else may have been asked for by then.
            after_paint(move || {
                if round.get() == now {
                    rows.add(&digest, &rest);
                }
            });
        }
        set_text(".search__found", &found(&digest, places.len(), page));
        for button in all(".facts__sort") {
            let column = button.get_attribute("data-of").and_then(|word| Column::from_word(&word));
            let sorted = column.and_then(|column| order(view.sort, column));
            if let Some(heading) = button.parent_element() {
                set_or_remove(&heading, "aria-sort", sorted);
            }
        }
        let last = sheet::pages(places.len()) - 1;
        turn("prev", &view, page.checked_sub(1));
        turn("next", &view, Some(page + 1).filter(|next| *next <= last));
        let search = &view.search;
        field.iter().filter(|field| field.value() != *search).for_each(|it| it.set_value(search));
        before = asked;
    });
}

/// Lets a link lead to a page of what is shown, or takes it away.
fn turn(rel: &str, view: &ViewState, to: Option<usize>) {
    let Some(link) = find(&[".pages [rel=", rel, "]"].concat()) else { return };
    set_or_remove(&link, "hidden", to.is_none().then_some(""));
    if let Some(to) = to {
        set(&link, "data-of", &(to + 1).to_string());
        set(&link, "href", &ViewState { page: Some(to), ..view.clone() }.to_address().query);
    }
}

/// Lower case by the browser, whose tables need not travel.
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}
