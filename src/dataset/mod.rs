//! The facts of one report, as plain data.
//!
//! A [`Dataset`] is what the bundled JSON file says once it has been read and checked: every id that one
//! part names exists in another, every number is in its range, every link is safe to print. Whoever holds a
//! `Dataset` need not ask again.

pub mod date;
pub mod fact;
pub mod id;
mod lists;
mod node;
mod parse;
pub mod problem;
pub mod source;
mod stand_in;
mod word;

pub use date::{Basis, Day, Half, When, Years};
pub use fact::{Fact, Kind, Reach, Reading, Status, Unstated};
pub use id::{AreaId, ContextSourceId, FactId, PersonId, PlaceCode};
pub use problem::{Problem, Problems};
pub use source::{
    Area, ContextFact, ContextSource, Icon, Membership, Paragraph, Person, Place, Source,
};
pub use stand_in::{STAND_IN, stand_in};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Serialize;

/// The version of the file's form that this crate reads; a file says it in `format`.
pub const FORMAT: u16 = 1;

/// One report, mapped fact by fact: the whole content of the page, without a word of the interface.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// The form of the file: [`FORMAT`].
    pub format: u16,
    /// The report that every fact is taken from.
    pub source: Source,
    /// Whom the report names.
    pub people: Vec<Person>,
    /// The states of the atlas: the members of ASEAN today, and Pakistan.
    pub places: Vec<Place>,
    /// The areas of cooperation in which the report names a project.
    pub areas: Vec<Area>,
    /// The facts, in the order of the report.
    pub facts: Vec<Fact>,
    /// Where the context facts are taken from.
    pub context_sources: Vec<ContextSource>,
    /// What is known from elsewhere; never shown as a fact of the report.
    pub context: Vec<ContextFact>,
}

impl Dataset {
    /// The fact of that id.
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The place of that code.
    pub fn place(&self, code: PlaceCode) -> Option<&Place> {
        self.places.iter().find(|place| place.code == code)
    }

    /// The area of that id.
    pub fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The person of that id.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The source of context of that id.
    pub fn context_source(&self, id: ContextSourceId) -> Option<&ContextSource> {
        self.context_sources.iter().find(|source| source.id == id)
    }
}
