//! The marks of a text: where the quotes of the facts stand in a paragraph.
//!
//! A paragraph is one of [`partnership_atlas::view_model::verify::paragraphs`]: its white space is folded. Text and quotes
//! are in Unicode's form NFC. All positions are bytes of the paragraph.

mod find;
mod selector;
mod word_steps;

use std::collections::BTreeMap;

use partnership_atlas::model::{Fact, Quote, Report};

pub use find::{MAX_HITS, find};
pub use selector::{Selector, SelectorError, selector};
pub use word_steps::{Side, longer, shorter};

/// Where a quote stands in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The index of the fact in the report.
    pub fact: usize,
    /// The index of the quote in the fact.
    pub quote: usize,
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its text.
    pub text: String,
    /// The indices of the facts whose marks cover it, in order.
    pub facts: Vec<usize>,
}

/// Returns the marks of a paragraph, counted from 1, in the order of the facts. A quote that stands nowhere or more than
/// once has none.
///
/// The sources of the quotes are not compared; [`all_marks`] does that.
pub fn marks(paragraph_number: u16, paragraph: &str, facts: &[Fact]) -> Vec<Mark> {
    let all = facts.iter().enumerate().flat_map(|(fact, each)| {
        each.quotes.iter().enumerate().map(move |(index, quote)| (fact, index, quote))
    });
    all.filter(|(.., quote)| quote.paragraph == paragraph_number)
        .filter_map(|(fact, index, quote)| mark(paragraph, fact, index, quote))
        .collect()
}

/// Returns the marks of every paragraph of the report, in one pass over its facts. Quotes of other sources have none.
pub fn all_marks(paragraphs: &[String], report: &Report) -> Vec<Vec<Mark>> {
    let mut marks = vec![Vec::new(); paragraphs.len()];
    let source = report.source().id;
    for (fact, each) in report.facts.iter().enumerate() {
        for (index, quote) in each.quotes.iter().enumerate() {
            let number = usize::from(quote.paragraph).checked_sub(1);
            let place =
                number.and_then(|index| Some((paragraphs.get(index)?, marks.get_mut(index)?)));
            if let Some((paragraph, marks)) = place.filter(|_| quote.source == source) {
                marks.extend(mark(paragraph, fact, index, quote));
            }
        }
    }
    marks
}

fn mark(paragraph: &str, fact: usize, index: usize, quote: &Quote) -> Option<Mark> {
    let exact = folded(&quote.exact);
    let (prefix, suffix) =
        (quote.prefix.as_deref().map(folded), quote.suffix.as_deref().map(folded));
    let mut places = places(paragraph, &exact)
        .filter(|start| fits(paragraph, *start, &exact, prefix.as_deref(), suffix.as_deref()));
    match (places.next(), places.next()) {
        (Some(start), None) => Some(Mark { fact, quote: index, start, end: start + exact.len() }),
        _ => None,
    }
}

/// Returns a text with single blanks in the place of white space.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns where a phrase stands; nowhere, if it is empty. Like `verify`, it counts no places that overlap.
fn places<'a>(paragraph: &'a str, exact: &'a str) -> impl Iterator<Item = usize> + 'a {
    let paragraph = if exact.is_empty() { "" } else { paragraph };
    paragraph.match_indices(exact).map(|(start, _)| start).filter(|_| !exact.is_empty())
}

/// Returns whether a phrase stands between its prefix and its suffix, by the rule of `verify`.
fn fits(
    paragraph: &str,
    start: usize,
    exact: &str,
    prefix: Option<&str>,
    suffix: Option<&str>,
) -> bool {
    let before = paragraph.get(..start).unwrap_or_default().trim_end();
    let after = paragraph.get(start + exact.len()..).unwrap_or_default().trim_start();
    prefix.is_none_or(|prefix| before.ends_with(prefix))
        && suffix.is_none_or(|suffix| after.starts_with(suffix))
}

/// Returns the paragraph, cut where marks begin and end. The texts of the segments, joined, are the paragraph. Marks that
/// do not fit the paragraph are left out.
pub fn segments(paragraph: &str, marks: &[Mark]) -> Vec<Segment> {
    let fits =
        |mark: &&Mark| mark.start < mark.end && paragraph.get(mark.start..mark.end).is_some();
    let mut changes: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for mark in marks.iter().filter(fits) {
        changes.entry(mark.start).or_default().0.push(mark.fact);
        changes.entry(mark.end).or_default().1.push(mark.fact);
    }
    changes.entry(paragraph.len()).or_default();
    let mut segments = Vec::new();
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    let mut last = 0;
    for (at, (begun, ended)) in changes {
        let text = paragraph.get(last..at).unwrap_or_default();
        if !text.is_empty() {
            segments.push(Segment { text: text.to_owned(), facts: open.keys().copied().collect() });
        }
        last = at;
        for fact in begun {
            *open.entry(fact).or_default() += 1;
        }
        for fact in ended {
            let left = open.remove(&fact).unwrap_or_default().saturating_sub(1);
            if left > 0 {
                open.insert(fact, left);
            }
        }
    }
    segments
}

#[cfg(test)]
mod tests;
