//! The languages of the page: a file each in `assets/locales/`, found by its name, so that one more needs no Rust.

mod check;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use indexmap::IndexMap;
use partnership_atlas::i18n::{LocaleFile, MessageId, ReportTexts, Review, report_texts};
use partnership_atlas::model::decode::decode;
use partnership_atlas::model::id::MAPPED_PLACES;
use partnership_atlas::model::read::read_strict;
use partnership_atlas::model::{self, Report};
use strum::IntoEnumIterator;
use unicode_normalization::is_nfc;

use crate::command::root;
use crate::report::{self, ReportFolder};
use crate::studio_words;

pub use check::{problems, text_problems, word_problems};

/// Where the files stand, from the root of the repository.
pub const FOLDER: &str = "assets/locales";

/// The language in which the page is written, and from which the others are translated.
pub const ENGLISH: &str = "en";

/// Every language that has a file: English first, then by tag.
pub fn all() -> Result<Vec<LocaleFile>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER)).context("assets/locales cannot be read")? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        // Names that begin with a dot are notes of a system or of an editor.
        if path.extension().is_some_and(|ending| ending == "json") && !stem.starts_with('.') {
            languages.push(read(stem)?);
        }
    }
    languages.sort_by_key(|language| (language.lang != ENGLISH, language.lang.clone()));
    Ok(languages)
}

/// The language with a tag.
pub fn read(lang: &str) -> Result<LocaleFile> {
    let listed = |problems: &dyn Display| {
        anyhow!("{FOLDER}/{lang}.json is no valid language file:\n{problems}")
    };
    let bytes = report::read_bytes(&path(lang))?;
    let json = decode(&bytes).map_err(|problem| listed(&problem))?;
    let language: LocaleFile = read_strict(json).map_err(|problems| listed(&problems))?;
    if language.lang != lang {
        bail!(
            "{FOLDER}/{lang}.json says that it is “{}”; name and `lang` must agree",
            language.lang
        );
    }
    Ok(language)
}

fn path(lang: &str) -> PathBuf {
    root().join(FOLDER).join(format!("{lang}.json"))
}

/// Returns the languages in which a report gets a page: first its own, then those that it is translated into.
pub fn of_report(all: &[LocaleFile], folder: &ReportFolder) -> Vec<LocaleFile> {
    let own = folder.report.atlas.lang.as_str();
    // Without an interface in the language of the report, its page has that in English.
    let own = if all.iter().any(|locale| locale.lang == own) { own } else { ENGLISH };
    let translated = |lang: &str| folder.texts.iter().any(|texts| texts.lang == lang);
    let (first, others): (Vec<_>, Vec<_>) = all
        .iter()
        .filter(|locale| locale.lang == own || translated(&locale.lang))
        .cloned()
        .partition(|locale| locale.lang == own);
    first.into_iter().chain(others).collect()
}

/// Returns what the editor of a report should look at again: a line each. A language without an interface is one.
pub fn advice(folder: &ReportFolder) -> Result<Vec<String>> {
    let ReportFolder { json, report, texts, .. } = folder;
    let tags: Vec<String> = all()?.into_iter().map(|locale| locale.lang).collect();
    let is_known = |lang: &str| tags.iter().any(|tag| tag == lang);
    // The interface may have the language under another tag, as `en` for `en-GB`.
    let close = |lang: &str| {
        let primary = lang.split('-').next().unwrap_or_default();
        let close = tags.iter().find(|tag| tag.split('-').next() == Some(primary));
        close.map_or_else(|| format!("it has {}", tags.join(", ")), |tag| format!("it has {tag}"))
    };
    let mut found: Vec<String> = model::advice(report).iter().map(ToString::to_string).collect();
    if !is_nfc(json) {
        found.push(
            "$: some letters and their accents are saved as two characters; the page has them as one (Unicode's form NFC)"
                .to_owned(),
        );
    }
    let lang = &report.atlas.lang;
    if !is_known(lang) {
        found.push(format!(
            "$.atlas.lang: the interface has no “{lang}”, so its words will be English; {}",
            close(lang)
        ));
    }
    for ReportTexts { lang, .. } in texts.iter().filter(|texts| !is_known(&texts.lang)) {
        found.push(format!(
            "{lang}.json: the interface has no “{lang}”, so the report gets no page in it; {}",
            close(lang)
        ));
    }
    Ok(found)
}

/// Returns the texts of the report that a language translates, by their keys, in the order of the file.
pub fn original_texts(report: &Report) -> IndexMap<String, String> {
    let mut report = report.clone();
    let texts = report_texts(&mut report).into_iter();
    texts.map(|(key, text)| (key, text.value.clone())).collect()
}

/// Returns the keys of all messages.
fn keys() -> impl Iterator<Item = &'static str> {
    MessageId::iter().map(MessageId::key)
}

/// Starts a language: its file with every key, each still empty.
pub fn start(lang: &str) -> Result<()> {
    let is_tag = lang.len() <= 35
        && lang.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        && lang.split('-').next().is_some_and(|first| {
            (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase())
        });
    if !is_tag {
        bail!("“{lang}” is not a language tag; write one as BCP 47 has it: `tl`, `zh-Hant`");
    }
    let path = path(lang);
    if path.exists() {
        bail!(
            "{FOLDER}/{lang}.json is there already; `cargo xtask locale check` says what it lacks"
        );
    }
    let empty = |key: &str| (key.to_owned(), String::new());
    let language = LocaleFile {
        lang: lang.to_owned(),
        dir: "ltr".to_owned(),
        name: lang.to_owned(),
        review: Review::Machine,
        digits: String::new(),
        months: vec![String::new(); 12],
        messages: keys().map(empty).collect(),
        names: MAPPED_PLACES.map(empty).into(),
        aliases: BTreeMap::new(),
        same: Vec::new(),
    };
    fs::write(&path, serde_json::to_string_pretty(&language)? + "\n")
        .with_context(|| format!("{FOLDER}/{lang}.json cannot be written"))?;
    println!(
        "{FOLDER}/{lang}.json is started: fill in `name`, set `dir` to rtl where the script runs so, translate what \
         en.json and the dataset say under each key. What is empty stays English. `cargo xtask locale check` names it."
    );
    Ok(())
}

/// Names all that is missing or wrong in every language and in every translation of the bundled report; an error where
/// there is anything.
pub fn check() -> Result<()> {
    let languages = all()?;
    let english = read(ENGLISH)?;
    let bundled = report::bundled()?;
    let texts = original_texts(&bundled.report);
    let words = studio_words::read(ENGLISH)?;
    let mut found = 0;
    for language in &languages {
        let path = format!("{FOLDER}/{}.json", language.lang);
        let translation = bundled.texts.iter().find(|each| each.lang == language.lang);
        found += list(&path, &problems(language, &english, translation));
        if let Some(translation) = translation {
            let path = format!("{}/{}.json", report::BUNDLED, language.lang);
            found += list(&path, &text_problems(translation, &texts, language));
        }
        let path = format!("{}/{}.json", studio_words::FOLDER, language.lang);
        let own = studio_words::read(&language.lang)?;
        found += list(&path, &word_problems(&own, &words, language));
    }
    let keys = keys().count() + texts.len() + words.words.len() + english.months.len();
    println!("{}", summary(languages.len(), keys, found));
    if found > 0 {
        bail!("the languages are not complete");
    }
    Ok(())
}

/// Prints the problems of a file; returns their number.
fn list(path: &str, problems: &[String]) -> usize {
    for problem in problems {
        println!("{path}: {problem}");
    }
    problems.len()
}

fn summary(languages: usize, keys: usize, found: usize) -> String {
    if found == 0 {
        format!("{languages} languages × {keys} keys complete")
    } else {
        format!("{languages} languages × {keys} keys, {found} to mend")
    }
}

#[cfg(test)]
mod tests {
    use partnership_atlas::i18n::localize;
    use partnership_atlas::model::Text;
    use partnership_atlas::view_model::Atlas;

    use super::*;

    #[test]
    fn no_language_has_a_wrong_text_and_english_has_every_text() {
        let languages = all().unwrap();
        let (english, bundled) = (read(ENGLISH).unwrap(), report::bundled().unwrap());
        let texts = original_texts(&bundled.report);
        // English stands in for a missing text until somebody translates it; `cargo xtask locale check` lists it.
        let wrong = |mut problems: Vec<String>| {
            problems.retain(|problem| !problem.ends_with(": is missing"));
            problems
        };
        assert_eq!(problems(&english, &english, None), Vec::<String>::new());
        for language in &languages {
            let translation = bundled.texts.iter().find(|each| each.lang == language.lang);
            let found = wrong(problems(language, &english, translation));
            assert_eq!(found, Vec::<String>::new(), "{}", language.lang);
        }
        for translation in &bundled.texts {
            let language = languages.iter().find(|each| each.lang == translation.lang).unwrap();
            let found = wrong(text_problems(translation, &texts, language));
            assert_eq!(found, Vec::<String>::new(), "{}", translation.lang);
        }
        let keys = keys().count() + texts.len() + english.months.len();
        // To the terminal itself: the test runner keeps what a passing test prints.
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "{}", summary(languages.len(), keys, 0));
    }

    #[test]
    fn english_stands_in_for_missing_texts_and_is_marked() {
        let english = read(ENGLISH).unwrap();
        let mut locale = LocaleFile { lang: "xx".to_owned(), ..english.clone() };
        locale.messages.insert("clock.today".to_owned(), String::new());
        locale.messages.shift_remove("clock.report");
        let title = ("facts.roundtable.title".to_owned(), "Mesa".to_owned());
        let texts =
            ReportTexts { texts: [title].into(), lang: "xx".to_owned(), ..ReportTexts::default() };
        let report = report::bundled().unwrap().report;
        let atlas = Atlas::localized(&report, Some(&texts), &locale, &english);
        assert_eq!(*atlas.messages.get(MessageId::ClockToday), Text::fallback("Today", "en"));
        assert_eq!(
            *atlas.messages.get(MessageId::ClockReport),
            Text::fallback("As reported", "en")
        );
        assert_eq!(*atlas.messages.get(MessageId::ShareButton), Text::from("Share"));
        let title = |id: &str| atlas.report.facts.iter().find(|fact| fact.id.as_str() == id);
        assert_eq!(title("roundtable").unwrap().title, Text::from("Mesa"));
        let malaysia = atlas.report.places.iter().find(|place| place.code.as_str() == "MYS");
        assert_eq!(malaysia.unwrap().name, Text::fallback("Malaysia", "en"));
    }

    #[test]
    fn a_place_is_found_by_its_english_names_in_every_language() {
        let english = read(ENGLISH).unwrap();
        let mut locale = LocaleFile { lang: "xx".to_owned(), ..english };
        locale.names.insert("MMR".to_owned(), "Birmânia".to_owned());
        locale.aliases.insert("MMR".to_owned(), vec!["Burma".to_owned(), "Barma".to_owned()]);
        let report = localize(&report::bundled().unwrap().report, &locale, None);
        let myanmar = report.places.iter().find(|place| place.code.as_str() == "MMR").unwrap();
        assert_eq!(myanmar.aliases, ["Myanmar", "Burma", "Barma"]);
        // Also where the report is written in that language.
        locale.lang = "en".to_owned();
        let report = localize(&report::bundled().unwrap().report, &locale, None);
        let myanmar = report.places.iter().find(|place| place.code.as_str() == "MMR").unwrap();
        assert_eq!(
            (myanmar.name.value.as_str(), &*myanmar.aliases),
            ("Myanmar", ["Burma", "Barma"].map(String::from).as_slice())
        );
    }

    #[test]
    fn a_page_says_who_wrote_its_words_as_far_as_it_is_known() {
        let [english, malay] = [ENGLISH, "ms"].map(|lang| read(lang).unwrap());
        let mut report = report::bundled().unwrap().report;
        let review = |report: &Report, locale| {
            Atlas::localized(report, None, locale, &english).messages.review.value
        };
        assert!(review(&report, &english).starts_with("The page was written in this language"));
        assert!(review(&report, &malay).contains("dibuat oleh mesin"));
        let of_speaker = ReportTexts { review: Some(Review::Speaker), ..ReportTexts::default() };
        let by_speaker = |locale| {
            Atlas::localized(&report, Some(&of_speaker), locale, &english).messages.review.value
        };
        assert!(by_speaker(&malay).starts_with("Teks laporan ini ditulis atau disemak"));
        let checked = LocaleFile { review: Review::Speaker, ..malay.clone() };
        assert!(by_speaker(&checked).contains("telah disemak oleh penutur"));
        report.atlas.lang = "ms".to_owned();
        assert!(review(&report, &malay).starts_with("Halaman ini ditulis dalam bahasa ini"));
        assert_eq!(review(&report, &english), "");
    }

    #[test]
    fn the_words_of_the_report_are_not_translated() {
        let texts = original_texts(&report::bundled().unwrap().report);
        assert!(texts.contains_key("facts.cyber-training.interpretations.2"));
        assert!(
            texts
                .keys()
                .all(|key| !key.contains("quotes") && !key.contains("sources.report.title"))
        );
    }

    #[test]
    fn a_report_has_pages_in_its_language_and_those_of_its_translations() {
        let all = all().unwrap();
        let mut folder = report::bundled().unwrap();
        let tags = |folder: &ReportFolder| -> Vec<String> {
            of_report(&all, folder).into_iter().map(|locale| locale.lang).collect()
        };
        assert_eq!(tags(&folder).len(), 14);
        folder.texts.retain(|texts| texts.lang == "ur");
        assert_eq!(tags(&folder), ["en", "ur"]);
        folder.report.atlas.lang = "id".to_owned();
        assert_eq!(tags(&folder), ["id", "ur"]);
        folder.report.atlas.lang = "fr".to_owned();
        assert_eq!(tags(&folder), ["en", "ur"]);
    }

    #[test]
    fn a_language_without_an_interface_is_advised() {
        let mut folder = report::bundled().unwrap();
        let check = |folder: &mut ReportFolder, texts: &[&str], expected: &[&str]| {
            let texts = texts
                .iter()
                .map(|lang| ReportTexts { lang: (*lang).to_owned(), ..ReportTexts::default() });
            folder.texts = texts.collect();
            let found = advice(folder).unwrap();
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!(found.contains(expected), "{found}");
            }
        };
        check(&mut folder, &["ur", "zh-Hans"], &[]);
        folder.report.atlas.lang = "sw".to_owned();
        check(
            &mut folder,
            &["ur"],
            &[
                "$.atlas.lang: the interface has no “sw”, so its words will be English; it has en, fil",
            ],
        );
        folder.report.atlas.lang = "en-CA".to_owned();
        check(
            &mut folder,
            &["fr"],
            &[
                "no “en-CA”, so its words will be English; it has en",
                "fr.json: the interface has no “fr”",
            ],
        );
        folder.report.atlas.lang = "en".to_owned();
        folder.json = "{ \"title\": \"re\u{301}sume\u{301}\" }".to_owned();
        check(&mut folder, &[], &["saved as two characters"]);
    }

    #[test]
    fn only_a_language_tag_starts_a_language() {
        for tag in ["", "EN", "../x", "english", "e", "zh_Hans"] {
            assert!(start(tag).unwrap_err().to_string().contains("language tag"), "{tag}");
        }
        assert!(start("en").unwrap_err().to_string().contains("is there already"));
    }
}
