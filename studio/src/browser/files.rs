//! Opening files and saving them.

use leptos::prelude::*;
use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::ui::{App, Context as PageContext};
use partnership_atlas::view_model::ranks::{Order, ranks_of};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlElement, HtmlInputElement, Url};

use super::{document, fetch};
use crate::open::{LARGEST, open};
use crate::publish::{Publisher, ReaderParts, dataset};
use crate::state::{Context, Publication, Studio};
use crate::words::{Word, Words};

/// Opens the file that was chosen in a field.
pub fn open_chosen(studio: Studio, event: leptos::ev::Event) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let file = field.files().and_then(|files| files.item(0));
    let words = Words::of(&document::languages().first().cloned().unwrap_or_default());
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

async fn read(
    file: &File,
    studio: Studio,
    words: &Words,
) -> Result<crate::document::Document, Vec<String>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of a file")]
    let size = file.size() as usize;
    if size > LARGEST {
        let megabytes = |bytes: usize| (bytes / 1_000_000).to_string();
        let values = [("size", &*megabytes(size)), ("limit", &*megabytes(LARGEST))];
        return Err(vec![words.format(Word::TooLarge, &values)]);
    }
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
    open(&file.name(), &bytes, &studio.example.get_value())
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
                    None => context.words.get(Word::PublishFailed).to_owned(),
                });
            });
        }
    }
}

/// Makes the page in one file, alone or in a folder; returns the name of the file.
async fn make(studio: Studio, publication: Publication) -> Option<String> {
    let checked = studio.checked.get_untracked();
    let report = checked.report.as_ref().filter(|_| checked.count() == 0)?;
    let id = studio.read_untracked(crate::document::Document::name);
    let parts: ReaderParts = fetch::json("reader.json").await?;
    let english: LocaleFile = fetch::json("locales/en.json").await?;
    let own = fetch::json(&format!("locales/{}.json", report.atlas.lang)).await;
    let locale: LocaleFile = own.unwrap_or_else(|| english.clone());
    let publisher = Publisher {
        id: &id,
        report,
        parts: &parts,
        locale: &locale,
        english: &english,
        render,
        order,
    };
    let name = if publication == Publication::Site {
        let name = format!("{id}-site.zip");
        save(&name, "application/zip", &publisher.site());
        name
    } else {
        let name = format!("{id}.html");
        save(&name, "text/html", publisher.html().as_bytes());
        name
    };
    Some(name)
}

/// Renders a page as HTML: the browser draws it into an element that nobody sees, and writes it down.
pub fn render(context: PageContext) -> String {
    let container =
        document::create("div").ok().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(container) = container else { return String::new() };
    let drawn = leptos::mount::mount_to(container.clone(), move || view! { <App context /> });
    let html = container.inner_html();
    drop(drawn);
    // Leptos leaves comments where a part may change.
    html.replace("<!---->", "").replace("<!--<() />-->", "")
}

/// Returns the order of texts in a language, as the browser knows it.
pub fn order(lang: &str) -> Order {
    let locales = js_sys::Array::of1(&JsValue::from_str(lang));
    let compare = js_sys::Intl::Collator::new(&locales, &js_sys::Object::new()).compare();
    Box::new(move |texts| {
        // Each text crosses over to the browser once, not in every comparison.
        let texts: Vec<JsValue> = texts.iter().map(|text| JsValue::from_str(text)).collect();
        ranks_of(&texts, |one, other| {
            let result = compare.call2(&JsValue::UNDEFINED, one, other);
            let result = result.ok().and_then(|result| result.as_f64()).unwrap_or_default();
            result.partial_cmp(&0.0).unwrap_or(std::cmp::Ordering::Equal)
        })
    })
}

/// How long the browser may read the file, in milliseconds. Safari asks the editor first.
const LIFETIME: u32 = 60_000;

/// Saves a file as the browser saves a download.
fn save(name: &str, media_type: &str, content: &[u8]) {
    // Only a browser without downloads throws here.
    let _ = saved(name, media_type, content);
}

fn saved(name: &str, media_type: &str, content: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link = document::create("a")?.unchecked_into::<HtmlAnchorElement>();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo_timers::callback::Timeout::new(LIFETIME, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
