//! Copying.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::locale::Message;
use crate::state::AppState;

/// Copies a text and says the message, or says that the browser does not allow it.
pub fn copy(state: AppState, text: &str, done: Message) {
    let navigator = window().navigator();
    // Outside a secure context there is no clipboard, although the interface says that there always is.
    let there_is =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|value| value.is_object());
    let copying = there_is.then(|| JsFuture::from(navigator.clipboard().write_text(text)));
    super::spawn(async move {
        let copied = match copying {
            Some(copying) => copying.await.is_ok(),
            None => false,
        };
        let said = Some(if copied { done } else { Message::ShareRefused });
        state.talk.update(|talk| talk.said = said);
    });
}
