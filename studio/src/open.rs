//! Opening what an editor has: a dataset, an atlas in one file, a copy of a draft, a text.

use partnership_atlas::model::decode::decode;
use serde_json::Value;

use crate::document::{Document, NEW_ID, paragraphs};
use crate::path::Path;
use crate::problems::{FieldDiagnostic, problem, problems};
use crate::unpack::Unpacked;
use crate::words::Word;

/// The largest file that is opened, in bytes.
pub const LARGEST: usize = 25_000_000;

/// What a file contains.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A draft, or what becomes one.
    Draft(Document),
    /// A page in HTML. If it is an atlas, [`crate::unpack`] has its dataset, and [`open_atlas`] opens that.
    Page(String),
}

/// Opens a file by what it contains; its name is only the name of the draft. `own` is the language of the editor.
///
/// # Errors
///
/// What is wrong with it.
pub fn open(
    name: &str,
    bytes: &[u8],
    example: &Value,
    own: &str,
) -> Result<Opened, Vec<FieldDiagnostic>> {
    let is_text = |bytes: &[u8]| !bytes.iter().take(1_000).any(|byte| *byte < 9);
    if !is_text(bytes) && !bytes.starts_with(&[0xFF, 0xFE]) && !bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(of_file(Word::ProblemNoText));
    }
    let text = decode(bytes).map_err(|diagnostic| vec![problem(&diagnostic)])?;
    let start = text.trim_start();
    if start.starts_with('<') {
        return Ok(Opened::Page(text.to_owned()));
    }
    if !start.starts_with('{') {
        let paragraphs = paragraphs(text);
        return Ok(Opened::Draft(Document::new(paragraphs, example, own)));
    }
    match serde_json::from_str::<Document>(text) {
        Ok(draft) if draft.dataset.is_object() => Ok(Opened::Draft(draft)),
        _ => {
            let draft = dataset(stem(name), text)?;
            let has = |key: &str| draft.dataset.get(key).is_some();
            if has("format") || has("facts") {
                Ok(Opened::Draft(draft))
            } else {
                Err(of_file(Word::ProblemNoDataset))
            }
        }
    }
}

/// Opens the dataset that was found in a page, with the id of its report and the address of the page.
///
/// # Errors
///
/// As [`open`]; also where nothing was found.
pub fn open_atlas(found: Option<Unpacked>) -> Result<Document, Vec<FieldDiagnostic>> {
    let found = found.ok_or_else(|| of_file(Word::ProblemNoDataset))?;
    let draft = dataset(stem(&found.id), &found.dataset)?;
    Ok(Document { address: found.address, ..draft })
}

fn dataset(id: &str, json: &str) -> Result<Document, Vec<FieldDiagnostic>> {
    Document::from_dataset(id, json).map_err(|diagnostics| problems(&diagnostics))
}

/// Returns the one problem of a file.
fn of_file(word: Word) -> Vec<FieldDiagnostic> {
    vec![FieldDiagnostic::new(Path::root(), word)]
}

/// Returns the name of a file without its endings.
fn stem(name: &str) -> &str {
    let stem = name.split('.').next().unwrap_or_default();
    if partnership_atlas::model::FactId::new(stem).is_some() { stem } else { NEW_ID }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::io::{Cursor, Read as _};

    use partnership_atlas::i18n::LocaleFile;
    use partnership_atlas::model::read;
    use partnership_atlas::site::share::Unicode;
    use partnership_atlas::site::{Assets, render};
    use partnership_atlas::view_model::ranks::order_of;
    use serde_json::json;

    use super::*;
    use crate::publish::{Publisher, ReaderParts};
    use crate::unpack::unpack;
    use crate::words::Words;

    const DATASET: &str = include_str!("../../assets/data/pakistan-asean-2023/report.json");

    fn english() -> LocaleFile {
        serde_json::from_str(include_str!("../../assets/locales/en.json")).unwrap()
    }

    fn opened(name: &str, bytes: &[u8]) -> Result<Document, Vec<FieldDiagnostic>> {
        match open(name, bytes, &json!({}), "en")? {
            Opened::Draft(draft) => Ok(draft),
            Opened::Page(html) => open_atlas(unpack(&html)),
        }
    }

    fn published(json: &str, address: &str) -> (String, Vec<u8>) {
        let (report, locale) = (read(json).unwrap(), english());
        let parts = ReaderParts { assets: Assets::default(), schema: "{}".to_owned() };
        let publisher = Publisher {
            id: "a-report",
            report: &report,
            parts: &parts,
            locale: &locale,
            english: &locale,
            render,
            order: order_of,
            address,
            typesetter: &Unicode(|text: &str, _| text.len() as f64 / 2.0),
        };
        let picture = publisher.picture();
        (publisher.html(), publisher.site(Some(picture.as_bytes())))
    }

    #[test]
    fn an_atlas_is_opened_again_and_published_the_same() {
        for address in ["", "https://example.org/?a=1&b=2", "https://example.org/a%27b.html"] {
            let (html, site) = published(DATASET, address);
            let draft = opened("x.html", html.as_bytes()).unwrap();
            assert_eq!((draft.id.as_str(), draft.address.as_str()), ("a-report", address));
            assert_eq!(draft.dataset, serde_json::from_str::<Value>(DATASET).unwrap());
            let again = published(&draft.dataset.to_string(), &draft.address);
            assert!(again.0 == html && again.1 == site);
        }
    }

    /// Returns the files of an archive, by their names.
    fn files(archive: Vec<u8>) -> BTreeMap<String, String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
        let count = archive.len();
        let mut read = |index: usize| {
            let mut file = archive.by_index(index).unwrap();
            let mut content = String::new();
            file.read_to_string(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        };
        (0..count).map(&mut read).collect()
    }

    #[test]
    fn a_folder_for_a_site_has_a_picture_that_its_page_names() {
        let files = files(published(DATASET, "https://example.org/atlas/").1);
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["a-report.csv", "a-report.json", "index.html", "share.png"]);
        // The test gives it as SVG.
        let picture = &files["share.png"];
        assert!(picture.contains("width=\"1200\"") && picture.contains("Pakistan"), "{picture}");
        let page = scraper::Html::parse_document(&files["index.html"]);
        let content = |selector: &str, attribute: &str| {
            let selector = scraper::Selector::parse(selector).unwrap();
            page.select(&selector).next().and_then(|found| found.attr(attribute))
        };
        let image = content("meta[property='og:image']", "content");
        assert_eq!(image, Some("https://example.org/atlas/share.png"));
        let canonical = content("link[rel='canonical']", "href");
        assert_eq!(canonical, Some("https://example.org/atlas/"));
        // The page in one file has no picture beside it.
        let (html, _) = published(DATASET, "https://example.org/atlas.html");
        assert!(html.contains("og:title") && !html.contains("og:image"));
        // Nobody resolves a relative address.
        let (html, _) = published(DATASET, "");
        assert!(!html.contains("og:") && !html.contains("canonical"));
    }

    /// Returns the example with its facts over and over, each time under other ids.
    fn with_facts(count: usize) -> String {
        let mut dataset: Value = serde_json::from_str(DATASET).unwrap();
        let facts = dataset["facts"].as_array().unwrap().clone();
        let again = facts.iter().cycle().take(count).enumerate().map(|(index, fact)| {
            let mut fact = fact.clone();
            fact["id"] = json!(format!("fact-{index}"));
            fact["title"] = json!(format!("Fact number {index}"));
            fact.as_object_mut().unwrap().remove("follows");
            fact
        });
        dataset["facts"] = again.collect();
        dataset.to_string()
    }

    #[test]
    fn the_atlas_says_every_fact_without_a_script() {
        for count in [20, 100, 101, 260] {
            let dataset = with_facts(count);
            let (html, _) = published(&dataset, "");
            let page = scraper::Html::parse_document(&html);
            let select = |selector: &str| {
                let selector = scraper::Selector::parse(selector).unwrap();
                page.select(&selector).collect::<Vec<_>>()
            };
            let rows: BTreeSet<&str> =
                select("tr[data-fact]").iter().filter_map(|row| row.attr("data-fact")).collect();
            assert_eq!((rows.len(), select("tr[data-fact]").len()), (count, count));
            let text: String = page.root_element().text().collect();
            for fact in read(&dataset).unwrap().facts {
                assert!(text.contains(&fact.title.value), "{}", fact.title);
                assert!(text.contains(&fact.quotes[0].exact), "{}", fact.quotes[0].exact);
            }
            // Each row leads to its quote on the same page.
            let ids: BTreeSet<&str> =
                select("[id]").iter().filter_map(|element| element.attr("id")).collect();
            let targets = select("tr [popovertarget]");
            assert_eq!(targets.len(), count);
            assert!(targets.iter().all(|chip| ids.contains(chip.attr("popovertarget").unwrap())));
        }
    }

    #[test]
    fn a_draft_a_text_and_a_dataset_are_told_apart_by_what_they_contain() {
        let text = opened("report.json", b"One.\n\nTwo.").unwrap();
        assert_eq!(*text.paragraphs, ["One.", "Two."]);
        let draft = serde_json::to_vec(&text).unwrap();
        assert_eq!(opened("x", &draft).unwrap(), text);
        let dataset = opened("norway-2023.json", DATASET.as_bytes()).unwrap();
        assert_eq!((dataset.id.as_str(), dataset.paragraphs.len()), ("norway-2023", 0));
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        let words = Words::english();
        let check = |bytes: &[u8], expected: &str| {
            let problems = opened("x", bytes).unwrap_err();
            let lines: Vec<_> =
                problems.iter().map(|problem| problem.said_of_file(&words)).collect();
            assert_eq!(lines, [expected]);
        };
        let no_dataset = words.get(Word::ProblemNoDataset);
        check(b"<p>A page</p>", no_dataset);
        check(b"{\"hello\": [1, 2, 3]}", no_dataset);
        check(b"<a href=\"data:application/zip;base64,AAAA\">", no_dataset);
        check(b"\xFF\xFEa\0", words.get(Word::ProblemEncoding));
        check(b"", words.get(Word::ProblemNoText));
        check(b"\x89PNG\r\n\x1A\n\0\0", words.get(Word::ProblemNoText));
        check(b"%PDF-1.7\n", words.get(Word::ProblemNoText));
        let place = [("line", "2"), ("column", "1")];
        check(b"{\n,", &words.format(Word::ProblemDamaged, &place));
        let twice = words.get(Word::ProblemDouble);
        check(
            b"{\"atlas\": {\"deck\": 1, \"deck\": 2}}",
            &format!("{}: {twice}", words.get(Word::FieldDeck)),
        );
    }
}
