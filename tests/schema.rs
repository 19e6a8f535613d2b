//! The JSON Schema of a report says of each value what the build says of it.

use partnership_atlas::model::read;
use serde_json::{Value, json};

const TEXT: &str = include_str!("../assets/data/pakistan-asean-2023.json");

/// Values that editors get wrong; `tests/malformed.rs` adds those that chance finds.
#[test]
fn the_schema_knows_the_forms_of_single_values() {
    let schema = include_str!("../assets/data/pakistan-asean-2023.schema.json");
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
        check("/facts/0/date/date", json!(day), is_valid);
    }
    let words = |count: usize| json!(vec!["word"; count].join(" "));
    check("/facts/0/anchor", words(12), true);
    check("/facts/0/anchor", words(13), false);
    for (text, is_valid) in [
        (" \u{A0}", false),
        ("", false),
        ("two\nlines", false),
        ("a\u{202E}b", false),
        ("\u{200F}", false),
        ("Hà Nội, «plan» – 100 %", true),
        ("می‌خواهم", true),
    ] {
        for pointer in
            ["/source/headline", "/facts/0/title", "/places/0/aliases", "/context_sources/0/title"]
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
        check("/source/url", json!(url), is_valid);
        check("/context_sources/0/url", json!(url), is_valid);
    }
    check("/format", json!(2), false);
    check("/facts/0/paragraph", json!(0), false);
    check("/facts/0/kind", json!("project"), false);
    check("/facts/12/kind", json!("meeting"), false);
    check("/facts/17/reach/places", json!([]), false);
    check("/facts/17/reach/places", json!(["MYS", "MYS"]), false);
    check("/facts/12/audience", json!(null), false);
    check("/facts/14/readings", json!([]), true);
    let first: Value =
        serde_json::from_str::<Value>(TEXT).unwrap()["facts"][14]["readings"][0].clone();
    check("/facts/14/readings", json!([first]), false);
    check("/facts", json!([]), false);
    check("/source/paragraphs", json!([]), false);
}
