//! The line that says that the interactive parts do not work. `src/browser/document.rs` fills in the details.
//!
//! It is an element of its own name, which `web/src/prepare.js` defines. A saved copy has every attribute of the live page,
//! but its scripts may be missing. Then the element is not `:defined`, and the style sheet knows that nothing answers.

use leptos::prelude::*;

use super::Context;
use super::text::message;
use crate::i18n::MessageId;

/// The notice; the style sheet shows it on a page that failed, and on a saved copy without its scripts.
#[component]
pub fn Notice(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    view! {
        <atlas-notice class="notice" role="status" hidden>
            <p class="notice__failed">{message(&context, MessageId::NoticeFailed)}</p>
            <p class="notice__stopped">{message(&context, MessageId::NoticeStopped)}</p>
            <details hidden>
                <summary>{message(&context, MessageId::NoticeProblems)}</summary>
                <p class="notice__details" lang="en" dir="ltr" translate="no"></p>
            </details>
        </atlas-notice>
    }
}
