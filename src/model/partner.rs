//! The partner of ASEAN that the report is about.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{PlaceCode, Text};

/// A state, a bloc or a group. The map shows it as a tile with the name of its seat, never as an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(extend(
        "if" = { "properties": { "kind": { "enum": ["bloc", "group"] } }, "required": ["kind"] },
        "then" = { "properties": { "code": false } }
    ))
)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Partner {
    /// What it is.
    pub kind: PartnerKind,
    /// The ISO 3166-1 alpha-3 code of a state.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::country_code"))]
    #[cfg_attr(reader, serde(skip))]
    pub code: Option<PlaceCode>,
    /// The name.
    pub name: Text,
    /// Other names that a reader may search for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::names"))]
    #[cfg_attr(reader, serde(skip))]
    pub aliases: Vec<String>,
    /// Where it has its seat.
    pub seat: Seat,
}

/// What a partner is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartnerKind {
    /// One state.
    #[default]
    State,
    /// An organisation of states, such as the European Union.
    Bloc,
    /// Several states or organisations without an organisation of their own.
    Group,
}

/// The seat of a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Seat {
    /// The name of a town; of a group without a seat its own name.
    pub name: Text,
}
