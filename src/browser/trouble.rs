//! Why the page could not come to life.

use std::fmt;

/// A reason for which the prerendered page stays.
#[derive(Debug)]
pub enum Trouble {
    /// The page does not say where a file is, or lacks a part.
    Page(&'static str),
    /// The facts did not arrive.
    Fetch,
    /// The facts arrived and do not fit; what, and where.
    Data(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(part) => write!(out, "the page has no {part}"),
            Self::Fetch => out.write_str("the facts did not arrive"),
            Self::Data(misfit) => write!(out, "the facts do not fit: {misfit}"),
        }
    }
}

impl std::error::Error for Trouble {}
