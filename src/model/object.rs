//! JSON as a report means it: an object is an object. Serde would also take a list of its values.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

/// A value to deserialize.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a>(pub &'a Value);

impl<'de> IntoDeserializer<'de, Error> for Json<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Json<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(value) => value.deserialize_any(visitor),
            Value::String(value) => visitor.visit_borrowed_str(value),
            Value::Array(list) => visitor.visit_seq(SeqDeserializer::new(list.iter().map(Json))),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let found = match self.0 {
            Value::Object(entries) => {
                let entries = entries.iter().map(|(key, value)| (key.as_str(), Json(value)));
                return visitor.visit_map(MapDeserializer::new(entries));
            }
            Value::Array(_) => Unexpected::Seq,
            Value::Null => Unexpected::Unit,
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::String(value) => Unexpected::Str(value),
            Value::Number(value) => match (value.as_u64(), value.as_i64()) {
                (Some(value), _) => Unexpected::Unsigned(value),
                (None, Some(value)) => Unexpected::Signed(value),
                (None, None) => Unexpected::Float(value.as_f64().unwrap_or_default()),
            },
        };
        Err(Error::invalid_type(found, &visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::{Amount, Follows, Report, Scope};

    fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, (String, String)> {
        serde_path_to_error::deserialize(Json(&value))
            .map_err(|error| (error.path().to_string(), error.inner().to_string()))
    }

    #[test]
    fn a_list_of_the_values_of_an_object_is_no_object() {
        let wrong = |found: &str| format!("invalid type: {found}, expected an object");
        let amount = read::<Amount>(json!([5, "USD"])).unwrap_err();
        assert_eq!(amount.1, wrong("sequence"));
        for (value, found) in [
            (json!([]), "sequence"),
            (json!("named"), "string \"named\""),
            (json!(5), "integer `5`"),
            (json!(-5), "integer `-5`"),
            (json!(true), "boolean `true`"),
            (Value::Null, "null"),
        ] {
            let report = read::<Report>(json!({ "facts": [{ "scope": value }] })).unwrap_err();
            assert_eq!(report, ("facts[0].scope".to_owned(), wrong(found)));
        }
    }

    #[test]
    fn values_are_read_as_they_are() {
        let amount = read::<Amount>(json!({ "value": 1.5, "unit": "roads", "at_most": true }));
        let amount = amount.unwrap();
        assert_eq!((amount.value, amount.at_most), (1.5, true));
        assert!(read::<Scope>(json!({ "extent": "unnamed", "count": 7 })).is_ok());
        let follows = json!({ "atlas": "https://example.org/", "fact": "a-road" });
        assert!(matches!(read(follows), Ok(Follows::Elsewhere(_))));
    }
}
