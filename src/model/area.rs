//! The areas of cooperation.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::{AreaId, Text};

/// An area of cooperation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Area {
    /// Its id in the file and in the page's address.
    pub id: AreaId,
    /// The name.
    pub name: Text,
    /// The picture on its cards.
    pub icon: Icon,
    /// The pillar of the ASEAN Community to which it belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pillar: Option<Pillar>,
}

/// A picture for an area.
#[derive(
    Clone, Copy, Default, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, IntoStaticStr,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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
    /// An open book.
    Book,
    /// A leaf.
    Leaf,
    /// Two people.
    People,
    /// A globe.
    Globe,
}

/// A pillar of the ASEAN Community (<https://asean.org/our-communities/>).
#[derive(
    Clone,
    Copy,
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
pub enum Pillar {
    /// The Political-Security Community.
    PoliticalSecurity,
    /// The Economic Community.
    Economic,
    /// The Socio-Cultural Community.
    SocioCultural,
}
