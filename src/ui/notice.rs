//! The line that says that the interactive parts could not start. `src/browser/document.rs` fills in the details.

use leptos::prelude::*;

use super::Context;
use super::text::message;
use crate::i18n::MessageId;

/// The notice; the style sheet shows it on a page that failed.
#[component]
pub fn Notice(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    view! {
        <div class="notice" role="status" hidden>
            <p>{message(&context, MessageId::NoticeFailed)}</p>
            <details hidden>
                <summary>{message(&context, MessageId::NoticeProblems)}</summary>
                <p class="notice__details" lang="en" dir="ltr"></p>
            </details>
        </div>
    }
}
