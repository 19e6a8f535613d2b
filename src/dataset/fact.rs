//! What the report states, one fact at a time.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Serialize;

use super::{AreaId, FactId, PersonId, PlaceCode, When};

/// One statement of the report, in our own words, with the place in the report where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name in the file and in the page's address.
    pub id: FactId,
    /// The paragraph of the report in which it stands, counted from 1 at the first of the body.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1)))]
    pub paragraph: u8,
    /// A phrase of that paragraph to search for, 12 words at most.
    pub anchor: String,
    /// What sort of fact it is.
    pub kind: Kind,
    /// The area of cooperation, for a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// The fact in a few words, without a full stop.
    pub title: String,
    /// The fact in one or two sentences, saying no more than the report.
    pub text: String,
    /// For whom, where the report says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// Whom it concerns.
    pub reach: Reach,
    /// When.
    pub date: When,
    /// How far it had come when the report was written.
    pub status: Status,
    /// Whom the report names in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub people: Vec<PersonId>,
    /// What a reader would ask and the report does not say, dates and statuses aside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub not_stated: Vec<Unstated>,
    /// The ways in which the passage can be read, where there are several; the first is the fact's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub readings: Vec<Reading>,
}

/// A sort of fact.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(tag = "extent", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Reach {
    /// ASEAN as a whole: no state is named.
    AseanWide {},
    /// The states that the report names.
    Named {
        /// At least one.
        places: Vec<PlaceCode>,
    },
}

/// How far a fact had come on the day of the report.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
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

/// Something that a reader would ask and the report does not say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unstated {
    /// Who attended.
    Attendance,
    /// Which ones are meant.
    Which,
    /// Which states took part.
    States,
    /// Who took part, persons or states.
    Participants,
}

/// One of several ways to read a passage.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What this reading takes the passage to say.
    pub text: String,
    /// When, read so.
    pub date: When,
    /// How far it had come, read so.
    pub status: Status,
}
