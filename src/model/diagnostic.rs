//! What is wrong with a file: all of it at once, each problem with its path.

use std::collections::BTreeMap;
use std::fmt;

use super::Problem;

/// The most diagnostics that are listed; the rest are only counted.
pub const LIMIT: usize = 100;

/// One problem, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The JSON path of the value: `$.facts[3].date.month`.
    pub path: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Diagnostic {
    /// Returns a diagnostic.
    pub fn new(path: impl Into<String>, problem: impl Into<Problem>) -> Self {
        Self { path: path.into(), problem: problem.into() }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.problem)
    }
}

/// Every problem of a file, up to [`LIMIT`] of them in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    listed: Vec<Diagnostic>,
    omitted: usize,
    /// What an entry of a list is, by its path: `fact third-meeting` for `$.facts[2]`.
    entries: BTreeMap<String, String>,
}

impl Diagnostics {
    /// Adds a problem; beyond [`LIMIT`] only the count grows.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if self.listed.len() < LIMIT {
            self.listed.push(diagnostic);
        } else {
            self.omitted += 1;
        }
    }

    /// Adds those problems of the same file that touch no value with a problem already.
    pub fn merge(&mut self, other: Self) {
        for diagnostic in other.listed {
            if !self.covers(&diagnostic.path) {
                self.push(diagnostic);
            }
        }
        self.omitted += other.omitted;
        self.entries.extend(other.entries);
    }

    /// Adds the problems of another file.
    pub fn append(&mut self, other: Self) {
        self.extend(other.listed);
        self.omitted += other.omitted;
        self.entries.extend(other.entries);
    }

    /// Names the entries of lists, by their paths, so that an editor need not count: `$.facts[2] (fact third-meeting)`.
    pub fn name_entries(&mut self, entries: BTreeMap<String, String>) {
        self.entries = entries;
    }

    /// Returns whether there is no problem.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// Returns how many problems are not listed.
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// Returns whether the list is full.
    pub fn is_full(&self) -> bool {
        self.listed.len() == LIMIT
    }

    /// Iterates over the problems that are listed in full.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.listed.iter()
    }

    /// Returns whether a value, or one that contains it, already has a diagnostic.
    pub fn covers(&self, path: &str) -> bool {
        let contains = |outer: &str| {
            path.strip_prefix(outer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.listed.iter().any(|diagnostic| contains(&diagnostic.path))
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { listed: vec![diagnostic], ..Self::default() }
    }
}

impl fmt::Display for Diagnostics {
    /// Writes a line for each, with the id of its entry where it is known, without a line break at the end.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.listed.iter().enumerate() {
            let line_break = if index == 0 { "" } else { "\n" };
            let Diagnostic { path, problem } = diagnostic;
            let entry = path.split_inclusive(']').next().and_then(|path| self.entries.get(path));
            match entry {
                Some(entry) => write!(out, "{line_break}{path} ({entry}): {problem}")?,
                None => write!(out, "{line_break}{diagnostic}")?,
            }
        }
        if self.omitted > 0 {
            write!(out, "\nand {} more", self.omitted)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

/// Returns the beginning of a text for a message, without invisible characters.
pub fn text_excerpt(text: &str) -> String {
    const LENGTH: usize = 60;
    let mut excerpt: String = text.chars().filter(|c| !is_invisible(*c)).take(LENGTH).collect();
    if text.chars().nth(LENGTH).is_some() {
        excerpt.push('…');
    }
    excerpt
}

/// Returns whether a character cannot be seen in a message: controls, marks of direction, line separators, zero width.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || is_direction_mark(c)
        || is_line_separator(c)
        || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}')
}

/// Returns whether a character changes the direction of the text after it: Unicode's `Bidi_Control`.
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Returns whether a character is a line or paragraph separator, or the byte order mark.
pub fn is_line_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_covers_the_values_inside() {
        let diagnostics = Diagnostics::from(Diagnostic::new("$.facts[1].date", "is missing"));
        for (path, covered) in [
            ("$.facts[1].date", true),
            ("$.facts[1].date.year", true),
            ("$.facts[1]", false),
            ("$.facts[1].dates", false),
            ("$.facts[10].date", false),
        ] {
            assert_eq!(diagnostics.covers(path), covered, "{path}");
        }
    }

    #[test]
    fn a_diagnostic_is_displayed_with_the_id_of_its_entry() {
        let mut diagnostics = Diagnostics::from(Diagnostic::new("$.facts[1].date", "is missing"));
        diagnostics.push(Diagnostic::new("$.facts", "must have at least one entry"));
        diagnostics.name_entries([("$.facts[1]".to_owned(), "fact plan".to_owned())].into());
        let lines =
            "$.facts[1].date (fact plan): is missing\n$.facts: must have at least one entry";
        assert_eq!(diagnostics.to_string(), lines);
        assert_eq!(diagnostics.iter().next().unwrap().path, "$.facts[1].date");
    }

    #[test]
    fn beyond_the_limit_diagnostics_are_counted() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend((0..LIMIT + 5).map(|index| Diagnostic::new(format!("$[{index}]"), "x")));
        assert_eq!(diagnostics.iter().count(), LIMIT);
        assert!(diagnostics.to_string().ends_with("\nand 5 more"));
    }
}
