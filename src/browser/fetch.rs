//! The data of the page, over the network or from the page itself.
//!
//! The browser reads the JSON, which it can do anyway, and serde reads what it made of it.

use gloo_net::http::{Request, Response};
use js_sys::JSON;
use web_sys::wasm_bindgen::JsValue;

use super::document;
use super::error::StartError;
use crate::view_model::Atlas;

/// Returns the report and the messages: from the single file's own block, else from the address in `data-report`.
///
/// # Errors
///
/// Where the data does not arrive, or is not what the build wrote. The browser refuses data of another integrity.
pub async fn atlas() -> Result<Atlas, StartError> {
    if let Some(json) = document::inline_data("report") {
        return read(&json);
    }
    let address = document::root_attribute("data-report")?;
    let integrity = document::root_attribute("data-report-integrity")?;
    let response = Request::get(&address).integrity(&integrity).send().await;
    let response = response.ok().filter(Response::ok).ok_or(StartError::Fetch)?;
    let json = response.text().await.map_err(|_| StartError::Fetch)?;
    read(&json)
}

/// Reads the data. The build has checked it, so nothing else is.
fn read(json: &str) -> Result<Atlas, StartError> {
    let atlas =
        JSON::parse(json).and_then(|value: JsValue| Ok(serde_wasm_bindgen::from_value(value)?));
    atlas.map_err(|error| StartError::Data(String::from(js_sys::Object::from(error).to_string())))
}
