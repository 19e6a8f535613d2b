//! The errors of serde in the words of JSON: a text, a list, an object; and what they want.

use super::Problem;
use super::diagnostic::{is_invisible, text_excerpt};
use super::problem::Wanted;

/// Returns an error of serde as the problem of a value.
pub fn unfit(message: &str) -> Problem {
    Problem::Unfit(wanted(message), plain_words(message))
}

/// Returns what an error of serde wants. Those of our own types begin as their `Display` does.
fn wanted(message: &str) -> Wanted {
    let own = [
        ("must be a date ", Wanted::Date),
        ("must be a day ", Wanted::Day),
        ("must be lower-case letters ", Wanted::Id),
        ("must be an ISO 3166-1 ", Wanted::PlaceCode),
        ("missing field ", Wanted::Key),
        ("unknown variant ", Wanted::Choice),
    ];
    if let Some((_, wanted)) = own.into_iter().find(|(start, _)| message.starts_with(start)) {
        return wanted;
    }
    if let Some(rest) = message.strip_prefix("unknown field `") {
        return Wanted::NoKey(text_excerpt(rest.split('`').next().unwrap_or_default()));
    }
    match message.rsplit_once(", expected ").map_or("", |(_, expected)| expected) {
        "a string" | "a borrowed string" | "a text" => Wanted::Text,
        "a boolean" => Wanted::Boolean,
        "f64" => Wanted::Number,
        "u8" => Wanted::Whole(u8::MAX.into()),
        "u16" => Wanted::Whole(u16::MAX.into()),
        "u32" => Wanted::Whole(u32::MAX),
        // What serde expects of a choice that is no text.
        "string or map" | "map with a single key" => Wanted::Choice,
        expected if expected.starts_with("the id of a fact") => Wanted::Choice,
        _ => Wanted::Structure,
    }
}

/// Returns an error of serde in words that an editor knows, short and without invisible characters.
fn plain_words(message: &str) -> String {
    const ENDS: usize = 140;
    let is_type = |message: &str| {
        message.starts_with("invalid type: ") || message.starts_with("invalid value: ")
    };
    let plain = match message.rsplit_once(", expected ") {
        Some((before, expected)) if is_type(before) => {
            let found = before.split_once(": ").map_or(before, |(_, found)| found);
            format!("must be {}, but is {}", expected_words(expected), found_words(found))
        }
        _ => message.to_owned(),
    };
    let visible: Vec<char> = plain.chars().filter(|c| !is_invisible(*c)).collect();
    if visible.len() <= 2 * ENDS {
        return visible.into_iter().collect();
    }
    // What was expected stands at the end.
    let (start, end) = (visible.iter().take(ENDS), visible.iter().skip(visible.len() - ENDS));
    start.chain(&['…']).chain(end).collect()
}

/// Returns what serde expects.
fn expected_words(expected: &str) -> &str {
    match expected {
        "a string" | "a borrowed string" | "string or map" | "a text" => "a text in \"…\"",
        "a sequence" => "a list […]",
        "a map" | "an object" => "an object {…}",
        "a boolean" => "true or false",
        "f64" => "a number",
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" => "a whole number from 0 to 4294967295",
        other => other,
    }
}

/// Returns what serde found.
fn found_words(found: &str) -> String {
    let quoted = |mark: char| {
        let inner = found.split_once(mark).map(|(_, rest)| rest.strip_suffix(mark).unwrap_or(rest));
        text_excerpt(inner.unwrap_or_default())
    };
    match found.split([' ', '`', '"']).next().unwrap_or_default() {
        "string" => format!("the text “{}”", quoted('"')),
        "integer" | "floating" => format!("the number {}", quoted('`')),
        "boolean" => quoted('`'),
        "sequence" => "a list".to_owned(),
        "map" => "an object".to_owned(),
        "null" | "unit" => "null".to_owned(),
        _ => found.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    use super::*;
    use crate::model::{Day, FactId, FuzzyDate, PlaceCode, Quote, Status, Text};

    #[test]
    fn what_is_wanted_is_known() {
        fn check<T: DeserializeOwned>(value: Value, expected: Wanted) {
            let error = serde_json::from_value::<T>(value).err().unwrap().to_string();
            assert_eq!(wanted(&error), expected, "{error}");
        }
        check::<FuzzyDate>(json!("next year"), Wanted::Date);
        check::<FuzzyDate>(json!(5), Wanted::Text);
        check::<Day>(json!("next year"), Wanted::Day);
        check::<FactId>(json!("A Fact"), Wanted::Id);
        check::<PlaceCode>(json!("Mys"), Wanted::PlaceCode);
        check::<Status>(json!("done"), Wanted::Choice);
        check::<Status>(json!(5), Wanted::Choice);
        check::<Status>(json!({}), Wanted::Choice);
        check::<crate::model::Follows>(json!(5), Wanted::Choice);
        check::<Text>(json!(5), Wanted::Text);
        check::<Text>(json!({}), Wanted::Key);
        check::<Quote>(json!({ "colour": 5 }), Wanted::NoKey("colour".to_owned()));
        check::<Quote>(json!({ "paragraph": "five" }), Wanted::Whole(65_535));
        check::<Quote>(json!({ "start": -1 }), Wanted::Whole(u32::MAX));
        check::<Quote>(json!(5), Wanted::Structure);
        check::<f64>(json!("five"), Wanted::Number);
        check::<bool>(json!("yes"), Wanted::Boolean);
        check::<Vec<u8>>(json!("five"), Wanted::Structure);
    }

    #[test]
    fn types_are_named_as_in_json() {
        fn check<T: DeserializeOwned>(value: Value, expected: &str) {
            let error = serde_json::from_value::<T>(value).err().unwrap().to_string();
            assert_eq!(plain_words(&error), expected);
        }
        check::<String>(json!(5), "must be a text in \"…\", but is the number 5");
        check::<String>(json!(["a"]), "must be a text in \"…\", but is a list");
        check::<Vec<u8>>(json!({}), "must be a list […], but is an object");
        check::<Vec<u8>>(
            json!("a, expected b"),
            "must be a list […], but is the text “a, expected b”",
        );
        check::<bool>(json!("true"), "must be true or false, but is the text “true”");
        check::<f64>(json!(true), "must be a number, but is true");
        check::<u16>(json!(-1), "must be a whole number from 0 to 65535, but is the number -1");
        check::<u16>(json!(2.5), "must be a whole number from 0 to 65535, but is the number 2.5");
        check::<String>(json!(null), "must be a text in \"…\", but is null");
    }
}
