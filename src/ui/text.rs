//! Texts: static ones with their language, and those that follow the state.

use leptos::prelude::*;

use super::Context;
use crate::i18n::MessageId;
use crate::model::Text;
use crate::view_model::labels::AsOfText;

/// Renders a text; a fallback in another language is marked with that language.
pub fn localized_text(text: &Text) -> AnyView {
    let value = text.value.clone();
    match text.lang.clone() {
        Some(lang) => view! { <span lang=lang dir="auto">{value}</span> }.into_any(),
        None => value.into_any(),
    }
}

/// Renders a message.
pub fn message(context: &Context, id: MessageId) -> AnyView {
    localized_text(context.atlas.messages.get(id))
}

/// Returns a message for an attribute.
pub fn attribute(context: &Context, id: MessageId) -> String {
    context.atlas.messages.get(id).isolated()
}

/// Renders a text with the name of an outlet in it, which a translator must leave alone.
pub fn with_name(text: &Text, name: &str) -> AnyView {
    let Some((before, after)) = text.value.split_once(name) else { return localized_text(text) };
    let name = view! { <span translate="no">{name.to_owned()}</span> };
    let parts = view! { {before.to_owned()}{name}{after.to_owned()} };
    match text.lang.clone() {
        Some(lang) => view! { <span lang=lang dir="auto">{parts}</span> }.into_any(),
        None => parts.into_any(),
    }
}

/// Renders a text as of both days; the style sheet shows the one that is chosen.
pub fn as_of_text(text: AsOfText) -> AnyView {
    if text.report == text.today {
        return text.report.into_any();
    }
    view! {
        <span class="as-reported">{text.report}</span>
        <span class="as-of-today">{text.today}</span>
    }
    .into_any()
}

/// Renders a part of a line that follows the state, such as the label of a button; the text is a property, as in
/// [`LiveText`].
pub fn live_span(text: Signal<String>) -> AnyView {
    if cfg!(target_arch = "wasm32") {
        view! { <span prop:textContent=text></span> }.into_any()
    } else {
        view! { <span>{text}</span> }.into_any()
    }
}

/// A line that follows the state.
///
/// In the browser the text is a property of its element. A translator may wrap or replace text nodes at any time; a node
/// that Leptos holds would then be lost and the line would go stale.
#[component]
pub fn LiveText(
    /// Its class.
    class: &'static str,
    /// Its role: `status` is read aloud when it changes.
    #[prop(optional)]
    role: Option<&'static str>,
    /// Whether screen readers skip it.
    #[prop(optional)]
    is_hidden: bool,
    /// Whether it is a link or a code: it runs from left to right, and a translator must leave it alone.
    #[prop(optional)]
    is_code: bool,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> AnyView {
    let hidden = is_hidden.then_some("true");
    let translate = is_code.then_some("no");
    let dir = is_code.then_some("ltr");
    if cfg!(target_arch = "wasm32") {
        view! { <p class=class role=role aria-hidden=hidden translate=translate dir=dir prop:textContent=text></p> }.into_any()
    } else {
        view! { <p class=class role=role aria-hidden=hidden translate=translate dir=dir>{text}</p> }
            .into_any()
    }
}
