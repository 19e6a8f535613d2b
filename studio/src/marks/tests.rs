//! Tests of the marks, compared with what `verify` says.

use partnership_atlas::model::{FactId, Source, read};
use partnership_atlas::view_model::verify::{self, Standing};
use proptest::prelude::*;

use super::*;

const ROAD: &str = "The road, the “new road” and the old road meet at Hà Nội’s gate (2023).";

fn quote(paragraph: u16, exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Quote {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Quote {
        paragraph,
        exact: exact.to_owned(),
        prefix: owned(prefix),
        suffix: owned(suffix),
        ..Quote::default()
    }
}

fn fact(quotes: Vec<Quote>) -> Fact {
    Fact { id: FactId::new("a").unwrap(), quotes, ..Fact::default() }
}

/// What `verify` says of a quote in a text of one paragraph: its position in bytes, if it stands once.
fn verified(paragraph: &str, quote: &Quote) -> (Option<Standing>, Option<usize>) {
    let mut quote = quote.clone();
    quote.paragraph = 1;
    let report = Report {
        sources: vec![Source::EMPTY],
        facts: vec![fact(vec![quote])],
        ..Report::default()
    };
    let checked = verify::verify(paragraph, &report, &Source::EMPTY);
    let quote = checked.iter().flat_map(|each| &each.quotes).next();
    let bytes = |count: usize| paragraph.chars().take(count).map(char::len_utf8).sum();
    (quote.map(|quote| quote.standing), quote.and_then(|quote| quote.start).map(bytes))
}

fn selected(paragraph: &str, words: &str) -> Result<Selector, SelectorError> {
    let start = paragraph.find(words).unwrap();
    selector(paragraph, start, start + words.len())
}

#[test]
fn a_quote_that_stands_once_has_a_mark() {
    let facts = [
        fact(vec![quote(1, "new  road", None, None), quote(2, "gate", None, None)]),
        fact(vec![quote(1, "road", None, None), quote(1, "bridge", None, None)]),
        fact(vec![quote(1, "road", Some("the old"), None), quote(1, "", None, None)]),
    ];
    let marks = marks(1, ROAD, &facts);
    let texts: Vec<_> =
        marks.iter().map(|mark| (mark.fact, mark.quote, &ROAD[mark.start..mark.end])).collect();
    assert_eq!(texts, [(0, 0, "new road"), (2, 0, "road")]);
    assert!(ROAD[..marks[1].start].ends_with("the old "));
}

#[test]
fn all_marks_are_the_marks_of_the_report_alone() {
    let mut other = quote(1, "gate", None, None);
    other.source = partnership_atlas::model::SourceId::new("other").unwrap();
    let facts = vec![fact(vec![quote(2, "gate", None, None), other, quote(9, "gate", None, None)])];
    let report = Report { sources: vec![Source::EMPTY], facts, ..Report::default() };
    let paragraphs = [ROAD.to_owned(), "A gate.".to_owned()];
    let mark = Mark { fact: 0, quote: 0, start: 2, end: 6 };
    assert_eq!(all_marks(&paragraphs, &report), [vec![], vec![mark]]);
}

#[test]
fn the_quotes_of_the_test_reports_are_marked() {
    for json in [
        include_str!("../../../tests/reports/india-2024/report.json"),
        include_str!("../../../tests/reports/malaysia-2025/report.json"),
    ] {
        let report = read(json).unwrap();
        let number = |fact: &Fact| fact.quotes.first().map_or(0, |quote| quote.paragraph);
        for (index, fact) in report.facts.iter().enumerate() {
            let own = &fact.quotes[0];
            let before = own.prefix.clone().unwrap_or_default();
            let paragraph = format!("It said: {before} {} — and so on.", own.exact);
            let marks = marks(number(fact), &folded(&paragraph), &report.facts);
            assert!(
                marks.iter().any(|mark| mark.fact == index && mark.quote == 0),
                "{}",
                own.exact
            );
        }
    }
}

#[test]
fn overlapping_marks_part_a_paragraph() {
    let mark = |fact, start, end| Mark { fact, quote: 0, start, end };
    let marks = [mark(4, 0, 5), mark(2, 3, 8), mark(2, 4, 6), mark(7, 9, 90), mark(8, 3, 3)];
    let segments = segments("abcdefghij", &marks);
    let parts: Vec<_> =
        segments.iter().map(|part| (part.text.as_str(), part.facts.as_slice())).collect();
    let expected: [(&str, &[usize]); 6] =
        [("abc", &[4]), ("d", &[2, 4]), ("e", &[2, 4]), ("f", &[2]), ("gh", &[2]), ("ij", &[])];
    assert_eq!(parts, expected);
    assert_eq!(super::segments("", &marks), []);
}

#[test]
fn a_selection_takes_whole_words_without_white_space() {
    let at = ROAD.find("ew roa").unwrap();
    assert_eq!(selector(ROAD, at, at + 6).unwrap().exact, "new road");
    assert_eq!(selector(ROAD, at + 6, at).unwrap().exact, "new road");
    let at = ROAD.find(" and").unwrap();
    assert_eq!(selector(ROAD, at, at + 5).unwrap().exact, "and");
    let at = ROAD.find("Nội").unwrap();
    assert_eq!(selector(ROAD, at + 2, at + 3).unwrap().exact, "Nội");
    assert_eq!(selected(ROAD, "202").unwrap().exact, "2023");
    assert_eq!(selected("他们在河内会面", "河内").unwrap().exact, "河内");
    assert_eq!(selector(ROAD, 3, 4), Err(SelectorError::Empty));
    assert_eq!(selector("", 0, 900), Err(SelectorError::Empty));
}

#[test]
fn words_that_stand_often_get_the_fewest_words_around_them() {
    let first = selector(ROAD, 4, 8).unwrap();
    assert_eq!((first.prefix.as_deref(), first.suffix.as_deref()), (Some("The"), None));
    let last = ROAD.rfind("road").unwrap();
    let last = selector(ROAD, last, last + 4).unwrap();
    assert_eq!((last.prefix.as_deref(), last.suffix.as_deref()), (Some("old"), None));
    let twice = "a b c x d. a b c y d.";
    let first = selector(twice, 0, 5).unwrap();
    assert_eq!((first.prefix, first.suffix.as_deref()), (None, Some("x")));
    let mixed = selector("p q x a b. p r x a c. s r x a b.", 15, 18).unwrap();
    assert_eq!((mixed.prefix.as_deref(), mixed.suffix.as_deref()), (None, Some("c")));
    let far = selector("p q x. r q x a.", 11, 12).unwrap();
    assert_eq!((far.prefix.as_deref(), far.suffix.as_deref()), (None, Some("a")));
    assert_eq!(selector("he he he", 3, 8), Err(SelectorError::NotUnique));
}

#[test]
fn a_selection_that_is_too_long_is_refused() {
    let words = ["w"; 13].join(" ");
    assert_eq!(selector(&words, 0, 99), Err(SelectorError::TooManyWords { words: 13 }));
    let letters = "会".repeat(2001);
    let error = SelectorError::TooManyCharacters { characters: 2001 };
    assert_eq!(selector(&letters, 0, 9999), Err(error));
    assert_eq!(error.to_string(), "select at most 2000 characters, not 2001");
}

#[test]
fn a_mark_grows_and_shrinks_by_words() {
    let step = |step: fn(&str, usize, usize, Side) -> (usize, usize), words: &str, side| {
        let start = ROAD.find(words).unwrap();
        let (start, end) = step(ROAD, start, start + words.len(), side);
        &ROAD[start..end]
    };
    assert_eq!(step(longer, "new road", Side::Start), "the “new road");
    assert_eq!(step(longer, "new road", Side::End), "new road” and");
    assert_eq!(step(longer, "Nội’s gate", Side::End), "Nội’s gate (2023");
    assert_eq!(step(longer, "2023", Side::End), "2023).");
    assert_eq!(step(longer, "The", Side::Start), "The");
    assert_eq!(step(shorter, "new road” and", Side::End), "new road");
    assert_eq!(step(shorter, "the “new road", Side::Start), "new road");
    assert_eq!(step(shorter, "(2023).", Side::End), "(2023");
    assert_eq!(step(shorter, "gate", Side::End), "gate");
    assert_eq!(step(shorter, "gate", Side::Start), "gate");
    let chinese = "他们在河内会面。";
    assert_eq!(longer(chinese, 9, 15, Side::End), (9, 18));
    assert_eq!(longer(chinese, 9, 15, Side::Start), (6, 15));
    assert_eq!(shorter(chinese, 9, 15, Side::End), (9, 12));
}

#[test]
fn a_phrase_is_found_whatever_its_case_and_its_quotes() {
    let paragraphs = [ROAD.to_owned(), "In HÀ  NỘI the NEW ROAD's end.".to_owned()];
    let found = |phrase: &str| -> Vec<&str> {
        let hits = find(&paragraphs, phrase).into_iter();
        hits.map(|(index, start, end)| &paragraphs[index][start..end]).collect()
    };
    assert_eq!(found(" \"new   road\""), ["“new road”"]);
    assert_eq!(found("hà nội"), ["Hà Nội", "HÀ  NỘI"]);
    assert_eq!(found("hà nội".nfd().collect::<String>().as_str()).len(), 2);
    assert_eq!(found("Road’s"), ["ROAD's"]);
    assert_eq!(find(&["Ο ΔΡΟΜΟΣ".to_owned()], "δρόμος").len(), 0);
    assert_eq!(find(&["Ο ΔΡΟΜΟΣ".to_owned()], "δρομος").len(), 1);
    assert!(found("bridge").is_empty() && found(" ").is_empty());
    assert_eq!(find(&["a".repeat(999)], "A").len(), MAX_HITS);
}

use unicode_normalization::UnicodeNormalization as _;

/// A paragraph of few words, so that many stand more than once; in the form NFC, like every paragraph of a draft.
fn paragraph() -> impl Strategy<Value = String> {
    let word =
        prop_oneof!["[ab]{1,2}[,.]?", "é[ab]", "[会面]{1,3}", "\\PC{1,3}", Just("the".to_owned())];
    proptest::collection::vec(word, 0..14)
        .prop_map(|words| folded(&words.join(" ")).nfc().collect())
}

proptest! {
    #[test]
    fn a_selector_stands_once_where_it_was_selected(
        text in paragraph(), start in 0_usize..80, end in 0_usize..80,
    ) {
        if let Ok(selector) = selector(&text, start, end) {
            let Selector { exact, prefix, suffix } = selector;
            let quote = quote(1, &exact, prefix.as_deref(), suffix.as_deref());
            let (standing, at) = verified(&text, &quote);
            prop_assert_eq!(standing, Some(Standing::Once));
            let at = at.unwrap();
            let (from, to) = (start.min(end).min(text.len()), start.max(end).min(text.len()));
            prop_assert!(at < to && at + exact.len() > from, "{} at {}", exact, at);
            let marks = marks(1, &text, &[fact(vec![quote])]);
            prop_assert_eq!(marks.first().map(|mark| mark.start), Some(at));
        }
    }

    #[test]
    fn marks_agree_with_verify(
        text in paragraph(), exact in "[ab会]{1,2}", prefix in proptest::option::of("[ab]"),
    ) {
        let quote = quote(1, &exact, prefix.as_deref(), None);
        let marks = marks(1, &text, &[fact(vec![quote.clone()])]);
        prop_assert_eq!(marks.first().map(|mark| mark.start), verified(&text, &quote).1);
    }

    #[test]
    fn segments_are_the_paragraph(
        text in paragraph(), ends in proptest::collection::vec((0_usize..60, 0_usize..60), 0..9),
    ) {
        let marks = ends.iter().enumerate();
        let marks = marks.map(|(fact, (start, end))| Mark { fact, quote: 0, start: *start, end: *end });
        let segments = segments(&text, &marks.collect::<Vec<_>>());
        prop_assert_eq!(segments.iter().map(|part| part.text.as_str()).collect::<String>(), text);
        prop_assert!(segments.iter().all(|part| !part.text.is_empty()));
    }

    #[test]
    fn longer_and_shorter_stay_inside(text in paragraph(), start in 0_usize..90, end in 0_usize..90) {
        let (start, end) = (text.floor_char_boundary(start.min(end)), text.floor_char_boundary(start.max(end)));
        for side in [Side::Start, Side::End] {
            let (from, to) = longer(&text, start, end, side);
            prop_assert!(from <= start && to >= end && text.get(from..to).is_some());
            let (from, to) = shorter(&text, start, end, side);
            prop_assert!(from >= start && to <= end && text.get(from..to).is_some());
        }
    }

    #[test]
    fn hits_are_pieces_of_the_text(text in "\\PC*", phrase in "\\PC{1,2}") {
        for (_, start, end) in find(std::slice::from_ref(&text), &phrase) {
            prop_assert!(start < end && text.get(start..end).is_some());
        }
    }
}
