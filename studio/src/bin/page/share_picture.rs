//! The picture for those who preview links, by what the browser knows of letters: `web/src/share_picture.js`.

use partnership_atlas::site::share::{Font, Likely, Typesetter};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen(raw_module = "./data/share_picture.js")]
extern "C" {
    fn width(text: &str, families: &str, weight: u16) -> f64;

    fn pieces(text: &str, lang: &str) -> Vec<String>;

    fn letters(text: &str) -> Vec<String>;

    fn likely(tag: &str) -> Option<Vec<String>>;

    #[wasm_bindgen(js_name = png, catch)]
    async fn png_of(svg: &str) -> Result<JsValue, JsValue>;
}

/// Returns a picture in SVG as PNG; nothing where the browser cannot draw it.
pub async fn png(svg: &str) -> Option<Vec<u8>> {
    let bytes = png_of(svg).await.ok()?;
    Some(bytes.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec())
}

/// The browser as typesetter.
pub struct Browser {
    /// The language of the texts, as a tag.
    pub lang: String,
}

impl Typesetter for Browser {
    fn width(&self, text: &str, font: Font) -> f64 {
        width(text, &font.families(), font.weight())
    }

    fn pieces<'a>(&self, text: &'a str) -> Vec<&'a str> {
        parts(text, &pieces(text, &self.lang))
    }

    fn letters<'a>(&self, text: &'a str) -> Vec<&'a str> {
        parts(text, &letters(text))
    }

    /// The browser sets a line in its order, in which the parts of other fonts stand as they are.
    fn runs<'a>(&self, line: &'a str, is_rtl: bool) -> Vec<(&'a str, bool)> {
        vec![(line, is_rtl)]
    }

    /// An embedding: the directions inside are the browser's to find. Before an RLM a space at the end stays on its side.
    fn rtl_marks(&self) -> (&'static str, &'static str) {
        ("\u{202b}", "\u{200f}\u{202c}")
    }

    fn likely(&self, tag: &str) -> Option<Likely> {
        let [language, script, region] = likely(tag)?.try_into().ok()?;
        Some(Likely { language, script, region: Some(region).filter(|region| !region.is_empty()) })
    }
}

/// Returns the parts of a text that are as long as the given ones.
fn parts<'a>(text: &'a str, given: &[String]) -> Vec<&'a str> {
    let mut rest = text;
    let mut parts = Vec::new();
    for part in given {
        // A half of a surrogate pair does not come back as it was; what is left then stays together.
        let Some((own, others)) = rest.split_at_checked(part.len()) else { break };
        parts.push(own);
        rest = others;
    }
    parts.extend(Some(rest).filter(|rest| !rest.is_empty()));
    parts
}
