//! The document: what the prerendered page says of itself, and the line that says what is missing.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Document, Element, Event, EventTarget};

use super::trouble::Trouble;
use crate::state::url::Clock;

/// The window's document.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// Every element that a selector finds, as they stand now.
pub fn all(selector: &str) -> std::vec::IntoIter<Element> {
    let mut found = Vec::new();
    if let Some(Ok(list)) = document().map(|document| document.query_selector_all(selector)) {
        for place in 0..list.length() {
            found.extend(list.item(place).and_then(|node| node.dyn_into().ok()));
        }
    }
    found.into_iter()
}

/// Sets an attribute, unless it is the same: the browser would look for what is styled by it all the same.
pub fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // A name that is written out cannot be refused.
        let _ = element.set_attribute(name, value);
    }
}

/// Sets an attribute, or takes it away.
pub fn set_or_remove(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => set(element, name, value),
        None => {
            let _ = element.remove_attribute(name);
        }
    }
}

/// Sets the text of an element, unless it is the same: what is set is laid out and said again.
pub fn write(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Sets the text of the first element that a selector finds.
pub fn set_text(selector: &str, text: &str) {
    find(selector).iter().for_each(|element| write(element, text));
}

/// Listens as long as the page is open; `capture` before what is inside has heard, and never passively.
///
/// One kind of closure for all that is listened to: each kind adds to the module and to its glue.
pub fn listen(target: &EventTarget, name: &str, capture: bool, act: impl Fn(&Event) + 'static) {
    let act: Box<dyn Fn(Event)> = Box::new(move |event: Event| act(&event));
    let closure = Closure::wrap(act);
    let options = AddEventListenerOptions::new();
    options.set_passive(false);
    options.set_capture(capture);
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        closure.as_ref().unchecked_ref(),
        &options,
    );
    closure.forget();
}

/// Does something once the browser has painted what is there now.
pub fn after_paint(act: impl FnOnce() + 'static) {
    let painted: Box<dyn FnOnce()> = Box::new(move || after(0, act));
    let _ = leptos::prelude::window().request_animation_frame(&once(painted));
}

/// Does something after so many milliseconds.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let window = leptos::prelude::window();
    let act = once(Box::new(act));
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&act, milliseconds);
}

fn once(act: Box<dyn FnOnce()>) -> js_sys::Function {
    Closure::once_into_js(act).unchecked_into()
}

/// What an object of the browser has under a name; one reader for all of them is smaller than one for each.
fn part(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}

/// A number that an event or a box has; nought where it has none.
pub fn number(of: &JsValue, name: &str) -> f64 {
    part(of, name).as_f64().unwrap_or_default()
}

/// Whether an event says so of itself.
pub fn is(of: &JsValue, name: &str) -> bool {
    part(of, name).is_truthy()
}

/// A text that an object has; empty where it has none.
pub fn text(of: &JsValue, name: &str) -> String {
    part(of, name).as_string().unwrap_or_default()
}

/// A finger on the screen, out of one of the lists of a touch event.
pub fn finger(event: &Event, list: &str, place: u32) -> Option<JsValue> {
    let touch = js_sys::Reflect::get_u32(&part(event, list), place).ok()?;
    touch.is_object().then_some(touch)
}

/// The text of a file that the page carries in itself: the single-file edition does.
pub fn carried(name: &str) -> Option<String> {
    find(&["#atlas-", name].concat())?.text_content()
}

/// The address of a file, as the root element names it (`data-facts`), or its integrity (`data-facts-integrity`).
pub fn file(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&["data-", name].concat())
}

/// Sets `data-app`: `static`, `ready` or `failed`.
pub fn set_app(state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        set(&root, "data-app", state);
    }
}

/// The clock that the reader chose before any script ran.
pub fn clock() -> Clock {
    let today = find(".clock [value=today]:checked");
    if today.is_some() { Clock::Today } else { Clock::Report }
}

/// Leaves the prerendered page as it is and shows its quiet line; says what does not fit, where it is the facts.
pub fn fail(trouble: &Trouble) {
    set_app("failed");
    if let Trouble::Data(misfit) = trouble {
        set_text(".notice__misfit", misfit);
        find(".notice details").iter().for_each(|it| set_or_remove(it, "hidden", None));
    }
}
