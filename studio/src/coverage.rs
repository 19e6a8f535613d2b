//! What a text says and no fact tells, and what a fact leaves open. All of it is advice.

mod questions;
mod told;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use partnership_atlas::model::{Fact, FuzzyDate, PlaceCode, Report};
use partnership_atlas::view_model::verify::hash;

use crate::suggestions::{Finder, Names};
pub use questions::{Question, is_date_unsaid, missing};
use told::Told;

/// How much of a text the facts tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The numbers of the paragraphs that no fact quotes, from 1.
    pub uncovered: Vec<usize>,
    /// What the other paragraphs mention, and none of the facts that quote them tells.
    pub untold: Vec<Untold>,
    /// The paragraphs, and what they mention, that need no fact because the editor says so.
    pub left: Vec<Left>,
}

/// Something that needs no fact because the editor says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The number of the paragraph, from 1.
    pub paragraph: usize,
    /// What it mentions; `None` for the paragraph as a whole.
    pub what: Option<UntoldKind>,
}

/// Returns how a draft writes that a paragraph needs no fact, or something that it mentions.
pub fn key(paragraph: &str, what: Option<&UntoldKind>) -> String {
    let mentioned = match what {
        None => return hash(paragraph),
        Some(UntoldKind::Place(code)) => code.as_str(),
        Some(UntoldKind::Date { words, .. }) => words,
        Some(UntoldKind::Person(name) | UntoldKind::Amount(name)) => name,
    };
    format!("{} {mentioned}", hash(paragraph))
}

/// Something that a paragraph mentions and no fact of it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untold {
    /// The number of the paragraph, from 1.
    pub paragraph: usize,
    /// What it mentions.
    pub what: UntoldKind,
}

/// What a paragraph mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UntoldKind {
    /// A place of the report.
    Place(PlaceCode),
    /// A date.
    Date {
        /// As the text writes it.
        words: String,
        /// In EDTF.
        edtf: String,
    },
    /// A person, by the name of the report, or of the text where the report does not have them.
    Person(String),
    /// A sum or a percentage, as the text writes it.
    Amount(String),
}

/// Returns how much of a text the facts of a report tell. `paragraphs` is its text, `without_fact` has the keys of what
/// needs no fact, `names` are those of its language.
///
/// A fact tells a thing in its fields, or in its own words. A date is told by a date within it: 2023 by 8 June 2023. A
/// paragraph without a fact is listed once, not by all that it mentions.
pub fn coverage(
    paragraphs: &[String],
    without_fact: &BTreeSet<String>,
    report: &Report,
    names: &Names,
) -> Coverage {
    let finder = Finder::new(report, names);
    let facts = facts_by_paragraph(report, paragraphs.len());
    // A fact may quote several paragraphs.
    let told: Vec<OnceCell<Told>> = vec![OnceCell::new(); report.facts.len()];
    let mut coverage = Coverage::default();
    for ((number, paragraph), indices) in (1..).zip(paragraphs).zip(facts) {
        let is_left = |what: Option<&UntoldKind>| {
            !without_fact.is_empty() && without_fact.contains(&key(paragraph, what))
        };
        if indices.is_empty() {
            if is_left(None) {
                coverage.left.push(Left { paragraph: number, what: None });
            } else {
                coverage.uncovered.push(number);
            }
            continue;
        }
        let told_by = |index: &usize| {
            let (fact, told) = (report.facts.get(*index)?, told.get(*index)?);
            Some(told.get_or_init(|| Told::of(fact, &finder)))
        };
        let told: Vec<&Told> = indices.iter().filter_map(told_by).collect();
        for what in untold(&finder, paragraph, report, &told) {
            if is_left(Some(&what)) {
                coverage.left.push(Left { paragraph: number, what: Some(what) });
            } else {
                coverage.untold.push(Untold { paragraph: number, what });
            }
        }
    }
    coverage
}

/// Returns the states that some paragraph names and no fact does. The page says of them that the report does not name them.
pub fn unnamed_states(paragraphs: &[String], report: &Report, names: &Names) -> Vec<PlaceCode> {
    let finder = Finder::new(report, names);
    let mut found: Vec<PlaceCode> = Vec::new();
    for code in paragraphs.iter().flat_map(|paragraph| finder.suggestions(paragraph).places) {
        let names = |fact: &Fact| {
            fact.scope.places.contains(&code) || fact.participants.places.contains(&code)
        };
        if !found.contains(&code) && !report.facts.iter().any(names) {
            found.push(code);
        }
    }
    found
}

/// Returns the indices of the facts that quote each of the paragraphs of the report.
fn facts_by_paragraph(report: &Report, count: usize) -> Vec<Vec<usize>> {
    let source = report.source().id;
    let mut facts = vec![Vec::new(); count];
    for (index, fact) in report.facts.iter().enumerate() {
        for quote in fact.quotes.iter().filter(|quote| quote.source == source) {
            let own = facts.get_mut(usize::from(quote.paragraph).wrapping_sub(1));
            if let Some(own) = own.filter(|own| own.last() != Some(&index)) {
                own.push(index);
            }
        }
    }
    facts
}

fn untold(finder: &Finder, paragraph: &str, report: &Report, told: &[&Told]) -> Vec<UntoldKind> {
    let found = finder.suggestions(paragraph);
    let is_untold = |tells: &dyn Fn(&Told) -> bool| !told.iter().any(|told| tells(told));
    let places = found.places.into_iter().filter(|code| is_untold(&|told| told.has_place(*code)));
    let dates = found.dates.into_iter().filter(|date| {
        let date = FuzzyDate::parse(&date.edtf).unwrap_or_default();
        is_untold(&|told| told.has_date(date))
    });
    let people = found.people.into_iter().filter(|id| is_untold(&|told| told.has_person(*id)));
    let people = people.filter_map(|id| report.person(id)).map(|person| person.name.value.clone());
    let others =
        found.new_people.into_iter().filter(|name| is_untold(&|told| told.has_words(name)));
    let amounts =
        found.amounts.into_iter().filter(|amount| is_untold(&|told| told.has_amount(amount)));
    let dates = dates.map(|date| UntoldKind::Date { words: date.words, edtf: date.edtf });
    places
        .map(UntoldKind::Place)
        .chain(dates)
        .chain(people.chain(others).map(UntoldKind::Person))
        .chain(amounts.map(|amount| UntoldKind::Amount(amount.words)))
        .collect()
}

#[cfg(test)]
mod tests;
