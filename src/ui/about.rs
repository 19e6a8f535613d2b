//! The foot of the page: the source and how to check it, and what may be done with the page.

use leptos::prelude::*;

use super::Context;
use super::embed_dialog::example_code;
use super::text::{attribute, localized_text, message};
use crate::i18n::MessageId;

/// The files that are published beside the page, with their labels.
const DOWNLOADS: [(&str, MessageId); 2] = [
    ("data/pakistan-asean-2023.json", MessageId::AboutDataset),
    ("data/pakistan-asean-2023.schema.json", MessageId::AboutSchema),
];

/// The foot of the page.
#[component]
pub fn About(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let part = |title: MessageId, text: AnyView| {
        view! { <section><h3>{message(&context, title)}</h3><p>{text}</p></section> }
    };
    let text = |id| message(&context, id);
    let downloads = DOWNLOADS.map(|(file, label)| {
        view! { <li><a href=file download="">{message(&context, label)}</a></li> }
    });
    let code = example_code(&context);
    view! {
        <footer class="about" aria-label=attribute(&context, MessageId::AboutTitle)>
            <h2>{message(&context, MessageId::AboutTitle)}</h2>
            <div class="about__parts">
                {part(MessageId::AboutSource, text(MessageId::AboutSourceText))}
                {part(MessageId::AboutMethod, text(MessageId::AboutMethodText))}
                {part(MessageId::AboutBoundaries, text(MessageId::MapBoundaries))}
                <section class="hosted">
                    <h3>{message(&context, MessageId::AboutEmbed)}</h3>
                    <p>{message(&context, MessageId::AboutEmbedText)}</p>
                    <pre class="about__code" tabindex="0" translate="no"><code>{code}</code></pre>
                </section>
                {part(MessageId::AboutLanguage, localized_text(&context.atlas.messages.review))}
                {part(MessageId::AboutLicence, text(MessageId::AboutLicenceText))}
                <section class="hosted">
                    <h3>{message(&context, MessageId::AboutDownloads)}</h3>
                    <ul>{downloads}</ul>
                </section>
            </div>
        </footer>
    }
}
