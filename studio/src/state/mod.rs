//! What changes while the studio is open, and what an editor can do.

mod choices;
mod drafts;
mod platform;

use std::sync::Arc;

pub use choices::{Keeping, Page, Pane, PreviewOptions, Publication, Selection};
pub use drafts::{Draft, Kept, newest_first, same_as};
use leptos::prelude::*;
use partnership_atlas::i18n::Messages;
use partnership_atlas::model::Report;
pub use platform::Platform;
use serde_json::{Value, json};

use crate::document::{Document, Edit, Place, hashes, paragraphs, same_paragraphs};
use crate::journal::Journal;
use crate::path::{Path, Step};
use crate::problems::{Checked, fact_of};
use crate::suggestions::Names;
use crate::words::Words;

/// What every component is given. Cloning it is cheap.
#[derive(Clone)]
pub struct Context {
    /// What changes.
    pub studio: Studio,
    /// The words of the studio.
    pub words: Arc<Words>,
    /// The messages of the page, with the names of kinds and statuses.
    pub messages: Arc<Messages>,
    /// The names by which a text mentions states and times, in the languages of the studio and of the report.
    pub names: RwSignal<Arc<Names>>,
}

/// Everything that changes. It is `Copy`, so closures take it freely.
#[derive(Clone, Copy, Debug)]
pub struct Studio {
    /// The open draft with its changes; `None` on the start screen.
    pub journal: RwSignal<Option<Journal>>,
    /// The paragraphs of the text. They seldom change, so what depends on them alone does not follow every key.
    pub paragraphs: Memo<Arc<Vec<String>>>,
    /// The draft as it was last checked, shortly after the last change.
    pub checked: RwSignal<Arc<Checked>>,
    /// The form that is shown.
    pub page: RwSignal<Page>,
    /// The fact in the form, from 0.
    pub fact: RwSignal<Option<usize>>,
    /// The pane of a narrow screen.
    pub pane: RwSignal<Pane>,
    /// The words that are selected in the text.
    pub selection: RwSignal<Option<Selection>>,
    /// How the preview is shown.
    pub preview: RwSignal<PreviewOptions>,
    /// Whether the draft is kept in this browser.
    pub keeping: RwSignal<Keeping>,
    /// The key of the draft among those of this browser; `None` until it is kept.
    pub key: RwSignal<Option<String>>,
    /// The drafts in this browser, the one that was changed last first.
    pub drafts: RwSignal<Vec<Draft>>,
    /// What could not be opened, and why.
    pub refusal: RwSignal<Vec<String>>,
    /// A short line about what was just done.
    pub announcement: RwSignal<String>,
    /// Whether the steps are shown at the start.
    pub is_tour_shown: RwSignal<bool>,
    /// The bundled report: the example, and the states of a new draft.
    pub example: StoredValue<Arc<Document>>,
    /// What only a browser can do.
    pub platform: Platform,
}

impl Studio {
    /// Returns the state of a studio that has just been opened.
    pub fn new(example: Document, platform: Platform) -> Self {
        let journal = RwSignal::new(None::<Journal>);
        let paragraphs = Memo::new(move |_| {
            journal
                .with(|journal| {
                    journal.as_ref().map(|journal| journal.document().paragraphs.clone())
                })
                .unwrap_or_default()
        });
        Self {
            journal,
            paragraphs,
            checked: RwSignal::default(),
            page: RwSignal::default(),
            fact: RwSignal::new(None),
            pane: RwSignal::default(),
            selection: RwSignal::new(None),
            preview: RwSignal::default(),
            keeping: RwSignal::default(),
            key: RwSignal::new(None),
            drafts: RwSignal::default(),
            refusal: RwSignal::default(),
            announcement: RwSignal::default(),
            is_tour_shown: RwSignal::new(false),
            example: StoredValue::new(Arc::new(example)),
            platform,
        }
    }

    /// Opens a draft.
    pub fn open(self, document: Document) {
        let has_facts = document.is_frozen();
        self.refusal.set(Vec::new());
        self.checked.set(Arc::new(Checked::of(&document)));
        self.preview.update(|preview| preview.lang.clear());
        self.page.set(if has_facts { Page::Facts } else { Page::Report });
        self.fact.set(None);
        self.selection.set(None);
        self.keeping.set(Keeping::Soon);
        self.key.set(None);
        self.journal.set(Some(Journal::new(document)));
    }

    /// Goes back to the start screen. What was changed last is kept first.
    pub fn close(self) {
        if self.revision() > Some(0) && self.keeping.get_untracked() == Keeping::Soon {
            (self.platform.keep)(self);
        }
        self.journal.set(None);
        self.key.set(None);
    }

    /// Reads something of the draft; nothing where none is open.
    pub fn read<T: Default>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.journal.with(|journal| {
            journal.as_ref().map(|journal| read(journal.document())).unwrap_or_default()
        })
    }

    /// Reads something of the draft without following its changes.
    pub fn read_untracked<T: Default>(self, read: impl FnOnce(&Document) -> T) -> T {
        let read = |journal: &Journal| read(journal.document());
        self.journal.with_untracked(|journal| journal.as_ref().map(read).unwrap_or_default())
    }

    /// Returns the number of the last change; `None` where no draft is open.
    pub fn revision(self) -> Option<u64> {
        self.journal.with_untracked(|journal| journal.as_ref().map(Journal::revision))
    }

    /// Returns whether the draft can be changed here.
    pub fn can_edit(self) -> bool {
        self.keeping.get() != Keeping::Elsewhere
    }

    fn change(self, change: impl FnOnce(&mut Journal)) {
        if self.keeping.get_untracked() == Keeping::Elsewhere {
            return;
        }
        self.journal.update(|journal| {
            if let Some(journal) = journal {
                change(journal);
            }
        });
    }

    /// Makes a change.
    pub fn edit(self, edit: Edit) {
        self.change(|journal| journal.edit(edit));
    }

    /// Sets a value.
    pub fn set(self, path: Path, value: Option<Value>) {
        self.edit(Edit::Set(path, value));
    }

    /// Sets the value of a field while it is typed into.
    pub fn type_into(self, path: &Path, value: Option<Value>) {
        let name = value.as_ref().and_then(Value::as_str).unwrap_or_default();
        let id = self.read_untracked(|document| document.id_of_name(path, name));
        let edit = Edit::Set(path.clone(), value);
        let edit = match id {
            Some(id) => Edit::All(vec![edit, id]),
            None => edit,
        };
        self.change(|journal| journal.type_into(path, edit));
    }

    /// Makes of what was typed into a field what it means.
    pub fn finish_typing(self, path: &Path, edit: Edit) {
        self.change(|journal| journal.finish_typing(path, edit));
    }

    /// Ends what is typed in one go.
    pub fn end_typing(self) {
        // Nothing that is shown depends on it.
        self.journal.update_untracked(|journal| {
            if let Some(journal) = journal {
                journal.end_typing();
            }
        });
    }

    /// Undoes the last change, and shows where it was.
    pub fn undo(self) {
        self.step(Journal::undo);
    }

    /// Does the change again that was undone last, and shows where it is.
    pub fn redo(self) {
        self.step(Journal::redo);
    }

    fn step(self, step: fn(&mut Journal) -> Option<Place>) {
        let mut place = None;
        self.change(|journal| place = step(journal));
        match place {
            Some(Place::Value(path)) => self.go_to(&path),
            Some(Place::Text) => self.show_text(),
            Some(Place::Name) => self.show(Page::Publish, NAME_FIELD),
            Some(Place::Address) => self.show(Page::Publish, ADDRESS_FIELD),
            Some(Place::Coverage) => self.show(Page::Coverage, COVERAGE),
            None => {}
        }
    }

    fn show_text(self) {
        self.pane.set(Pane::Text);
        (self.platform.focus)(TEXT_TITLE.to_owned());
    }

    fn show(self, page: Page, id: &str) {
        self.pane.set(Pane::Forms);
        self.page.set(page);
        (self.platform.focus)(id.to_owned());
    }

    /// Says that something needs no fact, by its key, or that it is asked for one again.
    pub fn leave_without_fact(self, key: String, is_left: bool) {
        let mut keys = self.read_untracked(|document| document.without_fact.clone());
        let is_changed = if is_left { keys.insert(key) } else { keys.remove(&key) };
        if is_changed {
            self.edit(Edit::WithoutFact(keys));
        }
        // The button that was pressed is gone.
        (self.platform.focus)(COVERAGE.to_owned());
    }

    /// Checks the draft as it is now.
    pub fn check(self) {
        let checked = self.journal.with_untracked(|journal| {
            journal.as_ref().map(|journal| Checked::of(journal.document())).unwrap_or_default()
        });
        if self.checked.with_untracked(|before| **before != checked) {
            self.checked.set(Arc::new(checked));
        }
    }

    /// Opens a draft that this browser does not have yet, and keeps it.
    pub fn begin(self, document: Document) {
        self.open(document);
        (self.platform.keep)(self);
    }

    /// Replaces the text, which is only possible until a fact quotes it; the hashes follow.
    pub fn set_text(self, paragraphs: Vec<String>) {
        self.selection.set(None);
        let path = self.hashes_path();
        self.edit(Edit::All(vec![
            Edit::Set(path, Some(hashes(&paragraphs))),
            Edit::Text(Arc::new(paragraphs)),
        ]));
    }

    /// Makes the headline of a paragraph that was pasted with the text.
    pub fn use_as_headline(self, index: usize) {
        let mut paragraphs = self.paragraphs.get_untracked().to_vec();
        if index < paragraphs.len() {
            let source = self.read_untracked(Document::report_source);
            let title = Path::of("sources").index(source).key("title");
            let headline = json!(paragraphs.remove(index));
            self.selection.set(None);
            self.edit(Edit::All(vec![
                Edit::Set(title, Some(headline)),
                Edit::Set(self.hashes_path(), Some(hashes(&paragraphs))),
                Edit::Text(Arc::new(paragraphs)),
            ]));
        }
    }

    /// Gives an open draft its text, which is not in a dataset. The hashes of the dataset stay: they tell whether it is
    /// the same.
    pub fn add_text(self, text: &str) {
        let pasted = paragraphs(text);
        let path = self.hashes_path();
        let hashes = self.read_untracked(|document| document.list(&path).to_vec());
        if hashes.is_empty() && !pasted.is_empty() {
            self.set_text(pasted);
        } else if !pasted.is_empty() {
            let paragraphs = same_paragraphs(text, &hashes).unwrap_or(pasted);
            self.edit(Edit::Text(Arc::new(paragraphs)));
        }
    }

    fn hashes_path(self) -> Path {
        let source = self.read_untracked(Document::report_source);
        Path::of("sources").index(source).key("paragraphs")
    }

    /// Adds a fact and shows its form; what the editor must choose is left open.
    pub fn add_fact(self, fact: Value) {
        let index = self.read_untracked(|document| document.list(&Path::of("facts")).len());
        self.edit(Edit::Insert(Path::of("facts"), index, fact));
        self.show_fact(index);
        (self.platform.focus)(field_id(&Path::of("facts").index(index).key("title")));
    }

    /// Shows the form of a fact.
    pub fn show_fact(self, index: usize) {
        self.page.set(Page::Facts);
        self.pane.set(Pane::Forms);
        self.fact.set(Some(index));
    }

    /// Goes back to the list of facts, which gets the focus: the button that was pressed goes with the form.
    pub fn show_facts(self) {
        self.fact.set(None);
        (self.platform.focus)(FACTS.to_owned());
    }

    /// Shows the form with the field at a path, and moves the focus there.
    pub fn go_to(self, path: &Path) {
        if let Some(fact) = fact_of(path) {
            self.show_fact(fact);
            (self.platform.focus)(field_id(path));
            return;
        }
        let list = match path.steps().first() {
            Some(Step::Key(list)) => list.as_str(),
            _ => "",
        };
        self.fact.set(None);
        let page = match list {
            "people" | "organisations" => Page::People,
            "areas" => Page::Areas,
            "facts" => Page::Facts,
            _ => Page::Report,
        };
        self.show(page, &field_id(path));
    }

    /// Returns the report as far as it could be read.
    pub fn report(self) -> Option<Report> {
        self.checked.with(|checked| checked.report.clone())
    }
}

/// The id of the heading of the text.
pub const TEXT_TITLE: &str = "text-title";

/// The id of the list of facts.
pub const FACTS: &str = "facts";

/// The id of the list of what no fact tells.
pub const COVERAGE: &str = "coverage";

/// The id of the field for the name of the files.
pub const NAME_FIELD: &str = "publish-name";

/// The id of the field for the address of the atlas.
pub const ADDRESS_FIELD: &str = "publish-address";

/// Returns the id of the field of a value.
pub fn field_id(path: &Path) -> String {
    path.to_string().trim_start_matches("$.").replace(['.', '['], "-").replace(']', "")
}

/// Returns a new fact with a quote. Its kind, its scope, its date and its status are missing, so that the editor is asked.
pub fn new_fact(id: &str, quote: Option<Value>) -> Value {
    json!({ "id": id, "title": "", "text": "", "quotes": quote.into_iter().collect::<Vec<_>>(), "scope": {} })
}

#[cfg(test)]
mod tests;
