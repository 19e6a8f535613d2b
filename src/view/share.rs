//! The two dialogs that carry the view elsewhere: a link to it, and the code of a frame that shows it.

use leptos::prelude::*;

use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::snippet::{self, Wishes};
use crate::state::url::ViewState;

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
pub fn share(atlas: &Atlas) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    view! {
        <section class="dialog" id=SHARE popover="auto" aria-label=say(Message::ShareTitle)>
            <h2>{phrase(&say(Message::ShareTitle))}</h2>
            <p>{phrase(&say(Message::ShareWords))}</p>
            <p class="dialog__code"></p>
            {foot(atlas, SHARE, "copy-link", Message::ShareCopy, None)}
        </section>
    }
    .into_any()
}

/// The code of a frame that shows this view, two choices, and a preview.
pub fn embed(atlas: &Atlas) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    let preview = view! {
        <button type="button" class="button" data-act="preview" disabled aria-pressed="false">
            {say(Message::EmbedPreview)}
        </button>
    };
    view! {
        <section class="dialog" id=EMBED popover="auto" aria-label=say(Message::EmbedTitle)>
            <h2>{phrase(&say(Message::EmbedTitle))}</h2>
            <p>{phrase(&say(Message::EmbedWords))}</p>
            <div class="dialog__choices">
                {choice(atlas, Message::EmbedView, "view", &VIEWS)}
                {choice(atlas, Message::EmbedTheme, "theme", &THEMES)}
            </div>
            <p class="dialog__code">{example(atlas)}</p>
            {foot(atlas, EMBED, "copy-code", Message::EmbedCopy, Some(preview.into_any()))}
        </section>
    }
    .into_any()
}

fn choice(
    atlas: &Atlas,
    label: Message,
    wish: &'static str,
    words: &[(&'static str, Message)],
) -> AnyView {
    let options = words.iter().map(|(word, message)| {
        view! { <option value=*word>{atlas.locale.say(*message).to_owned()}</option> }
    });
    view! {
        <label>
            <span>{phrase(atlas.locale.say(label))}</span>
            <select name=wish autocomplete="off" disabled>{options.collect_view()}</select>
        </label>
    }
    .into_any()
}

fn foot(
    atlas: &Atlas,
    id: &'static str,
    act: &'static str,
    copy: Message,
    more: Option<AnyView>,
) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    view! {
        <div class="dialog__foot">
            <button type="button" class="button" data-act=act disabled>
                {phrase(&say(copy))}
            </button>
            {more}
            <button type="button" class="button" popovertarget=id popovertargetaction="hide">
                {phrase(&say(Message::EvidenceClose))}
            </button>
            // The line that is heard stands in the head of the page, behind the dialog.
            <span class="dialog__said" aria-hidden="true"></span>
        </div>
    }
    .into_any()
}

/// The code of a frame with a place-holder for the address, for whoever has no script.
pub fn example(atlas: &Atlas) -> String {
    let base = "https://example.org/atlas/";
    let address = snippet::address(base, &ViewState::default(), Wishes::default());
    snippet::frame(&address, atlas.locale.say(Message::HeadTitle))
}
