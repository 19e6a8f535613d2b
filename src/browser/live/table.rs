//! The table: its order, and what the search box leaves of it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::browser::document::{all, find, set_or_remove, set_text};
use crate::digest::Digest;
use crate::scene::table::{Index, found, order};
use crate::state::AppState;
use crate::state::url::{Column, Sort};

/// Shows the rows that are asked for, in the order that is asked for.
pub fn follow(digest: &Arc<Digest>, state: AppState) {
    let digest = digest.clone();
    let index = Index::new(&digest, lower);
    let body = find(".facts tbody");
    let rows = printed(&digest, &index);
    let field = find(".search input").and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    // The page was printed as nobody has asked yet.
    let mut before = (String::new(), Sort::default());
    super::follow(move || {
        let asked = state.view.with(|view| (view.search.clone(), view.sort));
        if before == asked {
            return;
        }
        let places = index.rows(&digest, &asked.0, asked.1);
        if let Some(body) = &body {
            body.set_text_content(None);
            for row in places.iter().filter_map(|place| rows.get(*place)?.as_ref()) {
                let _ = body.append_child(row);
            }
        }
        set_text(".search__found", &found(&digest, places.len()));
        for button in all(".facts__sort") {
            let column = button.get_attribute("data-of").and_then(|word| Column::from_word(&word));
            let sorted = column.and_then(|column| order(asked.1, column));
            if let Some(heading) = button.parent_element() {
                set_or_remove(&heading, "aria-sort", sorted);
            }
        }
        field.iter().filter(|field| field.value() != asked.0).for_each(|it| it.set_value(&asked.0));
        before = asked;
    });
}

/// The rows of the page by the places of their facts in the dataset; they were printed in the order of the default.
fn printed(digest: &Digest, index: &Index) -> Vec<Option<Element>> {
    let mut rows = vec![None; digest.ids.len()];
    for (row, place) in all(".facts tbody tr").zip(index.rows(digest, "", Sort::default())) {
        let is_its = digest.ids.get(place) == row.get_attribute("data-fact").as_ref();
        if let Some(slot) = rows.get_mut(place).filter(|_| is_its) {
            *slot = Some(row);
        }
    }
    rows
}

/// Lower case by the browser, whose tables need not travel.
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}
