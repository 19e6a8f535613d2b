//! Renders each part that reacts over its printed element.
//!
//! Each part is a task of its own, so that no task is long. The new element is equal to the printed one, so nothing moves;
//! what the reader was doing in the old one is carried over. Whatever a translator or an extension did to the old
//! element goes with it.

use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::Owner;
use strum::IntoEnumIterator;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::document::{document, find_all, focus_without_scrolling};
use super::error::StartError;
use crate::model::FactId;
use crate::ui::{Context, Part, part_view};

/// Renders all parts, one task after another; `owner` owns their signals.
///
/// # Errors
///
/// Where the page lacks a part.
pub async fn mount_all(context: &Context, owner: &Owner) -> Result<(), StartError> {
    let root = document().and_then(|document| document.document_element());
    let root = root.ok_or_else(|| StartError::Page("root".to_owned()))?;
    for part in Part::iter() {
        // A new task, also for the first part: the task before has read the data.
        gloo_timers::future::sleep(Duration::ZERO).await;
        let selector = format!("[data-part={}]", part.name());
        let printed = find_all(&root, &selector);
        if printed.is_empty() {
            return Err(StartError::Page(selector));
        }
        for element in printed {
            owner.with(|| mount(part, &element, context))?;
        }
    }
    Ok(())
}

/// Renders a part and puts it in the place of its printed element.
fn mount(part: Part, printed: &Element, context: &Context) -> Result<(), StartError> {
    let missing = || StartError::Page(part.name().to_owned());
    let fact = printed.get_attribute("data-fact").and_then(|id| FactId::new(&id));
    let container = document().and_then(|document| document.create_element("div").ok());
    let container = container.and_then(|container| container.dyn_into::<HtmlElement>().ok());
    let container = container.ok_or_else(missing)?;
    let context = context.clone();
    mount_to(container.clone(), move || part_view(part, context, fact)).forget();
    let rendered = container.first_element_child().ok_or_else(missing)?;
    let interaction = Interaction::of(printed);
    printed.replace_with_with_node_1(&rendered).map_err(|_| missing())?;
    interaction.resume(&rendered);
    Ok(())
}

/// What a reader is doing in a part while it is replaced.
struct Interaction {
    /// The focused element.
    focus: Option<Focus>,
    /// The scroll position of each region that scrolls, in CSS px.
    scrolled: Vec<(usize, i32)>,
    /// The disclosures that are open.
    open: Vec<usize>,
    /// The chip whose evidence is open.
    opener: Option<usize>,
}

/// A focused element of a part.
struct Focus {
    tag: String,
    /// Its number among the elements with that tag.
    index: usize,
    /// The start and the end of the selection in a text field.
    selection: Option<(u32, u32)>,
}

/// The regions that scroll.
const SCROLLING: &str = "[tabindex='0']";

/// The chip that was used last; `web/src/early_clicks.js` marks it.
const OPENER: &str = "[data-opened]";

impl Interaction {
    fn of(part: &Element) -> Self {
        let numbered = |selector: &str| find_all(part, selector).into_iter().enumerate();
        let scrolled = numbered(SCROLLING).filter(|(_, region)| region.scroll_top() > 0);
        let open = numbered("details").filter(|(_, details)| details.has_attribute("open"));
        let is_opener = |(_, chip): &(usize, Element)| chip.matches(OPENER).unwrap_or(false);
        Self {
            focus: focus(part),
            scrolled: scrolled.map(|(index, region)| (index, region.scroll_top())).collect(),
            open: open.map(|(index, _)| index).collect(),
            opener: numbered("[popovertarget]").find(is_opener).map(|(index, _)| index),
        }
    }

    fn resume(self, part: &Element) {
        let nth = |selector: &str, index: usize| find_all(part, selector).into_iter().nth(index);
        for index in self.open {
            if let Some(details) = nth("details", index) {
                let _ = details.set_attribute("open", "");
            }
        }
        for (index, position) in self.scrolled {
            if let Some(region) = nth(SCROLLING, index) {
                region.set_scroll_top(position);
            }
        }
        if let Some(chip) = self.opener.and_then(|index| nth("[popovertarget]", index)) {
            reopen(&chip);
        }
        if let Some(Focus { tag, index, selection }) = self.focus {
            let element =
                nth(&tag, index).and_then(|element| element.dyn_into::<HtmlElement>().ok());
            if let Some(element) = element {
                focus_without_scrolling(&element);
                restore_selection(element, selection);
            }
        }
    }
}

fn focus(part: &Element) -> Option<Focus> {
    let focused = document()?.active_element().filter(|focused| part.contains(Some(focused)))?;
    let tag = focused.local_name();
    let index = find_all(part, &tag).iter().position(|element| *element == focused)?;
    let field = focused.dyn_into::<HtmlInputElement>().ok();
    let selection = field
        .and_then(|field| Some((field.selection_start().ok()??, field.selection_end().ok()??)));
    Some(Focus { tag, index, selection })
}

fn restore_selection(element: HtmlElement, selection: Option<(u32, u32)>) {
    let field = element.dyn_into::<HtmlInputElement>().ok();
    if let Some((field, (start, end))) = field.zip(selection) {
        let _ = field.set_selection_range(start, end);
    }
}

/// Opens an open pop-over again from its new chip, so that it stays beside it and gives the focus back to it.
///
/// Both happen in one task, so nothing is seen of it.
fn reopen(chip: &Element) {
    let target = chip.get_attribute("popovertarget").unwrap_or_default();
    let popover = document().and_then(|document| document.get_element_by_id(&target));
    let popover = popover.filter(|popover| popover.matches(":popover-open").unwrap_or(false));
    let (Some(popover), Some(chip)) = (
        popover.and_then(|popover| popover.dyn_into::<HtmlElement>().ok()),
        chip.dyn_ref::<HtmlElement>(),
    ) else {
        return;
    };
    let focused = document().and_then(|document| document.active_element());
    let scroll = popover.scroll_top();
    let _ = popover.hide_popover();
    chip.click();
    popover.set_scroll_top(scroll);
    let inside = focused.filter(|focused| popover.contains(Some(focused)));
    if let Some(element) = inside.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus_without_scrolling(&element);
    }
}
