//! The evidence of a fact: the report's own words, who says them, and what the fact follows.

use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{FactId, PersonId, SourceId};

/// Words of a source, and where they stand: a `TextQuoteSelector`
/// (<https://www.w3.org/TR/annotation-model/#text-quote-selector>) in a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Quote {
    /// The source.
    pub source: SourceId,
    /// The paragraph, counted from 1 at the first of the body.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1, max = super::limits::MAX_PARAGRAPHS)))]
    pub paragraph: u16,
    /// The shortest phrase to search for in that paragraph, at most 12 words.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::quote"))]
    pub exact: String,
    /// How many characters of the text come before it: the paragraphs from the first of the body, white space collapsed to
    /// single spaces, a line feed after each. `cargo xtask verify-source --record` writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(max = u32::MAX)))]
    #[cfg_attr(reader, serde(skip))]
    pub start: Option<u32>,
    /// The words before it, where it stands in the paragraph more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::quote"))]
    pub prefix: Option<String>,
    /// The words after it, where it stands in the paragraph more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::quote"))]
    pub suffix: Option<String>,
}

/// Who says what a fact states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "PersonId", into = "PersonId")]
pub enum Speaker {
    /// A person of the file.
    Person(PersonId),
    /// Sources that the report does not name: `unnamed-sources`.
    UnnamedSources,
}

/// How a file writes [`Speaker::UnnamedSources`]; no person can have this id.
pub const UNNAMED_SOURCES: &str = "unnamed-sources";

impl From<PersonId> for Speaker {
    fn from(id: PersonId) -> Self {
        if id.as_str() == UNNAMED_SOURCES { Self::UnnamedSources } else { Self::Person(id) }
    }
}

impl From<Speaker> for PersonId {
    fn from(speaker: Speaker) -> Self {
        match speaker {
            Speaker::Person(id) => id,
            Speaker::UnnamedSources => Self::new(UNNAMED_SOURCES).unwrap_or_default(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl JsonSchema for Speaker {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Speaker".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = PersonId::json_schema(generator);
        let words = "The id of a person, or unnamed-sources.";
        schema.insert("description".to_owned(), words.into());
        schema
    }
}

/// The fact that a fact follows: an id of this file, or a fact of another atlas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Follows {
    /// A fact of this file.
    Fact(FactId),
    /// A fact of another atlas.
    Elsewhere(FactOfAtlas),
}

/// A fact of another atlas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct FactOfAtlas {
    /// The address of the atlas, `https:` only.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::link"))]
    pub atlas: String,
    /// The id of the fact there.
    pub fact: FactId,
}

impl Serialize for Follows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Fact(id) => id.serialize(serializer),
            Self::Elsewhere(fact) => fact.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Follows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FollowsVisitor;

        // As for `Text`: the error of an untagged enum would not say what was expected.
        impl<'de> Visitor<'de> for FollowsVisitor {
            type Value = Follows;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the id of a fact, or an object with atlas and fact")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Follows, E> {
                FactId::try_from(value.to_owned()).map(Follows::Fact).map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Follows, A::Error> {
                FactOfAtlas::deserialize(MapAccessDeserializer::new(map)).map(Follows::Elsewhere)
            }
        }

        deserializer.deserialize_any(FollowsVisitor)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl JsonSchema for Follows {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Follows".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (own, other) =
            (generator.subschema_for::<FactId>(), generator.subschema_for::<FactOfAtlas>());
        schemars::json_schema!({
            "description": "The id of a fact of this file, or a fact of another atlas.",
            "oneOf": [own, other]
        })
    }
}
