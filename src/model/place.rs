//! The states of Southeast Asia on the map.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{Day, PlaceCode, SourceId, Text};

/// A state on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Place {
    /// Its ISO 3166-1 alpha-3 code; also the fragment of the page's address that selects it.
    pub code: PlaceCode,
    /// The name, in ASEAN's own form.
    pub name: Text,
    /// Other names that a reader may search for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::names"))]
    pub aliases: Vec<String>,
    /// Whether, and since when, it is a member of ASEAN.
    pub membership: Membership,
}

impl Place {
    /// Returns whether it is a member of ASEAN today, as far as the file knows.
    pub fn is_member(&self) -> bool {
        self.membership.asean == AseanRole::Member
    }

    /// Returns whether it was a member on a day; without a day, whether it is one today.
    pub fn was_member(&self, day: Option<Day>) -> bool {
        let joined = self.membership.joined;
        self.is_member() && joined.zip(day).is_none_or(|(joined, day)| joined <= day)
    }
}

/// The membership of ASEAN: context, not from the report. The membership on any day is derived from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(extend(
        "if" = { "properties": { "asean": { "const": "member" } }, "required": ["asean"] },
        "then" = { "required": ["joined", "source"] },
        "else" = { "properties": { "joined": false } }
    ))
)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Membership {
    /// What the state is to ASEAN.
    pub asean: AseanRole,
    /// The day of joining, of a member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined: Option<Day>,
    /// The source of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// What a state is to ASEAN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AseanRole {
    /// A member.
    #[default]
    Member,
    /// An observer.
    Observer,
    /// Neither member nor observer.
    NotYet,
}
