//! The browser: the only room that can fail, and the only one that names its interfaces.
//!
//! What it returns are the page's own types; no value of the browser leaves it.

mod address;
mod clipboard;
mod document;
mod fetch;
mod gestures;
mod keys;
mod live;
mod trouble;

use std::pin::Pin;
use std::sync::Arc;

use crate::digest::Digest;
use crate::state::url::ViewState;
use crate::state::{AppState, Outside};
use trouble::Trouble;

/// Brings the page to life: loads the facts, and lets the prerendered view follow what the reader chooses.
///
/// Where anything fails, the prerendered page stays and a quiet line says so; of what the module cannot go on from, `assets/boot.js`
/// hears.
pub fn start() {
    spawn(async {
        if let Err(trouble) = open().await {
            document::fail(&trouble);
        }
    });
}

/// Lets something take its time. Boxed as Leptos boxes what it lets run, so that there is one kind of it.
fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

async fn open() -> Result<(), Trouble> {
    let digest = Digest::read(&fetch::facts().await?).map_err(Trouble::Data)?;
    let digest = Arc::new(digest);
    let mut view = ViewState::from_address(&address::current(), &digest);
    if view.clock == Default::default() {
        view.clock = document::clock();
    }
    let outside = Outside { copy: clipboard::copy, base: address::base };
    live::come_alive(&digest, view, outside)
}

/// What stays connected to the page once it is alive.
fn connect(digest: Arc<Digest>, state: AppState) {
    // The page opened with the whole map, as it was prerendered; only now may it move.
    state.look_closer();
    address::follow(digest, state);
    gestures::attach(state);
    keys::attach(state);
}
