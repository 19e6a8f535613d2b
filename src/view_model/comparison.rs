//! What a reader is told of a text that is compared with the report.

use super::Atlas;
use super::verify::{CheckedParagraph, CheckedQuote, Found, Standing, quotes_of, verify};
use crate::i18n::MessageId;

/// What a reader is told of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// How many paragraphs and quotes hold; empty before there is a text.
    pub summary: String,
    /// A line on each paragraph, and one on each of its quotes.
    pub paragraphs: Vec<(String, Vec<String>)>,
}

/// Compares a text with the source that it fits best, in words.
pub fn comparison(atlas: &Atlas, text: &str) -> Comparison {
    let (report, messages) = (&atlas.report, &atlas.messages);
    let sources = report.sources.iter().filter(|source| !quotes_of(report, source).is_empty());
    let all = sources.map(|source| verify(text, report, source));
    let fitting = |checked: &Vec<CheckedParagraph<'_>>| {
        checked.iter().filter(|paragraph| paragraph.holds()).count()
    };
    // Of several that fit equally it is the first.
    let Some(checked) = all.rev().max_by_key(fitting) else { return Comparison::default() };
    let quotes = checked.iter().flat_map(|paragraph| &paragraph.quotes);
    let count = |count: usize| count.to_string();
    let held = count(quotes.clone().filter(|quote| quote.standing == Standing::Once).count());
    let same = count(checked.iter().filter(|paragraph| paragraph.found == Found::Same).count());
    let (quotes, paragraphs) = (count(quotes.count()), count(checked.len()));
    let values = [
        ("same", same.as_str()),
        ("paragraphs", &paragraphs),
        ("held", &held),
        ("quotes", &quotes),
    ];
    let is_hashed = checked.iter().all(|paragraph| paragraph.found != Found::NotHashed);
    let id = if is_hashed { MessageId::VerifyResult } else { MessageId::VerifyResultQuotes };
    let lines = checked.iter().map(|paragraph| {
        let number = paragraph.number.to_string();
        let chip = messages.format(MessageId::SourceChipShort, &[("paragraph", &number)]);
        let words = match paragraph.found {
            Found::Same => messages.get(MessageId::VerifySame).isolated(),
            Found::Changed => messages.get(MessageId::VerifyChanged).isolated(),
            Found::Missing => messages.get(MessageId::VerifyMissing).isolated(),
            Found::NotHashed => String::new(),
        };
        let quotes = paragraph.quotes.iter().map(|CheckedQuote { quote, standing, .. }| {
            let id = match standing {
                Standing::Once => MessageId::VerifyQuoteHeld,
                Standing::Nowhere => MessageId::VerifyQuoteLost,
                Standing::Often => MessageId::VerifyQuoteOften,
            };
            messages.format(id, &[("quote", &quote.exact)]).isolated()
        });
        (format!("{} {words}", chip.isolated()).trim_end().to_owned(), quotes.collect())
    });
    let paragraphs = lines.collect();
    Comparison { summary: messages.format(id, &values).isolated(), paragraphs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Paragraph, Report};
    use crate::view_model::testing::atlas;
    use crate::view_model::verify::hashes;

    const BODY: &str = "The first tells of a bridge.\n\nThe second tells of a road and a well.\n\nThe third is short.";

    /// The bundled report with an invented report in the place of the real one.
    fn report() -> Report {
        let mut report = atlas().report;
        let hashes = hashes(BODY).into_iter();
        report.sources[0].paragraphs = hashes.map(|sha256| Paragraph { sha256 }).collect();
        report.facts.truncate(3);
        let quotes = [(1, "tells of a bridge"), (2, "road and a well"), (2, "The second")];
        for (fact, (paragraph, exact)) in report.facts.iter_mut().zip(quotes) {
            fact.quotes[0].paragraph = paragraph;
            fact.quotes[0].exact = exact.to_owned();
        }
        report
    }

    #[test]
    fn a_reader_is_told_of_each_paragraph_and_each_quote() {
        let mut atlas = atlas();
        atlas.report = report();
        let text = BODY.replace("bridge", "ferry");
        let told = comparison(&atlas, &text);
        assert_eq!(told.summary, "2 of 3 paragraphs are the same text; 2 of 3 quotes stand there.");
        let lost = "This quote does not stand there: “tells of a bridge”".to_owned();
        assert_eq!(told.paragraphs[0], ("¶1 Not the same text".to_owned(), vec![lost]));
        assert_eq!(told.paragraphs[2], ("¶3 The same text".to_owned(), vec![]));
        atlas.report.sources[0].paragraphs.clear();
        let told = comparison(&atlas, &text);
        assert!(told.summary.starts_with("2 of 3 quotes stand there. The dataset has no hashes"));
        assert_eq!(told.paragraphs[0].0, "¶1");
    }

    #[test]
    fn a_text_is_compared_with_the_source_that_it_fits() {
        let mut atlas = atlas();
        atlas.report = report();
        let mut other = atlas.report.sources[0].clone();
        other.id = crate::model::SourceId::new("statement").unwrap();
        other.paragraphs.truncate(1);
        other.paragraphs[0].sha256 = hashes("Another text.").remove(0);
        atlas.report.facts[2].quotes[0].source = other.id;
        atlas.report.facts[2].quotes[0].paragraph = 1;
        atlas.report.facts[2].quotes[0].exact = "Another".to_owned();
        atlas.report.sources.push(other);
        let summary = |text: &str| comparison(&atlas, text).summary;
        assert!(summary("Another text.").starts_with("1 of 1 paragraphs"));
        assert!(summary(BODY).starts_with("3 of 3 paragraphs"));
    }
}
