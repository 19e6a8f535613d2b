//! Ten thousand bad datasets: each is answered with a readable list, none with a panic.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by a panic")]

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::{Diagnostics, FuzzyDate, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

const TEXT: &str = include_str!("../assets/data/pakistan-asean-2023/report.json");

const FORMAT_1: &str = include_str!("formats/format-1.json");

/// How many datasets are generated: twelve ways to spoil one, a thousand times each.
const EACH: usize = 1_000;

/// A way to spoil a dataset.
#[derive(Clone, Copy, Debug)]
enum Spoil {
    /// Some bytes become others.
    Bytes,
    /// The text ends early.
    Truncated,
    /// A value of another type stands in the place of one.
    Type,
    /// A key is missing.
    Missing,
    /// A key is there that nobody knows.
    Stranger,
    /// An object has a key twice.
    DuplicateKey,
    /// Two entries have the same id.
    Doubled,
    /// An id that names nothing.
    Dangling,
    /// Lists within lists within lists.
    Nested,
    /// A number that is too large, too small or no whole one.
    Number,
    /// A link that runs or leads elsewhere.
    Link,
    /// Letters that turn the text round or cannot be seen.
    Unseen,
    /// A text much longer than any.
    Long,
}

const SPOILS: [Spoil; 13] = [
    Spoil::Bytes,
    Spoil::Truncated,
    Spoil::Type,
    Spoil::Missing,
    Spoil::Stranger,
    Spoil::DuplicateKey,
    Spoil::Doubled,
    Spoil::Dangling,
    Spoil::Nested,
    Spoil::Number,
    Spoil::Link,
    Spoil::Unseen,
    Spoil::Long,
];

/// The numbers that choose what is spoilt, and how.
type Choice = (usize, usize, u64);

fn spoilt(original: &str, spoil: Spoil, (place, how, seed): Choice) -> String {
    let mut value: Value = serde_json::from_str(original).unwrap();
    match spoil {
        Spoil::Bytes => return flipped(original, place, how, seed),
        Spoil::Truncated => {
            let end = place % original.len();
            return String::from_utf8_lossy(&original.as_bytes()[..end]).into_owned();
        }
        Spoil::Type => {
            let others =
                [json!(null), json!([]), json!({}), json!(-1), json!("?"), json!(true), json!(1.5)];
            let before = at(&mut value, place, |_| true);
            let other = others.iter().cycle().skip(how % 7);
            // Null is a date that the report does not state.
            let is_date = before.as_str().is_some_and(|text| FuzzyDate::parse(text).is_ok());
            let mut other = other.filter(|other| {
                let is_other = std::mem::discriminant(*other) != std::mem::discriminant(before);
                is_other && !(is_date && other.is_null())
            });
            *before = other.next().unwrap().clone();
        }
        Spoil::Missing => {
            let object =
                at(&mut value, place, |value| value.as_object().is_some_and(|map| !map.is_empty()));
            let map = object.as_object_mut().unwrap();
            // What may be left out is no mistake when it is.
            let needed = |key: &&String| {
                let optional = [
                    "aliases",
                    "audience",
                    "people",
                    "not_stated",
                    "interpretations",
                    "areas",
                    "context",
                    "licence",
                    "version",
                    "code",
                    "url",
                    "published",
                    "start",
                    "retrieved",
                    "paragraphs",
                    "offices",
                    "date_basis",
                ];
                !optional.contains(&key.as_str())
            };
            let keys: Vec<String> = map.keys().filter(needed).cloned().collect();
            match keys.get(how % keys.len().max(1)) {
                Some(key) => map.remove(key),
                // Every key of an edition but three is optional.
                None => map.insert("stranger".to_owned(), json!(0)),
            };
        }
        Spoil::Stranger => {
            let object = at(&mut value, place, Value::is_object);
            object.as_object_mut().unwrap().insert(format!("stranger-{seed:x}"), json!(how));
        }
        Spoil::DuplicateKey => {
            let object =
                at(&mut value, place, |value| value.as_object().is_some_and(|map| !map.is_empty()));
            let map = object.as_object_mut().unwrap();
            let key = map.keys().nth(how % map.len()).unwrap().clone();
            let double = map[&key].clone();
            map.insert("twice".to_owned(), double);
            let text = serde_json::to_string(&value).unwrap();
            return text.replace("\"twice\":", &format!("{key:?}:"));
        }
        Spoil::Doubled => {
            let lists = ["people", "places", "areas", "facts"];
            let list = value[lists[place % lists.len()]].as_array_mut().unwrap();
            let double = list[how % list.len()].clone();
            list.push(double);
        }
        Spoil::Dangling => {
            let keys = ["areas", "area", "source", "people", "places"];
            let found = at(&mut value, place, |value| {
                keys.iter().any(|key| points_somewhere(&value[*key]))
            });
            let key = keys.iter().find(|key| points_somewhere(&found[**key])).unwrap();
            let nothing = if *key == "places" {
                json!("XYZ")
            } else {
                json!(format!("nothing-{:x}", seed % 65_536))
            };
            found[*key] = if found[*key].is_array() { json!([nothing]) } else { nothing };
        }
        Spoil::Nested => {
            let depth = 2 + how % 300;
            let deep = format!("{}0{}", "[".repeat(depth), "]".repeat(depth));
            let text = serde_json::to_string(&{
                *at(&mut value, place, |_| true) = json!("the deep place");
                value
            });
            return text.unwrap().replace("\"the deep place\"", &deep);
        }
        Spoil::Number => {
            let numbers = [
                json!(-1),
                json!(0),
                json!(1e300),
                json!(u64::MAX),
                json!(i64::MIN),
                json!(2.5),
                json!(4_000),
            ];
            *at(&mut value, place, Value::is_number) = numbers[how % numbers.len()].clone();
        }
        Spoil::Link => {
            let links = [
                "javascript:alert(1)",
                "data:text/html,x",
                "http://a.example/",
                "//a.example/",
                "https://",
                "https://a b/",
                " https://a.example/",
                "JaVaScRiPt:x",
                "https://user:pass@a.example/",
                "",
            ];
            let has_link = |value: &Value| value.get("url").is_some();
            at(&mut value, place, has_link)["url"] = json!(links[how % links.len()]);
        }
        Spoil::Unseen => {
            let letters = [
                '\u{202e}', '\u{2066}', '\u{200f}', '\u{0}', '\u{7}', '\u{feff}', '\u{2029}',
                '\u{2028}',
            ];
            let text =
                at(&mut value, place, |value| value.as_str().is_some_and(|text| !text.is_empty()));
            let mut letters_of: Vec<char> = text.as_str().unwrap().chars().collect();
            letters_of.insert(how % letters_of.len(), letters[usize::try_from(seed % 8).unwrap()]);
            *text = json!(letters_of.into_iter().collect::<String>());
        }
        Spoil::Long => {
            let text = at(&mut value, place, Value::is_string);
            *text = json!("a very long text ".repeat(200 + how % 2_000));
        }
    }
    serde_json::to_string(&value).unwrap()
}

fn points_somewhere(value: &Value) -> bool {
    let is_point = |value: &Value| value.is_string();
    is_point(value)
        || value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(is_point))
}

fn flipped(original: &str, place: usize, how: usize, seed: u64) -> String {
    let mut bytes = original.as_bytes().to_vec();
    for step in 0..=(how % 8) {
        let at = place.wrapping_mul(step + 1).wrapping_add(step * 977) % bytes.len();
        bytes[at] = seed.to_le_bytes()[step % 8] ^ bytes[at].rotate_left(1);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One of the values inside a value that are as they must be, itself included.
fn at(value: &mut Value, place: usize, wanted: impl Fn(&Value) -> bool) -> &mut Value {
    let mut paths = Vec::new();
    collect(value, String::new(), &wanted, &mut paths);
    let path = &paths[place % paths.len()];
    value.pointer_mut(path).unwrap()
}

fn collect(value: &Value, path: String, wanted: &impl Fn(&Value) -> bool, paths: &mut Vec<String>) {
    if wanted(value) {
        paths.push(path.clone());
    }
    match value {
        Value::Array(values) => {
            for (index, inner) in values.iter().enumerate() {
                collect(inner, format!("{path}/{index}"), wanted, paths);
            }
        }
        Value::Object(map) => {
            for (key, inner) in map.iter().filter(|(key, _)| *key != "$schema") {
                collect(inner, format!("{path}/{key}"), wanted, paths);
            }
        }
        _ => {}
    }
}

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
        && problems.iter().all(|each| line(&each.path, &each.message))
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
    let schema = include_str!("../assets/data/report.schema.json");
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
            if problems.iter().all(|problem| needs_build(&problem.message)) {
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
