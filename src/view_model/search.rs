//! The search of the table: every word must be found in a fact.

use super::Atlas;
use super::countries::countries_in_scope;
use super::details::{amounts_text, organisations_text, participants_text, speaker_text};
use super::labels::{
    interpretations, kind_label, missing_detail_label, people_text, scope_text, status_label,
    status_text,
};
use super::normalize::{is_separator, normalize};
use crate::i18n::{MessageId, date_text, day_text};
use crate::model::nearest::nearest;
use crate::model::{Day, Fact};

/// The text of every fact, normalized for the search.
#[derive(Debug)]
pub struct SearchIndex {
    facts: Vec<String>,
    /// The word for a paragraph, normalized.
    paragraph: String,
}

impl SearchIndex {
    /// Returns the index of a report.
    pub fn new(atlas: &Atlas) -> Self {
        let normalized = |text: &str| normalize(text);
        let facts = atlas.report.facts.iter().map(|fact| normalized(&text(atlas, fact)));
        Self {
            facts: facts.collect(),
            paragraph: normalized(&atlas.messages.get(MessageId::EvidenceParagraph).value),
        }
    }

    /// Returns the indices of the facts that contain every word of a query, in the order of the report.
    pub fn find(&self, atlas: &Atlas, query: &str) -> Vec<usize> {
        let query = self.query(atlas, query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let matches = |text: &str| words.iter().all(|word| contains(text, word));
        let facts = self.facts.iter().enumerate();
        facts.filter(|(_, text)| matches(text)).map(|(index, _)| index).collect()
    }

    /// Returns a query in the words of the index: “paragraph 8” as `¶8`, “2023-06-08” as the page writes that day.
    fn query(&self, atlas: &Atlas, query: &str) -> String {
        let query = with_paragraph_signs(&normalize(query), &self.paragraph);
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut out = String::new();
        let mut rest = words.as_slice();
        while let [word, after @ ..] = rest {
            if let [_, second, third, after @ ..] = rest
                && let Some(day) = day(word, second, third)
            {
                out.push_str(&normalize(&day_text(&atlas.messages, day)));
                rest = after;
            } else {
                out.push_str(word);
                rest = after;
            }
            out.push(' ');
        }
        out
    }

    /// Returns the nearest query that finds something: a word that no fact has becomes the nearest one, or is left out.
    pub fn nearest(&self, atlas: &Atlas, query: &str) -> Option<String> {
        let mut suggestion = String::new();
        let mut count = 0;
        for typed in query.split_whitespace() {
            let is_known = !self.find(atlas, typed).is_empty();
            let nearest = || self.nearest_word(atlas, typed);
            let Some(word) = is_known.then(|| typed.to_owned()).or_else(nearest) else { continue };
            let longer = format!("{suggestion} {word}");
            let found = self.find(atlas, &longer).len();
            if found > 0 {
                (suggestion, count) = (longer, found);
            }
        }
        // What finds every fact is no help.
        (count > 0 && count < self.facts.len()).then(|| suggestion.trim().to_owned())
    }

    /// Returns the word of the facts that is spelled most like another one, as it is written there.
    fn nearest_word(&self, atlas: &Atlas, typed: &str) -> Option<String> {
        let words = self.facts.iter().enumerate();
        let words = words.flat_map(|(index, text)| text.split(' ').map(move |word| (index, word)));
        let (index, word) = nearest(&normalize(typed), words)?;
        let text = text(atlas, atlas.report.facts.get(index)?);
        let mut written = text.split(is_separator);
        let written = written.find(|written| normalize(written) == word);
        Some(written.unwrap_or(word).to_owned())
    }
}

/// Returns whether a text contains a word. A number is found at the beginning of a number, a paragraph as a whole one:
/// `8` is not found in `18` and in `¶8`, nor `¶1` in `¶10`.
fn contains(text: &str, word: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let (is_number, is_paragraph) = (word.starts_with(is_digit), word.starts_with('¶'));
    text.match_indices(word).any(|(start, _)| {
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(start + word.len()..).unwrap_or_default();
        let is_inside = is_number && before.ends_with(|c| is_digit(c) || c == '¶');
        let is_shorter = is_paragraph && word.ends_with(is_digit) && after.starts_with(is_digit);
        !is_inside && !is_shorter
    })
}

/// Returns a query with `¶` in the place of the word for a paragraph, where a number follows.
fn with_paragraph_signs(query: &str, paragraph: &str) -> String {
    if paragraph.is_empty() {
        return query.to_owned();
    }
    let mut parts = query.split(paragraph);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start();
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            out.push_str(" ¶");
            out.push_str(rest);
        } else {
            out.push_str(paragraph);
            out.push_str(part);
        }
    }
    out
}

/// Returns the day of three numbers in the order of ISO 8601, or with the day first.
fn day(first: &str, second: &str, third: &str) -> Option<Day> {
    let of = |year: &str, day: &str| {
        Day::new(year.parse().ok()?, second.parse().ok()?, day.parse().ok()?)
    };
    of(first, third).or_else(|| of(third, first))
}

/// Returns everything that a reader may search a fact by, each text in a line of its own.
fn text(atlas: &Atlas, fact: &Fact) -> String {
    let Atlas { report, messages, .. } = atlas;
    let status = status_text(atlas, fact.status, fact.date);
    let paragraph = |number: u16| {
        let values = [("paragraph", &*number.to_string())];
        messages.format(MessageId::SourceChip, &values).value
    };
    let mut parts = vec![
        fact.title.value.clone(),
        fact.text.value.clone(),
        scope_text(atlas, fact),
        date_text(messages, fact.date),
        messages.get(status_label(fact.status)).value.clone(),
        status.report,
        messages.get(kind_label(fact.kind)).value.clone(),
        people_text(atlas, fact),
        organisations_text(atlas, fact),
        participants_text(atlas, fact),
        amounts_text(atlas, fact),
        speaker_text(atlas, fact).unwrap_or_default(),
        messages.get(MessageId::EvidenceParagraph).value.clone(),
    ];
    for quote in &fact.quotes {
        parts.extend([quote.exact.clone(), paragraph(quote.paragraph)]);
    }
    parts.extend(fact.aliases.iter().cloned());
    parts.extend(fact.audience.as_ref().map(|audience| audience.value.clone()));
    let areas = fact.areas.iter().filter_map(|id| report.area(*id));
    parts.extend(areas.map(|area| area.name.value.clone()));
    let missing = fact.not_stated.iter().map(|detail| missing_detail_label(*detail));
    parts.extend(missing.map(|id| messages.get(id).value.clone()));
    parts.extend(interpretations(atlas, fact).into_iter().map(|(_, text)| text.value));
    parts.extend(other_names(atlas, fact));
    parts.join("\n")
}

/// Returns the other names of the countries that a fact names. For an ASEAN-wide fact these are all names of the
/// members at publication, so that a search for one of them finds what covers it.
fn other_names(atlas: &Atlas, fact: &Fact) -> Vec<String> {
    let is_wide = fact.scope.is_asean_wide();
    let codes = countries_in_scope(&atlas.report, fact);
    let places = codes.iter().filter_map(|code| atlas.report.place(*code));
    places
        .flat_map(|place| {
            let name = is_wide.then_some(&place.name.value);
            name.into_iter().chain(&place.aliases).cloned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    fn index(atlas: &Atlas) -> SearchIndex {
        SearchIndex::new(atlas)
    }

    fn found(query: &str) -> Vec<String> {
        let atlas = atlas();
        let facts = index(&atlas).find(&atlas, query).into_iter();
        facts.map(|index| atlas.report.facts[index].id.to_string()).collect()
    }

    #[test]
    fn a_search_knows_the_other_names_of_a_country() {
        // No fact names Viet Nam alone: the ASEAN-wide ones cover it.
        let wide = found("Vietnam");
        assert_eq!(wide.len(), 16, "{wide:?}");
        assert_eq!(found("viet nam"), wide);
        assert_eq!(found("Burma"), wide);
        assert_eq!(found("laos"), wide);
        assert_eq!(found("east timor"), Vec::<String>::new(), "it was no member");
        assert_eq!(found("malaysia plan"), ["plan-of-action"]);
    }

    #[test]
    fn every_word_of_a_search_must_be_found() {
        assert_eq!(found("zardari december"), ["visit-indonesia", "visit-singapore"]);
        assert_eq!(found("CYBER Executed"), Vec::<String>::new());
        assert_eq!(found("").len(), 20);
    }

    #[test]
    fn everything_that_a_row_says_can_be_searched() {
        let check = |query: &str, count: usize| assert_eq!(found(query).len(), count, "{query}");
        check("scheduled", 2);
        check("december 2022", 2);
        check("since", 2);
        check("date not stated (within", 2);
        check("attendance", 1);
        check("banking and finance", 1);
        check("asean-wide", 16);
        check("in force", 2);
        check("attendance not stated", 1);
        check("central bank officials", 1);
        check("atlantis", 0);
    }

    #[test]
    fn a_paragraph_is_found_by_its_sign_and_by_its_name() {
        for query in
            ["¶8", "¶ 8", "¶08", "§8", "paragraph 8", "Paragraph\u{A0}8", "Source ¶8", "¶၈"]
        {
            assert_eq!(found(query), ["members-inputs", "plan-of-action"], "{query}");
        }
        assert_eq!(found("¶1"), ["commitment", "east-asia-vision"]);
        assert_eq!(found("paragraph 8 azhar"), ["plan-of-action"]);
        assert_eq!(found("paragraph").len(), 20, "until its number is typed");
    }

    #[test]
    fn a_paragraph_is_not_found_in_a_larger_number() {
        assert!(contains("source ¶1", "¶1") && !contains("source ¶10", "¶1"));
        assert!(contains("source ¶10", "¶"));
        assert!(contains("8 june 2023", "20") && !contains("18 june 2023", "8"));
        assert!(!contains("source ¶8", "8"));
    }

    #[test]
    fn a_day_is_found_however_it_is_written() {
        let dated = found("8 June 2023");
        assert!(dated.contains(&"roundtable".to_owned()), "{dated:?}");
        for query in
            ["2023-06-08", "2023‑06‑08", "08/06/2023", "8.6.2023", "June 8, 2023", "۸ June ۲۰۲۳"]
        {
            assert_eq!(found(query), dated, "{query}");
        }
        assert_eq!(found("2023-06-09"), Vec::<String>::new());
    }

    #[test]
    fn punctuation_and_hidden_characters_do_not_matter() {
        let check = |query: &str, same: &str| {
            let found_by_same = found(same);
            assert!(!found_by_same.is_empty() && found(query) == found_by_same, "{query}");
        };
        check("Dr. Asad", "dr asad");
        check("Pakistan/ASEAN", "pakistan asean");
        check("“in force”", "in force");
        check("cyber‑security", "cyber security");
        check("Malay\u{AD}sia", "malaysia");
        check("Vi\u{1EC7}t\u{A0}Nam", "viet nam");
        check("Vie\u{323}\u{302}t Nam", "viet nam");
        check("Azhar\u{200B} Bin Mazlan", "azhar");
        check("ＡＳＥＡＮ-ｗｉｄｅ", "asean-wide");
        check("٢٠٢٢", "2022");
    }

    #[test]
    fn a_search_that_finds_nothing_suggests_the_nearest_that_does() {
        let atlas = atlas();
        let index = index(&atlas);
        let check = |query: &str, expected: Option<&str>| {
            let nearest = index.nearest(&atlas, query);
            assert_eq!(nearest.as_deref(), expected, "{query}");
            assert!(nearest.is_none_or(|query| !index.find(&atlas, &query).is_empty()));
        };
        check("malasya", Some("Malaysia"));
        check("Indonezia", Some("Indonesia"));
        check("zardary december", Some("Zardari december"));
        check("CYBER Executed", Some("CYBER"));
        check("atlantis", None);
        check("paragraph 99", None);
        check("🙂", None);
    }
}
