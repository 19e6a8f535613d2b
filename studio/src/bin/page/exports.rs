//! What the studio calls; `studio::browser::page_module` names the same functions.
//!
//! A report crosses over as JSON: each module has a memory of its own.

use std::rc::Rc;

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::Report;
use studio::browser::fetch;
use studio::publish::{Publisher, ReaderParts, dataset};
use studio::unpack::unpack;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::locales::Locales;
use crate::printing::{order, render};
use crate::share_picture::{Browser, png};

/// Returns what an atlas in one file contains, as JSON: an `Unpacked`; nothing where it is no atlas.
#[wasm_bindgen]
pub fn atlas_in(html: &str) -> Option<String> {
    serde_json::to_string(&unpack(html)?).ok()
}

/// Returns the dataset of a report as the build would read it.
#[wasm_bindgen]
pub fn dataset_file(report: &str) -> Option<String> {
    Some(dataset(&read(report)?))
}

/// Returns the atlas of a report in one file, for an address, which may be empty; nothing where a part of it does not arrive.
#[wasm_bindgen]
pub async fn atlas_file(id: String, report: String, address: String) -> Option<String> {
    let parts = Parts::load(&report).await?;
    Some(parts.publisher(&id, &address).html())
}

/// Returns a folder for a site as a ZIP archive, as [`atlas_file`].
#[wasm_bindgen]
pub async fn site_archive(id: String, report: String, address: String) -> Option<Vec<u8>> {
    let parts = Parts::load(&report).await?;
    let publisher = parts.publisher(&id, &address);
    let picture = png(&publisher.picture()).await;
    Some(publisher.site(picture.as_deref()))
}

/// Reads a report by way of a value, as the preview does: a second kind of reading would be 26 KB more.
fn read(report: &str) -> Option<Report> {
    serde_json::from_value(serde_json::from_str(report).ok()?).ok()
}

/// What a publication needs, once it has arrived.
struct Parts {
    report: Report,
    reader: ReaderParts,
    locales: Locales,
    locale: Rc<LocaleFile>,
    typesetter: Browser,
}

impl Parts {
    async fn load(report: &str) -> Option<Self> {
        let report = read(report)?;
        let reader = fetch::json("reader.json").await?;
        let locales = Locales::load().await?;
        let locale = locales.get(&report.atlas.lang).await;
        let typesetter = Browser { lang: locale.lang.clone() };
        Some(Self { report, reader, locales, locale, typesetter })
    }

    fn publisher<'a>(&'a self, id: &'a str, address: &'a str) -> Publisher<'a> {
        Publisher {
            id,
            report: &self.report,
            parts: &self.reader,
            locale: &self.locale,
            english: self.locales.english(),
            render,
            order,
            address,
            typesetter: &self.typesetter,
        }
    }
}
