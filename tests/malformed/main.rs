//! Ten thousand bad datasets: each is answered with a readable list, none with a panic.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by a panic")]

mod spoil;

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::{Diagnostics, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use spoil::{SPOILS, Spoil, spoilt};

const TEXT: &str = include_str!("../../assets/data/pakistan-asean-2023/report.json");

const FORMAT_1: &str = include_str!("../formats/format-1.json");

/// How many datasets are generated: twelve ways to spoil one, a thousand times each.
const EACH: usize = 1_000;

/// Whether a person can work with the list: it is not empty, each line has a path and words, none is
/// endless, and no invisible character is printed back.
fn is_readable(problems: &Diagnostics) -> bool {
    let printed = problems.to_string();
    let plain = |text: &str| {
        !text.chars().any(|c| {
            (c.is_control() && c != '\n')
                || "\u{202e}\u{2066}\u{200f}\u{200b}\u{feff}\u{2028}".contains(c)
        })
    };
    let line = |path: &str, message: &str| {
        path.starts_with('$') && message.len() > 5 && path.len() + message.len() < 1_000
    };
    !problems.is_empty()
        && plain(&printed)
        && problems.iter().all(|each| line(&each.path, &each.problem.to_string()))
}

#[test]
fn ten_thousand_bad_datasets_are_answered() {
    let choices = (any::<usize>(), any::<usize>(), any::<u64>());
    // The same ten thousand on every run.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut answered, mut panics, mut harmless) = (0, Vec::new(), 0);
    for spoil in SPOILS {
        for _ in 0..EACH {
            let choice = choices.new_tree(&mut runner).unwrap().current();
            let text = spoilt(TEXT, spoil, choice);
            match catch_unwind(AssertUnwindSafe(|| read(&text))) {
                Ok(Err(problems)) if is_readable(&problems) => answered += 1,
                Ok(Err(problems)) => panic!("{spoil:?} {choice:?} is not readable: {problems}"),
                // Another letter in a sentence, another number of the same range: it is still a dataset.
                Ok(Ok(_)) if matches!(spoil, Spoil::Bytes | Spoil::Number) => harmless += 1,
                Ok(Ok(_)) => panic!("{spoil:?} {choice:?} was taken for a dataset"),
                Err(_) => panics.push((spoil, choice)),
            }
        }
    }
    // Past the runner, which keeps what a passing test prints to itself.
    writeln!(
        std::io::stdout(),
        "{answered} malformed datasets answered, {harmless} still datasets, {} panics",
        panics.len()
    )
    .unwrap();
    assert_eq!(panics.len(), 0, "{panics:?}");
    assert!(answered >= 10_000, "only {answered} were malformed");
}

/// A file of format 1 is upgraded before it is checked; whatever is wrong with it, the answer is a list.
#[test]
fn bad_datasets_of_format_1_are_answered_too() {
    let choices = (any::<usize>(), any::<usize>(), any::<u64>());
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut answered = 0;
    for spoil in SPOILS {
        for _ in 0..EACH / 5 {
            let choice = choices.new_tree(&mut runner).unwrap().current();
            let text = spoilt(FORMAT_1, spoil, choice);
            if let Err(problems) = read(&text) {
                assert!(is_readable(&problems), "{spoil:?} {choice:?} is not readable: {problems}");
                answered += 1;
            }
        }
    }
    assert!(answered > 2_000, "only {answered} were answered");
}

/// What only the build can know, by the words of its answer: a schema sees one value at a time.
const BUILD_ONLY: [&str; 6] = [
    "which is not in $.",
    "an id stands once",
    "must not be before the day of publication",
    "must be a report; the facts of other sources belong in context",
    "must begin with the date and the status of the fact itself",
    "the paragraphs of the report",
];

#[test]
fn the_schema_refuses_what_the_build_refuses_and_nothing_else() {
    let schema = include_str!("../../assets/data/report.schema.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let choices = (any::<usize>(), any::<usize>(), any::<u64>());
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut refused, mut build_only) = (0, 0);
    // A text that is not JSON, or has a key twice, never reaches a schema.
    let is_json =
        |spoil: &Spoil| !matches!(spoil, Spoil::Bytes | Spoil::Truncated | Spoil::DuplicateKey);
    for spoil in SPOILS.into_iter().filter(is_json) {
        for _ in 0..EACH / 5 {
            let choice = choices.new_tree(&mut runner).unwrap().current();
            let text = spoilt(TEXT, spoil, choice);
            let Ok(value) = serde_json::from_str::<Value>(&text) else { continue };
            let is_valid = validator.is_valid(&value);
            let Err(problems) = read(&text) else {
                assert!(is_valid, "{spoil:?} {choice:?}: only the schema refuses it");
                continue;
            };
            let needs_build =
                |message: &str| BUILD_ONLY.iter().any(|known| message.contains(known));
            if problems.iter().all(|problem| needs_build(&problem.problem.to_string())) {
                build_only += 1;
            } else {
                assert!(!is_valid, "{spoil:?} {choice:?}: only the build refuses it: {problems}");
                refused += 1;
            }
        }
    }
    assert!(refused > 1_000 && build_only > 100, "{refused} {build_only}");
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_at_all_is_answered(text in "\\PC{0,400}") {
        if let Err(problems) = read(&text) {
            prop_assert!(is_readable(&problems), "{}", problems);
        }
        prop_assert!(serde_json::from_str::<LocaleFile>(&text).is_err());
    }
}
