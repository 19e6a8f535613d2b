//! Parses JSON more strictly than serde: a key that an object has twice is a problem, and so is null.

use std::cell::RefCell;
use std::fmt;

use normal_forms::nfc;
use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::diagnostic::text_excerpt;
use super::syntax::syntax_error;
use super::{Diagnostic, Diagnostics, Problem};

/// Parses JSON; lists the keys that an object has twice and the values that are null. A `date` may be null: it is then
/// not stated.
///
/// # Errors
///
/// Where the text is not JSON.
pub fn json_value(json: &str) -> Result<(Value, Diagnostics), Diagnostic> {
    let diagnostics = RefCell::new(Diagnostics::default());
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let seed = Strict { path: "$".to_owned(), diagnostics: &diagnostics };
    let value = seed.deserialize(&mut deserializer);
    let value = value.and_then(|value| deserializer.end().map(|()| value));
    let value = value.map_err(|error| syntax_error(json, &error))?;
    Ok((value, diagnostics.into_inner()))
}

/// Reads a JSON value like `serde_json::Value`, which would keep the last of duplicate keys in silence.
///
/// Texts become Unicode's form NFC: some systems save a letter and its accent as two characters. They look the same, so
/// they are the same for the search, the quotes and the fonts.
struct Strict<'a> {
    path: String,
    diagnostics: &'a RefCell<Diagnostics>,
}

impl Strict<'_> {
    fn note(&self, path: &str, problem: Problem) {
        self.diagnostics.borrow_mut().push(Diagnostic::new(path, problem));
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(nfc(value).into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        if !self.path.ends_with(".date") {
            self.note(&self.path, Problem::Null);
        }
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        let seed = |index: usize| Strict {
            path: format!("{}[{index}]", self.path),
            diagnostics: self.diagnostics,
        };
        while let Some(entry) = entries.next_element_seed(seed(list.len()))? {
            list.push(entry);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let key = nfc(&key).into_owned();
            let path = format!("{}.{}", self.path, text_excerpt(&key));
            let seed = Strict { path: path.clone(), diagnostics: self.diagnostics };
            let value = entries.next_value_seed(seed)?;
            let problem = map.get(&key).map(|before| duplicate_key(before, &value));
            problem.into_iter().for_each(|problem| self.note(&path, problem));
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// Returns the problem of a key that an object has twice, with both values.
fn duplicate_key(before: &Value, after: &Value) -> Problem {
    let excerpt = |value: &Value| text_excerpt(&value.to_string());
    let values = (before != after).then(|| (excerpt(before), excerpt(after)));
    Problem::KeyTwice { values }
}
