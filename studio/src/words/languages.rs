//! The words in each language, and their files.

use std::collections::BTreeMap;

use partnership_atlas::i18n::Review;
use serde::Deserialize;
use strum::IntoEnumIterator;

use super::Word;

/// A file of words.
#[derive(Clone, Debug, Deserialize)]
pub struct WordsFile {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Whether somebody who speaks the language has read the words.
    pub review: Review,
    pub(super) words: BTreeMap<String, String>,
}

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Whether a machine has translated them, and nobody has read the translation.
    pub is_by_machine: bool,
    texts: Vec<String>,
}

impl Words {
    /// Returns the English words, for tests: the studio fetches them as it fetches those of any language.
    #[cfg(test)]
    pub fn english() -> Self {
        let english = include_str!("../../locales/en.json");
        serde_json::from_str(english).map(|file| Self::of(&file)).unwrap_or_default()
    }

    /// Returns the words of a file. The build has put English in the place of those that are missing.
    pub fn of(file: &WordsFile) -> Self {
        let text = |word: Word| file.words.get(word.key()).cloned().unwrap_or_default();
        Self {
            lang: file.lang.clone(),
            dir: file.dir.clone(),
            is_by_machine: file.review == Review::Machine,
            texts: Word::iter().map(text).collect(),
        }
    }

    /// Returns a text.
    pub fn get(&self, word: Word) -> &str {
        self.texts.get(word as usize).map_or("", String::as_str)
    }

    /// Returns a text with values in the places of their names: `{count}`.
    ///
    /// From right to left, each value is wrapped in FSI and PDI (<https://www.unicode.org/reports/tr9/>), which keep its own
    /// direction.
    pub fn format(&self, word: Word, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.get(word).to_owned(), |text, (name, value)| {
            let value = match self.dir.as_str() {
                "rtl" => format!("\u{2068}{value}\u{2069}"),
                _ => (*value).to_owned(),
            };
            text.replace(&format!("{{{name}}}"), &value)
        })
    }
}

/// Returns the language of a tag in small letters: `ur` for `ur-PK`. Tags that others have replaced become those
/// (<https://www.iana.org/assignments/language-subtag-registry>).
pub fn language(tag: &str) -> String {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match language.as_str() {
        "in" => "id".to_owned(),
        "tl" => "fil".to_owned(),
        _ => language,
    }
}

/// Returns the first of some languages that the studio speaks. Of a tag only the language counts: `ur-PK` is Urdu.
pub fn first_known(asked: &[String], known: &[(String, String)]) -> Option<String> {
    let own = |tag: &String| {
        known.iter().map(|(own, _)| own).find(|own| language(own) == language(tag)).cloned()
    };
    asked.iter().find_map(own)
}
