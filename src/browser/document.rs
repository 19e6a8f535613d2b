//! The document: what the printed page says of itself, and what a start changes in it.

use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Window};

use super::error::StartError;
use crate::model::{FactId, PlaceCode};
use crate::state::{AsOf, ViewState};
use crate::ui::PrintedPage;

/// Returns the window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// Returns the document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Returns the first element that a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// Returns every element inside another that a selector finds.
pub fn find_all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    let items = (0..list.length()).filter_map(|index| list.item(index));
    items.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Returns the content of a data block of the single file.
pub fn inline_data(name: &str) -> Option<String> {
    document()?.get_element_by_id(&format!("ATLAS-{name}"))?.text_content()
}

/// Returns an attribute of the root element.
///
/// # Errors
///
/// Where the root element does not have it.
pub fn root_attribute(name: &str) -> Result<String, StartError> {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute(name)).ok_or_else(|| StartError::Page(name.to_owned()))
}

/// Returns what the components know of the printed page.
///
/// # Errors
///
/// Where the root element lacks an attribute.
pub fn printed_page() -> Result<PrintedPage, StartError> {
    Ok(PrintedPage {
        number: root_attribute("data-table-page")?.parse().unwrap_or_default(),
        table_pages: root_attribute("data-table-pages")?,
        evidence: printed_evidence(),
        home: root_attribute("data-home")?,
        report: root_attribute("data-report-id")?,
        // `web/src/frame_links.js` has been here.
        is_framed: find("a[rel~=noreferrer][target]").is_some(),
        // The rest is for what never reacts, so the printed one stays.
        ..PrintedPage::default()
    })
}

/// Returns a new element that is not in the document.
///
/// # Errors
///
/// Where there is no document.
pub fn create(name: &str) -> Result<Element, JsValue> {
    document().ok_or(JsValue::UNDEFINED)?.create_element(name)
}

/// Returns whether the page is in a frame; `web/src/frame.js` marks it.
pub fn is_framed() -> bool {
    root_attribute("data-framed").is_ok()
}

/// Returns the facts whose evidence is on the page.
fn printed_evidence() -> Vec<FactId> {
    let root = document().and_then(|document| document.document_element());
    let evidence = root.map(|root| find_all(&root, ".evidence")).unwrap_or_default();
    evidence.iter().filter_map(|evidence| FactId::new(&evidence.id())).collect()
}

/// Keeps what the reader did before the page started: a chosen day and a typed search.
pub fn keep_input(view: &mut ViewState) {
    if view.as_of == AsOf::default() && find("[name=clock][value=today]:checked").is_some() {
        view.as_of = AsOf::Today;
    }
    let field =
        find("input[type=search]").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(text) = field.map(|field| field.value()).filter(|text| !text.is_empty()) {
        view.search = text;
    }
}

/// Scrolls the page to the section with an id, and moves the focus to the heading that unfolds it. `scrollIntoView` would also
/// scroll the host of a frame.
pub fn scroll_to(id: &str) {
    let section = document().and_then(|document| document.get_element_by_id(id));
    if let Some((section, window)) = section.zip(window()) {
        window.scroll_by_with_x_and_y(0.0, section.get_bounding_client_rect().top());
        section.query_selector("summary").ok().flatten().iter().for_each(focus_without_scrolling);
    }
}

/// Moves the focus to the link that selects a state, for whoever uses keys: the focus shows the state on the map, which a
/// pointer has just cleared.
pub fn focus_state(place: PlaceCode) {
    if find(":focus-visible").is_none() {
        return;
    }
    let link = find(&format!(".country-list__link[href='#{place}']"));
    link.iter().for_each(focus_without_scrolling);
}

/// Moves the focus to an element, and nothing else.
pub fn focus_without_scrolling(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}

/// Returns whether an open pop-over or a focused field takes the Escape key.
pub fn takes_escape() -> bool {
    find(":popover-open, input:focus, select:focus, textarea:focus").is_some()
}

/// Opens the evidence of a fact. Until the page starts, the style sheet shows what the address leads to in its place.
pub fn show_evidence(fact: FactId) {
    let evidence = document().and_then(|document| document.get_element_by_id(fact.as_ref()));
    let evidence = evidence.and_then(|evidence| evidence.dyn_into::<HtmlElement>().ok());
    // A browser without pop-overs goes on showing it in its place.
    let _ = evidence.map(|evidence| evidence.show_popover());
}

/// Marks the page as ready.
pub fn set_ready() {
    set_app("ready");
}

/// Leaves the printed page as it is and shows its notice, with the problem where the data has one.
pub fn show_failure(error: &StartError) {
    set_app("failed");
    if let StartError::Data(problem) = error {
        if let Some(line) = find(".notice__details") {
            line.set_text_content(Some(problem));
        }
        if let Some(details) = find(".notice details") {
            let _ = details.remove_attribute("hidden");
        }
    }
}

fn set_app(state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-app", state);
    }
}
