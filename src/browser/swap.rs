//! The live view takes the place of the prerendered one, without a visible change.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::{document, find, set_app};
use super::trouble::Trouble;
use crate::atlas::Atlas;
use crate::state::url::ViewState;
use crate::state::{AppState, Outside};
use crate::view::App;

const ROOT: &str = ".atlas";
const SHEET: &str = ".inspector__sheet";

/// Draws the view off the document and puts it in, in one step; focus, scroll and an open pop-over survive.
pub fn swap(atlas: &Arc<Atlas>, view: ViewState, outside: Outside) -> Result<(), Trouble> {
    let old = find(ROOT).ok_or(Trouble::Page("root"))?;
    let nursery = document().and_then(|document| document.create_element("div").ok());
    let nursery = nursery.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let nursery = nursery.ok_or(Trouble::Page("document"))?;
    let (drawn, connected) = (atlas.clone(), atlas.clone());
    let handle = leptos::mount::mount_to(nursery.clone(), move || {
        let state = AppState::new(view, Some(outside));
        // What listens to the page belongs to the view's owner, but needs it in the document: a task later.
        wasm_bindgen_futures::spawn_local(async move { super::connect(connected, state) });
        leptos::view! { <App atlas=drawn state /> }
    });
    handle.forget();
    let new = nursery.first_element_child().ok_or(Trouble::Page("view"))?;
    let kept = Kept::of(&old);
    // The list of the languages is the prerendered page's own: the view is in one and knows no other.
    if let (Some(languages), Some(head)) = (find(".languages"), head(&new)) {
        let _ = head.prepend_with_node_1(&languages);
    }
    old.replace_with_with_node_1(&new).map_err(|_| Trouble::Page("place for the view"))?;
    kept.give_back(&new);
    set_app("ready");
    Ok(())
}

fn head(view: &Element) -> Option<Element> {
    view.query_selector(".masthead").ok()?
}

/// What the reader had before the swap and must have after it.
struct Kept {
    focus: Option<Vec<u32>>,
    popover: Option<String>,
    page: (f64, f64),
    sheet: i32,
}

impl Kept {
    fn of(root: &Element) -> Self {
        let active = document().and_then(|document| document.active_element());
        Self {
            focus: active.and_then(|element| path(root, element)),
            // A browser without pop-overs does not know the first selector; then there is none open. The second
            // finds the fact to which a link led: the new element is no target, so it is shown instead.
            popover: find(".evidence:popover-open")
                .or_else(|| find(".evidence:target"))
                .map(|element| element.id()),
            page: (
                window().scroll_x().unwrap_or_default(),
                window().scroll_y().unwrap_or_default(),
            ),
            sheet: find(SHEET).map_or(0, |sheet| sheet.scroll_top()),
        }
    }

    fn give_back(self, root: &Element) {
        if let Some(sheet) = find(SHEET) {
            sheet.set_scroll_top(self.sheet);
        }
        if let Some(id) = self.popover {
            let popover = document().and_then(|document| document.get_element_by_id(&id));
            let popover = popover.and_then(|element| element.dyn_into::<HtmlElement>().ok());
            let _ = popover.map(|popover| popover.show_popover());
        }
        if let Some(element) = self.focus.and_then(|path| follow(root, &path)) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
        window().scroll_to_with_x_and_y(self.page.0, self.page.1);
    }
}

/// The way from the root to an element, by its place among its siblings at each step.
fn path(root: &Element, element: Element) -> Option<Vec<u32>> {
    let mut steps = Vec::new();
    let mut element = element;
    while !element.is_same_node(Some(root)) {
        let mut place = 0;
        let mut before = element.previous_element_sibling();
        while let Some(sibling) = before {
            place += 1;
            before = sibling.previous_element_sibling();
        }
        steps.push(place);
        element = element.parent_element()?;
    }
    steps.reverse();
    Some(steps)
}

fn follow(root: &Element, path: &[u32]) -> Option<HtmlElement> {
    let mut element = root.clone();
    for place in path {
        element = element.children().item(*place)?;
    }
    element.dyn_into().ok()
}
