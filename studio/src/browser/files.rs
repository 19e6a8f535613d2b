//! Opening files and saving them.

use leptos::prelude::*;
use partnership_atlas::browser::download::save;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::keeping;
use super::page_module::{self, report_json};
use crate::document::Document;
use crate::open::{LARGEST, Opened, open, open_atlas};
use crate::problems::FieldDiagnostic;
use crate::state::{Context, Publication, Studio};
use crate::ui::publish_form::said_of_made;
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
                Ok(draft) => keeping::open_file(studio, draft).await,
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
    let lines = |problems: Vec<FieldDiagnostic>| -> Vec<String> {
        problems.iter().map(|problem| problem.said_of_file(words)).collect()
    };
    let example = studio.example.get_value();
    let opened = open(&file.name(), &bytes, &example.dataset, &words.lang);
    match opened.map_err(lines)? {
        Opened::Draft(draft) => Ok(draft),
        Opened::Page(html) => match page_module::atlas_of(&html).await {
            Some(found) => open_atlas(found).map_err(lines),
            None => Err(vec![words.get(Word::PageFailed).to_owned()]),
        },
    }
}

/// Makes a file and saves it.
pub fn publish(context: Context, publication: Publication) {
    let studio = context.studio;
    studio.check();
    studio.announcement.set(context.words.get(Word::PublishWorking).to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let name = make(studio, publication).await;
        studio.announcement.set(match name {
            Some(name) => said_of_made(&context, publication, &name),
            None => context.words.get(Word::PageFailed).to_owned(),
        });
    });
}

/// Makes a file and saves it; returns its name, or nothing where a part of the page does not load.
async fn make(studio: Studio, publication: Publication) -> Option<String> {
    let checked = studio.checked.get_untracked();
    // A complete report is written in the order of the format.
    let report = checked.report.as_ref().filter(|_| checked.count() == 0);
    let report = report.and_then(report_json);
    let id = studio.read_untracked(Document::name);
    let address = studio.read_untracked(|document| document.address.clone());
    let name = publication.file_name(&id);
    match (publication, report) {
        (Publication::Draft, _) => {
            let draft = studio
                .read_untracked(|document| serde_json::to_string(document).unwrap_or_default());
            save(&name, JSON, draft.as_bytes());
        }
        (Publication::Dataset, Some(report)) => {
            save(&name, JSON, page_module::dataset(&report).await?.as_bytes());
        }
        (Publication::Dataset, None) => {
            let dataset = studio.read_untracked(|document| {
                serde_json::to_string_pretty(&document.dataset).unwrap_or_default()
            });
            save(&name, JSON, (dataset + "\n").as_bytes());
        }
        (Publication::Site, report) => {
            let archive = page_module::archive(&id, &report?, &address).await?;
            save(&name, "application/zip", &archive);
        }
        (Publication::Html, report) => {
            let html = page_module::atlas(&id, &report?, &address).await?;
            save(&name, "text/html", html.as_bytes());
        }
    }
    Some(name)
}

const JSON: &str = "application/json";
