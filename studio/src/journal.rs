//! Every change to a draft, so that each can be undone and done again.

use crate::document::{Document, Edit, Place};
use crate::path::Path;

/// A draft with its changes. Nothing limits their number.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    document: Document,
    /// What undoes each change, the last at the end.
    undo: Vec<Step>,
    /// What does each undone change again, the last that was undone at the end.
    redo: Vec<Step>,
    /// The number of changes, undone ones and repeated ones among them.
    revision: u64,
}

/// What undoes a change, or does it again.
#[derive(Clone, Debug)]
struct Step {
    edit: Edit,
    /// Where the change was seen when it was first made.
    place: Option<Place>,
    /// The field that was typed into: what is typed into it next belongs to the same change.
    typing: Option<Path>,
}

impl Journal {
    /// Returns a draft without changes.
    pub fn new(document: Document) -> Self {
        Self { document, ..Self::default() }
    }

    /// Returns the draft as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns a number that every change makes larger.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Makes a change.
    pub fn edit(&mut self, edit: Edit) {
        self.add(edit, None);
    }

    /// Makes a change by typing: what is typed into one field in one go is undone as one.
    pub fn type_into(&mut self, path: &Path, edit: Edit) {
        let goes_on = self.redo.is_empty()
            && self.undo.last().is_some_and(|last| last.typing.as_ref() == Some(path));
        if goes_on && let Some(last) = self.undo.pop() {
            // Made anew from what was there before: one key may change more than another.
            self.document.apply(last.edit);
            self.revision += 1;
        }
        self.add(edit, Some(path.clone()));
    }

    /// Makes of what was typed into a field what it means; both are undone as one.
    pub fn finish_typing(&mut self, path: &Path, edit: Edit) {
        let last = self.undo.last_mut().filter(|last| last.typing.as_ref() == Some(path));
        match last.filter(|_| self.redo.is_empty()) {
            Some(last) => {
                let before = std::mem::replace(&mut last.edit, Edit::All(Vec::new()));
                last.edit = Edit::All(vec![self.document.apply(edit), before]);
                self.revision += 1;
            }
            None => self.add(edit, None),
        }
    }

    /// Ends what is typed in one go, such as when a field loses the focus.
    pub fn end_typing(&mut self) {
        if let Some(last) = self.undo.last_mut() {
            last.typing = None;
        }
    }

    fn add(&mut self, edit: Edit, typing: Option<Path>) {
        let place = edit.place();
        let inverse = self.document.apply(edit);
        if inverse == Edit::All(Vec::new()) {
            return;
        }
        self.undo.push(Step { edit: inverse, place, typing });
        self.redo.clear();
        self.revision += 1;
    }

    /// Returns whether there is a change to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Returns whether there is a change to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Undoes the last change; returns where that can be seen.
    pub fn undo(&mut self) -> Option<Place> {
        let step = self.undo.pop()?;
        let place = step.seen();
        let again = self.take(step);
        self.redo.push(again);
        place
    }

    /// Does the change again that was undone last; returns where that can be seen.
    pub fn redo(&mut self) -> Option<Place> {
        let step = self.redo.pop()?;
        let place = step.seen();
        let inverse = self.take(step);
        self.undo.push(inverse);
        place
    }

    fn take(&mut self, Step { edit, place, .. }: Step) -> Step {
        self.revision += 1;
        Step { edit: self.document.apply(edit), place, typing: None }
    }
}

impl Step {
    /// Returns where the step can be seen. It may set an object as a whole that was made for one value: it is seen at that
    /// value.
    fn seen(&self) -> Option<Place> {
        match (&self.edit, self.edit.place(), &self.place) {
            (Edit::Set(..), Some(Place::Value(own)), Some(Place::Value(first)))
                if own.contains(first) =>
            {
                Some(Place::Value(first.clone()))
            }
            (_, own, _) => own,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn empty() -> Document {
        Document { dataset: json!({}), ..Document::default() }
    }

    fn title() -> Path {
        Path::of("atlas").key("title")
    }

    fn typed(text: &str) -> Edit {
        Edit::Set(title(), Some(json!(text)))
    }

    #[test]
    fn what_follows_from_a_later_key_is_undone_with_it() {
        let mut journal = Journal::new(empty());
        let id = Path::of("atlas").key("id");
        journal.type_into(&title(), typed("1"));
        let named = Edit::All(vec![typed("1a"), Edit::Set(id.clone(), Some(json!("1a")))]);
        journal.type_into(&title(), named);
        assert_eq!(journal.document().text(&id), "1a");
        journal.undo();
        assert_eq!(journal.document().text(&title()), "");
        assert_eq!(journal.document().text(&id), "");
        journal.redo();
        assert_eq!(journal.document().text(&title()), "1a");
        assert_eq!(journal.document().text(&id), "1a");
    }

    #[test]
    fn what_is_typed_in_one_go_is_undone_as_one() {
        let mut journal = Journal::new(empty());
        for text in ["R", "Ro", "Road"] {
            journal.type_into(&title(), typed(text));
        }
        journal.end_typing();
        journal.type_into(&title(), typed("Roads"));
        journal.undo();
        assert_eq!(journal.document().text(&title()), "Road");
        journal.undo();
        assert_eq!(journal.document().text(&title()), "");
        assert!(!journal.can_undo());
        journal.redo();
        assert_eq!(journal.document().text(&title()), "Road");
        // A new change ends what could be done again.
        journal.type_into(&title(), typed("Rail"));
        assert!(!journal.can_redo());
        journal.undo();
        assert_eq!(journal.document().text(&title()), "Road");
    }

    #[test]
    fn what_typed_words_mean_is_undone_with_them() {
        let before = json!({ "amount": {} });
        let open = || Journal::new(Document { dataset: before.clone(), ..Document::default() });
        let mut journal = open();
        let amount = Path::of("amount");
        let value = amount.key("value");
        journal.type_into(&value, Edit::Set(value.clone(), Some(json!("USD 5 m"))));
        let read = Edit::All(vec![
            Edit::Set(amount.key("currency"), Some(json!("USD"))),
            Edit::Set(value.clone(), Some(json!(5_000_000))),
        ]);
        journal.finish_typing(&value, read.clone());
        let done = json!({ "amount": { "value": 5_000_000, "currency": "USD" } });
        assert_eq!(journal.document().dataset, done);
        assert_eq!(journal.undo(), Some(Place::Value(value.clone())));
        assert_eq!(journal.document().dataset, before);
        assert_eq!(journal.redo(), Some(Place::Value(value.clone())));
        assert_eq!(journal.document().dataset, done);
        // Nothing was typed before: it is a change of its own.
        let mut journal = open();
        journal.finish_typing(&value, read);
        journal.undo();
        assert_eq!(journal.document().dataset, before);
    }

    #[test]
    fn what_changes_nothing_is_no_change() {
        let mut journal = Journal::new(empty());
        journal.edit(Edit::Remove(Path::of("facts"), 3));
        assert!(!journal.can_undo());
        assert_eq!(journal.revision(), 0);
    }

    #[test]
    fn undo_and_redo_tell_where_they_are_seen() {
        let mut journal = Journal::new(empty());
        let value = |path: &Path| Some(Place::Value(path.clone()));
        // The whole object is taken out again, and still the field is meant.
        journal.type_into(&title(), typed("Road"));
        assert_eq!(journal.undo(), value(&title()));
        assert_eq!(journal.document().dataset, json!({}));
        assert_eq!(journal.redo(), value(&title()));
        let people = Path::of("people");
        journal.edit(Edit::Set(people.clone(), Some(json!([{ "id": "a" }, { "id": "b" }]))));
        journal.edit(Edit::Remove(people.clone(), 1));
        assert_eq!(journal.undo(), value(&people.index(1)));
        assert_eq!(journal.redo(), value(&people));
        journal.edit(Edit::WithoutFact(["a".to_owned()].into()));
        assert_eq!(journal.undo(), Some(Place::Coverage));
        assert!(journal.document().without_fact.is_empty());
        journal.edit(Edit::Rename("roads".to_owned()));
        assert_eq!(journal.undo(), Some(Place::Name));
        assert_eq!(Journal::default().undo(), None);
    }

    fn edits() -> impl Strategy<Value = Vec<Edit>> {
        let path = || prop_oneof![Just(Path::of("facts")), Just(Path::of("people"))];
        let edit = prop_oneof![
            (path(), 0..4usize, any::<u8>()).prop_map(|(path, index, value)| Edit::Insert(
                path,
                index,
                json!({ "id": value })
            )),
            (path(), 0..4usize).prop_map(|(path, index)| Edit::Remove(path, index)),
            (path(), 0..4usize, any::<u8>()).prop_map(|(path, index, value)| {
                Edit::Set(path.index(index).key("title"), Some(json!(value)))
            }),
            (path(), 0..4usize)
                .prop_map(|(path, index)| Edit::Set(path.index(index).key("title"), None)),
        ];
        proptest::collection::vec(edit, 0..30)
    }

    proptest! {
        #[test]
        fn undoing_everything_leads_back_and_redoing_everything_leads_forth(edits in edits()) {
            let mut journal = Journal::new(empty());
            edits.into_iter().for_each(|edit| journal.edit(edit));
            let end = journal.document().clone();
            while journal.can_undo() {
                journal.undo();
            }
            prop_assert_eq!(journal.document(), &empty());
            while journal.can_redo() {
                journal.redo();
            }
            prop_assert_eq!(journal.document(), &end);
        }
    }
}
