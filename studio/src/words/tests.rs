//! Tests of the words: every language has them.

use partnership_atlas::i18n::Review;
use strum::IntoEnumIterator;

use super::*;

/// The tags of the languages of the page.
fn languages() -> Vec<String> {
    let mut tags: Vec<String> = std::fs::read_dir("../assets/locales")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".json", ""))
        .collect();
    tags.sort();
    tags
}

fn file(lang: &str) -> WordsFile {
    let path = format!("locales/{lang}.json");
    let json = std::fs::read_to_string(&path).expect(&path);
    serde_json::from_str(&json).expect(&path)
}

#[test]
fn the_studio_speaks_every_language_of_the_page() {
    for lang in languages() {
        let file = file(&lang);
        assert_eq!(file.lang, lang);
        assert_eq!(file.dir, if lang == "ur" { "rtl" } else { "ltr" }, "{lang}");
        assert_eq!(file.review == Review::Author, lang == "en", "{lang}");
    }
}

/// The others may lack a word, for which the build puts English; `cargo xtask locale check` lists them.
#[test]
fn english_has_every_word_and_no_language_another() {
    let keys: Vec<&str> = Word::iter().map(Word::key).collect();
    let english = file("en");
    let missing: Vec<_> =
        keys.iter().filter(|key| english.words.get(**key).is_none_or(String::is_empty)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for lang in languages() {
        let file = file(&lang);
        let unknown: Vec<_> =
            file.words.keys().filter(|key| !keys.contains(&key.as_str())).collect();
        assert!(unknown.is_empty(), "{lang}: {unknown:?}");
    }
}

#[test]
fn every_language_has_the_same_places_for_values() {
    let english = file("en");
    let places = |text: &str| {
        let mut names: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
            .collect();
        names.sort();
        names
    };
    for lang in languages() {
        for (key, text) in &file(&lang).words {
            assert_eq!(places(text), places(&english.words[key]), "{lang} {key}");
        }
    }
}

/// On a narrow screen the names of the panes stand above those of the forms.
#[test]
fn no_pane_has_the_name_of_a_form() {
    const NAMES: [Word; 10] = [
        Word::PaneText,
        Word::PaneForms,
        Word::PanePreview,
        Word::PageReport,
        Word::PageFacts,
        Word::PagePeople,
        Word::PageAreas,
        Word::PageCoverage,
        Word::PageCheck,
        Word::PagePublish,
    ];
    for lang in languages() {
        let words = Words::of(&file(&lang));
        let mut names = NAMES.map(|word| words.get(word)).to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), NAMES.len(), "{lang}: {names:?}");
    }
}

/// The dates near that of the report are read from these lists.
#[test]
fn every_language_has_seven_weekdays_and_nine_near_dates() {
    for lang in languages() {
        let words = Words::of(&file(&lang));
        for (word, count) in [(Word::Weekdays, 7), (Word::DatesNear, 9)] {
            let names: Vec<_> = words.get(word).split(',').map(str::trim).collect();
            assert_eq!(names.len(), count, "{lang}: {names:?}");
            assert!(names.iter().all(|name| !name.is_empty()), "{lang}: {names:?}");
        }
    }
}

/// How exact an amount is is read from these lists.
#[test]
fn every_language_has_words_for_about_at_least_and_up_to() {
    for lang in languages() {
        let words = Words::of(&file(&lang));
        let lists: Vec<_> = words.get(Word::AmountBounds).split(',').map(str::trim).collect();
        assert_eq!(lists.len(), 4, "{lang}: {lists:?}");
        // Not every language has a word for "not" beside an amount.
        assert!(lists[..3].iter().all(|list| !list.is_empty()), "{lang}: {lists:?}");
    }
}

#[test]
fn the_places_of_a_word_take_values() {
    let text = Words::english().format(Word::Paragraph, &[("number", "3")]);
    assert!(text.contains('3') && !text.contains('{'), "{text}");
    let urdu = Words::of(&file("ur"));
    let text = urdu.format(Word::AddSuggestion, &[("name", "12 million dollars")]);
    assert!(text.contains("\u{2068}12 million dollars\u{2069}"), "{text}");
}

#[test]
fn the_language_of_a_tag_is_known() {
    let known: Vec<(String, String)> =
        languages().into_iter().map(|tag| (tag, String::new())).collect();
    let first = |tags: &[&str]| {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        first_known(&tags, &known)
    };
    assert_eq!(first(&["ur-PK"]).as_deref(), Some("ur"));
    assert_eq!(first(&["zh-CN", "en"]).as_deref(), Some("zh-Hans"));
    assert_eq!(first(&["tlh", "fr-CA", "MS"]).as_deref(), Some("ms"));
    assert_eq!(first(&["in_ID"]).as_deref(), Some("id"));
    assert_eq!(first(&["tl"]).as_deref(), Some("fil"));
    assert_eq!(first(&["tlh"]), None);
}
