//! A locale file: the interface in one language, and the translation of the report's texts.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;

use super::{MessageId, Messages};
use crate::model::{Fact, Report, Scope, Text};

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
    /// The texts of the report, by their place in it: `facts.roundtable.title`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub texts: IndexMap<String, String>,
    /// Other names by which readers may search: for a place, by its code; for anything else, by its name in the texts.
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

    /// Returns the report in this language. Its own words, such as quotes, are not translated.
    ///
    /// The names of places in the report's own language remain as aliases, so that a search finds them.
    pub fn localize(&self, report: &Report, lang: &str) -> Report {
        let mut localized = report.clone();
        if self.lang == lang {
            return localized;
        }
        for (key, text) in report_texts(&mut localized) {
            *text = or_fallback(self.texts.get(&key), Some(&text.value), lang);
        }
        for (place, original) in localized.places.iter_mut().zip(&report.places) {
            let own = self.aliases.get(place.code.as_str());
            let names = std::iter::once(&original.name.value)
                .chain(&original.aliases)
                .chain(own.into_iter().flatten());
            let mut aliases: Vec<String> = Vec::new();
            for name in names {
                if *name != place.name.value && !aliases.contains(name) {
                    aliases.push(name.clone());
                }
            }
            place.aliases = aliases;
        }
        // No fact has the partner in its scope, so its other names belong to the facts that mention it.
        let partners = localized.places.iter().filter(|place| !place.is_member());
        let partners: Vec<_> = partners.map(|place| (&place.name.value, &place.aliases)).collect();
        for fact in &mut localized.facts {
            fact.aliases.extend(self.fact_aliases(fact, &partners));
        }
        localized
    }

    /// Returns the other names of what the texts of a fact mention, such as another press's name of ASEAN.
    fn fact_aliases(&self, fact: &Fact, places: &[(&String, &Vec<String>)]) -> Vec<String> {
        let mut texts = vec![fact.title.value.as_str(), &fact.text.value];
        texts.extend(fact.audience.iter().map(|text| text.value.as_str()));
        texts.extend(fact.interpretations.iter().map(|each| each.text.value.as_str()));
        if matches!(fact.scope, Scope::AseanWide {}) {
            texts.extend(self.messages.get(MessageId::ScopeWide.key()).map(String::as_str));
        }
        let is_mentioned = |name: &str| texts.iter().any(|text| text.contains(name));
        let names = self.aliases.iter().chain(places.iter().copied());
        let names = names.filter(|(name, _)| is_mentioned(name));
        names.flat_map(|(_, aliases)| aliases.clone()).collect()
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

fn or_fallback(own: Option<&String>, fallback: Option<&String>, lang: &str) -> Text {
    match (own.filter(|text| !text.is_empty()), fallback) {
        (Some(text), _) => text.as_str().into(),
        (None, Some(text)) => Text::fallback(text, lang),
        (None, None) => Text::default(),
    }
}

/// Returns every text of a report that a language translates, with its key, in the order of the file.
///
/// The headline and the quotes are the report's own words and are not among them.
pub fn report_texts(report: &mut Report) -> Vec<(String, &mut Text)> {
    let mut texts = vec![("source.outlet".to_owned(), &mut report.source.outlet)];
    for person in &mut report.people {
        texts.push((format!("people.{}.name", person.id), &mut person.name));
        texts.push((format!("people.{}.office", person.id), &mut person.office));
    }
    for place in &mut report.places {
        texts.push((format!("places.{}.name", place.code), &mut place.name));
    }
    for area in &mut report.areas {
        texts.push((format!("areas.{}.name", area.id), &mut area.name));
    }
    for fact in &mut report.facts {
        let key = format!("facts.{}", fact.id);
        texts.push((format!("{key}.title"), &mut fact.title));
        texts.push((format!("{key}.text"), &mut fact.text));
        if let Some(audience) = &mut fact.audience {
            texts.push((format!("{key}.audience"), audience));
        }
        for (index, interpretation) in fact.interpretations.iter_mut().enumerate() {
            texts.push((format!("{key}.readings.{}", index + 1), &mut interpretation.text));
        }
    }
    for (index, fact) in report.context.iter_mut().enumerate() {
        texts.push((format!("context.{}.text", index + 1), &mut fact.text));
    }
    texts
}
