//! Proving that a text is the report.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use partnership_atlas::model::decode::decode;
use partnership_atlas::model::{Fact, Report};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use crate::report;

/// Checks every paragraph's hash and every quote against a text; fails where one does not hold.
pub fn run(file: &Path) -> Result<()> {
    let bytes = report::read_bytes(file)?;
    let text =
        decode(&bytes).map_err(|problem| anyhow!("{} {}", file.display(), problem.message))?;
    let report = report::report()?;
    let findings = findings(text, &report);
    let paragraphs = report.source.paragraphs.len();
    let broken =
        findings.iter().map(|finding| finding.paragraph).collect::<std::collections::BTreeSet<_>>();
    for finding in &findings {
        println!("{finding}");
    }
    if !findings.is_empty() {
        bail!("{} of {paragraphs} paragraphs are not those of the report", broken.len());
    }
    println!(
        "{paragraphs} of {paragraphs} paragraphs and {0} of {0} quotes hold",
        report.facts.len()
    );
    Ok(())
}

/// A paragraph that is not the report's, and what that touches.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// Counted from 1.
    pub paragraph: usize,
    /// Whether the text has such a paragraph at all.
    pub is_there: bool,
    /// The facts that stand in it, and whether the quote of each still does.
    pub facts: Vec<(String, bool)>,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = if self.is_there { "is not the same text" } else { "is missing" };
        write!(out, "¶{} {state}; facts touched:", self.paragraph)?;
        if self.facts.is_empty() {
            write!(out, " none")?;
        }
        for (id, holds) in &self.facts {
            write!(
                out,
                "\n  {id} ({})",
                if *holds { "its quote still occurs" } else { "its quote does not occur" }
            )?;
        }
        Ok(())
    }
}

/// What of a text is not the report's.
pub fn findings(text: &str, report: &Report) -> Vec<Finding> {
    let paragraphs = paragraphs(text);
    let wanted: Vec<&str> =
        report.source.paragraphs.iter().map(|each| each.sha256.as_str()).collect();
    // A copy may be in another Unicode form than the text that was hashed; both look the same.
    let hash_of = |paragraph: &String| {
        let own = hash(paragraph);
        let is_known = wanted.contains(&own.as_str());
        if is_known { own } else { hash(&paragraph.nfc().collect::<String>()) }
    };
    let hashes: Vec<String> = paragraphs.iter().map(hash_of).collect();
    let start = start(&hashes, &wanted);
    let mut findings = Vec::new();
    for (at, wanted) in wanted.iter().enumerate() {
        let found = paragraphs.get(start + at).map(String::as_str);
        let same = hashes.get(start + at).is_some_and(|hash| hash == wanted);
        let standing: Vec<&Fact> =
            report.facts.iter().filter(|fact| usize::from(fact.paragraph) == at + 1).collect();
        let found = found.map(|text| text.nfc().collect::<String>());
        let has_quote = |text: &String, fact: &Fact| {
            text.contains(&fold(&fact.quote.nfc().collect::<String>()))
        };
        let anchored = |fact: &&Fact| found.as_ref().is_some_and(|text| has_quote(text, fact));
        if !same || !standing.iter().all(anchored) {
            let facts = standing.iter().map(|fact| (fact.id.to_string(), anchored(fact))).collect();
            findings.push(Finding { paragraph: at + 1, is_there: found.is_some(), facts });
        }
    }
    findings
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
        let mut report = report::report().unwrap();
        report.source.paragraphs.truncate(3);
        for (paragraph, text) in report.source.paragraphs.iter_mut().zip(BODY) {
            paragraph.sha256 = hash(&fold(text));
        }
        report.facts.truncate(3);
        let anchors = [(1, "tells of a bridge"), (2, "road and a well"), (2, "The second")];
        for (fact, (paragraph, anchor)) in report.facts.iter_mut().zip(anchors) {
            fact.paragraph = paragraph;
            fact.quote = anchor.to_owned();
        }
        report
    }

    fn touched(text: &str) -> Vec<(usize, Vec<bool>)> {
        let findings = findings(text, &invented());
        findings
            .iter()
            .map(|each| (each.paragraph, each.facts.iter().map(|(_, holds)| *holds).collect()))
            .collect()
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
        report.facts[0].quote = "résumé of the first".nfd().collect();
        report.source.paragraphs[0].sha256 = hash(accented);
        let text = [accented, BODY[1], BODY[2]].join("\n\n");
        assert_eq!(findings(&text, &report), []);
        assert_eq!(findings(&text.nfd().collect::<String>(), &report), []);
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
}
