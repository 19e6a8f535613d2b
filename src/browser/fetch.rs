//! The facts of the page, over the network.

use gloo_net::http::{Request, Response};

use super::document;
use super::trouble::Trouble;

/// The digest, as text: out of the page where it carries it, or else from the address that it names.
pub async fn facts() -> Result<String, Trouble> {
    if let Some(carried) = document::carried("facts") {
        return Ok(carried);
    }
    let named = |name| document::file(name).ok_or(Trouble::Page(name));
    let (address, integrity) = (named("facts")?, named("facts-integrity")?);
    let response = Request::get(&address).integrity(&integrity).send().await;
    let response = response.ok().filter(Response::ok).ok_or(Trouble::Fetch)?;
    // As bytes: a text would be copied at three times its length first.
    let bytes = response.binary().await.map_err(|_| Trouble::Fetch)?;
    String::from_utf8(bytes).map_err(|_| Trouble::Data("is not UTF-8".to_owned()))
}
