//! A page that has been printed, and what a test asks of it.

use std::sync::Arc;

use partnership_atlas::i18n::ReportTexts;
use partnership_atlas::site::{app_html, evidence_of_page};
use partnership_atlas::state::{Address, Platform, ViewState};
use partnership_atlas::ui::PrintedPage;
use partnership_atlas::view_model::Atlas;
use scraper::{ElementRef, Html, Selector};

/// The bundled report, as text.
pub const REPORT: &str = include_str!("../../assets/data/pakistan-asean-2023/report.json");

/// The English locale file, as text.
pub const ENGLISH: &str = include_str!("../../assets/locales/en.json");

/// The printed page.
pub struct Printed {
    /// What it was printed from.
    pub atlas: Arc<Atlas>,
    html: Html,
}

impl Printed {
    /// Prints the bundled report in English, as an address shows it: `?clock=today#MYS`.
    pub fn at(address: &str) -> Self {
        Self::of(REPORT, ENGLISH, address)
    }

    /// Prints any report and locale file, as an address shows them.
    pub fn of(report: &str, locale: &str, address: &str) -> Self {
        Self::with_page(report, locale, address, 0, "page/")
    }

    /// Prints a page of the table of a long report.
    pub fn with_page(
        report: &str,
        locale: &str,
        address: &str,
        number: usize,
        table_pages: &str,
    ) -> Self {
        let atlas =
            Atlas::from_files(report, locale).unwrap_or_else(|problems| panic!("{problems}"));
        Self::with_atlas(atlas, address, number, table_pages, false)
    }

    /// Prints the edition for frames of the bundled report in English.
    pub fn for_frames(address: &str) -> Self {
        let atlas = Atlas::from_files(REPORT, ENGLISH).unwrap_or_default();
        Self::with_atlas(atlas, address, 0, "page/", true)
    }

    /// Prints the bundled report in a language, as an address shows it.
    pub fn in_language(lang: &str, address: &str) -> Self {
        let path = format!("{}/assets/locales/{lang}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let [locale, english] = [&text, ENGLISH].map(|text| {
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{lang}: {error}"))
        });
        let report = Atlas::from_files(REPORT, ENGLISH).unwrap_or_default().report;
        let path = format!("assets/data/pakistan-asean-2023/{lang}.json");
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let texts = std::fs::read_to_string(path).ok();
        let texts: Option<ReportTexts> = texts.map(|text| {
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{lang}: {error}"))
        });
        let atlas = Atlas::localized(&report, texts.as_ref(), &locale, &english);
        Self::with_atlas(atlas, address, 0, "page/", false)
    }

    fn with_atlas(
        atlas: Atlas,
        address: &str,
        number: usize,
        table_pages: &str,
        is_framed: bool,
    ) -> Self {
        Self::on(Platform::print(), atlas, address, number, table_pages, is_framed)
    }

    /// Returns the page as it is rendered in a browser whose page has this address.
    pub fn in_browser(page_url: fn() -> String) -> Self {
        let platform = Platform { is_interactive: true, page_url, ..Platform::print() };
        let atlas = Atlas::from_files(REPORT, ENGLISH).unwrap_or_default();
        Self::on(platform, atlas, "#MYS", 0, "page/", false)
    }

    fn on(
        platform: Platform,
        atlas: Atlas,
        address: &str,
        number: usize,
        table_pages: &str,
        is_framed: bool,
    ) -> Self {
        let view = ViewState::from_address(&Address::new(address), &atlas.report);
        let page = PrintedPage {
            number,
            table_pages: table_pages.to_owned(),
            evidence: evidence_of_page(&atlas, number),
            is_framed,
            ..PrintedPage::default()
        };
        let atlas = Arc::new(atlas);
        let html = app_html(atlas.clone(), view, page, platform);
        Self { atlas, html: Html::parse_fragment(&html) }
    }

    /// Returns every element that a selector finds, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&parsed(selector)).collect()
    }

    /// Returns the one element that a selector finds.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        match self.all(selector).as_slice() {
            [only] => *only,
            found => panic!("{selector} finds {} elements", found.len()),
        }
    }

    /// Returns the text of the one element that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        text(self.one(selector))
    }

    /// Returns the text of every element that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }
}

/// Returns every element inside another that a selector finds.
pub fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&parsed(selector)).collect()
}

/// Returns the text of an element, white space collapsed.
pub fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the value of an attribute; empty where it is missing.
pub fn attribute<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    element.value().attr(name).unwrap_or_default()
}

/// Returns what assistive technology calls a control or a region: its label, or its text.
pub fn name(element: ElementRef<'_>) -> String {
    match attribute(element, "aria-label") {
        "" => text(element),
        label => label.to_owned(),
    }
}

/// Returns a selector.
pub fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}
