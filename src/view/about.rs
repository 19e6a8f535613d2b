//! Where the page comes from, how to check it, and what may be done with it.

use std::sync::Arc;

use leptos::prelude::*;

use super::phrase::phrase;
use super::share::example;
use crate::atlas::Atlas;
use crate::locale::Message;

/// The file names under which the dataset and its schema are published, beside the page.
const DOWNLOADS: [(&str, Message); 2] = [
    ("data/pakistan-asean-2023.json", Message::AboutDataset),
    ("data/pakistan-asean-2023.schema.json", Message::AboutSchema),
];

/// The foot of the page.
#[component]
pub fn About(
    /// The facts and the words.
    atlas: Arc<Atlas>,
) -> impl IntoView {
    let say = |message| atlas.locale.say(message).to_owned();
    let part = |title: Message, words: Message| {
        view! { <section><h3>{phrase(&say(title))}</h3><p>{phrase(&say(words))}</p></section> }
    };
    let code = example(&atlas);
    let downloads = DOWNLOADS.map(|(file, message)| {
        view! { <li><a href=file download="">{phrase(&say(message))}</a></li> }
    });
    view! {
        <footer class="about" aria-label=say(Message::AboutTitle)>
            <h2>{phrase(&say(Message::AboutTitle))}</h2>
            <div class="about__parts">
                {part(Message::AboutSource, Message::AboutSourceWords)}
                {part(Message::AboutMethod, Message::AboutMethodWords)}
                {part(Message::AboutBoundaries, Message::MapBoundaries)}
                <section class="hosted">
                    <h3>{phrase(&say(Message::AboutEmbed))}</h3>
                    <p>{phrase(&say(Message::AboutEmbedWords))}</p>
                    <pre class="about__code" tabindex="0"><code>{code}</code></pre>
                </section>
                {part(Message::AboutLanguage, atlas.locale.review)}
                {part(Message::AboutLicence, Message::AboutLicenceWords)}
                <section class="hosted">
                    <h3>{phrase(&say(Message::AboutDownloads))}</h3>
                    <ul>{downloads}</ul>
                </section>
            </div>
        </footer>
    }
}
