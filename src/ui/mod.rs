//! The page as Leptos components: markup, reactivity and handlers of a part in one file.
//!
//! The build prints [`App`] into complete HTML. In the browser each [`Part`] that reacts is rendered again over its printed
//! element; what never reacts stays as printed.

pub mod about;
pub mod app;
pub mod areas;
pub mod card;
pub mod country_list;
pub mod country_section;
pub mod dialog;
pub mod disclosure;
pub mod embed_dialog;
pub mod evidence;
pub mod evidence_list;
pub mod fact;
pub mod fact_table;
pub mod further_facts;
pub mod icon;
pub mod inspector;
pub mod keyed_list;
pub mod language_menu;
pub mod link;
pub mod map;
pub mod masthead;
pub mod notice;
pub mod overview;
pub mod part;
pub mod part_view;
#[cfg(not(target_arch = "wasm32"))]
pub mod report_index;
pub mod share_dialog;
pub mod text;
pub mod timeline;
pub mod verify_text;

use std::sync::Arc;

pub use app::App;
pub use part::Part;
pub use part_view::part_view;

use crate::i18n::MessageId;
use crate::model::FactId;
use crate::state::AppState;
use crate::view_model::Atlas;

/// What every component is given. Cloning it is cheap.
#[derive(Clone)]
pub struct Context {
    /// The report and the messages.
    pub atlas: Arc<Atlas>,
    /// What the reader has chosen.
    pub state: AppState,
    /// The page that was printed.
    pub page: Arc<PrintedPage>,
}

/// What the components know of the printed page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedPage {
    /// The id of the report: the name of its folder and of what can be taken.
    pub report: String,
    /// What can be taken; nothing in a page for frames.
    pub downloads: Vec<Download>,
    /// The page of the table, from 0.
    pub number: usize,
    /// The path to the folders of the table's pages, each named by its number from 1: `page/`.
    pub table_pages: String,
    /// The facts whose evidence is on the page.
    pub evidence: Vec<FactId>,
    /// Whether the page has every fact, though the table has pages: there are no other pages beside it.
    pub has_every_fact: bool,
    /// The path to the folder of all languages: `../`.
    pub home: String,
    /// The address of the page, if it is known: that of its folder with a slash at its end, or of a page in one file.
    pub url: Option<String>,
    /// The path to the index of several reports; `None` where there is one report, and in a page that stands alone.
    pub index: Option<String>,
    /// The path to the studio; `None` where it does not stand beside the page.
    pub studio: Option<String>,
    /// The languages that have a page; none in the single file.
    pub languages: Vec<Language>,
    /// Whether it is in a frame, or made for one.
    pub is_framed: bool,
}

/// A file to take, linked at the foot of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its address: a path from the page, or a `data:` URL in a page that stands alone.
    pub href: String,
    /// The name under which a browser saves it.
    pub name: String,
    /// Its IANA media type.
    pub media_type: &'static str,
    /// What it is; `None` for references.
    pub label: Option<MessageId>,
    /// The name of a format of references; empty for everything else.
    pub reference: &'static str,
}

/// A language of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: String,
}
