//! Reads a date from tokens.

use partnership_atlas::model::{Day, FuzzyDate, Period, day::YEARS};

use super::{DateWords, Month};
use crate::tokens::{Token, TokenKind, Tokens, stands};

/// What may stand behind the day of a date that begins with its year.
const DAY_SIGNS: [&str; 2] = ["日", "号"];

/// A day of a month, or a month, without its year.
#[derive(Clone, Copy)]
pub(super) struct InYear {
    month: u8,
    day: Option<u8>,
}

impl InYear {
    pub fn has_day(self) -> bool {
        self.day.is_some()
    }

    pub fn in_year(self, year: u16) -> Option<Period> {
        match self.day {
            Some(day) => Day::new(year, self.month, day).map(Period::Day),
            None => Some(Period::Month(year, self.month)),
        }
    }
}

impl DateWords {
    /// Returns the date that begins at a token, and the index behind it.
    pub(super) fn date(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(FuzzyDate, usize)> {
        let word = tokens.get(at).filter(|token| token.kind == TokenKind::Word);
        let period = |words: &[&str]| self.period(tokens, skip(tokens, at + 1, words));
        match word.map(|token| token.normal.as_ref()) {
            Some("since") => period(&["the"]).map(|(from, end)| (FuzzyDate::Since(from), end)),
            Some("by" | "until" | "till") => {
                period(&["the", "end", "of"]).map(|(to, end)| (FuzzyDate::By(to), end))
            }
            Some("about" | "around" | "circa") => {
                period(&[]).map(|(about, end)| (FuzzyDate::About(about), end))
            }
            Some("from") => self.range(tokens, at + 1).or_else(|| {
                let (from, end) = period(&["the"])?;
                let is_open = |token: &Token<'_>| {
                    ["on", "onward", "onwards"].contains(&token.normal.as_ref())
                };
                let open = tokens.get(end).filter(|token| is_open(token))?;
                (open.kind == TokenKind::Word).then_some((FuzzyDate::Since(from), end + 1))
            }),
            _ => {
                // Most dates are no ranges; without a word for it none is looked for.
                let may_be_range = (at + 1..at + 5).any(|index| to(tokens, index).is_some());
                let range = if may_be_range { self.range(tokens, at) } else { None };
                range.or_else(|| {
                    let (period, end) = self.period(tokens, at)?;
                    Some((FuzzyDate::In(period), end))
                })
            }
        }
    }

    /// Returns a range: `5–7 October 2025`, `March to May 2023`, `2021–2023`.
    fn range(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(FuzzyDate, usize)> {
        let (from, to, end) = self
            .days_of_a_month(tokens, at)
            .or_else(|| self.parts_of_a_year(tokens, at))
            .or_else(|| self.periods(tokens, at))?;
        let is_ordered = from.first_day() <= to.last_day();
        is_ordered.then_some((FuzzyDate::Range(from, to), end))
    }

    fn days_of_a_month(
        &self,
        tokens: Tokens<'_, '_>,
        at: usize,
    ) -> Option<(Period, Period, usize)> {
        let days = |at| {
            let (first, at) = day(tokens, at)?;
            let (last, end) = day(tokens, to(tokens, at)?)?;
            Some((first, last, end))
        };
        let (first, last, month, end) = match days(at) {
            Some((first, last, next)) => {
                let (month, end) = self.month(tokens, self.connected(tokens, next))?;
                (first, last, month, end)
            }
            None => {
                let (month, next) = self.month(tokens, at)?;
                let (first, last, end) = days(next)?;
                (first, last, month, end)
            }
        };
        let (year, end) = year(tokens, self.connected(tokens, end))?;
        let day = |day| Day::new(year, month.number, day).map(Period::Day);
        Some((day(first)?, day(last)?, end))
    }

    fn parts_of_a_year(
        &self,
        tokens: Tokens<'_, '_>,
        at: usize,
    ) -> Option<(Period, Period, usize)> {
        let (first, next) = self.in_year(tokens, at)?;
        let (last, next) = self.in_year(tokens, to(tokens, next)?)?;
        let (year, end) = year(tokens, self.connected(tokens, next))?;
        Some((first.in_year(year)?, last.in_year(year)?, end))
    }

    fn periods(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(Period, Period, usize)> {
        let (first, next) = self.period(tokens, at)?;
        let (last, end) = self.period(tokens, to(tokens, next)?)?;
        Some((first, last, end))
    }

    /// Returns one period, and the index behind it.
    fn period(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(Period, usize)> {
        let named = || {
            let (part, next) = self.in_year(tokens, at)?;
            let (year, end) = year(tokens, self.connected(tokens, next))?;
            Some((part.in_year(year)?, end))
        };
        named()
            .or_else(|| iso_day(tokens, at))
            .or_else(|| part_of_year(tokens, at))
            .or_else(|| self.year_first(tokens, at))
            .or_else(|| year(tokens, at).map(|(year, end)| (Period::Year(year), end)))
    }

    /// Returns `8 June`, `June 8` or `June`.
    pub(super) fn in_year(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(InYear, usize)> {
        if let Some((day, next)) = day(tokens, at) {
            let (month, end) = self.month(tokens, self.connected(tokens, next))?;
            return Some((InYear { month: month.number, day: Some(day) }, end));
        }
        let (month, next) = self.month(tokens, at)?;
        let day = day(tokens, next);
        let end = day.map_or(next, |(_, end)| end);
        Some((InYear { month: month.number, day: day.map(|(day, _)| day) }, end))
    }

    /// Returns `2023年6月8日`. A month without a day needs a word between, as `2023 May` may be two things.
    fn year_first(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(Period, usize)> {
        let (year, next) = year(tokens, at)?;
        let behind_year = self.connected(tokens, next);
        let (month, next) = self.month(tokens, behind_year)?;
        let found = day(tokens, self.connected(tokens, next));
        let Some((day, end)) = found else {
            let is_connected = tokens
                .get(behind_year.wrapping_sub(1))
                .is_some_and(|token| behind_year > at + 1 && token.kind == TokenKind::Word);
            return is_connected.then_some((Period::Month(year, month.number), next));
        };
        let is_sign = |token: &&Token<'_>| DAY_SIGNS.contains(&token.text);
        let end = if tokens.get(end).filter(is_sign).is_some() { end + 1 } else { end };
        Day::new(year, month.number, day).map(|day| (Period::Day(day), end))
    }

    /// Returns the index behind the connectors.
    fn connected(&self, tokens: Tokens<'_, '_>, at: usize) -> usize {
        behind_any(tokens, at, &self.connectors)
    }

    fn month(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(Month, usize)> {
        let first = tokens.get(at)?;
        if first.kind == TokenKind::Sign {
            return None;
        }
        let names = self.months.get(first.normal.as_ref())?;
        let (words, month) = names
            .iter()
            .filter(|(words, _)| stands(tokens, at, words))
            .max_by_key(|(words, _)| words.len())?;
        let end = at + words.len();
        let has_point = month.is_short
            && tokens.get(end).is_some_and(|token| token.is_sign(".") && !token.is_spaced);
        Some((*month, if has_point { end + 1 } else { end }))
    }
}

/// Returns the index behind those of the words that follow in their order.
fn skip(tokens: Tokens<'_, '_>, at: usize, words: &[&str]) -> usize {
    words.iter().fold(at, |at, word| {
        if tokens.get(at).is_some_and(|token| token.is_word(word)) { at + 1 } else { at }
    })
}

/// Returns the index behind any of the phrases, at most three.
pub(super) fn behind_any(tokens: Tokens<'_, '_>, at: usize, phrases: &[Vec<String>]) -> usize {
    let after_one = |at: usize| {
        let is_separate = tokens.get(at).is_some_and(|token| token.is_spaced);
        // A hyphen joins the parts of a date, but a dash between blanks means a range.
        let is_range = |phrase: &[String]| is_separate && phrase.iter().eq(["-"]);
        let found = phrases.iter().find(|words| stands(tokens, at, words) && !is_range(words));
        at + found.map_or(0, Vec::len)
    };
    after_one(after_one(after_one(at)))
}

/// Returns the index behind "to" or a dash.
pub(super) fn to(tokens: Tokens<'_, '_>, at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let is_to = match token.kind {
        TokenKind::Sign => token.is_sign("-–—‐‑"),
        TokenKind::Word => ["to", "until", "till", "through"].contains(&token.normal.as_ref()),
        TokenKind::Number => false,
    };
    is_to.then_some(skip(tokens, at + 1, &["the"]))
}

/// Returns a number of at most four digits without separators.
fn number(
    tokens: Tokens<'_, '_>,
    at: usize,
    digits: std::ops::RangeInclusive<usize>,
) -> Option<u16> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let is_plain = token.normal.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && digits.contains(&token.normal.len()) { token.normal.parse().ok() } else { None }
}

fn year(tokens: Tokens<'_, '_>, at: usize) -> Option<(u16, usize)> {
    number(tokens, at, 4..=4).filter(|year| YEARS.contains(year)).map(|year| (year, at + 1))
}

/// Returns a day of a month, `8` or `8th`.
fn day(tokens: Tokens<'_, '_>, at: usize) -> Option<(u8, usize)> {
    let day = number(tokens, at, 1..=2).and_then(|day| u8::try_from(day).ok());
    let day = day.filter(|day| (1..=31).contains(day))?;
    Some((day, behind_ordinal(tokens, at + 1)))
}

fn behind_ordinal(tokens: Tokens<'_, '_>, at: usize) -> usize {
    let is_ordinal = |token: &Token<'_>| {
        !token.is_spaced && ["st", "nd", "rd", "th", "º"].contains(&token.normal.as_ref())
    };
    if tokens.get(at).is_some_and(is_ordinal) { at + 1 } else { at }
}

/// Returns `2023-06-08`.
fn iso_day(tokens: Tokens<'_, '_>, at: usize) -> Option<(Period, usize)> {
    let parts = tokens.get(at..at + 5)?;
    let is_joined = parts.iter().skip(1).all(|token| !token.is_spaced);
    let text: String = parts.iter().map(|token| token.normal.as_ref()).collect();
    let day = Day::parse(&text).filter(|_| is_joined)?;
    Some((Period::Day(day), at + 5))
}

/// Returns `first half of 2024`, `H1 2024`, `second quarter of 2023`, `Q2 2023`.
fn part_of_year(tokens: Tokens<'_, '_>, at: usize) -> Option<(Period, usize)> {
    let at = skip(tokens, at, &["the"]);
    let first = tokens.get(at)?;
    let (number, is_half, end) = if first.is_word("h") || first.is_word("q") {
        let behind = tokens.get(at + 1).filter(|token| !token.is_spaced)?;
        (behind.normal.parse::<u8>().ok()?, first.is_word("h"), at + 2)
    } else {
        let words = ["first", "second", "third", "fourth"];
        let word = (1..).zip(words).find(|(_, word)| first.is_word(word)).map(|(number, _)| number);
        let number = match word {
            Some(number) => number,
            None => day(tokens, at).filter(|(_, end)| *end == at + 2)?.0,
        };
        let unit_at = if word.is_some() { at + 1 } else { at + 2 };
        let unit = tokens.get(unit_at)?;
        if !unit.is_word("half") && !unit.is_word("quarter") {
            return None;
        }
        (number, unit.is_word("half"), unit_at + 1)
    };
    let (year, end) = year(tokens, skip(tokens, end, &["of", "the", "year"]))?;
    match (is_half, number) {
        (true, 1..=2) => Some((Period::Half(year, number), end)),
        (false, 1..=4) => Some((Period::Quarter(year, number), end)),
        _ => None,
    }
}
