//! Tests of what is wrong with a draft: where it stands, and how it is said.

use serde_json::json;

use super::*;

fn example() -> Document {
    let json = include_str!("../../../assets/data/pakistan-asean-2023/report.json");
    Document::from_dataset("pakistan-asean-2023", json).unwrap()
}

#[test]
fn the_example_has_no_problem() {
    let checked = Checked::of(&example());
    assert_eq!((checked.problems, checked.omitted), (Vec::new(), 0));
    assert_eq!(checked.report.unwrap().facts.len(), example().list(&Path::of("facts")).len());
}

#[test]
fn a_problem_stands_at_its_field_and_has_its_name() {
    let mut document = example();
    let date = Path::of("facts").index(2).key("date");
    document.apply(crate::document::Edit::Set(date.clone(), Some(json!("next year"))));
    let checked = Checked::of(&document);
    assert_eq!(checked.count(), 1);
    assert_eq!(checked.at(&date)[0].word, Word::DateUnread);
    let name = field_name(&date, &document, &Words::english());
    let title = document.text(&Path::of("facts").index(2).key("title")).to_owned();
    assert_eq!(name, format!("Fact 3 “{title}”: When"));
    // What can be read is still there.
    assert_eq!(
        checked.report.unwrap().facts.len(),
        20.max(document.list(&Path::of("facts")).len())
    );
}

#[test]
fn every_problem_has_the_name_of_its_field() {
    let document = example();
    let words = Words::english();
    let name = |path: &str| field_name(&Path::parse(path).unwrap(), &document, &words);
    let title = document.text(&Path::of("facts").index(2).key("title"));
    for (path, word) in [
        ("participants.places[0]", Word::FieldParticipantPlaces),
        ("participants.organisations[1]", Word::FieldParticipantOrganisations),
        ("participants.open", Word::FieldParticipantsOpen),
        ("participants.colour", Word::FieldParticipants),
        ("interpretations", Word::FieldInterpretations),
        ("interpretations[1].text", Word::FieldInterpretationText),
        ("interpretations[1].date", Word::FieldInterpretations),
        ("follows", Word::FieldFollows),
        ("follows.atlas", Word::FieldFollowsAtlas),
        ("amounts[0].at_most", Word::FieldAtMost),
        ("amounts[0].period", Word::FieldPeriod),
        ("audience.lang", Word::FieldAudience),
        ("aliases[3]", Word::FieldAliases),
    ] {
        let expected = format!("Fact 3 “{title}”: {}", words.get(word));
        assert_eq!(name(&format!("$.facts[2].{path}")), expected);
    }
    for (path, expected) in [
        ("$.sources[0].url", "Address of the report"),
        ("$.sources[1].url", "ASEAN Member States: Its address"),
        ("$.people[0].offices[0].from", "Dr Asad Majeed Khan: Since when"),
        ("$.people[0].wikidata", "Dr Asad Majeed Khan: Item of Wikidata"),
        ("$.places[4].membership.source", "Malaysia: Membership of ASEAN"),
        ("$.places[4].aliases[0]", "Malaysia: Other names"),
        ("$.atlas.corrections[0].date", "Day of the correction"),
        ("$.atlas.title.lang", "Title of the atlas"),
        ("$.context[0].source", "Its source"),
        ("$.partner.aliases", "Other names"),
    ] {
        assert_eq!(name(path), expected, "{path}");
    }
    // What no form has is named by what it stands in.
    assert_eq!(name("$.facts[2].colour"), format!("Fact 3 “{title}”"));
    assert_eq!(name("$.colour"), words.get(Word::TheDataset));
    assert_eq!(name("$"), words.get(Word::TheDataset));
}

#[test]
fn a_fact_of_another_atlas_is_asked_for_each_of_its_parts() {
    let mut document = example();
    let follows = Path::of("facts").index(0).key("follows");
    let mut wrong = |value: Value| -> Vec<Path> {
        document.apply(crate::document::Edit::Set(follows.clone(), Some(value)));
        let problems = Checked::of(&document).problems.into_iter();
        problems.map(|problem| problem.path).collect()
    };
    let (atlas, fact) = (follows.key("atlas"), follows.key("fact"));
    assert_eq!(wrong(json!({ "atlas": "", "fact": "" })), [fact.clone(), atlas.clone()]);
    assert_eq!(wrong(json!({ "atlas": "https://example.org/" })), [fact]);
    assert_eq!(wrong(json!({ "fact": "a-road" })), [atlas]);
}

#[test]
fn no_message_names_a_path_of_the_file() {
    let mut document = example();
    let people = Path::of("facts").index(0).key("people");
    document.apply(crate::document::Edit::Set(people.clone(), Some(json!(["nobody"]))));
    let id = Path::of("people").index(1).key("id");
    document.apply(crate::document::Edit::Set(id, Some(json!("asad-majeed-khan"))));
    let checked = Checked::of(&document);
    let said: Vec<String> =
        checked.problems.iter().map(|problem| problem.said(&Words::english())).collect();
    assert!(said.contains(&"“nobody” is not in its list".to_owned()), "{said:?}");
    assert!(said.iter().any(|said| said.contains("a second time")), "{said:?}");
    assert!(said.iter().all(|said| !said.contains("$.")), "{said:?}");
}

#[test]
fn a_quote_that_the_text_does_not_have_is_a_problem() {
    let mut draft =
        Document::new(vec!["A road was opened. A road.".to_owned()], &example().dataset, "en");
    let quote = |exact: &str| json!({ "source": "report", "paragraph": 1, "exact": exact });
    let fact = |id: &str, exact: &str| json!({ "id": id, "quotes": [quote(exact)] });
    let facts =
        json!([fact("a", "was opened"), fact("b", "purple elephants"), fact("c", "A road")]);
    draft.apply(crate::document::Edit::Set(Path::of("facts"), Some(facts)));
    let wrong = |draft: &Document| {
        let checked = Checked::of(draft);
        let exact = |fact: usize| Path::of("facts").index(fact).key("quotes").index(0).key("exact");
        [0, 1, 2].map(|fact| !checked.at(&exact(fact)).is_empty())
    };
    assert_eq!(wrong(&draft), [false, true, true]);
    let said = |paragraphs: &[&str], exact: &str| {
        let paragraphs: Vec<String> = paragraphs.iter().map(|text| (*text).to_owned()).collect();
        let quote = Quote { paragraph: 1, exact: exact.to_owned(), ..Quote::default() };
        standing(Path::root(), &paragraphs, &quote).said(&Words::english())
    };
    let text = ["A road was opened. A road.", "A well was dug."];
    assert!(said(&text, "purple elephants").contains("do not stand in the text"));
    assert!(said(&text, "A  well").contains("stand in paragraph 2, not in paragraph 1"));
    assert!(said(&text, "A road").contains("do not stand exactly once in paragraph 1"));
    // Another text is told, too.
    draft.paragraphs = std::sync::Arc::new(vec!["Some other text entirely.".to_owned()]);
    assert_eq!(wrong(&draft), [true, true, true]);
    let paragraphs = Path::of("sources").index(0).key("paragraphs");
    assert!(!Checked::of(&draft).at(&paragraphs).is_empty());
    // Without a text nothing can be compared.
    draft.paragraphs = std::sync::Arc::default();
    assert_eq!(wrong(&draft), [false; 3]);
}

#[test]
fn a_new_draft_is_asked_for_what_it_lacks_in_the_words_of_the_form() {
    let draft = Document::new(vec!["A road.".to_owned()], &example().dataset, "en");
    let checked = Checked::of(&draft);
    let words = Words::english();
    let names: Vec<String> =
        checked.problems.iter().map(|problem| field_name(&problem.path, &draft, &words)).collect();
    for word in [
        Word::FieldAtlasTitle,
        Word::FieldPartnerName,
        Word::FieldSeat,
        Word::FieldOutlet,
        Word::PageFacts,
    ] {
        assert!(names.iter().any(|name| name == words.get(word)), "{word:?} {names:?}");
    }
    assert!(names.iter().all(|name| !name.starts_with('$')), "{names:?}");
}

#[test]
fn a_name_that_the_text_does_not_have_is_advised() {
    let mut document = example();
    let said = |document: &Document| -> Vec<(String, String)> {
        let advice = Checked::of(document).advice;
        let words = Words::english();
        advice.iter().map(|it| (it.path.to_string(), it.said(&words))).collect()
    };
    let people = document.list(&Path::of("people"));
    let names: Vec<&str> = people.iter().filter_map(|it| it.get("name")?.as_str()).collect();
    let organisations = document.list(&Path::of("organisations"));
    let others = organisations.iter().filter_map(|it| it.get("name")?.as_str());
    let text = names.iter().copied().chain(others).collect::<Vec<_>>().join(" and ");
    // Without the text there is nothing to compare with.
    assert_eq!(said(&document), []);
    document.paragraphs = vec!["A road.".to_owned(), text].into();
    assert_eq!(said(&document), []);
    let name = Path::of("people").index(0).key("name");
    document.apply(crate::document::Edit::Set(name.clone(), Some(json!("Dr Asad Majid Khan"))));
    let line = "The text does not have the word “Majid”. Look at the spelling".to_owned();
    assert_eq!(said(&document), [("$.people[0].name".to_owned(), line)]);
    // Neither case, nor accents, nor the form of an apostrophe is another spelling.
    let same = json!("Dr ASAD Májeed Khan's");
    document.apply(crate::document::Edit::Set(name.clone(), Some(same)));
    assert_eq!(said(&document), []);
    document.apply(crate::document::Edit::Set(name.clone(), Some(json!("Dr Asad Majid Khan"))));
    // It stops nobody, and it is no problem of the field.
    let checked = Checked::of(&document);
    assert!(checked.problems.iter().all(|problem| problem.path != name));
    assert_eq!(checked.advice_at(&name).len(), 1);
    // An atlas in another language than its report may write names in another way.
    let lang = Path::of("atlas").key("lang");
    document.apply(crate::document::Edit::Set(lang, Some(json!("id"))));
    assert_eq!(said(&document), []);
}

#[test]
fn what_the_model_advises_is_said_in_the_words_of_the_forms() {
    let advised = |path: Path, value: Value| -> Vec<Word> {
        let mut document = example();
        document.apply(crate::document::Edit::Set(path, Some(value)));
        let advice = Checked::of(&document).advice;
        advice.iter().map(|advice| advice.word).collect()
    };
    let facts = example().list(&Path::of("facts")).to_vec();
    let held = facts.iter().position(|fact| fact.get("status") == Some(&json!("held"))).unwrap();
    let fact = Path::of("facts").index(held);
    let atlas = Path::of("atlas");
    assert_eq!(advised(fact.key("date"), json!("2029")), [Word::AdviceHeld]);
    assert_eq!(advised(atlas.key("licence"), json!("CC BY 4.0")), [Word::AdviceLicence]);
    assert_eq!(advised(atlas.key("lang"), json!("ta")), [Word::AdviceScript]);
    assert_eq!(advised(atlas.key("published"), json!("2022-01-01")), [Word::AdviceOlder]);
    // A draft that has just begun is not advised at all.
    assert_eq!(advised(Path::of("facts"), json!([])), []);
}
