//! The files beside the studio.

use gloo_net::http::Request;
use serde::de::DeserializeOwned;

/// Returns a file of the folder `data` as a value; `None` where it does not arrive or is another one.
pub async fn json<T: DeserializeOwned>(name: &str) -> Option<T> {
    let response = Request::get(&format!("data/{name}")).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    serde_json::from_slice(&response.binary().await.ok()?).ok()
}
