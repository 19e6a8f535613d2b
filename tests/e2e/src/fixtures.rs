//! Pages of other reports: printed as the build prints them, and served as it serves them.

use std::fs;
use std::sync::Arc;

use partnership_atlas::site::{app_html, evidence_of_page, in_one_file};
use partnership_atlas::state::{Platform, ViewState};
use partnership_atlas::ui::PrintedPage;
use partnership_atlas::view_model::Atlas;
use serde_json::Value;
use xtask::command::root;
use xtask::report::REPORT;
use xtask::synthetic_report::{self, Options};

use crate::fault::unproved;
use crate::payloads::{PAYLOADS, spoil};

/// The number of facts of the long report.
pub const LONG: usize = 250;

/// Returns the atlas of a report with a payload behind every free text of it.
pub fn hostile(payload: usize) -> Option<Atlas> {
    let mut report: Value = serde_json::from_slice(&fs::read(root().join(REPORT)).ok()?).ok()?;
    spoil(&mut report, PAYLOADS.get(payload)?);
    atlas(&report)
}

/// Returns the atlas of a report whose table has pages.
pub fn long() -> Option<Atlas> {
    let options = Options { facts: LONG, places: 11, areas: 12, seed: 1 };
    atlas(&synthetic_report::report(options).ok()?)
}

/// The number of reports in `tests/reports`.
pub const REPORTS: usize = 15;

/// The number of reports that are generated for one session of a browser.
pub const GENERATED: u64 = 500;

/// Returns the names of the reports in `tests/reports`, in their order.
pub fn report_names() -> Vec<String> {
    let entries = fs::read_dir(root().join("tests/reports")).into_iter().flatten();
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// Returns the atlas of a report in `tests/reports`, by its place in their order.
pub fn report(index: usize) -> Option<Atlas> {
    let path = format!("tests/reports/{}/report.json", report_names().get(index)?);
    atlas(&serde_json::from_slice(&fs::read(root().join(path)).ok()?).ok()?)
}

/// Returns the atlas of a generated report: of any partner, with one to 24 facts.
pub fn generated(seed: u64) -> Option<Atlas> {
    let number = usize::try_from(seed).ok()?;
    let options =
        Options { facts: 1 + number % 24, places: 1 + number % 11, areas: 1 + number % 7, seed };
    let mut report = synthetic_report::report(options).ok()?;
    // Some have no date of publication, some are of a month, some of the last century.
    let dates = [None, Some("2030-01-31"), Some("1998-11"), Some("2025")];
    let source = report.pointer_mut("/sources/0")?.as_object_mut()?;
    source.remove("retrieved");
    match dates.get(number % dates.len())? {
        Some(date) => source.insert("published".to_owned(), (*date).into()),
        None => source.remove("published"),
    };
    atlas(&report)
}

fn atlas(report: &Value) -> Option<Atlas> {
    let locale = fs::read_to_string(root().join("assets/locales/en.json")).ok()?;
    Atlas::from_files(&report.to_string(), &locale).ok()
}

/// Returns a file of the built page as it is for another atlas: the page without the integrity of its data, the data,
/// or the same file.
pub fn file(built: Vec<u8>, name: &str, atlas: Option<Atlas>) -> Vec<u8> {
    let page = |atlas: &Atlas| PrintedPage {
        table_pages: "page/".to_owned(),
        evidence: evidence_of_page(atlas, 0),
        ..PrintedPage::default()
    };
    file_with(built, name, atlas, &page)
}

/// Returns the same for a page that has every fact, as one in one file has.
pub fn file_with_every_fact(built: Vec<u8>, name: &str, atlas: Option<Atlas>) -> Vec<u8> {
    file_with(built, name, atlas, &|atlas| in_one_file(atlas, "made-up"))
}

type PageOf<'a> = &'a dyn Fn(&Atlas) -> PrintedPage;

fn file_with(built: Vec<u8>, name: &str, atlas: Option<Atlas>, page: PageOf<'_>) -> Vec<u8> {
    match atlas {
        Some(atlas) if name == "index.html" => {
            let built = unproved(&built);
            let page = page(&atlas);
            printed(&String::from_utf8_lossy(&built), atlas, page).map_or(built, String::into_bytes)
        }
        Some(atlas) if name.starts_with("atlas-") => {
            serde_json::to_vec(&atlas.for_module()).unwrap_or_default()
        }
        _ => built,
    }
}

fn printed(built: &str, atlas: Atlas, page: PrintedPage) -> Option<String> {
    let (head, _) = built.split_once("<div class=\"atlas\">")?;
    let head = head.replacen("data-table-pages=\"en/page/\"", "data-table-pages=\"page/\"", 1);
    let app = app_html(Arc::new(atlas), ViewState::default(), page, Platform::print());
    Some([&head, &app, "</body></html>"].concat())
}
