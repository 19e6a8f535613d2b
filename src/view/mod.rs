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

/// The whole page's content as HTML: what a reader without a script sees, and what comes alive.
pub fn static_html(atlas: std::sync::Arc<crate::atlas::Atlas>) -> String {
    html(atlas, crate::state::url::ViewState::default())
}

/// The page's content as HTML, as it stands when the reader has chosen something.
pub fn html(
    atlas: std::sync::Arc<crate::atlas::Atlas>,
    chosen: crate::state::url::ViewState,
) -> String {
    use leptos::prelude::*;

    let owner = Owner::new();
    owner.with(|| view! { <App atlas chosen /> }.to_html())
}
