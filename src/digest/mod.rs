//! What of the atlas travels to the live page: the words that it says, and each fact as it is searched, sorted and lit.
//!
//! The build has read the dataset and found nothing wrong with it; the page that it printed has all there is to read.
//! What comes alive needs only what it looks up, and that is here ready to be looked up, value for value, so that neither
//! the checks nor the grammar of dates travel.

mod columns;
mod facet;
mod lists;
mod making;

pub use columns::{Columns, number};
pub use facet::{Facet, Part};

use crate::dataset::{AreaId, FactId, PlaceCode};
use crate::locale::Words;

/// One report in one language, as the live page knows it. Facts are known by their place in the report, from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// What the page says itself.
    pub words: Words,
    /// The members of ASEAN, in the order of the dataset.
    pub states: Vec<State>,
    /// The ids of the areas.
    pub areas: Vec<String>,
    /// Where the projects are filed, as their cards say it (`cyber-security scheduled`), and how many are filed so.
    pub filed: Vec<(String, usize)>,
    /// The id of each fact.
    pub ids: Vec<String>,
    /// Each fact in a sentence or two.
    pub texts: Vec<String>,
    /// The phrase of the report by which each is found there.
    pub anchors: Vec<String>,
    /// The facts by their traits, in the order of [`Part::ALL`].
    pub facets: Vec<Facet>,
    /// For each value of [`Part::Reach`] whether it names its states (`named MYS`) or covers them (`wide BRN IDN`).
    pub reached: Vec<String>,
}

/// A member of ASEAN as the map and its line tell of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Its ISO 3166-1 alpha-3 code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The word for how the report speaks of it: `named`, `member`, `later`.
    pub tier: String,
    /// The same as the legend has it: `Named in the report`.
    pub line: String,
}

/// What [`Digest::reached`] begins with where the states are named.
const NAMED: &str = "named";

impl Digest {
    /// The facts by one of their traits; without a value where there is no such facet.
    pub fn facet(&self, part: Part) -> &Facet {
        const NONE: &Facet = &Facet { values: Vec::new(), stated: 0, of: Vec::new() };
        self.facets.get(part as usize).unwrap_or(NONE)
    }

    /// The place of the fact with that id.
    pub fn fact(&self, id: FactId) -> Option<usize> {
        self.ids.iter().position(|known| known == id.as_str())
    }

    /// Whether there is an area with that id.
    pub fn has_area(&self, id: AreaId) -> bool {
        self.areas.iter().any(|known| known == id.as_str())
    }

    /// The member with that code.
    pub fn state(&self, code: PlaceCode) -> Option<&State> {
        self.states.iter().find(|state| state.code == code.as_str())
    }

    /// How a fact reaches its states, and their codes.
    fn reached(&self, fact: usize) -> impl Iterator<Item = &str> {
        let reach = self.facet(Part::Reach).place(fact);
        reach.and_then(|reach| self.reached.get(reach)).map_or("", String::as_str).split(' ')
    }

    /// How many states a fact reaches.
    pub fn count_reached(&self, fact: usize) -> usize {
        self.reached(fact).skip(1).count()
    }

    /// Whether a fact reaches a state.
    pub fn reaches(&self, fact: usize, code: &str) -> bool {
        self.reached(fact).skip(1).any(|reached| reached == code)
    }

    /// Whether a fact names the states that it reaches.
    pub fn names_its_states(&self, fact: usize) -> bool {
        self.reached(fact).next() == Some(NAMED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    fn fact(digest: &Digest, id: &str) -> usize {
        digest.fact(FactId::new(id).unwrap()).unwrap()
    }

    #[test]
    fn a_place_that_is_not_there_has_nothing() {
        let digest = atlas::bundled().digest;
        assert_eq!(digest.count_reached(99), 0);
        assert!(!digest.reaches(99, "MYS") && !digest.names_its_states(99));
        assert_eq!(digest.facet(Part::Date).value(99), "");
        assert_eq!(Digest::default().facet(Part::Reach).value(0), "");
    }

    #[test]
    fn a_fact_reaches_whom_it_names_or_else_the_members_of_that_day() {
        let digest = atlas::bundled().digest;
        let plan = fact(&digest, "plan-of-action");
        assert!(digest.reaches(plan, "MYS") && digest.names_its_states(plan));
        assert_eq!(digest.count_reached(plan), 1);
        let roundtable = fact(&digest, "roundtable");
        assert!(digest.reaches(roundtable, "MYS") && !digest.names_its_states(roundtable));
        assert!(!digest.reaches(roundtable, "TLS"), "it was no member");
        assert_eq!(digest.count_reached(roundtable), 10);
    }
}
