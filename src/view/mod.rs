//! What is drawn: one file for each thing. The views are printed natively, as they stand for what a reader has
//! chosen; in the browser the printed page itself comes alive (`crate::browser::live`).
//!
//! What can be done has a `data-act`, and where there are several of a kind a `data-of` that says with what.

pub mod about;
pub mod app;
pub mod areas;
pub mod card;
pub mod evidence;
pub mod fact;
pub mod fact_table;
pub mod icon;
pub mod inspector;
pub mod legend;
pub mod map;
pub mod masthead;
pub mod overview;
pub mod phrase;
pub mod place;
pub mod share;
pub mod timeline;

pub use app::App;

use std::sync::Arc;

use leptos::prelude::*;

use crate::atlas::Atlas;
use crate::state::url::ViewState;

/// The whole page's content as HTML: what a reader without a script sees, and what comes alive.
///
/// `page` is the one of the table's that stands on it, from 0; the printed pages have a folder each below `pages`, by
/// their numbers from 1.
pub fn static_html(atlas: Arc<Atlas>, page: usize, pages: &str) -> String {
    let chosen = ViewState { page: Some(page), ..ViewState::default() };
    let pages = pages.to_owned();
    Owner::new().with(|| view! { <App atlas chosen pages /> }.to_html())
}

/// The page's content as HTML, as it stands when the reader has chosen something.
pub fn html(atlas: Arc<Atlas>, chosen: ViewState) -> String {
    let pages = "page/".to_owned();
    Owner::new().with(|| view! { <App atlas chosen pages /> }.to_html())
}
