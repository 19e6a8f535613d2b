//! The files to take, once nothing is wrong.

use leptos::prelude::*;
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
    let name = Memo::new(move |_| studio.read(Document::name));
    let file_names = move || {
        let files = [Publication::Html, Publication::Site, Publication::Dataset];
        name.with(|name| files.map(|file| file.file_name(name)).join(", "))
    };
    let address_hint = words.get(Word::PublishAddressHint).to_owned();
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
            <Field
                context=context.clone()
                id=NAME_FIELD
                kind="text"
                label=Word::FieldId
                hint=Signal::derive(file_names)
                value=name
                is_wrong=|_| false
                read=Document::typed_name
                edit=Edit::Rename
            />
            <Field
                context=context.clone()
                id=ADDRESS_FIELD
                kind="url"
                label=Word::PublishAddress
                hint=Signal::derive(move || address_hint.clone())
                value=address
                is_wrong=is_address_wrong
                read=|_, typed| completed(typed)
                edit=Edit::Address
            />
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

/// A field for what is no part of the dataset.
#[component]
fn Field(
    /// What every component is given.
    context: Context,
    /// The id of the control.
    id: &'static str,
    /// The type of the control.
    kind: &'static str,
    /// Its label.
    label: Word,
    /// What helps to fill it in.
    hint: Signal<String>,
    /// What is shown.
    value: Memo<String>,
    /// Whether that is no address of a page.
    is_wrong: fn(&Document) -> bool,
    /// How what was typed becomes the value.
    read: fn(&Document, &str) -> String,
    /// The change of the value.
    edit: fn(String) -> Edit,
) -> impl IntoView {
    let studio = context.studio;
    let is_wrong = Memo::new(move |_| studio.read(is_wrong));
    // What was typed may leave the value as it is: the field shows that again.
    let typed = RwSignal::new(String::new());
    let shown = move || {
        typed.track();
        value.get()
    };
    let leave = move |event| {
        let text = event_target_value(&event);
        let new = studio.read_untracked(|document| read(document, &text));
        if new != value.get_untracked() {
            studio.edit(edit(new));
        }
        typed.set(text);
    };
    let text = |word| context.words.get(word).to_owned();
    let (label, problem) = (text(label), text(Word::ProblemLink));
    let (problem_id, hint_id) = (format!("{id}-problem"), format!("{id}-hint"));
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                type=kind
                id=id
                dir="ltr"
                readonly=move || !studio.can_edit()
                aria-describedby=format!("{problem_id} {hint_id}")
                aria-invalid=move || is_wrong.get().then_some("true")
                prop:value=shown
                on:change=leave
            />
            <p class="field__problem" id=problem_id>
                {move || is_wrong.get().then(|| problem.clone())}
            </p>
            <p class="field__hint" id=hint_id>{hint}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{example, open, print, texts};
    use super::*;

    #[test]
    fn the_form_says_what_the_files_are_called() {
        let (owner, context) = open(example());
        let form = || {
            let context = context.clone();
            print(&owner, || view! { <PublishForm context /> })
        };
        assert_eq!(texts(&form(), "#publish-name-hint"), ["x.html, x-site.zip, x.json"]);
        context.studio.edit(Edit::Rename("roads".to_owned()));
        assert_eq!(
            texts(&form(), "#publish-name-hint"),
            ["roads.html, roads-site.zip, roads.json"]
        );
    }

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
