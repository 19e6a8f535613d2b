//! Links to other sites, and the dialog with the address of one.

use leptos::prelude::*;

use super::Context;
use super::text::{attribute, message};
use crate::i18n::MessageId;

/// The id of the dialog; `web/src/frame_links.js` opens it. No fact can have it.
const LINK_ADDRESS: &str = "LINK-ADDRESS";

/// What another site may know of the page: nothing. `web/src/frame_links.js` finds the links by it.
const REL: &str = "noopener noreferrer";

/// Renders a link to another site. From a frame it opens a new tab, because most sites forbid to be shown in one.
pub fn link_to_site(
    context: &Context,
    url: String,
    class: Option<&'static str>,
    text: AnyView,
) -> AnyView {
    let target = context.page.is_framed.then_some("_blank");
    // An optional class would be printed as an empty one.
    match class {
        Some(class) => {
            view! { <a class=class href=url rel=REL target=target>{text}</a> }.into_any()
        }
        None => view! { <a href=url rel=REL target=target>{text}</a> }.into_any(),
    }
}

/// Renders a link to another site whose text is a title in a language of its own.
pub fn link_to_title(context: &Context, url: String, lang: String, title: String) -> AnyView {
    let target = context.page.is_framed.then_some("_blank");
    view! { <a href=url rel=REL target=target lang=lang dir="auto" translate="no">{title}</a> }
        .into_any()
}

/// The address of a link that a frame could not open: a sandbox may forbid new tabs. It never reacts, so it also works on a
/// page whose module has failed.
#[component]
pub fn LinkAddress(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    view! {
        <section
            class="dialog"
            id=LINK_ADDRESS
            popover="auto"
            aria-label=attribute(&context, MessageId::LinkAddress)
        >
            <h2>{message(&context, MessageId::EvidenceOpen)}</h2>
            <p>{message(&context, MessageId::LinkAddress)}</p>
            <p class="dialog__code" dir="ltr" translate="no"></p>
            <div class="dialog__foot">
                <button
                    type="button"
                    class="button"
                    popovertarget=LINK_ADDRESS
                    popovertargetaction="hide"
                >
                    {message(&context, MessageId::EvidenceClose)}
                </button>
            </div>
        </section>
    }
}
