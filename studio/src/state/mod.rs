//! What changes while the studio is open, and what an editor can do.

mod choices;

use std::sync::Arc;

pub use choices::{Keeping, Page, Pane, PreviewOptions, Publication, Selection};
use leptos::prelude::*;
use partnership_atlas::i18n::Messages;
use partnership_atlas::model::Report;
use serde_json::{Value, json};

use crate::document::{Document, Edit, hashes};
use crate::journal::Journal;
use crate::path::Path;
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
    /// The names by which a text mentions states and months.
    pub names: Arc<Names>,
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
    /// The drafts in this browser: the name of each, and the title of its atlas.
    pub drafts: RwSignal<Vec<(String, String)>>,
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

/// What only a browser can do. Functions, so that components name no browser interface.
#[derive(Clone, Copy, Debug)]
pub struct Platform {
    /// Opens the file that was chosen in a field; the field becomes empty again.
    pub open_file: fn(Context, leptos::ev::Event),
    /// Keeps the open draft in this browser.
    pub keep: fn(Studio),
    /// Opens a draft of this browser.
    pub open_draft: fn(Studio, String),
    /// Deletes a draft of this browser.
    pub delete_draft: fn(Studio, String),
    /// Makes a file and saves it as the browser saves a download.
    pub publish: fn(Context, Publication),
    /// Moves the focus to an element with an id, once it is there.
    pub focus: fn(String),
    /// Selects words of the text, so that the selection can be seen.
    pub select: fn(Selection),
    /// Prints the preview.
    pub print_preview: fn(),
    /// Remembers that the steps are known.
    pub forget_tour: fn(),
}

impl Platform {
    /// Returns the platform of a page that is printed.
    pub fn none() -> Self {
        Self {
            open_file: |_, _| {},
            keep: |_| {},
            open_draft: |_, _| {},
            delete_draft: |_, _| {},
            publish: |_, _| {},
            focus: |_| {},
            select: |_| {},
            print_preview: || {},
            forget_tour: || {},
        }
    }
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
        self.page.set(if has_facts { Page::Facts } else { Page::Report });
        self.fact.set(None);
        self.selection.set(None);
        self.keeping.set(Keeping::Soon);
        self.key.set(None);
        self.journal.set(Some(Journal::new(document)));
    }

    /// Goes back to the start screen.
    pub fn close(self) {
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
        self.change(|journal| journal.type_into(path, Edit::Set(path.clone(), value)));
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

    /// Undoes the last change.
    pub fn undo(self) {
        self.change(Journal::undo);
    }

    /// Does the change again that was undone last.
    pub fn redo(self) {
        self.change(Journal::redo);
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
    pub fn add_text(self, paragraphs: Vec<String>) {
        let path = self.hashes_path();
        let has_hashes = self.read_untracked(|document| !document.list(&path).is_empty());
        if has_hashes {
            self.edit(Edit::Text(Arc::new(paragraphs)))
        } else {
            self.set_text(paragraphs)
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

    /// Shows the form with the field at a path, and moves the focus there.
    pub fn go_to(self, path: &Path) {
        use crate::path::Step;
        if let Some(fact) = fact_of(path) {
            self.show_fact(fact);
        } else {
            let list = match path.steps().first() {
                Some(Step::Key(list)) => list.as_str(),
                _ => "",
            };
            self.pane.set(Pane::Forms);
            self.page.set(match list {
                "people" | "organisations" => Page::People,
                "areas" => Page::Areas,
                "facts" => Page::Facts,
                _ => Page::Report,
            });
        }
        (self.platform.focus)(field_id(path));
    }

    /// Returns the report as far as it could be read.
    pub fn report(self) -> Option<Report> {
        self.checked.with(|checked| checked.report.clone())
    }
}

/// Returns the id of the field of a value.
pub fn field_id(path: &Path) -> String {
    path.to_string().trim_start_matches("$.").replace(['.', '['], "-").replace(']', "")
}

/// Returns a new fact with a quote. Its kind, its scope, its date and its status are missing, so that the editor is asked.
pub fn new_fact(id: &str, quote: Option<Value>) -> Value {
    json!({ "id": id, "title": "", "text": "", "quotes": quote.into_iter().collect::<Vec<_>>(), "scope": {} })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open() -> (Owner, Studio) {
        let owner = Owner::new();
        let studio = owner.with(|| {
            let studio = Studio::new(Document::default(), Platform::none());
            studio.open(Document::new(vec!["A road.".to_owned()], &json!({}), "en"));
            studio
        });
        (owner, studio)
    }

    #[test]
    fn a_fact_that_is_added_is_shown_and_can_be_undone() {
        let (_owner, studio) = open();
        studio.add_fact(new_fact("a-road", None));
        assert_eq!(studio.fact.get_untracked(), Some(0));
        assert!(studio.read_untracked(Document::is_frozen));
        studio.undo();
        assert!(!studio.read_untracked(Document::is_frozen));
    }

    #[test]
    fn a_draft_that_is_open_elsewhere_is_not_changed() {
        let (_owner, studio) = open();
        studio.keeping.set(Keeping::Elsewhere);
        studio.add_fact(new_fact("a-road", None));
        assert!(!studio.read_untracked(Document::is_frozen));
    }

    #[test]
    fn the_hashes_follow_the_text_until_it_is_quoted() {
        let (_owner, studio) = open();
        let path = Path::of("sources").index(0).key("paragraphs");
        let before = studio.read_untracked(|document| document.list(&path).to_vec());
        studio.set_text(vec!["A road.".to_owned(), "A well.".to_owned()]);
        let after = studio.read_untracked(|document| document.list(&path).to_vec());
        assert_eq!((before.len(), after.len()), (1, 2));
        assert_eq!(before[0], after[0]);
        studio.undo();
        assert_eq!(studio.read_untracked(|document| document.list(&path).to_vec()), before);
    }

    #[test]
    fn a_field_has_an_id_of_its_path() {
        let path = Path::of("facts").index(3).key("quotes").index(0).key("exact");
        assert_eq!(field_id(&path), "facts-3-quotes-0-exact");
    }
}
