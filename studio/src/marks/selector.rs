//! A selection of a paragraph as words that stand there once.

use std::fmt;

use partnership_atlas::model::limits::{MAX_CHARACTERS, MAX_QUOTE_WORDS};

use super::word_steps::words;
use super::{fits, places};
use crate::tokens::{digit, is_mark, is_spaceless};

/// Words of a paragraph that stand there once, between a prefix and a suffix where they need them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selector {
    /// The words.
    pub exact: String,
    /// The words before them, if needed.
    pub prefix: Option<String>,
    /// The words after them, if needed.
    pub suffix: Option<String>,
}

/// Why a selection cannot be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectorError {
    /// Nothing but white space is selected.
    Empty,
    /// It has more than [`MAX_QUOTE_WORDS`] words.
    TooManyWords {
        /// How many.
        words: usize,
    },
    /// It has more than [`MAX_CHARACTERS`] characters, in a script without spaces.
    TooManyCharacters {
        /// How many.
        characters: usize,
    },
    /// No words around it tell it from the same words elsewhere in the paragraph.
    NotUnique,
}

impl fmt::Display for SelectorError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("select some words"),
            Self::TooManyWords { words } => {
                write!(out, "select at most {MAX_QUOTE_WORDS} words, not {words}")
            }
            Self::TooManyCharacters { characters } => {
                write!(out, "select at most {MAX_CHARACTERS} characters, not {characters}")
            }
            Self::NotUnique => out.write_str("select more words; these stand more than once"),
        }
    }
}

impl std::error::Error for SelectorError {}

/// Returns the words of a selection, with the shortest prefix or suffix that makes them unique in the paragraph.
///
/// White space at the ends is left out. A Latin word, a number, or a letter with marks that the selection cuts is taken
/// whole. The rule of what is unique is that of `verify`.
///
/// # Errors
///
/// Where nothing is left, where it is too long, or where no words around it make it unique.
pub fn selector(paragraph: &str, start: usize, end: usize) -> Result<Selector, SelectorError> {
    let (start, end) = snapped(paragraph, start, end);
    let exact = paragraph.get(start..end).unwrap_or_default();
    if exact.is_empty() {
        return Err(SelectorError::Empty);
    }
    let count = exact.split_whitespace().count();
    if count > MAX_QUOTE_WORDS {
        return Err(SelectorError::TooManyWords { words: count });
    }
    let characters = exact.chars().count();
    if characters > MAX_CHARACTERS {
        return Err(SelectorError::TooManyCharacters { characters });
    }
    let places: Vec<usize> = places(paragraph, exact).collect();
    let is_unique = |prefix: Option<&str>, suffix: Option<&str>| {
        let fits = |place: &&usize| fits(paragraph, **place, exact, prefix, suffix);
        places.iter().filter(fits).eq([&start])
    };
    let around = around(paragraph, start, end).into_iter();
    let unique = around.filter(|(prefix, suffix)| is_unique(prefix.1, suffix.1));
    // The fewest words; of as many, those on one side, and before rather than after.
    let best = unique.min_by_key(|(prefix, suffix)| {
        (prefix.0 + suffix.0, prefix.0 > 0 && suffix.0 > 0, suffix.0)
    });
    let (prefix, suffix) = best.ok_or(SelectorError::NotUnique)?;
    Ok(Selector {
        exact: exact.to_owned(),
        prefix: prefix.1.map(str::to_owned),
        suffix: suffix.1.map(str::to_owned),
    })
}

/// Words beside a quote, and how many they are; none has 0.
type Beside<'a> = (usize, Option<&'a str>);

/// Returns the prefixes and suffixes that may be tried.
fn around(paragraph: &str, start: usize, end: usize) -> Vec<(Beside<'_>, Beside<'_>)> {
    let words = words(paragraph);
    let is_short = |text: &&str| {
        let count = text.split_whitespace().count();
        (1..=MAX_QUOTE_WORDS).contains(&count) && text.chars().count() <= MAX_CHARACTERS
    };
    let before = words.iter().rev().filter(|word| word.0 < start);
    let before = before.filter_map(|word| Some(paragraph.get(word.0..start)?.trim_end()));
    let after = words.iter().filter(|word| word.1 > end);
    let after = after.filter_map(|word| Some(paragraph.get(end..word.1)?.trim_start()));
    let none = || std::iter::once((0, None));
    let prefixes = (1..=MAX_QUOTE_WORDS).zip(before.take_while(is_short).map(Some));
    let prefixes: Vec<_> = none().chain(prefixes).collect();
    let suffixes = (1..=MAX_QUOTE_WORDS).zip(after.take_while(is_short).map(Some));
    let suffixes: Vec<_> = none().chain(suffixes).collect();
    let mut pairs = Vec::new();
    for prefix in &prefixes {
        for suffix in &suffixes {
            pairs.push((*prefix, *suffix));
        }
    }
    pairs
}

/// Returns a selection without white space at its ends, between whole Latin words.
fn snapped(paragraph: &str, start: usize, end: usize) -> (usize, usize) {
    let (start, end) = (start.min(end), start.max(end));
    let (start, end) = (paragraph.floor_char_boundary(start), paragraph.ceil_char_boundary(end));
    let selected = paragraph.get(start..end).unwrap_or_default();
    let trimmed = selected.trim_start();
    let start = end - trimmed.len();
    let end = start + trimmed.trim_end().len();
    if start == end {
        return (start, end);
    }
    (snapped_start(paragraph, start), snapped_end(paragraph, end))
}

fn snapped_start(paragraph: &str, mut start: usize) -> usize {
    while let Some(before) = paragraph.get(..start).and_then(|text| text.chars().next_back()) {
        let after = paragraph.get(start..).and_then(|text| text.chars().next());
        if !after.is_some_and(|after| are_joined(before, after)) {
            break;
        }
        start -= before.len_utf8();
    }
    start
}

fn snapped_end(paragraph: &str, mut end: usize) -> usize {
    while let Some(after) = paragraph.get(end..).and_then(|text| text.chars().next()) {
        let before = paragraph.get(..end).and_then(|text| text.chars().next_back());
        if !before.is_some_and(|before| are_joined(before, after)) {
            break;
        }
        end += after.len_utf8();
    }
    end
}

/// Returns whether a selection never ends between two characters.
fn are_joined(before: char, after: char) -> bool {
    let is_latin = |c: char| {
        let is_letter = matches!(c, 'a'..='z' | 'A'..='Z' | '\u{AA}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
            && c.is_alphabetic();
        is_letter || digit(c).is_some() || (is_mark(c) && !is_spaceless(c))
    };
    (is_mark(after) && !before.is_whitespace()) || (is_latin(before) && is_latin(after))
}
