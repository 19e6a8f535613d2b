//! What the live page says itself: it has a part of the words only, and says the same with them.

use std::sync::Arc;

use partnership_atlas::atlas::Atlas;
use partnership_atlas::locale::LIVE;
use partnership_atlas::scene::table::Index;
use partnership_atlas::scene::{cards, map, table};
use partnership_atlas::state::url::{Address, Column, Sort, ViewState};
use serde_json::Value;

use crate::drawn::{DATASET, ENGLISH};

fn live() -> Atlas {
    let mut locale: Value = serde_json::from_str(ENGLISH).unwrap_or_default();
    if let Some(messages) = locale.get_mut("messages").and_then(Value::as_object_mut) {
        messages.retain(|key, _| LIVE.contains(&key.as_str()));
    }
    let live = Atlas::parse_live(DATASET, &locale.to_string());
    live.unwrap_or_else(|problems| panic!("{problems}"))
}

/// Everything that the page says for an address once it is alive.
fn said(atlas: &Atlas, query: &str, fragment: &str) -> Vec<String> {
    let address = Address { query: query.to_owned(), fragment: fragment.to_owned() };
    let view = ViewState::from_address(&address, &atlas.dataset);
    let mut said =
        vec![map::chosen(atlas, &view), map::spoken(atlas, &view), cards::shown(atlas, &view)];
    said.extend(cards::projects(&atlas.dataset).map(|fact| cards::mark(atlas, &view, fact)));
    said.extend(
        atlas.dataset.places.iter().filter_map(|place| map::about_place(atlas, place.code)),
    );
    said.extend([0, 7].map(|count| table::found(atlas, count)));
    said
}

#[test]
fn the_live_page_says_the_same_with_its_part_of_the_words() {
    let (whole, live) = (Arc::new(Atlas::parse(DATASET, ENGLISH).unwrap()), live());
    let mut states = vec![("?area=diplomacy&status=scheduled".to_owned(), String::new())];
    states.extend(
        whole.dataset.places.iter().map(|place| (String::new(), format!("#{}", place.code))),
    );
    states.extend(
        whole.dataset.facts.iter().map(|fact| (format!("?fact={}", fact.id), String::new())),
    );
    for (query, fragment) in &states {
        let wanted = said(&whole, query, fragment);
        assert_eq!(said(&live, query, fragment), wanted, "{query}{fragment}");
        assert!(wanted.iter().any(|line| !line.is_empty()));
    }
}

#[test]
fn the_live_page_finds_and_orders_the_same() {
    let (whole, live) = (Atlas::parse(DATASET, ENGLISH).unwrap(), live());
    let index = |atlas| Index::new(atlas, str::to_lowercase);
    let (wanted, found) = (index(&whole), index(&live));
    let words = [
        "",
        "scheduled",
        "december 2022",
        "since",
        "not stated",
        "project",
        "asean-wide",
        "in force",
    ];
    for (word, column) in words.iter().flat_map(|word| Column::ALL.map(|column| (word, column))) {
        let sort = Sort { column, descending: false };
        assert_eq!(found.rows(word, sort), wanted.rows(word, sort), "{word} by {column:?}");
        assert!(!wanted.rows(word, sort).is_empty(), "{word} finds nothing, so nothing is tested");
    }
}
