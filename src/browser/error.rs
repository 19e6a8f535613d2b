//! Why the page could not start.

use std::fmt;

/// A reason for which the printed page stays as it is.
#[derive(Debug)]
pub enum StartError {
    /// The page lacks an element or an attribute.
    Page(String),
    /// The data did not arrive.
    Fetch,
    /// The data arrived and is not valid; in the words of the browser or of serde.
    Data(String),
}

impl fmt::Display for StartError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(part) => write!(out, "the page has no {part}"),
            Self::Fetch => out.write_str("the data did not arrive"),
            Self::Data(problem) => write!(out, "the data is not valid: {problem}"),
        }
    }
}

impl std::error::Error for StartError {}
