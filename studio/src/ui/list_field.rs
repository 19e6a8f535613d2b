//! The field for a list of objects.

use leptos::prelude::*;
use serde_json::Value;

use super::field::Problems;
use crate::document::{Document, Edit};
use crate::path::Path;
use crate::state::{Context, Studio, field_id};
use crate::words::Word;

/// What a list of objects is made of.
#[derive(Clone, Copy)]
pub struct ListKind {
    /// The name of the list.
    pub title: Word,
    /// What helps to fill it in.
    pub hint: Option<Word>,
    /// The words on the button that adds an entry.
    pub add: Word,
    /// The words on the button that takes one out; they may have the name of the entry.
    pub remove: Word,
    /// The fields of an entry.
    pub fields: fn(Context, Path) -> AnyView,
    /// Returns a new entry of a list: what an editor must choose is left out.
    pub entry: fn(Studio, &Path) -> Value,
    /// The key of the field that is filled in first.
    pub first: &'static str,
    /// Whether a new entry stands before the others.
    pub is_newest_first: bool,
    /// Returns whether an entry must stay.
    pub is_needed: Option<fn(&Document, &Path) -> bool>,
}

/// Adds a new entry to a list; returns its path.
pub fn add_entry(studio: Studio, list: &Path, kind: ListKind) -> Path {
    let entry = (kind.entry)(studio, list);
    let length = studio.read_untracked(|document| document.list(list).len());
    let index = if kind.is_newest_first { 0 } else { length };
    studio.edit(Edit::Insert(list.clone(), index, entry));
    list.index(index)
}

/// The entries of a list with their fields, a button that takes each out, and one that adds another.
#[component]
pub fn ListField(
    /// What every component is given.
    context: Context,
    /// The list.
    path: Path,
    /// What it is made of.
    kind: ListKind,
    /// The index of an entry that has a form of its own.
    #[prop(optional, into)]
    except: Option<Signal<usize>>,
    /// Whether it is a group of a page rather than a field of a form.
    #[prop(optional)]
    is_group: bool,
) -> impl IntoView {
    let studio = context.studio;
    let text = |word| context.words.get(word).to_owned();
    let count = {
        let path = path.clone();
        Memo::new(move |_| studio.read(|document| document.list(&path).len()))
    };
    let entries = {
        let (context, path) = (context.clone(), path.clone());
        move || {
            let except = except.map(|index| index.get());
            let entry = |index| {
                view! { <Entry context=context.clone() list=path.clone() index kind /> }
            };
            let indices = (0..count.get()).filter(|index| Some(*index) != except);
            indices.map(entry).collect_view()
        }
    };
    let insert = {
        let path = path.clone();
        move |_| {
            let entry = add_entry(studio, &path, kind);
            (studio.platform.focus)(field_id(&entry.key(kind.first)));
        }
    };
    let class = if is_group { "form__group" } else { "field" };
    let (id, hint) = (field_id(&path), kind.hint.map(text));
    view! {
        <fieldset class=class id=id tabindex="-1">
            <legend>{text(kind.title)}</legend>
            <p class="field__hint">{hint}</p>
            {entries}
            <div class="form__buttons">
                <button
                    type="button"
                    class="button"
                    disabled=move || !studio.can_edit()
                    on:click=insert
                >
                    {text(kind.add)}
                </button>
            </div>
            <Problems context path has_fields=true />
        </fieldset>
    }
}

/// One entry.
#[component]
fn Entry(
    /// What every component is given.
    context: Context,
    /// The list.
    list: Path,
    /// Its index.
    index: usize,
    /// What the list is made of.
    kind: ListKind,
) -> impl IntoView {
    let (studio, words) = (context.studio, context.words.clone());
    let path = list.index(index);
    let id = field_id(&path);
    let remove = {
        let path = path.clone();
        move || {
            let name = studio.read(|document| document.entry_name(&path).to_owned());
            words.format(kind.remove, &[("name", &name)])
        }
    };
    let is_needed = {
        let path = path.clone();
        Memo::new(move |_| {
            let is_needed =
                |test: fn(&Document, &Path) -> bool| studio.read(|document| test(document, &path));
            kind.is_needed.is_some_and(is_needed)
        })
    };
    let take_out = move |_| {
        studio.edit(Edit::Remove(list.clone(), index));
        (studio.platform.focus)(field_id(&list));
    };
    view! {
        <div class="form__entry" id=id tabindex="-1">
            {(kind.fields)(context, path)}
            <button
                type="button"
                class="button button--quiet"
                disabled=move || !studio.can_edit() || is_needed.get()
                on:click=take_out
            >
                {remove}
            </button>
        </div>
    }
}
