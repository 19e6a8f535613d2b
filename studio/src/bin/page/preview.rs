//! The page as it will be. This runs in the frame of the preview, in a document of its own, so the page is drawn as it will be: with
//! the width of the frame, and without the style sheet of the studio.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use leptos::mount::mount_to;
use leptos::prelude::*;
use partnership_atlas::model::Report;
use partnership_atlas::site::{alone, evidence_of_page, printed_content};
use partnership_atlas::state::{AppState, Platform, ViewState};
use partnership_atlas::ui::{App, Context, PrintedPage};
use partnership_atlas::view_model::Atlas;
use studio::browser::frame::{Drawn, READY, ToDraw, WITHOUT_SCRIPT};
use studio::state::PreviewOptions;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement, MessageEvent, Window};

use crate::locales::Locales;
use crate::printing::{order, render};

/// The id of the element with the page.
const PAGE: &str = "page";

/// The preview.
struct Preview {
    locales: Locales,
    shown: RefCell<Option<Shown>>,
    /// How often a page was asked for: what is asked for later replaces what is not drawn yet.
    asked: Cell<u32>,
}

/// The live page that is shown.
struct Shown {
    lang: String,
    atlas: ArcRwSignal<Arc<Atlas>>,
    /// Takes the page out of the document when it is dropped.
    _page: Box<dyn std::any::Any>,
}

/// Draws what the studio asks for from now on.
///
/// # Errors
///
/// Where a part of the page does not load, or the document is not in a frame.
#[wasm_bindgen]
pub async fn start_preview() -> Result<(), JsValue> {
    let locales = Locales::load().await.ok_or("a part of the page did not load")?;
    let preview = Rc::new(Preview { locales, shown: RefCell::default(), asked: Cell::default() });
    let (window, studio) = window_and_studio().ok_or("the preview needs a frame")?;
    let origin = window.location().origin()?;
    let (asking, own) = (studio.clone(), origin.clone());
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let is_studio = event.source().is_some_and(|source| source == asking.clone().into());
        let asked = event.data().as_string().filter(|_| is_studio);
        let Some(to_draw) = asked.and_then(|json| serde_json::from_str(&json).ok()) else { return };
        let (preview, studio, origin) = (preview.clone(), asking.clone(), own.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let drawn = preview.draw(to_draw).await;
            if let Some(answer) = drawn.and_then(|drawn| serde_json::to_string(&drawn).ok()) {
                // Only a window that is gone does not take it.
                let _ = studio.post_message(&answer.into(), &origin);
            }
        });
    });
    window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref())?;
    // It listens as long as the document lives.
    listener.forget();
    studio.post_message(&READY.into(), &origin)
}

fn window_and_studio() -> Option<(Window, Window)> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    (parent != window).then_some((window, parent))
}

impl Preview {
    /// Draws a page; returns how long that took, or nothing where another one was asked for meanwhile.
    async fn draw(&self, to_draw: ToDraw) -> Option<Drawn> {
        let ToDraw { id, report, options } = to_draw;
        let asked = self.asked.get().wrapping_add(1);
        self.asked.set(asked);
        let locale = self.locales.get(&options.lang).await;
        if self.asked.get() != asked {
            return None;
        }
        let before = js_sys::Date::now();
        let report: Report = serde_json::from_value(report).ok()?;
        let order = order(&locale.lang);
        let atlas = Atlas::in_order(&report, None, &locale, self.locales.english(), &order);
        let atlas = Arc::new(atlas);
        let document = web_sys::window()?.document()?;
        let frame = document.get_element_by_id(WITHOUT_SCRIPT)?;
        let frame = frame.dyn_into::<HtmlIFrameElement>().ok()?;
        let page = page_of(&document)?;
        frame.set_hidden(options.is_alive);
        set_root(&document, &atlas, &options).ok()?;
        if options.is_alive {
            self.show_alive(page.dyn_into().ok()?, &id, atlas, options.lang);
        } else {
            self.shown.replace(None);
            page.set_inner_html("");
            // The document has the outlines of the map once; the one in the frame gets them with the page.
            let outlines = document.query_selector("body > svg").ok()??.outer_html();
            let document = loaded(&frame).await?;
            if self.asked.get() != asked {
                return None;
            }
            set_root(&document, &atlas, &options).ok()?;
            let content = printed_content(&atlas, &id, render);
            page_of(&document)?.set_inner_html(&(outlines + &content));
        }
        // Leptos draws before the next task.
        TimeoutFuture::new(0).await;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "some milliseconds"
        )]
        Some(Drawn { took: (js_sys::Date::now() - before) as u32 })
    }

    /// Shows the live page, in the place of a printed one or of one in another language. Another report in the same language is
    /// drawn into the page that is there, where the editor may have selected a state.
    fn show_alive(&self, page: HtmlElement, id: &str, atlas: Arc<Atlas>, lang: String) {
        if let Some(shown) = self.shown.borrow().as_ref().filter(|shown| shown.lang == lang) {
            shown.atlas.set(atlas);
            return;
        }
        self.shown.replace(None);
        page.set_inner_html("");
        let (signal, id) = (ArcRwSignal::new(atlas), id.to_owned());
        let atlas = signal.clone();
        let page = mount_to(page, move || {
            let state = AppState::new(ViewState::default(), platform());
            let context = move |_: Option<&Context>| {
                let atlas = atlas.get();
                let evidence = evidence_of_page(&atlas, 0);
                Context { page: Arc::new(PrintedPage { evidence, ..alone(&id) }), atlas, state }
            };
            // Reports are compared by the studio.
            let context = Memo::new_with_compare(context, |_, _| true);
            view! { <App context /> }
        });
        self.shown.replace(Some(Shown { lang, atlas: signal, _page: Box::new(page) }));
    }
}

/// Returns the element with the page. In the document of a frame it is no `HtmlElement` of this window.
fn page_of(document: &Document) -> Option<Element> {
    document.get_element_by_id(PAGE)
}

/// Returns the document of a frame, once it has loaded.
async fn loaded(frame: &HtmlIFrameElement) -> Option<Document> {
    let document = || {
        let loaded = frame.content_document();
        loaded
            .filter(|document| document.ready_state() == "complete" && page_of(document).is_some())
    };
    if document().is_none() {
        let load = Promise::new(&mut |resolve, reject| {
            if frame.add_event_listener_with_callback("load", &resolve).is_err() {
                let _ = reject.call0(&JsValue::UNDEFINED);
            }
        });
        JsFuture::from(load).await.ok()?;
    }
    document()
}

/// Sets what the page has at its root element.
fn set_root(document: &Document, atlas: &Atlas, options: &PreviewOptions) -> Result<(), JsValue> {
    let app = if options.is_alive { "ready" } else { "static" };
    let theme = if options.is_dark { "dark" } else { "light" };
    let root = document.document_element().ok_or("the document has no root")?;
    let messages = &atlas.messages;
    for (name, value) in [
        ("lang", messages.lang.as_str()),
        ("dir", messages.dir.as_str()),
        ("data-app", app),
        ("data-theme", theme),
    ] {
        root.set_attribute(name, value)?;
    }
    Ok(())
}

/// Returns what the page of the preview can do: nothing leaves the frame.
fn platform() -> Platform {
    Platform { is_interactive: true, ..Platform::print() }
}
