//! The words of the studio: a file for each language of the page.

use std::fs;

use anyhow::{Context, Result};
use indexmap::IndexMap;
use serde::Deserialize;

use crate::command::root;

/// Where the words of the studio are, a file for each language of the page.
pub const FOLDER: &str = "studio/locales";

/// The words of the studio in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct StudioWords {
    /// The texts by their keys.
    pub words: IndexMap<String, String>,
    /// The keys of those that are rightly the same as in English.
    #[serde(default)]
    pub same: Vec<String>,
}

/// Reads the words in a language.
///
/// # Errors
///
/// Where the file is missing, or is no such file.
pub fn read(lang: &str) -> Result<StudioWords> {
    let path = root().join(FOLDER).join(format!("{lang}.json"));
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))
}
