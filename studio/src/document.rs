//! What an editor works on: the text of a report and the dataset made from it, and every change to them.

mod language;
mod paragraphs;

use std::collections::BTreeSet;
use std::sync::Arc;

use partnership_atlas::model::{Diagnostics, FactId, read};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::ids::{has_letters, slug};
use crate::path::{Path, Step};
use language::likely_language;
pub use paragraphs::{hashes, paragraphs, same_paragraphs};

/// A draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The name of the report, and of its files: lower-case letters, digits and hyphens.
    pub id: String,
    /// The paragraphs of the report, white space folded; empty where a dataset was opened without its text.
    pub paragraphs: Arc<Vec<String>>,
    /// What needs no fact because the editor says so, as the coverage writes it; it is not published.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub without_fact: BTreeSet<String>,
    /// The address at which the atlas is, or will be; empty where it is not known. It is no part of the dataset.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The dataset as JSON: it may hold what is not valid yet, as it was typed.
    pub dataset: Value,
}

/// The id of a new draft.
pub const NEW_ID: &str = "my-report";

/// A change that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets a value; `None` takes it out of its object.
    Set(Path, Option<Value>),
    /// Puts a value into a list at an index; the list is made where there is none.
    Insert(Path, usize, Value),
    /// Takes the entry at an index out of a list.
    Remove(Path, usize),
    /// Replaces the paragraphs of the text.
    Text(Arc<Vec<String>>),
    /// Changes the name of the report.
    Rename(String),
    /// Changes the address of the atlas.
    Address(String),
    /// Replaces the list of what needs no fact.
    WithoutFact(BTreeSet<String>),
    /// Several changes that are undone as one.
    All(Vec<Edit>),
}

/// Where a change can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a value of the dataset.
    Value(Path),
    /// In the text.
    Text,
    /// At the name of the report.
    Name,
    /// At the address of the atlas.
    Address,
    /// In the list of the paragraphs without a fact.
    Coverage,
}

impl Edit {
    /// Returns where the change can be seen once it is made; `None` where it changes nothing. Where an entry was taken out
    /// it is the list. Of several changes it is the text, else the last in a fact, else the last.
    pub fn place(&self) -> Option<Place> {
        Some(match self {
            Self::Set(path, _) | Self::Remove(path, _) => Place::Value(path.clone()),
            Self::Insert(list, index, _) => Place::Value(list.index(*index)),
            Self::Text(_) => Place::Text,
            Self::Rename(_) => Place::Name,
            Self::Address(_) => Place::Address,
            Self::WithoutFact(_) => Place::Coverage,
            Self::All(edits) => {
                let facts = Path::of("facts");
                let rank = |place: &Place| match place {
                    Place::Text => 2,
                    Place::Value(path) if facts.contains(path) && *path != facts => 1,
                    _ => 0,
                };
                edits.iter().filter_map(Self::place).max_by_key(rank)?
            }
        })
    }
}

impl Document {
    /// Returns a draft of a text, with the places and the sources of an example. The language of the text is guessed; `own` is
    /// that of the editor.
    pub fn new(paragraphs: Vec<String>, example: &Value, own: &str) -> Self {
        let lang = likely_language(&paragraphs, own);
        let mut sources = vec![json!({
            "id": "report", "role": "report", "outlet": "", "title": "", "lang": lang,
            "paragraphs": hashes(&paragraphs),
        })];
        let places = example.get("places").cloned().unwrap_or_else(|| json!([]));
        let named: Vec<&Value> = places
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|place| place.pointer("/membership/source"))
            .collect();
        let of_states = example.get("sources").and_then(Value::as_array).into_iter().flatten();
        let of_states =
            of_states.filter(|source| source.get("id").is_some_and(|id| named.contains(&id)));
        sources.extend(of_states.cloned());
        let dataset = json!({
            "format": partnership_atlas::model::FORMAT,
            "atlas": { "title": "", "deck": "", "lang": lang },
            "partner": { "kind": "state", "name": "", "seat": { "name": "" } },
            "sources": sources,
            "places": places,
            "facts": [],
        });
        Self { id: NEW_ID.to_owned(), paragraphs: Arc::new(paragraphs), dataset, ..Self::default() }
    }

    /// Returns a draft of a dataset of format 1 or 2. It may be incomplete; what is wrong is then listed like any other
    /// problem.
    ///
    /// # Errors
    ///
    /// Where the text is no JSON object, or has keys twice.
    pub fn from_dataset(id: &str, json: &str) -> Result<Self, Diagnostics> {
        let dataset = read::open(json)?;
        Ok(Self { id: id.to_owned(), dataset, ..Self::default() })
    }

    /// Returns the entries of a list of the dataset.
    pub fn list(&self, path: &Path) -> &[Value] {
        path.get(&self.dataset).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// Returns a text of the dataset; empty where there is none. Of a fallback it is the value.
    pub fn text(&self, path: &Path) -> &str {
        text_of(path.get(&self.dataset))
    }

    /// Returns the name of an entry of a list, or its title; empty where it has neither.
    pub fn entry_name(&self, entry: &Path) -> &str {
        entry.get(&self.dataset).map_or("", name_of)
    }

    /// Returns an id for a new entry of a list that no other entry has. That of a name without Latin letters is the list:
    /// `people`, `people-2`.
    pub fn new_id(&self, list: &str, name: &str) -> String {
        let name = if list == "facts" || has_letters(name) { name } else { list };
        let ids = self.list(&Path::of(list)).iter().map(|entry| text_of(entry.get("id")));
        slug(name, &ids.collect::<Vec<_>>())
    }

    /// Returns the change of the id of an entry that follows its name while the name is typed: `people-2` becomes `anwar-ibrahim`.
    /// Nothing for other fields, for an id that an editor has made, and for one that a fact refers to.
    pub fn id_of_name(&self, field: &Path, name: &str) -> Option<Edit> {
        let [Step::Key(list), Step::Index(index), Step::Key(key)] = field.steps() else {
            return None;
        };
        if key != "name" || !["people", "organisations", "areas"].contains(&list.as_str()) {
            return None;
        }
        let entries = self.list(&Path::of(list));
        let id_of = |entry: &Value| entry.get("id").and_then(Value::as_str).map(str::to_owned);
        let own = id_of(entries.get(*index)?)?;
        let others = entries.iter().enumerate().filter(|(other, _)| other != index);
        let others: Vec<String> = others.filter_map(|(_, entry)| id_of(entry)).collect();
        let taken: Vec<&str> = others.iter().map(String::as_str).collect();
        let is_of_list = own.strip_prefix(list.as_str()).is_some_and(|number| {
            number.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit())
        });
        let is_of_name = slug(self.text(field), &taken) == own;
        let facts = self.dataset.get("facts").map(Value::to_string).unwrap_or_default();
        let is_free = !facts.contains(&format!("\"{own}\""));
        let id = Path::of(list).index(*index).key("id");
        ((is_of_list || is_of_name) && is_free && has_letters(name))
            .then(|| Edit::Set(id, Some(json!(slug(name, &taken)))))
    }

    /// Returns the name of the files: the id, or one of the title of the atlas while the draft has the id of every new draft
    /// and the title has Latin letters.
    pub fn name(&self) -> String {
        let title = self.text(&Path::of("atlas").key("title"));
        if self.id == NEW_ID && has_letters(title) { slug(title, &[]) } else { self.id.clone() }
    }

    /// Returns the name of the files that an editor has typed: as it is, or its Latin letters. Without these the name stays.
    pub fn typed_name(&self, typed: &str) -> String {
        if FactId::new(typed).is_some() {
            typed.to_owned()
        } else if has_letters(typed) {
            slug(typed, &[])
        } else {
            self.name()
        }
    }

    /// Returns the index of the report among the sources: the first with that role.
    pub fn report_source(&self) -> usize {
        let is_report = |source: &Value| source.get("role").is_some_and(|role| role == "report");
        self.list(&Path::of("sources")).iter().position(is_report).unwrap_or_default()
    }

    /// Returns whether a fact has been marked, after which the text stays as it is.
    pub fn is_frozen(&self) -> bool {
        !self.list(&Path::of("facts")).is_empty()
    }

    /// Makes a change; returns the change that undoes it. What cannot be done changes nothing.
    pub fn apply(&mut self, edit: Edit) -> Edit {
        match edit {
            Edit::Set(path, value) => self.set(path, value),
            Edit::Insert(path, index, value) => {
                if self.list(&path).is_empty() && path.get(&self.dataset).is_none() {
                    return self.set(path, Some(json!([value])));
                }
                let list = path.get_mut(&mut self.dataset).and_then(Value::as_array_mut);
                let Some(list) = list else { return Edit::All(Vec::new()) };
                let index = index.min(list.len());
                list.insert(index, value);
                Edit::Remove(path, index)
            }
            Edit::Remove(path, index) => {
                let list = path.get_mut(&mut self.dataset).and_then(Value::as_array_mut);
                match list.filter(|list| index < list.len()).map(|list| list.remove(index)) {
                    Some(value) => Edit::Insert(path, index, value),
                    None => Edit::All(Vec::new()),
                }
            }
            Edit::Text(paragraphs) => {
                Edit::Text(std::mem::replace(&mut self.paragraphs, paragraphs))
            }
            Edit::Rename(id) => Edit::Rename(std::mem::replace(&mut self.id, id)),
            Edit::Address(address) => Edit::Address(std::mem::replace(&mut self.address, address)),
            Edit::WithoutFact(hashes) => {
                Edit::WithoutFact(std::mem::replace(&mut self.without_fact, hashes))
            }
            Edit::All(edits) => {
                let mut inverse: Vec<Edit> =
                    edits.into_iter().map(|edit| self.apply(edit)).collect();
                inverse.reverse();
                Edit::All(inverse)
            }
        }
    }

    fn set(&mut self, path: Path, value: Option<Value>) -> Edit {
        let before = path.get(&self.dataset).cloned();
        // Objects that only this value needs would be left behind when it is undone: the inverse takes the outermost.
        let missing = (0..path.steps().len())
            .map(|count| path.ancestor(count))
            .find(|ancestor| ancestor.get(&self.dataset).is_none());
        match (value, path.split_last()) {
            (Some(value), _) => match path.make(&mut self.dataset) {
                Some(slot) => *slot = value,
                None => return Edit::All(Vec::new()),
            },
            (None, Some((around, Step::Key(key)))) => {
                let object =
                    around.get(&self.dataset).is_some().then(|| around.make(&mut self.dataset));
                if let Some(object) = object.flatten().and_then(Value::as_object_mut) {
                    object.remove(key);
                }
            }
            (None, _) => return Edit::All(Vec::new()),
        }
        match missing {
            Some(outermost) if before.is_none() => Edit::Set(outermost, None),
            _ => Edit::Set(path, before),
        }
    }
}

fn text_of(value: Option<&Value>) -> &str {
    let text = value.and_then(|value| value.get("value")).or(value);
    text.and_then(Value::as_str).unwrap_or_default()
}

/// Returns the name of an entry, or its title; empty where it has neither.
pub fn name_of(entry: &Value) -> &str {
    let name = text_of(entry.get("name"));
    if name.is_empty() { text_of(entry.get("title")) } else { name }
}

#[cfg(test)]
mod tests;
