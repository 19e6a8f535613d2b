//! The bundled dataset says what the report says, and no more: the table of facts, row by row.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail by a panic")]

use std::collections::BTreeSet;

use partnership_atlas::model::{Fact, Report, Scope, read};

const TEXT: &str = include_str!("../assets/data/pakistan-asean-2023.json");
const SCHEMA: &str = include_str!("../assets/data/pakistan-asean-2023.schema.json");

/// id · paragraph · kind · reach · date · status · people · not stated · readings.
const FACTS: &str = "\
commitment · 1 · statement · wide · day 2023-06-08 stated · stated · asad-majeed-khan · - · 0
east-asia-vision · 1 · statement · wide · day 2023-06-08 stated · stated · - · - · 0
roundtable · 2 · meeting · wide · day 2023-06-08 derived · held · asad-majeed-khan · attendance · 0
proactive-engagement · 3 · statement · wide · day 2023-06-08 stated · stated · - · - · 0
arf-cambodia · 4 · visit · KHM · year 2022 stated · held · bilawal-bhutto-zardari · - · 0
visit-indonesia · 4 · visit · IDN · month 2022 12 stated · held · bilawal-bhutto-zardari · - · 0
visit-singapore · 4 · visit · SGP · month 2022 12 stated · held · bilawal-bhutto-zardari · - · 0
asean-initiatives · 4 · statement · wide · not-stated · stated · - · which · 0
actions-outlined · 5 · statement · wide · day 2023-06-08 stated · stated · - · which · 0
institutional-tools · 5 · statement · wide · day 2023-06-08 stated · stated · - · - · 0
projects-briefing · 6 · statement · wide · range 2021 2023 stated · stated · - · - · 0
practical-areas · 6 · agreement · wide · not-stated · agreed · - · - · 0
diplomatic-courses · 7 · project diplomacy · wide · not-stated 2021 2023 · executed · - · states · 0
banking-training · 7 · project banking-and-finance · wide · not-stated 2021 2023 · executed · - · states · 0
cyber-training · 7 · project cyber-security · wide · half-year 2023 second stated · scheduled · - · participants · 2
business-conference · 7 · project trade-and-business · wide · half-year 2023 second stated · scheduled · - · participants · 0
members-inputs · 8 · statement · wide · day 2023-06-08 stated · stated · - · which · 0
plan-of-action · 8 · plan · MYS · year 2023 stated · shared · azhar-bin-mazlan · - · 0
sectoral-partner · 9 · status · wide · since 1993 stated · in-force · - · - · 0
arf-member · 9 · status · wide · since 2004 stated · in-force · - · - · 0";

fn report() -> Report {
    read(TEXT).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The word that a value has in the file, and the words of its parts after it.
fn words(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::String(word) => word,
        serde_json::Value::Number(number) => number.to_string(),
        serde_json::Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join(" "),
        serde_json::Value::Object(map) => {
            // The order of the file's own keys, which the parts follow in the table.
            let keys = [
                "precision",
                "date",
                "within",
                "years",
                "from",
                "to",
                "year",
                "month",
                "half",
                "basis",
            ];
            let parts = keys.iter().filter_map(|key| map.get(*key)).map(words);
            parts.collect::<Vec<_>>().join(" ")
        }
        other => panic!("{other}"),
    }
}

fn row(fact: &Fact) -> String {
    let or_none = |words: String| if words.is_empty() { "-".to_owned() } else { words };
    let area = fact.area.map(|id| format!(" {id}")).unwrap_or_default();
    let reach = match &fact.scope {
        Scope::AseanWide {} => "wide".to_owned(),
        Scope::Named { places } => words(places),
    };
    let cells = [
        words(fact.id),
        words(fact.paragraph),
        words(fact.kind) + &area,
        reach,
        words(fact.date),
        words(fact.status),
        or_none(words(&fact.people)),
        or_none(words(&fact.not_stated)),
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
fn an_anchor_is_short_and_each_fact_of_a_paragraph_has_its_own() {
    let report = report();
    for fact in &report.facts {
        let words = fact.quote.split_whitespace().count();
        assert!((1..=12).contains(&words), "{} has {words} words", fact.quote);
    }
    let anchors: BTreeSet<_> =
        report.facts.iter().map(|fact| (fact.paragraph, &fact.quote)).collect();
    assert!(anchors.len() >= 17, "{anchors:?}");
}

#[test]
fn no_fact_claims_that_a_state_attended_or_took_part() {
    for fact in report().facts {
        if let Scope::Named { places } = &fact.scope {
            assert_eq!(places.len(), 1, "{}", fact.id);
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
    let wanted = [("half-year 2023 second stated", "scheduled"), ("not-stated", "not-stated")];
    assert_eq!(read, wanted.map(|(date, status)| (date.to_owned(), status.to_owned())));
}

#[test]
fn what_is_known_from_elsewhere_has_a_source_of_its_own() {
    let report = report();
    assert_eq!(report.context.len(), 2);
    for fact in &report.context {
        let source = report.context_source(fact.source).unwrap();
        assert!(source.url.starts_with("https://asean.org/"), "{}", source.url);
        assert_ne!(source.publisher, report.source.outlet.value);
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
    mistake("\"paragraph\": 2,", "\"paragraph\": 12,", &["$.facts[2].paragraph"], false),
    mistake("\"paragraph\": 2,", "\"paragraph\": \"2\",", &["$.facts[2].paragraph"], true),
    mistake("\"kind\": \"meeting\"", "\"kind\": \"party\"", &["$.facts[2].kind", "meeting"], true),
    mistake("\"month\": 12,", "\"month\": 13,", &["$.facts[5].date.month"], true),
    mistake(
        "\"area\": \"diplomacy\"",
        "\"area\": \"atlantis\"",
        &["$.facts[12].area", "atlantis"],
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
        &["$.source.published"],
        true,
    ),
    mistake(
        "\"url\": \"https://www.radio",
        "\"url\": \"javascript://www.radio",
        &["$.source.url", "https:"],
        true,
    ),
    mistake("\"Brunei Darussalam\"", "\"Brunei \u{202e}Darussalam\"", &["$.places[0].name"], true),
    mistake(
        "\"MYS\"\n        ]",
        "\"PAK\"\n        ]",
        &["$.facts[17].reach.places", "PAK"],
        false,
    ),
    mistake("\"format\": 1,", "\"format\": 2,", &["$.format"], true),
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
fn a_text_that_is_not_json_is_told_where_it_stops_being_it() {
    let half: String = TEXT.chars().take(400).collect();
    let answer = read(&half).unwrap_err().to_string();
    assert!(answer.contains("line 11"), "{answer}");
}
