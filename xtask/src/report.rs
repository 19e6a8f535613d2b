//! The reports that the pages are built of: a folder each, with `report.json` and a file for each translation.

use std::ffi::OsStr;
use std::fmt::Display;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use partnership_atlas::i18n::ReportTexts;
use partnership_atlas::model::decode::decode;
use partnership_atlas::model::read::read_strict;
use partnership_atlas::model::{Diagnostics, FactId, Report, read};
use serde_json::{Value, json};

use crate::command::root;
use crate::placeholders;

/// The folder of the report of the repository, from its root.
pub const BUNDLED: &str = "assets/data/pakistan-asean-2023";

/// The report of the repository, from its root.
pub const REPORT: &str = "assets/data/pakistan-asean-2023/report.json";

/// The name of a report in its folder.
pub const FILE: &str = "report.json";

/// The environment variable with the paths of other reports to build the pages of.
pub const OTHER_REPORTS: &str = "ATLAS_REPORTS";

/// The JSON Schema of a report.
pub const SCHEMA: &str = "assets/data/report.schema.json";

/// A report with its translations.
#[derive(Debug)]
pub struct ReportFolder {
    /// Its id: the name of its folder, or of its file where it has none.
    pub id: String,
    /// The JSON as its editor wrote it.
    pub json: String,
    /// The report.
    pub report: Report,
    /// The translations of its texts, by language.
    pub texts: Vec<ReportTexts>,
}

impl ReportFolder {
    /// Reads a report and its translations; `path` is its folder, or its file, which has no translations.
    ///
    /// # Errors
    ///
    /// Where there is no such file, where the name is no id, or a list of everything that is wrong with the report.
    pub fn read(path: &Path) -> Result<Self> {
        let file = file_in(path);
        let is_in_folder = file.file_name().is_some_and(|name| name == FILE);
        let named = if is_in_folder { file.parent() } else { Some(file.as_path()) };
        let named = named.unwrap_or(path);
        let read = read_report(&file);
        // The problems of the translations are told with those of the report.
        let texts =
            if is_in_folder && file.exists() { translations(named) } else { Ok(Vec::new()) };
        let ((json, report), texts) = match (read, texts) {
            (Ok(read), Ok(texts)) => (read, texts),
            (Err(one), Err(other)) => bail!("{one:#}\n{other:#}"),
            (Err(error), Ok(_)) | (Ok(_), Err(error)) => return Err(error),
        };
        // The download stands beside the schema of this format.
        let is_old = serde_json::from_str::<Value>(&json)?.get("format") == Some(&1.into());
        let json = if is_old { serde_json::to_string_pretty(&report)? + "\n" } else { json };
        Ok(Self { id: id(named)?, json, report, texts })
    }
}

/// Returns the file of a report; `path` is its folder, or the file itself.
pub fn file_in(path: &Path) -> PathBuf {
    if path.is_dir() { path.join(FILE) } else { path.to_owned() }
}

/// Returns the id of a report: the name of its folder or file.
fn id(path: &Path) -> Result<String> {
    let path = path.canonicalize().with_context(|| format!("cannot find {}", path.display()))?;
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    if FactId::new(name).is_none() {
        bail!(
            "{name} is no name of a report; use lower-case letters and digits separated by single hyphens, at most 31 \
             in all"
        );
    }
    Ok(name.to_owned())
}

/// Reads the translations in the folder of a report, in the order of their tags.
///
/// # Errors
///
/// What is wrong with any of them.
fn translations(folder: &Path) -> Result<Vec<ReportTexts>> {
    let mut all = Vec::new();
    let mut failed = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()));
    for entry in entries? {
        let path = entry?.path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        // Names that begin with a dot are notes of a system or of an editor, such as `._ur.json` of macOS.
        if name.starts_with('.') || name == FILE {
            continue;
        }
        if name.ends_with(".json") {
            match translation(&path) {
                Ok(texts) => all.push(texts),
                Err(error) => failed.push(format!("{error:#}")),
            }
        } else if is_named_otherwise(name) {
            failed.push(format!(
                "{} is not read, since its name does not end in .json; name it after its language, such as id.json",
                path.display()
            ));
        }
    }
    failed.sort();
    if !failed.is_empty() {
        bail!("{}", failed.join("\n"));
    }
    all.sort_by(|one, other| one.lang.cmp(&other.lang));
    Ok(all)
}

/// Returns whether a system has named a file in capitals or as a text: `UR.JSON`, `ur.json.txt`.
fn is_named_otherwise(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.strip_suffix(".txt").unwrap_or(&name).ends_with(".json")
}

fn translation(path: &Path) -> Result<ReportTexts> {
    let listed =
        |problems: &dyn Display| anyhow!("{} is no valid translation:\n{problems}", path.display());
    let bytes = read_bytes(path)?;
    let json = decode(&bytes).map_err(|problem| listed(&problem))?;
    let is_translation = serde_json::from_str::<Value>(json)
        .map_or(true, |value| value.get("lang").is_some() || value.get("texts").is_some());
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if !is_translation {
        bail!(
            "{} is no translation: it has neither `lang` nor `texts`; beside {FILE} stand translations alone, each named \
             after its language, such as id.json, so move other files elsewhere",
            path.display()
        );
    }
    let texts: ReportTexts = read_strict(json).map_err(|problems| listed(&problems))?;
    if stem != texts.lang.as_str() {
        bail!(
            "{} has the `lang` “{lang}”, so its name must be {lang}.json; or correct `lang`",
            path.display(),
            lang = texts.lang
        );
    }
    Ok(texts)
}

/// Returns the paths of the reports to build: that of the repository, unless the environment names others.
pub fn paths() -> Vec<PathBuf> {
    match std::env::var_os(OTHER_REPORTS) {
        Some(paths) => std::env::split_paths(&paths).collect(),
        None => vec![root().join(BUNDLED)],
    }
}

/// Returns the report of the repository with its translations.
pub fn bundled() -> Result<ReportFolder> {
    ReportFolder::read(&root().join(BUNDLED))
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
    let mut problems = Diagnostics::default();
    if let Ok(value) = serde_json::from_str::<Value>(json) {
        problems.extend(placeholders::remaining(&value));
    }
    match read(json) {
        Ok(report) if problems.is_empty() => return Ok((json.to_owned(), report)),
        Ok(_) => {}
        Err(others) => problems.merge(others),
    }
    Err(listed(&problems))
}

/// Upgrades the file of a report of format 1 in its place.
///
/// # Errors
///
/// Where it is no valid report, or cannot be written.
pub fn upgrade(path: &Path) -> Result<()> {
    let (json, report) = read_report(path)?;
    if serde_json::from_str::<Value>(&json)?.get("format") == Some(&json!(report.format)) {
        println!("{} is of format {} already; nothing is changed", path.display(), report.format);
        return Ok(());
    }
    fs::write(path, serde_json::to_string_pretty(&report)? + "\n")
        .with_context(|| format!("cannot write {}", path.display()))?;
    println!(
        "{} is of format {}; check atlas.title, atlas.deck and partner.seat, which format 1 did not have",
        path.display(),
        report.format
    );
    Ok(())
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
        ErrorKind::NotFound => match misnamed(path) {
            Some(name) => anyhow!("there is no file {}; rename {name} beside it", path.display()),
            None => anyhow!("there is no file {}", path.display()),
        },
        ErrorKind::PermissionDenied => {
            anyhow!("{} may not be read; change who may read it", path.display())
        }
        _ => anyhow!("cannot read {}: {error}", path.display()),
    })
}

/// Returns the name of a file beside a path that differs by capitals or by the ending `.txt`.
fn misnamed(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_str()?.to_ascii_lowercase();
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_meant = |name: &String| {
        let name = name.to_ascii_lowercase();
        name == wanted || name.strip_suffix(".txt") == Some(&wanted)
    };
    names.filter(is_meant).min()
}
