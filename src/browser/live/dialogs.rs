//! The two dialogs that carry the view elsewhere.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use super::cards::press;
use crate::browser::document::{after_paint, document, find, set, set_text};
use crate::digest::Digest;
use crate::locale::Message;
use crate::scene::snippet;
use crate::state::AppState;

/// Writes out the link to the view and the code of a frame that shows it, and shows that frame where it is asked for.
pub fn follow(digest: &Arc<Digest>, state: AppState) {
    let digest = digest.clone();
    let mut before: Option<String> = None;
    super::follow(move || {
        let (link, frame) = (state.link(), state.frame());
        let code = snippet::frame(&frame, digest.words.say(Message::HeadTitle));
        // Nobody sees them yet.
        after_paint(move || {
            set_text("#share .dialog__code", &link);
            set_text("#embed .dialog__code", &code);
        });
        let is_on = state.talk.get().is_previewed;
        find("[data-act=preview]").iter().for_each(|button| press(button, is_on));
        let shown = is_on.then_some(frame);
        if before != shown {
            // Anew for each address: a frame that is led elsewhere would leave steps for the back button.
            find(".dialog__preview").iter().for_each(Element::remove);
            let title = digest.words.say(Message::EmbedPreview);
            shown.as_ref().and_then(|frame| preview(frame, title));
        }
        before = shown;
    });
}

fn preview(address: &str, title: &str) -> Option<()> {
    let frame = document()?.create_element("iframe").ok()?;
    set(&frame, "class", "dialog__preview");
    set(&frame, "title", title);
    set(&frame, "src", address);
    find("#embed")?.append_child(&frame).ok()?;
    Some(())
}
