//! What the two dialogs share. They are native pop-overs.

use leptos::prelude::*;

use super::Context;
use super::text::{LiveText, attribute, message};
use crate::i18n::MessageId;

/// Renders the buttons of a dialog, and the line that says what was done.
pub fn dialog_foot(
    context: &Context,
    dialog: &'static str,
    copy_label: MessageId,
    copy: Box<dyn Fn()>,
    more: Option<AnyView>,
) -> AnyView {
    let state = context.state;
    view! {
        <div class="dialog__foot">
            <button
                type="button"
                class="button"
                disabled=!state.has_link()
                on:click=move |_| copy()
            >
                {message(context, copy_label)}
            </button>
            {more}
            <button type="button" class="button" popovertarget=dialog popovertargetaction="hide">
                {message(context, MessageId::EvidenceClose)}
            </button>
            {announcement(context)}
        </div>
    }
    .into_any()
}

/// Renders the line that says what was done, where the dialog covers the one in the head. Screen readers hear that one.
pub fn announcement(context: &Context) -> AnyView {
    let context = context.clone();
    let text = move || {
        let announced = context.state.announcement.get();
        announced.map_or_else(String::new, |id| attribute(&context, id))
    };
    view! { <LiveText class="dialog__announcement" is_hidden=true text=Signal::derive(text) /> }
        .into_any()
}
