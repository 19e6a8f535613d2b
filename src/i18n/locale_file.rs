//! A locale file: the interface in one language, with the names of the states.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;

use super::report_texts::or_fallback;
use super::{MessageId, Messages};

/// The file of a language. English stands in for texts that are missing or empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocaleFile {
    /// Its BCP 47 tag, which is also its folder and the name of its file: `zh-Hans`.
    pub lang: String,
    /// The writing direction: `ltr` or `rtl`.
    pub dir: String,
    /// The language's own name.
    pub name: String,
    /// Who has checked it.
    pub review: Review,
    /// Its own digits, from zero to nine, if numbers and dates are written in them: `០១២៣៤៥៦៧៨៩`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub digits: String,
    /// The names of the twelve months, as they stand in a date.
    pub months: Vec<String>,
    /// The texts of the interface, by the keys of [`MessageId`].
    pub messages: IndexMap<String, String>,
    /// The names of the states on the map, by their codes; the same for every report.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub names: IndexMap<String, String>,
    /// Other names by which readers may search: for a state, by its code; for anything else, by its name in the texts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The keys whose text is rightly the same as in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<String>,
}

/// Who has checked a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// The page was written in this language.
    Author,
    /// Nobody has checked the machine translation yet.
    Machine,
    /// A speaker of the language has checked it.
    Speaker,
}

impl LocaleFile {
    /// Returns whether no message and no month is missing, so that English need not stand in.
    pub fn is_complete(&self) -> bool {
        let has = |id: MessageId| self.messages.get(id.key()).is_some_and(|text| !text.is_empty());
        self.months.len() == 12 && MessageId::iter().all(has)
    }

    /// Returns the messages of the page; English texts stand in for missing ones and are marked as English.
    pub fn messages(&self, english: &Self) -> Messages {
        let text = |id: MessageId| {
            let (own, fallback) = (self.messages.get(id.key()), english.messages.get(id.key()));
            or_fallback(own, fallback, &english.lang)
        };
        let months =
            english.months.iter().enumerate().map(|(index, month)| {
                or_fallback(self.months.get(index), Some(month), &english.lang)
            });
        Messages {
            lang: self.lang.clone(),
            dir: self.dir.clone(),
            months: months.collect(),
            review: text(self.review.message()),
            digits: self.digits.clone(),
            texts: MessageId::iter().map(text).collect(),
        }
    }
}

impl Review {
    /// Returns the message that says who has checked the translation.
    pub fn message(self) -> MessageId {
        match self {
            Self::Author => MessageId::ReviewAuthor,
            Self::Machine => MessageId::ReviewMachine,
            Self::Speaker => MessageId::ReviewSpeaker,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_complete_if_it_has_every_message_and_month() {
        let json = include_str!("../../assets/locales/en.json");
        let english: LocaleFile = serde_json::from_str(json).unwrap();
        assert!(english.is_complete());
        let key = MessageId::iter().nth(3).unwrap().key();
        let mut half = english.clone();
        half.messages.insert(key.to_owned(), String::new());
        assert!(!half.is_complete());
        half.messages.shift_remove(key);
        assert!(!half.is_complete());
        let without_december = LocaleFile { months: english.months[..11].to_vec(), ..english };
        assert!(!without_december.is_complete());
    }
}
