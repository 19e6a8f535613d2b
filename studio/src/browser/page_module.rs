//! The module that draws pages, `src/bin/page`: a second one, which is loaded when it is first needed.

use partnership_atlas::model::Report;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::unpack::Unpacked;

#[wasm_bindgen(raw_module = "./data/page_module.js")]
extern "C" {
    /// Loads the module, once: `web/src/page_module.js`.
    #[wasm_bindgen(catch)]
    async fn load() -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The module. `src/bin/page/exports.rs` says what each function does.
    type PageModule;

    #[wasm_bindgen(method)]
    fn atlas_in(this: &PageModule, html: &str) -> Option<String>;

    #[wasm_bindgen(method)]
    fn dataset_file(this: &PageModule, report: &str) -> Option<String>;

    #[wasm_bindgen(method, catch)]
    async fn atlas_file(
        this: &PageModule,
        id: &str,
        report: &str,
        address: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn site_archive(
        this: &PageModule,
        id: &str,
        report: &str,
        address: &str,
    ) -> Result<JsValue, JsValue>;
}

/// Returns a report as the module takes it. The checks make values of reports too; writing the text directly would be 5 KB more of code.
pub fn report_json(report: &Report) -> Option<String> {
    Some(serde_json::to_value(report).ok()?.to_string())
}

/// Returns the module; nothing where it does not load.
async fn page_module() -> Option<PageModule> {
    Some(load().await.ok()?.unchecked_into())
}

/// Returns what an atlas in one file contains, or nothing if it is none; no answer where the module does not load.
pub async fn atlas_of(html: &str) -> Option<Option<Unpacked>> {
    let found = page_module().await?.atlas_in(html);
    Some(found.and_then(|json| serde_json::from_str(&json).ok()))
}

/// Returns the dataset of a report as the build would read it; nothing where the module does not load.
pub async fn dataset(report: &str) -> Option<String> {
    page_module().await?.dataset_file(report)
}

/// Returns the atlas of a report in one file; nothing where a part of it does not load.
pub async fn atlas(id: &str, report: &str, address: &str) -> Option<String> {
    page_module().await?.atlas_file(id, report, address).await.ok()?.as_string()
}

/// Returns a folder for a site as a ZIP archive; nothing where a part of it does not load.
pub async fn archive(id: &str, report: &str, address: &str) -> Option<Vec<u8>> {
    let bytes = page_module().await?.site_archive(id, report, address).await.ok()?;
    Some(bytes.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec())
}
