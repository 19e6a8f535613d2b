//! Opening files and saving them.

use leptos::prelude::*;
use partnership_atlas::browser::download::save;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::page_module;
use crate::document::Document;
use crate::open::{LARGEST, Opened, open, open_atlas};
use crate::publish::dataset;
use crate::state::{Context, Publication, Studio};
use crate::words::{Word, Words};

/// Opens the file that was chosen in a field.
pub fn open_chosen(context: Context, event: leptos::ev::Event) {
    let Context { studio, words, .. } = context;
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let file = field.files().and_then(|files| files.item(0));
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(file) = file {
            let opened = read(&file, studio, &words).await;
            match opened {
                Ok(draft) => studio.begin(draft),
                Err(mut lines) => {
                    lines.insert(0, format!("{} {}", words.get(Word::CannotOpen), file.name()));
                    studio.refusal.set(lines);
                }
            }
        }
        // The same file can be chosen again.
        field.set_value("");
    });
}

async fn read(file: &File, studio: Studio, words: &Words) -> Result<Document, Vec<String>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of a file")]
    let size = file.size() as usize;
    if size > LARGEST {
        let megabytes = |bytes: usize| (bytes / 1_000_000).to_string();
        let values = [("size", &*megabytes(size)), ("limit", &*megabytes(LARGEST))];
        return Err(vec![words.format(Word::TooLarge, &values)]);
    }
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
    match open(&file.name(), &bytes, &studio.example.get_value().dataset)? {
        Opened::Draft(draft) => Ok(draft),
        Opened::Page(html) => match page_module::atlas_of(&html).await {
            Ok(found) => open_atlas(found),
            Err(_) => Err(vec![words.get(Word::PageFailed).to_owned()]),
        },
    }
}

/// Makes a file and saves it.
pub fn publish(context: Context, publication: Publication) {
    let studio = context.studio;
    let say = move |line: String| studio.announcement.set(line);
    studio.check();
    match publication {
        Publication::Draft => {
            let (id, draft) = studio.read_untracked(|document| {
                (document.name(), serde_json::to_string(document).unwrap_or_default())
            });
            let name = format!("{id}.draft.json");
            save(&name, "application/json", draft.as_bytes());
            say(context.words.format(Word::PublishDone, &[("name", &name)]));
        }
        Publication::Dataset => {
            let (id, draft) = studio.read_untracked(|document| {
                let json = serde_json::to_string_pretty(&document.dataset);
                (document.name(), json.unwrap_or_default() + "\n")
            });
            let checked = studio.checked.get_untracked();
            // A complete report is written in the order of the format.
            let is_complete = checked.count() == 0;
            let json = match checked.report.as_ref().filter(|_| is_complete) {
                Some(report) => dataset(report),
                None => draft,
            };
            let name = format!("{id}.json");
            save(&name, "application/json", json.as_bytes());
            say(context.words.format(Word::PublishDone, &[("name", &name)]));
        }
        Publication::Html | Publication::Site => {
            say(context.words.get(Word::PublishWorking).to_owned());
            wasm_bindgen_futures::spawn_local(async move {
                let name = make(studio, publication).await;
                say(match name {
                    Some(name) => context.words.format(Word::PublishDone, &[("name", &name)]),
                    None => context.words.get(Word::PageFailed).to_owned(),
                });
            });
        }
    }
}

/// Makes the page in one file, alone or in a folder; returns the name of the file.
async fn make(studio: Studio, publication: Publication) -> Option<String> {
    let checked = studio.checked.get_untracked();
    let report = checked.report.as_ref().filter(|_| checked.count() == 0)?;
    let report = serde_json::to_string(report).ok()?;
    let id = studio.read_untracked(Document::name);
    if publication == Publication::Site {
        let name = format!("{id}-site.zip");
        save(&name, "application/zip", &page_module::archive(&id, &report).await?);
        Some(name)
    } else {
        let name = format!("{id}.html");
        save(&name, "text/html", page_module::atlas(&id, &report).await?.as_bytes());
        Some(name)
    }
}
