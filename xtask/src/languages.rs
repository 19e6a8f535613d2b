//! The languages of the page: a file each in `assets/locales/`, found by its name, so that one more needs no Rust.

mod check;
pub mod switch;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use indexmap::IndexMap;
use partnership_atlas::dataset::STAND_IN;
use partnership_atlas::locale::KEYS;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::command::root;
use crate::prerender::dataset_path;

pub use check::problems;

/// Where the files stand, from the root of the repository.
pub const FOLDER: &str = "assets/locales";

/// The language in which the page is written, and from which the others are translated.
pub const ENGLISH: &str = "en";

/// The file of a language. What is missing, or empty, is English until somebody translates it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its BCP 47 tag, which is also its folder and the name of its file: `zh-Hans`.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// What the language calls itself.
    pub name: String,
    /// Who has read it: `author`, `machine` (nobody yet) or `speaker`.
    pub review: String,
    /// The names of the twelve months, as they stand in a date.
    pub months: Vec<String>,
    /// The interface, by the keys of [`KEYS`].
    pub messages: IndexMap<String, String>,
    /// The texts of the dataset, by their places in it: `facts.roundtable.title`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub texts: IndexMap<String, String>,
    /// Other names by which readers may search for a place, by its code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The keys whose text is rightly the same as in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<String>,
}

/// Every language that has a file: English first, then by tag.
pub fn all() -> Result<Vec<Language>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER)).context("assets/locales cannot be read")? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if path.extension().is_some_and(|ending| ending == "json") {
            languages.push(read(stem)?);
        }
    }
    languages.sort_by_key(|language| (language.lang != ENGLISH, language.lang.clone()));
    Ok(languages)
}

/// The language with a tag.
pub fn read(lang: &str) -> Result<Language> {
    let path = path(lang);
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{FOLDER}/{lang}.json cannot be read"))?;
    let language: Language = serde_json::from_str(&text)
        .with_context(|| format!("{FOLDER}/{lang}.json is not a language file"))?;
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

impl Language {
    /// The words of the interface as the page reads them: English stands in for what is missing.
    pub fn words(&self, english: &Self) -> Value {
        let messages: IndexMap<&str, String> = KEYS
            .iter()
            .map(|key| (*key, or_english(self.messages.get(*key), english.messages.get(*key))))
            .collect();
        let months: Vec<String> = english
            .months
            .iter()
            .enumerate()
            .map(|(place, month)| or_english(self.months.get(place), Some(month)))
            .collect();
        json!({
            "lang": self.lang, "dir": self.dir, "name": self.name, "review": self.review,
            "months": months, "messages": messages,
        })
    }

    /// The dataset in this language: its texts replaced, and every other name of a place kept for the search.
    pub fn dataset(&self) -> Result<Value> {
        let mut dataset = english_dataset()?;
        if self.lang == ENGLISH {
            return Ok(dataset);
        }
        each_text(&mut dataset, &mut |key, text| {
            let own = or_english(self.texts.get(key), Some(text));
            *text = own;
        });
        let originals = english_dataset()?;
        let names = list(&originals, "places").iter().map(|place| place["name"].clone());
        let mut names = names.collect::<Vec<_>>().into_iter();
        for place in list_mut(&mut dataset, "places") {
            let code = place["code"].as_str().unwrap_or_default().to_owned();
            let mut aliases: Vec<Value> = names.next().into_iter().collect();
            aliases.extend(place["aliases"].as_array().into_iter().flatten().cloned());
            aliases.extend(self.aliases.get(&code).into_iter().flatten().cloned().map(Value::from));
            let mut kept: Vec<Value> = Vec::new();
            for alias in aliases {
                if alias != place["name"] && !kept.contains(&alias) {
                    kept.push(alias);
                }
            }
            if !kept.is_empty() {
                place["aliases"] = Value::Array(kept);
            }
        }
        Ok(dataset)
    }
}

/// A text, or the English one in the marks that say so.
fn or_english(text: Option<&String>, english: Option<&String>) -> String {
    match (text.filter(|text| !text.is_empty()), english) {
        (Some(text), _) => text.clone(),
        (None, Some(english)) => {
            let [before, after] = STAND_IN;
            format!("{before}{english}{after}")
        }
        (None, None) => String::new(),
    }
}

/// The dataset of the repository, as JSON.
fn english_dataset() -> Result<Value> {
    let path = dataset_path();
    let name = path.display();
    let text = fs::read_to_string(&path).with_context(|| format!("{name} cannot be read"))?;
    serde_json::from_str(&text).with_context(|| format!("{name} is not JSON"))
}

/// The texts of the dataset that a language translates, by their keys, in the order of the file.
pub fn english_texts() -> Result<IndexMap<String, String>> {
    let mut texts = IndexMap::new();
    each_text(&mut english_dataset()?, &mut |key, text| {
        texts.insert(key.to_owned(), text.clone());
    });
    Ok(texts)
}

fn list<'a>(dataset: &'a Value, name: &str) -> &'a [Value] {
    dataset[name].as_array().map_or(&[], Vec::as_slice)
}

fn list_mut<'a>(dataset: &'a mut Value, name: &str) -> &'a mut [Value] {
    dataset.get_mut(name).and_then(Value::as_array_mut).map_or(&mut [], Vec::as_mut_slice)
}

/// The lists of the dataset with texts: what their entries are told apart by, and what is translated of them.
const LISTS: [(&str, &str, &[&str]); 4] = [
    ("people", "id", &["name", "office"]),
    ("places", "code", &["name"]),
    ("areas", "id", &["name"]),
    ("facts", "id", &["title", "text", "audience"]),
];

/// Visits every text that a language translates, with its key. The report's own words are not among them: its
/// headline and the anchors are to be found in it.
fn each_text(dataset: &mut Value, visit: &mut dyn FnMut(&str, &mut String)) {
    let mut visit = |key: String, value: Option<&mut Value>| {
        if let Some(Value::String(text)) = value {
            visit(&key, text);
        }
    };
    visit("source.outlet".to_owned(), dataset.pointer_mut("/source/outlet"));
    for (name, id, parts) in LISTS {
        for entry in list_mut(dataset, name) {
            let key = format!("{name}.{}", entry[id].as_str().unwrap_or_default());
            for part in parts {
                visit(format!("{key}.{part}"), entry.get_mut(part));
            }
            for (place, reading) in list_mut(entry, "readings").iter_mut().enumerate() {
                visit(format!("{key}.readings.{}", place + 1), reading.get_mut("text"));
            }
        }
    }
    for (place, fact) in list_mut(dataset, "context").iter_mut().enumerate() {
        visit(format!("context.{}.text", place + 1), fact.get_mut("text"));
    }
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
    let language = Language {
        lang: lang.to_owned(),
        dir: "ltr".to_owned(),
        name: lang.to_owned(),
        review: "machine".to_owned(),
        months: vec![String::new(); 12],
        messages: KEYS.iter().map(|key| empty(key)).collect(),
        texts: english_texts()?.keys().map(|key| empty(key)).collect(),
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

/// Names all that is missing or wrong in every language; an error where there is anything.
pub fn check() -> Result<()> {
    let languages = all()?;
    let english = read(ENGLISH)?;
    let texts = english_texts()?;
    let keys = KEYS.len() + texts.len() + english.months.len();
    let mut found = 0;
    for language in &languages {
        let problems = problems(language, &english, &texts);
        for problem in &problems {
            println!("{FOLDER}/{}.json: {problem}", language.lang);
        }
        found += problems.len();
    }
    println!("{}", summary(languages.len(), keys, found));
    if found > 0 {
        bail!("the languages are not complete");
    }
    Ok(())
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
    use super::*;

    #[test]
    fn every_language_is_complete() {
        let languages = all().unwrap();
        let (english, texts) = (read(ENGLISH).unwrap(), english_texts().unwrap());
        for language in &languages {
            assert_eq!(
                problems(language, &english, &texts),
                Vec::<String>::new(),
                "{}",
                language.lang
            );
        }
        let keys = KEYS.len() + texts.len() + english.months.len();
        // To the terminal itself: the test runner keeps what a passing test prints.
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "{}", summary(languages.len(), keys, 0));
    }

    #[test]
    fn english_stands_in_for_what_is_missing_and_says_so() {
        let english = read(ENGLISH).unwrap();
        let mut language = english.clone();
        language.lang = "xx".to_owned();
        language.messages.insert("clock.today".to_owned(), String::new());
        language.messages.shift_remove("clock.report");
        language.texts.insert("facts.roundtable.title".to_owned(), "Mesa".to_owned());
        let words = language.words(&english);
        assert_eq!(words["messages"]["clock.today"], "\u{2066}Today\u{2069}");
        assert_eq!(words["messages"]["clock.report"], "\u{2066}As reported\u{2069}");
        assert_eq!(words["messages"]["share.button"], "Share");
        let dataset = language.dataset().unwrap().to_string();
        assert!(dataset.contains("\"Mesa\"") && dataset.contains("\u{2066}Malaysia\u{2069}"));
        let words = words.to_string();
        assert!(partnership_atlas::atlas::Atlas::parse(&dataset, &words).is_ok());
    }

    #[test]
    fn a_place_is_found_by_its_english_names_in_every_language() {
        let mut language = read(ENGLISH).unwrap();
        language.lang = "xx".to_owned();
        language.texts.insert("places.MMR.name".to_owned(), "Birmânia".to_owned());
        language.aliases.insert("MMR".to_owned(), vec!["Burma".to_owned(), "Barma".to_owned()]);
        let dataset = language.dataset().unwrap();
        let places = list(&dataset, "places").iter();
        let myanmar = places.clone().find(|place| place["code"] == "MMR").unwrap();
        assert_eq!(myanmar["aliases"], json!(["Myanmar", "Burma", "Barma"]));
    }

    #[test]
    fn the_words_of_the_report_are_not_translated() {
        let texts = english_texts().unwrap();
        assert!(texts.contains_key("facts.cyber-training.readings.2"));
        assert!(texts.keys().all(|key| !key.contains("anchor") && !key.contains("headline")));
    }

    #[test]
    fn only_a_language_tag_starts_a_language() {
        for tag in ["", "EN", "../x", "english", "e", "zh_Hans"] {
            assert!(start(tag).unwrap_err().to_string().contains("language tag"), "{tag}");
        }
        assert!(start("en").unwrap_err().to_string().contains("is there already"));
    }
}
