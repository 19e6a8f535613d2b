//! A report with more facts than a page can bear.

use std::sync::Arc;

use partnership_atlas::atlas::Atlas;
use partnership_atlas::digest::Part;
use partnership_atlas::scene::sheet::{PAGE, pages};
use partnership_atlas::view::static_html;
use scraper::Html;
use serde_json::{Value, json};

use crate::drawn::{DATASET, Drawn, ENGLISH, attribute, text, within};

/// The facts of the report over and over, each time under other ids.
fn many(times: usize) -> String {
    let mut dataset: Value = serde_json::from_str(DATASET).unwrap_or_default();
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

fn page(number: usize) -> Drawn {
    Drawn::of(&many(TIMES), ENGLISH, &format!("?page={number}"))
}

fn ids(page: &Drawn) -> Vec<String> {
    page.all("tr[data-fact]").iter().map(|row| attribute(*row, "data-fact").to_owned()).collect()
}

#[test]
fn every_fact_stands_on_one_page_in_the_order_of_the_report() {
    let all: Vec<String> = (1..=pages(TIMES * 20)).flat_map(|number| ids(&page(number))).collect();
    let mut known = all.clone();
    known.sort();
    known.dedup();
    assert_eq!((all.len(), known.len()), (TIMES * 20, TIMES * 20));
    assert_eq!(ids(&page(1)).len(), PAGE);
    assert_eq!(ids(&page(99)), ids(&page(3)), "beyond the last there is the last");
}

#[test]
fn a_page_says_which_facts_it_has_and_leads_to_its_neighbours() {
    let check = |number: usize, said: &str, links: &[(&str, &str)]| {
        let page = page(number);
        assert_eq!(page.text(".search__found"), said);
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

#[test]
fn the_printed_pages_lead_to_each_other_from_where_they_stand() {
    let atlas = Arc::new(Atlas::parse(&many(TIMES), ENGLISH).unwrap());
    let html = Html::parse_fragment(&static_html(atlas, 1, "../"));
    let next = scraper::Selector::parse(".pages [rel=next]").unwrap();
    let next = html.select(&next).next().unwrap();
    assert_eq!(next.value().attr("href"), Some("../3/#FACTS"));
}

#[test]
fn what_is_told_on_a_page_has_its_evidence_there() {
    let page = page(2);
    let known: Vec<&str> = page.all(".evidence").iter().map(|it| attribute(*it, "id")).collect();
    let chips = page.all(".chip[popovertarget]");
    assert!(chips.len() > PAGE);
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
    check(".wide ul", TIMES * 16);
    check("#MYS ul", TIMES);
    check(".timeline__undated ul", TIMES * 4);
    check(".timeline__moments", TIMES * 16);
    assert_eq!(page.text(".filters__shown"), format!("Cards shown: 4 of {}", TIMES * 4));
}

#[test]
fn a_row_that_is_made_says_what_a_printed_one_says() {
    let digest = Atlas::parse(&many(TIMES), ENGLISH).unwrap().digest;
    let page = page(1);
    for row in page.all("tr[data-fact]") {
        let id = attribute(row, "data-fact");
        let fact = digest.ids.iter().position(|known| known == id).unwrap();
        let printed = text(row);
        for part in Part::ALL {
            let told = digest.facet(*part).value(fact);
            let is_in_the_row = !matches!(part, Part::Kind | Part::Area | Part::Also | Part::Mark);
            for line in told.lines().filter(|_| is_in_the_row) {
                assert!(printed.contains(line), "{id}: “{line}” is not in {printed}");
            }
        }
        let mark = format!(".status--{}", digest.facet(Part::Mark).value(fact));
        assert_eq!(within(row, &mark).len(), 1, "{id} is not drawn as {mark}");
    }
    // And it has a place for each.
    let cells = page.all(".facts__made [data-cell]");
    let cells: Vec<&str> = cells.iter().map(|cell| attribute(*cell, "data-cell")).collect();
    let wanted = [
        "title", "text", "reach", "unsaid", "date", "mark", "reported", "today", "readings",
        "people", "chip",
    ];
    assert_eq!(cells, wanted);
}

#[test]
fn what_finds_room_on_one_page_has_none_of_this() {
    let page = Drawn::of(&many(PAGE / 20), ENGLISH, "");
    assert_eq!(ids(&page).len(), PAGE);
    assert!(page.all(".pages, .facts__made, .more, #FACTS").is_empty());
    assert_eq!(page.text(".search__found"), "Facts shown: 100 of 100");
    let digest = &page.atlas.digest;
    assert!(digest.facet(Part::AsReported).values.is_empty(), "nor does it travel");
}
