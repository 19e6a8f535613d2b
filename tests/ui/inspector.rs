//! What the inspector says of each state, and of all of them.

use crate::printed::{Printed, attribute, text, within};

#[test]
fn every_named_state_tells_its_own_facts_first() {
    let check = |code: &str, name: &str, part: &str, paragraph: &str| {
        let page = Printed::at(&format!("#{code}"));
        let section = page.one(".country[aria-current]");
        assert_eq!(attribute(section, "id"), code);
        let words = text(section);
        for part in [name, "Named in the report", part, paragraph, "Context, not from the report"] {
            assert!(words.contains(part), "{code} does not say “{part}”: {words}");
        }
        let (facts, context) =
            (words.find(part).unwrap(), words.find("Context, not from the report").unwrap());
        assert!(facts < context, "{code} tells the context before the facts");
    };
    check("MYS", "Malaysia", "Azhar Bin Mazlan", "Source ¶8");
    check("KHM", "Cambodia", "ASEAN Regional Forum in Cambodia", "Source ¶4");
    check("IDN", "Indonesia", "Foreign Minister visited Indonesia", "December 2022");
    check("SGP", "Singapore", "Foreign Minister visited Singapore", "December 2022");
}

#[test]
fn a_place_without_facts_still_says_so() {
    for code in ["BRN", "LAO", "MMR", "PHL", "THA", "VNM"] {
        let page = Printed::at(&format!("#{code}"));
        let words = page.text(".country[aria-current]");
        assert!(words.contains("does not name it individually"), "{code}: {words}");
        assert!(within(page.one(".country[aria-current]"), ".fact").is_empty(), "{code}");
    }
}

#[test]
fn timor_leste_was_no_member_and_is_one_today() {
    let page = Printed::at("#TLS");
    let words = page.text(".country[aria-current]");
    assert!(words.contains("It was not a member when the report was written"), "{words}");
    assert!(words.contains("what it says of ASEAN does not cover it"), "{words}");
    assert_eq!(
        page.text(".country[aria-current] .as-of-today"),
        "It is one of the 11 members today."
    );
    // The sheet hides the ASEAN-wide facts by this class.
    assert!(attribute(page.one("#TLS"), "class").contains("country--later"));
}

#[test]
fn asean_wide_facts_that_also_name_a_state_are_not_said_to_name_none() {
    let report = include_str!("../../assets/data/pakistan-asean-2023/report.json");
    let mut report: serde_json::Value = serde_json::from_str(report).unwrap();
    let fact = report["facts"].as_array_mut().unwrap().iter_mut();
    let fact = fact.into_iter().find(|fact| fact["scope"]["extent"] == "asean").unwrap();
    fact["scope"] = serde_json::json!({ "extent": "named", "places": ["MYS"], "also": ["asean"] });
    let english = include_str!("../../assets/locales/en.json");
    let page = Printed::of(&report.to_string(), english, "");
    assert_eq!(page.all(".asean-wide .fact").len(), 16);
    let words = page.text(".asean-wide");
    assert!(!words.contains("No state is named"), "{words}");
}

#[test]
fn the_facts_that_name_no_state_are_told_once_for_all() {
    let page = Printed::at("");
    let wide = page.all(".asean-wide .fact");
    assert_eq!(wide.len(), 16);
    let words = page.text(".asean-wide");
    assert!(words.contains("No state is named in these"), "{words}");
    for detail in [
        "Attendance not stated",
        "Participants not stated",
        "Participation per state not stated",
        "Which ones: not stated",
    ] {
        let italic = page.texts(".asean-wide .missing-detail");
        assert!(italic.iter().any(|each| each == detail), "{detail} is not shown: {italic:?}");
    }
}

#[test]
fn the_overview_counts_what_there_is() {
    let page = Printed::at("");
    let counts: Vec<_> = page.texts(".counts > div");
    let wanted = [
        "Facts20",
        "Facts that name a state4",
        "ASEAN-wide facts16",
        "Members of ASEAN10 on 8 June 202311 today",
    ];
    assert_eq!(counts, wanted);
    let headline = page.one(".overview__headline");
    assert_eq!(attribute(headline, "lang"), "en");
    assert_eq!(text(headline), page.atlas.report.source().title);
}

#[test]
fn context_names_its_source_and_never_the_report() {
    let page = Printed::at("");
    let contexts = page.all(".context");
    assert_eq!(contexts.len(), 12, "eleven states and the overview");
    for context in contexts {
        assert!(text(context).starts_with("Context, not from the report"));
        for link in within(context, "a") {
            assert!(attribute(link, "href").starts_with("https://asean.org/"));
        }
        assert!(within(context, ".chip").is_empty(), "a chip would make it a fact of the report");
    }
}
