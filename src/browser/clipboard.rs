//! Copying.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::document;
use crate::i18n::MessageId;
use crate::state::AppState;

/// Copies a text, then announces the message, or that the browser does not allow it.
pub fn copy(state: AppState, text: String, done: MessageId) {
    wasm_bindgen_futures::spawn_local(async move {
        let is_copied = copied(&text).await.is_some();
        state.announcement.set(Some(if is_copied { done } else { MessageId::ShareRefused }));
    });
}

async fn copied(text: &str) -> Option<()> {
    let window = document::window()?;
    // Outside a secure context there is no clipboard, although its type says that there always is one.
    if !window.is_secure_context() {
        return None;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.ok()?;
    Some(())
}
