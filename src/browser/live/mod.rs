//! The prerendered page, alive: it stays as it is, and from now on shows what the reader chooses.
//!
//! Each effect here writes into the document what `scene` says of the state, and none writes a signal. Elements are
//! found by their classes and their `data-` attributes, never by their place among others, so that a translator or an
//! extension that has touched the page does no harm.

mod cards;
mod dialogs;
pub mod hand;
mod head;
mod map;
mod rows;
mod sections;
mod table;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document::{all, find, set_app};
use super::trouble::Trouble;
use crate::digest::Digest;
use crate::state::url::ViewState;
use crate::state::{AppState, Outside};

/// Brings the page to life; nothing is seen of it but that what could not be pressed can be.
pub fn come_alive(digest: &Arc<Digest>, view: ViewState, outside: Outside) -> Result<(), Trouble> {
    let root = find(".atlas").ok_or(Trouble::Page("root"))?;
    // It can only be there already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| {
        let state = AppState::new(view, outside);
        map::follow(digest, state);
        sections::follow(state);
        cards::follow(digest, state);
        table::follow(digest, state);
        head::follow(digest, state);
        dialogs::follow(digest, state);
        hand::attach(&root, state);
        super::connect(digest.clone(), state);
    });
    // The page lives as long as it is open.
    std::mem::forget(owner);
    for element in all(".atlas [disabled]") {
        let _ = element.remove_attribute("disabled");
    }
    show_the_fact_that_was_asked_for();
    set_app("ready");
    Ok(())
}

/// Runs what writes into the document, now and whenever something changes that it has read.
///
/// Each kind of closure that an effect is made of adds a kilobyte to the module, so there is one kind; and it is Leptos's effect
/// of rendering, since the other keeps watch over threads, of which there is one here (2.6 KB).
pub fn follow(write: impl FnMut() + 'static) {
    let mut write: Box<dyn FnMut()> = Box::new(write);
    // It runs for as long as it is there: until the page is closed.
    std::mem::forget(RenderEffect::new(move |_| write()));
}

/// A link may lead to a fact; the sheet shows its evidence until the page is alive, and the pop-over after that.
fn show_the_fact_that_was_asked_for() {
    let evidence = find(".evidence:target").and_then(|it| it.dyn_into::<HtmlElement>().ok());
    // A browser without pop-overs goes on showing it in its place.
    let _ = evidence.map(|evidence| evidence.show_popover());
}
