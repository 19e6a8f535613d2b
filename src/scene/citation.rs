//! How to cite the report, and how to find a phrase in it.

use crate::atlas::Atlas;
use crate::dataset::Fact;
use crate::locale::Message;
use crate::scene::words;

/// A citation of the paragraph in which a fact stands, in one line of plain text.
pub fn citation(atlas: &Atlas, fact: &Fact) -> String {
    let source = &atlas.dataset.source;
    let date = words::day(&atlas.locale, source.published);
    let paragraph = fact.paragraph.to_string();
    let values = [
        ("outlet", source.outlet.as_str()),
        ("headline", &source.headline),
        ("date", &date),
        ("paragraph", &paragraph),
        ("url", &source.url),
    ];
    atlas.locale.fill(Message::Citation, &values)
}

/// The report's address with a text fragment that takes the reader to the phrase, in browsers that know
/// text fragments (<https://wicg.github.io/scroll-to-text-fragment/>); the others open the page.
pub fn link(atlas: &Atlas, fact: &Fact) -> String {
    let mut link = [atlas.dataset.source.url.as_str(), "#:~:text="].concat();
    for byte in fact.anchor.bytes() {
        // A hyphen has a meaning of its own in a text fragment, so it is escaped as well.
        if byte.is_ascii_alphanumeric() {
            link.push(char::from(byte));
        } else {
            link.push('%');
            link.extend([byte >> 4, byte & 15].map(hex_digit));
        }
    }
    link
}

fn hex_digit(half: u8) -> char {
    char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    #[test]
    fn a_citation_leads_to_the_paragraph_and_its_link_to_the_phrase() {
        let atlas = atlas::bundled();
        let fact =
            atlas.dataset.facts.iter().find(|fact| fact.id.as_str() == "plan-of-action").unwrap();
        let cited = citation(&atlas, fact);
        assert!(cited.starts_with("Radio Pakistan, “Foreign Secretary vows"), "{cited}");
        assert!(cited.contains("8 June 2023, ¶8. https://www.radio.gov.pk/"), "{cited}");
        let link = link(&atlas, fact);
        let (page, phrase) = link.split_once("#:~:text=").unwrap();
        assert_eq!(page, atlas.dataset.source.url);
        assert!(phrase.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'%'), "{phrase}");
    }
}
