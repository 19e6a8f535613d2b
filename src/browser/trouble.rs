//! Why the page could not come to life.

use std::fmt;

use crate::dataset::Problems;

/// A reason for which the prerendered page stays.
#[derive(Debug)]
pub enum Trouble {
    /// The page does not say where a file is, or lacks a part.
    Page(&'static str),
    /// A file did not arrive.
    Fetch(&'static str),
    /// The files arrived and are not what they should be.
    Data(Problems),
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(part) => write!(out, "the page has no {part}"),
            Self::Fetch(file) => write!(out, "the {file} did not arrive"),
            Self::Data(problems) => problems.fmt(out),
        }
    }
}

impl std::error::Error for Trouble {}

impl From<Problems> for Trouble {
    fn from(problems: Problems) -> Self {
        Self::Data(problems)
    }
}
