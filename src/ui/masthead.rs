//! The head of the page: the title, the choice of the day, the buttons of the dialogs.

use leptos::prelude::*;

use super::Context;
use super::embed_dialog::EMBED_DIALOG;
use super::language_menu::LanguageMenu;
use super::part::Part;
use super::share_dialog::SHARE_DIALOG;
use super::text::{LiveText, localized_text, message};
use crate::i18n::MessageId;
use crate::model::Edition;
use crate::state::AsOf;

/// Kicker, title, deck and tools.
#[component]
pub fn Masthead(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let Edition { title, deck, .. } = &context.atlas.report.atlas;
    view! {
        <header class="masthead">
            <LanguageMenu context=context.clone() />
            <div class="masthead__text">
                <p class="kicker">{kicker(&context)}</p>
                <h1>{localized_text(title)}</h1>
                <p class="masthead__deck">{localized_text(deck)}</p>
            </div>
            <MastheadTools context />
        </header>
    }
}

/// Renders the line above the title; where there are several reports, it leads to their index.
fn kicker(context: &Context) -> AnyView {
    match context.page.index.clone() {
        Some(index) => {
            view! { <a href=index>{message(context, MessageId::IndexTitle)}</a> }.into_any()
        }
        None => message(context, MessageId::HeadKicker).into_any(),
    }
}

/// The choice of the day, and the buttons of the dialogs.
#[component]
pub fn MastheadTools(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let state = context.state;
    let announcement = {
        let context = context.clone();
        move || {
            state
                .announcement
                .get()
                .map_or_else(String::new, |id| super::text::attribute(&context, id))
        }
    };
    view! {
        <div class="masthead__tools" data-part=Part::MastheadTools.name()>
            <fieldset class="as-of">
                <legend class="visually-hidden">{message(&context, MessageId::ClockLabel)}</legend>
                {as_of_choice(&context, AsOf::Report, MessageId::ClockReport)}
                {as_of_choice(&context, AsOf::Today, MessageId::ClockToday)}
            </fieldset>
            <button
                type="button"
                class="button"
                popovertarget=SHARE_DIALOG
                disabled=!state.platform.is_interactive
            >
                {message(&context, MessageId::ShareButton)}
            </button>
            <button type="button" class="button hosted" popovertarget=EMBED_DIALOG>
                {message(&context, MessageId::EmbedButton)}
            </button>
            <LiveText class="masthead__announcement" role="status" text=Signal::derive(announcement) />
        </div>
    }
}

/// A radio button, so that the choice works without a script: the style sheet shows the texts of the checked one.
fn as_of_choice(context: &Context, as_of: AsOf, label: MessageId) -> AnyView {
    let state = context.state;
    let value: &'static str = as_of.into();
    view! {
        <label class="as-of__choice">
            <input
                type="radio"
                name="clock"
                value=value
                checked=state.as_of.get_untracked() == as_of
                prop:checked=move || state.as_of.get() == as_of
                on:change=move |_| state.as_of.set(as_of)
            />
            <span>{message(context, label)}</span>
        </label>
    }
    .into_any()
}
