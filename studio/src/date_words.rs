//! Dates in words, as reports and editors write them, in EDTF.
//!
//! Takes what [`FuzzyDate`] can say: days, months, quarters, halves and years, ranges of them, and "since", "by" and
//! "about". Months are in English and in one other language. Numeric dates such as 08/06/2023 are ambiguous; they give
//! none, like "early 2024", which EDTF cannot say as exactly. [`readings`] has what such words can mean.

mod found;
mod near;
mod parser;
mod readings;

use partnership_atlas::model::FuzzyDate;

use crate::tokens::{WordMap, tokens, words};

pub(crate) use found::COUNTED;
use near::Near;
use parser::behind_any;
pub use readings::{Reading, readings};

/// The months in English; their first three letters are known as well.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The words other than months with which a date may begin in a text.
const BEGINNINGS: [&str; 14] = [
    "since", "by", "until", "till", "about", "around", "circa", "from", "first", "second", "third",
    "fourth", "h", "q",
];

/// What may stand before a date, in some language.
const OPENINGS: [&str; 11] =
    ["on", "in", "the", "during", ",", "em", "ngày", "ថ្ងៃទី", "ខែ", "ឆ្នាំ", "ปี"];

/// The days of the week in English, from Monday on. They may stand before a date, too.
const WEEKDAYS: &str = "monday, tuesday, wednesday, thursday, friday, saturday, sunday";

/// What may stand between the parts of a date, in some language.
const CONNECTORS: [&str; 13] =
    [",", "،", "of", "de", "năm", "年", "月", "ខែ", "ឆ្នាំ", "ခုနှစ်", "လ", "ปี", "-"];

/// Returns a date in words as EDTF; `None` where it is none, or says no exact time. `months` has the names of the twelve
/// months in another language, or nothing.
///
/// Text that is EDTF already is returned as it is.
pub fn edtf(words: &str, months: &[String]) -> Option<String> {
    match readings::numeric(words, FuzzyDate::NotStated) {
        (days, _) if days.is_empty() => DateWords::new(months).edtf(words),
        (days, true) if days.len() == 1 => days.first().map(ToString::to_string),
        _ => None,
    }
}

/// The names of the months, prepared to read many texts.
#[derive(Clone, Debug)]
pub struct DateWords {
    /// By the first word of the name: all its words, and the number of the month. Other words with which a date may begin
    /// have no names.
    months: WordMap<Vec<(Vec<String>, Month)>>,
    /// What may stand before a date that an editor writes.
    openings: Vec<Vec<String>>,
    /// What may stand between the parts of a date.
    connectors: Vec<Vec<String>>,
    /// Times near the report.
    near: Near,
}

/// A month as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Month {
    /// 1 to 12.
    number: u8,
    /// Whether the name is cut, so that a point may stand behind it.
    is_short: bool,
}

impl DateWords {
    /// Prepares the names of the months in English and in another language.
    pub fn new(months: &[String]) -> Self {
        Self::with(months, "", "")
    }

    /// Prepares the names of the months, the days of the week and the times near the report, in English and in other
    /// languages, as their files of words have them.
    pub fn with(months: &[String], weekdays: &str, near: &str) -> Self {
        let near = Near::new(weekdays, near);
        let phrases = |phrases: &[&str]| phrases.iter().map(|phrase| words(phrase)).collect();
        let weekdays: Vec<&str> = WEEKDAYS.split(", ").collect();
        let (openings, connectors) =
            (phrases(&[&OPENINGS[..], &weekdays].concat()), phrases(&CONNECTORS));
        let mut own = Self { months: WordMap::default(), openings, connectors, near };
        for (number, name) in (1..=12).cycle().zip(months) {
            own.add(name, Month { number, is_short: false });
        }
        for (number, name) in (1..=12).zip(ENGLISH) {
            own.add(name, Month { number, is_short: false });
            own.add(name.get(..3).unwrap_or_default(), Month { number, is_short: true });
        }
        own.add("sept", Month { number: 9, is_short: true });
        for word in BEGINNINGS {
            own.months.entry(word.to_owned()).or_default();
        }
        own
    }

    fn add(&mut self, name: &str, month: Month) {
        let words = words(name);
        if let Some(first) = words.first() {
            let names = self.months.entry(first.clone()).or_default();
            // An earlier name keeps its meaning.
            if !names.iter().any(|(other, _)| *other == words) {
                names.push((words, month));
            }
        }
    }

    /// Returns a date in words as EDTF, as [`edtf`] does.
    pub fn edtf(&self, words: &str) -> Option<String> {
        let words = words.trim();
        if FuzzyDate::parse(words).is_ok() {
            return Some(words.to_owned());
        }
        let mut tokens = tokens(words);
        if tokens.last().is_some_and(|last| last.is_sign(".")) {
            tokens.pop();
        }
        let start = behind_any(&tokens, 0, &self.openings);
        let (date, end) = self.date(&tokens, start)?;
        if end == tokens.len() { date.into() } else { None }
    }
}

#[cfg(test)]
mod tests;
