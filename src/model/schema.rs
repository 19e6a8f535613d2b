//! What the JSON Schema says of texts and lists, so that an editor refuses what the build refuses.
//!
//! The rules are those of `validate`; `tests/schema.rs` and `tests/malformed/` compare the two.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::id::MAPPED_PLACES;
use super::limits::{MAX_CHARACTERS, MAX_ENTRIES, MAX_FACTS, MAX_PARAGRAPHS, MAX_QUOTE_WORDS};

/// What no text may contain: controls, line separators, marks of writing direction.
const FORBIDDEN: &str =
    r"\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF";

/// White space that a text may contain, though not alone.
const BLANKS: &str = r"\u0020\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000";

/// A text that is not blank, in one line.
pub fn plain_text(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "maxLength": MAX_CHARACTERS,
        "pattern": format!("^[^{FORBIDDEN}]*[^{FORBIDDEN}{BLANKS}][^{FORBIDDEN}]*$")
    })
}

/// A text of a few words.
pub fn quote(generator: &mut SchemaGenerator) -> Schema {
    let word = format!("[^{FORBIDDEN}{BLANKS}]+");
    let more = MAX_QUOTE_WORDS - 1;
    let mut schema = plain_text(generator);
    let pattern = format!("^[{BLANKS}]*{word}([{BLANKS}]+{word}){{0,{more}}}[{BLANKS}]*$");
    schema.insert("pattern".to_owned(), pattern.into());
    schema
}

/// An address that a link may have.
pub fn link(_: &mut SchemaGenerator) -> Schema {
    let unsafe_signs = format!(r#"{FORBIDDEN}{BLANKS}"'<>\\`{{}}|^"#);
    json_schema!({
        "type": "string",
        "maxLength": MAX_CHARACTERS,
        "pattern": format!("^https://[^{unsafe_signs}/?#@]+([/?#][^{unsafe_signs}]*)?$")
    })
}

/// A BCP 47 language tag.
pub fn language(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" })
}

/// The ISO 3166-1 alpha-3 code of any state.
pub fn country_code(_: &mut SchemaGenerator) -> Schema {
    let mut codes = rust_iso3166::ALL_ALPHA3.to_vec();
    codes.sort_unstable();
    json_schema!({ "type": "string", "enum": codes })
}

/// The states of the map, all of them.
pub fn places<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    list::<T>(generator, MAPPED_PLACES.len(), MAPPED_PLACES.len())
}

/// A date, or null where the source gives none.
pub fn date_or_null(generator: &mut SchemaGenerator) -> Schema {
    let date = generator.subschema_for::<super::FuzzyDate>();
    json_schema!({
        "description": "A date in EDTF (ISO 8601-2), as exact as the source gives it; null where it gives none.",
        "oneOf": [date, { "type": "null" }]
    })
}

/// When a source was published: a day, a month or a year, in EDTF.
pub fn publication_date(_: &mut SchemaGenerator) -> Schema {
    let day = super::day::DAY_PATTERN;
    json_schema!({
        "type": "string",
        "pattern": format!("^((19[0-9]{{2}}|20[0-9]{{2}}|2100)(-(0[1-9]|1[0-2]))?|{day})~?$"),
        "examples": ["2023-06-08", "2022-11", "1999"]
    })
}

/// A list of at least `min` and at most `max` entries.
fn list<T: JsonSchema>(generator: &mut SchemaGenerator, min: usize, max: usize) -> Schema {
    let items = generator.subschema_for::<T>();
    json_schema!({ "type": "array", "items": items, "minItems": min, "maxItems": max })
}

/// A list that may be empty.
pub fn any<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    list::<T>(generator, 0, MAX_ENTRIES)
}

/// A list with at least one entry.
pub fn some<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    list::<T>(generator, 1, MAX_ENTRIES)
}

/// A list that may be empty, in which each entry stands once.
pub fn any_unique<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = any::<T>(generator);
    schema.insert("uniqueItems".to_owned(), true.into());
    schema
}

/// The facts of a report.
pub fn facts<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    list::<T>(generator, 1, MAX_FACTS)
}

/// The paragraphs of a source.
pub fn paragraphs<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    list::<T>(generator, 0, MAX_PARAGRAPHS)
}

/// A list with no entry or at least two.
pub fn none_or_two<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = any::<T>(generator);
    let lengths = serde_json::json!([{ "maxItems": 0 }, { "minItems": 2 }]);
    schema.insert("anyOf".to_owned(), lengths);
    schema
}

/// Other names, each a text.
pub fn names(generator: &mut SchemaGenerator) -> Schema {
    let text = plain_text(generator);
    json_schema!({ "type": "array", "items": text, "maxItems": MAX_ENTRIES })
}
