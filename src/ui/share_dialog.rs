//! The dialog with the link to the view.

use leptos::prelude::*;

use super::Context;
use super::dialog::dialog_foot;
use super::part::Part;
use super::text::{LiveText, attribute, message};
use crate::i18n::MessageId;

/// The id of the dialog. No fact can have it.
pub const SHARE_DIALOG: &str = "SHARE";

/// The link to the view, to read and to copy.
#[component]
pub fn ShareDialog(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let state = context.state;
    let has_link = state.has_link();
    let link = move || if has_link { state.link() } else { String::new() };
    let is_file = state.platform.is_interactive && !has_link;
    let text = if is_file { MessageId::ShareFile } else { MessageId::ShareText };
    view! {
        <section
            class="dialog"
            id=SHARE_DIALOG
            popover="auto"
            aria-label=attribute(&context, MessageId::ShareTitle)
            data-part=Part::ShareDialog.name()
        >
            <h2>{message(&context, MessageId::ShareTitle)}</h2>
            <p>{message(&context, text)}</p>
            <LiveText class="dialog__code" is_code=true text=Signal::derive(link) />
            {dialog_foot(
                &context,
                SHARE_DIALOG,
                MessageId::ShareCopy,
                Box::new(move || state.copy(state.link(), MessageId::ShareDone)),
                None,
            )}
        </section>
    }
}
