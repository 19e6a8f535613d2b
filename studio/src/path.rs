//! Where a value stands in a dataset.

use std::fmt;

use serde_json::{Map, Value};

/// The path of a value, written as diagnostics write it: `$.facts[3].title`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(Vec<Step>);

/// A step into an object or a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A key of an object.
    Key(String),
    /// An index of a list, from 0.
    Index(usize),
}

impl Path {
    /// Returns the path of the whole dataset.
    pub fn root() -> Self {
        Self::default()
    }

    /// Returns the path of a key of the dataset: `$.facts`.
    pub fn of(key: &str) -> Self {
        Self::root().key(key)
    }

    /// Returns the path of a key of this object.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// Returns the path of an entry of this list.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }

    /// Returns the steps from the root.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Returns the path of the object or the list around it, and the last step; `None` for the root.
    pub fn split_last(&self) -> Option<(Self, &Step)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last))
    }

    /// Returns the path of the value after `count` more steps from the root than none: 0 is the first key.
    #[must_use]
    pub fn ancestor(&self, count: usize) -> Self {
        Self(self.0.iter().take(count + 1).cloned().collect())
    }

    /// Reads a path as diagnostics write it; `None` where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut steps = Vec::new();
        for part in text.strip_prefix('$')?.split('.') {
            let (key, indices) = part.split_once('[').map_or((part, ""), |(key, rest)| (key, rest));
            if !key.is_empty() {
                steps.push(Step::Key(key.to_owned()));
            }
            for index in indices.split('[').filter(|index| !index.is_empty()) {
                steps.push(Step::Index(index.strip_suffix(']')?.parse().ok()?));
            }
        }
        Some(Self(steps))
    }

    /// Returns whether it is this path, or that of a value inside.
    pub fn contains(&self, inner: &Self) -> bool {
        inner.0.starts_with(&self.0)
    }

    /// Returns the value at the path.
    pub fn get<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(root, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.get(index),
        })
    }

    /// Returns the value at the path for a change.
    pub fn get_mut<'v>(&self, root: &'v mut Value) -> Option<&'v mut Value> {
        self.0.iter().try_fold(root, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Index(index) => value.get_mut(index),
        })
    }

    /// Returns the value at the path for a change, and makes the objects on the way there; `None` where another value
    /// stands in the way.
    pub fn make<'v>(&self, root: &'v mut Value) -> Option<&'v mut Value> {
        if !self.can_be_made(root) {
            return None;
        }
        self.0.iter().try_fold(root, |value, step| match step {
            Step::Key(key) => {
                if value.is_null() {
                    *value = Value::Object(Map::new());
                }
                Some(value.as_object_mut()?.entry(key.clone()).or_insert(Value::Null))
            }
            Step::Index(index) => value.get_mut(index),
        })
    }

    /// Returns whether every list on the way has its entry, and nothing but objects stands elsewhere.
    fn can_be_made(&self, root: &Value) -> bool {
        let mut value = root;
        for step in &self.0 {
            value = match step {
                Step::Key(key) if value.is_object() || value.is_null() => {
                    value.get(key).unwrap_or(&Value::Null)
                }
                Step::Index(index) => match value.get(index) {
                    Some(entry) => entry,
                    None => return false,
                },
                Step::Key(_) => return false,
            };
        }
        true
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("$")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Key(key) => write!(out, ".{key}"),
            Step::Index(index) => write!(out, "[{index}]"),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_path_is_read_as_it_is_written() {
        for text in ["$", "$.facts", "$.facts[3].title", "$.facts[0].quotes[12].exact"] {
            assert_eq!(Path::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "facts", "$.facts[x]", "$.facts[1"] {
            assert_eq!(Path::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_path_leads_to_its_value() {
        let mut value = json!({ "facts": [{ "title": "A road" }] });
        let title = Path::of("facts").index(0).key("title");
        assert_eq!(title.get(&value), Some(&json!("A road")));
        assert_eq!(Path::of("facts").index(1).get(&value), None);
        *Path::of("partner").key("seat").key("name").make(&mut value).unwrap() = json!("Oslo");
        assert_eq!(value["partner"]["seat"]["name"], json!("Oslo"));
        assert_eq!(title.key("lang").make(&mut value), None);
    }
}
