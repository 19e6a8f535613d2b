//! Dates in a running text.

use partnership_atlas::model::{FuzzyDate, Period};

use super::DateWords;
use crate::tokens::{Token, TokenKind};

/// A date among the tokens of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// The index of its first token.
    pub first: usize,
    /// The index behind its last token.
    pub end: usize,
    /// The date.
    pub date: FuzzyDate,
    /// How the date is known, as `date_basis` writes it; `None` where the words state it.
    pub basis: Option<&'static str>,
}

/// The most bytes of a number in a date: four digits of any script.
const MAX_NUMBER: usize = 16;

/// The words after which four digits are a year.
const BEFORE_YEAR: [&str; 24] = [
    "in", "of", "since", "by", "until", "till", "from", "to", "for", "during", "year", "and",
    "before", "after", "early", "late", "mid", "end", "its", "the", "their", "through", "between",
    "fiscal",
];

/// The words before which four digits are a number of something.
pub(crate) const COUNTED: [&str; 30] = [
    "people",
    "persons",
    "participants",
    "students",
    "delegates",
    "members",
    "workers",
    "soldiers",
    "troops",
    "families",
    "households",
    "houses",
    "companies",
    "firms",
    "scholarships",
    "places",
    "seats",
    "tonnes",
    "tons",
    "kilograms",
    "kg",
    "kilometres",
    "km",
    "metres",
    "megawatts",
    "mw",
    "hectares",
    "dollars",
    "million",
    "billion",
];

/// The lower-case words that may follow a year in a sentence.
const AFTER_YEAR: [&str; 34] = [
    "and", "or", "in", "the", "a", "to", "at", "with", "for", "as", "when", "while", "by", "on",
    "of", "from", "after", "before", "under", "it", "its", "was", "were", "is", "has", "had",
    "will", "which", "that", "but", "through", "until", "onwards", "during",
];

impl DateWords {
    /// Returns the dates of a text, in order. Where the day of the report is given, words that only it makes a date have
    /// all that they can mean: `13 June`, `last Friday`.
    pub(crate) fn found(&self, tokens: &[Token<'_>], published: FuzzyDate) -> Vec<FoundDate> {
        let mut found = Vec::new();
        let mut first = 0;
        while let Some(token) = tokens.get(first) {
            let date = if self.may_begin(token) { self.date(tokens, first) } else { None };
            if let Some((date, end)) = date {
                if is_date(tokens, first, end, date) {
                    found.push(FoundDate { first, end, date, basis: None });
                }
                first = end;
                continue;
            }
            let near = match published {
                FuzzyDate::In(published) => self.near_at(tokens, first, published),
                _ => None,
            };
            let Some((periods, basis, end)) = near else {
                first += 1;
                continue;
            };
            for period in periods {
                let date = FuzzyDate::In(period);
                found.push(FoundDate { first, end, date, basis: Some(basis) });
            }
            first = end;
        }
        found
    }

    /// Returns whether a date can begin with a token; this spares most words the full reading.
    fn may_begin(&self, token: &Token<'_>) -> bool {
        match token.kind {
            TokenKind::Number => token.text.len() <= MAX_NUMBER,
            TokenKind::Word => self.months.contains_key(token.normal.as_ref()),
            TokenKind::Sign => false,
        }
    }
}

/// Returns whether the text around a date does not speak against it.
fn is_date(tokens: &[Token<'_>], first: usize, end: usize, date: FuzzyDate) -> bool {
    let before = first.checked_sub(1).and_then(|index| tokens.get(index));
    let after = tokens.get(end);
    let is_counted = after.is_some_and(|token| COUNTED.contains(&token.normal.as_ref()));
    if !is_year(date) {
        return true;
    }
    if is_counted || is_cut(before, tokens.get(first), after, tokens.get(end + 1)) {
        return false;
    }
    let is_in_sentence = after.is_none_or(|token| {
        let is_lower = token.text.starts_with(|c: char| c.is_ascii_lowercase());
        !is_lower || AFTER_YEAR.contains(&token.normal.as_ref())
    });
    match date {
        FuzzyDate::About(_) | FuzzyDate::By(_) => is_in_sentence,
        FuzzyDate::In(_) => before.is_none_or(|before| {
            BEFORE_YEAR.contains(&before.normal.as_ref())
                || (is_in_sentence && !(before.is_capitalised() && before.text.is_ascii()))
        }),
        _ => true,
    }
}

fn is_year(date: FuzzyDate) -> bool {
    match date {
        FuzzyDate::In(period)
        | FuzzyDate::About(period)
        | FuzzyDate::Since(period)
        | FuzzyDate::By(period) => {
            matches!(period, Period::Year(_))
        }
        FuzzyDate::Range(from, to) => matches!((from, to), (Period::Year(_), Period::Year(_))),
        _ => false,
    }
}

/// Returns whether four digits are part of something longer: `08/06/2023`, `2023-24`, `A2023`, `$2000`, `2000%`.
fn is_cut(
    before: Option<&Token<'_>>,
    first: Option<&Token<'_>>,
    after: Option<&Token<'_>>,
    behind: Option<&Token<'_>>,
) -> bool {
    const PARTS: &str = "/-–.,:\\";
    let is_digits = |token: &Token<'_>| token.kind == TokenKind::Number;
    let is_joined = first.is_some_and(|token| token.kind == TokenKind::Number && !token.is_spaced);
    let is_cut_before = before.is_some_and(|token| match token.kind {
        TokenKind::Sign if is_joined => !token.is_sign("-–—(（[“\"‘'《「،,，"),
        TokenKind::Sign => "$€£¥₹₱฿₫₩#№".contains(token.text),
        TokenKind::Word => is_joined && !token.text.chars().all(crate::tokens::is_spaceless),
        TokenKind::Number => is_joined,
    });
    let is_cut_after = after.is_some_and(|token| {
        let goes_on = !token.is_spaced
            && token.is_sign(PARTS)
            && behind.is_some_and(|behind| is_digits(behind) && !behind.is_spaced);
        let is_letter = token.kind == TokenKind::Word && !token.is_spaced && token.text.is_ascii();
        goes_on || token.is_sign("%٪") || is_letter
    });
    is_cut_before || is_cut_after
}
