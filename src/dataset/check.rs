//! What must agree between the parts of a dataset: ids, references, and what one value says of another.

use std::collections::BTreeSet;

use super::node::Findings;
use super::{Dataset, Fact, Kind, Membership, Reach};

/// Notes every doubled and every dangling id, and every value that another forbids.
pub fn references(dataset: &Dataset, findings: &Findings) {
    let checker = Checker { findings };
    checker.whole(dataset);
    let people = checker.ids("people", dataset.people.iter().map(|person| person.id));
    let places = checker.ids("places", dataset.places.iter().map(|place| place.code));
    let areas = checker.ids("areas", dataset.areas.iter().map(|area| area.id));
    checker.ids("facts", dataset.facts.iter().map(|fact| fact.id));
    let sources =
        checker.ids("context_sources", dataset.context_sources.iter().map(|source| source.id));
    let members: BTreeSet<_> = dataset
        .places
        .iter()
        .filter(|place| matches!(place.membership, Membership::Member { .. }))
        .map(|place| place.code)
        .collect();
    let members = places.map(|_| members);
    for (at, place) in dataset.places.iter().enumerate() {
        if let Membership::Member { source, .. } = place.membership {
            checker.known(&sources, source, &checker.path("places", at, ".membership.source"));
        }
    }
    for (at, fact) in dataset.context.iter().enumerate() {
        checker.known(&sources, fact.source, &checker.path("context", at, ".source"));
    }
    for (at, fact) in dataset.facts.iter().enumerate() {
        if let Some(area) = fact.area {
            checker.known(&areas, area, &checker.path("facts", at, ".area"));
        }
        for person in &fact.people {
            checker.known(&people, *person, &checker.path("facts", at, ".people"));
        }
        if let Reach::Named { places } = &fact.reach {
            for place in places {
                checker.known(&members, *place, &checker.path("facts", at, ".reach.places"));
            }
        }
        checker.fact(dataset, fact, at);
    }
}

struct Checker<'a> {
    findings: &'a Findings,
}

impl Checker<'_> {
    fn wrong(&self, path: &str, message: &str) {
        self.findings.wrong(path, message);
    }

    fn path(&self, list: &str, at: usize, rest: &str) -> String {
        let list = ["$.", list].concat();
        let place = self.findings.place(&list, at).to_string();
        [&list, "[", &place, "]", rest].concat()
    }

    fn whole(&self, dataset: &Dataset) {
        if dataset.facts.is_empty() {
            self.wrong("$.facts", "must have at least one fact");
        }
        if dataset.places.is_empty() {
            self.wrong("$.places", "must have at least one place");
        }
        if dataset.source.paragraphs.is_empty() {
            self.wrong("$.source.paragraphs", "must have at least one paragraph");
        }
        if dataset.source.retrieved < dataset.source.published {
            self.wrong("$.source.retrieved", "must not be before the day of publication");
        }
    }

    /// The ids of a list, if all its entries could be read; one that stands twice is noted at its second
    /// place.
    fn ids<T: Ord + Copy + AsRef<str>>(
        &self,
        list: &str,
        ids: impl Iterator<Item = T>,
    ) -> Option<BTreeSet<T>> {
        let mut seen = BTreeSet::new();
        for (at, id) in ids.enumerate() {
            if !seen.insert(id) {
                let message = ["is “", id.as_ref(), "” a second time; an id stands once"].concat();
                self.wrong(&self.path(list, at, ""), &message);
            }
        }
        self.findings.is_whole(&["$.", list].concat()).then_some(seen)
    }

    /// Notes an id that its list lacks; a list with entries that could not be read may have it.
    fn known<T: Ord + AsRef<str>>(&self, ids: &Option<BTreeSet<T>>, id: T, path: &str) {
        if ids.as_ref().is_some_and(|ids| !ids.contains(&id)) {
            self.wrong(
                path,
                &["names “", id.as_ref(), "”, which is not in the list it refers to"].concat(),
            );
        }
    }

    fn fact(&self, dataset: &Dataset, fact: &Fact, at: usize) {
        let wrong = |rest: &str, message: &str| self.wrong(&self.path("facts", at, rest), message);
        let paragraphs = dataset.source.paragraphs.len();
        if usize::from(fact.paragraph) > paragraphs {
            let message =
                ["must be at most ", &paragraphs.to_string(), ", the last paragraph"].concat();
            wrong(".paragraph", &message);
        }
        match (fact.kind, fact.area) {
            (Kind::Project, None) => wrong(".area", "is missing: a project belongs to an area"),
            (Kind::Project, Some(_)) | (_, None) => {}
            (_, Some(_)) => wrong(".area", "belongs to a project; this is none"),
        }
        if let Reach::Named { places } = &fact.reach {
            if places.is_empty() {
                wrong(".reach.places", "must name at least one place");
            }
            if places.iter().collect::<BTreeSet<_>>().len() < places.len() {
                wrong(".reach.places", "must name each place once");
            }
        }
        match fact.readings.as_slice() {
            [] => {}
            [_] => wrong(".readings", "must be none or at least two"),
            [own, ..] if own.date != fact.date || own.status != fact.status => {
                wrong(".readings[0]", "must have the date and the status of the fact itself");
            }
            _ => {}
        }
    }
}
