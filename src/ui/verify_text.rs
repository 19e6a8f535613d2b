//! The field at the foot of the page in which a reader compares a text with the report.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::Context;
use super::part::Part;
use super::text::{LiveText, message};
use crate::i18n::MessageId;
use crate::view_model::comparison::{Comparison, comparison};

/// The field, the button, and what was found. Nothing leaves the browser.
#[component]
pub fn VerifyText(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let (state, atlas) = (context.state, context.atlas.clone());
    let field = NodeRef::<Textarea>::new();
    let found = RwSignal::new(Comparison::default());
    let compare = move || {
        if let Some(field) = field.get_untracked() {
            found.set(comparison(&atlas, &field.value()));
        }
    };
    let summary = Signal::derive(move || found.with(|found| found.summary.clone()));
    let paragraphs = move || {
        let paragraphs = found.with(|found| found.paragraphs.clone()).into_iter();
        let items = paragraphs.map(|(text, quotes)| {
            let quotes = quotes.into_iter().map(|quote| view! { <li>{quote}</li> }.into_any());
            let quotes: Vec<_> = quotes.collect();
            view! { <li>{text}<ul translate="no">{quotes}</ul></li> }.into_any()
        });
        items.collect::<Vec<_>>().into_any()
    };
    view! {
        <details class="about__verify" data-part=Part::VerifyText.name()>
            <summary>{message(&context, MessageId::VerifyTitle)}</summary>
            <p>{message(&context, MessageId::VerifyText)}</p>
            <label>
                <span>{message(&context, MessageId::VerifyLabel)}</span>
                <textarea
                    node_ref=field
                    rows="6"
                    spellcheck="false"
                    disabled=!state.platform.is_interactive
                ></textarea>
            </label>
            <button
                type="button"
                class="button"
                disabled=!state.platform.is_interactive
                on:click=move |_| compare()
            >
                {message(&context, MessageId::VerifyRun)}
            </button>
            <LiveText class="about__verified" role="status" text=summary />
            <ul>{paragraphs}</ul>
        </details>
    }
}
