//! What the live page says itself: it has a digest only, and says the same with it.

use partnership_atlas::atlas::Atlas;
use partnership_atlas::digest::Digest;
use partnership_atlas::locale::LIVE;
use partnership_atlas::scene::{cards, map, table};
use partnership_atlas::state::url::{Address, ViewState};

use crate::drawn::{DATASET, ENGLISH};

fn atlas() -> Atlas {
    Atlas::parse(DATASET, ENGLISH).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What arrives in the browser.
fn live() -> Digest {
    let file = serde_json::to_string(&atlas().digest.columns()).unwrap_or_default();
    Digest::read(&file).unwrap_or_else(|misfit| panic!("{misfit}"))
}

/// Everything that the page says for an address once it is alive.
fn said(digest: &Digest, query: &str, fragment: &str) -> Vec<String> {
    let address = Address { query: query.to_owned(), fragment: fragment.to_owned() };
    let view = ViewState::from_address(&address, digest);
    let mut said =
        vec![map::chosen(digest, &view), map::spoken(digest, &view), cards::shown(digest, &view)];
    said.extend((0..digest.ids.len()).map(|fact| cards::mark(digest, &view, fact)));
    said.extend([0, 7].map(|count| table::found(digest, count, 0)));
    said
}

#[test]
fn the_live_page_says_the_same_with_its_part_of_the_words() {
    let (atlas, live) = (atlas(), live());
    assert_eq!(live.words.texts.len(), LIVE.len());
    let whole = Digest { words: atlas.locale.words.clone(), ..live.clone() };
    let mut states = vec![("?area=diplomacy&status=scheduled".to_owned(), String::new())];
    states.extend(live.states.iter().map(|state| (String::new(), format!("#{}", state.code))));
    states.extend(live.ids.iter().map(|id| (format!("?fact={id}"), String::new())));
    for (query, fragment) in &states {
        let wanted = said(&whole, query, fragment);
        assert_eq!(said(&live, query, fragment), wanted, "{query}{fragment}");
        assert!(wanted.iter().any(|line| !line.is_empty()));
    }
}

#[test]
fn a_search_looks_into_all_that_a_row_says() {
    let live = live();
    let index = table::Index::new(str::to_lowercase);
    let check = |word: &str, count: usize| {
        let found = index.rows(&live, word, Default::default());
        assert_eq!(found.len(), count, "{word}");
    };
    check("", 20);
    check("scheduled", 2);
    check("december 2022", 2);
    check("since", 2);
    check("date not stated", 4);
    check("banking and finance", 1);
    check("asean wide", 16);
    check("in force", 2);
    check("atlantis", 0);
}
