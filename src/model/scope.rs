//! Whom a fact concerns, and who takes part in it.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{OrganisationId, PlaceCode};

/// Whom a fact concerns, as far as the report says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(extend("allOf" = [
        {
            "if": { "properties": { "extent": { "const": "named" } }, "required": ["extent"] },
            "then": { "required": ["places"], "properties": { "places": { "minItems": 1 } } },
            "else": { "properties": { "places": { "maxItems": 0 } } }
        },
        {
            "if": { "properties": { "extent": { "const": "unnamed" } }, "required": ["extent"] },
            "else": { "properties": { "count": false } }
        },
        {
            "if": { "properties": { "extent": { "const": "asean" } }, "required": ["extent"] },
            "then": { "properties": { "also": { "maxItems": 0 } } }
        }
    ]))
)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Scope {
    /// How far it extends.
    pub extent: Extent,
    /// The states that the report names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<PlaceCode>")
    )]
    pub places: Vec<PlaceCode>,
    /// How many states the report counts without naming them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u16>,
    /// What it concerns besides: ASEAN as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<AlsoInScope>")
    )]
    pub also: Vec<AlsoInScope>,
}

impl Scope {
    /// Returns the scope of ASEAN as a whole.
    pub fn asean() -> Self {
        Self::default()
    }

    /// Returns the scope of the states that a report names.
    pub fn named(places: Vec<PlaceCode>) -> Self {
        Self { extent: Extent::Named, places, ..Self::default() }
    }

    /// Returns whether it concerns ASEAN as a whole, alone or beside states.
    pub fn is_asean_wide(&self) -> bool {
        self.extent == Extent::Asean || self.also.contains(&AlsoInScope::Asean)
    }
}

/// How far a fact extends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Extent {
    /// To the states that the report names.
    Named,
    /// To ASEAN as a whole: no state is named.
    #[default]
    Asean,
    /// To the partner alone.
    Partner,
    /// To states that the report does not name.
    Unnamed,
}

/// What a fact concerns besides its extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AlsoInScope {
    /// ASEAN as a whole.
    Asean,
}

/// Who takes part, only as far as the report says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Participants {
    /// States on the map.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<PlaceCode>")
    )]
    pub places: Vec<PlaceCode>,
    /// Organisations of the file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<OrganisationId>")
    )]
    pub organisations: Vec<OrganisationId>,
    /// Whether the report says that there are others, without naming them.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

impl Participants {
    /// Returns whether the report names none and mentions no others.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.organisations.is_empty() && !self.open
    }
}
