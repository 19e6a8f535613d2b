//! The report that the pages are built of.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
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
    let path = report_path();
    let json =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    report_of(&json, &path)
}

/// Returns the report of a text; `path` is named in the error.
pub fn report_of(json: &str, path: &Path) -> Result<Report> {
    read(json)
        .map_err(|diagnostics| anyhow!("{} is no valid report:\n{diagnostics}", path.display()))
}
