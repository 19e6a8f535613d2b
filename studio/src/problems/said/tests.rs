//! Tests of the words for problems: every problem has one, in every language.

#[path = "../../../../tests/malformed/spoil.rs"]
mod spoil;

use std::collections::BTreeSet;

use partnership_atlas::model::decode::decode;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use spoil::{SPOILS, spoilt};
use strum::IntoEnumIterator;

use crate::document::{Document, Edit};
use crate::path::Path;
use crate::problems::{Checked, FieldDiagnostic, Part, field_name, problem, problems};
use crate::words::{Word, Words};

const REPORT: &str = include_str!("../../../../assets/data/pakistan-asean-2023/report.json");

/// Words of the file format that no form has. A text of the draft may have them.
const OF_THE_FORMAT: [&str; 21] = [
    "$.",
    "[",
    "]",
    "{",
    "}",
    "`",
    "EDTF",
    "ISO",
    "JSON",
    "SHA",
    "alpha-3",
    "expected",
    "extent",
    "hexadecimal",
    "kebab",
    "key",
    "kind state",
    "must be",
    "null",
    "object",
    "role",
];

/// A language: its words, and the file that has them.
fn languages() -> Vec<(Words, Value)> {
    let files = std::fs::read_dir("locales").unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let language = |text: String| {
        let words = Words::of(&serde_json::from_str(&text).unwrap());
        (words, serde_json::from_str(&text).unwrap())
    };
    texts.map(language).collect()
}

/// Returns a problem without its place and without the texts of the draft.
fn without_texts(problem: &FieldDiagnostic) -> FieldDiagnostic {
    let part = |part: &Part| match part {
        Part::Text(_) => Part::Text("…".to_owned()),
        Part::Label(word) => Part::Label(*word),
    };
    let values = problem.values.iter().map(|(name, value)| (*name, part(value)));
    FieldDiagnostic { path: Path::root(), word: problem.word, values: values.collect() }
}

/// Checks that problems are said in each language, without English and without words of the format.
fn check_words(problems: &[FieldDiagnostic]) {
    let english = Words::english();
    for (words, file) in languages() {
        for problem in problems {
            let own = file["words"][problem.word.key()].as_str();
            assert!(own.is_some_and(|own| !own.is_empty()), "{} {:?}", words.lang, problem.word);
            let said = problem.said(&words);
            assert_eq!(said == problem.said(&english), words.lang == "en", "{said}");
            let strange = OF_THE_FORMAT.into_iter().find(|word| said.contains(word));
            assert_eq!(strange, None, "{} {said}", words.lang);
        }
    }
}

#[test]
fn every_problem_of_a_spoilt_report_is_said_in_every_language() {
    let english = Words::english();
    let choices = (any::<usize>(), any::<usize>(), any::<u64>());
    // The same on every run.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut count, mut seen) = (0, Vec::new());
    for spoil in SPOILS {
        for _ in 0..100 {
            let choice = choices.new_tree(&mut runner).unwrap().current();
            let text = spoilt(REPORT, spoil, choice);
            let (mut document, mut problems) = (Document::default(), of_file(text.as_bytes()));
            if let Ok(dataset) = serde_json::from_str(&text) {
                document.dataset = dataset;
                problems.extend(Checked::of(&document).problems);
            }
            for problem in &problems {
                let name = field_name(&problem.path, &document, &english);
                assert!(!name.is_empty() && !name.contains("$."), "{name}");
                let problem = without_texts(problem);
                if !seen.contains(&problem) {
                    seen.push(problem);
                }
            }
            count += problems.len();
        }
    }
    assert!(count > 1_000 && seen.len() > 15, "{count} {seen:?}");
    check_words(&seen);
}

/// Returns the problems of a file that cannot be opened.
fn of_file(bytes: &[u8]) -> Vec<FieldDiagnostic> {
    match decode(bytes) {
        Ok(text) => Document::from_dataset("x", text).err().iter().flat_map(problems).collect(),
        Err(diagnostic) => vec![problem(&diagnostic)],
    }
}

/// Returns the problem at a path of the example after a value was changed.
fn problem_after(change: &str, value: Option<Value>, place: &str) -> FieldDiagnostic {
    let mut document = Document::from_dataset("a-report", REPORT).unwrap();
    document.apply(Edit::Set(Path::parse(change).unwrap(), value));
    let checked = Checked::of(&document);
    match checked.exactly_at(&Path::parse(place).unwrap()).as_slice() {
        [problem] => (*problem).clone(),
        _ => panic!("{place}: {:?}", checked.problems),
    }
}

#[test]
fn each_problem_has_its_word_and_each_word_its_problem() {
    let fact = |key: &str| format!("$.facts[0].{key}");
    let amount = |value: Value, key: &str, word| {
        (fact("amounts"), Some(json!([value])), fact(&format!("amounts[0].{key}")), word)
    };
    let scope = |value: Value, key: &str, word| {
        (fact("scope"), Some(value), fact(&format!("scope.{key}")), word)
    };
    let at = |path: &str, value: Value, word| (path.to_owned(), Some(value), path.to_owned(), word);
    let text = |text: &str| json!({ "text": text });
    let cases = [
        ("$.atlas.deck".to_owned(), None, "$.atlas.deck".to_owned(), Word::ProblemMissing),
        at("$.atlas.title", json!(""), Word::ProblemBlank),
        at("$.facts[0].said_by", json!("nobody"), Word::ProblemUnknown),
        at("$.people[1].id", json!("asad-majeed-khan"), Word::ProblemTwice),
        at("$.people[1].id", json!("unnamed-sources"), Word::ProblemTwice),
        scope(
            json!({ "extent": "named", "places": ["MYS", "MYS"] }),
            "places[1]",
            Word::ProblemDouble,
        ),
        at("$.facts[0].quotes[0].exact", json!("a ".repeat(13)), Word::ProblemWords),
        at("$.atlas.title", json!("a".repeat(2_001)), Word::ProblemCharacters),
        at("$.atlas.title", json!("a\nb"), Word::ProblemInvisible),
        at("$.atlas.title", json!("a\u{202e}b"), Word::ProblemInvisible),
        at("$.sources[0].url", json!("http://a.example"), Word::ProblemLink),
        at("$.atlas.lang", json!("English"), Word::ProblemLanguage),
        at("$.partner.code", json!("pk"), Word::ProblemCountry),
        at("$.partner.code", json!("PKK"), Word::ProblemCountryIs),
        (
            "$.partner.kind".to_owned(),
            Some(json!("bloc")),
            "$.partner.code".to_owned(),
            Word::ProblemNoCountry,
        ),
        at("$.atlas.published", json!("soon"), Word::ProblemDay),
        at("$.sources[0].published", json!("2021/2022"), Word::ProblemPublished),
        at("$.sources[0].retrieved", json!("1999-01-01"), Word::ProblemRetrieved),
        at("$.facts[0].id", json!("A fact"), Word::ProblemId),
        at("$.people[0].wikidata", json!("7768"), Word::ProblemWikidata),
        amount(json!({ "value": "much", "unit": "roads" }), "value", Word::ProblemNumber),
        amount(json!({ "value": -1, "unit": "roads" }), "value", Word::ProblemNumber),
        at("$.facts[0].quotes[0].paragraph", json!("two"), Word::ProblemWhole),
        at("$.facts[0].quotes[0].paragraph", json!(0), Word::ProblemParagraph),
        at("$.facts[0].quotes[0].paragraph", json!(65_000), Word::ProblemParagraph),
        at("$.facts[0].scope.count", json!("some"), Word::ProblemWhole),
        amount(json!({ "value": 1, "currency": "$" }), "currency", Word::ProblemCurrency),
        amount(json!({ "value": 1 }), "currency", Word::ProblemNoUnit),
        amount(
            json!({ "value": 1, "currency": "USD", "unit": "roads" }),
            "unit",
            Word::ProblemBothUnits,
        ),
        amount(
            json!({ "value": 1, "currency": "USD", "at_least": true, "at_most": true }),
            "at_most",
            Word::ProblemBounds,
        ),
        at("$.facts[0].interpretations", json!([text("a")]), Word::ProblemInterpretationOne),
        at(
            "$.facts[0].interpretations",
            json!([{ "text": "a", "date": "1999" }, text("b")]),
            Word::ProblemInterpretationFirst,
        ),
        at("$.facts[0].quotes", json!([]), Word::ProblemEmpty),
        at("$.facts[0].aliases", json!(vec!["a"; 1_001]), Word::ProblemMany),
        scope(json!({ "extent": "named" }), "places", Word::ProblemNoPlaces),
        scope(json!({ "extent": "asean", "places": ["MYS"] }), "places", Word::ProblemExtent),
        scope(json!({ "extent": "asean", "count": 2 }), "count", Word::ProblemExtent),
        scope(json!({ "extent": "asean", "also": ["asean"] }), "also", Word::ProblemExtent),
        at("$.facts[0].status", json!("done"), Word::ProblemChoice),
        at("$.facts[0].follows", json!("commitment"), Word::ProblemChoice),
        at("$.atlas.title", json!(5), Word::ProblemAgain),
        at("$.facts[0].date", json!("next year"), Word::DateUnread),
        at("$.facts[0].colour", json!("red"), Word::ProblemStranger),
        at("$.format", json!(3), Word::ProblemFile),
        at("$.facts[0].scope", json!("everybody"), Word::ProblemFile),
    ];
    let mut problems = quotes();
    for (change, value, place, word) in cases {
        let problem = problem_after(&change, value.clone(), &place);
        assert_eq!(problem.word, word, "{change} {value:?}");
        problems.push(problem);
    }
    let files: [&[u8]; 3] = [b"", b"\xFF\xFEa\0", b"{,"];
    problems.extend(files.into_iter().flat_map(of_file));
    // Made where a file is opened.
    problems.push(FieldDiagnostic::new(Path::root(), Word::ProblemNoDataset));
    let problems: Vec<FieldDiagnostic> = problems.iter().map(without_texts).collect();
    check_words(&problems);
    let seen: BTreeSet<Word> = problems.iter().map(|problem| problem.word).collect();
    let unseen: Vec<_> = Word::iter()
        .filter(|word| word.key().starts_with("problem_") && !seen.contains(word))
        .collect();
    assert_eq!(unseen, Vec::<Word>::new());
}

/// Returns the problems of the example with a text in which the first quote stands twice, and the second in another
/// paragraph.
fn quotes() -> Vec<FieldDiagnostic> {
    let mut document = Document::from_dataset("a-report", REPORT).unwrap();
    let quote = |fact: usize| &document.dataset["facts"][fact]["quotes"][0];
    let exact = |fact| quote(fact)["exact"].as_str().unwrap();
    let paragraph = |fact| usize::try_from(quote(fact)["paragraph"].as_u64().unwrap()).unwrap();
    let mut paragraphs = vec![String::new(); 40];
    paragraphs[paragraph(0) - 1] = format!("{0} and {0}.", exact(0));
    paragraphs[39] = format!("{}.", exact(1));
    document.paragraphs = std::sync::Arc::new(paragraphs);
    Checked::of(&document).problems
}
