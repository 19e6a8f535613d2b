//! Fifteen reports of the same kind: each is told without a loss, and none says a word of another.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use partnership_atlas::model::{Report, read};
use partnership_atlas::site::page_title;

use crate::printed::{ENGLISH, Printed, attribute, text, within};

/// Words of the bundled report that no page of another may have, unless its own file has them.
const OF_THE_BUNDLED: [&str; 4] = ["Pakistan", "Islamabad", "2023", "Foreign Secretary"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

/// What each report is there to prove: texts that its page must have.
fn proofs() -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(folder().join("proofs.json")).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn file(id: &str) -> String {
    fs::read_to_string(folder().join(id).join("report.json")).unwrap_or_default()
}

fn urdu() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/ur.json");
    fs::read_to_string(path).unwrap_or_default()
}

#[test]
fn there_are_fifteen_reports_and_each_proves_something() {
    let proofs = proofs();
    let folders = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let folders = folders.filter(|entry| entry.file_type().unwrap().is_dir());
    let mut ids: Vec<String> =
        folders.map(|entry| entry.file_name().to_str().unwrap().to_owned()).collect();
    ids.sort();
    assert_eq!(ids.len(), 15);
    assert_eq!(proofs.keys().cloned().collect::<Vec<_>>(), ids);
    assert!(proofs.values().all(|texts| texts.len() >= 3));
}

#[test]
fn each_report_is_valid_under_the_schema_as_well() {
    let schema = include_str!("../../assets/data/report.schema.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    for id in proofs().keys() {
        let value = serde_json::from_str(&file(id)).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{id}");
    }
}

#[test]
fn each_page_says_what_its_report_is_there_to_prove() {
    for (id, texts) in proofs() {
        let page = Printed::of(&file(&id), ENGLISH, "");
        let all = page.text(".atlas");
        for expected in texts {
            let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(all.contains(&expected), "{id}: “{expected}” is not on the page");
        }
    }
}

#[test]
fn no_page_has_a_word_of_the_bundled_report() {
    for id in proofs().keys() {
        let file = file(id);
        for locale in [ENGLISH, &urdu()] {
            let page = Printed::of(&file, locale, "?clock=today");
            let labels = page.all("[aria-label]").into_iter();
            let labels: String = labels.map(|each| attribute(each, "aria-label")).collect();
            let all = [page.text(".atlas"), labels, page_title(&page.atlas)].concat();
            for word in OF_THE_BUNDLED.iter().filter(|word| !file.contains(**word)) {
                assert!(!all.contains(word), "{id}: {word}");
            }
        }
    }
}

#[test]
fn no_fact_and_no_number_is_lost_in_any_language() {
    for id in proofs().keys() {
        let file = file(id);
        for locale in [ENGLISH, &urdu()] {
            let page = Printed::of(&file, locale, "");
            let Report { facts, places, partner, .. } = &page.atlas.report;
            assert_eq!(page.all("tbody tr").len(), facts.len(), "{id}");
            assert_eq!(page.all(".country-list__link").len(), places.len(), "{id}");
            assert!(page.text(".map__partner").contains(&partner.seat.name.value), "{id}");
            assert_eq!(
                page.all(".card").len(),
                facts.iter().filter(|fact| !fact.areas.is_empty()).count()
            );
            for fact in facts {
                let evidence = page.one(&format!("[id='{}']", fact.id));
                let told = text(evidence);
                for quote in &fact.quotes {
                    assert!(told.contains(&quote.exact), "{id}: {}", quote.exact);
                }
                assert_eq!(within(evidence, "q").len(), fact.quotes.len(), "{id}: {}", fact.id);
            }
            let on_timeline = page.all(".timeline-group__fact").len();
            assert_eq!(on_timeline, facts.len(), "{id}: every fact, with or without a date");
        }
    }
}

#[test]
fn urdu_readers_know_which_texts_are_not_translated() {
    let id = "norway-2023";
    let page = Printed::of(&file(id), &urdu(), "");
    let title = page.one("h1");
    assert_eq!(attribute(within(title, "span")[0], "lang"), "en");
    // The interface and the names of the states are those of the language.
    assert!(page.text(".country-list").contains("ملائیشیا"));
}

#[test]
fn a_report_of_format_1_is_read_as_it_was() {
    let old = include_str!("../formats/format-1.json");
    assert!(old.contains("\"format\": 1,"));
    let [old_report, mut bundled] = [old, crate::printed::REPORT].map(|text| read(text).unwrap());
    // Format 1 did not know where in the text a quote starts.
    let quotes = bundled.facts.iter_mut().flat_map(|fact| &mut fact.quotes);
    quotes.for_each(|quote| quote.start = None);
    assert_eq!(old_report.facts, bundled.facts);
    assert_eq!(old_report.sources, bundled.sources);
    assert_eq!(old_report.places, bundled.places);
    assert_eq!(old_report.people, bundled.people);
    assert_eq!(old_report.partner, bundled.partner);
    assert_eq!(old_report.areas, bundled.areas);
    assert_eq!(old_report.context, bundled.context);
    let page = Printed::of(old, ENGLISH, "");
    assert_eq!(page.texts("tbody tr"), Printed::at("").texts("tbody tr"));
}
