//! What is drawn: one file for each thing. The same views print to text natively and live in the browser.

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

/// The whole page's content as HTML: what a reader without a script sees, and what the live view replaces.
#[cfg(not(target_arch = "wasm32"))]
pub fn static_html(atlas: std::sync::Arc<crate::atlas::Atlas>) -> String {
    html(atlas, crate::state::url::ViewState::default())
}

/// The page's content as HTML, as it stands when the reader has chosen something.
#[cfg(not(target_arch = "wasm32"))]
pub fn html(
    atlas: std::sync::Arc<crate::atlas::Atlas>,
    chosen: crate::state::url::ViewState,
) -> String {
    use crate::state::AppState;
    use leptos::prelude::*;

    let owner = Owner::new();
    owner.with(|| {
        let state = AppState::new(chosen, None);
        view! { <App atlas state /> }.to_html()
    })
}
