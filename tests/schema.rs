//! The JSON Schema of a report says of each value what the build says of it.

use partnership_atlas::model::read;
use serde_json::{Value, json};

const TEXT: &str = include_str!("../assets/data/pakistan-asean-2023/report.json");

/// Values that editors get wrong; `tests/malformed/` adds those that chance finds.
#[test]
fn the_schema_knows_the_forms_of_single_values() {
    let schema = include_str!("../assets/data/report.schema.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let check = |pointer: &str, new: Value, is_valid: bool| {
        let mut value: Value = serde_json::from_str(TEXT).unwrap();
        *value.pointer_mut(pointer).unwrap() = new.clone();
        assert_eq!(validator.is_valid(&value), is_valid, "the schema: {pointer} {new}");
        assert_eq!(read(&value.to_string()).is_ok(), is_valid, "the build: {pointer} {new}");
    };
    for (day, is_valid) in [
        ("2024-02-29", true),
        ("2000-02-29", true),
        ("2023-02-29", false),
        ("2100-02-29", false),
        ("2023-06-31", false),
        ("2023-13-01", false),
        ("2023-12-31", true),
        ("1899-12-31", false),
        ("2100-12-31", true),
        ("2101-01-01", false),
    ] {
        check("/facts/0/date", json!(day), is_valid);
        check("/context/0/date", json!(day), is_valid);
        check("/places/0/membership/joined", json!(day), is_valid);
    }
    let words = |count: usize| json!(vec!["word"; count].join(" "));
    check("/facts/0/quotes/0/exact", words(12), true);
    check("/facts/0/quotes/0/exact", words(13), false);
    for (text, is_valid) in [
        (" \u{A0}", false),
        ("", false),
        ("two\nlines", false),
        ("a\u{202E}b", false),
        ("\u{200F}", false),
        ("Hà Nội, «plan» – 100 %", true),
        ("می‌خواهم", true),
    ] {
        for pointer in ["/sources/0/title", "/facts/0/title", "/places/0/aliases", "/atlas/licence"]
        {
            let new = if pointer.ends_with("aliases") { json!([text]) } else { json!(text) };
            check(pointer, new, is_valid);
        }
    }
    for (url, is_valid) in [
        ("https://a.example", true),
        ("https://a.example/b?c#d@e", true),
        ("https://user@a.example/", false),
        ("https:///a", false),
        ("https://a.example/b c", false),
        ("https://a.example/<b>", false),
        ("http://a.example/", false),
    ] {
        check("/sources/0/url", json!(url), is_valid);
        check("/sources/1/url", json!(url), is_valid);
    }
    for (date, is_valid) in [
        (json!(null), true),
        (json!("1993/.."), true),
        (json!("../2025-41"), true),
        (json!("[2021..2023]"), true),
        (json!("2025-10-30/2025-11-02"), true),
        (json!("2024~"), true),
        (json!("2023-36"), true),
        (json!("2023-37"), false),
        (json!("2024?"), false),
        (json!("202X"), false),
        (json!("8 June 2023"), false),
        (json!(2023), false),
    ] {
        check("/facts/0/date", date, is_valid);
    }
    for (tag, is_valid) in [("en", true), ("zh-Hans", true), ("English", false), ("EN", false)] {
        check("/sources/0/lang", json!(tag), is_valid);
    }
    check("/sources/0/published", json!("2023-06"), true);
    check("/sources/0/published", json!("2023-41"), false);
    check("/sources/0/published", json!("2020/2023"), false);
    check("/sources/0/published", json!(null), false);
    check("/format", json!(3), false);
    check("/facts/0/quotes", json!([]), false);
    check("/facts/0/quotes/0/paragraph", json!(0), false);
    check("/facts/0/kind", json!("party"), false);
    check("/facts/12/kind", json!("framework"), true);
    check("/facts/17/scope/places", json!([]), false);
    check("/facts/17/scope/places", json!(["MYS", "MYS"]), false);
    check("/facts/17/scope", json!({ "extent": "asean", "places": ["MYS"] }), false);
    check(
        "/facts/17/scope",
        json!({ "extent": "named", "places": ["MYS"], "also": ["asean"] }),
        true,
    );
    check("/facts/17/scope", json!({ "extent": "asean", "also": ["asean"] }), false);
    check("/facts/17/scope", json!({ "extent": "unnamed", "count": 7 }), true);
    check("/facts/17/scope", json!({ "extent": "partner", "count": 7 }), false);
    check("/facts/12/audience", json!(null), false);
    check("/facts/14/interpretations", json!([]), true);
    let first: Value =
        serde_json::from_str::<Value>(TEXT).unwrap()["facts"][14]["interpretations"][0].clone();
    check("/facts/14/interpretations", json!([first]), false);
    check("/facts", json!([]), false);
    check("/sources/0/paragraphs", json!([]), true);
    check("/partner/code", json!("CHE"), true);
    check("/partner/code", json!("Swiss"), false);
    check("/partner/code", json!("CDN"), false);
    check("/partner/kind", json!("bloc"), false);
    check(
        "/places/0/membership",
        json!({ "asean": "observer", "source": "asean-member-states" }),
        true,
    );
    check(
        "/places/0/membership",
        json!({ "asean": "member", "source": "asean-member-states" }),
        false,
    );
    check("/places/0/membership", json!({ "asean": "not-yet", "joined": "1999-01-01" }), false);
}

#[test]
fn the_schema_knows_the_details_that_few_facts_have() {
    let schema = include_str!("../assets/data/report.schema.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let check = |key: &str, new: Value, is_valid: bool| {
        let mut value: Value = serde_json::from_str(TEXT).unwrap();
        value["organisations"] = json!([{ "id": "aci", "name": "ASEAN Committee in Islamabad" }]);
        value["facts"][0][key] = new.clone();
        let problems = read(&value.to_string()).err();
        assert_eq!(validator.is_valid(&value), is_valid, "the schema: {key} {new}");
        assert_eq!(problems.is_none(), is_valid, "the build: {key} {new}: {problems:?}");
    };
    check("amounts", json!([{ "value": 5_000_000, "currency": "USD" }]), true);
    check(
        "amounts",
        json!([{ "value": 3.5, "unit": "per cent", "approximate": true, "period": "2022" }]),
        true,
    );
    check("amounts", json!([{ "value": 5, "currency": "USD", "at_most": true }]), true);
    check("amounts", json!([{ "value": 5 }]), false);
    check("amounts", json!([{ "value": 5, "currency": "USD", "unit": "people" }]), false);
    check("amounts", json!([{ "value": 5, "currency": "dollar" }]), false);
    check("amounts", json!([{ "value": -5, "currency": "USD" }]), false);
    check(
        "participants",
        json!({ "places": ["MYS"], "organisations": ["aci"], "open": true }),
        true,
    );
    check("participants", json!({ "places": ["MYS", "MYS"] }), false);
    check("participants", json!({ "states": ["MYS"] }), false);
    check("said_by", json!("asad-majeed-khan"), true);
    check("said_by", json!("unnamed-sources"), true);
    check("said_by", json!("Nobody"), false);
    check("follows", json!("roundtable"), true);
    check("follows", json!({ "atlas": "https://a.example/", "fact": "plan" }), true);
    check("follows", json!({ "atlas": "http://a.example/", "fact": "plan" }), false);
    check("follows", json!({ "atlas": "https://a.example/" }), false);
    check("follows", json!(7), false);
    check("organisations", json!(["aci"]), true);
    check("date_basis", json!("derived"), true);
    check("date_basis", json!("weekday"), true);
    check("date_basis", json!("guessed"), false);
}
