//! Starts the studio.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use partnership_atlas::i18n::LocaleFile;
use serde::Deserialize;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{document, fetch, files, keeping, preview, selection};
use crate::document::Document;
use crate::path::Path;
use crate::shortcuts::{Shortcut, shortcut};
use crate::state::{Context, Keeping, Platform, Studio};
use crate::suggestions::Names;
use crate::ui::App;
use crate::words::{Words, first_known};

/// What the studio needs at its start: `data/start.json`.
#[derive(Deserialize)]
struct StartData {
    /// The bundled report.
    example: Document,
    /// The languages of the page: the tag and the own name of each.
    languages: Vec<(String, String)>,
}

/// The language of those that speak none of the others.
const ENGLISH: &str = "en";

/// How long an editor must rest at least, and at most, before the draft is checked, in milliseconds. In between it is twice
/// the time that the last check took, so that none runs between two keys.
const CHECK_AFTER: std::ops::RangeInclusive<u32> = 80..=700;

/// How long an editor must rest before the draft is kept, in milliseconds.
const KEEP_AFTER: u32 = 500;

/// Starts the studio in the element with the id `studio`.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        let is_started = open().await.is_some();
        if let Some(root) = document::document().and_then(|document| document.document_element()) {
            let _ = root.set_attribute("data-app", if is_started { "ready" } else { "failed" });
        }
    });
}

async fn open() -> Option<()> {
    let data: StartData = fetch::json("start.json").await?;
    let lang = first_known(&document::languages(), &data.languages);
    let (words, own) = language(lang.as_deref().unwrap_or(ENGLISH)).await?;
    document::set_language(&words.lang, &words.dir);
    let english =
        if own.is_complete() { own.clone() } else { fetch::json("locales/en.json").await? };
    let container = document::element("studio")?.dyn_into::<HtmlElement>().ok()?;
    let messages = Arc::new(own.messages(&english));
    let owner = Owner::new();
    let studio = owner.with(|| Studio::new(data.example, platform()));
    studio.is_tour_shown.set(document::is_tour_shown());
    let names = Arc::new(Names::of(&own, &words));
    let names = owner.with(|| RwSignal::new(names));
    let context = Context { studio, words: Arc::new(words), messages, names };
    // What stood there while the studio was loading.
    container.set_text_content(None);
    let (own, languages) = (context.clone(), data.languages.clone());
    mount_to(container, move || view! { <App context=own languages /> }).forget();
    owner.with(|| {
        follow_language(&context, data.languages);
        follow(studio);
        keeping::share(studio);
        preview::follow(context);
    });
    keeping::list(studio);
    keeping::warn(studio);
    selection::follow(studio);
    keys(studio);
    // The signals live as long as the page.
    std::mem::forget(owner);
    Some(())
}

/// Returns the words of the studio and the file of the page in a language.
async fn language(lang: &str) -> Option<(Words, LocaleFile)> {
    let words = Words::of(&fetch::json(&format!("words/{lang}.json")).await?);
    Some((words, fetch::json(&format!("locales/{lang}.json")).await?))
}

/// Knows the names in the language of the report besides those in the language of the studio, once they have arrived.
fn follow_language(context: &Context, languages: Vec<(String, String)>) {
    let (studio, names) = (context.studio, context.names);
    let (own, screen) = (names.get_untracked(), context.words.lang.clone());
    let tag = Memo::new(move |_| {
        studio.read(|document| {
            let source = Path::of("sources").index(document.report_source());
            document.text(&source.key("lang")).to_owned()
        })
    });
    Effect::new(move |_| {
        let (asked, own) = (tag.get(), own.clone());
        names.set(own.clone());
        let lang = first_known(std::slice::from_ref(&asked), &languages);
        if let Some(lang) = lang.filter(|lang| *lang != screen) {
            wasm_bindgen_futures::spawn_local(async move {
                let found = language(&lang).await;
                // Another language may have been typed since.
                if let Some((words, file)) = found.filter(|_| tag.get_untracked() == asked) {
                    names.set(Arc::new(own.and(Names::of(&file, &words))));
                }
            });
        }
    });
}

fn platform() -> Platform {
    Platform {
        open_file: files::open_chosen,
        keep: keeping::keep,
        open_draft: keeping::open,
        delete_draft: keeping::delete,
        publish: files::publish,
        focus: document::focus,
        select: selection::select,
        print_preview: document::print_preview,
        forget_tour: document::forget_tour,
        date_time: document::date_time,
    }
}

/// Checks and keeps the draft shortly after each change.
fn follow(studio: Studio) {
    let check: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let keep: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let took: Rc<Cell<u32>> = Rc::default();
    Effect::new(move |before: Option<Option<u64>>| {
        let revision =
            studio.journal.with(|journal| journal.as_ref().map(|journal| journal.revision()));
        let before = before.flatten();
        if revision.is_none() {
            // Nothing waits for a draft that is closed.
            check.replace(None);
            keep.replace(None);
            keeping::list(studio);
        } else if revision != before {
            if before.is_some() && studio.keeping.get_untracked() == Keeping::Kept {
                studio.keeping.set(Keeping::Soon);
            }
            let took = took.clone();
            let rest = (2 * took.get()).clamp(*CHECK_AFTER.start(), *CHECK_AFTER.end());
            let run = move || {
                let before = js_sys::Date::now();
                studio.check();
                took.set((js_sys::Date::now() - before) as u32);
            };
            check.replace(Some(Timeout::new(rest, run)));
            // An opened draft is kept once it is changed.
            if revision > Some(0) {
                keep.replace(Some(Timeout::new(KEEP_AFTER, move || keeping::keep(studio))));
            }
        }
        revision
    });
}

/// The fields whose text is no part of the draft, or not before they are left: they keep their own undo.
const OUTSIDE: &str =
    ".text :is(input, textarea), .field__new input, #publish-name, #publish-address";

/// Undoes and redoes by keys, also in the fields of the draft: their own would undo only what was typed there.
fn keys(studio: Studio) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let has_control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let is_open = studio.journal.with_untracked(Option::is_some);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_outside = target.is_some_and(|target| target.matches(OUTSIDE).unwrap_or(false));
        if !has_control || !is_open || is_outside {
            return;
        }
        match shortcut(&event.key(), &event.code(), event.shift_key()) {
            Some(Shortcut::Undo) => studio.undo(),
            Some(Shortcut::Redo) => studio.redo(),
            None => return,
        }
        event.prevent_default();
    });
    // As long as the page lives.
    std::mem::forget(handle);
}
