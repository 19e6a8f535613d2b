//! The table of every fact.

use crate::printed::{Printed, attribute, text, within};

fn ids(page: &Printed) -> Vec<String> {
    page.all("tbody tr").iter().map(|row| attribute(*row, "data-fact").to_owned()).collect()
}

#[test]
fn every_fact_has_its_row_in_the_order_of_the_report() {
    let page = Printed::at("");
    let facts = &page.atlas.report.facts;
    assert_eq!(ids(&page), facts.iter().map(|fact| fact.id.to_string()).collect::<Vec<_>>());
    for (row, fact) in page.all("tbody tr").into_iter().zip(facts) {
        let words = text(row);
        let chip = format!("Source ¶{}", fact.paragraph());
        for part in [&fact.title.value, &fact.text.value, &chip] {
            assert!(words.contains(part.as_str()), "{}: “{part}” is not in {words}", fact.id);
        }
    }
}

#[test]
fn what_is_not_stated_is_said_to_be_so() {
    let page = Printed::at("");
    let check = |id: &str, parts: &[&str]| {
        let row = page.one(&format!("tr[data-fact={id}]"));
        let said: Vec<_> = within(row, ".missing-detail").into_iter().map(text).collect();
        assert_eq!(said, parts, "{id}");
    };
    check("roundtable", &["Attendance not stated"]);
    check("asean-initiatives", &["Which ones: not stated", "Date not stated"]);
    check(
        "diplomatic-courses",
        &["Participation per state not stated", "Date not stated (within 2021–2023)"],
    );
    check("cyber-training", &["Participants not stated"]);
    check("plan-of-action", &[]);
}

#[test]
fn the_people_are_those_that_the_report_names_there() {
    let page = Printed::at("");
    let people = |id: &str| page.text(&format!("tr[data-fact={id}] td[data-label=People]"));
    assert_eq!(people("plan-of-action"), "Azhar Bin Mazlan");
    assert_eq!(people("visit-singapore"), "Bilawal Bhutto Zardari");
    assert_eq!(people("sectoral-partner"), "");
}

#[test]
fn it_says_how_it_is_sorted() {
    let page = Printed::at("?sort=-date");
    let sorted = page.one("th[aria-sort]");
    assert_eq!((text(sorted).as_str(), attribute(sorted, "aria-sort")), ("Date", "descending"));
    assert_eq!(ids(&page).first().map(String::as_str), Some("cyber-training"));
    // Unasked, it is in the order of the paragraphs.
    let page = Printed::at("");
    assert_eq!(text(page.one("th[aria-sort]")), "Source");
}

#[test]
fn a_search_says_how_many_it_found() {
    let check = |search: &str, count: usize, said: &str| {
        let page = Printed::at(&format!("?q={search}"));
        assert_eq!(page.all("tbody tr").len(), count, "{search}");
        assert_eq!(page.text(".search [role=status] .search__count"), said, "{search}");
    };
    check("zardari", 3, "Facts shown: 3 of 20");
    check("Burma", 16, "Facts shown: 16 of 20");
    check("atlantis", 0, "No fact was found for this search.");
}

#[test]
fn a_search_that_finds_nothing_offers_the_nearest_and_a_way_back() {
    let buttons = |address: &str| Printed::at(address).texts(".search [role=status] button");
    assert_eq!(buttons("?q=malasya"), ["Search for “Malaysia”", "Clear the search"]);
    assert_eq!(buttons("?q=atlantis"), ["Clear the search"]);
    assert_eq!(buttons("?q=malaysia"), Vec::<String>::new());
    assert_eq!(buttons(""), Vec::<String>::new());
}

#[test]
fn neither_1993_nor_2004_is_a_year_of_membership_of_asean() {
    let page = Printed::at("");
    for id in ["sectoral-partner", "arf-member"] {
        let words = page.text(&format!("tr[data-fact={id}]"));
        assert!(!words.contains("member of ASEAN "), "{words}");
        assert!(words.contains("since 1993") || words.contains("since 2004"), "{words}");
        assert!(words.contains("In force (as of 8 June 2023)"), "{words}");
    }
}
