//! The document of the studio: the focus, the language, the address.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Object};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement, Window};

use super::frame::WITHOUT_SCRIPT;
use crate::ui::preview::FRAME;

/// Returns the window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// Returns the document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Returns the element with an id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Returns the tags of the languages that the editor prefers: that of the address first.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    let search = window.location().search().unwrap_or_default();
    let asked =
        search.trim_start_matches('?').split('&').find_map(|pair| pair.strip_prefix("lang="));
    let preferred = window.navigator().languages();
    let preferred = preferred.iter().filter_map(|tag| tag.as_string());
    asked.map(str::to_owned).into_iter().chain(preferred).collect()
}

/// Says in which language the studio speaks.
pub fn set_language(lang: &str, dir: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", lang);
        let _ = root.set_attribute("dir", dir);
    }
}

/// Moves the focus to the element with an id, or to that of the nearest value around it where that is absent or disabled:
/// what was just added must be rendered first.
pub fn focus(id: String) {
    Timeout::new(0, move || {
        let mut id = id.as_str();
        loop {
            let found = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
            let is_enabled = |element: &HtmlElement| !element.matches(":disabled").unwrap_or(false);
            if let Some(element) = found.filter(is_enabled) {
                open_details(&element);
                let _ = element.focus();
                return;
            }
            let Some((around, _)) = id.rsplit_once('-') else { return };
            id = around;
        }
    })
    .forget();
}

/// Opens what an element is folded into: nothing in there takes the focus.
fn open_details(element: &Element) {
    let mut folded = element.closest("details:not([open])").ok().flatten();
    while let Some(details) = folded {
        let _ = details.set_attribute("open", "");
        folded = details.closest("details:not([open])").ok().flatten();
    }
}

/// Returns a time, in milliseconds since 1970, as date and time in a language.
pub fn date_time(time: f64, lang: &str) -> String {
    let style = |key: &str, style: &str| Array::of2(&key.into(), &style.into());
    let options = Array::of2(&style("dateStyle", "medium"), &style("timeStyle", "short"));
    let options = Object::from_entries(&options).unwrap_or_default();
    js_sys::Date::new(&time.into()).to_locale_string(lang, &options).into()
}

/// Prints the preview: what is seen of it.
pub fn print_preview() {
    let window_of = |frame: Element| frame.dyn_into::<HtmlIFrameElement>().ok()?.content_window();
    let Some(window) = element(FRAME).and_then(window_of) else { return };
    let without_script =
        window.document().and_then(|document| document.get_element_by_id(WITHOUT_SCRIPT));
    let seen = without_script.filter(|frame| !frame.has_attribute("hidden"));
    let _ = seen.and_then(window_of).unwrap_or(window).print();
}

/// The key under which the browser remembers that the steps are known.
const TOUR: &str = "atlas-studio-tour";

/// Returns whether the steps are to be shown: a browser that remembers nothing shows them always.
pub fn is_tour_shown() -> bool {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    storage.and_then(|storage| storage.get_item(TOUR).ok().flatten()).is_none()
}

/// Remembers that the steps are known.
pub fn forget_tour() {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(TOUR, "known");
    }
}
