//! The report that the pages are built of.

use std::fmt::Display;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use partnership_atlas::model::decode::decode;
use partnership_atlas::model::{Report, read};

use crate::command::root;

/// The report, from the root of the repository.
pub const REPORT: &str = "assets/data/pakistan-asean-2023.json";

/// The environment variable with the path of another report to build the pages of.
pub const OTHER_REPORT: &str = "ATLAS_REPORT";

/// The JSON Schema of a report.
pub const SCHEMA: &str = "assets/data/pakistan-asean-2023.schema.json";

/// Returns the path of the report to build: that of the repository, unless the environment names another.
pub fn report_path() -> PathBuf {
    std::env::var_os(OTHER_REPORT).map_or_else(|| root().join(REPORT), PathBuf::from)
}

/// Returns whether the report is that of the repository.
pub fn is_bundled() -> bool {
    std::env::var_os(OTHER_REPORT).is_none()
}

/// Returns the report of the repository; its error lists everything that is wrong with it.
pub fn report() -> Result<Report> {
    Ok(read_report(&report_path())?.1)
}

/// Reads a report; returns its text and its facts.
///
/// # Errors
///
/// Where there is no such file, or a list of everything that is wrong with it.
pub fn read_report(path: &Path) -> Result<(String, Report)> {
    let bytes = read_bytes(path)?;
    let listed =
        |problems: &dyn Display| anyhow!("{} is no valid report:\n{problems}", path.display());
    let json = decode(&bytes).map_err(|problem| listed(&problem))?;
    let report = read(json).map_err(|problems| listed(&problems))?;
    Ok((json.to_owned(), report))
}

/// Returns the bytes of a file.
///
/// # Errors
///
/// Where there is no such file, it is a folder, or it may not be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    if path.is_dir() {
        bail!("{} is a folder; name a file", path.display());
    }
    fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!("there is no file {}", path.display()),
        _ => anyhow!("cannot read {}: {error}", path.display()),
    })
}
