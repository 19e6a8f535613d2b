//! Keeping drafts in this browser: IndexedDB, one record for each draft.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use leptos::prelude::*;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::document::window;
use crate::document::Document;
use crate::state::{Draft, Keeping, Kept, Studio, newest_first, same_as};

const DATABASE: &str = "atlas-studio";
const STORE: &str = "drafts";

async fn database() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

/// Returns the drafts of this browser, each with its key.
async fn all() -> Result<Vec<(String, Kept)>, idb::Error> {
    let transaction = database().await?.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(STORE)?;
    let keys = store.get_all_keys(None, None)?.await?;
    let values = store.get_all(None, None)?.await?;
    transaction.await?;
    let draft = |(key, value): (JsValue, JsValue)| {
        Some((key.as_string()?, Kept::read(&value.as_string()?)?))
    };
    Ok(keys.into_iter().zip(values).filter_map(draft).collect())
}

async fn put(key: &str, kept: &Kept) -> Result<(), idb::Error> {
    let transaction = database().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let json = serde_json::to_string(kept).unwrap_or_default();
    let store = transaction.object_store(STORE)?;
    store.put(&json.into(), Some(&key.into()))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

async fn remove(key: &str) -> Result<(), idb::Error> {
    let transaction = database().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.delete(JsValue::from(key))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

/// Lists the drafts of this browser on the start screen. Where the browser refuses, there are none.
pub fn list(studio: Studio) {
    wasm_bindgen_futures::spawn_local(async move {
        let drafts = all().await.unwrap_or_default();
        let drafts = drafts.into_iter().map(|(key, kept)| Draft::of(key, &kept));
        studio.drafts.set(newest_first(drafts.collect()));
    });
}

/// Opens a draft of this browser.
pub fn open(studio: Studio, key: String) {
    wasm_bindgen_futures::spawn_local(async move {
        let drafts = all().await.unwrap_or_default();
        if let Some(draft) = drafts.into_iter().find(|(own, _)| *own == key) {
            show(studio, draft);
        }
    });
}

/// Opens what was in a file: the draft of this browser that is the same, else a new one.
pub async fn open_file(studio: Studio, document: Document) {
    match same_as(&document, all().await.unwrap_or_default()) {
        Some(draft) => show(studio, draft),
        None => studio.begin(document),
    }
}

fn show(studio: Studio, (key, kept): (String, Kept)) {
    studio.open(kept.document);
    studio.key.set(Some(key));
}

/// Deletes a draft of this browser.
pub fn delete(studio: Studio, key: String) {
    wasm_bindgen_futures::spawn_local(async move {
        let _ = remove(&key).await;
        list(studio);
    });
}

/// Keeps the open draft as it is now.
pub fn keep(studio: Studio) {
    if studio.keeping.get_untracked() == Keeping::Elsewhere {
        return;
    }
    let Some(revision) = studio.revision() else { return };
    let key = studio.key.get_untracked().unwrap_or_else(new_key);
    studio.key.set(Some(key.clone()));
    let kept = Kept {
        changed: Some(js_sys::Date::now()),
        document: studio.read_untracked(Document::clone),
    };
    wasm_bindgen_futures::spawn_local(async move {
        let put = put(&key, &kept).await;
        if studio.key.get_untracked().as_ref() != Some(&key) {
            // The draft was closed meanwhile. The list has it as it is now; one that is not kept is opened again.
            match put {
                Ok(()) => list(studio),
                Err(_) if studio.revision().is_none() => {
                    studio.open(kept.document);
                    studio.keeping.set(Keeping::Refused);
                }
                Err(_) => {}
            }
            return;
        }
        let keeping = match put {
            // What was changed meanwhile is kept soon.
            Ok(()) if studio.revision() == Some(revision) => Keeping::Kept,
            Ok(()) => Keeping::Soon,
            Err(_) => Keeping::Refused,
        };
        if studio.keeping.get_untracked() != Keeping::Elsewhere {
            studio.keeping.set(keeping);
        }
    });
}

/// Returns a key that no other draft has: the time and some chance.
fn new_key() -> String {
    format!("{}-{}", js_sys::Date::now(), js_sys::Math::random())
}

/// Tells other tabs which draft is open here, and hears from them: the tab that opened a draft first changes it.
pub fn share(studio: Studio) {
    let Ok(channel) = BroadcastChannel::new(DATABASE) else { return };
    let (answering, asking) = (channel.clone(), channel.clone());
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = event.data().as_string().unwrap_or_default();
        let Some(own) = studio.key.get_untracked() else { return };
        let is_open = studio.journal.with_untracked(Option::is_some);
        if message == format!("opened {own}")
            && is_open
            && studio.keeping.get_untracked() != Keeping::Elsewhere
        {
            let _ = answering.post_message(&format!("held {own}").into());
        } else if message == format!("held {own}") {
            studio.keeping.set(Keeping::Elsewhere);
        }
    });
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The studio listens as long as the page lives.
    listener.forget();
    Effect::new(move |before: Option<Option<String>>| {
        let key = studio.key.get();
        if let Some(key) = key.as_ref().filter(|key| before.flatten().as_ref() != Some(*key)) {
            let _ = asking.post_message(&format!("opened {key}").into());
        }
        key
    });
}

/// Asks before the page is closed with changes that are not kept, and keeps them: they are in the browser before the editor has
/// answered.
pub fn warn(studio: Studio) {
    let Some(window) = window() else { return };
    let listener = Closure::<dyn Fn(web_sys::BeforeUnloadEvent)>::new(
        move |event: web_sys::BeforeUnloadEvent| {
            let is_changed = studio.revision().is_some_and(|revision| revision > 0);
            let is_kept =
                matches!(studio.keeping.get_untracked(), Keeping::Kept | Keeping::Elsewhere);
            if is_changed && !is_kept {
                keep(studio);
                event.prevent_default();
                event.set_return_value("unsaved");
            }
        },
    );
    let _ =
        window.add_event_listener_with_callback("beforeunload", listener.as_ref().unchecked_ref());
    listener.forget();
}
