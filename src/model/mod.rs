//! The facts of one report, as plain data.
//!
//! [`Report`] mirrors the bundled JSON file. Serde reads and writes it; [`read()`] adds the checks that an editor needs,
//! and [`validate()`] checks a report that is already in memory.

pub mod day;
#[cfg(not(target_arch = "wasm32"))]
pub mod decode;
pub mod diagnostic;
pub mod fact;
pub mod fuzzy_date;
pub mod id;
#[cfg(not(target_arch = "wasm32"))]
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
pub mod source;
#[cfg(not(target_arch = "wasm32"))]
mod syntax;
pub mod text;
pub mod trusted;
pub mod validate;

pub use day::Day;
pub use diagnostic::{Diagnostic, Diagnostics};
pub use fact::{Fact, FactKind, Interpretation, MissingDetail, Scope, Status};
pub use fuzzy_date::{DateBasis, FuzzyDate, Half, Years};
pub use id::{AreaId, ContextSourceId, FactId, PersonId, PlaceCode};
#[cfg(not(target_arch = "wasm32"))]
pub use read::read;
pub use source::{
    Area, ContextFact, ContextSource, Icon, Membership, Paragraph, Person, Place, Source,
};
pub use text::Text;
pub use validate::validate;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the file format that this crate reads; a file states it in `format`.
pub const FORMAT: u16 = 1;

/// One report, mapped fact by fact: the whole content of the page, without the interface's messages.
///
/// Every field has a default, so that a draft can be read. [`validate()`] lists what a complete report still needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Report {
    /// The address of the JSON Schema, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of the file: [`FORMAT`].
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = FORMAT, max = FORMAT)))]
    pub format: u16,
    /// The report that every fact is taken from.
    pub source: Source,
    /// The people that the report names.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Person>"))]
    pub people: Vec<Person>,
    /// The members of ASEAN today, and the partner.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::some::<Place>"))]
    pub places: Vec<Place>,
    /// The areas of cooperation in which the report names a project.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Area>"))]
    pub areas: Vec<Area>,
    /// The facts, in the order of the report.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::facts::<Fact>"))]
    pub facts: Vec<Fact>,
    /// The sources of the context facts.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any::<ContextSource>")
    )]
    pub context_sources: Vec<ContextSource>,
    /// Facts from other sources; never shown as facts of the report.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<ContextFact>"))]
    pub context: Vec<ContextFact>,
}

impl Report {
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

    /// Returns the context source with that id.
    pub fn context_source(&self, id: ContextSourceId) -> Option<&ContextSource> {
        self.context_sources.iter().find(|source| source.id == id)
    }
}
