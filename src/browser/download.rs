//! Saving a file that the page has made.

use js_sys::{Array, Uint8Array};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document;

/// How long the browser may read the file, in milliseconds. Safari asks the reader first.
const LIFETIME: u32 = 60_000;

/// Saves a file with a name, a media type and a content, as the browser saves a download. A sandbox can forbid that;
/// then nothing happens, and no script is told.
pub fn save(name: &str, media_type: &str, content: &[u8]) {
    // Only a browser without downloads throws here.
    let _ = saved(name, media_type, content);
}

fn saved(name: &str, media_type: &str, content: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link = document::create("a")?.unchecked_into::<HtmlAnchorElement>();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo_timers::callback::Timeout::new(LIFETIME, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
