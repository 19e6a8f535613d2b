//! The report and the other sources.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{Day, FuzzyDate, SourceId, Text};

/// A source: enough to cite it and to verify a copy of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Source {
    /// Its id in the file.
    pub id: SourceId,
    /// What it is to the atlas. One source is the report.
    pub role: SourceRole,
    /// Who published it.
    pub outlet: Text,
    /// Its title or headline, verbatim.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::plain_text"))]
    pub title: String,
    /// Its address, `https:` only; absent where it is not on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::link"))]
    pub url: Option<String>,
    /// When it was published: a day, a month or a year; absent where it does not say.
    #[serde(skip_serializing_if = "FuzzyDate::is_not_stated")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::publication_date"))]
    pub published: FuzzyDate,
    /// The day on which the text was retrieved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(reader, serde(skip))]
    pub retrieved: Option<Day>,
    /// Its language, as a BCP 47 tag.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::language"))]
    pub lang: String,
    /// The paragraphs of its body, in order; absent where the text is not at hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::paragraphs::<Paragraph>")
    )]
    pub paragraphs: Vec<Paragraph>,
}

impl Source {
    /// The source that stands in where a file has none.
    pub const EMPTY: Self = Self {
        id: SourceId::EMPTY,
        role: SourceRole::Report,
        outlet: Text::EMPTY,
        title: String::new(),
        url: None,
        published: FuzzyDate::NotStated,
        retrieved: None,
        lang: String::new(),
        paragraphs: Vec::new(),
    };
}

/// What a source is to the atlas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceRole {
    /// The report that the facts are taken from.
    #[default]
    Report,
    /// A source of context, such as the days of joining ASEAN.
    Context,
}

/// The hash of a paragraph, which proves a text without repeating it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Paragraph {
    /// The SHA-256 of its text in UTF-8, white space collapsed to single spaces and trimmed; 64 lower-case hexadecimal digits.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
}

/// A fact from another source that helps to understand the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct ContextFact {
    /// In our own words.
    pub text: Text,
    /// When.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::date_or_null"))]
    pub date: FuzzyDate,
    /// Its source.
    pub source: SourceId,
}
