//! The files of the page, over the network.

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
    let (dataset, locale) = (start("dataset")?, start("locale")?);
    Ok((dataset.await?, locale.await?))
}

/// Asks for a file at once, so that two of them travel together, and hands back the wait for it.
fn start(name: &'static str) -> Result<impl Future<Output = Result<String, Trouble>>, Trouble> {
    let address = document::file(name).ok_or(Trouble::Page(name))?;
    let integrity = document::file(&[name, "-integrity"].concat()).ok_or(Trouble::Page(name))?;
    let answer =
        wasm_bindgen_futures::JsFuture::from(wasm_bindgen_futures::future_to_promise(async move {
            let response = Request::get(&address).integrity(&integrity).send().await;
            let response = response.ok().filter(gloo_net::http::Response::ok);
            let text = match response {
                Some(response) => response.text().await.ok(),
                None => None,
            };
            text.map(wasm_bindgen::JsValue::from).ok_or(wasm_bindgen::JsValue::NULL)
        }));
    Ok(
        async move { answer.await.ok().and_then(|text| text.as_string()).ok_or(Trouble::Fetch(name)) },
    )
}
