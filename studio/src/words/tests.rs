//! Tests of the words.

use super::*;

#[test]
fn every_language_has_every_word_and_no_other() {
    let keys: Vec<&str> = Word::iter().map(Word::key).collect();
    for json in FILES {
        let file: File = serde_json::from_str(json).unwrap();
        let missing: Vec<_> =
            keys.iter().filter(|key| file.words.get(**key).is_none_or(String::is_empty)).collect();
        let unknown: Vec<_> =
            file.words.keys().filter(|key| !keys.contains(&key.as_str())).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{}: {missing:?} {unknown:?}", file.lang);
    }
}

#[test]
fn every_language_has_the_same_places_for_values() {
    let files = files();
    let places = |text: &str| {
        let mut names: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
            .collect();
        names.sort();
        names
    };
    for file in &files {
        for (key, text) in &file.words {
            assert_eq!(places(text), places(&files[0].words[key]), "{} {key}", file.lang);
        }
    }
}

#[test]
fn english_stands_in_for_an_unknown_language() {
    assert_eq!(Words::of("tlh"), Words::of("en"));
    assert_eq!(Words::of("ur").dir, "rtl");
    let text = Words::of("en").format(Word::Paragraph, &[("number", "3")]);
    assert!(text.contains('3') && !text.contains('{'), "{text}");
    let text = Words::of("ur").format(Word::AddSuggestion, &[("name", "12 million dollars")]);
    assert!(text.contains("\u{2068}12 million dollars\u{2069}"), "{text}");
}
