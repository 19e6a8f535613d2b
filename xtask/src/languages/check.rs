//! What can be seen to be wrong in a language file without knowing the language.

use indexmap::IndexMap;
use partnership_atlas::i18n::{LocaleFile, ReportTexts};
use partnership_atlas::model::id::MAPPED_PLACES;

use super::{ENGLISH, keys};
use crate::studio_words::StudioWords;

/// All that is missing or wrong in a language of the interface, each with its key; empty where it is complete.
///
/// `translation` is that of the bundled report: an alias may belong to a word of it.
pub fn problems(
    language: &LocaleFile,
    english: &LocaleFile,
    translation: Option<&ReportTexts>,
) -> Vec<String> {
    let mut found = Vec::new();
    if !["ltr", "rtl"].contains(&language.dir.as_str()) {
        found.push("`dir` must be ltr or rtl".to_owned());
    }
    if language.months.iter().filter(|month| !month.is_empty()).count() != 12 {
        found.push("`months` must be twelve names".to_owned());
    }
    if !language.digits.is_empty() && !are_digits(&language.digits) {
        found.push("`digits` must be the ten digits of the script, from zero to nine".to_owned());
    }
    let is_known = |key: &&String| keys().any(|known| known == **key);
    let strangers = language.messages.keys().filter(|key| !is_known(key));
    found.extend(strangers.map(|key| format!("{key}: the page has no such text")));
    let texts =
        keys().map(|key| (key.to_owned(), language.messages.get(key), english.messages.get(key)));
    found.extend(wrong_texts(texts, &language.lang, Some(&language.digits), &language.same));
    if language.lang != ENGLISH {
        let missing = MAPPED_PLACES.iter().filter(|code| !language.names.contains_key(**code));
        found.extend(missing.map(|code| format!("names.{code}: is missing")));
        for name in language.names.keys().filter(|code| !MAPPED_PLACES.contains(&code.as_str())) {
            found.push(format!("names.{name}: the map has no such state"));
        }
    }
    for name in language.aliases.keys() {
        let texts = translation.into_iter().flat_map(|each| each.texts.values());
        let mut words = language.messages.values().chain(language.names.values()).chain(texts);
        if !is_code(name) && !words.any(|text| text.contains(name)) {
            found.push(format!(
                "aliases.{name}: is neither the code of a state nor a word of the texts"
            ));
        }
    }
    let others = language.months.iter().chain(language.aliases.values().flatten());
    let others = others.chain(language.names.values()).chain([&language.name]);
    for text in others {
        found.extend(text_errors(text, text).into_iter().map(|error| format!("“{text}”: {error}")));
    }
    found
}

/// All that is missing or wrong in a translation of a report; `texts` are the report's own.
pub fn text_problems(
    translation: &ReportTexts,
    texts: &IndexMap<String, String>,
    language: &LocaleFile,
) -> Vec<String> {
    let strangers = translation.texts.keys().filter(|key| !texts.contains_key(*key));
    let mut found: Vec<String> =
        strangers.map(|key| format!("{key}: the report has no such text")).collect();
    let pairs = texts.iter();
    let pairs = pairs.map(|(key, text)| (key.clone(), translation.texts.get(key), Some(text)));
    found.extend(wrong_texts(pairs, &language.lang, Some(&language.digits), &translation.same));
    found
}

/// All that is missing or wrong in the words of the studio in a language.
pub fn word_problems(
    own: &StudioWords,
    english: &StudioWords,
    language: &LocaleFile,
) -> Vec<String> {
    let strangers = own.words.keys().filter(|key| !english.words.contains_key(*key));
    let mut found: Vec<String> =
        strangers.map(|key| format!("{key}: the studio has no such word")).collect();
    let pairs = english.words.iter();
    let pairs = pairs.map(|(key, text)| (key.clone(), own.words.get(key), Some(text)));
    // Dates that an editor may type have digits of any script.
    found.extend(wrong_texts(pairs, &language.lang, None, &own.same));
    found
}

/// What is wrong with texts, given with their keys and the texts that they translate; `same` lists the keys of those that
/// are rightly the same, and `digits` are those that the texts must have.
fn wrong_texts<'a>(
    texts: impl Iterator<Item = (String, Option<&'a String>, Option<&'a String>)>,
    lang: &str,
    digits: Option<&str>,
    same: &[String],
) -> Vec<String> {
    let mut found = Vec::new();
    let mut rightly_same: Vec<String> = Vec::new();
    for (key, own, original) in texts {
        let Some((own, original)) = own.filter(|text| !text.trim().is_empty()).zip(original) else {
            found.push(format!("{key}: is missing"));
            continue;
        };
        let mut errors = text_errors(own, original);
        if digits.is_some_and(|digits| has_other_digits(own, digits)) {
            errors.push("must have the digits of the language; `digits` names them");
        }
        let is_listed = same.contains(&key);
        if own == original && is_listed {
            rightly_same.push(key.clone());
        } else if own == original && says_something(original) && lang != ENGLISH {
            errors.push("is English; list it under `same` where that is right");
        }
        found.extend(errors.into_iter().map(|error| format!("{key}: {error}")));
    }
    let wrongly = same.iter().filter(|key| !rightly_same.contains(key));
    found
        .extend(wrongly.map(|key| {
            format!("{key}: is listed under `same`, but is not the same as in English")
        }));
    found
}

/// Whether a text has the form of a country code.
fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a text is the ten digits of a script: they follow each other in Unicode, and nothing else does.
fn are_digits(text: &str) -> bool {
    let digits: Vec<char> = text.chars().collect();
    let follow = |(index, digit): (usize, &char)| {
        digits.first().is_some_and(|zero| *zero as usize + index == *digit as usize)
    };
    digits.len() == 10
        && digits.iter().all(|digit| digit.is_numeric())
        && digits.iter().enumerate().all(follow)
}

/// Whether a text has digits of another script than the language: ASCII digits where it has its own, or others where it
/// has none. Digits of a Latin name stay: `SHA-256`, `Apache 2.0`.
fn has_other_digits(text: &str, own: &str) -> bool {
    let mut is_latin_name = false;
    text.chars().any(|c| {
        let is_other = if own.is_empty() {
            c.is_numeric() && !c.is_ascii()
        } else {
            c.is_numeric() && !own.contains(c) && !is_latin_name
        };
        // A blank, a hyphen and a full stop may stand inside such a name.
        let continues = c.is_ascii_digit() || matches!(c, ' ' | '-' | '.');
        is_latin_name = c.is_ascii_alphabetic() || (is_latin_name && continues);
        is_other
    })
}

/// Whether a text has words, and is not a pattern of placeholders and signs alone.
fn says_something(text: &str) -> bool {
    let outside = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    outside.flat_map(str::chars).any(char::is_alphabetic)
}

/// What is wrong with a text whatever it says.
fn text_errors(text: &str, original: &str) -> Vec<&'static str> {
    let mut errors = Vec::new();
    let mut wrong = |is_so: bool, error| {
        if is_so {
            errors.push(error);
        }
    };
    wrong(
        placeholders(text) != placeholders(original),
        "must have the placeholders of the English text",
    );
    wrong(text.contains(['<', '>']) || text.contains("&#"), "must have no markup");
    wrong(
        text.chars().any(is_stray),
        "must have no invisible mark of direction, and no zero-width space",
    );
    wrong(text.trim() != text && original.trim() == original, "must not begin or end with a blank");
    wrong(is_zawgyi(text), "must be Burmese in Unicode, and not in the font encoding Zawgyi");
    errors
}

/// The placeholders of a text, in the order of the alphabet.
fn placeholders(text: &str) -> Vec<&str> {
    let after = text.split('{').skip(1);
    let mut names: Vec<&str> =
        after.filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect();
    names.sort_unstable();
    names
}

/// Marks of direction, zero-width space and the byte order mark. The joiners U+200C and U+200D belong to the spelling
/// of several scripts.
fn is_stray(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a text is in Zawgyi: that encoding puts the vowel sign E before its consonant, and forms of its own where
/// Unicode has letters of other languages (<https://www.unicode.org/faq/myanmar.html>).
fn is_zawgyi(text: &str) -> bool {
    let mut before = None;
    text.chars().any(|c| {
        let leads = c == '\u{1031}' && !before.is_some_and(carries_vowel);
        before = Some(c);
        leads || ('\u{1060}'..='\u{1097}').contains(&c)
    })
}

/// Whether the vowel sign E may follow: a consonant, a medial, or the asat and the virama between stacked consonants.
fn carries_vowel(c: char) -> bool {
    matches!(c, '\u{1000}'..='\u{102A}' | '\u{103B}'..='\u{103F}' | '\u{1039}' | '\u{103A}')
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    /// English as if it were a translation of itself, with one thing changed.
    fn found(change: impl FnOnce(&mut LocaleFile)) -> Vec<String> {
        let english = read(ENGLISH).unwrap();
        let mut language = LocaleFile { lang: "xx".to_owned(), ..english.clone() };
        let shouted = |text: &String| format!("{text}!");
        language.messages.values_mut().for_each(|text| {
            if says_something(text) {
                *text = shouted(text);
            }
        });
        language.names = MAPPED_PLACES.map(|code| (code.to_owned(), code.to_owned())).into();
        change(&mut language);
        problems(&language, &english, None)
    }

    #[test]
    fn each_fault_is_named_with_its_key() {
        assert_eq!(found(|_| ()), Vec::<String>::new());
        let check = |key: &str, text: &str, wanted: &str| {
            let found = found(|language| {
                language.messages.insert(key.to_owned(), text.to_owned());
            });
            assert!(found.len() == 1 && found[0].starts_with(&format!("{key}: ")), "{found:?}");
            assert!(found[0].contains(wanted), "{found:?}");
        };
        check("clock.today", "", "missing");
        check("clock.today", "Today", "is English");
        check("clock.today", "<b>Hoje</b>", "markup");
        check("clock.today", "Ho\u{200F}je", "direction");
        check("clock.today", "Hoje ", "blank");
        check("clock.today", "\u{1031}\u{1000}", "Zawgyi");
        check("date.month", "{month}", "placeholders");
        check("clock.tomorrow", "Amanhã", "no such text");
        check("clock.today", "၈", "digits");
    }

    #[test]
    fn digits_of_a_language_are_ten_and_stand_in_all_its_texts() {
        let khmer = "០១២៣៤៥៦៧៨៩";
        let check = |digits: &str, text: &str, expected: &[&str]| {
            let found = found(|language| {
                language.digits = digits.to_owned();
                let others = language.messages.values_mut();
                others.for_each(|text| text.retain(|c| !c.is_ascii_digit()));
                language.messages.insert("clock.today".to_owned(), text.to_owned());
            });
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            assert_eq!(found, expected);
        };
        check(khmer, "ថ្ងៃទី៨, SHA-256, Apache 2.0", &[]);
        let wrong = "clock.today: must have the digits of the language; `digits` names them";
        check(khmer, "ថ្ងៃទី8", &[wrong]);
        check("", "ថ្ងៃទី៨", &[wrong]);
        assert!(are_digits(khmer) && are_digits("0123456789"));
        for other in ["០១២៣", "khmr", "១២៣៤៥៦៧៨៩០", "០១២៣៤៥៦៧៨9"]
        {
            assert!(!are_digits(other), "{other}");
        }
    }

    #[test]
    fn an_alias_belongs_to_a_place_or_to_a_word_of_the_texts() {
        let found = found(|language| {
            let aliases = [("MYS", "Malaya"), ("ASEAN", "ANSEA"), ("Atlantis", "Poseidonis")];
            let aliases = aliases.map(|(name, other)| (name.to_owned(), vec![other.to_owned()]));
            language.aliases = aliases.into();
        });
        assert_eq!(
            found,
            ["aliases.Atlantis: is neither the code of a state nor a word of the texts"]
        );
    }

    #[test]
    fn the_list_of_what_is_the_same_must_be_true() {
        let found = found(|language| language.same.push("clock.today".to_owned()));
        assert_eq!(
            found,
            ["clock.today: is listed under `same`, but is not the same as in English"]
        );
    }

    #[test]
    fn unicode_burmese_is_not_taken_for_zawgyi() {
        for text in ["မြန်မာ", "ဩဂုတ်လ", "အစီရင်ခံစာကို ဖတ်ရန်", "ကျေးဇူး", "တွေ့ဆုံ", "သတ္တေ"]
        {
            assert!(!is_zawgyi(text), "{text}");
        }
        assert!(is_zawgyi("ေက်းဇူး"));
    }

    #[test]
    fn a_translation_of_a_report_has_the_texts_of_the_report() {
        let english = read(ENGLISH).unwrap();
        let language = LocaleFile { lang: "xx".to_owned(), ..english };
        let text = |key: &str, text: &str| (key.to_owned(), text.to_owned());
        let texts = IndexMap::from([text("a", "One"), text("b", "Two"), text("c", "Three")]);
        let translation = ReportTexts {
            review: None,
            lang: "xx".to_owned(),
            texts: [text("a", "Um"), text("c", "Three"), text("d", "Quatro")].into(),
            same: vec!["a".to_owned()],
        };
        let found = text_problems(&translation, &texts, &language);
        assert_eq!(
            found,
            [
                "d: the report has no such text",
                "b: is missing",
                "c: is English; list it under `same` where that is right",
                "a: is listed under `same`, but is not the same as in English",
            ]
        );
    }
}
