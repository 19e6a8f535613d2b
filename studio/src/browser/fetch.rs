//! The files beside the studio.

use gloo_net::http::Request;
use serde::de::DeserializeOwned;

/// Returns a file of the folder `data` as a value; `None` where it does not arrive or is another one.
pub async fn json<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_str(&text(name).await?).ok()
}

/// Returns a file of the folder `data`; `None` where it does not arrive.
pub async fn text(name: &str) -> Option<String> {
    let response = Request::get(&format!("data/{name}")).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
