//! Tests of what an editor can do.

use std::cell::RefCell;

use super::*;

thread_local! {
    /// The id of the element that got the focus last.
    static FOCUS: RefCell<String> = RefCell::default();
}

fn focused() -> String {
    FOCUS.with_borrow(String::clone)
}

fn open() -> (Owner, Studio) {
    let owner = Owner::new();
    let studio = owner.with(|| {
        let focus = |id| FOCUS.set(id);
        let studio = Studio::new(Document::default(), Platform { focus, ..Platform::none() });
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

#[test]
fn undo_and_redo_show_the_form_of_what_they_change() {
    let (_owner, studio) = open();
    studio.add_fact(new_fact("a-road", None));
    studio.add_fact(new_fact("a-well", None));
    let facts = Path::of("facts");
    studio.set(facts.index(0).key("date"), Some(json!("2023")));
    studio.set(facts.index(1).key("participants").key("open"), Some(json!(true)));
    studio.set(Path::of("atlas").key("title"), Some(json!("Roads")));
    let seen = || (studio.page.get_untracked(), studio.fact.get_untracked(), focused());
    studio.page.set(Page::Check);
    studio.undo();
    assert_eq!(seen(), (Page::Report, None, "atlas-title".to_owned()));
    studio.undo();
    assert_eq!(seen(), (Page::Facts, Some(1), "facts-1-participants-open".to_owned()));
    studio.undo();
    assert_eq!(seen(), (Page::Facts, Some(0), "facts-0-date".to_owned()));
    studio.redo();
    assert_eq!(seen(), (Page::Facts, Some(0), "facts-0-date".to_owned()));
    studio.undo();
    // The second fact is gone, so the list is shown.
    studio.undo();
    assert_eq!(seen(), (Page::Facts, None, "facts".to_owned()));
    studio.redo();
    assert_eq!(seen(), (Page::Facts, Some(1), "facts-1".to_owned()));
}

#[test]
fn undo_and_redo_of_the_text_show_the_text() {
    let (_owner, studio) = open();
    studio.set_text(vec!["A road.".to_owned(), "A well.".to_owned()]);
    let (page, seen) = (studio.page.get_untracked(), || (studio.pane.get_untracked(), focused()));
    for step in [Studio::undo, Studio::redo] {
        studio.pane.set(Pane::Preview);
        step(studio);
        assert_eq!(seen(), (Pane::Text, TEXT_TITLE.to_owned()));
    }
    assert_eq!(studio.page.get_untracked(), page);
    // Where nothing is left to be done again, everything stays.
    studio.pane.set(Pane::Preview);
    studio.redo();
    assert_eq!(studio.pane.get_untracked(), Pane::Preview);
}

#[test]
fn what_needs_no_fact_is_taken_back_and_undone() {
    let (_owner, studio) = open();
    let left = || studio.read_untracked(|document| document.without_fact.len());
    studio.leave_without_fact("a".to_owned(), true);
    studio.leave_without_fact("a".to_owned(), false);
    assert_eq!(left(), 0);
    // What changes nothing is nothing to undo.
    studio.leave_without_fact("a".to_owned(), false);
    studio.page.set(Page::Report);
    studio.undo();
    assert_eq!((left(), studio.page.get_untracked()), (1, Page::Coverage));
    assert_eq!(focused(), COVERAGE);
}
