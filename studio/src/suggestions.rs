//! What a text mentions: states, people, organisations, dates, amounts. They are offered to the editor; nothing is filled
//! in unasked.

mod amounts;
mod index;
mod people;

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::{FuzzyDate, OrganisationId, PersonId, PlaceCode, Report};

use crate::date_words::DateWords;
use crate::tokens::{Token, tokens};
use crate::words::{Word, Words};
use amounts::Style;
pub use amounts::{
    APPROXIMATE, AT_LEAST, AT_MOST, BOUNDS, Bounds, TypedAmount, typed_amount, typed_currency,
};
use index::{Hit, NameIndex, Named};

/// Names that a report does not have itself: those of a language file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Names of the places.
    pub places: Vec<(PlaceCode, String)>,
    /// The names of the twelve months of each language, besides the English ones.
    pub months: Vec<String>,
    /// The days of the week, from Monday on, as the files of words list them.
    pub weekdays: String,
    /// The times near the report, as the files of words list them.
    pub times: String,
    /// The words that say how exact an amount is, as the files of words list them.
    pub bounds: String,
}

impl Names {
    /// Returns the names of a language: those of the states, their other names, the months, and times.
    pub fn of(file: &LocaleFile, words: &Words) -> Self {
        let aliases = file.aliases.iter();
        let aliases = aliases.flat_map(|(code, names)| names.iter().map(move |name| (code, name)));
        let places = file.names.iter().chain(aliases);
        let places = places.filter_map(|(code, name)| Some((PlaceCode::new(code)?, name.clone())));
        let list = |word| words.get(word).to_owned();
        Self {
            places: places.collect(),
            months: file.months.clone(),
            weekdays: list(Word::Weekdays),
            times: list(Word::DatesNear),
            bounds: list(Word::AmountBounds),
        }
    }

    /// Returns these names with those of another language.
    #[must_use]
    pub fn and(&self, other: Self) -> Self {
        let both = |own: &str, other: &str| [own, other].join(",");
        Self {
            places: [self.places.as_slice(), &other.places].concat(),
            months: [self.months.as_slice(), &other.months].concat(),
            weekdays: both(&self.weekdays, &other.weekdays),
            times: both(&self.times, &other.times),
            bounds: both(&self.bounds, &other.bounds),
        }
    }
}

/// A date of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFound {
    /// As the text writes it.
    pub words: String,
    /// In EDTF.
    pub edtf: String,
    /// How the date is known, as `date_basis` writes it; `None` where the words state it.
    pub basis: Option<&'static str>,
}

/// An amount of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountFound {
    /// As the text writes it, with the words that say how exact it is.
    pub words: String,
    /// The number, in full: 5000000 for five million.
    pub value: f64,
    /// The ISO 4217 code of its currency; `None` where the words do not tell which it is, such as "Rs".
    pub currency: Option<String>,
    /// What is counted, where it is no money: `per cent`.
    pub unit: Option<String>,
    /// The key of the field that says how exact it is.
    pub bound: Option<&'static str>,
}

/// What a text mentions, each thing once and in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestions {
    /// Places of the report.
    pub places: Vec<PlaceCode>,
    /// People of the report.
    pub people: Vec<PersonId>,
    /// Organisations of the report.
    pub organisations: Vec<OrganisationId>,
    /// Names of people that the report does not have; in English texts only.
    pub new_people: Vec<String>,
    /// Dates.
    pub dates: Vec<DateFound>,
    /// Sums of money and percentages.
    pub amounts: Vec<AmountFound>,
}

/// Returns what a text mentions, also the dates that only the day of the report tells. For many texts of one report use a
/// [`Finder`].
pub fn suggestions(text: &str, report: &Report, names: &Names) -> Suggestions {
    let published = report.source().published;
    Finder { published, ..Finder::new(report, names) }.suggestions(text)
}

/// The names of a report, prepared to search many texts.
#[derive(Clone, Debug)]
pub struct Finder {
    index: NameIndex,
    dates: DateWords,
    style: Style,
    bounds: Bounds,
    /// The day of the report, where the dates are wanted that only it tells.
    published: FuzzyDate,
}

impl Finder {
    /// Prepares the names of a report.
    pub fn new(report: &Report, names: &Names) -> Self {
        let lang = &report.source().lang;
        let code = report.partner.code;
        Self {
            index: NameIndex::new(report, names),
            dates: DateWords::with(&names.months, &names.weekdays, &names.times),
            published: FuzzyDate::NotStated,
            style: Style::of(lang, code.as_ref().map(PlaceCode::as_str)),
            bounds: Bounds::new(&names.bounds),
        }
    }

    /// Returns what a text mentions.
    pub fn suggestions(&self, text: &str) -> Suggestions {
        let tokens = tokens(text);
        let hits = self.index.hits(&tokens);
        let mut found = Suggestions::default();
        let mut people: Vec<(usize, PersonId)> = Vec::new();
        for hit in &hits {
            match hit.named {
                Named::Place(code) => push_new(&mut found.places, code),
                Named::Person(id) => people.push((hit.first, id)),
                Named::Organisation(id) => push_new(&mut found.organisations, id),
            }
        }
        if self.style.is_english {
            self.titled(text, &tokens, &hits, &mut people, &mut found.new_people);
        }
        people.sort_by_key(|(first, _)| *first);
        people.into_iter().for_each(|(_, id)| push_new(&mut found.people, id));
        let words = |first: usize, end: usize| {
            let last = end.checked_sub(1).and_then(|last| tokens.get(last));
            let ends = tokens.get(first).zip(last);
            ends.and_then(|(first, last)| text.get(first.start..last.end)).unwrap_or_default()
        };
        for date in self.dates.found(&tokens, self.published) {
            let edtf = Option::<String>::from(date.date).unwrap_or_default();
            if !found.dates.iter().any(|other| other.edtf == edtf) {
                let words = words(date.first, date.end).to_owned();
                found.dates.push(DateFound { words, edtf, basis: date.basis });
            }
        }
        for amount in amounts::amounts(&tokens, self.style) {
            let bound = self.bounds.around(&tokens, amount.first, amount.end);
            let (first, end) =
                bound.map_or((amount.first, amount.end), |bound| (bound.first, bound.end));
            let own = AmountFound {
                words: words(first, end).to_owned(),
                value: amount.value,
                currency: amount.currency.map(str::to_owned),
                unit: amount.unit.map(str::to_owned),
                bound: bound.map(|bound| bound.key),
            };
            let is_known = |other: &AmountFound| {
                (other.value, &other.currency, &other.unit) == (own.value, &own.currency, &own.unit)
            };
            if !found.amounts.iter().any(is_known) {
                found.amounts.push(own);
            }
        }
        found
    }

    /// Adds the people whom a text names with a title: those of the report, and others by their names.
    fn titled(
        &self,
        text: &str,
        tokens: &[Token<'_>],
        hits: &[Hit],
        known: &mut Vec<(usize, PersonId)>,
        others: &mut Vec<String>,
    ) {
        for name in people::titled(tokens) {
            let overlaps = |hit: &&Hit| hit.first < name.end && hit.end > name.first;
            if hits.iter().any(|hit| overlaps(&hit)) {
                continue;
            }
            let own = tokens.get(name.first..name.end).unwrap_or_default();
            let words: Vec<&str> = own.iter().map(|token| token.normal.as_ref()).collect();
            let people = self.index.people_with(&words);
            if people.is_empty() {
                let ends = own.first().zip(own.last());
                let name = ends.and_then(|(first, last)| text.get(first.start..last.end));
                push_new(others, name.unwrap_or_default().to_owned());
            }
            known.extend(people.into_iter().map(|id| (name.first, id)));
        }
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
pub(crate) mod tests;
