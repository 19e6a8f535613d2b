//! The browser: the only module that can fail, and the only one that names browser interfaces.

mod address;
mod clipboard;
mod document;
pub mod download;
mod error;
mod fetch;
mod mount;
mod shortcuts;

use std::sync::Arc;

use error::StartError;
use leptos::prelude::*;

use crate::model::FactId;
use crate::state::{AppState, Platform, ViewState};
use crate::ui::Context;
use crate::view_model::Atlas;

/// Starts the page: fetches the data and renders the parts that react over their printed elements.
///
/// If anything fails, the printed page stays and shows its notice. `web/src/start.js` does the same after a panic.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        if let Err(error) = open().await {
            document::show_failure(&error);
        }
    });
}

async fn open() -> Result<(), StartError> {
    let atlas: Arc<Atlas> = Arc::new(fetch::atlas().await?);
    let page = Arc::new(document::printed_page()?);
    let mut view = ViewState::from_address(&address::current(), &atlas.report);
    document::keep_input(&mut view);
    let evidence = FactId::new(&view.extra.fragment).and_then(|id| atlas.report.fact(id));
    let evidence = evidence.map(|fact| fact.id);
    let platform = Platform {
        is_interactive: true,
        copy: clipboard::copy,
        save: |name, media_type, content| download::save(name, media_type, content.as_bytes()),
        page_url: address::page_url,
        scroll_to: document::scroll_to,
        focus_state: document::focus_state,
    };
    let owner = Owner::new();
    let state = owner.with(|| AppState::new(view, platform));
    let context = Context { atlas, state, page };
    mount::mount_all(&context, &owner).await?;
    owner.with(|| address::follow(context.clone()));
    shortcuts::attach(state);
    // The page opens with the whole map, as it was printed; now the map may move.
    state.zoom_to_selection();
    evidence.into_iter().for_each(document::show_evidence);
    document::set_ready();
    // The signals live as long as the page.
    std::mem::forget(owner);
    Ok(())
}
