//! The paragraphs of a text, and whether they are those of a dataset.

use normal_forms::nfc;
use partnership_atlas::view_model::verify::{self, hash};
use serde_json::{Value, json};

/// Returns the paragraphs of a pasted text: parted by blank lines, white space folded, in Unicode's form NFC, as the dataset is
/// read.
pub fn paragraphs(text: &str) -> Vec<String> {
    verify::paragraphs(&nfc(text))
}

/// The most lines of a text that may be one paragraph of a dataset.
const MAX_LINES: usize = 24;

/// Returns the paragraphs of a text that has those of a dataset, by their hashes. Each begins and ends with a line and has at
/// most `MAX_LINES` lines, with or without blank ones between them. Other lines may stand around them, such as the headline.
/// Returns `None` where a paragraph is not there, or not in its place.
pub fn same_paragraphs(text: &str, hashes: &[Value]) -> Option<Vec<String>> {
    let text = nfc(text);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut next = 0;
    let mut found = Vec::with_capacity(hashes.len());
    for wanted in hashes {
        let wanted = wanted.get("sha256").and_then(Value::as_str)?;
        let from = |first: usize| {
            let most = MAX_LINES.min(lines.len() - first);
            (1..=most).find_map(|count| {
                let own = lines.get(first..first + count)?.join(" ");
                let own = verify::paragraphs(&own).into_iter().next()?;
                (hash(&own) == wanted).then_some((own, first + count))
            })
        };
        let (paragraph, behind) = (next..lines.len()).find_map(from)?;
        found.push(paragraph);
        next = behind;
    }
    Some(found)
}

/// Returns the paragraphs of a source as the dataset has them: the hash of each.
pub fn hashes(paragraphs: &[String]) -> Value {
    paragraphs.iter().map(|paragraph| json!({ "sha256": hash(paragraph) })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_dataset_is_known_in_other_lines_and_with_its_headline() {
        let known = ["A road was opened.", "A well was dug. It is deep."];
        let known = known.map(str::to_owned);
        let hashes = hashes(&known);
        let same = |text: &str| same_paragraphs(text, hashes.as_array().unwrap());
        for text in [
            "A road was opened.\n\nA well was dug. It is deep.",
            "A road was opened.\nA well was dug. It is deep.\n",
            "A headline\n\nA road was  opened.\n\nA well was dug.\n\nIt is deep.",
            "A road\nwas opened.\n\nAdvertisement\n\nA well was dug. It is deep.\n\nMore",
        ] {
            assert_eq!(same(text).as_deref(), Some(&known[..]), "{text}");
        }
        // Two paragraphs in one line are none.
        assert_eq!(same("A road was opened. A well was dug. It is deep."), None);
        assert_eq!(same("A road was closed.\n\nA well was dug. It is deep."), None);
        assert_eq!(same("A well was dug. It is deep.\n\nA road was opened."), None);
    }
}
