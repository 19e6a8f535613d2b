//! Proving that a text is the report.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use partnership_atlas::model::decode::decode;
use partnership_atlas::model::{Paragraph, Quote, Report, Source};
use partnership_atlas::view_model::verify::{
    self, CheckedParagraph, CheckedQuote, Found, Standing, quotes_of, verify,
};

use crate::command::root;
use crate::report::{self, ReportFolder};

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
    if bytes.trim_ascii().is_empty() {
        bail!("{} is empty; it must hold the text of the source", file.display());
    }
    let text =
        decode(&bytes).map_err(|problem| anyhow!("{} {}", file.display(), problem.problem))?;
    let path = report.map_or_else(|| root().join(report::BUNDLED), Path::to_owned);
    let report = ReportFolder::read(&path)?.report;
    let source = quoted_source(&report, source)?;
    let findings = findings(text, &report, source);
    findings.iter().for_each(|finding| println!("{finding}"));
    if !findings.is_empty() {
        bail!("the text does not hold; see above");
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

/// Returns what does not hold, in the order of the text; empty where everything does.
fn findings(text: &str, report: &Report, source: &Source) -> Vec<String> {
    let paragraphs = verify::paragraphs(text);
    if let Some(shift) = shift(text, report, source) {
        let body = paragraphs.get(shift..).unwrap_or_default().join("\n\n");
        let (later, first) = match shift {
            1 => ("1 paragraph".to_owned(), "its first paragraph".to_owned()),
            _ => (format!("{shift} paragraphs"), format!("its first {shift} paragraphs")),
        };
        let words = format!(
            "the quotes stand {later} later than the report says: the text begins with something that is no paragraph of \
             the body, such as the headline; remove {first}"
        );
        return std::iter::once(words).chain(findings(&body, report, source)).collect();
    }
    let checked = verify(text, report, source);
    // A text may have a head that the report's hashes pass over.
    let hashes = verify::hashes(text);
    let first = checked.first().map_or("", |paragraph| paragraph.sha256.as_str());
    let head = hashes.iter().position(|hash| hash == first).unwrap_or(0);
    let is_wrong = |paragraph: &&CheckedParagraph<'_>| {
        let is_unquoted = source.paragraphs.is_empty() && paragraph.quotes.is_empty();
        !paragraph.holds() && !is_unquoted
    };
    let count = paragraphs.len().saturating_sub(head);
    let elsewhere = |quote: &Quote| {
        let found = verify::paragraphs_with(text, quote).into_iter();
        found.filter_map(|number| number.checked_sub(head)).filter(|number| *number > 0).collect()
    };
    checked.iter().filter(is_wrong).map(|each| finding(each, count, &elsewhere)).collect()
}

/// Returns by how many paragraphs the quotes stand too late, where most of them do by the same number and none stands where
/// it must. The hashes of a report show where its body begins.
fn shift(text: &str, report: &Report, source: &Source) -> Option<usize> {
    const MAX_SHIFT: usize = 9;
    if !source.paragraphs.is_empty() {
        return None;
    }
    let places: Vec<(usize, Vec<usize>)> = quotes_of(report, source)
        .into_iter()
        .map(|(_, quote)| (usize::from(quote.paragraph), verify::paragraphs_with(text, quote)))
        .collect();
    let fitting =
        |shift: usize| places.iter().filter(|(own, found)| found.contains(&(own + shift))).count();
    (1..=MAX_SHIFT).find(|shift| fitting(*shift) * 2 > places.len() && fitting(0) < fitting(*shift))
}

/// Returns a line on what does not hold in a paragraph, and a line on each quote in it.
fn finding(
    paragraph: &CheckedParagraph<'_>,
    count: usize,
    elsewhere: &dyn Fn(&Quote) -> Vec<usize>,
) -> String {
    let state = match paragraph.found {
        Found::Missing => format!("is missing, since the text has {count} paragraphs"),
        Found::Changed => "is not the same text".to_owned(),
        Found::Same | Found::NotHashed => "has a quote that does not hold".to_owned(),
    };
    let mut text = format!("¶{} {state}; facts touched:", paragraph.number);
    if paragraph.quotes.is_empty() {
        text += " none";
    }
    for CheckedQuote { fact, quote, standing, .. } in &paragraph.quotes {
        let words = match standing {
            Standing::Nowhere => match elsewhere(quote).as_slice() {
                [] => "does not occur".to_owned(),
                numbers => {
                    let numbers: Vec<String> =
                        numbers.iter().map(|number| format!("¶{number}")).collect();
                    format!("does not occur here, but in {}", numbers.join(", "))
                }
            },
            Standing::Once => "still occurs".to_owned(),
            Standing::Often => "occurs more than once; give it a prefix or a suffix".to_owned(),
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
        let hashes = verify::hashes(text).into_iter();
        own.paragraphs = hashes.map(|sha256| Paragraph { sha256 }).collect();
    }
    let checked = verify(text, report, source);
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
        let told = findings("Another text.", &report, report.source()).swap_remove(0);
        let words = "commitment: “reaffirmed Pakistan's commitment” does not occur";
        assert!(told.starts_with("¶1 is not the same text") && told.contains(words), "{told}");
    }

    /// The bundled report without hashes, with three quotes of an invented text.
    fn invented() -> Report {
        let mut report = report::bundled().unwrap().report;
        report.sources[0].paragraphs.clear();
        report.facts.truncate(3);
        let quotes = [(1, "a bridge"), (2, "a road"), (3, "a well")];
        for (fact, (paragraph, exact)) in report.facts.iter_mut().zip(quotes) {
            fact.quotes[0].paragraph = paragraph;
            fact.quotes[0].exact = exact.to_owned();
        }
        report
    }

    #[test]
    fn a_quote_in_another_paragraph_is_told_with_it() {
        let report = invented();
        let told = |text: &str| findings(text, &report, report.source()).join("\n");
        assert_eq!(told("Of a bridge.\n\nOf a road.\n\nOf a well."), "");
        let moved = told("Of a bridge.\n\nOf nothing.\n\nOf a well and a road.\n\nOf a road.");
        assert_eq!(
            moved,
            "¶2 has a quote that does not hold; facts touched:\n  east-asia-vision: “a road” does not occur here, but in \
             ¶3, ¶4"
        );
        let short = told("Of a bridge.\n\nOf a road.");
        assert!(short.starts_with("¶3 is missing, since the text has 2 paragraphs;"), "{short}");
    }

    #[test]
    fn a_paragraph_that_no_text_has_is_told_once() {
        let mut report = invented();
        report.facts[2].quotes[0].paragraph = 40;
        let told = findings("Of a bridge.\n\nOf a road.\n\nOf a well.", &report, report.source());
        let [only] = told.as_slice() else { panic!("{told:?}") };
        assert!(only.starts_with("¶40 is missing, since the text has 3 paragraphs"), "{only}");
        assert!(only.ends_with("does not occur here, but in ¶3"), "{only}");
    }

    #[test]
    fn a_headline_before_the_body_is_told_as_such() {
        let report = invented();
        let text = "A headline\n\nOf a bridge.\n\nOf a pond.\n\nOf a well.";
        let told = findings(text, &report, report.source());
        let [shift, lost] = told.as_slice() else { panic!("{told:?}") };
        assert!(shift.starts_with("the quotes stand 1 paragraph later"), "{shift}");
        assert!(shift.ends_with("remove its first paragraph"), "{shift}");
        assert!(lost.contains("¶2") && lost.contains("“a road” does not occur"), "{lost}");
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
