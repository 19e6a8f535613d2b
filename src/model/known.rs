//! The ids of a report that other values refer to, and what is wrong with a reference.

use std::collections::BTreeMap;

use super::diagnostic::text_excerpt;
use super::nearest::nearest;
use super::{Problem, Report};

/// The longest list whose ids are all named in a message.
const MAX_NAMED: usize = 12;

/// The ids of each list of a report.
pub struct Known {
    /// Of `people`.
    pub people: Ids,
    /// Of `organisations`.
    pub organisations: Ids,
    /// Of `areas`.
    pub areas: Ids,
    /// The codes of `places`.
    pub places: Ids,
    /// Of `sources`.
    pub sources: Ids,
    /// Of `facts`.
    pub facts: Ids,
}

/// The ids of a list.
pub struct Ids {
    /// The path of the list.
    list: &'static str,
    /// The ids, each with its name.
    names: BTreeMap<String, String>,
    /// Whether each entry has an id. Otherwise any reference may be to the one without.
    is_complete: bool,
}

impl Ids {
    fn new<'a, T: AsRef<str>>(
        list: &'static str,
        entries: impl Iterator<Item = (T, &'a str)>,
    ) -> Self {
        // Collecting sorts the names first, by a sort that the studio's module has nowhere else.
        let mut names = BTreeMap::new();
        names.extend(entries.map(|(id, name)| (id.as_ref().to_owned(), name.to_owned())));
        let is_complete =
            names.keys().all(|id| id.starts_with(|c: char| c.is_ascii_alphanumeric()));
        Self { list, names, is_complete }
    }

    /// Returns what is wrong with a reference to an entry, if the list has no such entry.
    pub fn error(&self, id: &str) -> Option<Problem> {
        if self.names.contains_key(id) || !self.is_complete {
            return None;
        }
        let ids = || self.names.keys().map(String::as_str);
        let close = nearest(id, ids().map(|word| (word, word))).map(|(word, _)| word);
        let hint = match close.and_then(|close| self.names.get_key_value(close)) {
            Some((close, name)) => format!("did you mean {close} ({})?", text_excerpt(name)),
            None if self.names.is_empty() => "the list is empty".to_owned(),
            None if self.names.len() <= MAX_NAMED => {
                format!("it has {}", ids().collect::<Vec<_>>().join(", "))
            }
            None => "add the entry or correct the id".to_owned(),
        };
        Some(Problem::UnknownId { id: text_excerpt(id), list: self.list, hint })
    }
}

impl Known {
    /// Returns the ids of a report.
    pub fn of(report: &Report) -> Self {
        let Report { people, organisations, areas, places, sources, facts, .. } = report;
        let people = people.iter().map(|each| (each.id, each.name.value.as_str()));
        let organisations = organisations.iter().map(|each| (each.id, each.name.value.as_str()));
        let areas = areas.iter().map(|each| (each.id, each.name.value.as_str()));
        let places = places.iter().map(|each| (each.code, each.name.value.as_str()));
        let sources = sources.iter().map(|each| (each.id, each.title.as_str()));
        let facts = facts.iter().map(|each| (each.id, each.title.value.as_str()));
        Self {
            people: Ids::new("$.people", people),
            organisations: Ids::new("$.organisations", organisations),
            areas: Ids::new("$.areas", areas),
            places: Ids::new("$.places", places),
            sources: Ids::new("$.sources", sources),
            facts: Ids::new("$.facts", facts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_id_is_answered_with_its_list_and_the_nearest_id() {
        let check = |ids: &[&str], id: &str, expected: Option<&str>| {
            let ids = Ids::new("$.areas", ids.iter().map(|id| (*id, "A name")));
            let expected =
                expected.map(|hint| format!("refers to “{id}”, which is not in $.areas; {hint}"));
            assert_eq!(ids.error(id).map(|error| error.to_string()), expected);
        };
        check(&["energy", "trade"], "trade", None);
        check(&["energy", "trade"], "enregy", Some("did you mean energy (A name)?"));
        check(&["energy", "trade"], "x", Some("it has energy, trade"));
        check(&[], "x", Some("the list is empty"));
        let many: Vec<String> = (0..13).map(|index| format!("area-{index}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        check(&many, "x", Some("add the entry or correct the id"));
        // The id of an entry is wrong, and has a diagnostic of its own.
        check(&["energy", ""], "trade", None);
    }
}
