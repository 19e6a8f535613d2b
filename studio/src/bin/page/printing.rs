//! Prints a page by the browser.

use leptos::mount::mount_to;
use leptos::prelude::*;
use partnership_atlas::ui::{App, Context};
use partnership_atlas::view_model::ranks::{Order, ranks_of};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// Renders a page as HTML: the browser draws it into an element that nobody sees, and writes it down.
pub fn render(context: Context) -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let container = document.and_then(|document| document.create_element("div").ok());
    let container = container.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(container) = container else { return String::new() };
    let drawn =
        mount_to(container.clone(), move || view! { <App context=Signal::stored(context) /> });
    let html = container.inner_html();
    drop(drawn);
    // Leptos leaves comments where a part may change.
    html.replace("<!---->", "").replace("<!--<() />-->", "")
}

/// Returns the order of texts in a language, as the browser knows it.
pub fn order(lang: &str) -> Order {
    let locales = js_sys::Array::of1(&JsValue::from_str(lang));
    let compare = js_sys::Intl::Collator::new(&locales, &js_sys::Object::new()).compare();
    Box::new(move |texts| {
        // Each text crosses over to the browser once, not in every comparison.
        let texts: Vec<JsValue> = texts.iter().map(|text| JsValue::from_str(text)).collect();
        ranks_of(&texts, |one, other| {
            let result = compare.call2(&JsValue::UNDEFINED, one, other);
            let result = result.ok().and_then(|result| result.as_f64()).unwrap_or_default();
            result.partial_cmp(&0.0).unwrap_or(std::cmp::Ordering::Equal)
        })
    })
}
