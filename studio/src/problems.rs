//! What is wrong with a draft, at the field where it is wrong.

mod advice;
mod names;
mod said;

use partnership_atlas::model::read::read_open;
use partnership_atlas::model::{Diagnostic, Diagnostics, Quote, Report};
use serde_json::Value;

use crate::document::{Document, hashes};
use crate::marks::{all_marks, folded};
use crate::path::{Path, Step};
use crate::words::{Word, Words};
pub use names::field_name;
use said::words_of;

/// A draft as far as it can be read, and everything that is wrong with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// What fits; nothing where not even the outermost object does.
    pub report: Option<Report>,
    /// The problems, in the order of the forms.
    pub problems: Vec<FieldDiagnostic>,
    /// How many more there are.
    pub omitted: usize,
    /// What should be looked at again, in the same order.
    pub advice: Vec<FieldDiagnostic>,
}

/// A problem, or advice, and the field to which it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDiagnostic {
    /// Where it is.
    pub path: Path,
    /// The word that says what is wrong.
    pub word: Word,
    /// The values in the places of that word, by their names.
    pub values: Vec<(&'static str, Part)>,
}

/// A value in the word of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A number, or a text of the draft.
    Text(String),
    /// A label of the forms.
    Label(Word),
}

impl Part {
    fn text<'a>(&'a self, words: &'a Words) -> &'a str {
        match self {
            Self::Text(text) => text,
            Self::Label(word) => words.get(*word),
        }
    }
}

impl FieldDiagnostic {
    /// Returns a problem whose word has no values.
    pub fn new(path: Path, word: Word) -> Self {
        Self { path, word, values: Vec::new() }
    }

    /// Returns what is wrong, for somebody who writes no JSON.
    pub fn said(&self, words: &Words) -> String {
        let values = self.values.iter().map(|(name, part)| (*name, part.text(words)));
        let values: Vec<_> = values.collect();
        words.format(self.word, &values)
    }

    /// Returns what is wrong with a file that was not opened, with the name of the field.
    pub fn said_of_file(&self, words: &Words) -> String {
        let said = self.said(words);
        if self.path == Path::root() {
            return said;
        }
        format!("{}: {said}", field_name(&self.path, &Document::default(), words))
    }
}

impl Checked {
    /// Reads and checks a draft.
    pub fn of(document: &Document) -> Self {
        let (report, diagnostics) = read_open(&document.dataset);
        let mut problems = problems(&diagnostics);
        problems.extend(against_text(document, report.as_ref()));
        let mut advice =
            report.as_ref().map(|report| advice::advice(document, report)).unwrap_or_default();
        // In the order of the forms; those of one field stay as they are.
        for list in [&mut problems, &mut advice] {
            list.sort_by_key(|problem| form_order(&problem.path));
        }
        Self { report, omitted: diagnostics.omitted(), problems, advice }
    }

    /// Returns how many problems there are.
    pub fn count(&self) -> usize {
        self.problems.len() + self.omitted
    }

    /// Returns what is wrong with a value itself.
    pub fn exactly_at(&self, path: &Path) -> Vec<&FieldDiagnostic> {
        self.problems.iter().filter(|problem| *path == problem.path).collect()
    }

    /// Returns what should be looked at again of a value itself.
    pub fn advice_at(&self, path: &Path) -> Vec<&FieldDiagnostic> {
        self.advice.iter().filter(|advice| *path == advice.path).collect()
    }

    /// Returns what is wrong with a value, or with one inside it.
    pub fn at(&self, path: &Path) -> Vec<&FieldDiagnostic> {
        self.problems.iter().filter(|problem| path.contains(&problem.path)).collect()
    }
}

/// Returns what the text of the report speaks against: paragraphs that are not those of the dataset, and quotes that do not
/// stand exactly once. A draft without its text cannot be compared.
fn against_text(document: &Document, report: Option<&Report>) -> Vec<FieldDiagnostic> {
    let Some(report) = report.filter(|_| !document.paragraphs.is_empty()) else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    let paragraphs = Path::of("sources").index(document.report_source()).key("paragraphs");
    let own = document.list(&paragraphs);
    let is_same = hashes(&document.paragraphs).as_array().is_some_and(|hashes| hashes == own);
    if !own.is_empty() && !is_same {
        problems.push(FieldDiagnostic::new(paragraphs, Word::ProblemOtherText));
    }
    let marks = all_marks(&document.paragraphs, report);
    let is_marked = |fact: usize, quote: usize, paragraph: u16| {
        let marks = marks.get(usize::from(paragraph).wrapping_sub(1));
        marks.is_some_and(|marks| marks.iter().any(|mark| (mark.fact, mark.quote) == (fact, quote)))
    };
    let source = report.source().id;
    for (fact, each) in report.facts.iter().enumerate() {
        for (quote, own) in each.quotes.iter().enumerate() {
            let is_missing = own.source == source
                && !own.exact.is_empty()
                && !is_marked(fact, quote, own.paragraph);
            if is_missing {
                let path = Path::of("facts").index(fact).key("quotes").index(quote).key("exact");
                problems.push(standing(path, &document.paragraphs, own));
            }
        }
    }
    problems
}

/// Returns the problem of a quote that does not stand exactly once in its paragraph.
fn standing(path: Path, paragraphs: &[String], quote: &Quote) -> FieldDiagnostic {
    let words = folded(&quote.exact);
    let has_words = |paragraph: &&String| paragraph.contains(&words);
    let number = ("number", Part::Text(quote.paragraph.to_string()));
    let own = paragraphs.get(usize::from(quote.paragraph).wrapping_sub(1));
    if own.is_some_and(|own| has_words(&own)) {
        return FieldDiagnostic { path, word: Word::ProblemQuoteOften, values: vec![number] };
    }
    match paragraphs.iter().position(|paragraph| has_words(&paragraph)) {
        Some(index) => {
            let found = ("found", Part::Text((index + 1).to_string()));
            FieldDiagnostic { path, word: Word::ProblemQuoteElsewhere, values: vec![found, number] }
        }
        None => FieldDiagnostic::new(path, Word::ProblemQuoteNowhere),
    }
}

/// Returns where the form of a value stands among the forms: its list, and its entry there.
fn form_order(path: &Path) -> (usize, usize) {
    const LISTS: [&str; 9] = [
        "sources",
        "partner",
        "atlas",
        "context",
        "places",
        "people",
        "organisations",
        "areas",
        "facts",
    ];
    let (list, index) = match path.steps() {
        [Step::Key(list), Step::Index(index), ..] => (list.as_str(), *index),
        [Step::Key(list), ..] => (list.as_str(), 0),
        _ => ("", 0),
    };
    (LISTS.iter().position(|own| *own == list).unwrap_or(LISTS.len()), index)
}

/// Returns the problems in a list of diagnostics.
pub fn problems(diagnostics: &Diagnostics) -> Vec<FieldDiagnostic> {
    diagnostics.iter().map(problem).collect()
}

/// Returns the problem in a diagnostic.
pub fn problem(diagnostic: &Diagnostic) -> FieldDiagnostic {
    let (word, values) = words_of(&diagnostic.problem);
    FieldDiagnostic { path: Path::parse(&diagnostic.path).unwrap_or_default(), word, values }
}

/// Returns the index of the fact to which a path belongs.
pub fn fact_of(path: &Path) -> Option<usize> {
    match path.steps() {
        [Step::Key(list), Step::Index(index), ..] if list == "facts" => Some(*index),
        _ => None,
    }
}

/// Returns a value as text, as a field shows it: the entries of a list one in each line.
pub fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            list.iter().map(|value| shown(Some(value))).collect::<Vec<_>>().join("\n")
        }
        // A whole number has no decimal point, however it was computed.
        Some(value) => value.to_string().trim_end_matches(".0").to_owned(),
    }
}

#[cfg(test)]
mod tests;
