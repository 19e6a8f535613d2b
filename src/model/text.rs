//! A text that a reader sees, with the language it is written in.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text in the language of its file, or a fallback in another language.
///
/// In JSON a text is a string; a fallback is an object: `{"value": "Diplomacy", "lang": "en"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    /// The text itself.
    pub value: String,
    /// The BCP 47 tag of a fallback; `None` where the text is in the language of its file.
    pub lang: Option<String>,
}

impl Text {
    /// No text.
    pub const EMPTY: Self = Self { value: String::new(), lang: None };

    /// Returns a text that stands in for a missing translation.
    pub fn fallback(value: impl Into<String>, lang: &str) -> Self {
        Self { value: value.into(), lang: Some(lang.to_owned()) }
    }

    /// Returns the text for an attribute or for plain text, where no element can carry its language.
    ///
    /// A fallback is wrapped in LRI and PDI (<https://www.unicode.org/reports/tr9/>), which keep its direction.
    pub fn isolated(&self) -> String {
        match self.lang {
            Some(_) => format!("\u{2066}{}\u{2069}", self.value),
            None => self.value.clone(),
        }
    }

    /// Returns whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }
}

impl From<&str> for Text {
    fn from(value: &str) -> Self {
        Self { value: value.to_owned(), lang: None }
    }
}

impl From<String> for Text {
    fn from(value: String) -> Self {
        Self { value, lang: None }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.value)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(lang) = &self.lang else { return serializer.serialize_str(&self.value) };
        let mut fields = serializer.serialize_struct("Text", 2)?;
        fields.serialize_field("value", &self.value)?;
        fields.serialize_field("lang", lang)?;
        fields.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        // An untagged enum would do the same, but its error names neither the value nor what was expected.
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a text")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Text, E> {
                Ok(value.into())
            }

            fn visit_string<E: Error>(self, value: String) -> Result<Text, E> {
                Ok(value.into())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let (mut value, mut lang) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "value" => value = Some(map.next_value()?),
                        "lang" => lang = Some(map.next_value()?),
                        _ => return Err(A::Error::unknown_field(&key, &["value", "lang"])),
                    }
                }
                let value = value.ok_or_else(|| A::Error::missing_field("value"))?;
                Ok(Text { value, lang: Some(lang.ok_or_else(|| A::Error::missing_field("lang"))?) })
            }
        }

        deserializer.deserialize_any(TextVisitor)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let plain = super::schema::plain_text(generator);
        schemars::json_schema!({
            "description": "A text; an object where it is a fallback in another language.",
            "oneOf": [
                plain,
                {
                    "type": "object",
                    "properties": { "value": plain, "lang": { "type": "string" } },
                    "required": ["value", "lang"],
                    "additionalProperties": false
                }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_as_they_are_read() {
        for (text, json) in [
            (Text::from("Hari ini"), "\"Hari ini\""),
            (Text::fallback("Today", "en"), r#"{"value":"Today","lang":"en"}"#),
        ] {
            assert_eq!(serde_json::to_string(&text).unwrap(), json);
            assert_eq!(serde_json::from_str::<Text>(json).unwrap(), text);
        }
    }

    #[test]
    fn a_value_that_is_no_text_is_named_in_the_error() {
        let error = |json| serde_json::from_str::<Text>(json).unwrap_err().to_string();
        assert!(error("7").starts_with("invalid type: integer `7`, expected a text"));
        assert!(error(r#"{"text":"x"}"#).contains("unknown field `text`"));
        assert!(error(r#"{"value":"x"}"#).contains("missing field `lang`"));
        assert!(error(r#"{"lang":"en"}"#).contains("missing field `value`"));
    }

    #[test]
    fn only_fallbacks_are_isolated() {
        assert_eq!(Text::from("آج").isolated(), "آج");
        assert_eq!(Text::fallback("Today", "en").isolated(), "\u{2066}Today\u{2069}");
    }
}
