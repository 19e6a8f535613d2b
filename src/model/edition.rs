//! The atlas itself: its title, its language, its editor, and what was corrected.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{Day, Text};

/// What an editor says of the atlas, as opposed to the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Edition {
    /// The title, such as “Pakistan and ASEAN”.
    pub title: Text,
    /// What the report is about, in one or two sentences.
    pub deck: Text,
    /// The language of the texts of this file, as a BCP 47 tag: `en`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::language"))]
    pub lang: String,
    /// Who made the atlas.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(reader, serde(skip))]
    pub editor: Option<Text>,
    /// The licence of the texts of this file, as an SPDX identifier: `CC-BY-4.0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::plain_text"))]
    #[cfg_attr(reader, serde(skip))]
    pub licence: Option<String>,
    /// The version of the atlas: `1.0.0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::plain_text"))]
    #[cfg_attr(reader, serde(skip))]
    pub version: Option<String>,
    /// The day on which this version of the atlas was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(reader, serde(skip))]
    pub published: Option<Day>,
    /// What was corrected, the latest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Correction>"))]
    #[cfg_attr(reader, serde(skip))]
    pub corrections: Vec<Correction>,
}

/// A correction of the atlas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Correction {
    /// The day of the correction.
    pub date: Day,
    /// The mistake and its correction.
    pub text: Text,
}
