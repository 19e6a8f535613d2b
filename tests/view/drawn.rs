//! A page that has been printed, and what a test asks of it.

use std::sync::Arc;

use partnership_atlas::atlas::Atlas;
use partnership_atlas::state::url::{Address, ViewState};
use partnership_atlas::view;
use scraper::{ElementRef, Html, Selector};

/// The bundled dataset, as text.
pub const DATASET: &str = include_str!("../../assets/data/pakistan-asean-2023.json");

/// The English words, as text.
pub const ENGLISH: &str = include_str!("../../assets/locales/en.json");

/// The printed page.
pub struct Drawn {
    /// What it was printed from.
    pub atlas: Arc<Atlas>,
    html: Html,
}

impl Drawn {
    /// The bundled report in English, as an address shows it: `?clock=today#MYS`.
    pub fn at(address: &str) -> Self {
        Self::of(DATASET, ENGLISH, address)
    }

    /// Any dataset and locale, as an address shows them.
    pub fn of(dataset: &str, locale: &str, address: &str) -> Self {
        let atlas = Atlas::parse(dataset, locale).unwrap_or_else(|problems| panic!("{problems}"));
        let (query, fragment) = address.split_once('#').unwrap_or((address, ""));
        let address = Address { query: query.to_owned(), fragment: fragment.to_owned() };
        let view = ViewState::from_address(&address, &atlas.digest);
        let atlas = Arc::new(atlas);
        let html = Html::parse_fragment(&view::html(atlas.clone(), view));
        Self { atlas, html }
    }

    /// Every element that a selector finds, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&parsed(selector)).collect()
    }

    /// The one element that a selector finds.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        match self.all(selector).as_slice() {
            [only] => *only,
            found => panic!("{selector} finds {} elements", found.len()),
        }
    }

    /// The words of the one element that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        text(self.one(selector))
    }

    /// The words of every element that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }
}

/// Every element below another that a selector finds.
pub fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&parsed(selector)).collect()
}

/// The words of an element, runs of white space folded to one blank.
pub fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The value of an attribute; empty where it is not there.
pub fn attribute<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    element.value().attr(name).unwrap_or_default()
}

/// What assistive technology calls a control or a region: its label, or else its words.
pub fn name(element: ElementRef<'_>) -> String {
    match attribute(element, "aria-label") {
        "" => text(element),
        label => label.to_owned(),
    }
}

fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}
