//! The two dialogs that carry the view elsewhere: a link to it, and the code of a frame that shows it.

use std::sync::Arc;

use leptos::prelude::*;

use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::snippet::{self, Wishes};
use crate::state::AppState;

/// The id of the dialog with the link.
pub const SHARE: &str = "share";

/// The id of the dialog with the code.
pub const EMBED: &str = "embed";

/// What a frame can show, by the word in its address.
const VIEWS: [(&str, Message); 4] = [
    ("", Message::EmbedViewAll),
    ("map", Message::EmbedViewMap),
    ("cards", Message::EmbedViewCards),
    ("table", Message::EmbedViewTable),
];

/// The colours it can have.
const THEMES: [(&str, Message); 3] = [
    ("", Message::EmbedThemeAuto),
    ("light", Message::EmbedThemeLight),
    ("dark", Message::EmbedThemeDark),
];

/// The link to this view, to be read and to be copied.
pub fn share(atlas: &Arc<Atlas>, state: AppState) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    let link = move || if state.live { state.link() } else { String::new() };
    view! {
        <section class="dialog" id=SHARE popover="auto" aria-label=say(Message::ShareTitle)>
            <h2>{phrase(&say(Message::ShareTitle))}</h2>
            <p>{phrase(&say(Message::ShareWords))}</p>
            <p class="dialog__code">{link}</p>
            {foot(atlas, state, SHARE, Message::ShareCopy, move || state.copy_link(), None)}
        </section>
    }
    .into_any()
}

/// The code of a frame that shows this view, two choices, and a preview.
pub fn embed(atlas: &Arc<Atlas>, state: AppState) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    let wishes = RwSignal::new(Wishes::default());
    let base = move || {
        if state.live { (state.outside.base)() } else { "https://example.org/atlas/".to_owned() }
    };
    let address =
        Memo::new(move |_| state.view.with(|view| snippet::address(&base(), view, wishes.get())));
    let title = say(Message::HeadTitle);
    let code = Memo::new(move |_| address.with(|address| snippet::frame(address, &title)));
    let preview = say(Message::EmbedPreview);
    let previewed = RwSignal::new(false);
    let name = preview.clone();
    let toggle = view! {
        <button
            type="button"
            class="button"
            disabled=!state.live
            aria-pressed=move || if previewed.get() { "true" } else { "false" }
            on:click=move |_| previewed.update(|previewed| *previewed = !*previewed)
        >
            {name}
        </button>
    };
    let frames = move || previewed.get().then(|| address.get());
    view! {
        <section class="dialog" id=EMBED popover="auto" aria-label=say(Message::EmbedTitle)>
            <h2>{phrase(&say(Message::EmbedTitle))}</h2>
            <p>{phrase(&say(Message::EmbedWords))}</p>
            <div class="dialog__choices">
                {choice(atlas, state, Message::EmbedView, &VIEWS, move |word| {
                    wishes.update(|wishes| wishes.view = word);
                })}
                {choice(atlas, state, Message::EmbedTheme, &THEMES, move |word| {
                    wishes.update(|wishes| wishes.theme = word);
                })}
            </div>
            <p class="dialog__code">{move || code.get()}</p>
            {foot(atlas, state, EMBED, Message::EmbedCopy, move || {
                code.with(|code| state.copy(code, Message::EmbedCopied));
            }, Some(toggle.into_any()))}
            // Anew for each address: a frame that is led elsewhere would leave steps for the back button.
            <For each=frames key=Clone::clone let:src>
                <iframe
                    class="dialog__preview"
                    title=preview.clone()
                    src=src
                ></iframe>
            </For>
        </section>
    }
    .into_any()
}

fn choice(
    atlas: &Atlas,
    state: AppState,
    label: Message,
    words: &'static [(&'static str, Message)],
    choose: impl Fn(&'static str) + 'static,
) -> AnyView {
    let options: Vec<_> = words
        .iter()
        .map(|(word, message)| {
            view! { <option value=*word>{atlas.locale.say(*message).to_owned()}</option> }
        })
        .collect();
    let change = move |event| {
        let chosen = event_target_value(&event);
        if let Some((word, _)) = words.iter().find(|(word, _)| *word == chosen) {
            choose(word);
        }
    };
    view! {
        <label>
            <span>{phrase(atlas.locale.say(label))}</span>
            <select disabled=!state.live on:change=change>{options}</select>
        </label>
    }
    .into_any()
}

fn foot(
    atlas: &Arc<Atlas>,
    state: AppState,
    id: &'static str,
    copy: Message,
    act: impl Fn() + 'static,
    more: Option<AnyView>,
) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    let said = {
        let atlas = atlas.clone();
        move || state.said.get().map(|message| atlas.locale.say(message).to_owned())
    };
    view! {
        <div class="dialog__foot">
            <button type="button" class="button" disabled=!state.live on:click=move |_| act()>
                {phrase(&say(copy))}
            </button>
            {more}
            <button type="button" class="button" popovertarget=id popovertargetaction="hide">
                {phrase(&say(Message::EvidenceClose))}
            </button>
            // The line that is heard stands in the head of the page, behind the dialog.
            <span aria-hidden="true">{said}</span>
        </div>
    }
    .into_any()
}
