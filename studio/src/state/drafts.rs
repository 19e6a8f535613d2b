//! The drafts that this browser keeps.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::document::{Document, NEW_ID};
use crate::path::Path;
use crate::problems::Checked;

/// A draft as this browser keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// When it was last changed, in milliseconds since 1970; the oldest studios did not note it.
    pub changed: Option<f64>,
    /// The draft.
    pub document: Document,
}

impl Kept {
    /// Reads a draft as this browser keeps it; older studios kept the time among the parts of the draft, if at all. Returns
    /// `None` where it is another text.
    pub fn read(json: &str) -> Option<Self> {
        let older = || {
            let value: Value = serde_json::from_str(json).ok()?;
            let changed = value.get("changed").and_then(Value::as_f64);
            Some(Self { changed, document: serde_json::from_str(json).ok()? })
        };
        serde_json::from_str(json).ok().or_else(older)
    }
}

/// A draft in the list of the start screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its key among the drafts of this browser.
    pub key: String,
    /// The title of its atlas, else the first words of its text or of its headline, else its name.
    pub title: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: Option<f64>,
}

impl Draft {
    /// Returns the line of a draft.
    pub fn of(key: String, Kept { changed, document }: &Kept) -> Self {
        let source = Path::of("sources").index(document.report_source());
        let text = document.paragraphs.first().map_or("", String::as_str);
        let title = document.text(&Path::of("atlas").key("title"));
        let names = [title, text, document.text(&source.key("title")), &document.id];
        let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        Self { key, title: first_words(name), changed: *changed }
    }
}

/// Returns the first words of a text, as many as a button has room for.
fn first_words(text: &str) -> String {
    const MOST: usize = 60;
    let Some((end, _)) = text.char_indices().nth(MOST) else { return text.to_owned() };
    let beginning = text.get(..end).unwrap_or_default();
    let words = beginning.rsplit_once(' ').map_or(beginning, |(words, _)| words);
    format!("{words} …")
}

/// Returns the draft that has all that an opened one has, if there is one. An atlas has no text of its report, and not every
/// file tells its name.
pub fn same_as(opened: &Document, drafts: Vec<(String, Kept)>) -> Option<(String, Kept)> {
    // A complete dataset is published in another order than it was made.
    let complete = |document: &Document| {
        let checked = Checked::of(document);
        checked.report.filter(|_| checked.problems.is_empty())
    };
    let report = complete(opened);
    let is_same = |document: &Document| {
        let Document { id, paragraphs, without_fact, address, dataset } = opened;
        // A copy of a draft has its text and says everything of it.
        if !paragraphs.is_empty() {
            return opened == document;
        }
        (id == NEW_ID || *id == document.name())
            && (without_fact.is_empty() || *without_fact == document.without_fact)
            && (address.is_empty() || *address == document.address)
            && (*dataset == document.dataset || report.is_some() && complete(document) == report)
    };
    drafts.into_iter().find(|(_, kept)| is_same(&kept.document))
}

/// Returns drafts, given in the order of their beginnings, in that of their last changes, the latest first; those without a
/// time at the end. Of drafts with one title the second and any further one gets a number.
pub fn newest_first(mut drafts: Vec<Draft>) -> Vec<Draft> {
    for index in (1..drafts.len()).rev() {
        let (before, own) = drafts.split_at_mut(index);
        let Some(own) = own.first_mut() else { continue };
        let count = before.iter().filter(|other| other.title == own.title).count();
        if count > 0 {
            own.title = format!("{} ({})", own.title, count + 1);
        }
    }
    let time = |draft: &Draft| draft.changed.unwrap_or(f64::NEG_INFINITY);
    drafts.sort_by(|one, other| time(other).total_cmp(&time(one)));
    drafts
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;

    fn kept(changed: Option<f64>) -> Kept {
        let dataset =
            json!({ "atlas": { "title": "Roads" }, "facts": [{ "amounts": [{ "value": 1.5 }] }] });
        let paragraphs = vec!["One.".to_owned()].into();
        let without_fact = ["a".to_owned()].into();
        Kept {
            changed,
            document: Document {
                id: "x".to_owned(),
                paragraphs,
                without_fact,
                dataset,
                ..Document::default()
            },
        }
    }

    #[test]
    fn a_kept_draft_is_read_as_it_was_written() {
        for changed in [None, Some(1_700_000_000_000.0)] {
            let json = serde_json::to_string(&kept(changed)).unwrap();
            assert_eq!(Kept::read(&json), Some(kept(changed)));
        }
    }

    #[test]
    fn a_draft_that_an_older_studio_kept_is_read() {
        let old =
            r#"{"changed":1.5,"id":"x","paragraphs":["One."],"dataset":{"atlas":{"title":""}}}"#;
        let old = Kept::read(old).unwrap();
        assert_eq!((old.changed, old.document.paragraphs.len()), (Some(1.5), 1));
    }

    #[test]
    fn a_draft_without_a_title_has_the_first_words_of_its_text() {
        let title = |title: &str, headline: &str, text: &str| {
            let dataset =
                json!({ "atlas": { "title": title }, "sources": [{ "title": headline }] });
            let paragraphs = [text].into_iter().filter(|text| !text.is_empty());
            let paragraphs = Arc::new(paragraphs.map(str::to_owned).collect::<Vec<_>>());
            let document =
                Document { id: "x".to_owned(), paragraphs, dataset, ..Document::default() };
            Draft::of(String::new(), &Kept { changed: None, document }).title
        };
        assert_eq!(title("Roads", "A headline", "One."), "Roads");
        assert_eq!(title("", "A headline", "سڑک کھل گئی۔"), "سڑک کھل گئی۔");
        assert_eq!(title("", "A headline", ""), "A headline");
        assert_eq!(title("", "", ""), "x");
        let long = title("", "", &"twelve words ".repeat(9));
        assert_eq!(long, "twelve words twelve words twelve words twelve words twelve …");
        assert_eq!(title("", "", &"路".repeat(90)), format!("{} …", "路".repeat(60)));
    }

    const EXAMPLE: &str = include_str!("../../../assets/data/pakistan-asean-2023/report.json");

    #[test]
    fn a_file_of_a_draft_opens_that_draft_and_no_other() {
        let dataset: Value = serde_json::from_str(EXAMPLE).unwrap();
        let paragraphs = Arc::new(vec!["One.".to_owned()]);
        let made = Document { id: "roads".to_owned(), dataset, ..Document::default() };
        let with_address = Document { address: "https://example.org/".to_owned(), ..made.clone() };
        let drafts = || {
            let document = with_address.clone();
            vec![
                ("other".to_owned(), kept(None)),
                ("own".to_owned(), Kept { changed: None, document }),
            ]
        };
        let found = |opened: &Document| same_as(opened, drafts()).map(|(key, _)| key);
        let own = Some("own".to_owned());
        assert_eq!(found(&with_address), own);
        assert_eq!(found(&Document { id: NEW_ID.to_owned(), ..made.clone() }), own);
        // As it is published: complete, in the order of the format.
        let report = Checked::of(&made).report.unwrap();
        let mut published = made.clone();
        published.dataset = serde_json::to_value(report).unwrap();
        published.dataset["facts"][0]["areas"] = json!([]);
        let mut reordered = drafts();
        reordered[1].1.document.dataset["facts"][0].as_object_mut().unwrap().remove("areas");
        assert!(published.dataset != reordered[1].1.document.dataset);
        assert_eq!(same_as(&published, reordered).map(|(key, _)| key), own);
        // A copy of a draft with its text is that draft only while nothing was changed since.
        let copy = Document { paragraphs: paragraphs.clone(), ..with_address.clone() };
        let since = |document: Document| {
            let drafts = vec![("own".to_owned(), Kept { changed: None, document })];
            same_as(&copy, drafts).map(|(key, _)| key)
        };
        assert_eq!(since(copy.clone()), own);
        let without_fact = ["a".to_owned()].into();
        assert_eq!(since(Document { without_fact, ..copy.clone() }), None);
        // What another file has would be lost.
        let mut changed = made.clone();
        changed.dataset["facts"][0]["title"] = json!("Another road");
        let mut incomplete = made.clone();
        incomplete.dataset["facts"][0]["date"] = json!("some day");
        for other in [
            changed,
            incomplete,
            Document { id: "wells".to_owned(), ..made.clone() },
            Document { paragraphs, ..made.clone() },
            Document { without_fact: ["a".to_owned()].into(), ..made.clone() },
            Document { address: "https://example.net/".to_owned(), ..made.clone() },
        ] {
            assert_eq!(found(&other), None, "{other:?}");
        }
    }

    #[test]
    fn drafts_of_one_title_are_numbered_in_the_order_of_their_beginnings() {
        let draft = |changed| Draft::of(String::new(), &kept(Some(changed)));
        let other = Draft { title: "Wells".to_owned(), ..draft(5.0) };
        let drafts = newest_first(vec![draft(1.0), other, draft(3.0), draft(2.0)]);
        let titles: Vec<String> = drafts.into_iter().map(|draft| draft.title).collect();
        assert_eq!(titles, ["Wells", "Roads (2)", "Roads (3)", "Roads"]);
    }

    #[test]
    fn the_draft_that_was_changed_last_stands_first() {
        let draft = |key: &str, changed| Draft::of(key.to_owned(), &kept(changed));
        let drafts = [draft("old", None), draft("a", Some(1.0)), draft("b", Some(2.0))];
        let keys: Vec<String> = newest_first(drafts.into()).into_iter().map(|it| it.key).collect();
        assert_eq!(keys, ["b", "a", "old"]);
    }
}
