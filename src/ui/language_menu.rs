//! The languages of the page: plain links, complete without a script.

use leptos::prelude::*;

use super::text::{attribute, message};
use super::{Context, Language};
use crate::i18n::MessageId;

/// The list of the languages, each by its own name; absent where there is no other.
#[component]
pub fn LanguageMenu(
    /// What every component is given.
    context: Context,
) -> AnyView {
    let current = &context.atlas.messages.lang;
    let languages = &context.page.languages;
    let own = languages.iter().find(|each| each.tag == *current);
    let Some(own) = own.filter(|_| languages.len() > 1) else {
        return ().into_any();
    };
    let name = own.name.clone();
    let links: Vec<_> =
        languages.iter().map(|each| link(&context, each, each.tag == *current)).collect();
    view! {
        <div class="languages">
            <details class="languages__all">
                <summary class="languages__current">
                    <span class="visually-hidden">{message(&context, MessageId::LanguageLabel)}": "</span>
                    <span translate="no">{name}</span>
                </summary>
                <nav class="languages__list" aria-label=attribute(&context, MessageId::LanguageLabel)>
                    <ul>{links}</ul>
                </nav>
            </details>
        </div>
    }
    .into_any()
}

fn link(context: &Context, language: &Language, is_current: bool) -> AnyView {
    let Language { tag, name, dir } = language.clone();
    let href = format!("{}{tag}/", context.page.home);
    let current = is_current.then_some("page");
    view! {
        <li>
            <a href=href lang=tag.clone() hreflang=tag dir=dir aria-current=current translate="no">{name}</a>
        </li>
    }
    .into_any()
}
