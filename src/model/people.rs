//! The people and organisations that a report names.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{Day, FuzzyDate, OrganisationId, PersonId, Text};

/// A person whom the report names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Person {
    /// Its id in the file.
    pub id: PersonId,
    /// The name, as the report spells it.
    pub name: Text,
    /// The item of Wikidata: `Q7090`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^Q[1-9][0-9]*$")))]
    #[cfg_attr(reader, serde(skip))]
    pub wikidata: Option<String>,
    /// The offices, as the report gives them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Office>"))]
    #[cfg_attr(reader, serde(skip))]
    pub offices: Vec<Office>,
}

/// An office of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Office {
    /// The title: `Foreign Secretary of Pakistan`.
    pub title: Text,
    /// The state or the organisation, where the title does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Text>,
    /// Since when.
    #[serde(skip_serializing_if = "FuzzyDate::is_not_stated")]
    pub from: FuzzyDate,
    /// Until when.
    #[serde(skip_serializing_if = "FuzzyDate::is_not_stated")]
    pub to: FuzzyDate,
    /// Whether the person only acts in the office.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub acting: bool,
}

impl Person {
    /// Returns the offices on a day: those whose time does not exclude that day, or else the first.
    pub fn offices_on(&self, day: Option<Day>) -> Vec<&Office> {
        let holds = |office: &&Office| {
            let has_begun = office.from.first_day().zip(day).is_none_or(|(from, day)| from <= day);
            let has_ended = office.to.last_day().zip(day).is_some_and(|(to, day)| to < day);
            has_begun && !has_ended
        };
        let held: Vec<&Office> = self.offices.iter().filter(holds).collect();
        if held.is_empty() { self.offices.first().into_iter().collect() } else { held }
    }
}

/// An organisation that the report names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Organisation {
    /// Its id in the file.
    pub id: OrganisationId,
    /// The name, as the report spells it.
    pub name: Text,
    /// The item of Wikidata: `Q7768`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^Q[1-9][0-9]*$")))]
    #[cfg_attr(reader, serde(skip))]
    pub wikidata: Option<String>,
}
