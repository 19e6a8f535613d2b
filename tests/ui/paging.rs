//! A report with more facts than a page can bear.

use partnership_atlas::view_model::pagination::{FACTS_PER_PAGE, page_count};
use serde_json::{Value, json};

use crate::printed::{ENGLISH, Printed, REPORT, attribute, text, within};

/// The facts of the report over and over, each time under other ids.
fn many(times: usize) -> String {
    let mut dataset: Value = serde_json::from_str(REPORT).unwrap_or_default();
    let facts = dataset.get("facts").and_then(Value::as_array).cloned().unwrap_or_default();
    let again = |round: usize| {
        facts.iter().cloned().map(move |mut fact| {
            let id = fact.get("id").and_then(Value::as_str).unwrap_or_default();
            let id = format!("{}-{round}", id.chars().take(24).collect::<String>());
            if let Some(slot) = fact.get_mut("id") {
                *slot = json!(id.replace("--", "-"));
            }
            fact
        })
    };
    let all: Vec<Value> = (0..times).flat_map(again).collect();
    if let Some(slot) = dataset.get_mut("facts") {
        *slot = all.into();
    }
    dataset.to_string()
}

const TIMES: usize = 12;

fn page(number: usize) -> Printed {
    Printed::of(&many(TIMES), ENGLISH, &format!("?page={number}"))
}

fn ids(page: &Printed) -> Vec<String> {
    page.all("tr[data-fact]").iter().map(|row| attribute(*row, "data-fact").to_owned()).collect()
}

#[test]
fn every_fact_stands_on_one_page_in_the_order_of_the_report() {
    let all: Vec<String> =
        (1..=page_count(TIMES * 20)).flat_map(|number| ids(&page(number))).collect();
    let mut known = all.clone();
    known.sort();
    known.dedup();
    assert_eq!((all.len(), known.len()), (TIMES * 20, TIMES * 20));
    assert_eq!(ids(&page(1)).len(), FACTS_PER_PAGE);
    assert_eq!(ids(&page(99)), ids(&page(3)), "beyond the last there is the last");
}

#[test]
fn a_page_says_which_facts_it_has_and_leads_to_its_neighbours() {
    let check = |number: usize, said: &str, links: &[(&str, &str)]| {
        let page = page(number);
        assert_eq!(page.text(".search__count"), said);
        let shown = page.all(".pages a:not([hidden])");
        let found: Vec<_> =
            shown.iter().map(|link| (attribute(*link, "rel"), attribute(*link, "href"))).collect();
        assert_eq!(found, links, "{number}");
    };
    check(1, "Facts 1–100 of 240", &[("next", "page/2/#FACTS")]);
    check(2, "Facts 101–200 of 240", &[("prev", "page/1/#FACTS"), ("next", "page/3/#FACTS")]);
    check(3, "Facts 201–240 of 240", &[("prev", "page/2/#FACTS")]);
    assert_eq!(attribute(page(1).one("section.facts"), "id"), "FACTS");
}

/// The page of the table as the build prints it in its own folder.
fn printed_page(number: usize) -> Printed {
    Printed::with_page(&many(TIMES), ENGLISH, "", number - 1, "../")
}

#[test]
fn printed_pages_link_to_their_neighbours_by_relative_paths() {
    assert_eq!(attribute(printed_page(2).one(".pages [rel=next]"), "href"), "../3/#FACTS");
}

#[test]
fn what_is_told_on_a_page_has_its_evidence_there() {
    let page = printed_page(2);
    let known: Vec<&str> = page.all(".evidence").iter().map(|it| attribute(*it, "id")).collect();
    let chips = page.all(".chip[popovertarget]");
    assert!(chips.len() > FACTS_PER_PAGE);
    for chip in chips {
        let wanted = attribute(chip, "popovertarget");
        assert!(known.contains(&wanted), "{wanted} has no evidence");
    }
    assert!(known.len() < TIMES * 20, "and what is not told has none");
}

#[test]
fn a_list_that_is_cut_says_how_much_more_there_is() {
    let page = page(1);
    let check = |list: &str, all: usize| {
        let list = page.one(list);
        let shown = within(list, "li .chip").len();
        let more: Vec<String> = within(list, ".more").into_iter().map(text).collect();
        let more = more.iter().filter_map(|line| line.rsplit_once(": ")?.1.parse::<usize>().ok());
        assert_eq!(shown + more.sum::<usize>(), all, "{}", text(list));
    };
    check(".asean-wide ul", TIMES * 16);
    check("#MYS ul", TIMES);
    check(".timeline__undated ul", TIMES * 4);
    check(".timeline__groups", TIMES * 16);
    assert_eq!(page.text(".filters__count"), format!("Cards shown: 4 of {}", TIMES * 4));
}

#[test]
fn a_row_links_to_the_page_that_has_its_evidence() {
    // A search finds facts of other pages; the printed page is still the first one.
    let page = Printed::of(&many(TIMES), ENGLISH, "?q=azhar");
    let links: Vec<&str> = page.all("a.chip").iter().map(|link| attribute(*link, "href")).collect();
    assert_eq!(links.len(), TIMES - 5, "the inspector mentions the first five");
    assert!(links.iter().all(|link| link.starts_with("page/3/#")), "{links:?}");
    let row = page.one("tr:has(a.chip[href='page/3/#plan-of-action-11'])");
    for part in ["Malaysia", "Azhar Bin Mazlan", "Shared", "Source ¶8"] {
        assert!(text(row).contains(part), "{part} is missing in {}", text(row));
    }
}

#[test]
fn what_finds_room_on_one_page_has_none_of_this() {
    let page = Printed::of(&many(FACTS_PER_PAGE / 20), ENGLISH, "");
    assert_eq!(ids(&page).len(), FACTS_PER_PAGE);
    assert!(page.all(".pages, a.chip, .more, #FACTS").is_empty());
    assert_eq!(page.text(".search__count"), "Facts shown: 100 of 100");
}
