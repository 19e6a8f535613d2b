//! The terms of `docs/terms.md` are those that each language uses.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use partnership_atlas::i18n::{LocaleFile, ReportTexts};

const TERMS: &str = include_str!("../docs/terms.md");

/// The rows of the table of each language: the term, its translation, its source.
fn tables() -> BTreeMap<String, Vec<[String; 3]>> {
    let sections = TERMS.split("\n## ").filter_map(|section| {
        let (heading, content) = section.split_once('\n')?;
        let lang = heading.split('`').nth(1)?;
        let rows = content.lines().filter(|line| line.starts_with("| ")).skip(1);
        let cells = |row: &str| {
            let cells = row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned());
            <[String; 3]>::try_from(cells.collect::<Vec<_>>()).unwrap()
        };
        Some((lang.to_owned(), rows.map(cells).collect()))
    });
    sections.collect()
}

/// The translation of the bundled report into each language.
fn translations() -> BTreeMap<String, ReportTexts> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data/pakistan-asean-2023");
    let paths = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let paths = paths.filter(|path| !path.ends_with("report.json"));
    let files = paths.map(|path| fs::read_to_string(path).unwrap());
    let files = files.map(|text| serde_json::from_str::<ReportTexts>(&text).unwrap());
    files.map(|file| (file.lang.clone(), file)).collect()
}

fn languages() -> BTreeMap<String, LocaleFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales");
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read_to_string(file.unwrap().path()));
    let files = files.map(|text| serde_json::from_str::<LocaleFile>(&text.unwrap()).unwrap());
    files.map(|file| (file.lang.clone(), file)).collect()
}

#[test]
fn every_translation_has_a_table_with_the_same_terms() {
    let tables = tables();
    let translations: Vec<String> = languages().into_keys().filter(|lang| lang != "en").collect();
    assert_eq!(tables.keys().cloned().collect::<Vec<_>>(), translations);
    let terms = |rows: &Vec<[String; 3]>| -> Vec<String> {
        rows.iter().map(|[term, ..]| term.clone()).collect()
    };
    let first = terms(tables.values().next().unwrap());
    assert!(first.len() > 10);
    for (lang, rows) in &tables {
        assert_eq!(terms(rows), first, "{lang}");
    }
}

#[test]
fn every_term_is_used_in_its_language() {
    let (languages, translations) = (languages(), translations());
    for (lang, rows) in tables() {
        let (language, report) = (&languages[&lang], &translations[&lang]);
        for [term, translation, source] in rows {
            let mut texts = language.messages.values().chain(report.texts.values());
            assert!(!translation.is_empty() && !source.is_empty(), "{lang}: {term}");
            assert!(
                texts.any(|text| text.contains(&translation)),
                "{lang}: no text uses “{translation}” for {term}"
            );
        }
    }
}
