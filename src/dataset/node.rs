//! Reading a JSON value piece by piece, and keeping every problem with its path.
//!
//! Serde's derived reading stops at the first mistake; whoever edits a dataset by hand wants to see them all.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::lists::{List, Lists};
use super::problem::Problems;
use super::stand_in::stand_in;

/// The most characters that a text may have.
pub const TEXT_LENGTH: usize = 2_000;

/// What one reading knows beforehand, and what it finds wrong.
#[derive(Default)]
pub struct Findings {
    problems: RefCell<Problems>,
    lists: Lists,
}

impl Findings {
    /// Reads ahead what the values of a file refer to.
    pub fn ahead(file: &Value) -> Self {
        let mut problems = Problems::default();
        let lists = Lists::read(file, &mut problems);
        Self { problems: RefCell::new(problems), lists }
    }

    /// All that was found.
    pub fn into_problems(self) -> Problems {
        self.problems.into_inner()
    }
}

/// A value of the file and the way to it.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    value: &'a Value,
    way: Way<'a>,
    findings: &'a Findings,
}

/// A step from a value to one inside it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

#[derive(Clone, Copy)]
struct Way<'a> {
    step: Step<'a>,
    before: Option<&'a Way<'a>>,
}

impl Way<'_> {
    fn write(&self, path: &mut String) {
        if let Some(before) = self.before {
            before.write(path);
        }
        match self.step {
            Step::Root => path.push('$'),
            Step::Key(key) => {
                path.push('.');
                path.push_str(key);
            }
            Step::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
    }
}

impl<'a> Node<'a> {
    /// The whole file.
    pub fn root(value: &'a Value, findings: &'a Findings) -> Self {
        Self { value, way: Way { step: Step::Root, before: None }, findings }
    }

    /// Notes what is wrong with this value.
    pub fn wrong(&self, message: &str) {
        self.findings.problems.borrow_mut().add(&self.path(), message);
    }

    fn path(&self) -> String {
        let mut path = String::new();
        self.way.write(&mut path);
        path
    }

    /// The value as an object whose keys are all among those known.
    pub fn object(self, known: &'a [&'a str]) -> Option<Object<'a>> {
        let Value::Object(map) = self.value else {
            self.wrong("must be an object");
            return None;
        };
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
            let message = ["is not a known key; known here: ", &known.join(", ")].concat();
            Node { way: Way { step: Step::Key(&shown(key)), before: Some(&self.way) }, ..self }
                .wrong(&message);
        }
        Some(Object { map, node: self })
    }

    /// Reads each value of a list of `most` at the most; those that cannot be read are noted and left out.
    pub fn list<T>(&self, most: usize, read: impl Fn(&Node<'_>) -> Option<T>) -> Option<Vec<T>> {
        let values = self.values(most)?;
        let mut all = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            let way = Way { step: Step::Index(index), before: Some(&self.way) };
            all.extend(read(&Node { value, way, findings: self.findings }));
        }
        Some(all)
    }

    fn values(&self, most: usize) -> Option<&'a [Value]> {
        let Value::Array(values) = self.value else {
            self.wrong("must be a list");
            return None;
        };
        if values.len() > most {
            self.wrong(&["must have at most ", &most.to_string(), " entries"].concat());
            return None;
        }
        Some(values)
    }

    /// Whether the value is a list without an entry.
    pub fn is_empty_list(&self) -> bool {
        self.value.as_array().is_some_and(Vec::is_empty)
    }

    /// An id that a list of the file must have.
    pub fn known<T: AsRef<str>>(&self, list: List, id: Option<T>) -> Option<T> {
        let id = id?;
        if self.findings.lists.lacks(list, id.as_ref()) {
            let message = ["names “", id.as_ref(), "”, which is not in the list it refers to"];
            self.wrong(&message.concat());
        }
        Some(id)
    }

    /// How many paragraphs the report has, if that can be read.
    pub fn paragraphs(&self) -> Option<usize> {
        self.findings.lists.paragraphs
    }

    /// A whole number of a range, as the type that the range has.
    pub fn number(&self, least: u16, most: u16) -> Option<u16> {
        let number = self.value.as_u64().and_then(|number| u16::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let range = [least.to_string(), most.to_string()].join(" to ");
            self.wrong(&["must be a whole number from ", &range].concat());
        }
        number
    }

    /// A text that says something and is safe to print.
    pub fn text(&self) -> Option<&'a str> {
        let Value::String(text) = self.value else {
            self.wrong("must be a text");
            return None;
        };
        if let Some(fault) = fault(text) {
            self.wrong(fault);
            return None;
        }
        Some(text)
    }

    /// A text in a form; `form` says in words which.
    pub fn formed<T>(&self, form: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text()?;
        let value = read(text);
        if value.is_none() {
            self.wrong_form("must be ", form, text);
        }
        value
    }

    fn wrong_form(&self, must: &str, form: &str, text: &str) {
        self.wrong(&[must, form, ", but is “", &shown(text), "”"].concat());
    }

    /// One of a few words.
    pub fn word<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.wrong_form("must be one of ", &known.join(", "), text);
        }
        found
    }
}

/// Reads a text.
pub fn string(node: &Node<'_>) -> Option<String> {
    node.text().map(str::to_owned)
}

/// Reads an address that a link may carry: `https:`, with a host, without anything that could end the
/// attribute or hide where it leads.
pub fn link(node: &Node<'_>) -> Option<String> {
    node.formed("an address that begins with https:// and has no blanks or quotes", |text| {
        let rest = text.strip_prefix("https://")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let odd = |c: char| c.is_whitespace() || "\"'<>\\`{}|^".contains(c);
        let fits = !host.is_empty() && !host.contains('@') && !text.contains(odd);
        fits.then(|| text.to_owned())
    })
}

/// What is wrong with a text, if anything.
///
/// English that stands in for a missing translation wears marks of direction round it, and none inside.
fn fault(text: &str) -> Option<&'static str> {
    let text = stand_in(text).unwrap_or(text);
    if text.trim().is_empty() {
        Some("must not be blank")
    } else if text.chars().count() > TEXT_LENGTH {
        Some("must have at most 2000 characters")
    } else if text.chars().any(|c| c.is_control() || is_break(c)) {
        Some("must have no control characters or line breaks")
    } else if text.chars().any(is_direction_mark) {
        Some("must have no invisible marks of writing direction; the page sets the direction")
    } else {
        None
    }
}

/// The marks that turn the order of what is printed: Unicode's `Bidi_Control`.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Line and paragraph separators, and the byte order mark.
fn is_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// The beginning of a text out of the file, fit to stand in a message: what cannot be seen is left out.
fn shown(text: &str) -> String {
    const LENGTH: usize = 60;
    let is_zero_width = |c| matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}');
    let unseen =
        |c: char| c.is_control() || is_direction_mark(c) || is_break(c) || is_zero_width(c);
    let mut short: String = text.chars().filter(|c| !unseen(*c)).take(LENGTH).collect();
    if text.chars().nth(LENGTH).is_some() {
        short.push('…');
    }
    short
}

/// An object of the file.
#[derive(Clone, Copy)]
pub struct Object<'a> {
    map: &'a Map<String, Value>,
    node: Node<'a>,
}

impl<'a> Object<'a> {
    /// Reads the value of a key that must be there.
    pub fn must<T>(&self, key: &'a str, read: impl Fn(&Node<'_>) -> Option<T>) -> Option<T> {
        read(&self.needed(key)?)
    }

    fn needed<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let node = self.at(key);
        if node.is_none() {
            self.wrong_at(key, "is missing");
        }
        node
    }

    fn at<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let value = self.map.get(key)?;
        Some(Node { value, way: self.way(key), findings: self.node.findings })
    }

    /// Reads the value of a key that may be there.
    pub fn may<T>(&self, key: &'a str, read: impl Fn(&Node<'_>) -> Option<T>) -> Option<T> {
        read(&self.at(key)?)
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// Notes what is wrong with the value of a key, or with its missing.
    pub fn wrong_at(&self, key: &'a str, message: &str) {
        Node { way: self.way(key), ..self.node }.wrong(message);
    }

    /// Notes what is wrong with the object as a whole.
    pub fn wrong(&self, message: &str) {
        self.node.wrong(message);
    }

    fn way<'b>(&'b self, key: &'b str) -> Way<'b> {
        Way { step: Step::Key(key), before: Some(&self.node.way) }
    }
}
