//! Equal texts find equal facts, in every language: however a text was typed or copied, and whatever its form in Unicode.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::fs;

use partnership_atlas::i18n::{LocaleFile, ReportTexts};
use partnership_atlas::model::read;
use partnership_atlas::view_model::Atlas;
use partnership_atlas::view_model::search::SearchIndex;
use unicode_normalization::UnicodeNormalization as _;

const REPORT: &str = include_str!("../assets/data/pakistan-asean-2023/report.json");

/// The report in every language.
fn atlases() -> Vec<Atlas> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/locales");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let locales: Vec<LocaleFile> = paths
        .map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
        .collect();
    let english = locales.iter().find(|locale| locale.lang == "en").unwrap();
    let report = read(REPORT).unwrap();
    let atlas = |locale: &LocaleFile| {
        let texts = texts(&locale.lang);
        Atlas::localized(&report, texts.as_ref(), locale, english)
    };
    let atlases = locales.iter().map(atlas);
    let atlases: Vec<Atlas> = atlases.collect();
    assert!(atlases.len() >= 14, "only {} languages", atlases.len());
    atlases
}

/// The translation of the report into a language.
fn texts(lang: &str) -> Option<ReportTexts> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/data/pakistan-asean-2023");
    let text = fs::read_to_string(format!("{folder}/{lang}.json")).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

fn index(atlas: &Atlas) -> SearchIndex {
    SearchIndex::new(atlas)
}

/// Returns a text with a character after each letter that has no mark behind it.
fn with_each(text: &str, inserted: char) -> String {
    text.chars().flat_map(|c| [c, inserted]).collect()
}

/// Returns a text as others type, copy or save it. Each form has the same words.
fn forms(text: &str) -> Vec<String> {
    let replaced = |from: &[char], to: &str| text.replace(from, to);
    let digits = |zero: char| -> String {
        let own = |c: char| Some(u32::from(zero) + c.to_digit(10)?).and_then(char::from_u32);
        text.chars().map(|c| own(c).unwrap_or(c)).collect()
    };
    let mut forms = vec![
        text.nfc().collect(),
        text.nfd().collect(),
        text.nfkc().collect(),
        text.nfkd().collect(),
        text.to_uppercase(),
        text.to_lowercase(),
        format!("\u{FEFF}{text}\u{200F}"),
        format!("“{text}”."),
        format!("\u{2067}{text}\u{2069}"),
    ];
    forms.extend(
        ["´´", "``", "„“", "‚‘", "«»", "‹›", "「」", "❝❞", "＂＂", "″″", "〝〟", "¨¨"].map(
            |marks| {
                let [before, after]: [char; 2] =
                    marks.chars().collect::<Vec<_>>().try_into().unwrap();
                format!("{text} {before}{text}{after} {text}")
            },
        ),
    );
    forms.extend(
        ["‐", "‑", "–", "—", "−", "－", "⁃", "─", "➖", "⸺", "〰"]
            .map(|hyphen| replaced(&['-', '–'], hyphen)),
    );
    forms.extend(
        ["\u{A0}", "\u{202F}", "\u{2007}", "\u{3000}", "  ", "\n\t"]
            .map(|blank| replaced(&[' '], blank)),
    );
    forms.extend(["'", "’", "‘", "ʼ", "`", "´"].map(|mark| replaced(&['\'', '’'], mark)));
    forms.extend(
        ['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{34F}', '\u{FE0E}']
            .map(|invisible| with_each(text, invisible)),
    );
    forms.extend(
        ['٠', '۰', '०', '௦', '๐', '໐', '၀', '០', '０', '౦', '෦', '᧐', '᭐', '᮰', '꧐', '𝟎']
            .map(digits),
    );
    forms
}

#[test]
fn every_form_of_a_text_finds_the_facts_of_the_text() {
    let mut compared = 0;
    for atlas in atlases() {
        let (index, lang) = (index(&atlas), &atlas.messages.lang);
        for (number, fact) in atlas.report.facts.iter().enumerate() {
            let words = fact.text.value.split_whitespace().filter(|word| word.len() > 3);
            for text in words.chain([fact.title.value.as_str(), fact.quotes[0].exact.as_str()]) {
                let expected = index.find(&atlas, text);
                assert!(expected.contains(&number), "{lang} {}: {text}", fact.id);
                for form in forms(text) {
                    assert_eq!(index.find(&atlas, &form), expected, "{lang}: {text} as {form:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 50_000, "only {compared} were compared");
}

/// Returns the ids of the facts that a query finds in a language.
fn found(lang: &str, query: &str) -> Vec<String> {
    let atlases = atlases();
    let atlas = atlases.iter().find(|atlas| atlas.messages.lang == lang).unwrap();
    let facts = index(atlas).find(atlas, query).into_iter();
    facts.map(|index| atlas.report.facts.get(index).unwrap().id.to_string()).collect()
}

#[test]
fn words_without_accents_and_from_neighbouring_keyboards_find_their_facts() {
    let check = |lang: &str, query: &str, same: &str| {
        let expected = found(lang, same);
        assert!(!expected.is_empty(), "{lang}: {same} finds nothing");
        assert_eq!(found(lang, query), expected, "{lang}: {query}");
    };
    check("vi", "dien dan", "Diễn đàn");
    check("vi", "Vie\u{323}\u{302}t Nam", "Việt Nam");
    check("vi", "an ninh mang", "an ninh mạng");
    check("vi", "doan 8", "¶8");
    check("pt", "malasia", "Malásia");
    check("pt", "ciberseguranca", "cibersegurança");
    check("tet", "malazia", "Malázia");
    // An Arabic keyboard, with its own letters and digits.
    check("ur", "پاكستان", "پاکستان");
    check("ur", "ملائيشيا", "ملائیشیا");
    check("ur", "٢٠٢٢", "2022");
    check("th", "๒๐๒๒", "2022");
    check("km", "2022", "២០២២");
    check("my", "2022", "၂၀၂၂");
    // Burmese keyboards: the digit zero for the letter WA, and the letter for the digit.
    check("my", "၂ဝ၂၂", "၂၀၂၂");
    check("my", "၀န်ကြီး", "ဝန်ကြီး");
    check("zh-Hans", "２０２２", "2022");
    check("zh-Hans", "段落8", "¶8");
}

#[test]
fn a_day_is_found_as_numbers_in_every_language() {
    for atlas in atlases() {
        let index = index(&atlas);
        let day =
            partnership_atlas::i18n::date_text(&atlas.messages, atlas.report.source().published);
        let expected = index.find(&atlas, &day);
        assert!(!expected.is_empty(), "{}: {day}", atlas.messages.lang);
        for query in ["2023-06-08", "08/06/2023", "8.6.2023", "២០២៣-០៦-០៨"] {
            assert_eq!(index.find(&atlas, query), expected, "{}: {query}", atlas.messages.lang);
        }
    }
}

#[test]
fn a_name_with_one_letter_missing_is_suggested_in_every_language() {
    for atlas in atlases() {
        let (index, lang) = (index(&atlas), &atlas.messages.lang);
        let places = &atlas.report.places;
        let name = &places.iter().find(|place| place.code.as_str() == "IDN").unwrap().name.value;
        // A letter in the middle, so that the rest is no part of another word.
        let typed: String =
            name.chars().enumerate().filter(|(at, _)| *at != 3).map(|(_, c)| c).collect();
        assert_eq!(index.find(&atlas, &typed), [0; 0], "{lang}: {typed}");
        let suggestion = index.nearest(&atlas, &typed).unwrap_or_default();
        assert_eq!(
            index.find(&atlas, &suggestion),
            index.find(&atlas, name),
            "{lang}: {typed} → {suggestion}"
        );
    }
}
