//! Reads a report from JSON, and lists every problem of a file that is none.
//!
//! Serde stops at the first value that does not fit. So this notes the problem, takes the value out and reads again,
//! until the rest fits; [`validate()`] then checks that rest. One mistake hides no other.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

use super::diagnostic::text_excerpt;
use super::object::Json;
use super::serde_words::unfit;
use super::strict::json_value;
use super::upgrade::upgrade;
use super::{Diagnostic, Diagnostics, Problem, Report, validate};

/// Reads a report of format 2, or of format 1, which is upgraded first.
///
/// # Errors
///
/// Every problem of the file at once, each with its JSON path: no JSON, duplicate keys, unknown keys, values of another
/// type, missing keys, and what [`validate()`] finds. A text that is not JSON has one problem, with line and column.
pub fn read(json: &str) -> Result<Report, Diagnostics> {
    let (value, diagnostics) = json_value(json)?;
    let mut value = upgrade(value);
    let entries = entries(&value);
    let mut reader = Reader { diagnostics, ..Reader::default() };
    match reader.report(&mut value) {
        Some(report) if reader.diagnostics.is_empty() => Ok(report),
        _ => {
            reader.diagnostics.name_entries(entries);
            Err(reader.diagnostics)
        }
    }
}

/// Opens a report of format 1 or 2 for editing: as JSON of format 2, whatever is wrong with it otherwise.
///
/// # Errors
///
/// Where the text is no JSON object, and every duplicate key and null.
pub fn open(json: &str) -> Result<Value, Diagnostics> {
    let (value, diagnostics) = json_value(json)?;
    match upgrade(value) {
        _ if !diagnostics.is_empty() => Err(diagnostics),
        value @ Value::Object(_) => Ok(value),
        _ => Err(Diagnostic::new("$", Problem::NotObject).into()),
    }
}

/// Reads as much of an open report as fits, and lists every problem, as [`read()`] does.
pub fn read_open(value: &Value) -> (Option<Report>, Diagnostics) {
    let mut reader = Reader::default();
    let report = reader.report(&mut value.clone());
    (report, reader.diagnostics)
}

/// Returns what each entry of a list of a report is, by its path: `fact third-meeting` for `$.facts[2]`.
fn entries(report: &Value) -> BTreeMap<String, String> {
    let lists = [
        ("facts", "fact"),
        ("people", "person"),
        ("organisations", "organisation"),
        ("areas", "area"),
        ("sources", "source"),
        ("places", "place"),
    ];
    let named = lists.into_iter().flat_map(|(list, noun)| {
        let entries = report.get(list).and_then(Value::as_array).into_iter().flatten();
        entries.enumerate().filter_map(move |(index, entry)| {
            let id = entry.get("id").or_else(|| entry.get("code"))?.as_str()?;
            Some((format!("$.{list}[{index}]"), format!("{noun} {}", text_excerpt(id))))
        })
    });
    named.collect()
}

/// Reads a value of any type, such as a locale file, from JSON.
///
/// # Errors
///
/// Where the text is not JSON, every duplicate key and null, or else the first value that does not fit.
pub fn read_strict<T: DeserializeOwned>(json: &str) -> Result<T, Diagnostics> {
    let (value, diagnostics) = json_value(json)?;
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    serde_path_to_error::deserialize(Json(&value)).map_err(|error| {
        Diagnostic::new(json_path(error.path()), unfit(&error.inner().to_string())).into()
    })
}

/// What has been found so far.
#[derive(Default)]
struct Reader {
    diagnostics: Diagnostics,
    /// The list and the index of each entry that was taken out of a list of words; the entries behind it moved up.
    removed: Vec<(String, usize)>,
}

impl Reader {
    /// Reads what fits; notes everything else. Returns `None` where nothing fits.
    fn report(&mut self, value: &mut Value) -> Option<Report> {
        let report = loop {
            match serde_path_to_error::deserialize::<_, Report>(Json(value)) {
                Ok(report) => break report,
                Err(error) => {
                    let problem = unfit(&error.inner().to_string());
                    let path = self.original(&json_path(error.path()));
                    if !self.diagnostics.covers(&path) {
                        self.diagnostics.push(Diagnostic::new(path, problem));
                    }
                    let is_removed = self.remove(value, error.path());
                    if !is_removed || self.diagnostics.is_full() {
                        return None;
                    }
                }
            }
        };
        if let Ok(complete) = serde_json::to_value(&report) {
            self.missing_keys(&complete, value, "$");
        }
        for diagnostic in validate(&report) {
            self.note(&diagnostic.path, diagnostic.problem);
        }
        Some(report)
    }

    /// Notes a problem of a value, unless the value or one around it has a diagnostic already.
    fn note(&mut self, path: &str, problem: Problem) {
        let path = self.original(path);
        if !self.diagnostics.covers(&path) && !self.is_consequence(&path) {
            self.diagnostics.push(Diagnostic::new(path, problem));
        }
    }

    /// Returns whether a value is only wrong because of another one that has a diagnostic already: `joined` beside a wrong
    /// `asean`, or a list without the entry that was taken out.
    fn is_consequence(&self, path: &str) -> bool {
        const DEPENDENT: [(&str, &[&str]); 3] = [
            ("asean", &["joined", "source"]),
            ("extent", &["places", "count", "also"]),
            ("kind", &["code"]),
        ];
        if self.removed.iter().any(|(list, _)| list == path) {
            return true;
        }
        let Some((parent, key)) = path.rsplit_once('.') else { return false };
        let is_dependent = |(on, keys): &(&str, &[&str])| {
            keys.contains(&key) && self.diagnostics.covers(&format!("{parent}.{on}"))
        };
        DEPENDENT.iter().any(is_dependent)
    }

    /// Takes out the value at a path: a key goes, an entry of a list of objects becomes an empty object, so that the
    /// others keep their indices. Returns whether something changed.
    fn remove(&mut self, value: &mut Value, path: &Path) -> bool {
        let segments: Vec<&Segment> = path.iter().collect();
        let Some((last, before)) = segments.split_last() else { return false };
        let mut parent = value;
        for segment in before {
            let inner = match segment {
                Segment::Seq { index } => parent.get_mut(index),
                Segment::Map { key } => parent.get_mut(key),
                _ => None,
            };
            match inner {
                Some(inner) => parent = inner,
                None => return false,
            }
        }
        match (last, parent) {
            (Segment::Map { key }, Value::Object(map)) => map.remove(key).is_some(),
            (Segment::Seq { index }, Value::Array(list)) => {
                let empty = Value::Object(Map::new());
                match list.get_mut(*index) {
                    Some(entry) if list_of_objects(before) && *entry != empty => *entry = empty,
                    Some(_) => {
                        list.remove(*index);
                        let path = json_path(path);
                        let list = path.rsplit_once('[').map_or("", |(list, _)| list);
                        self.removed.push((list.to_owned(), *index));
                    }
                    None => return false,
                }
                true
            }
            _ => false,
        }
    }

    /// Returns the path of a value in the file, given its path after entries were taken out.
    fn original(&self, path: &str) -> String {
        let mut path = path.to_owned();
        for (list, index) in self.removed.iter().rev() {
            let rest = path.strip_prefix(list.as_str()).and_then(|rest| rest.strip_prefix('['));
            let own = rest.and_then(|rest| rest.strip_suffix(']')?.parse::<usize>().ok());
            if let Some(own) = own.filter(|own| own >= index) {
                path = format!("{list}[{}]", own + 1);
            }
        }
        path
    }

    /// Notes the keys that a complete report has and the file has not. Optional keys are skipped when they are empty,
    /// so what is serialized is required.
    fn missing_keys(&mut self, complete: &Value, file: &Value, path: &str) {
        match (complete, file) {
            (Value::Object(complete), Value::Object(file)) => {
                for (key, complete) in complete {
                    let path = format!("{path}.{key}");
                    match file.get(key) {
                        Some(file) => self.missing_keys(complete, file, &path),
                        None => self.note(&path, Problem::Missing),
                    }
                }
            }
            (Value::Array(complete), Value::Array(file)) => {
                for (index, (complete, file)) in complete.iter().zip(file).enumerate() {
                    self.missing_keys(complete, file, &format!("{path}[{index}]"));
                }
            }
            _ => {}
        }
    }
}

/// Returns whether the entries of a list are objects. The other lists are lists of ids or of words.
fn list_of_objects(path: &[&Segment]) -> bool {
    let key = path.iter().rev().find_map(|segment| match segment {
        Segment::Map { key } => Some(key.as_str()),
        _ => None,
    });
    let is_nested = matches!(
        key,
        Some("paragraphs" | "interpretations" | "quotes" | "amounts" | "offices" | "corrections")
    );
    path.len() == 1 || is_nested
}

/// Returns a path in the notation of a diagnostic: `$.facts[3].date`.
fn json_path(path: &Path) -> String {
    path.iter().fold("$".to_owned(), |before, segment| match segment {
        Segment::Seq { index } => format!("{before}[{index}]"),
        Segment::Map { key } => format!("{before}.{}", text_excerpt(key)),
        _ => before,
    })
}
