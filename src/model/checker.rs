//! The checks that every list, id, text and link of a report needs.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::diagnostic::text_excerpt;
use super::known::Ids;
use super::limits::MAX_ENTRIES;
use super::text_rules::{language_error, link_error, text_error};
use super::{Diagnostic, Problem, Text};

/// What has been found wrong, in the order of the file. Each check takes the JSON path of its value.
#[derive(Debug, Default)]
pub struct Checker {
    /// The problems.
    pub found: Vec<Diagnostic>,
}

impl Checker {
    /// Notes a problem.
    pub fn add(&mut self, path: impl Into<String>, problem: Problem) {
        self.found.push(Diagnostic::new(path, problem));
    }

    /// Checks the other names of something.
    pub fn aliases(&mut self, path: &str, aliases: &[String]) {
        self.length(&format!("{path}.aliases"), aliases.len(), 0, MAX_ENTRIES);
        for (index, alias) in aliases.iter().enumerate() {
            self.plain_text(&format!("{path}.aliases[{index}]"), alias);
        }
    }

    /// Checks the length of a list and that each id stands once.
    pub fn list<T: Ord + Copy + AsRef<str>>(
        &mut self,
        path: &str,
        key: &str,
        ids: impl ExactSizeIterator<Item = T>,
        min: usize,
        max: usize,
    ) {
        self.length(path, ids.len(), min, max);
        let mut seen = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            if let Some(first) = seen.insert(id, index) {
                let id = text_excerpt(id.as_ref());
                let first = format!("{path}[{first}]");
                self.add(format!("{path}[{index}].{key}"), Problem::IdTwice { id, first });
            }
        }
    }

    /// Checks the length of a list that others refer to, and that each entry stands once.
    pub fn unique<T: Ord + Serialize>(&mut self, path: &str, list: &[T]) {
        self.length(path, list.len(), 0, MAX_ENTRIES);
        let mut seen = BTreeSet::new();
        for (index, entry) in list.iter().enumerate() {
            if !seen.insert(entry) {
                let entry = serde_json::to_value(entry).unwrap_or_default();
                let entry = text_excerpt(entry.as_str().unwrap_or_default());
                self.add(format!("{path}[{index}]"), Problem::EntryTwice(entry));
            }
        }
    }

    /// Checks the length of a list.
    pub fn length(&mut self, path: &str, length: usize, min: usize, max: usize) {
        if length < min {
            self.add(path, Problem::NoEntry);
        } else if length > max {
            self.add(path, Problem::TooManyEntries { limit: max });
        }
    }

    /// Checks that an id is known.
    pub fn reference(&mut self, path: &str, ids: &Ids, id: &str) {
        if let Some(error) = ids.error(id) {
            self.add(path, error);
        }
    }

    /// Checks a value that may be absent.
    pub fn optional<T>(&mut self, path: &str, value: Option<T>, check: fn(&mut Self, &str, T)) {
        if let Some(value) = value {
            check(self, path, value);
        }
    }

    /// Checks a text that readers see.
    pub fn text(&mut self, path: &str, text: &Text) {
        self.plain_text(path, &text.value);
        if let Some(lang) = &text.lang {
            self.language(&format!("{path}.lang"), lang);
        }
    }

    /// Checks a text that is not translated.
    pub fn plain_text(&mut self, path: &str, text: &str) {
        if let Some(error) = text_error(text) {
            self.add(path, error);
        }
    }

    /// Checks an address.
    pub fn link(&mut self, path: &str, url: &str) {
        if let Some(error) = link_error(url) {
            self.add(path, error);
        }
    }

    /// Checks a language tag.
    pub fn language(&mut self, path: &str, tag: &str) {
        if let Some(error) = language_error(tag) {
            self.add(path, error);
        }
    }
}
