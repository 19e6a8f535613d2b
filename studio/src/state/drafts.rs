//! The drafts that this browser keeps.

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::path::Path;

/// A draft as this browser keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// When it was last changed, in milliseconds since 1970; older studios did not note it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<f64>,
    /// The draft.
    #[serde(flatten)]
    pub document: Document,
}

/// A draft in the list of the start screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its key among the drafts of this browser.
    pub key: String,
    /// The title of its atlas, or its name.
    pub title: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: Option<f64>,
}

impl Draft {
    /// Returns the line of a draft.
    pub fn of(key: String, Kept { changed, document }: &Kept) -> Self {
        let title = document.text(&Path::of("atlas").key("title"));
        let title = if title.is_empty() { &document.id } else { title };
        Self { key, title: title.to_owned(), changed: *changed }
    }
}

/// Returns drafts in the order of their last changes, the latest first; those without a time at the end.
pub fn newest_first(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let time = |draft: &Draft| draft.changed.unwrap_or(f64::NEG_INFINITY);
    drafts.sort_by(|one, other| time(other).total_cmp(&time(one)));
    drafts
}

#[cfg(test)]
mod tests {
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
            assert_eq!(serde_json::from_str::<Kept>(&json).unwrap(), kept(changed));
        }
    }

    #[test]
    fn a_draft_that_an_older_studio_kept_is_read() {
        let old = r#"{"id":"x","paragraphs":["One."],"dataset":{"atlas":{"title":""}}}"#;
        let old: Kept = serde_json::from_str(old).unwrap();
        assert_eq!((old.changed, old.document.paragraphs.len()), (None, 1));
        assert_eq!(Draft::of("1".to_owned(), &old).title, "x");
    }

    #[test]
    fn the_draft_that_was_changed_last_stands_first() {
        let draft = |key: &str, changed| Draft::of(key.to_owned(), &kept(changed));
        let drafts = [draft("old", None), draft("a", Some(1.0)), draft("b", Some(2.0))];
        let keys: Vec<String> = newest_first(drafts.into()).into_iter().map(|it| it.key).collect();
        assert_eq!(keys, ["b", "a", "old"]);
    }
}
