//! The citation of a fact, and the link that finds its quote.

use super::Atlas;
use crate::i18n::{MessageId, day_text};
use crate::model::Fact;

/// Returns a citation of the paragraph of a fact, in one line of plain text.
pub fn citation(atlas: &Atlas, fact: &Fact) -> String {
    let source = &atlas.report.source;
    let date = day_text(&atlas.messages, source.published);
    let (outlet, paragraph) = (source.outlet.isolated(), fact.paragraph.to_string());
    let values = [
        ("outlet", outlet.as_str()),
        ("headline", &source.headline),
        ("date", &date),
        ("paragraph", &paragraph),
        ("url", &source.url),
    ];
    atlas.messages.format(MessageId::Citation, &values).isolated()
}

/// Returns the report's address with a text fragment that leads to the quote
/// (<https://wicg.github.io/scroll-to-text-fragment/>). Browsers that do not know text fragments open the page.
pub fn quote_url(atlas: &Atlas, fact: &Fact) -> String {
    // A hyphen has a meaning of its own in a text fragment, so it is encoded as well.
    let encoded = form_urlencoded::byte_serialize(fact.quote.as_bytes());
    let encoded: String = encoded.collect();
    let encoded = encoded.replace('+', "%20").replace('-', "%2D");
    format!("{}#:~:text={encoded}", atlas.report.source.url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn a_citation_leads_to_the_paragraph_and_its_link_to_the_quote() {
        let atlas = atlas();
        let mut facts = atlas.report.facts.iter();
        let fact = facts.find(|fact| fact.id.as_str() == "plan-of-action").unwrap();
        let citation = citation(&atlas, fact);
        assert!(citation.starts_with("Radio Pakistan, “Foreign Secretary vows"), "{citation}");
        assert!(citation.contains("8 June 2023, ¶8. https://www.radio.gov.pk/"), "{citation}");
        let link = quote_url(&atlas, fact);
        let (page, quote) = link.split_once("#:~:text=").unwrap();
        assert_eq!(page, atlas.report.source.url);
        assert!(!quote.contains(['-', ' ', '+', ',', '&']), "{quote}");
    }
}
