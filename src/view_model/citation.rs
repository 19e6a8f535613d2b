//! The citation of a fact, and the link that finds a quote.

use super::Atlas;
use crate::i18n::{MessageId, date_text, day_text};
use crate::model::{Fact, Quote, Source, Text};

/// The name of this software, which stands where an atlas has no editor.
pub const PRODUCT: &str = "Partnership Atlas";

/// Returns a citation of the paragraphs of a fact, each once in the order of the quotes, in one line of plain text for each
/// source.
pub fn citation(atlas: &Atlas, fact: &Fact) -> String {
    let mut citations = Vec::new();
    for source in &atlas.report.sources {
        let quotes = fact.quotes.iter().filter(|quote| quote.source == source.id);
        let mut paragraphs: Vec<u16> = Vec::new();
        for quote in quotes {
            if !paragraphs.contains(&quote.paragraph) {
                paragraphs.push(quote.paragraph);
            }
        }
        if !paragraphs.is_empty() {
            citations.push(source_citation(atlas, source, &paragraphs));
        }
    }
    citations.join("\n")
}

fn source_citation(atlas: &Atlas, source: &Source, paragraphs: &[u16]) -> String {
    let messages = &atlas.messages;
    let date = date_text(messages, source.published);
    let outlet = source.outlet.isolated();
    let paragraphs = paragraphs.iter().map(|number| messages.number((*number).into()));
    // The sign stands before each number.
    let paragraphs = paragraphs.collect::<Vec<_>>().join(", ¶");
    let values = [
        ("outlet", outlet.as_str()),
        ("headline", &source.title),
        ("date", &date),
        ("paragraph", &paragraphs),
        ("url", source.url.as_deref().unwrap_or_default()),
    ];
    messages.format(MessageId::Citation, &values).isolated().trim_end().to_owned()
}

/// Returns a citation of a source as a whole: outlet, title, date, address.
pub fn whole_source_citation(atlas: &Atlas, source: &Source) -> String {
    let date = date_text(&atlas.messages, source.published);
    let url = source.url.as_deref().unwrap_or_default();
    whole_citation(atlas, &source.outlet.isolated(), &source.title, &date, url)
}

/// Returns a citation of the atlas: editor, title, version and date, address. `page` is the address of the page, if it is
/// known.
pub fn atlas_citation(atlas: &Atlas, page: Option<&str>) -> String {
    let (edition, messages) = (&atlas.report.atlas, &atlas.messages);
    let editor = edition.editor.as_ref().map_or_else(|| PRODUCT.to_owned(), Text::isolated);
    let day = edition.published.map(|day| day_text(messages, day));
    let date = match (&edition.version, day) {
        (Some(version), Some(day)) => {
            let values = [("version", version.as_str()), ("date", &day)];
            messages.format(MessageId::AboutVersion, &values).isolated()
        }
        (None, Some(day)) => day,
        (version, None) => {
            version.clone().unwrap_or_else(|| messages.get(MessageId::DateNotStated).isolated())
        }
    };
    whole_citation(atlas, &editor, &edition.title.value, &date, page.unwrap_or_default())
}

fn whole_citation(atlas: &Atlas, outlet: &str, headline: &str, date: &str, url: &str) -> String {
    let values = [("outlet", outlet), ("headline", headline), ("date", date), ("url", url)];
    let text = atlas.messages.format(MessageId::CitationReport, &values);
    text.isolated().trim_end().to_owned()
}

/// Returns the address of a quote's source with a text fragment that leads to the quote
/// (<https://wicg.github.io/scroll-to-text-fragment/>); `None` where the source is not on the web. Browsers that do not
/// know text fragments open the page.
pub fn quote_url(atlas: &Atlas, quote: &Quote) -> Option<String> {
    let url = atlas.report.source_with(quote.source)?.url.as_deref()?;
    let Quote { exact, prefix, suffix, .. } = quote;
    let prefix = prefix.as_ref().map(|text| format!("{}-,", encoded(text))).unwrap_or_default();
    let suffix = suffix.as_ref().map(|text| format!(",-{}", encoded(text))).unwrap_or_default();
    let page = url.split('#').next().unwrap_or_default();
    Some(format!("{page}#:~:text={prefix}{}{suffix}", encoded(exact)))
}

/// Returns a text in a text fragment. A hyphen has a meaning of its own there, so it is encoded as well.
fn encoded(text: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    encoded.replace('+', "%20").replace('-', "%2D")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    fn fact(atlas: &Atlas) -> Fact {
        let mut facts = atlas.report.facts.iter();
        facts.find(|fact| fact.id.as_str() == "plan-of-action").unwrap().clone()
    }

    #[test]
    fn a_citation_leads_to_the_paragraph_and_its_link_to_the_quote() {
        let atlas = atlas();
        let fact = fact(&atlas);
        let citation = citation(&atlas, &fact);
        assert!(citation.starts_with("Radio Pakistan, “Foreign Secretary vows"), "{citation}");
        assert!(citation.contains("8 June 2023, ¶8. https://www.radio.gov.pk/"), "{citation}");
        let link = quote_url(&atlas, &fact.quotes[0]).unwrap();
        let (page, quote) = link.split_once("#:~:text=").unwrap();
        assert_eq!(Some(page), atlas.report.source().url.as_deref());
        assert!(!quote.contains(['-', ' ', '+', ',', '&']), "{quote}");
    }

    #[test]
    fn a_quote_that_stands_twice_is_found_by_the_words_around_it() {
        let atlas = atlas();
        let mut quote = fact(&atlas).quotes[0].clone();
        quote.prefix = Some("a well-kept".to_owned());
        quote.suffix = Some("for all".to_owned());
        let link = quote_url(&atlas, &quote).unwrap();
        assert!(link.contains("#:~:text=a%20well%2Dkept-,plan%20of"), "{link}");
        assert!(link.ends_with("2023,-for%20all"), "{link}");
    }

    #[test]
    fn the_report_and_the_atlas_are_cited_as_a_whole() {
        let mut atlas = atlas();
        let report = whole_source_citation(&atlas, atlas.report.source());
        assert!(report.starts_with("Radio Pakistan, “Foreign Secretary vows"), "{report}");
        assert!(report.contains("8 June 2023. https://www.radio.gov.pk/"), "{report}");
        atlas.report.atlas.published = crate::model::Day::new(2026, 11, 26);
        let page = Some("https://example.org/en/");
        assert_eq!(
            atlas_citation(&atlas, page),
            "Partnership Atlas, “Pakistan and ASEAN”, Version 1.0.0, 26 November 2026. https://example.org/en/"
        );
        atlas.report.atlas.editor = Some("The desk".into());
        atlas.report.atlas.published = None;
        assert_eq!(atlas_citation(&atlas, None), "The desk, “Pakistan and ASEAN”, 1.0.0.");
    }

    #[test]
    fn a_citation_names_every_paragraph_and_does_without_an_address() {
        let mut atlas = atlas();
        let mut fact = fact(&atlas);
        fact.quotes.push(Quote { paragraph: 9, ..fact.quotes[0].clone() });
        // Once each, though a quote of the first paragraph follows.
        fact.quotes.push(fact.quotes[0].clone());
        assert!(citation(&atlas, &fact).contains(", ¶8, ¶9. https://"));
        atlas.report.sources[0].url = None;
        assert!(citation(&atlas, &fact).ends_with("8 June 2023, ¶8, ¶9."));
        assert_eq!(quote_url(&atlas, &fact.quotes[0]), None);
    }
}
