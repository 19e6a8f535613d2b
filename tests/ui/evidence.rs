//! Where each fact stands in the report.

use std::collections::BTreeSet;

use crate::printed::{ENGLISH, Printed, REPORT, attribute, text, within};

#[test]
fn every_fact_has_evidence_with_paragraph_phrase_and_citation() {
    let page = Printed::at("");
    let (facts, source) = (&page.atlas.report.facts, page.atlas.report.source());
    for fact in facts {
        let evidence = page.one(&format!("#{}", fact.id));
        assert_eq!(attribute(evidence, "popover"), "auto");
        let words = text(evidence);
        let paragraph = format!("¶{} of 9", fact.paragraph());
        let citation =
            format!("8 June 2023, ¶{}. {}", fact.paragraph(), source.url.as_deref().unwrap());
        for part in [
            &fact.title.value,
            &fact.text.value,
            &paragraph,
            &fact.quotes[0].exact,
            &source.title,
            &citation,
        ] {
            assert!(words.contains(part.as_str()), "{}: “{part}” is not in {words}", fact.id);
        }
        // The phrase is the report's own, and in its language.
        let phrase = within(evidence, "q");
        assert_eq!(phrase.iter().map(|each| attribute(*each, "lang")).collect::<Vec<_>>(), ["en"]);
        let link = within(evidence, "a").into_iter().map(|each| attribute(each, "href")).next();
        assert!(link.unwrap().starts_with(&format!("{}#:~:text=", source.url.as_deref().unwrap())));
    }
}

#[test]
fn a_derived_date_looks_different_and_its_evidence_says_why() {
    let page = Printed::at("");
    let words = page.text("#roundtable");
    let expected = "Date8 June 2023 (counted from the report’s weekday and date)";
    assert!(words.contains(expected), "{words}");
    let dates = page.texts("tr[data-fact=roundtable] .derived");
    assert_eq!(dates, ["8 June 2023"]);
    assert!(page.all("tr[data-fact=visit-indonesia] .derived").is_empty());
}

#[test]
fn a_person_has_every_office_of_that_day() {
    let mut report: serde_json::Value = serde_json::from_str(REPORT).unwrap();
    report["people"][0]["offices"] = serde_json::json!([
        { "title": "Deputy Prime Minister" },
        { "title": "Ambassador", "to": "2020" },
        { "title": "Foreign Minister", "acting": true }
    ]);
    let page = Printed::of(&report.to_string(), ENGLISH, "");
    let words = page.text("#commitment");
    let expected = "Deputy Prime Minister, Foreign Minister (acting)";
    assert!(words.contains(expected) && !words.contains("Ambassador"), "{words}");
}

#[test]
fn every_fact_can_be_asked_where_it_stands_in_the_table_and_on_the_timeline() {
    let page = Printed::at("");
    let chips = |part: &str| -> BTreeSet<String> {
        let chips = page.all(&format!("{part} .chip"));
        chips.iter().map(|chip| attribute(*chip, "popovertarget").to_owned()).collect()
    };
    let all: BTreeSet<String> =
        page.atlas.report.facts.iter().map(|fact| fact.id.to_string()).collect();
    assert_eq!(chips(".facts"), all);
    assert_eq!(chips(".timeline"), all);
    assert_eq!(chips(".inspector"), all);
    assert_eq!(chips(".card").len(), 4);
}

#[test]
fn a_chip_names_its_paragraph_and_its_fact() {
    let page = Printed::at("");
    for fact in &page.atlas.report.facts {
        for chip in page.all(&format!(".chip[popovertarget={}]", fact.id)) {
            let label = attribute(chip, "aria-label");
            assert_eq!(label, format!("Source ¶{}: {}", fact.paragraph(), fact.title));
            // What is seen is a part of what is heard.
            assert!(label.contains(&text(chip)), "{label}");
        }
    }
}
