//! The ids that a file gives, read ahead of all else: so a mistake in one place hides no dangling reference in
//! another.

use std::collections::BTreeSet;

use serde_json::Value;

use super::problem::Problems;

/// A list of the file to whose ids other values refer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The people.
    People,
    /// The places that are members of ASEAN.
    Members,
    /// The areas.
    Areas,
    /// The sources of context.
    ContextSources,
}

/// The ids of the lists that others refer to; `None` for a list that cannot be read.
#[derive(Debug, Default)]
pub struct Lists {
    people: Option<BTreeSet<String>>,
    members: Option<BTreeSet<String>>,
    areas: Option<BTreeSet<String>>,
    context_sources: Option<BTreeSet<String>>,
    /// The number of the report's paragraphs.
    pub paragraphs: Option<usize>,
}

impl Lists {
    /// The lists of a file; notes each id that stands twice, at its second place.
    pub fn read(file: &Value, problems: &mut Problems) -> Self {
        let mut ids = |list, key| ids(file, list, key, problems);
        ids("places", "code");
        ids("facts", "id");
        Self {
            people: ids("people", "id"),
            areas: ids("areas", "id"),
            context_sources: ids("context_sources", "id"),
            members: members(file),
            paragraphs: file.pointer("/source/paragraphs").and_then(Value::as_array).map(Vec::len),
        }
    }

    /// Whether a list lacks an id, as far as it can be read.
    pub fn lacks(&self, list: List, id: &str) -> bool {
        let ids = match list {
            List::People => &self.people,
            List::Members => &self.members,
            List::Areas => &self.areas,
            List::ContextSources => &self.context_sources,
        };
        ids.as_ref().is_some_and(|ids| !ids.contains(id))
    }
}

fn ids(file: &Value, list: &str, key: &str, problems: &mut Problems) -> Option<BTreeSet<String>> {
    let entries = file.get(list)?.as_array()?;
    let mut seen = BTreeSet::new();
    for (at, entry) in entries.iter().enumerate() {
        let Some(id) = entry.get(key).and_then(Value::as_str) else { continue };
        if !seen.insert(id.to_owned()) {
            let path = ["$.", list, "[", &at.to_string(), "].", key].concat();
            problems.add(&path, "stands there a second time; an id stands once");
        }
    }
    Some(seen)
}

fn members(file: &Value) -> Option<BTreeSet<String>> {
    let places = file.get("places")?.as_array()?;
    let is_partner =
        |place: &&Value| place.pointer("/membership/asean").is_some_and(|word| word == "partner");
    let members = places.iter().filter(|place| !is_partner(place));
    let codes = members.filter_map(|place| place.get("code")?.as_str());
    Some(codes.map(str::to_owned).collect())
}
