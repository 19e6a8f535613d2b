//! Where the facts come from, and what they speak of.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Serialize;

use super::{AreaId, ContextSourceId, Day, PersonId, PlaceCode};

/// The report: enough to cite it and to prove that a text is the same text.
#[derive(Clone, Default, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who published it.
    pub outlet: String,
    /// Its headline, to the letter.
    pub headline: String,
    /// The day it bears.
    pub published: Day,
    /// The day on which the copy that was read was taken from the site.
    pub retrieved: Day,
    /// Where it stands, `https:` only.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^https://")))]
    pub url: String,
    /// The paragraphs of its body, in order.
    pub paragraphs: Vec<Paragraph>,
}

/// What proves a paragraph without repeating it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// The SHA-256 of its text with every run of white space folded to one space and none at the ends, in
    /// UTF-8; 64 lower-case hexadecimal digits.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
}

/// Somebody whom the report names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Its name in the file.
    pub id: PersonId,
    /// The name, as the report spells it.
    pub name: String,
    /// The office, as the report gives it.
    pub office: String,
}

/// A state of the atlas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its code, and its name in the page's address.
    pub code: PlaceCode,
    /// The name, in ASEAN's own form.
    pub name: String,
    /// What else a reader may search for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub aliases: Vec<String>,
    /// Whether, and since when, it is a member of ASEAN.
    pub membership: Membership,
}

/// A state's membership of ASEAN: context, not from the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(tag = "asean", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Membership {
    /// A member.
    Member {
        /// The day of joining.
        joined: Day,
        /// Where that day is taken from.
        source: ContextSourceId,
    },
    /// Not a member: Pakistan.
    Partner {},
}

/// An area of cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its name in the file and in the page's address.
    pub id: AreaId,
    /// The name.
    pub name: String,
    /// The picture on its card.
    pub icon: Icon,
}

/// A picture for an area.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Icon {
    /// A house with a door.
    #[default]
    House,
    /// A front with columns.
    Columns,
    /// A shield.
    Shield,
    /// A rising line.
    Chart,
}

/// A source other than the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContextSource {
    /// Its name in the file.
    pub id: ContextSourceId,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Where it stands, `https:` only.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^https://")))]
    pub url: String,
}

/// Something known from elsewhere that helps to read a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContextFact {
    /// In our own words.
    pub text: String,
    /// The day.
    pub date: Day,
    /// Where it is taken from.
    pub source: ContextSourceId,
}
