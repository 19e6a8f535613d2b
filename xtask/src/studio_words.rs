//! The words of the studio: a file for each language of the page.

use std::fs;

use anyhow::{Context, Result};
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;

use crate::command::root;

/// Where the words of the studio are, a file for each language of the page.
pub const FOLDER: &str = "studio/locales";

/// The words of the studio in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct StudioWords {
    /// The texts by their keys.
    pub words: IndexMap<String, String>,
    /// The keys of those that are rightly the same as in English.
    #[serde(default)]
    pub same: Vec<String>,
}

/// Reads the words in a language.
///
/// # Errors
///
/// Where the file is missing, or is no such file.
pub fn read(lang: &str) -> Result<StudioWords> {
    let path = root().join(FOLDER).join(format!("{lang}.json"));
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))
}

/// Returns the file that the studio fetches in a language, by its tag: the words, in English where one is missing; `english` is
/// the tag of that.
///
/// # Errors
///
/// Where the file of the language or that of English is missing, or is no JSON.
pub fn fetched(lang: &str, english: &str) -> Result<Value> {
    let file = |lang: &str| -> Result<Value> {
        let path = root().join(FOLDER).join(format!("{lang}.json"));
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("cannot read {}", path.display()))
    };
    Ok(completed(file(lang)?, &file(english)?))
}

/// Returns a file of words with the English ones that it lacks. Only those who translate need the list of those that are the
/// same.
fn completed(mut own: Value, english: &Value) -> Value {
    if let Some(file) = own.as_object_mut() {
        file.remove("same");
    }
    let words = own.get_mut("words").and_then(Value::as_object_mut);
    if let (Some(words), Some(english)) = (words, english.get("words").and_then(Value::as_object)) {
        for (key, text) in english {
            if words.get(key).is_none_or(|own| own == "") {
                words.insert(key.clone(), text.clone());
            }
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn english_stands_in_for_a_missing_word() {
        let english = json!({ "words": { "undo": "Undo", "redo": "Redo", "copy": "Copy" } });
        let half = json!({ "lang": "tlh", "same": ["copy"], "words": { "undo": "X", "redo": "" } });
        let words = json!({ "undo": "X", "redo": "Redo", "copy": "Copy" });
        assert_eq!(completed(half, &english), json!({ "lang": "tlh", "words": words }));
    }
}
