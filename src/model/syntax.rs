//! A text that is not JSON: where it stops being JSON, and what is wrong there, in words.

use super::decode::position;
use super::{Diagnostic, Problem};

/// What is wrong with `\ud83d` alone.
const HALF_CHARACTER: &str =
    "half of a character stands here as \\u and four digits; write the character itself";

/// Returns the problem of a text that is not JSON.
pub fn syntax_error(json: &str, error: &serde_json::Error) -> Diagnostic {
    // The library counts bytes; editors count characters.
    let lines = json.split_inclusive('\n');
    let start: usize = lines.take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut index = (start + error.column().saturating_sub(1)).min(json.len());
    while !json.is_char_boundary(index) {
        index -= 1;
    }
    let (before, rest) = json.split_at(index);
    let (line, column) = position(before);
    let words = words(&error.to_string(), before, rest);
    Diagnostic::new("$", Problem::NotJson { line, column, words })
}

/// Returns what is wrong, from the message of the library and the text before and behind the place.
fn words(message: &str, before: &str, rest: &str) -> String {
    let found = rest.chars().next().unwrap_or_default();
    let is_after_text = before.trim_end_matches([' ', '\t']).ends_with('"');
    if message.starts_with("expected `") && is_after_text && found.is_alphabetic() {
        return "the \" before this ends the text; write \\\" for a quote inside a text".to_owned();
    }
    // The library stops before such a byte, or behind it.
    if found == '\0' || before.ends_with('\0') {
        return "a zero byte stands here, which no editor shows; write the text around it again"
            .to_owned();
    }
    if found == '<' && before.trim().is_empty() {
        return "this is a web page or XML; save the file itself, not the page that shows it"
            .to_owned();
    }
    let known = match found {
        '/' | '#' => "a comment stands here, and JSON has none; remove it",
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' => {
            "a typographic quote stands here; use \""
        }
        ',' => "a comma too many stands here; remove it",
        '\'' => "a single quote stands here; use \"",
        _ => "",
    };
    let is_in_text = message.contains("escape") || message.contains("control character");
    if !known.is_empty() && !is_in_text && !message.starts_with("trailing characters") {
        return known.to_owned();
    }
    let known = [
        ("EOF while parsing a string", "the file ends inside a text; a closing \" is missing"),
        ("EOF", "the file ends too early; a closing ] or } is missing"),
        ("trailing comma", "a comma stands before the closing bracket; remove it"),
        (
            "trailing characters",
            "the report ends before this; remove what follows, or a bracket too many",
        ),
        (
            "control character",
            "a line break or a tab stands inside a text, or a closing \" is missing",
        ),
        ("expected `,`", "a comma or a closing bracket is missing before this"),
        ("expected `:`", "a colon is missing before this"),
        ("key must be a string", "a key must be a text in \"…\""),
        (
            "invalid number",
            "a number has no zero or + before it, and a digit before and behind its point",
        ),
        ("number out of range", "the number is too large"),
        ("lone leading surrogate", HALF_CHARACTER),
        ("unexpected end of hex escape", HALF_CHARACTER),
        ("invalid unicode code point", HALF_CHARACTER),
        ("invalid escape", "a backslash stands inside a text; write \\\\"),
        ("recursion limit", "lists and objects are nested too deeply"),
        (
            "expected value",
            "a value must be a text in \"…\", a number, true, false, a list […] or an object {…}",
        ),
    ];
    let known = known.into_iter().find(|(start, _)| message.starts_with(start));
    let own = || message.split(" at line ").next().unwrap_or_default().to_owned();
    known.map_or_else(own, |(_, words)| words.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_line_and_column() {
        let check = |json: &str, place: &str, words: &str| {
            let error = serde_json::from_str::<Value>(json).unwrap_err();
            let message = syntax_error(json, &error).to_string();
            assert!(message.starts_with(&format!("$: is not JSON from {place} on: ")), "{message}");
            assert!(message.contains(words), "{json}: {message}");
        };
        check("{\n  \"a\": 1,\n}", "line 3, column 1", "comma stands before the closing bracket");
        check("[\"é\", ]", "line 1, column 7", "comma stands before the closing bracket");
        check("{\"a\": 1,, \"b\": 2}", "line 1, column 9", "a comma too many");
        check("{ // a note\n}", "line 1, column 3", "a comment");
        check("{\"a\": 1 /* a note */}", "line 1, column 9", "a comment");
        check("# a note\n{}", "line 1, column 1", "a comment");
        check("{“a”: 1}", "line 1, column 2", "typographic quote");
        check("{'a': 1}", "line 1, column 2", "single quote");
        check("{\"a\": “b”}", "line 1, column 7", "typographic quote");
        check("{\"a\": 1 \"b\": 2}", "line 1, column 9", "comma or a closing bracket is missing");
        check(
            "{\"a\": \"He said \"yes\".\"}",
            "line 1, column 17",
            "write \\\" for a quote inside",
        );
        check("{\"a\": \"The \"é\" one\"}", "line 1, column 13", "write \\\" for a quote inside");
        check("{\"a\" 1}", "line 1, column 6", "a colon is missing");
        check("{a: 1}", "line 1, column 2", "a key must be a text");
        check("{\"a\": }", "line 1, column 7", "a value must be");
        check("{\"a\": \"b", "line 1, column 8", "ends inside a text");
        check("{\"a\": [1", "line 1, column 8", "ends too early");
        check("{} {}", "line 1, column 4", "the report ends before this");
        check("{\"a\": \"b\nc\"}", "line 2, column 1", "line break");
        check("{\"a\": \"C:\\q\"}", "line 1, column 11", "backslash");
        check("{\"a\": \"b\0c\"}", "line 1, column 9", "a zero byte");
        check("{\"a\":\0 1}", "line 1, column 6", "a zero byte");
        check("{\"a\": \"\\ud83d\"}", "line 1, column 14", "half of a character");
        check("{\"a\": 01}", "line 1, column 8", "no zero or +");
        check("{\"a\": 1.}", "line 1, column 9", "a digit before and behind");
        check("{\"a\": 1e999}", "line 1, column 11", "too large");
        check("\n<!DOCTYPE html>", "line 2, column 1", "web page");
        check("{\"a\": NaN}", "line 1, column 7", "a value must be");
        check("{\r\n\"a\": 1,\r\n}", "line 3, column 1", "comma stands before the closing bracket");
        check("{\r\"a\": 1,\r}", "line 3, column 1", "comma stands before the closing bracket");
        let long = format!("{{\"a\": [{}]}}", "1,".repeat(200_000));
        check(&long, "line 1, column 400008", "comma stands before the closing bracket");
    }
}
