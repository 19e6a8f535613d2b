//! A mark grows and shrinks by words.

use crate::tokens::{is_mark, is_spaceless};

/// An end of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// Returns the words of a paragraph as bytes from and to, without the punctuation around them. In a script without spaces
/// every letter is a word.
pub(super) fn words(paragraph: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (index, c) in paragraph.char_indices() {
        let end = index + c.len_utf8();
        match &mut run {
            Some((_, run_end)) if is_mark(c) => *run_end = end,
            Some((start, run_end)) if !c.is_whitespace() && !is_spaceless(c) => {
                let is_letter = |c: char| is_spaceless(c) || is_mark(c);
                let letter = paragraph.get(*start..*run_end).unwrap_or_default();
                if letter.starts_with(is_spaceless) && letter.chars().all(is_letter) {
                    words.push((*start, *run_end));
                    *start = index;
                }
                *run_end = end;
            }
            _ => {
                words.extend(run);
                run = (!c.is_whitespace()).then_some((index, end));
            }
        }
    }
    words.extend(run);
    words.into_iter().filter_map(|word| without_punctuation(paragraph, word)).collect()
}

fn without_punctuation(paragraph: &str, (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let is_punctuation = |c: char| ".,;:!?()[]{}\"'“”‘’«»…—–-。，、؟،؛".contains(c);
    let word = paragraph.get(start..end)?.trim_end_matches(is_punctuation);
    let inner = word.trim_start_matches(is_punctuation);
    (!inner.is_empty()).then(|| (start + word.len() - inner.len(), start + word.len()))
}

/// Returns a mark with one word more at that side. Behind the last word it takes what is left of the paragraph.
pub fn longer(paragraph: &str, start: usize, end: usize, side: Side) -> (usize, usize) {
    let words = words(paragraph);
    match side {
        Side::Start => {
            let first = words.iter().rev().map(|word| word.0).find(|first| *first < start);
            (first.unwrap_or(0), end)
        }
        Side::End => {
            let last = words.iter().map(|word| word.1).find(|last| *last > end);
            (
                start,
                last.unwrap_or_else(|| paragraph.trim_end().len().max(end.min(paragraph.len()))),
            )
        }
    }
}

/// Returns a mark with one word less at that side. One word stays.
pub fn shorter(paragraph: &str, start: usize, end: usize, side: Side) -> (usize, usize) {
    let words = words(paragraph);
    let mut inside = words.iter().filter(|word| word.1 > start && word.0 < end);
    match side {
        Side::Start => {
            let first = inside.map(|word| word.0).find(|first| *first > start);
            (first.unwrap_or(start), end)
        }
        Side::End => {
            let last = inside.rfind(|word| word.1 < end).map(|word| word.1);
            (start, last.unwrap_or(end))
        }
    }
}
