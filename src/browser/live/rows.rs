//! The rows of the table: those that were printed, and those that are made when they are asked for.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::browser::document::{all, find, set, write};
use crate::digest::{Digest, Part, number};
use crate::locale::Message;
use crate::scene::sheet;
use crate::state::url::{Sort, ViewState};

/// The cells of a made row that hold a value as it is, by their `data-cell`.
const CELLS: [(&str, Part); 8] = [
    ("title", Part::Title),
    ("reach", Part::Reach),
    ("unsaid", Part::Unsaid),
    ("date", Part::Date),
    ("reported", Part::AsReported),
    ("today", Part::AsOfToday),
    ("readings", Part::Readings),
    ("people", Part::People),
];

/// What the table is filled with.
pub struct Rows {
    /// The page that was printed, from 0.
    pub page: usize,
    body: Option<Element>,
    /// The ids of the facts whose rows were printed, with those rows.
    printed: Vec<(String, Element)>,
    /// The row after which others are made; only where the table has pages.
    model: Option<Element>,
    /// The way to the printed pages.
    pages: String,
    /// For each fact its place in the order in which the pages were printed.
    order: Vec<usize>,
}

impl Rows {
    /// The rows of the page as it was printed.
    pub fn printed(digest: &Digest) -> Self {
        let table = find(".facts__table");
        let said = |name: &str| table.as_ref()?.get_attribute(name);
        let rows = all(".facts tr[data-fact]");
        let mut order = vec![0; digest.ids.len()];
        let all_of_them: Vec<usize> = (0..order.len()).collect();
        let places = digest.facet(Part::Paragraph).sorted(&all_of_them, false);
        for (place, fact) in places.into_iter().enumerate() {
            order.get_mut(fact).into_iter().for_each(|slot| *slot = place);
        }
        Self {
            page: said("data-page").map_or(0, |page| number(&page)),
            body: find(".facts tbody"),
            printed: rows.filter_map(|row| Some((row.get_attribute("data-fact")?, row))).collect(),
            model: find(".facts__made tr"),
            pages: said("data-pages").unwrap_or_default(),
            order,
        }
    }

    /// The page of a view that asks for none: the printed one, or the first where it searches or sorts.
    pub fn first_page(&self, view: &ViewState) -> usize {
        let is_printed = view.search.is_empty() && view.sort == Sort::default();
        if is_printed { self.page } else { 0 }
    }

    /// Takes away the rows that are shown.
    pub fn clear(&self) {
        self.body.iter().for_each(|body| body.set_text_content(None));
    }

    /// Adds the rows of some facts to those that are shown.
    pub fn add(&self, digest: &Digest, facts: &[usize]) {
        let Some(body) = &self.body else { return };
        for fact in facts {
            let id = digest.ids.get(*fact);
            let printed = self.printed.iter().find(|(printed, _)| Some(printed) == id);
            let row = printed.map(|(_, row)| row.clone()).or_else(|| self.made(digest, *fact));
            row.iter().for_each(|row| drop(body.append_child(row)));
        }
    }

    fn made(&self, digest: &Digest, fact: usize) -> Option<Element> {
        let model: &Node = self.model.as_ref()?;
        let row: Element = model.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let cell = |name: &str| row.query_selector(&["[data-cell=", name, "]"].concat()).ok()?;
        let put = |name: &str, words: &str| {
            cell(name).iter().for_each(|cell| write(cell, words));
        };
        for (name, part) in CELLS {
            put(name, digest.facet(part).value(fact));
        }
        put("text", digest.texts.get(fact)?);
        let look =
            |name: &str, class: &str| cell(name).iter().for_each(|it| set(it, "class", class));
        if !digest.facet(Part::Date).is_stated(fact) {
            look("date", "unsaid");
        }
        look("mark", &["status status--", digest.facet(Part::Mark).value(fact)].concat());
        let (title, paragraph) = (digest.facet(Part::Title), digest.facet(Part::Paragraph));
        let values = [("paragraph", paragraph.value(fact)), ("fact", title.value(fact))];
        // The evidence stands on the page on which the fact was printed.
        let page = (self.order.get(fact)? / sheet::PAGE + 1).to_string();
        let chip = cell("chip")?;
        write(&chip, &digest.words.fill(Message::SourceChip, &values));
        set(&chip, "aria-label", &digest.words.fill(Message::SourceChipLabel, &values));
        set(&chip, "href", &[&self.pages, &page, "/#", digest.ids.get(fact)?].concat());
        Some(row)
    }
}
