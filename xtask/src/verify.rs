//! Proving that a text is the report.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use partnership_atlas::model::decode::decode;
use partnership_atlas::model::{Fact, Quote, Report, Source};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use crate::report::{self, ReportFolder};

/// Checks every paragraph's hash and every quote against a text; fails where one does not hold.
///
/// # Errors
///
/// Where a file cannot be read, where the report has no such source, or where something does not hold.
pub fn run(file: &Path, report: Option<&Path>, source: Option<&str>) -> Result<()> {
    let bytes = report::read_bytes(file)?;
    let text =
        decode(&bytes).map_err(|problem| anyhow!("{} {}", file.display(), problem.message))?;
    let report = match report {
        Some(path) => ReportFolder::read(path)?.report,
        None => report::bundled()?.report,
    };
    let source = quoted_source(&report, source)?;
    let findings = findings(text, &report, source);
    for finding in &findings {
        println!("{finding}");
    }
    let quotes = quotes_of(&report, source).count();
    if !findings.is_empty() {
        bail!("{} of its paragraphs do not hold", findings.len());
    }
    match source.paragraphs.len() {
        0 => println!("{quotes} of {quotes} quotes hold; the report has no hashes of paragraphs"),
        count => println!("{count} of {count} paragraphs and {quotes} of {quotes} quotes hold"),
    }
    Ok(())
}

/// Returns the source that the text is of: the one with that id, or the only one that facts quote.
fn quoted_source<'a>(report: &'a Report, id: Option<&str>) -> Result<&'a Source> {
    let quoted: Vec<&Source> =
        report.sources.iter().filter(|source| quotes_of(report, source).next().is_some()).collect();
    let ids = || quoted.iter().map(|source| source.id.as_str()).collect::<Vec<_>>().join(", ");
    match (id, quoted.as_slice()) {
        (None, [only]) => Ok(*only),
        (None, _) => bail!("facts quote several sources; name one with --source: {}", ids()),
        (Some(id), _) => quoted
            .iter()
            .find(|source| source.id.as_str() == id)
            .copied()
            .ok_or_else(|| anyhow!("no fact quotes a source {id}; there are: {}", ids())),
    }
}

/// Returns the quotes of a source, each with its fact.
fn quotes_of<'a>(
    report: &'a Report,
    source: &Source,
) -> impl Iterator<Item = (&'a Fact, &'a Quote)> {
    let id = source.id;
    let quotes =
        report.facts.iter().flat_map(|fact| fact.quotes.iter().map(move |quote| (fact, quote)));
    quotes.filter(move |(_, quote)| quote.source == id)
}

/// A paragraph that is not the report's, and what that touches.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// Counted from 1.
    pub paragraph: usize,
    /// Whether the text has such a paragraph at all.
    pub is_there: bool,
    /// Whether it has another hash.
    pub is_changed: bool,
    /// The facts that stand in it, and where the quote of each stands.
    pub facts: Vec<(String, Standing)>,
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

impl std::fmt::Display for Finding {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = match (self.is_there, self.is_changed) {
            (false, _) => "is missing",
            (true, true) => "is not the same text",
            (true, false) => "has a quote that does not hold",
        };
        write!(out, "¶{} {state}; facts touched:", self.paragraph)?;
        if self.facts.is_empty() {
            write!(out, " none")?;
        }
        for (id, standing) in &self.facts {
            let words = match standing {
                Standing::Nowhere => "its quote does not occur",
                Standing::Once => "its quote still occurs",
                Standing::Often => "its quote occurs more than once; give it a prefix or a suffix",
            };
            write!(out, "\n  {id} ({words})")?;
        }
        Ok(())
    }
}

/// What of a text is not the source's. A source without hashes is compared by its quotes alone.
pub fn findings(text: &str, report: &Report, source: &Source) -> Vec<Finding> {
    let paragraphs = paragraphs(text);
    let wanted: Vec<&str> = source.paragraphs.iter().map(|each| each.sha256.as_str()).collect();
    // A copy may be in another Unicode form than the text that was hashed; both look the same.
    let hash_of = |paragraph: &String| {
        let own = hash(paragraph);
        let is_known = wanted.contains(&own.as_str());
        if is_known { own } else { hash(&paragraph.nfc().collect::<String>()) }
    };
    let hashes: Vec<String> = paragraphs.iter().map(hash_of).collect();
    let last_quoted =
        quotes_of(report, source).map(|(_, quote)| usize::from(quote.paragraph)).max();
    let count = if wanted.is_empty() { last_quoted.unwrap_or(0) } else { wanted.len() };
    let start = if wanted.is_empty() { 0 } else { start(&hashes, &wanted) };
    let mut findings = Vec::new();
    for at in 0..count {
        let found = paragraphs.get(start + at).map(|text| text.nfc().collect::<String>());
        let is_changed = wanted
            .get(at)
            .is_some_and(|wanted| hashes.get(start + at).is_none_or(|hash| hash != wanted));
        let quotes =
            quotes_of(report, source).filter(|(_, quote)| usize::from(quote.paragraph) == at + 1);
        let facts: Vec<(String, Standing)> = quotes
            .map(|(fact, quote)| (fact.id.to_string(), standing(found.as_deref(), quote)))
            .collect();
        let holds = facts.iter().all(|(_, standing)| *standing == Standing::Once);
        if found.is_none() || is_changed || !holds {
            let is_there = found.is_some();
            findings.push(Finding { paragraph: at + 1, is_there, is_changed, facts });
        }
    }
    findings
}

/// Returns how often a quote stands in a paragraph, between its prefix and its suffix.
fn standing(paragraph: Option<&str>, quote: &Quote) -> Standing {
    let nfc = |text: &String| fold(&text.nfc().collect::<String>());
    let exact = nfc(&quote.exact);
    let (prefix, suffix) = (quote.prefix.as_ref().map(nfc), quote.suffix.as_ref().map(nfc));
    let paragraph = paragraph.unwrap_or_default();
    let fits = |start: &usize| {
        let before = paragraph.get(..*start).unwrap_or_default().trim_end();
        let after = paragraph.get(start + exact.len()..).unwrap_or_default().trim_start();
        prefix.as_ref().is_none_or(|prefix| before.ends_with(prefix.as_str()))
            && suffix.as_ref().is_none_or(|suffix| after.starts_with(suffix.as_str()))
    };
    match paragraph.match_indices(&exact).map(|(start, _)| start).filter(fits).count() {
        0 => Standing::Nowhere,
        1 => Standing::Once,
        _ => Standing::Often,
    }
}

/// The paragraphs of a text, parted by blank lines, white space folded.
fn paragraphs(text: &str) -> Vec<String> {
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

fn hash(paragraph: &str) -> String {
    Sha256::digest(paragraph).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where the body begins: a copy may have a head of its own, so the place at which most paragraphs fit; of
/// several such the last, since what stands before a body is its head.
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

    const HEAD: &str = "Printed on a rainy day\n\nA headline\n\n";
    const BODY: [&str; 3] = [
        "The first  tells of a bridge.",
        "The second tells of a road\nand a well.",
        "The third is short.",
    ];

    /// The bundled report with an invented report in the place of the real one.
    fn invented() -> Report {
        let mut report = report::bundled().unwrap().report;
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

    fn touched(text: &str) -> Vec<(usize, Vec<bool>)> {
        let report = invented();
        let findings = findings(text, &report, report.source());
        let holds = |facts: &[(String, Standing)]| {
            facts.iter().map(|(_, standing)| *standing == Standing::Once).collect()
        };
        findings.iter().map(|each| (each.paragraph, holds(&each.facts))).collect()
    }

    #[test]
    fn the_same_text_holds_whatever_its_head_and_its_white_space() {
        let text = BODY.join("\n\n");
        assert_eq!(touched(&text), []);
        assert_eq!(touched(&format!("{HEAD}{text}\n\n")), []);
        assert_eq!(touched(&format!("\u{FEFF}{HEAD}{text}").replace('\n', "\r\n")), []);
    }

    #[test]
    fn the_same_text_holds_in_every_unicode_form() {
        let mut report = invented();
        let accented = "A résumé of the first, as told in Hà Nội.";
        report.facts[0].quotes[0].exact = "résumé of the first".nfd().collect();
        report.sources[0].paragraphs[0].sha256 = hash(accented);
        let text = [accented, BODY[1], BODY[2]].join("\n\n");
        assert_eq!(findings(&text, &report, report.source()), []);
        let decomposed = text.nfd().collect::<String>();
        assert_eq!(findings(&decomposed, &report, report.source()), []);
    }

    #[test]
    fn one_changed_word_touches_the_facts_of_its_paragraph() {
        let text = BODY.join("\n\n");
        assert_eq!(touched(&text.replace("well", "pond")), [(2, vec![false, true])]);
        assert_eq!(
            touched(&format!("{HEAD}{}", text.replace("bridge", "ferry"))),
            [(1, vec![false])]
        );
        assert_eq!(touched(&text.replace("short", "long")), [(3, vec![])]);
    }

    #[test]
    fn a_missing_paragraph_is_reported() {
        assert_eq!(touched(&BODY[..2].join("\n\n")), [(3, vec![])]);
        assert_eq!(touched("").len(), 3);
    }

    #[test]
    fn a_quote_that_stands_twice_needs_the_words_around_it() {
        let mut report = invented();
        let text = BODY.join("\n\n");
        report.facts[0].quotes[0].exact = "e".to_owned();
        let finding = findings(&text, &report, report.source()).remove(0);
        assert_eq!(finding.facts[0].1, Standing::Often);
        assert!(finding.to_string().contains("give it a prefix or a suffix"), "{finding}");
        report.facts[0].quotes[0].exact = "a".to_owned();
        report.facts[0].quotes[0].prefix = Some("tells of".to_owned());
        report.facts[0].quotes[0].suffix = Some("bridge".to_owned());
        assert_eq!(findings(&text, &report, report.source()), []);
        report.facts[0].quotes[0].suffix = Some("ferry".to_owned());
        let finding = findings(&text, &report, report.source()).remove(0);
        assert_eq!(finding.facts[0].1, Standing::Nowhere);
    }

    #[test]
    fn a_source_without_hashes_is_compared_by_its_quotes() {
        let mut report = invented();
        report.sources[0].paragraphs.clear();
        let text = BODY.join("\n\n");
        assert_eq!(findings(&text, &report, report.source()), []);
        let changed = text.replace("bridge", "ferry");
        assert_eq!(findings(&changed, &report, report.source()).len(), 1);
    }

    #[test]
    fn the_source_is_named_where_facts_quote_several() {
        let mut report = invented();
        let id = |source: Result<&Source>| source.map(|source| source.id.to_string());
        assert_eq!(id(quoted_source(&report, None)).unwrap(), "report");
        let mut other = report.sources[0].clone();
        other.id = partnership_atlas::model::SourceId::new("statement").unwrap();
        report.facts[1].quotes[0].source = other.id;
        report.sources.push(other);
        let error = quoted_source(&report, None).unwrap_err().to_string();
        assert!(error.ends_with("--source: report, statement"), "{error}");
        assert_eq!(id(quoted_source(&report, Some("statement"))).unwrap(), "statement");
        assert!(quoted_source(&report, Some("nothing")).is_err());
    }
}
