//! What the studio calls; `studio::browser::page_module` names the same functions.
//!
//! A report crosses over as JSON: each module has a memory of its own.

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::Report;
use studio::browser::fetch;
use studio::publish::{Publisher, ReaderParts, dataset};
use studio::unpack::unpack;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::locales::Locales;
use crate::printing::{order, render};

/// Returns what an atlas in one file contains, as JSON: `["the-id", "the dataset"]`; nothing where it is no atlas.
#[wasm_bindgen]
pub fn atlas_in(html: &str) -> Option<String> {
    serde_json::to_string(&unpack(html)?).ok()
}

/// Returns the dataset of a report as the build would read it.
#[wasm_bindgen]
pub fn dataset_file(report: &str) -> Option<String> {
    Some(dataset(&read(report)?))
}

/// Returns the atlas of a report in one file; nothing where a part of it does not arrive.
#[wasm_bindgen]
pub async fn atlas_file(id: String, report: String) -> Option<String> {
    publish(&id, &report, |publisher| publisher.html()).await
}

/// Returns a folder for a site as a ZIP archive; nothing where a part of it does not arrive.
#[wasm_bindgen]
pub async fn site_archive(id: String, report: String) -> Option<Vec<u8>> {
    publish(&id, &report, |publisher| publisher.site()).await
}

/// Reads a report by way of a value, as the preview does: a second kind of reading would be 26 KB more.
fn read(report: &str) -> Option<Report> {
    serde_json::from_value(serde_json::from_str(report).ok()?).ok()
}

async fn publish<T>(id: &str, report: &str, make: impl FnOnce(Publisher) -> T) -> Option<T> {
    let report = read(report)?;
    let parts: ReaderParts = fetch::json("reader.json").await?;
    let locales = Locales::load().await?;
    let locale = locales.get(&report.atlas.lang).await;
    let english: &LocaleFile = locales.english();
    Some(make(Publisher {
        id,
        report: &report,
        parts: &parts,
        locale: &locale,
        english,
        render,
        order,
    }))
}
