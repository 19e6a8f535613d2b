//! Draws the page as it will be whenever the draft or the choices change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use partnership_atlas::model::Report;
use web_sys::HtmlIFrameElement;
use web_sys::wasm_bindgen::JsCast;

use super::document::element;
use super::page_module::{self, report_json};
use crate::state::{Context, PreviewOptions};
use crate::ui::preview::FRAME;
use crate::words::Word;

/// What the frame shows.
#[derive(Clone)]
struct Preview {
    context: Context,
    /// The frame, which is another one when the draft is opened again, and what draws into it.
    opened: Rc<RefCell<Option<(HtmlIFrameElement, page_module::Preview)>>>,
    /// What is to be drawn once the editor rests.
    waiting: Rc<RefCell<Option<Timeout>>>,
    /// How long the last drawing took, in milliseconds.
    took: Rc<Cell<u32>>,
}

/// How long an editor must rest at most before the preview is drawn, in milliseconds. It is three times what the last
/// drawing took: that of a long report must not fall between two keys.
const LONGEST_REST: u32 = 1_200;

/// Follows the draft and how it is to be shown.
pub fn follow(context: Context) {
    let studio = context.studio;
    let preview =
        Preview { context, opened: Rc::default(), waiting: Rc::default(), took: Rc::default() };
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
            if let Some(report) = checked.report.as_ref() {
                next.show(report, shown);
            }
        };
        let waits = is_open.get().then(|| Timeout::new(rest, draw));
        preview.waiting.replace(waits);
        options
    });
}

impl Preview {
    /// Shows a report.
    fn show(self, report: &Report, options: PreviewOptions) {
        let Context { studio, words, .. } = &self.context;
        let report = report_json(report).unwrap_or_default();
        let id = studio.read_untracked(|document| document.id.clone());
        let (studio, words) = (*studio, words.clone());
        wasm_bindgen_futures::spawn_local(async move {
            match self.page().await {
                Some(page) => self.took.set(page.draw(&id, &report, &options).await),
                None => studio.announcement.set(words.get(Word::PageFailed).to_owned()),
            }
        });
    }

    /// Returns what draws into the frame.
    async fn page(&self) -> Option<page_module::Preview> {
        let frame = element(FRAME)?.dyn_into::<HtmlIFrameElement>().ok()?;
        let opened = self.opened.borrow().clone();
        if let Some((_, page)) = opened.filter(|(own, _)| *own == frame) {
            return Some(page);
        }
        let page = page_module::Preview::open(&frame).await?;
        self.opened.replace(Some((frame, page.clone())));
        Some(page)
    }
}
