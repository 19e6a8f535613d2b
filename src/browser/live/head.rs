//! The head of the page: the clock, and the short line about what was done.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::browser::document::{all, find, write};
use crate::digest::Digest;
use crate::state::AppState;

/// Shows the clock by which the page reads, and says what was done.
pub fn follow(digest: &Arc<Digest>, state: AppState) {
    super::follow(move || {
        let clock = state.view.with(|view| view.clock);
        let choice = find(&[".clock [value=", clock.word(), "]"].concat());
        let choice = choice.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        choice
            .iter()
            .filter(|choice| !choice.checked())
            .for_each(|choice| choice.set_checked(true));
    });
    let digest = digest.clone();
    super::follow(move || {
        let said = state.talk.get().said.map_or("", |message| digest.words.say(message));
        all(".masthead__said, .dialog__said").for_each(|line| write(&line, said));
    });
}
