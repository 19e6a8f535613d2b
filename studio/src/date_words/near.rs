//! The words for times near the report: `yesterday`, `last month`, `last Friday`.

use partnership_atlas::model::{Day, Period};

use super::WEEKDAYS;
use crate::tokens::{Phrases, TokenKind, Tokens, phrases, stands, words};

/// Days, months and years near that of the report, in English: the last one, this one and the next one of each.
const TIMES: &str = "yesterday, today, tomorrow, last month, this month, next month, last year, \
                     this year, next year";

/// Words beside a day of the week that mean "last" (0) and "next" (2), besides those of "last month" and "next month".
const SIDES: [(usize, &str); 3] = [(0, "past"), (2, "coming"), (2, "upcoming")];

/// The most tokens of words that are a day of the week, and no sentence.
const MAX_WEEKDAY: usize = 12;

/// The names of times in English and in other languages.
#[derive(Clone, Debug)]
pub(super) struct Near {
    /// Nine of each language.
    times: Phrases,
    /// Seven of each language.
    weekdays: Phrases,
    /// The words for "last" (0) and "next" (2).
    sides: Phrases,
}

impl Near {
    /// Prepares names, as the files of words list them: `星期一/周一, 星期二/周二`.
    pub fn new(weekdays: &str, times: &str) -> Self {
        let times = phrases(&[TIMES, times].join(","));
        let mut sides: Phrases = SIDES.map(|(side, word)| (side, words(word))).to_vec();
        // What "last month" has and neither "this month" nor "next month" has means "last".
        for (index, own) in &times {
            let is_shared = |word: &String| {
                let is_month = |other: usize| other / 3 == index / 3 && other != *index;
                times.iter().any(|(other, words)| is_month(*other) && words.contains(word))
            };
            if matches!(index % 9, 3 | 5) {
                let runs = own.split(is_shared).filter(|run| !run.is_empty());
                sides.extend(runs.map(|run| (index % 3, run.to_vec())));
            }
        }
        Self { times, weekdays: phrases(&[WEEKDAYS, weekdays].join(",")), sides }
    }

    /// Returns the periods that all of some words can mean, the most likely first, and how they are known.
    ///
    /// A day of the week may stand among other words. Words with a number tell a date of their own, and words with two days
    /// of the week tell a range: they mean none.
    pub fn all(&self, tokens: Tokens<'_, '_>, published: Period) -> (Vec<Period>, &'static str) {
        let time = longest(&self.times, tokens, 0).filter(|(_, end)| *end == tokens.len());
        if let Some((index, _)) = time {
            return (time_near(index, published), "derived");
        }
        let (mut weekday, mut sides) = (None, [false; 3]);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some((index, end)) = longest(&self.weekdays, tokens, at) {
                if weekday.is_some_and(|other| other != index % 7) {
                    return Default::default();
                }
                (weekday, at) = (Some(index % 7), end);
            } else if let Some((side, end)) = self.side(tokens, at) {
                if let Some(is_meant) = sides.get_mut(side) {
                    *is_meant = true;
                }
                at = end;
            } else if token.kind == TokenKind::Number || at > MAX_WEEKDAY {
                return Default::default();
            } else {
                at += 1;
            }
        }
        let days = weekday.map(|weekday| on_weekday(weekday, sides, published));
        (days.unwrap_or_default(), "weekday")
    }

    /// Returns the periods that the words at a token of a text can mean, how they are known, and the index behind the words.
    /// A day of the week needs a word for "last" or "next" beside it.
    pub fn at(
        &self,
        tokens: Tokens<'_, '_>,
        at: usize,
        published: Period,
    ) -> Option<(Vec<Period>, &'static str, usize)> {
        let time = |at| longest(&self.times, tokens, at);
        if let Some((index, end)) = time(at) {
            return Some((time_near(index, published), "derived", end));
        }
        let weekday = |at| longest(&self.weekdays, tokens, at);
        let side = |at| self.side(tokens, at).filter(|_| time(at).is_none());
        // A word may stand between: that for a week, "of".
        let is_word = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        let beside = |find: &dyn Fn(usize) -> Option<(usize, usize)>, at: usize| {
            find(at).or_else(|| find(at + 1).filter(|_| is_word(at)))
        };
        let (weekday, side, end) = match weekday(at) {
            Some((weekday, next)) => {
                let (side, end) = beside(&side, next)?;
                (weekday, side, end)
            }
            None => {
                let (side, next) = side(at)?;
                let (weekday, end) = beside(&weekday, next)?;
                (weekday, side, end)
            }
        };
        let sides = [side == 0, false, side == 2];
        Some((on_weekday(weekday % 7, sides, published), "weekday", end))
    }

    /// Returns which side of the report the words at a token mean, and the index behind them. Some languages change the last
    /// letter of such a word beside a day of the week: `passado`, `passada`.
    fn side(&self, tokens: Tokens<'_, '_>, at: usize) -> Option<(usize, usize)> {
        let stands = |words: &[String]| {
            let found = tokens.get(at..at + words.len());
            found.is_some_and(|found| {
                found.iter().zip(words).all(|(token, word)| stem(&token.normal) == stem(word))
            })
        };
        let (side, words) = self.sides.iter().find(|(_, words)| stands(words))?;
        Some((*side, at + words.len()))
    }
}

/// Returns the place of the longest name that stands at a token, and the index behind it.
fn longest(names: &Phrases, tokens: Tokens<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let found = names.iter().filter(|(_, words)| stands(tokens, at, words));
    found.map(|(index, words)| (*index, at + words.len())).max_by_key(|(_, end)| *end)
}

/// Returns a word of four letters or more without its last letter, in Latin letters one of six: `pass` is not `past`.
fn stem(word: &str) -> &str {
    let last = word.char_indices().skip(if word.is_ascii() { 5 } else { 3 }).last();
    last.and_then(|(at, _)| word.get(..at)).unwrap_or(word)
}

/// Returns the period of a name among the nine of its language: three for days, for months and for years.
fn time_near(index: usize, published: Period) -> Vec<Period> {
    let step = index % 3;
    let year = published.year();
    let period = match (index % 9 / 3, published) {
        (0, Period::Day(day)) => match step {
            0 => before(day),
            1 => Some(day),
            _ => after(day),
        }
        .map(Period::Day),
        (1, Period::Day(_) | Period::Month(..)) => {
            let month = published.first_day().month();
            Some(match (step, month) {
                (0, 1) => Period::Month(year - 1, 12),
                (0, month) => Period::Month(year, month - 1),
                (1, month) => Period::Month(year, month),
                (_, 12) => Period::Month(year + 1, 1),
                (_, month) => Period::Month(year, month + 1),
            })
        }
        (2, _) => Some(Period::Year(match step {
            0 => year - 1,
            1 => year,
            _ => year + 1,
        })),
        _ => None,
    };
    period.into_iter().collect()
}

/// Returns such a day up to that of the report and the next one, the last ones or the next ones: a day of the same week may
/// also be that of the week before or after.
fn on_weekday(weekday: usize, sides: [bool; 3], published: Period) -> Vec<Period> {
    let Period::Day(published) = published else { return Vec::new() };
    let today = weekday_of(published);
    let walk = |first: Option<Day>, step: fn(Day) -> Option<Day>| {
        let mut days = std::iter::successors(first, |day| step(*day)).take(7);
        days.find(|day| weekday_of(*day) == weekday)
    };
    let two = |step: fn(Day) -> Option<Day>, is_this_week: bool| {
        let near = walk(step(published), step);
        [near, near.filter(|_| is_this_week).and_then(|near| walk(step(near), step))]
    };
    let days = match sides {
        [true, _, false] => two(before, weekday < today),
        [false, _, true] => two(after, weekday > today),
        _ => [walk(Some(published), before), walk(after(published), after)],
    };
    days.into_iter().flatten().map(Period::Day).collect()
}

/// Returns the day of the week, from 0 for Monday, by Zeller's rule.
fn weekday_of(day: Day) -> usize {
    let (mut year, mut month) = (usize::from(day.year()), usize::from(day.month()));
    if month < 3 {
        (year, month) = (year.saturating_sub(1), month + 12);
    }
    let sum =
        usize::from(day.day()) + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400;
    (sum + 5) % 7
}

fn after(day: Day) -> Option<Day> {
    let (year, month) = (day.year(), day.month());
    Day::new(year, month, day.day() + 1)
        .or_else(|| Day::new(year, month + 1, 1))
        .or_else(|| Day::new(year + 1, 1, 1))
}

fn before(day: Day) -> Option<Day> {
    let (year, month) = (day.year(), day.month());
    let last = |year, month| (28..=31).rev().find_map(|day| Day::new(year, month, day));
    Day::new(year, month, day.day().saturating_sub(1))
        .or_else(|| last(year, month.saturating_sub(1)))
        .or_else(|| last(year.saturating_sub(1), 12))
}
