//! What the reader does, by pointer, finger or key, anywhere on the page: each act is named by its `data-act`.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::browser::document::{find, listen, text};
use crate::dataset::{AreaId, FactId, PlaceCode, Status};
use crate::digest::number;
use crate::locale::Message;
use crate::scene::lens::{STEP, STEP_BACK};
use crate::state::AppState;
use crate::state::url::{Clock, Column};

/// Listens to the whole page.
pub fn attach(root: &Element, state: AppState) {
    let on = |name, act: fn(AppState, &Event)| {
        listen(root, name, false, move |event| act(state, event));
    };
    on("click", act);
    on("change", choose);
    on("input", write);
    on("keydown", press);
    for start in ["pointerover", "focusin"] {
        on(start, |state, event| preview(state, place_under(event)));
    }
    for end in ["pointerleave", "focusout"] {
        on(end, |state, _| preview(state, None));
    }
}

/// The element that an event meant, itself or around it.
fn meant(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()?
}

fn place_under(event: &Event) -> Option<PlaceCode> {
    let element = meant(event, "[data-act=select]")?;
    PlaceCode::new(&element.get_attribute("data-of")?)
}

fn preview(state: AppState, place: Option<PlaceCode>) {
    if state.preview.get_untracked() != place {
        state.preview.set(place);
    }
}

fn act(state: AppState, event: &Event) {
    let Some(element) = meant(event, "[data-act]") else { return };
    let of = element.get_attribute("data-of").unwrap_or_default();
    match element.get_attribute("data-act").unwrap_or_default().as_str() {
        "select" => {
            event.prevent_default();
            PlaceCode::new(&of).into_iter().for_each(|code| state.select(code));
        }
        "clear" => {
            event.prevent_default();
            state.clear();
        }
        "show" => FactId::new(&of).into_iter().for_each(|id| state.toggle_reach(id)),
        "area" => state.filter_area(AreaId::new(&of)),
        "status" => state.filter_status(Status::from_word(&of)),
        "page" => {
            event.prevent_default();
            state.turn_to(number(&of).saturating_sub(1));
            find(".facts").iter().for_each(Element::scroll_into_view);
        }
        "sort" => Column::from_word(&of).into_iter().for_each(|column| state.sort_by(column)),
        "zoom" => zoom(state, &of),
        "cite" => copy(state, cited(&element), Message::EvidenceCopied),
        "copy-link" => state.copy_link(),
        "copy-code" => copy(state, text_of("#embed .dialog__code"), Message::EmbedCopied),
        "preview" => state.talk.update(|talk| talk.is_previewed = !talk.is_previewed),
        _ => {}
    }
}

/// Zooms by a button or a key: `in`, `out`, or back to the `whole`.
pub fn zoom(state: AppState, way: &str) {
    let lens = state.lens();
    state.glide(match way {
        "in" => lens.zoomed_about_middle(STEP),
        "out" => lens.zoomed_about_middle(STEP_BACK),
        _ => Default::default(),
    });
}

/// The citation beside a button.
fn cited(button: &Element) -> Option<String> {
    let evidence = button.closest(".evidence").ok()??;
    evidence.query_selector(".evidence__citation").ok()??.text_content()
}

fn text_of(selector: &str) -> Option<String> {
    find(selector)?.text_content()
}

fn copy(state: AppState, text: Option<String>, done: Message) {
    text.into_iter().for_each(|text| state.copy(&text, done));
}

/// A clock or a wish was chosen.
fn choose(state: AppState, event: &Event) {
    let Some(element) = meant(event, "[name]") else { return };
    let name = element.get_attribute("name").unwrap_or_default();
    let value = text(&element, "value");
    if name == "clock" {
        let today = value == Clock::Today.word();
        state.set_clock(if today { Clock::Today } else { Clock::Report });
    } else {
        state.talk.update(|talk| talk.wishes.take(&name, &value));
    }
}

fn write(state: AppState, event: &Event) {
    let field = meant(event, "[type=search]");
    field.into_iter().for_each(|field| state.search(text(&field, "value")));
}

/// A link answers Enter by itself; whoever takes it for a button may press Space.
fn press(state: AppState, event: &Event) {
    if text(event, "key") == " "
        && let Some(code) = place_under(event)
    {
        event.prevent_default();
        state.select(code);
    }
}
