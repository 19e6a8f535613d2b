//! The data of the page, over the network or from the page itself.

use gloo_net::http::{Request, Response};

use super::document;
use super::error::StartError;
use crate::model::trusted::trusted;
use crate::view_model::Atlas;

/// Returns the report and the messages: from the single file's own block, else from the address in `data-report`.
///
/// # Errors
///
/// Where the data does not arrive, or is not what the build wrote. The browser refuses data of another integrity.
pub async fn atlas() -> Result<Atlas, StartError> {
    if let Some(json) = document::inline_data("report") {
        return trusted(json.as_bytes()).map_err(StartError::Data);
    }
    let address = document::root_attribute("data-report")?;
    let integrity = document::root_attribute("data-report-integrity")?;
    let response = Request::get(&address).integrity(&integrity).send().await;
    let response = response.ok().filter(Response::ok).ok_or(StartError::Fetch)?;
    let bytes = response.binary().await.map_err(|_| StartError::Fetch)?;
    trusted(&bytes).map_err(StartError::Data)
}
