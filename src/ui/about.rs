//! The foot of the page: the source and how to check it, and what may be done with the page. It is folded on a phone.

use leptos::prelude::*;

use super::disclosure::disclosure_summary;
use super::embed_dialog::example_code;
use super::text::{attribute, localized_text, message, with_name};
use super::verify_text::VerifyText;
use super::{Context, Download};
use crate::i18n::{MessageId, day_text};
use crate::model::Edition;
use crate::view_model::citation::{atlas_citation, whole_source_citation};
use crate::view_model::map_view::boundary_note;

/// The foot of the page.
#[component]
pub fn About(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let part = |title: MessageId, text: AnyView| {
        view! { <section><h3>{message(&context, title)}</h3><p>{text}</p></section> }
    };
    let heading = view! { <h2>{message(&context, MessageId::AboutTitle)}</h2> }.into_any();
    let code = example_code(&context);
    let review = &context.atlas.messages.review;
    let has_review = !review.is_empty();
    view! {
        <footer class="about" aria-label=attribute(&context, MessageId::AboutTitle)>
            <details class="disclosure">
                {disclosure_summary(&context, heading, None)}
                <div class="about__parts">
                    {part(MessageId::AboutSource, source_text(&context))}
                    {part(MessageId::AboutMethod, method_text(&context))}
                    {part(MessageId::AboutBoundaries, localized_text(&boundary_note(&context.atlas)))}
                    <section class="hosted">
                        <h3>{message(&context, MessageId::AboutEmbed)}</h3>
                        <p>{message(&context, MessageId::AboutEmbedText)}</p>
                        <pre class="about__code" tabindex="0" translate="no" dir="ltr"><code>{code}</code></pre>
                    </section>
                    {has_review.then(|| part(MessageId::AboutLanguage, localized_text(review)))}
                    {part(MessageId::AboutLicence, licence(&context))}
                    {edition(&context)}
                    {corrections(&context)}
                    {citations(&context)}
                    {downloads(&context)}
                </div>
            </details>
            <VerifyText context=context.clone() />
        </footer>
    }
}

/// Renders how to check a fact; where the file has hashes, that they prove the text.
fn source_text(context: &Context) -> AnyView {
    let has_hashes = !context.atlas.report.source().paragraphs.is_empty();
    let hashes = has_hashes.then(|| view! { " " {message(context, MessageId::AboutSourceHashes)} });
    view! { {message(context, MessageId::AboutSourceText)} {hashes} }.into_any()
}

/// Renders the method; where no fact has participants, that the page shows none.
fn method_text(context: &Context) -> AnyView {
    let names_none = context.atlas.report.facts.iter().all(|fact| fact.participants.is_empty());
    let participants =
        names_none.then(|| view! { " " {message(context, MessageId::AboutMethodParticipants)} });
    view! { {message(context, MessageId::AboutMethodText)} {participants} }.into_any()
}

/// Renders the licence of the code and the outlines, and that of the facts.
fn licence(context: &Context) -> AnyView {
    let facts = context.atlas.report.atlas.licence.as_ref().map(|licence| {
        let text = context
            .atlas
            .messages
            .format(MessageId::AboutLicenceData, &[("licence", licence.as_str())]);
        view! { " " {with_name(&text, licence)} }
    });
    view! { {message(context, MessageId::AboutLicenceText)} {facts} }.into_any()
}

/// Renders the version of the atlas and its editor, where the file names them.
fn edition(context: &Context) -> Option<AnyView> {
    let messages = &context.atlas.messages;
    let Edition { editor, version, published, .. } = &context.atlas.report.atlas;
    let version = version.as_ref().zip(*published).map(|(version, day)| {
        let values = [("version", version.as_str()), ("date", &day_text(messages, day))];
        messages.format(MessageId::AboutVersion, &values)
    });
    let editor = editor
        .as_ref()
        .map(|editor| messages.format(MessageId::AboutEditor, &[("editor", &editor.isolated())]));
    let lines: Vec<_> = [version, editor].into_iter().flatten().collect();
    if lines.is_empty() {
        return None;
    }
    let lines = lines.iter().map(|line| view! { <p>{localized_text(line)}</p> });
    let title = localized_text(&context.atlas.report.atlas.title);
    let edition =
        view! { <section class="about__edition"><h3>{title}</h3>{lines.collect_view()}</section> };
    Some(edition.into_any())
}

/// Renders how to cite the report and the atlas, in words and as files for reference managers.
fn citations(context: &Context) -> AnyView {
    let atlas = &context.atlas;
    let files = context.page.downloads.iter().filter(|download| download.label.is_none());
    let files: Vec<_> = files.map(|file| view! { {download_link(context, file)} " " }).collect();
    let files = (!files.is_empty()).then(|| view! { <p>{files}</p> });
    let page = context.page.url.as_deref();
    view! {
        <section class="about__cite">
            <h3>{message(context, MessageId::AboutCite)}</h3>
            <p translate="no">{whole_source_citation(atlas, atlas.report.source())}</p>
            <p translate="no">{atlas_citation(atlas, page)}</p>
            {files}
        </section>
    }
    .into_any()
}

/// Renders what can be taken, if there is anything.
fn downloads(context: &Context) -> Option<AnyView> {
    let files = context.page.downloads.iter().filter(|download| download.label.is_some());
    let items: Vec<_> =
        files.map(|file| view! { <li>{download_link(context, file)}</li> }).collect();
    let studio = context.page.studio.clone().map(|studio| {
        view! { <li><a href=studio>{message(context, MessageId::AboutStudio)}</a></li> }
    });
    let section = view! {
        <section class="about__downloads">
            <h3>{message(context, MessageId::AboutDownloads)}</h3>
            <ul>
                {items}
                <li>{picture_button(context, "svg", MessageId::MapSaveSvg)}</li>
                <li>{picture_button(context, "png", MessageId::MapSavePng)}</li>
                {studio}
            </ul>
        </section>
    };
    (!context.page.downloads.is_empty()).then(|| section.into_any())
}

/// Renders a button that saves the map as it is seen; `web/src/map_picture.js` draws it and enables the button.
fn picture_button(context: &Context, kind: &'static str, label: MessageId) -> AnyView {
    view! {
        <button type="button" class="button" data-save-map=kind disabled>
            {message(context, label)}
        </button>
    }
    .into_any()
}

fn download_link(context: &Context, file: &Download) -> AnyView {
    let Download { href, name, label, reference, .. } = file.clone();
    let label = match label {
        Some(id) => message(context, id).into_any(),
        None => view! { <bdi translate="no">{reference}</bdi> }.into_any(),
    };
    view! { <a href=href download=name>{label}</a> }.into_any()
}

/// Renders the corrections, if there are any.
fn corrections(context: &Context) -> Option<AnyView> {
    let corrections = &context.atlas.report.atlas.corrections;
    if corrections.is_empty() {
        return None;
    }
    let items = corrections.iter().map(|correction| {
        let day = day_text(&context.atlas.messages, correction.date);
        view! { <li><b>{day}</b>" "{localized_text(&correction.text)}</li> }
    });
    let section = view! {
        <section>
            <h3>{message(context, MessageId::AboutCorrections)}</h3>
            <ul>{items.collect_view()}</ul>
        </section>
    };
    Some(section.into_any())
}
