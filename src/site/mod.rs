//! The pages as text: shell, head, single file, oEmbed.
//!
//! The build writes a site of folders into a [`Sink`]. The studio makes the page in one file alone, in a browser; what a site
//! has besides is native.

mod assets;
mod downloads;
mod escape;
#[cfg(not(target_arch = "wasm32"))]
mod feeds;
#[cfg(not(target_arch = "wasm32"))]
mod folders;
#[cfg(not(target_arch = "wasm32"))]
mod hosted;
#[cfg(not(target_arch = "wasm32"))]
mod index;
#[cfg(not(target_arch = "wasm32"))]
mod metadata;
mod page;
mod policy;
pub mod share;
mod single_file;

use std::sync::Arc;

use leptos::prelude::*;

pub use assets::{Assets, content_hash, integrity};
pub use escape::{escape, unescape};
#[cfg(not(target_arch = "wasm32"))]
pub use feeds::{FEED, feed, robots, sitemap};
#[cfg(not(target_arch = "wasm32"))]
pub use folders::{Sink, write_site};
#[cfg(not(target_arch = "wasm32"))]
pub use hosted::{oembed, oembed_frame};
#[cfg(not(target_arch = "wasm32"))]
pub use index::index_page;
pub use page::page_title;

use crate::i18n::{LocaleFile, ReportTexts};
use crate::model::{FactId, Report, Text};
use crate::state::{AppState, Platform, Sort, ViewState};
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::App;
use crate::ui::{Context, PrintedPage};
use crate::view_model::Atlas;
use crate::view_model::pagination::page as page_rows;
use crate::view_model::printed_facts::facts_on_page;
use crate::view_model::ranks::Order;
use crate::view_model::table::rows;

/// The name of the page in one file.
pub const SINGLE_FILE: &str = "partnership-atlas.html";

/// The name of the schema of a report's JSON.
pub const SCHEMA_FILE: &str = "report.schema.json";

/// Renders the whole content of a page as HTML, without its shell.
pub type Render = fn(Context) -> String;

/// What a site is made of.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The id of the report: lower-case letters, digits and hyphens.
    pub id: &'a str,
    /// The report, its texts in its own language.
    pub report: &'a Report,
    /// The translations of its texts.
    pub texts: &'a [ReportTexts],
    /// The JSON of the report as it was written by its editor.
    pub report_json: &'a str,
    /// The JSON Schema of the report.
    pub schema: &'a str,
    /// The languages that get a page.
    pub locales: &'a [LocaleFile],
    /// The language that the root shows: that of the report, or English where the interface has no such language.
    pub main: &'a LocaleFile,
    /// The language that stands in for missing messages.
    pub english: &'a LocaleFile,
    /// The scripts, the module, the style sheet and the outlines.
    pub assets: &'a Assets,
    /// Renders the content of a page: [`render()`], or what a browser has in its place.
    pub render: Render,
    /// Returns the order of texts in a language: that of Unicode's CLDR.
    pub order: fn(&str) -> Order,
    /// The address of the site, with a slash at its end, if it is known.
    pub url: Option<&'a str>,
    /// Whether it is one of several reports. Each then has the folder of its id, and the root is their index.
    pub is_one_of_several: bool,
}

impl Site<'_> {
    /// Returns the address of the root of the report, with a slash at its end, if it is known.
    fn report_url(&self) -> Option<String> {
        let url = self.url?;
        Some(if self.is_one_of_several { format!("{url}{}/", self.id) } else { url.to_owned() })
    }

    /// Returns the report in a language.
    pub fn atlas(&self, locale: &LocaleFile) -> Atlas {
        let texts = self.texts.iter().find(|texts| texts.lang == locale.lang);
        let order = (self.order)(&locale.lang);
        let mut atlas = Atlas::in_order(self.report, texts, locale, self.english, &order);
        if self.locales.len() == 1 {
            // It would speak of translations, and there are none.
            atlas.messages.review = Text::EMPTY;
        }
        atlas
    }
}

/// Returns the facts whose evidence a page of the table has; the page counts from 0.
pub fn evidence_of_page(atlas: &Atlas, number: usize) -> Vec<FactId> {
    let rows = rows(atlas, None, Sort::default());
    let ids = facts_on_page(&atlas.report, page_rows(&rows, number).1);
    atlas.report.facts.iter().map(|fact| fact.id).filter(|id| ids.contains(id)).collect()
}

/// The most facts that a page in one file prints in full. Beyond that it has the first page of its table, and the rest needs a
/// script: a browser takes long for a page of more than ten megabytes.
const MAX_PRINTED: usize = 2_000;

/// Returns what the components know of a page that belongs to no site and is live, apart from its evidence.
pub fn alone(id: &str) -> PrintedPage {
    PrintedPage { report: id.to_owned(), ..PrintedPage::default() }
}

/// Returns what the components know of a page in one file: no other pages stand beside it, so it has every fact.
pub fn in_one_file(atlas: &Atlas, id: &str) -> PrintedPage {
    let facts = &atlas.report.facts;
    let has_every_fact = facts.len() <= MAX_PRINTED;
    let evidence = if has_every_fact {
        facts.iter().map(|fact| fact.id).collect()
    } else {
        evidence_of_page(atlas, 0)
    };
    PrintedPage { evidence, has_every_fact, ..alone(id) }
}

/// Returns the content of a page that belongs to no site as HTML, without the shell.
pub fn printed_content(atlas: &Arc<Atlas>, id: &str, render: Render) -> String {
    let printed = in_one_file(atlas, id);
    content(atlas.clone(), ViewState::default(), printed, Platform::print(), render)
}

/// Returns the content of a page as HTML, without the shell: what the browser renders for the same view.
#[cfg(not(target_arch = "wasm32"))]
pub fn app_html(
    atlas: Arc<Atlas>,
    view: ViewState,
    printed: PrintedPage,
    platform: Platform,
) -> String {
    content(atlas, view, printed, platform, render)
}

/// Renders the content of a page natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn render(context: Context) -> String {
    let html = view! { <App context=Signal::stored(context) /> }.to_html();
    // What Leptos needs for hydration; the page is mounted. A blank in an empty line would keep it from being `:empty`.
    without_markers(&html).replace("\"> </p>", "\"></p>")
}

fn content(
    atlas: Arc<Atlas>,
    view: ViewState,
    printed: PrintedPage,
    platform: Platform,
    render: Render,
) -> String {
    Owner::new().with(|| {
        let state = AppState::new(view, platform);
        state.zoom_to_selection();
        render(Context { atlas, state, page: Arc::new(printed) })
    })
}

/// Returns a page without what Leptos needs for hydration.
#[cfg(not(target_arch = "wasm32"))]
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn to_pretty_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
