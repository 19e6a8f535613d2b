//! The facts of one report, as plain data.
//!
//! [`Report`] mirrors the bundled JSON file. Serde reads and writes it; [`read()`] adds the checks that an editor needs,
//! and [`validate()`] checks a report that is already in memory.

#[cfg(not(reader))]
mod advice;
pub mod amount;
pub mod area;
#[cfg(not(reader))]
mod checker;
pub mod day;
#[cfg(not(reader))]
pub mod decode;
pub mod diagnostic;
pub mod edition;
pub mod fact;
pub mod fuzzy_date;
pub mod id;
#[cfg(not(reader))]
mod known;
pub mod limits;
pub mod nearest;
#[cfg(not(reader))]
mod object;
pub mod partner;
pub mod people;
pub mod period;
pub mod place;
pub mod problem;
pub mod quote;
#[cfg(not(reader))]
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
pub mod scope;
pub mod script;
#[cfg(not(reader))]
mod serde_words;
pub mod source;
#[cfg(not(reader))]
mod strict;
#[cfg(not(reader))]
mod syntax;
pub mod text;
#[cfg(not(reader))]
mod text_rules;
#[cfg(not(reader))]
mod upgrade;
#[cfg(not(reader))]
pub mod validate;

#[cfg(not(reader))]
pub use advice::advice;
pub use amount::Amount;
pub use area::{Area, Icon, Pillar};
pub use day::Day;
pub use diagnostic::{Diagnostic, Diagnostics};
pub use edition::{Correction, Edition};
pub use fact::{Fact, FactKind, Interpretation, MissingDetail, Status};
pub use fuzzy_date::{DateBasis, FuzzyDate};
pub use id::{AreaId, FactId, OrganisationId, PersonId, PlaceCode, SourceId};
pub use partner::{Partner, PartnerKind, Seat};
pub use people::{Office, Organisation, Person};
pub use period::Period;
pub use place::{AseanRole, Membership, Place};
pub use problem::Problem;
pub use quote::{FactOfAtlas, Follows, Quote, Speaker};
#[cfg(not(reader))]
pub use read::read;
pub use scope::{AlsoInScope, Extent, Participants, Scope};
pub use script::Script;
pub use source::{ContextFact, Paragraph, Source, SourceRole};
pub use text::Text;
#[cfg(not(reader))]
pub use text_rules::link_error;
#[cfg(not(reader))]
pub use upgrade::upgrade;
#[cfg(not(reader))]
pub use validate::validate;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the file format; a file states it in `format`. Files of format 1 are read as well.
pub const FORMAT: u16 = 2;

/// One report, mapped fact by fact: the whole content of the page, without the interface's messages.
///
/// Every field has a default, so that a draft can be read. [`validate()`] lists what a complete report still needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Report {
    /// The address of the JSON Schema, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(reader, serde(skip))]
    pub schema: Option<String>,
    /// The format of the file: 2. Files of format 1 are upgraded when they are read.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = FORMAT, max = FORMAT)))]
    pub format: u16,
    /// The atlas: title, language, editor.
    pub atlas: Edition,
    /// The partner of ASEAN.
    pub partner: Partner,
    /// The report that every fact is taken from, and the sources of the context.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::some::<Source>"))]
    pub sources: Vec<Source>,
    /// The people that the report names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Person>"))]
    pub people: Vec<Person>,
    /// The organisations that the report names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Organisation>"))]
    pub organisations: Vec<Organisation>,
    /// The states of Southeast Asia on the map, all eleven.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::places::<Place>"))]
    pub places: Vec<Place>,
    /// The areas of cooperation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Area>"))]
    pub areas: Vec<Area>,
    /// The facts, in the order of the report.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::facts::<Fact>"))]
    pub facts: Vec<Fact>,
    /// Facts from other sources; never shown as facts of the report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<ContextFact>"))]
    pub context: Vec<ContextFact>,
}

/// What stands in for the report where a draft has no source.
static NO_SOURCE: Source = Source::EMPTY;

impl Report {
    /// Returns the report that the facts are taken from.
    pub fn source(&self) -> &Source {
        let is_report = |source: &&Source| source.role == SourceRole::Report;
        self.sources.iter().find(is_report).unwrap_or(&NO_SOURCE)
    }

    /// Returns the last day on which the report can have been published; `None` where it does not say.
    pub fn published(&self) -> Option<Day> {
        self.source().published.last_day()
    }

    /// Returns the fact with that id.
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// Returns the place with that code.
    pub fn place(&self, code: PlaceCode) -> Option<&Place> {
        self.places.iter().find(|place| place.code == code)
    }

    /// Returns the area with that id.
    pub fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// Returns the person with that id.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Returns the organisation with that id.
    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.id == id)
    }

    /// Returns the source with that id.
    pub fn source_with(&self, id: SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
