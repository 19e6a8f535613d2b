//! The page as it will be, drawn into a frame of the studio.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;
use leptos::mount::mount_to;
use leptos::prelude::*;
use partnership_atlas::model::Report;
use partnership_atlas::site::{alone, evidence_of_page, printed_content};
use partnership_atlas::state::{AppState, Platform, ViewState};
use partnership_atlas::ui::{App, Context, PrintedPage};
use partnership_atlas::view_model::Atlas;
use studio::browser::fetch;
use studio::state::PreviewOptions;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, HtmlIFrameElement};

use crate::locales::Locales;
use crate::printing::{order, render};

/// What a frame shows.
#[wasm_bindgen]
pub struct Preview {
    frame: HtmlIFrameElement,
    outlines: String,
    locales: Locales,
    drawn: Rc<RefCell<Option<Drawn>>>,
    /// How often a page was asked for: what is asked for later replaces what is not drawn yet.
    asked: Cell<u32>,
}

/// A page in the frame.
struct Drawn {
    /// What the shell of the page was made for.
    options: PreviewOptions,
    atlas: ArcRwSignal<Arc<Atlas>>,
    /// Takes a live page out of the frame when it is dropped.
    page: Option<Box<dyn std::any::Any>>,
}

/// Returns a preview in a frame; nothing where a part of it does not arrive.
#[wasm_bindgen]
pub async fn open_preview(frame: HtmlIFrameElement) -> Option<Preview> {
    Some(Preview {
        frame,
        outlines: fetch::text("outlines.svg").await?,
        locales: Locales::load().await?,
        drawn: Rc::default(),
        asked: Cell::default(),
    })
}

#[wasm_bindgen]
impl Preview {
    /// Draws a report, which comes as JSON like the [`PreviewOptions`]; returns how long that took, in milliseconds.
    pub async fn show(&self, id: String, report: String, options: String) -> f64 {
        let (Ok(report), Ok(options)) =
            (serde_json::from_str::<Report>(&report), serde_json::from_str(&options))
        else {
            return 0.0;
        };
        let options: PreviewOptions = options;
        let asked = self.asked.get().wrapping_add(1);
        self.asked.set(asked);
        let locale = self.locales.get(&options.lang).await;
        if self.asked.get() != asked {
            return 0.0;
        }
        let before = js_sys::Date::now();
        let order = order(&locale.lang);
        let atlas = Atlas::in_order(&report, None, &locale, self.locales.english(), &order);
        self.draw(&id, Arc::new(atlas), options);
        // Leptos draws before the next task.
        TimeoutFuture::new(0).await;
        js_sys::Date::now() - before
    }
}

impl Preview {
    fn draw(&self, id: &str, atlas: Arc<Atlas>, options: PreviewOptions) {
        if let Some(drawn) = self.drawn.borrow().as_ref()
            && options.is_alive
            && shell_of(&drawn.options) == shell_of(&options)
        {
            drawn.atlas.set(atlas);
            return;
        }
        let content =
            if options.is_alive { String::new() } else { printed_content(&atlas, id, render) };
        let html = self.shell(&atlas, &options, &content);
        let is_alive = options.is_alive;
        let atlas = ArcRwSignal::new(atlas);
        self.drawn.replace(Some(Drawn { options, atlas: atlas.clone(), page: None }));
        if is_alive {
            let (frame, drawn, id) = (self.frame.clone(), self.drawn.clone(), id.to_owned());
            let mount = Closure::once_into_js(move || {
                // Another page may have replaced it before the frame was there.
                if let Some(drawn) = drawn.borrow_mut().as_mut() {
                    drawn.page = mount(&frame, &id, &drawn.atlas);
                }
            });
            self.frame.set_onload(Some(mount.unchecked_ref()));
        } else {
            self.frame.set_onload(None);
        }
        self.frame.set_srcdoc(&html);
    }

    /// Returns the document of the frame.
    fn shell(&self, atlas: &Atlas, options: &PreviewOptions, content: &str) -> String {
        let messages = &atlas.messages;
        let theme = if options.is_dark { "dark" } else { "light" };
        let (app, script) = if options.is_alive {
            ("ready", "<script src=\"data/preview.js\"></script>")
        } else {
            ("static", "")
        };
        format!(
            "<!doctype html><html lang=\"{}\" dir=\"{}\" data-app=\"{app}\" data-theme=\"{theme}\">\
             <head><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"data/page.css\">{script}</head>\
             <body>{}{content}</body></html>",
            messages.lang, messages.dir, self.outlines
        )
    }
}

/// Draws the live page into a frame whose shell has loaded; returns what takes it out again.
fn mount(
    frame: &HtmlIFrameElement,
    id: &str,
    atlas: &ArcRwSignal<Arc<Atlas>>,
) -> Option<Box<dyn std::any::Any>> {
    let body = frame.content_document()?.body()?;
    let (id, atlas) = (id.to_owned(), atlas.clone());
    let page = mount_to(body.unchecked_into::<HtmlElement>(), move || {
        // What the editor has selected stays when the report changes.
        let state = AppState::new(ViewState::default(), platform());
        move || {
            let atlas = atlas.get();
            let evidence = evidence_of_page(&atlas, 0);
            let page = Arc::new(PrintedPage { evidence, ..alone(&id) });
            view! { <App context=Context { atlas, state, page } /> }
        }
    });
    Some(Box::new(page))
}

/// Returns what a shell depends on.
fn shell_of(options: &PreviewOptions) -> (&str, bool, bool) {
    (&options.lang, options.is_dark, options.is_alive)
}

/// Returns what the page of the preview can do: nothing leaves the frame.
fn platform() -> Platform {
    Platform { is_interactive: true, ..Platform::print() }
}
