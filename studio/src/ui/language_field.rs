//! The field for the tag of a language, and the languages that it offers.

use leptos::prelude::*;

use super::field::TextField;
use crate::path::Path;
use crate::state::Context;
use crate::words::Word;

/// The id of the list of languages.
const LANGUAGES: &str = "languages";

/// Returns a field for the tag of a language. It offers those of [`language_options`] and takes any other.
pub fn language_field(context: Context, path: Path, label: Word) -> AnyView {
    view! { <TextField context path label hint=Word::HintLang list=LANGUAGES /> }.into_any()
}

/// Returns the list of languages, once for all fields, of the tag and the own name of each.
pub fn language_options(languages: &[(String, String)]) -> impl IntoView + use<> {
    let options = languages.iter().cloned().map(|(tag, name)| {
        view! { <option value=tag.clone() lang=tag>{name}</option> }
    });
    view! { <datalist id=LANGUAGES>{options.collect_view()}</datalist> }
}
