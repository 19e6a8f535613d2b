//! Tests of the draft and its changes.

use partnership_atlas::view_model::verify::hash;

use super::*;

fn document() -> Document {
    let dataset = json!({ "facts": [{ "title": "A road" }, { "title": "A well" }] });
    let paragraphs = Arc::new(vec!["One.".to_owned()]);
    Document { id: "x".to_owned(), paragraphs, dataset, ..Document::default() }
}

#[test]
fn the_id_of_an_entry_follows_its_name_until_a_fact_refers_to_it() {
    let dataset =
        json!({ "people": [{ "id": "people", "name": "" }, { "id": "people-2", "name": "" }] });
    let mut document = Document { dataset, ..Document::default() };
    let field = |index: usize| Path::of("people").index(index).key("name");
    let mut type_name = |index: usize, name: &str| {
        let id = document.id_of_name(&field(index), name);
        let name = Edit::Set(field(index), Some(json!(name)));
        document.apply(Edit::All(std::iter::once(name).chain(id).collect()));
        document.dataset["people"][index]["id"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(type_name(0, "A"), "a");
    assert_eq!(type_name(0, "Anwar Ibrahim"), "anwar-ibrahim");
    assert_eq!(type_name(1, "Anwar Ibrahim"), "anwar-ibrahim-2");
    assert_eq!(type_name(1, "أنور"), "anwar-ibrahim-2");
    let facts = json!([{ "id": "a-fact", "people": ["anwar-ibrahim"] }]);
    document.apply(Edit::Set(Path::of("facts"), Some(facts)));
    assert_eq!(document.id_of_name(&field(0), "Dato Anwar"), None);
    assert_eq!(document.id_of_name(&Path::of("atlas").key("name"), "x"), None);
}

#[test]
fn the_files_have_the_title_as_their_name_where_it_has_latin_letters() {
    let name = |id: &str, title: &str| {
        let dataset = json!({ "atlas": { "title": title } });
        Document { id: id.to_owned(), dataset, ..Document::default() }.name()
    };
    assert_eq!(name(NEW_ID, "Roads of Ärö"), "roads-of-aro");
    assert_eq!(name(NEW_ID, "ถนน"), NEW_ID);
    assert_eq!(name("roads", "Wells"), "roads");
}

#[test]
fn a_typed_name_without_latin_letters_changes_nothing() {
    let document = document();
    for (typed, name) in [
        ("roads-2", "roads-2"),
        (" Roads of Ärö", "roads-of-aro"),
        ("سڑکیں", "x"),
        ("第2", "x"),
        ("", "x"),
    ] {
        assert_eq!(document.typed_name(typed), name);
    }
}

#[test]
fn every_change_is_undone_by_its_inverse() {
    let title = Path::of("facts").index(1).key("title");
    for edit in [
        Edit::Set(title.clone(), Some(json!("A bridge"))),
        Edit::Set(title.clone(), None),
        Edit::Set(Path::of("partner").key("seat").key("name"), Some(json!("Oslo"))),
        Edit::Set(title.key("value"), Some(json!("no object"))),
        Edit::Insert(Path::of("facts"), 1, json!({})),
        Edit::Insert(Path::of("people"), 0, json!({ "id": "a" })),
        Edit::Insert(Path::of("facts"), 99, json!({})),
        Edit::Remove(Path::of("facts"), 0),
        Edit::Remove(Path::of("facts"), 9),
        Edit::Text(Arc::new(vec!["One.".to_owned(), "Two.".to_owned()])),
        Edit::Rename("y".to_owned()),
        Edit::Address("https://example.org/".to_owned()),
        Edit::WithoutFact([hash("One.")].into()),
        Edit::All(vec![
            Edit::Remove(Path::of("facts"), 0),
            Edit::Set(Path::of("facts").index(0).key("title"), Some(json!("A dam"))),
        ]),
    ] {
        let mut changed = document();
        let inverse = changed.apply(edit.clone());
        let once = changed.clone();
        let again = changed.apply(inverse);
        assert_eq!(changed, document(), "{edit:?}");
        changed.apply(again);
        assert_eq!(changed, once, "{edit:?}");
    }
}

#[test]
fn a_change_has_the_place_where_it_is_seen() {
    let (facts, people) = (Path::of("facts"), Path::of("people"));
    let value = |path: Path| Some(Place::Value(path));
    let insert = |list: &Path, index| Edit::Insert(list.clone(), index, json!({}));
    let text = || Edit::Text(Arc::default());
    assert_eq!(insert(&facts, 1).place(), value(facts.index(1)));
    assert_eq!(Edit::Remove(people.clone(), 1).place(), value(people.clone()));
    // A fact that is moved is seen at its new place, a new person at the fact that names them.
    let moved = Edit::All(vec![Edit::Remove(facts.clone(), 0), insert(&facts, 1)]);
    assert_eq!(moved.place(), value(facts.index(1)));
    let named = facts.index(0).key("people");
    let person = Edit::All(vec![insert(&named, 0), insert(&people, 0)]);
    assert_eq!(person.place(), value(named.index(0)));
    let headline = Edit::Set(Path::of("sources").index(0).key("title"), None);
    assert_eq!(Edit::All(vec![text(), headline]).place(), Some(Place::Text));
    assert_eq!(Edit::All(Vec::new()).place(), None);
}

#[test]
fn a_draft_of_an_older_studio_is_opened() {
    let old = r#"{ "id": "x", "paragraphs": ["One."], "dataset": { "facts": [] } }"#;
    let draft: Document = serde_json::from_str(old).unwrap();
    assert!(draft.without_fact.is_empty());
    // What no editor has used is not in the file.
    let written = serde_json::to_string(&draft).unwrap();
    assert!(!written.contains("without_fact") && !written.contains("address"), "{written}");
}

#[test]
fn a_letter_and_its_accent_become_one_character() {
    assert_eq!(paragraphs("Vie\u{323}\u{302}t  Nam\n\n \n\nA\nroad"), ["Việt Nam", "A road"]);
}

#[test]
fn a_new_draft_has_the_states_of_the_example_and_their_source() {
    let example = json!({
        "sources": [{ "id": "report" }, { "id": "members" }, { "id": "other" }],
        "places": [{ "code": "MYS", "membership": { "source": "members" } }],
    });
    let draft = Document::new(vec!["A road.".to_owned()], &example, "en");
    let ids: Vec<_> = draft.list(&Path::of("sources")).iter().map(|each| &each["id"]).collect();
    assert_eq!(ids, ["report", "members"]);
    assert_eq!(draft.list(&Path::of("places")).len(), 1);
    let hashes = draft.list(&Path::of("sources").index(0).key("paragraphs"));
    assert_eq!(hashes[0]["sha256"].as_str().map(str::len), Some(64));
    assert!(!draft.is_frozen());
}

#[test]
fn a_new_draft_and_its_report_have_the_language_of_the_text() {
    let draft = Document::new(vec!["سڑک کھول دی گئی۔".to_owned()], &json!({}), "en");
    let lang = |path: Path| draft.text(&path.key("lang")).to_owned();
    assert_eq!(lang(Path::of("atlas")), "ur");
    assert_eq!(lang(Path::of("sources").index(0)), "ur");
}
