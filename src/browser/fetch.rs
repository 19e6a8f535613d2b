//! The files of the page, over the network.

use futures_util::future::join;
use gloo_net::http::Request;

use super::document;
use super::trouble::Trouble;

/// The dataset and the locale, as text: out of the page where it carries them, or else from the addresses that it
/// names.
pub async fn files() -> Result<(String, String), Trouble> {
    if let (Some(dataset), Some(locale)) =
        (document::carried("dataset"), document::carried("locale"))
    {
        return Ok((dataset, locale));
    }
    // Side by side, so that two of them travel together.
    let (dataset, locale) = join(file("dataset"), file("locale")).await;
    Ok((dataset?, locale?))
}

async fn file(name: &'static str) -> Result<String, Trouble> {
    let address = document::file(name).ok_or(Trouble::Page(name))?;
    let integrity = document::file(&[name, "-integrity"].concat()).ok_or(Trouble::Page(name))?;
    let response = Request::get(&address).integrity(&integrity).send().await;
    let response = response.ok().filter(gloo_net::http::Response::ok);
    let response = response.ok_or(Trouble::Fetch(name))?;
    response.text().await.map_err(|_| Trouble::Fetch(name))
}
