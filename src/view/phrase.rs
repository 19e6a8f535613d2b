//! A text of the language, or the English one that stands in for it.

use leptos::prelude::*;

use crate::dataset::stand_in;

/// A text as it stands; English in the place of a text that the language does not have yet is marked as English.
pub fn phrase(text: &str) -> AnyView {
    match stand_in(text) {
        Some(english) => view! { <span lang="en" dir="ltr">{english.to_owned()}</span> }.into_any(),
        None => text.to_owned().into_any(),
    }
}
