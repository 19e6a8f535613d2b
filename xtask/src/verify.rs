//! Proving that a text is the report.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use partnership_atlas::model::decode::decode;
use partnership_atlas::model::{Paragraph, Report, Source};
use partnership_atlas::view_model::verify::{
    self, CheckedParagraph, CheckedQuote, Found, Standing, quotes_of, verify,
};
use unicode_normalization::UnicodeNormalization as _;

use crate::command::root;
use crate::report::{self, ReportFolder};

/// Brings a text into Unicode's form NFC.
const COMPOSE: fn(&str) -> String = |text| text.nfc().collect();

/// Checks every paragraph's hash and every quote against a text; fails where one does not hold. With `is_recorded` it then
/// writes the hashes, where the file has none, and the positions of the quotes into the file.
///
/// # Errors
///
/// Where a file cannot be read or written, where the report has no such source, or where something does not hold.
pub fn run(
    file: &Path,
    report: Option<&Path>,
    source: Option<&str>,
    is_recorded: bool,
) -> Result<()> {
    let bytes = report::read_bytes(file)?;
    let text =
        decode(&bytes).map_err(|problem| anyhow!("{} {}", file.display(), problem.message))?;
    let path = report.map_or_else(|| root().join(report::BUNDLED), Path::to_owned);
    let report = ReportFolder::read(&path)?.report;
    let source = quoted_source(&report, source)?;
    let checked = verify(text, &report, source, COMPOSE);
    let wrong: Vec<_> = checked.iter().filter(|paragraph| !paragraph.holds()).collect();
    for paragraph in &wrong {
        println!("{}", finding(paragraph));
    }
    if !wrong.is_empty() {
        bail!("{} of its paragraphs do not hold", wrong.len());
    }
    let quotes = quotes_of(&report, source).len();
    match source.paragraphs.len() {
        0 => println!("{quotes} of {quotes} quotes hold; the report has no hashes of paragraphs"),
        count => println!("{count} of {count} paragraphs and {quotes} of {quotes} quotes hold"),
    }
    if is_recorded { record(&report::file_in(&path), &report, source, text) } else { Ok(()) }
}

/// Returns the source that the text is of: the one with that id, or the only one that facts quote.
fn quoted_source<'a>(report: &'a Report, id: Option<&str>) -> Result<&'a Source> {
    let quoted: Vec<&Source> =
        report.sources.iter().filter(|source| !quotes_of(report, source).is_empty()).collect();
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

/// Returns a line on what does not hold in a paragraph, and a line on each quote in it.
fn finding(paragraph: &CheckedParagraph<'_>) -> String {
    let state = match paragraph.found {
        Found::Missing => "is missing",
        Found::Changed => "is not the same text",
        Found::Same | Found::NotHashed => "has a quote that does not hold",
    };
    let mut text = format!("¶{} {state}; facts touched:", paragraph.number);
    if paragraph.quotes.is_empty() {
        text += " none";
    }
    for CheckedQuote { fact, quote, standing, .. } in &paragraph.quotes {
        let words = match standing {
            Standing::Nowhere => "does not occur",
            Standing::Once => "still occurs",
            Standing::Often => "occurs more than once; give it a prefix or a suffix",
        };
        text += &format!("\n  {}: “{}” {words}", fact.id, quote.exact);
    }
    text
}

/// Writes the hashes of the paragraphs and the positions of the quotes into the file of a report.
fn record(path: &Path, report: &Report, source: &Source, text: &str) -> Result<()> {
    let mut recorded = report.clone();
    let own = recorded.sources.iter_mut().find(|each| each.id == source.id);
    if let Some(own) = own.filter(|own| own.paragraphs.is_empty()) {
        let hashes = verify::hashes(text, COMPOSE).into_iter();
        own.paragraphs = hashes.map(|sha256| Paragraph { sha256 }).collect();
    }
    let checked = verify(text, report, source, COMPOSE);
    let checked: Vec<&CheckedQuote<'_>> = checked.iter().flat_map(|each| &each.quotes).collect();
    for fact in &mut recorded.facts {
        for quote in fact.quotes.iter_mut() {
            let own = checked.iter().find(|each| each.fact.id == fact.id && each.quote == quote);
            if let Some(start) = own.and_then(|own| own.start) {
                quote.start = u32::try_from(start).ok();
            }
        }
    }
    fs::write(path, serde_json::to_string_pretty(&recorded)? + "\n")
        .with_context(|| format!("cannot write {}", path.display()))?;
    println!("recorded in {}", path.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_tells_which_words_are_missing() {
        let report = report::bundled().unwrap().report;
        let checked = verify("Another text.", &report, report.source(), COMPOSE);
        let told = finding(&checked[0]);
        let words = "commitment: “reaffirmed Pakistan's commitment” does not occur";
        assert!(told.starts_with("¶1 is not the same text") && told.contains(words), "{told}");
    }

    #[test]
    fn the_source_is_named_where_facts_quote_several() {
        let mut report = report::bundled().unwrap().report;
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
