//! The page as it will be, drawn into a frame of the studio.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::mount::mount_to;
use leptos::prelude::*;
use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::Report;
use partnership_atlas::site::{alone, evidence_of_page, printed_content};
use partnership_atlas::state::{AppState, Platform, ViewState};
use partnership_atlas::ui::{App, Context as PageContext, PrintedPage};
use partnership_atlas::view_model::Atlas;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, HtmlIFrameElement};

use super::document::element;
use super::fetch;
use super::files::{order, render};
use crate::state::{PreviewOptions, Studio};
use crate::ui::preview::FRAME;

/// What the frame shows.
#[derive(Clone)]
pub struct Preview {
    studio: Studio,
    outlines: Rc<str>,
    english: Rc<LocaleFile>,
    locales: Rc<RefCell<BTreeMap<String, Rc<LocaleFile>>>>,
    drawn: Rc<RefCell<Option<Drawn>>>,
    /// What is to be drawn once the editor rests.
    waiting: Rc<RefCell<Option<Timeout>>>,
    /// How long the last drawing took, in milliseconds.
    took: Rc<Cell<u32>>,
}

/// How long an editor must rest at most before the preview is drawn, in milliseconds. It is three times what the last
/// drawing took: that of a long report must not fall between two keys.
const LONGEST_REST: u32 = 1_200;

/// A live page in the frame.
struct Drawn {
    /// What the shell of the page was made for.
    options: PreviewOptions,
    atlas: RwSignal<Arc<Atlas>>,
    /// The frame, which is another one when the draft is opened again.
    frame: HtmlIFrameElement,
    /// Takes the page out of the frame when it is dropped.
    page: Option<Box<dyn std::any::Any>>,
}

impl Preview {
    /// Follows the draft and how it is to be shown.
    pub fn follow(studio: Studio, outlines: &str, english: LocaleFile) {
        let preview = Self {
            studio,
            outlines: outlines.into(),
            english: Rc::new(english),
            locales: Rc::default(),
            drawn: Rc::default(),
            waiting: Rc::default(),
            took: Rc::default(),
        };
        let is_open = Memo::new(move |_| studio.journal.with(Option::is_some));
        Effect::new(move |before: Option<PreviewOptions>| {
            let (checked, options) = (studio.checked.get(), studio.preview.get());
            let rest = match before {
                Some(before) if before == options => (3 * preview.took.get()).min(LONGEST_REST),
                _ => 0,
            };
            let next = preview.clone();
            let shown = options.clone();
            let draw = move || {
                if let Some(report) = checked.report.clone() {
                    next.show(report, shown);
                }
            };
            let waits = is_open.get().then(|| Timeout::new(rest, draw));
            preview.waiting.replace(waits);
            options
        });
    }

    /// Shows a report, once the language of the page is there.
    fn show(self, report: Report, options: PreviewOptions) {
        wasm_bindgen_futures::spawn_local(async move {
            let locale = self.locale(&options.lang).await;
            // The editor has gone on meanwhile.
            if self.studio.preview.get_untracked() != options {
                return;
            }
            let order = order(&locale.lang);
            let atlas = Atlas::in_order(&report, None, &locale, &self.english, &order);
            self.draw(Arc::new(atlas), options);
        });
    }

    async fn locale(&self, lang: &str) -> Rc<LocaleFile> {
        if lang == self.english.lang {
            return self.english.clone();
        }
        if let Some(locale) = self.locales.borrow().get(lang) {
            return locale.clone();
        }
        let Some(locale) = fetch::json::<LocaleFile>(&format!("locales/{lang}.json")).await else {
            return self.english.clone();
        };
        let locale = Rc::new(locale);
        self.locales.borrow_mut().insert(lang.to_owned(), locale.clone());
        locale
    }

    fn draw(&self, atlas: Arc<Atlas>, options: PreviewOptions) {
        let frame = element(FRAME).and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
        let Some(frame) = frame else { return };
        if let Some(drawn) = self.drawn.borrow().as_ref() {
            let is_same = shell_of(&drawn.options) == shell_of(&options) && drawn.frame == frame;
            if is_same && options.is_alive {
                let before = js_sys::Date::now();
                drawn.atlas.set(atlas);
                // Leptos draws before the next task.
                let took = self.took.clone();
                let measure = move || took.set((js_sys::Date::now() - before) as u32);
                Timeout::new(0, measure).forget();
                return;
            }
        }
        let id = self.studio.read_untracked(|document| document.id.clone());
        let content =
            if options.is_alive { String::new() } else { printed_content(&atlas, &id, render) };
        let signal = RwSignal::new(atlas);
        let html = self.shell(&signal.get_untracked(), &options, &content);
        *self.drawn.borrow_mut() = Some(Drawn {
            options: options.clone(),
            atlas: signal,
            frame: frame.clone(),
            page: None,
        });
        if options.is_alive {
            let preview = self.clone();
            let mount = Closure::once_into_js(move || preview.mount(signal, &id));
            frame.set_onload(Some(mount.unchecked_ref()));
        } else {
            frame.set_onload(None);
        }
        frame.set_srcdoc(&html);
    }

    /// Draws the live page into the frame whose shell has loaded.
    fn mount(&self, atlas: RwSignal<Arc<Atlas>>, id: &str) {
        let mut drawn = self.drawn.borrow_mut();
        let Some(drawn) = drawn.as_mut().filter(|drawn| drawn.atlas == atlas) else { return };
        let body = drawn.frame.content_document().and_then(|document| document.body());
        let Some(body) = body else { return };
        let state = AppState::new(ViewState::default(), platform());
        let report_id = id.to_owned();
        let page = mount_to(body.unchecked_into::<HtmlElement>(), move || {
            move || {
                let atlas = atlas.get();
                let evidence = evidence_of_page(&atlas, 0);
                let page = Arc::new(PrintedPage { evidence, ..alone(&report_id) });
                view! { <App context=PageContext { atlas, state, page } /> }
            }
        });
        drawn.page = Some(Box::new(page));
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

/// Returns what a shell depends on.
fn shell_of(options: &PreviewOptions) -> (&str, bool, bool) {
    (&options.lang, options.is_dark, options.is_alive)
}

/// Returns what the page of the preview can do: nothing leaves the frame.
fn platform() -> Platform {
    Platform { is_interactive: true, ..Platform::print() }
}
