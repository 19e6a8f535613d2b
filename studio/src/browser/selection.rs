//! The words that are selected in the text.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, Node};

use super::document::{document, window};
use crate::state::{Selection, Studio};

/// Follows the selection of the document. One outside the text changes nothing, so that a click on a button does not lose the
/// words.
pub fn follow(studio: Studio) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(selection) = current() {
            studio.selection.set(Some(selection));
        }
    });
    let _ = document
        .add_event_listener_with_callback("selectionchange", listener.as_ref().unchecked_ref());
    // The studio listens as long as the page lives.
    listener.forget();
}

/// Returns the selected words, if they stand in one paragraph.
fn current() -> Option<Selection> {
    let selection = window()?.get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
    let paragraph = paragraph_of(&start)?;
    let (start_at, end_at) = (range.start_offset().ok()?, range.end_offset().ok()?);
    let text = paragraph.text_content().unwrap_or_default();
    let from = bytes_before(&paragraph, &start, start_at)?;
    // A selection that ends in another paragraph ends with this one: a double click at its end does that.
    let to = match paragraph_of(&end) {
        Some(other) if other == paragraph => bytes_before(&paragraph, &end, end_at)?,
        _ => text.len(),
    };
    let index = paragraph.get_attribute("data-paragraph")?.parse().ok()?;
    (from < to).then_some(Selection { paragraph: index, start: from, end: to })
}

fn paragraph_of(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("[data-paragraph]").ok()?
}

/// Returns the number of bytes of a paragraph before a place in one of its nodes.
fn bytes_before(paragraph: &Element, node: &Node, offset: u32) -> Option<usize> {
    let range = document()?.create_range().ok()?;
    range.set_start(paragraph, 0).ok()?;
    range.set_end(node, offset).ok()?;
    Some(String::from(range.to_string()).len())
}

/// Selects words of the text and brings them into view.
pub fn select(Selection { paragraph, start, end }: Selection) {
    let _ = selected(paragraph, start, end);
}

fn selected(paragraph: usize, start: usize, end: usize) -> Option<()> {
    let selector = format!("[data-paragraph=\"{paragraph}\"]");
    let element = document()?.query_selector(&selector).ok()??;
    let range = document()?.create_range().ok()?;
    let (node, offset) = place(&element, start)?;
    range.set_start(&node, offset).ok()?;
    let (node, offset) = place(&element, end)?;
    range.set_end(&node, offset).ok()?;
    let selection = window()?.get_selection().ok()??;
    selection.remove_all_ranges().ok()?;
    selection.add_range(&range).ok()?;
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    Some(())
}

/// Returns the text node with a byte of a paragraph, and the offset in it in UTF-16 code units, as ranges count.
fn place(paragraph: &Element, byte: usize) -> Option<(Node, u32)> {
    let mut before = 0;
    let mut texts = Vec::new();
    collect(paragraph, &mut texts);
    for node in texts {
        let text = node.text_content().unwrap_or_default();
        if byte <= before + text.len() {
            let units = text.get(..byte - before)?.encode_utf16().count();
            return Some((node, u32::try_from(units).ok()?));
        }
        before += text.len();
    }
    None
}

fn collect(node: &Node, texts: &mut Vec<Node>) {
    if node.node_type() == Node::TEXT_NODE {
        texts.push(node.clone());
    }
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|index| children.item(index)) {
        collect(&child, texts);
    }
}
