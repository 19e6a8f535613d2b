//! Tests of the forms, printed natively, and of what their edits make of a report.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::{FuzzyDate, Report, SourceRole, Status};
use scraper::{Html, Selector};
use serde_json::{Value, json};

use super::fact_form::{AMOUNTS, FactForm};
use super::fact_more::INTERPRETATIONS;
use super::list_field::{ListKind, add_entry};
use super::lists::{AREAS, AreasForm, OFFICES, ORGANISATIONS, PEOPLE, PeopleForm};
use super::report_form::{CORRECTIONS, ReportForm};
use super::sources_form::{CONTEXT, SOURCES};
use crate::document::Document;
use crate::path::{Path, Step};
use crate::state::{Context, Platform, Studio, field_id};
use crate::suggestions::Names;
use crate::words::{Word, Words};

mod stumbles;

const EXAMPLE: &str = include_str!("../../../assets/data/pakistan-asean-2023/report.json");

const SCHEMA: &str = include_str!("../../../assets/data/report.schema.json");

pub(super) fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

/// Opens a dataset. The signals live as long as the owner.
pub(super) fn open(dataset: Value) -> (Owner, Context) {
    let english = include_str!("../../../assets/locales/en.json");
    let english: LocaleFile = serde_json::from_str(english).unwrap();
    let platform =
        Platform { date_time: |time, lang| format!("{time} in {lang}"), ..Platform::none() };
    let owner = Owner::new();
    let studio = owner.with(|| Studio::new(Document::default(), platform));
    owner.with(|| studio.open(Document { id: "x".to_owned(), dataset, ..Document::default() }));
    let messages = Arc::new(english.messages(&english));
    let names = Arc::new(Names::of(&english, &Words::english()));
    let names = owner.with(|| RwSignal::new(names));
    (owner, Context { studio, words: Arc::new(Words::english()), messages, names })
}

/// Prints a view of a context.
pub(super) fn print<V: IntoView>(owner: &Owner, view: impl FnOnce() -> V) -> Html {
    Html::parse_fragment(&owner.with(|| view().into_view().to_html()))
}

pub(super) fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|element| element.text().collect()).collect()
}

pub(super) fn has(html: &Html, selector: &str) -> bool {
    html.select(&Selector::parse(selector).unwrap()).next().is_some()
}

/// Returns the report if nothing is wrong with the draft.
fn report(context: &Context) -> Report {
    context.studio.check();
    let checked = context.studio.checked.get_untracked();
    assert_eq!((&checked.problems, checked.omitted), (&Vec::new(), 0));
    checked.report.clone().unwrap()
}

fn fact(index: usize) -> Path {
    Path::of("facts").index(index)
}

/// A report that has every key of the format.
fn full() -> Value {
    let mut report = example();
    let mut set = |path: &str, value: Value| {
        *Path::parse(path).unwrap().make(&mut report).unwrap() = value;
    };
    set("$.$schema", json!("report.schema.json"));
    set("$.atlas.editor", json!("a desk"));
    set("$.atlas.corrections", json!([{ "date": "2026-11-27", "text": "a day" }]));
    set("$.partner.aliases", json!(["PAK"]));
    set("$.sources[0].retrieved", json!("2024-06-22"));
    set("$.organisations", json!([{ "id": "asean", "name": "ASEAN", "wikidata": "Q7768" }]));
    let office =
        json!({ "title": "head", "of": "ASEAN", "from": "2020", "to": "2024", "acting": true });
    set("$.people[0].offices[0]", office);
    set("$.people[0].wikidata", json!("Q1"));
    set("$.areas[0].pillar", json!("economic"));
    let participants = json!({ "places": ["MYS"], "organisations": ["asean"], "open": true });
    let amounts = json!([
        { "value": 5, "currency": "USD", "approximate": true, "at_most": true, "period": "2023" },
        { "value": 5, "unit": "roads", "at_least": true },
        { "value": 5, "unit": "roads" },
    ]);
    let interpretations = json!([
        { "text": "one", "date": "2023-06-08", "status": "stated" },
        { "text": "other" },
    ]);
    for (key, value) in [
        ("participants", participants),
        ("amounts", amounts),
        ("interpretations", interpretations),
        ("audience", json!("diplomats")),
        ("aliases", json!(["TAC"])),
        ("follows", json!({ "atlas": "https://example.org/", "fact": "a-fact" })),
        ("organisations", json!(["asean"])),
        ("said_by", json!("asad-majeed-khan")),
        ("not_stated", json!(["which"])),
        ("areas", json!(["diplomacy"])),
        ("date_basis", json!("derived")),
        ("scope", json!({ "extent": "named", "places": ["MYS"], "also": ["asean"] })),
    ] {
        set(&format!("$.facts[0].{key}"), value);
    }
    for (key, value) in [("prefix", json!("also")), ("suffix", json!("to a")), ("start", json!(42))]
    {
        set(&format!("$.facts[0].quotes[0].{key}"), value);
    }
    set("$.facts[1].scope", json!({ "extent": "unnamed", "count": 3 }));
    report
}

/// Adds the paths of the values that have no parts, other than those of a list of words.
fn leaves(value: &Value, path: &Path, found: &mut Vec<Path>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| leaves(value, &path.key(key), found));
        }
        Value::Array(list) if list.first().is_some_and(Value::is_object) => {
            let entries = list.iter().enumerate();
            entries.for_each(|(index, value)| leaves(value, &path.index(index), found));
        }
        _ => found.push(path.clone()),
    }
}

/// Returns a path without its indices.
fn kind_of(path: &Path) -> String {
    let keys = path.steps().iter().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    keys.collect::<Vec<_>>().join(".")
}

#[test]
fn every_field_of_the_format_has_a_form_or_is_named_here() {
    const WITHOUT: [&str; 17] = [
        "$schema",
        "areas.id",
        "facts.quotes.prefix",
        "facts.quotes.source",
        "facts.quotes.start",
        "facts.quotes.suffix",
        "format",
        "organisations.id",
        "people.id",
        "places.code",
        "places.membership.asean",
        "places.membership.joined",
        "places.membership.source",
        "places.name",
        "sources.id",
        "sources.paragraphs.sha256",
        "sources.role",
    ];
    let (owner, context) = open(full());
    report(&context);
    let forms = print(&owner, || {
        let context = || context.clone();
        view! {
            <ReportForm context=context() />
            <PeopleForm context=context() />
            <AreasForm context=context() />
            <FactForm context=context() index=0 />
            <FactForm context=context() index=1 />
        }
    });
    let ids: BTreeSet<&str> =
        forms.select(&Selector::parse("[id]").unwrap()).filter_map(|it| it.attr("id")).collect();
    let mut paths = Vec::new();
    leaves(&full(), &Path::root(), &mut paths);
    let facts = Path::of("facts");
    let is_other_fact =
        |path: &Path| facts.contains(path) && path.steps().get(1) > Some(&Step::Index(1));
    let paths = paths.iter().filter(|path| !is_other_fact(path));
    let without: BTreeSet<String> =
        paths.filter(|path| !ids.contains(field_id(path).as_str())).map(kind_of).collect();
    assert_eq!(without, WITHOUT.map(str::to_owned).into());
}

#[test]
fn the_full_report_has_every_key_of_the_schema() {
    fn keys(value: &Value, are_all: bool, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                let own = if are_all {
                    Some(object)
                } else {
                    object.get("properties").and_then(Value::as_object)
                };
                found.extend(own.into_iter().flat_map(|own| own.keys().cloned()));
                object.values().for_each(|value| keys(value, are_all, found));
            }
            Value::Array(list) => list.iter().for_each(|value| keys(value, are_all, found)),
            _ => {}
        }
    }
    let (mut known, mut used) = (BTreeSet::new(), BTreeSet::new());
    keys(&serde_json::from_str(SCHEMA).unwrap(), false, &mut known);
    keys(&full(), true, &mut used);
    assert_eq!(known.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn an_interpretation_that_is_filled_in_is_part_of_the_report() {
    let (_owner, context) = open(example());
    let studio = context.studio;
    let list = fact(0).key("interpretations");
    for text in ["one", "other"] {
        let entry = add_entry(studio, &list, INTERPRETATIONS);
        studio.type_into(&entry.key("text"), Some(json!(text)));
    }
    let report = report(&context);
    let fact = &report.facts[0];
    let [first, second] = fact.interpretations.as_slice() else { panic!("{fact:?}") };
    assert_eq!((first.text.value.as_str(), second.text.value.as_str()), ("one", "other"));
    // The first is the fact as it is; the other says nothing that nobody has said.
    assert_eq!((first.date, first.status), (fact.date, fact.status));
    assert_eq!((second.date, second.status), (FuzzyDate::NotStated, Status::NotStated));
}

#[test]
fn one_interpretation_alone_is_told_at_the_list_and_a_blank_one_at_its_text() {
    let (owner, context) = open(example());
    let studio = context.studio;
    let list = fact(0).key("interpretations");
    let told = || {
        studio.check();
        let context = context.clone();
        let form = print(&owner, || view! { <FactForm context index=0 /> });
        ["", "-0-text"]
            .map(|end| texts(&form, &format!("#facts-0-interpretations{end}-problem")).concat())
    };
    add_entry(studio, &list, INTERPRETATIONS);
    assert_eq!(told(), [context.words.get(Word::ProblemInterpretationOne), ""]);
    add_entry(studio, &list, INTERPRETATIONS);
    assert_eq!(told(), ["", context.words.get(Word::ProblemBlank)]);
}

#[test]
fn what_the_forms_add_is_part_of_the_report() {
    let (_owner, context) = open(example());
    let studio = context.studio;
    let add = |list: &Path, kind: ListKind, values: &[(&str, Value)]| {
        let entry = add_entry(studio, list, kind);
        for (key, value) in values {
            studio.type_into(&entry.key(key), Some(value.clone()));
        }
        entry
    };
    let person =
        add(&Path::of("people"), PEOPLE, &[("name", json!("jane")), ("wikidata", json!("Q1"))]);
    let office = [("title", json!("head")), ("from", json!("2020")), ("acting", json!(true))];
    add(&person.key("offices"), OFFICES, &office);
    add(&Path::of("organisations"), ORGANISATIONS, &[("name", json!("a bank"))]);
    add(&Path::of("areas"), AREAS, &[("name", json!("roads"))]);
    let amount = [("value", json!(5)), ("unit", json!("roads")), ("at_most", json!(true))];
    add(&fact(0).key("amounts"), AMOUNTS, &amount);
    let source = add(
        &Path::of("sources"),
        SOURCES,
        &[("title", json!("a list")), ("outlet", json!("a desk")), ("lang", json!("en"))],
    );
    let id = studio.read_untracked(|document| document.text(&source.key("id")).to_owned());
    let said = [("text", json!("it is so")), ("date", json!("2023")), ("source", json!(id))];
    add(&Path::of("context"), CONTEXT, &said);
    let corrections = Path::of("atlas").key("corrections");
    add(&corrections, CORRECTIONS, &[("date", json!("2026-11-26")), ("text", json!("early"))]);
    add(&corrections, CORRECTIONS, &[("date", json!("2026-11-27")), ("text", json!("late"))]);
    let report = report(&context);
    let person = report.people.last().unwrap();
    assert!(person.name.value == "jane" && person.offices[0].acting);
    assert!(report.facts[0].amounts[0].at_most);
    let source = report.sources.last().unwrap();
    assert_eq!((source.role, source.title.as_str()), (SourceRole::Context, "a list"));
    assert_eq!(report.context.last().unwrap().source, source.id);
    // Readers see the latest correction first.
    let texts: Vec<_> =
        report.atlas.corrections.iter().map(|each| each.text.value.as_str()).collect();
    assert_eq!(texts, ["late", "early"]);
}

#[test]
fn seldom_fields_are_folded_until_one_of_them_has_a_value() {
    let (owner, context) = open(example());
    let studio = context.studio;
    let is_open = || {
        let context = context.clone();
        has(&print(&owner, || view! { <FactForm context index=0 /> }), "details.form__more[open]")
    };
    assert!(!is_open());
    studio.set(fact(0).key("audience"), Some(json!("diplomats")));
    assert!(is_open());
    studio.undo();
    assert!(!is_open());
    studio.set(fact(0).key("follows"), Some(json!("commitment")));
    studio.check();
    assert!(is_open());
}

#[test]
fn a_fact_follows_one_of_this_atlas_or_of_another() {
    let (owner, context) = open(example());
    let studio = context.studio;
    let form = || {
        let context = context.clone();
        print(&owner, || view! { <FactForm context index=0 /> })
    };
    let chosen = |form: &Html| texts(form, "#facts-0-follows option[selected]");
    studio.set(fact(0).key("follows"), Some(json!("arf-member")));
    let title = studio.read_untracked(|document| document.entry_name(&fact(19)).to_owned());
    assert_eq!(chosen(&form()), [title]);
    assert!(!has(&form(), "#facts-0-follows-atlas"));
    // No fact follows itself.
    assert!(!has(&form(), "#facts-0-follows option[value=commitment]"));
    let other = json!({ "atlas": "https://example.org/", "fact": "a-fact" });
    studio.set(fact(0).key("follows"), Some(other));
    assert_eq!(chosen(&form()), [context.words.get(Word::FollowsElsewhere)]);
    assert!(has(&form(), "#facts-0-follows-atlas") && has(&form(), "#facts-0-follows-fact"));
    report(&context);
}

#[test]
fn states_of_another_answer_are_seen_with_their_problem_and_can_be_taken_out() {
    let (owner, context) = open(example());
    let studio = context.studio;
    let form = || {
        studio.check();
        let context = context.clone();
        print(&owner, || view! { <FactForm context index=0 /> })
    };
    studio.set(fact(0).key("scope"), Some(json!({ "extent": "asean" })));
    assert!(!has(&form(), "#facts-0-scope-places"));
    let scope = json!({ "extent": "asean", "places": ["MYS"], "count": 3 });
    studio.set(fact(0).key("scope"), Some(scope));
    let form = form();
    let text = |word| context.words.get(word);
    for (key, answer) in [("places", Word::ExtentNamed), ("count", Word::ExtentUnnamed)] {
        let problem = texts(&form, &format!("#facts-0-scope-{key}-problem")).concat();
        assert!(problem.contains(text(answer)), "{problem}");
        assert!(problem.contains(text(Word::FieldExtent)), "{problem}");
        assert!(has(&form, &format!("#facts-0-scope-{key}")));
    }
}

#[test]
fn somebody_who_was_removed_can_be_taken_out_of_a_fact() {
    let (owner, context) = open(example());
    context.studio.set(fact(0).key("people"), Some(json!(["nobody-any-more"])));
    let form = print(&owner, || view! { <FactForm context index=0 /> });
    assert!(texts(&form, "#facts-0-people label").contains(&"nobody-any-more".to_owned()));
}

#[test]
fn the_report_has_no_second_form_among_the_other_sources() {
    let mut dataset = example();
    // In an opened file the report may stand behind others.
    dataset["sources"].as_array_mut().unwrap().swap(0, 1);
    let (owner, context) = open(dataset);
    let form = print(&owner, || view! { <ReportForm context /> });
    assert_eq!(texts(&form, "#sources-1-title").len(), 1);
    let groups = Selector::parse("#sources > .form__entry").unwrap();
    let others: Vec<_> = form.select(&groups).filter_map(|entry| entry.attr("id")).collect();
    assert_eq!(others, ["sources-0", "sources-2"]);
}

#[test]
fn the_source_of_a_membership_stays() {
    let (owner, context) = open(example());
    let form = print(&owner, || view! { <ReportForm context /> });
    assert!(has(&form, "#sources-1 > .button--quiet[disabled]"));
    assert!(has(&form, "#sources-2 > .button--quiet:not([disabled])"));
}
