//! The address bar, which holds the view.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::document;
use crate::state::protocol::FrameMessage;
use crate::state::{Address, ViewState};
use crate::ui::Context;

/// The time that a reader must rest before the address is written. Writing it takes a browser as long as a frame, and
/// choices in quick succession are one step of the history.
const REST: Duration = Duration::from_millis(100);

/// Returns the query and the fragment of the page's address.
pub fn current() -> Address {
    let location = document::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    Address { query: part(web_sys::Location::search), fragment: part(web_sys::Location::hash) }
}

/// Returns the page's address without query and fragment.
pub fn page_url() -> String {
    let url = document::window().and_then(|window| window.location().href().ok());
    url.unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The address that is still to be written.
#[derive(Clone, Default)]
struct Pending {
    timeout: Rc<RefCell<Option<TimeoutHandle>>>,
    /// Whether one of the views since the last writing is a step of the history.
    is_step: Rc<Cell<bool>>,
}

impl Pending {
    /// Drops what was to be written.
    fn cancel(&self) {
        if let Some(timeout) = self.timeout.take() {
            timeout.clear();
        }
    }

    fn write_later(&self, address: Address, is_step: bool) {
        self.cancel();
        self.is_step.set(is_step || self.is_step.get());
        let pending = self.clone();
        let write_now = move || write(&address, pending.is_step.take());
        *self.timeout.borrow_mut() = set_timeout_with_handle(write_now, REST).ok();
    }

    fn forget(&self) {
        self.cancel();
        self.is_step.set(false);
    }
}

/// Keeps the address and the view the same: the one effect of the page, and its answer to back and forward.
pub fn follow(context: Context) {
    let state = context.state;
    let pending = Pending::default();
    let on_popstate = {
        let pending = pending.clone();
        move |_| {
            // What was to be written belongs to a view that the reader has left.
            pending.forget();
            let view = ViewState::from_address(&current(), &context.atlas.report);
            // A damaged address is no other view, so it is no other step of the history.
            let address = view.to_address();
            if address != current() {
                write(&address, false);
            }
            state.restore(view);
        }
    };
    Effect::new(move |before: Option<ViewState>| {
        let view = state.view();
        let is_step = before.is_some_and(|before| view.should_push_history(&before));
        tell_host(&view, FrameMessage::Address);
        if is_step {
            tell_host(&view, FrameMessage::Select);
        }
        let address = view.to_address();
        if address == current() {
            pending.forget();
        } else {
            pending.write_later(address, is_step);
        }
        view
    });
    // It stays for as long as the page is open.
    std::mem::forget(window_event_listener(ev::popstate, on_popstate));
}

/// Tells the page's scripts what is chosen now; they tell the host of a frame.
fn tell_host(view: &ViewState, message: FrameMessage) {
    let options = CustomEventInit::new();
    options.set_detail(&JsValue::from(view.to_address().to_string()));
    let event = CustomEvent::new_with_event_init_dict(message.into(), &options);
    // Nobody has to listen.
    let _ = event.ok().zip(document::window()).map(|(event, window)| window.dispatch_event(&event));
}

fn write(address: &Address, is_step: bool) {
    let Some(window) = document::window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let url = format!("{path}{address}");
    // A frame without an address of its own may refuse; the view is right all the same.
    let _ = window.history().and_then(|history| {
        // A step in a frame would be one of its host's.
        if is_step && !document::is_framed() {
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
        }
    });
}
