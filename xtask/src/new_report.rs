//! Starting a report: a folder with a file that says where to write what, and the check of what is written.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use indexmap::IndexMap;
use partnership_atlas::i18n::ReportTexts;
use partnership_atlas::model::{FactId, Report};
use serde_json::{Value, json};

use crate::languages::{self, original_texts};
use crate::placeholders;
use crate::report::{self, FILE, ReportFolder};

/// Starts a report in a new folder.
///
/// # Errors
///
/// Where the name is no id, where there is such a folder already, or where it cannot be written.
pub fn run(folder: &Path) -> Result<()> {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if FactId::new(name).is_none() {
        bail!(
            "{name} is no name of a report; use lower-case letters and digits separated by single hyphens, at most 31 \
             in all"
        );
    }
    if folder.exists() {
        bail!("{} is there already; choose another name", folder.display());
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let file = folder.join(FILE);
    fs::write(&file, text()?).with_context(|| format!("cannot write {}", file.display()))?;
    println!(
        "{} is started; docs/make-your-own-atlas.md leads through it.\n\
         cargo xtask check-report {folder}   lists what is left to replace, and what is wrong\n\
         cargo xtask serve --report {folder} shows the page",
        file.display(),
        folder = folder.display()
    );
    Ok(())
}

/// Returns the template: the states and their sources are those of the bundled report.
fn text() -> Result<String> {
    let Report { places, sources, .. } = report::bundled()?.report;
    let is_of_states = |id: &str| {
        let source = |place: &partnership_atlas::model::Place| place.membership.source;
        places.iter().filter_map(source).any(|source| source.as_str() == id)
    };
    let mut all = vec![json!({
        "id": "report",
        "role": "report",
        "outlet": "WHO PUBLISHED THE REPORT",
        "title": "HEADLINE OF THE REPORT, WORD FOR WORD",
        "url": "https://example.org/the-report",
        "published": LAST_DAY,
        "lang": "en"
    })];
    for source in sources.iter().filter(|source| is_of_states(source.id.as_str())) {
        all.push(serde_json::to_value(source)?);
    }
    let report: Value = json!({
        "format": partnership_atlas::model::FORMAT,
        "atlas": {
            "title": "NAME OF THE PARTNER and ASEAN",
            "deck": "WHAT THE REPORT IS ABOUT, IN ONE OR TWO SENTENCES.",
            "lang": "en",
            "licence": "CC-BY-4.0",
            "version": "1.0.0"
        },
        "partner": {
            "kind": "state",
            "code": "XXX",
            "name": "NAME OF THE PARTNER",
            "seat": { "name": "CAPITAL OF THE PARTNER" }
        },
        "sources": all,
        "people": [{
            "id": "id-of-a-person",
            "name": "NAME OF A PERSON WHOM THE REPORT NAMES",
            "offices": [{ "title": "OFFICE OF THE PERSON, AS THE REPORT GIVES IT" }]
        }],
        "places": places,
        "areas": [{ "id": "id-of-an-area", "name": "NAME OF AN AREA OF COOPERATION", "icon": "globe" }],
        "facts": [
            {
                "id": "id-of-a-meeting",
                "kind": "meeting",
                "title": "WHAT HAPPENED, IN A FEW WORDS",
                "text": "THE SAME IN ONE OR TWO SENTENCES OF YOUR OWN. SAY NO MORE THAN THE REPORT.",
                "quotes": [{ "source": "report", "paragraph": 1, "exact": "AT MOST TWELVE WORDS OF THAT PARAGRAPH" }],
                "scope": { "extent": "asean" },
                "date": LAST_DAY,
                "status": "held",
                "people": ["id-of-a-person"],
                "not_stated": ["attendance"]
            },
            {
                "id": "id-of-a-project",
                "kind": "project",
                "title": "TITLE OF A PROJECT",
                "text": "WHAT THE REPORT SAYS OF IT.",
                "quotes": [{ "source": "report", "paragraph": 2, "exact": "AT MOST TWELVE WORDS OF THAT PARAGRAPH" }],
                "scope": { "extent": "named", "places": ["XXX"] },
                "areas": ["id-of-an-area"],
                "date": null,
                "status": "scheduled"
            }
        ]
    });
    // In the order of the types, which is the order in which one fills it in.
    let report: Report = serde_json::from_value(report)?;
    Ok(serde_json::to_string_pretty(&report)?.replace(LAST_DAY, placeholders::DATE) + "\n")
}

/// Stands for the placeholder of a date, which the types do not accept.
const LAST_DAY: &str = "2100-12-31";

/// Lists everything that is wrong with reports; where nothing is, says how much each has.
///
/// # Errors
///
/// The list, where there is anything.
pub fn check(reports: &[std::path::PathBuf]) -> Result<()> {
    let mut failed = Vec::new();
    for path in reports {
        match ReportFolder::read(path) {
            Ok(folder) => {
                let advice = languages::advice(&folder)?;
                let ReportFolder { id, report, texts, .. } = folder;
                let original = original_texts(&report);
                let unknown = unknown_keys(&texts, &original);
                if !unknown.is_empty() {
                    failed.push(format!("{}:\n{}", path.display(), unknown.join("\n")));
                    continue;
                }
                println!("{id}: nothing is wrong. Facts: {}", report.facts.len());
                for advice in advice {
                    println!("{id}: advice: {advice}");
                }
                for translation in &texts {
                    let is_missing = |key: &&String| {
                        translation.texts.get(*key).is_none_or(|text| text.trim().is_empty())
                    };
                    let missing = original.keys().filter(is_missing).count();
                    let (lang, all) = (&translation.lang, original.len());
                    println!("{id}: {lang} has {} of {all} texts", all - missing);
                }
            }
            Err(error) => failed.push(format!("{error:#}")),
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("{}", failed.join("\n")) }
}

/// Returns a line for each key of a translation that the report does not have.
fn unknown_keys(texts: &[ReportTexts], original: &IndexMap<String, String>) -> Vec<String> {
    let unknown = texts.iter().flat_map(|translation| {
        let keys = translation.texts.keys().filter(|key| !original.contains_key(*key));
        keys.map(|key| format!("{}.json: {key}: the report has no such text", translation.lang))
    });
    unknown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Starts a report and replaces what its template says to.
    fn filled(folder: &Path) {
        run(folder).unwrap();
        let file = folder.join(FILE);
        let mut text = fs::read_to_string(&file).unwrap();
        for (placeholder, own) in [
            ("\"code\": \"XXX\"", "\"code\": \"NZL\""),
            ("XXX", "MYS"),
            (placeholders::DATE, "2025-03-14"),
            ("https://example.org/the-report", "https://example.org/talks"),
        ] {
            text = text.replace(placeholder, own);
        }
        for (index, placeholder) in placeholders::PLACEHOLDERS.iter().enumerate() {
            text = text.replace(placeholder, &format!("own-{index}"));
        }
        fs::write(file, text).unwrap();
    }

    #[test]
    fn a_new_report_says_what_to_replace_until_it_is_replaced() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("norway-2023");
        run(&folder).unwrap();
        let text = fs::read_to_string(folder.join(FILE)).unwrap();
        assert!(!text.contains("Pakistan") && !text.contains("2023"), "{text}");
        let template: Value = serde_json::from_str(&text).unwrap();
        // Every placeholder is in use, each is told, and nothing else is.
        let told = check(std::slice::from_ref(&folder)).unwrap_err().to_string();
        for placeholder in placeholders::PLACEHOLDERS {
            assert!(told.contains(&format!("“{placeholder}” of the template")), "{placeholder}");
        }
        assert_eq!(told.lines().count(), 1 + placeholders::remaining(&template).len(), "{told}");
        let other = parent.path().join("filled");
        filled(&other);
        let ReportFolder { id, report, .. } = ReportFolder::read(&other).unwrap();
        assert_eq!((id.as_str(), report.places.len()), ("filled", 11));
        let error = run(&folder).unwrap_err().to_string();
        assert!(error.contains("is there already"), "{error}");
        let error = run(&parent.path().join("Norway 2023")).unwrap_err().to_string();
        assert!(error.contains("lower-case letters"), "{error}");
    }

    #[test]
    fn reports_are_checked_together() {
        let parent = tempfile::tempdir().unwrap();
        let [good, bad] = ["good", "bad"].map(|name| parent.path().join(name));
        filled(&good);
        filled(&bad);
        let file = bad.join(FILE);
        let text = fs::read_to_string(&file).unwrap().replace("\"meeting\"", "\"party\"");
        fs::write(&file, text).unwrap();
        check(std::slice::from_ref(&good)).unwrap();
        let error = check(&[good, bad]).unwrap_err().to_string();
        assert!(error.contains("$.facts[0].kind") && error.contains("meeting"), "{error}");
    }

    #[test]
    fn a_misspelled_key_of_a_translation_is_named() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("norway-2023");
        filled(&folder);
        let text = r#"{ "lang": "ur", "texts": { "atlas.titel": "x" } }"#;
        fs::write(folder.join("ur.json"), text).unwrap();
        let error = check(&[folder]).unwrap_err().to_string();
        assert!(error.contains("ur.json: atlas.titel: the report has no such text"), "{error}");
    }
}
