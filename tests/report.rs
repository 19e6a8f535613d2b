//! The bundled dataset says what the report says, and no more: the table of facts, row by row.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail by a panic")]

use std::collections::BTreeSet;

use partnership_atlas::model::{Extent, Fact, Report, SourceRole, read};

const TEXT: &str = include_str!("../assets/data/pakistan-asean-2023/report.json");
const SCHEMA: &str = include_str!("../assets/data/report.schema.json");

/// id · paragraph · kind and areas · scope · date and its basis · status · people · not stated · interpretations.
const FACTS: &str = "\
commitment · 1 · statement · asean · 2023-06-08 stated · stated · asad-majeed-khan · - · 0
east-asia-vision · 1 · statement · asean · 2023-06-08 stated · stated · - · - · 0
roundtable · 2 · meeting · asean · 2023-06-08 weekday · held · asad-majeed-khan · attendance · 0
proactive-engagement · 3 · statement · asean · 2023-06-08 stated · stated · - · - · 0
arf-cambodia · 4 · visit · KHM · 2022 stated · held · bilawal-bhutto-zardari · - · 0
visit-indonesia · 4 · visit · IDN · 2022-12 stated · held · bilawal-bhutto-zardari · - · 0
visit-singapore · 4 · visit · SGP · 2022-12 stated · held · bilawal-bhutto-zardari · - · 0
asean-initiatives · 4 · statement · asean · - · stated · - · which · 0
actions-outlined · 5 · statement · asean · 2023-06-08 stated · stated · - · which · 0
institutional-tools · 5 · statement · asean · 2023-06-08 stated · stated · - · - · 0
projects-briefing · 6 · statement · asean · 2021/2023 stated · stated · - · - · 0
practical-areas · 6 · agreement · asean · - · agreed · - · - · 0
diplomatic-courses · 7 · project diplomacy · asean · [2021..2023] · executed · - · states · 0
banking-training · 7 · project banking-and-finance · asean · [2021..2023] · executed · - · states · 0
cyber-training · 7 · project cyber-security · asean · 2023-41 stated · scheduled · - · participants · 2
business-conference · 7 · project trade-and-business · asean · 2023-41 stated · scheduled · - · participants · 0
members-inputs · 8 · statement · asean · 2023-06-08 stated · stated · - · which · 0
plan-of-action · 8 · plan · MYS · 2023 stated · shared · azhar-bin-mazlan · - · 0
sectoral-partner · 9 · status · asean · 1993/.. stated · in-force · - · - · 0
arf-member · 9 · status · asean · 2004/.. stated · in-force · - · - · 0";

fn report() -> Report {
    read(TEXT).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The word that a value has in the file, or the words of a list; `-` where there is none.
fn words(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::Null => "-".to_owned(),
        serde_json::Value::String(word) => word,
        serde_json::Value::Array(values) if values.is_empty() => "-".to_owned(),
        serde_json::Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join(" "),
        other => panic!("{other}"),
    }
}

fn row(fact: &Fact) -> String {
    let areas = fact.areas.iter().map(|id| format!(" {id}")).collect::<String>();
    let scope = if fact.scope.extent == Extent::Named {
        words(&fact.scope.places)
    } else {
        words(fact.scope.extent)
    };
    let basis = if fact.date.is_stated() { words(fact.date_basis) } else { String::new() };
    let cells = [
        words(fact.id),
        fact.paragraph().to_string(),
        words(fact.kind) + &areas,
        scope,
        format!("{} {basis}", words(fact.date)).trim_end().to_owned(),
        words(fact.status),
        words(&fact.people),
        words(&fact.not_stated),
        fact.interpretations.len().to_string(),
    ];
    cells.join(" · ")
}

#[test]
fn every_fact_stands_as_the_report_has_it() {
    let rows: Vec<String> = report().facts.iter().map(row).collect();
    assert_eq!(rows.join("\n"), FACTS);
}

#[test]
fn a_quote_is_short_and_facts_of_one_paragraph_have_their_own() {
    let report = report();
    let quotes = report.facts.iter().flat_map(|fact| &fact.quotes);
    for quote in quotes.clone() {
        let words = quote.exact.split_whitespace().count();
        assert!((1..=12).contains(&words), "{} has {words} words", quote.exact);
    }
    // The two visits stand in one phrase.
    let different: BTreeSet<_> = quotes.map(|quote| (quote.paragraph, &quote.exact)).collect();
    assert_eq!(different.len(), report.facts.len() - 1, "{different:?}");
}

#[test]
fn no_fact_claims_that_a_state_attended_or_took_part() {
    for fact in report().facts {
        assert!(fact.participants.is_empty(), "{}", fact.id);
        if fact.scope.extent == Extent::Named {
            assert_eq!(fact.scope.places.len(), 1, "{}", fact.id);
            assert!(matches!(words(fact.kind).as_str(), "visit" | "plan"), "{}", fact.id);
        }
    }
}

#[test]
fn no_year_is_told_as_one_of_membership_of_asean() {
    for fact in report().facts {
        let text = format!("{} {}", fact.title, fact.text);
        assert!(!text.contains("member of ASEAN") && !text.contains("joined ASEAN"), "{text}");
    }
}

#[test]
fn the_two_readings_of_the_training_differ_in_date_and_status() {
    let report = report();
    let training = report.facts.iter().find(|fact| !fact.interpretations.is_empty()).unwrap();
    let read: Vec<_> = training
        .interpretations
        .iter()
        .map(|each| (words(each.date), words(each.status)))
        .collect();
    let wanted = [("2023-41", "scheduled"), ("-", "not-stated")];
    assert_eq!(read, wanted.map(|(date, status)| (date.to_owned(), status.to_owned())));
}

#[test]
fn what_is_known_from_elsewhere_has_a_source_of_its_own() {
    let report = report();
    assert_eq!(report.context.len(), 2);
    for fact in &report.context {
        let source = report.source_with(fact.source).unwrap();
        assert_eq!(source.role, SourceRole::Context);
        assert!(source.url.as_ref().unwrap().starts_with("https://asean.org/"));
        assert_ne!(source.outlet, report.source().outlet);
    }
}

#[test]
fn the_dataset_is_written_as_it_was_read() {
    let report = report();
    let written = serde_json::to_string(&report).unwrap();
    assert_eq!(read(&written).unwrap_or_else(|problems| panic!("{problems}")), report);
    let mut original: serde_json::Value = serde_json::from_str(TEXT).unwrap();
    original.as_object_mut().unwrap().remove("$schema");
    assert_eq!(serde_json::to_value(&report).unwrap(), original);
}

#[test]
fn the_dataset_is_valid_under_its_published_schema() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let data = serde_json::from_str(TEXT).unwrap();
    let errors: Vec<String> = validator.iter_errors(&data).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

/// A change to the bundled dataset, and what the answer must say.
struct Mistake {
    from: &'static str,
    to: &'static str,
    told: &'static [&'static str],
    /// Whether a schema can see it as well.
    by_schema: bool,
}

const fn mistake(
    from: &'static str,
    to: &'static str,
    told: &'static [&'static str],
    by_schema: bool,
) -> Mistake {
    Mistake { from, to, told, by_schema }
}

const MISTAKES: [Mistake; 12] = [
    mistake("\"paragraph\": 2,", "\"paragraph\": 12,", &["$.facts[2].quotes[0].paragraph"], false),
    mistake(
        "\"paragraph\": 2,",
        "\"paragraph\": \"2\",",
        &["$.facts[2].quotes[0].paragraph"],
        true,
    ),
    mistake("\"kind\": \"meeting\"", "\"kind\": \"party\"", &["$.facts[2].kind", "meeting"], true),
    mistake("\"2022-12\"", "\"2022-13\"", &["$.facts[5].date", "2023-41 (second half)"], true),
    mistake(
        "\"diplomacy\"\n      ]",
        "\"atlantis\"\n      ]",
        &["$.facts[12].areas[0]", "atlantis"],
        false,
    ),
    mistake(
        "\"id\": \"east-asia-vision\"",
        "\"id\": \"commitment\"",
        &["$.facts[1].id", "second time"],
        false,
    ),
    mistake(
        "\"published\": \"2023-06-08\"",
        "\"published\": \"2023-06-31\"",
        &["$.sources[0].published"],
        true,
    ),
    mistake(
        "\"url\": \"https://www.radio",
        "\"url\": \"javascript://www.radio",
        &["$.sources[0].url", "https:"],
        true,
    ),
    mistake("\"Brunei Darussalam\"", "\"Brunei \u{202e}Darussalam\"", &["$.places[0].name"], true),
    mistake("\"MYS\"\n        ]", "\"PAK\"\n        ]", &["$.facts[17].scope.places", "PAK"], true),
    mistake("\"format\": 2,", "\"format\": 3,", &["$.format", "1, which is upgraded"], true),
    mistake(
        "\"people\": [\n    {",
        "\"persons\": [],\n  \"people\": [\n    {",
        &["$.persons"],
        true,
    ),
];

#[test]
fn each_mistake_is_told_with_its_path_and_in_words() {
    for Mistake { from, to, told, .. } in MISTAKES {
        let bad = TEXT.replacen(from, to, 1);
        assert_ne!(bad, TEXT, "{from} is not in the file");
        let answer = read(&bad).expect_err(to).to_string();
        for part in told {
            assert!(answer.contains(part), "{to}: {answer}");
        }
    }
}

#[test]
fn what_the_schema_refuses_is_refused() {
    let validator = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    for Mistake { from, to, by_schema, .. } in MISTAKES {
        let bad = serde_json::from_str(&TEXT.replacen(from, to, 1)).unwrap();
        assert_eq!(!validator.is_valid(&bad), by_schema, "{to}");
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    // Three at a time, since some touch the same value: every answer names all three.
    for three in MISTAKES[2..10].chunks(3) {
        let bad =
            three.iter().fold(TEXT.to_owned(), |text, each| text.replacen(each.from, each.to, 1));
        let answer = read(&bad).unwrap_err().to_string();
        for path in three.iter().map(|each| each.told[0]) {
            assert!(answer.contains(path), "{path} is missing in {answer}");
        }
    }
}

#[test]
fn one_mistake_has_one_line() {
    let check = |from: &str, to: &str, path: &str, words: &str| {
        let bad = TEXT.replacen(from, to, 1);
        assert_ne!(bad, TEXT, "{from} is not in the file");
        let answer = read(&bad).unwrap_err().to_string();
        assert!(answer.starts_with(path) && answer.contains(words), "{answer}");
        assert_eq!(answer.lines().count(), 1, "{answer}");
    };
    // What depends on the value is not told beside it.
    check(
        "\"asean\": \"member\"",
        "\"asean\": \"partner\"",
        "$.places[0].membership.asean",
        "not-yet",
    );
    check("\"extent\": \"named\"", "\"extent\": \"states\"", "$.facts[4].scope.extent", "named");
    check("\"id\": \"asad-majeed-khan\"", "\"id\": \"Asad\"", "$.people[0].id", "“Asad”");
    check("\"code\": \"PAK\"", "\"code\": \"PKN\"", "$.partner.code", "that of Pakistan is PAK");
    check("          \"SGP\"\n", "          \"SG\"\n", "$.facts[6].scope.places[0]", "“SG”");
    // The diagnostic names the fact, so that nobody counts.
    check(
        "\"2022-12\"",
        "\"2022-13\"",
        "$.facts[5].date (fact visit-indonesia): must be",
        "2022-13",
    );
    check(
        "          \"SGP\"\n",
        "          \"SGB\"\n",
        "$.facts[6].scope.places[0] (fact",
        "did you mean SGP (Singapore)?",
    );
    check(
        "\"id\": \"visit-singapore\"",
        "\"id\": \"visit-indonesia\"",
        "$.facts[6].id",
        "“visit-indonesia” is there a second time, first at $.facts[5]",
    );
}

#[test]
fn all_states_of_the_map_are_places() {
    let mut report: serde_json::Value = serde_json::from_str(TEXT).unwrap();
    report["places"].as_array_mut().unwrap().retain(|place| place["code"] != "LAO");
    let answer = read(&report.to_string()).unwrap_err().to_string();
    let expected =
        "$.places: must have all 11 states of the map, since the page counts the members; add LAO";
    assert_eq!(answer, expected);
}

#[test]
fn a_text_that_is_not_json_is_told_where_it_stops_being_it() {
    let half: String = TEXT.chars().take(400).collect();
    let answer = read(&half).unwrap_err().to_string();
    assert!(answer.contains("line 14"), "{answer}");
}

#[test]
fn the_example_of_the_guide_is_a_report() {
    let guide = include_str!("../docs/dataset.md");
    let (_, example) = guide.split_once("```json\n").unwrap_or_default();
    let (example, _) = example.split_once("\n```").unwrap_or_default();
    let report = read(example).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(report.partner.name.value, "New Zealand");
}
