//! Asks the frame of the preview to draw the page whenever the draft or the choices change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{HtmlIFrameElement, MessageEvent, Window};

use super::document::{element, window};
use super::frame::{Drawn, FAILED, READY, ToDraw};
use crate::problems::Checked;
use crate::state::{Context, PreviewOptions};
use crate::ui::preview::FRAME;
use crate::words::Word;

/// What the frame is asked for.
#[derive(Clone, Default)]
struct Preview {
    /// What is to be drawn once the editor rests.
    waiting: Rc<RefCell<Option<Timeout>>>,
    /// What was drawn last.
    drawn: Rc<RefCell<Option<ToShow>>>,
    /// What was asked for last; a frame that becomes ready gets it.
    asked: Rc<RefCell<String>>,
    /// How long the last drawing took, in milliseconds.
    took: Rc<Cell<u32>>,
}

/// A draft and how it is shown.
struct ToShow {
    id: String,
    checked: Arc<Checked>,
    options: PreviewOptions,
}

impl PartialEq for ToShow {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.checked, &other.checked)
            && (&self.id, &self.options) == (&other.id, &other.options)
    }
}

/// How long an editor must rest at least, and at most, before the preview is drawn, in milliseconds. In between it is half of
/// what the last drawing took, after the rest before the check: that of a long report must not fall between two keys.
const DRAW_AFTER: std::ops::RangeInclusive<u32> = 20..=400;

/// Follows the draft and how it is to be shown.
pub fn follow(context: Context) {
    let studio = context.studio;
    let preview = Preview::default();
    preview.listen(context);
    Effect::new(move |before: Option<PreviewOptions>| {
        // Each key lets the drawing wait longer.
        let is_open = studio.journal.with(Option::is_some);
        let (checked, options) = (studio.checked.get(), studio.preview.get());
        let rest = match before {
            Some(before) if before == options => {
                (preview.took.get() / 2).clamp(*DRAW_AFTER.start(), *DRAW_AFTER.end())
            }
            _ => 0,
        };
        let (next, shown) = (preview.clone(), options.clone());
        let id = studio.read_untracked(|document| document.id.clone());
        let draw = move || next.draw(ToShow { id, checked, options: shown });
        preview.waiting.replace(is_open.then(|| Timeout::new(rest, draw)));
        options
    });
}

impl Preview {
    /// Hears what the frame says. It is another frame when the draft is opened again.
    fn listen(&self, context: Context) {
        let own = self.clone();
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let is_frame = event
                .source()
                .is_some_and(|source| frame().is_some_and(|frame| source == frame.into()));
            let Some(said) = event.data().as_string().filter(|_| is_frame) else { return };
            match said.as_str() {
                READY => own.post(),
                FAILED => {
                    let words = context.words.get(Word::PageFailed).to_owned();
                    context.studio.announcement.set(words);
                }
                answer => {
                    if let Ok(Drawn { took }) = serde_json::from_str(answer) {
                        own.took.set(took);
                    }
                }
            }
        });
        if let Some(window) = window() {
            let listener = listener.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback("message", listener);
        }
        // It listens as long as the page lives.
        listener.forget();
    }

    /// Asks for a page, unless it is the one that is there.
    fn draw(&self, to_show: ToShow) {
        let ToShow { id, checked, options } = &to_show;
        let Some(report) = checked.report.as_ref() else { return };
        if self.drawn.borrow().as_ref() == Some(&to_show) {
            return;
        }
        let mut options = options.clone();
        if options.lang.is_empty() {
            options.lang.clone_from(&report.atlas.lang);
        }
        let report = serde_json::to_value(report).unwrap_or_default();
        let json = serde_json::to_string(&ToDraw { id: id.clone(), report, options });
        self.asked.replace(json.unwrap_or_default());
        self.drawn.replace(Some(to_show));
        self.post();
    }

    /// Sends what was asked for last. A frame that is not ready yet does not hear it, and asks for it later.
    fn post(&self) {
        let asked = self.asked.borrow();
        let origin = window().and_then(|window| window.location().origin().ok());
        if let (Some(frame), Some(origin), false) = (frame(), origin, asked.is_empty()) {
            let _ = frame.post_message(&asked.as_str().into(), &origin);
        }
    }
}

/// Returns the window of the frame.
fn frame() -> Option<Window> {
    element(FRAME)?.dyn_into::<HtmlIFrameElement>().ok()?.content_window()
}
