//! The files to take, once nothing is wrong.

use leptos::prelude::*;
use partnership_atlas::model::FactId;
use partnership_atlas::view_model::embed_code::embed_code;

use super::format::completed;
use crate::document::{Document, Edit};
use crate::path::Path;
use crate::publish::is_page_address;
use crate::state::{ADDRESS_FIELD, Context, NAME_FIELD, Publication};
use crate::words::Word;

/// The buttons, and the code for a page.
#[component]
pub fn PublishForm(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let count = Memo::new(move |_| studio.checked.with(|checked| checked.count()));
    let blocked = {
        let words = words.clone();
        move || {
            let count = count.get();
            (count > 0)
                .then(|| words.format(Word::PublishBlocked, &[("count", &count.to_string())]))
        }
    };
    let files = [
        (Publication::Html, Word::PublishHtml, Word::PublishHtmlHint, "publish-html"),
        (Publication::Site, Word::PublishSite, Word::PublishSiteHint, "publish-site"),
        (Publication::Dataset, Word::PublishDataset, Word::PublishDatasetHint, "publish-dataset"),
    ]
    .map(|(file, word, hint, id)| {
        let context = context.clone();
        // A dataset that is not finished can be taken: others may go on with it.
        let is_blocked = move || file != Publication::Dataset && count.get() > 0;
        view! {
            <div class="publish__file">
                <button
                    type="button"
                    class="button button--main"
                    id=id
                    disabled=is_blocked
                    on:click=move |_| (studio.platform.publish)(context.clone(), file)
                >
                    {words.get(word).to_owned()}
                </button>
                <p class="field__hint">{words.get(hint).to_owned()}</p>
            </div>
        }
    });
    let address = Memo::new(move |_| studio.read(|document| document.address.clone()));
    let is_wrong = Memo::new(move |_| studio.read(is_address_wrong));
    let problem = {
        let words = words.clone();
        move || is_wrong.get().then(|| words.get(Word::ProblemLink).to_owned())
    };
    let code_heading = words.get(Word::PublishEmbed).to_owned();
    let code = move || {
        let title =
            studio.read(|document| document.text(&Path::of("atlas").key("title")).to_owned());
        let code = address
            .with(|address| is_page_address(address).then(|| embed_code(address, &title)))?;
        let heading = code_heading.clone();
        Some(view! {
            <div class="field">
                <h3 id="publish-code">{heading}</h3>
                <pre class="json" dir="ltr" tabindex="0" aria-labelledby="publish-code">{code}</pre>
            </div>
        })
    };
    view! {
        <div class="form publish">
            <h2>{words.get(Word::PublishTitle).to_owned()}</h2>
            <p class="field__hint">{words.get(Word::PublishHint).to_owned()}</p>
            <p class="publish__blocked" role="status">{blocked}</p>
            <Name context=context.clone() />
            <div class="field">
                <label for=ADDRESS_FIELD>{words.get(Word::PublishAddress).to_owned()}</label>
                <input
                    type="url"
                    id=ADDRESS_FIELD
                    dir="ltr"
                    readonly=move || !studio.can_edit()
                    aria-describedby="publish-address-problem publish-address-hint"
                    aria-invalid=move || is_wrong.get().then_some("true")
                    prop:value=address
                    on:change=move |event| {
                        studio.edit(Edit::Address(completed(&event_target_value(&event))));
                    }
                />
                <p class="field__problem" id="publish-address-problem">{problem}</p>
                <p class="field__hint" id="publish-address-hint">
                    {words.get(Word::PublishAddressHint).to_owned()}
                </p>
            </div>
            {files.into_iter().collect_view()}
            <p class="publish__done">{move || studio.announcement.get()}</p>
            {code}
        </div>
    }
}

/// Returns whether a draft has an address that no page can have.
fn is_address_wrong(document: &Document) -> bool {
    !document.address.is_empty() && !is_page_address(&document.address)
}

/// Returns what is said of a file that is made: its name, and whether the address is not in it.
pub fn said_of_made(context: &Context, file: Publication, name: &str) -> String {
    let words = &context.words;
    let made = words.format(Word::PublishDone, &[("name", name)]);
    let is_page = matches!(file, Publication::Html | Publication::Site);
    if is_page && context.studio.read_untracked(is_address_wrong) {
        format!("{made} {}", words.get(Word::PublishNoAddress))
    } else {
        made
    }
}

/// The name of the files.
#[component]
fn Name(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let name = Memo::new(move |_| studio.read(Document::name));
    view! {
        <div class="field">
            <label for=NAME_FIELD>{context.words.get(Word::FieldId).to_owned()}</label>
            <input
                type="text"
                id=NAME_FIELD
                dir="ltr"
                prop:value=name
                on:change=move |event| {
                    let typed = event_target_value(&event);
                    let id = if FactId::new(&typed).is_some() { typed } else { crate::ids::slug(&typed, &[]) };
                    studio.edit(Edit::Rename(id));
                }
            />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{example, open};
    use super::*;

    #[test]
    fn a_page_without_the_address_that_was_typed_says_so() {
        let (_owner, context) = open(example());
        let is_told = |address: &str, file| {
            context.studio.edit(Edit::Address(address.to_owned()));
            let said = said_of_made(&context, file, "roads.html");
            assert!(said.contains("roads.html"), "{said}");
            said.contains(context.words.get(Word::PublishNoAddress))
        };
        for file in [Publication::Html, Publication::Site] {
            assert!(is_told("https://", file));
            assert!(!is_told("https://example.org/", file) && !is_told("", file));
        }
        // These have no place for an address.
        assert!(!is_told("https://", Publication::Dataset));
    }
}
