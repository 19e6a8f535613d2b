//! Proving that a text is a source of the report: the hash of every paragraph, and every quote.
//!
//! `cargo xtask verify-source` and the page share it.

use normal_forms::nfc;
use sha2::{Digest, Sha256};

use crate::model::{Fact, Quote, Report, Source};

/// What a text has in the place of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The same text.
    Same,
    /// Another text.
    Changed,
    /// No text.
    Missing,
    /// Some text; the file has no hashes to compare it with.
    NotHashed,
}

/// How often a quote stands in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nowhere.
    Nowhere,
    /// Once, with its prefix and suffix where it has them.
    Once,
    /// More than once: only a prefix or a suffix would tell which is meant.
    Often,
}

/// A quote that was looked for.
#[derive(Clone, Debug)]
pub struct CheckedQuote<'a> {
    /// The fact that quotes.
    pub fact: &'a Fact,
    /// The quote.
    pub quote: &'a Quote,
    /// How often it stands in its paragraph.
    pub standing: Standing,
    /// The number of characters of the text before it, if it stands there: see [`Quote::start`].
    pub start: Option<usize>,
}

/// A paragraph of a source, compared with a text.
#[derive(Clone, Debug)]
pub struct CheckedParagraph<'a> {
    /// Counted from 1.
    pub number: usize,
    /// What the text has there.
    pub found: Found,
    /// The hash of what the text has there; empty where it has nothing.
    pub sha256: String,
    /// The quotes of this paragraph.
    pub quotes: Vec<CheckedQuote<'a>>,
}

impl CheckedParagraph<'_> {
    /// Returns whether nothing speaks against it.
    pub fn holds(&self) -> bool {
        let is_there = matches!(self.found, Found::Same | Found::NotHashed);
        is_there && self.quotes.iter().all(|quote| quote.standing == Standing::Once)
    }
}

/// Returns the quotes of a source, each with its fact.
pub fn quotes_of<'a>(report: &'a Report, source: &Source) -> Vec<(&'a Fact, &'a Quote)> {
    let mut quotes = Vec::new();
    for fact in &report.facts {
        let own = fact.quotes.iter().filter(|quote| quote.source == source.id);
        quotes.extend(own.map(|quote| (fact, quote)));
    }
    quotes
}

/// Compares a text with a source, paragraph by paragraph. A source without hashes is compared by its quotes alone.
///
/// A paragraph is also compared in Unicode's form NFC: a copy may be in another form than the text that was hashed, and both look
/// the same.
pub fn verify<'a>(text: &str, report: &'a Report, source: &Source) -> Vec<CheckedParagraph<'a>> {
    let paragraphs = paragraphs(text);
    let wanted: Vec<&str> = source.paragraphs.iter().map(|each| each.sha256.as_str()).collect();
    let hash_of = |paragraph: &String| {
        let own = hash(paragraph);
        let is_known = wanted.contains(&own.as_str());
        if is_known { own } else { hash(&nfc(paragraph)) }
    };
    let hashes: Vec<String> = paragraphs.iter().map(hash_of).collect();
    let all_quotes = quotes_of(report, source);
    let last_quoted = all_quotes.iter().map(|(_, quote)| usize::from(quote.paragraph)).max();
    let count = if wanted.is_empty() { last_quoted.unwrap_or(0) } else { wanted.len() };
    let first = if wanted.is_empty() { 0 } else { start(&hashes, &wanted) };
    let mut before = 0;
    let mut checked = Vec::new();
    for index in 0..count {
        let paragraph = paragraphs.get(first + index).map(|text| nfc(text));
        let sha256 = hashes.get(first + index).cloned().unwrap_or_default();
        let found = match (&paragraph, wanted.get(index)) {
            (None, _) => Found::Missing,
            (Some(_), None) => Found::NotHashed,
            (Some(_), Some(wanted)) if sha256 == *wanted => Found::Same,
            (Some(_), Some(_)) => Found::Changed,
        };
        let paragraph = paragraph.unwrap_or_default();
        let own = all_quotes.iter().filter(|(_, quote)| usize::from(quote.paragraph) == index + 1);
        let quotes = own
            .map(|(fact, quote)| {
                let (standing, at) = standing(&paragraph, quote);
                CheckedQuote { fact, quote, standing, start: at.map(|at| before + at) }
            })
            .collect();
        before += paragraph.chars().count() + 1;
        checked.push(CheckedParagraph { number: index + 1, found, sha256, quotes });
    }
    checked
}

/// Returns the hash of each paragraph of a text.
pub fn hashes(text: &str) -> Vec<String> {
    paragraphs(text).iter().map(|paragraph| hash(&nfc(paragraph))).collect()
}

/// Returns the paragraphs of a text in which a quote stands, counted from 1.
#[cfg(not(target_arch = "wasm32"))]
pub fn paragraphs_with(text: &str, quote: &Quote) -> Vec<usize> {
    let paragraphs = paragraphs(text).into_iter().enumerate();
    let has = |text: &str| standing(&nfc(text), quote).0 != Standing::Nowhere;
    paragraphs.filter(|(_, text)| has(text)).map(|(index, _)| index + 1).collect()
}

/// Returns how often a quote stands in a paragraph between its prefix and its suffix, and the characters before it.
fn standing(paragraph: &str, quote: &Quote) -> (Standing, Option<usize>) {
    let composed = |text: &String| fold(&nfc(text));
    let exact = composed(&quote.exact);
    let (prefix, suffix) =
        (quote.prefix.as_ref().map(composed), quote.suffix.as_ref().map(composed));
    let fits = |start: &usize| {
        let before = paragraph.get(..*start).unwrap_or_default().trim_end();
        let after = paragraph.get(start + exact.len()..).unwrap_or_default().trim_start();
        prefix.as_ref().is_none_or(|prefix| before.ends_with(prefix.as_str()))
            && suffix.as_ref().is_none_or(|suffix| after.starts_with(suffix.as_str()))
    };
    let places: Vec<usize> =
        paragraph.match_indices(&exact).map(|(start, _)| start).filter(fits).collect();
    match places.as_slice() {
        [] => (Standing::Nowhere, None),
        [place] => {
            let before = paragraph.get(..*place).unwrap_or_default();
            (Standing::Once, Some(before.chars().count()))
        }
        _ => (Standing::Often, None),
    }
}

/// Returns the paragraphs of a text, parted by blank lines, white space folded.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push_str(line);
            last.push(' ');
        }
    }
    paragraphs
        .iter()
        .map(|paragraph| fold(paragraph))
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the hash of a paragraph: SHA-256 in lower-case hexadecimal digits.
pub fn hash(paragraph: &str) -> String {
    Sha256::digest(paragraph).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns where the body begins: a copy may have a head of its own, so the place at which most paragraphs fit; of several
/// such the last, since what stands before a body is its head.
fn start(hashes: &[String], wanted: &[&str]) -> usize {
    let fitting = |start: usize| {
        let pairs = hashes.iter().skip(start).zip(wanted);
        pairs.filter(|(hash, wanted)| hash.as_str() == **wanted).count()
    };
    let last = hashes.len().saturating_sub(wanted.len());
    (0..=hashes.len()).max_by_key(|start| (fitting(*start), *start <= last, *start)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;
    use unicode_normalization::UnicodeNormalization as _;

    const HEAD: &str = "Printed on a rainy day\n\nA headline\n\n";
    const BODY: [&str; 3] = [
        "The first  tells of a bridge.",
        "The second tells of a road\nand a well.",
        "The third is short.",
    ];

    /// The bundled report with an invented report in the place of the real one.
    fn invented() -> Report {
        let mut report = atlas().report;
        let source = &mut report.sources[0];
        source.paragraphs.truncate(3);
        for (paragraph, text) in source.paragraphs.iter_mut().zip(BODY) {
            paragraph.sha256 = hash(&fold(text));
        }
        report.facts.truncate(3);
        let quotes = [(1, "tells of a bridge"), (2, "road and a well"), (2, "The second")];
        for (fact, (paragraph, exact)) in report.facts.iter_mut().zip(quotes) {
            fact.quotes[0].paragraph = paragraph;
            fact.quotes[0].exact = exact.to_owned();
        }
        report
    }

    fn checked<'a>(text: &str, report: &'a Report) -> Vec<CheckedParagraph<'a>> {
        verify(text, report, report.source())
    }

    /// What does not hold: the paragraph, what stands in its place, and whether each of its quotes stands there.
    fn wrong(text: &str, report: &Report) -> Vec<(usize, Found, Vec<bool>)> {
        let wrong = checked(text, report).into_iter().filter(|paragraph| !paragraph.holds());
        wrong
            .map(|CheckedParagraph { number, found, quotes, .. }| {
                let stands = quotes.iter().map(|quote| quote.standing == Standing::Once);
                (number, found, stands.collect())
            })
            .collect()
    }

    #[test]
    fn the_same_text_holds_whatever_its_head_and_its_white_space() {
        let (report, text) = (invented(), BODY.join("\n\n"));
        assert_eq!(wrong(&text, &report), []);
        assert_eq!(wrong(&format!("{HEAD}{text}\n\n"), &report), []);
        assert_eq!(wrong(&format!("\u{FEFF}{HEAD}{text}").replace('\n', "\r\n"), &report), []);
    }

    #[test]
    fn the_same_text_holds_in_every_unicode_form() {
        let mut report = invented();
        let accented = "A résumé of the first, as told in Hà Nội.";
        report.facts[0].quotes[0].exact = "résumé of the first".nfd().collect();
        report.sources[0].paragraphs[0].sha256 = hash(accented);
        let text = [accented, BODY[1], BODY[2]].join("\n\n");
        assert_eq!(wrong(&text, &report), []);
        let decomposed = text.nfd().collect::<String>();
        assert_eq!(wrong(&decomposed, &report), []);
        assert_eq!(checked(&decomposed, &report)[0].quotes[0].start, Some(2));
    }

    #[test]
    fn one_changed_word_touches_the_facts_of_its_paragraph() {
        let (report, text) = (invented(), BODY.join("\n\n"));
        let pond = text.replace("well", "pond");
        assert_eq!(wrong(&pond, &report), [(2, Found::Changed, vec![false, true])]);
        let ferry = format!("{HEAD}{}", text.replace("bridge", "ferry"));
        assert_eq!(wrong(&ferry, &report), [(1, Found::Changed, vec![false])]);
        let long = text.replace("short", "long");
        assert_eq!(wrong(&long, &report), [(3, Found::Changed, vec![])]);
    }

    #[test]
    fn a_missing_paragraph_is_told() {
        let report = invented();
        assert_eq!(wrong(&BODY[..2].join("\n\n"), &report), [(3, Found::Missing, vec![])]);
        assert_eq!(wrong("", &report).len(), 3);
    }

    #[test]
    fn a_quote_that_stands_twice_needs_the_words_around_it() {
        let mut report = invented();
        let text = BODY.join("\n\n");
        let first = |report: &Report| checked(&text, report)[0].quotes[0].standing;
        report.facts[0].quotes[0].exact = "e".to_owned();
        assert_eq!(first(&report), Standing::Often);
        report.facts[0].quotes[0].exact = "a".to_owned();
        report.facts[0].quotes[0].prefix = Some("tells of".to_owned());
        report.facts[0].quotes[0].suffix = Some("bridge".to_owned());
        assert_eq!(first(&report), Standing::Once);
        report.facts[0].quotes[0].suffix = Some("ferry".to_owned());
        assert_eq!(first(&report), Standing::Nowhere);
    }

    #[test]
    fn a_source_without_hashes_is_compared_by_its_quotes() {
        let mut report = invented();
        report.sources[0].paragraphs.clear();
        let text = BODY.join("\n\n");
        assert_eq!(wrong(&text, &report), []);
        let changed = text.replace("bridge", "ferry");
        assert_eq!(wrong(&changed, &report), [(1, Found::NotHashed, vec![false])]);
    }

    #[test]
    fn a_quote_is_found_by_its_position_in_the_text() {
        let report = invented();
        let folded = BODY.map(fold).join("\n");
        let checked = checked(&BODY.join("\n\n"), &report);
        for CheckedQuote { quote, start, .. } in checked.iter().flat_map(|each| &each.quotes) {
            let length = quote.exact.chars().count();
            let found: String = folded.chars().skip(start.unwrap()).take(length).collect();
            assert_eq!(found, quote.exact);
        }
    }
}
