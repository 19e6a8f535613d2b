//! The facts of the report.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{AreaId, FactId, FuzzyDate, PersonId, PlaceCode, Text};

/// One statement of the report, in our own words, with its place in the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(extend(
        "if" = { "properties": { "kind": { "const": "project" } }, "required": ["kind"] },
        "then" = { "required": ["area"] },
        "else" = { "properties": { "area": false } }
    ))
)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Fact {
    /// Its id in the file and in the page's address.
    pub id: FactId,
    /// The paragraph of the report in which it stands, counted from 1 at the first of the body.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1, max = super::validate::MAX_PARAGRAPHS)))]
    pub paragraph: u16,
    /// The shortest phrase to search for in that paragraph, at most 12 words.
    #[serde(rename = "anchor")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::quote"))]
    pub quote: String,
    /// The kind of fact.
    pub kind: FactKind,
    /// The area of cooperation, for a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// The fact in a few words, without a full stop.
    pub title: Text,
    /// The fact in one or two sentences, saying no more than the report.
    pub text: Text,
    /// For whom, where the report says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Text>,
    /// Whom it concerns.
    #[serde(rename = "reach")]
    pub scope: Scope,
    /// When.
    pub date: FuzzyDate,
    /// How far it had come when the report was written.
    pub status: Status,
    /// Whom the report names in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<PersonId>"))]
    pub people: Vec<PersonId>,
    /// Details that a reader would ask for and the report does not state, besides date and status.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any::<MissingDetail>")
    )]
    pub not_stated: Vec<MissingDetail>,
    /// Other names of what it mentions, that a reader may search for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::names"))]
    pub aliases: Vec<String>,
    /// The interpretations of an ambiguous passage; the first has the fact's own date and status.
    #[serde(rename = "readings", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::none_or_two::<Interpretation>")
    )]
    pub interpretations: Vec<Interpretation>,
}

/// A kind of fact.
#[derive(
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Debug,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FactKind {
    /// Something said.
    #[default]
    Statement,
    /// A meeting.
    Meeting,
    /// A visit, or taking part in something abroad.
    Visit,
    /// A project of cooperation; it belongs to an area.
    Project,
    /// Something agreed.
    Agreement,
    /// A plan.
    Plan,
    /// A status that lasts: partner of, member of.
    Status,
}

/// Whom a fact concerns, as far as the report says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ScopeFields", into = "ScopeFields")]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(!try_from, !into, tag = "extent", rename_all = "kebab-case", deny_unknown_fields)
)]
pub enum Scope {
    /// ASEAN as a whole: no country is named.
    AseanWide {},
    /// The countries that the report names.
    Named {
        /// At least one member of ASEAN.
        #[cfg_attr(
            not(target_arch = "wasm32"),
            schemars(schema_with = "schema::some_unique::<PlaceCode>")
        )]
        places: Vec<PlaceCode>,
    },
}

/// The keys of a scope in a file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
struct ScopeFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    extent: Option<Extent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<Vec<PlaceCode>>,
}

/// The values of `extent`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Extent {
    AseanWide,
    Named,
}

impl TryFrom<ScopeFields> for Scope {
    type Error = &'static str;

    fn try_from(ScopeFields { extent, places }: ScopeFields) -> Result<Self, &'static str> {
        match (extent, places) {
            (None, _) => Err("extent is missing"),
            (Some(Extent::Named), Some(places)) => Ok(Self::Named { places }),
            (Some(Extent::Named), None) => Err("places is missing"),
            (Some(Extent::AseanWide), None) => Ok(Self::AseanWide {}),
            (Some(Extent::AseanWide), Some(_)) => {
                Err("places belongs to a fact that names places; this one is ASEAN-wide")
            }
        }
    }
}

impl From<Scope> for ScopeFields {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::AseanWide {} => Self { extent: Some(Extent::AseanWide), places: None },
            Scope::Named { places } => Self { extent: Some(Extent::Named), places: Some(places) },
        }
    }
}

impl Default for Scope {
    fn default() -> Self {
        Self::AseanWide {}
    }
}

/// How far a fact had come on the day of the report.
#[derive(
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Debug,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Status {
    /// It was said.
    #[default]
    Stated,
    /// It took place.
    Held,
    /// The two sides agreed on it.
    Agreed,
    /// It had been carried out.
    Executed,
    /// It was to come.
    Scheduled,
    /// It was put before the others.
    Shared,
    /// It held then.
    InForce,
    /// The report does not say.
    NotStated,
}

/// A detail that a reader would ask for and the report does not state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MissingDetail {
    /// Who attended.
    Attendance,
    /// Which ones are meant.
    Which,
    /// Which states took part.
    States,
    /// Who took part, persons or states.
    Participants,
}

/// One of several interpretations of a passage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Interpretation {
    /// What the passage says in this interpretation.
    pub text: Text,
    /// The date in this interpretation.
    pub date: FuzzyDate,
    /// The status in this interpretation.
    pub status: Status,
}
