//! The errors of serde in the words of JSON: a text, a list, an object.

use super::diagnostic::{is_invisible, text_excerpt};

/// Returns an error of serde in words that an editor knows, short and without invisible characters.
pub fn plain_words(message: &str) -> String {
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
