//! The quotes as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), which annotation tools open.

use serde_json::{Value, json};

use crate::model::{Fact, Quote};
use crate::view_model::Atlas;

/// Returns an annotation for each quote of each fact, as a JSON array: its bodies are the fact in the words of the atlas
/// and the fact's kind, its target the words of the report.
///
/// A target has a `TextQuoteSelector`, and a `TextPositionSelector` where the file knows the position. `page` is the
/// address of the page, with a slash at its end; without one an annotation has the URN of its fact.
pub fn annotations(atlas: &Atlas, id: &str, page: Option<&str>) -> Vec<Value> {
    let facts = atlas.report.facts.iter();
    let quotes = facts.flat_map(|fact| {
        fact.quotes.iter().enumerate().map(move |(index, quote)| (fact, index, quote))
    });
    let annotation =
        |(fact, index, quote)| annotation(atlas, &iri(id, page, fact, index), fact, quote);
    quotes.filter_map(annotation).collect()
}

/// Returns the identifier of an annotation: the address of the fact, and the number of the quote from the second on.
fn iri(id: &str, page: Option<&str>, fact: &Fact, index: usize) -> String {
    let number = if index == 0 { String::new() } else { format!("-{}", index + 1) };
    match page {
        Some(page) => format!("{page}#{}{number}", fact.id),
        None => format!("urn:partnership-atlas:{id}:{}{number}", fact.id),
    }
}

fn annotation(atlas: &Atlas, iri: &str, fact: &Fact, quote: &Quote) -> Option<Value> {
    let source = atlas.report.source_with(quote.source)?;
    let mut by_words = json!({ "type": "TextQuoteSelector", "exact": quote.exact });
    for (key, words) in [("prefix", &quote.prefix), ("suffix", &quote.suffix)] {
        if let (Some(words), Some(selector)) = (words, by_words.as_object_mut()) {
            selector.insert(key.to_owned(), words.as_str().into());
        }
    }
    let by_position = quote.start.map(|start| {
        let end = usize::try_from(start).unwrap_or_default() + quote.exact.chars().count();
        json!({ "type": "TextPositionSelector", "start": start, "end": end })
    });
    let selectors: Vec<Value> = [Some(by_words), by_position].into_iter().flatten().collect();
    let lang = |text_lang: &Option<String>| {
        text_lang.clone().unwrap_or_else(|| atlas.messages.lang.clone())
    };
    let kind: &'static str = fact.kind.into();
    Some(json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": iri,
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": fact.text.value,
                "format": "text/plain",
                "language": lang(&fact.text.lang),
            },
            { "type": "TextualBody", "purpose": "tagging", "value": kind },
        ],
        "target": {
            "source": source.url.clone().unwrap_or_else(|| format!("urn:partnership-atlas:source:{}", source.id)),
            "selector": selectors,
        },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn each_quote_is_an_annotation_of_the_report() {
        let mut atlas = atlas();
        let first = &mut atlas.report.facts[0];
        first.quotes[0].start = Some(7);
        first.quotes[0].exact = "à b".to_owned();
        first.quotes.push(Quote {
            prefix: Some("in".to_owned()),
            start: None,
            ..first.quotes[0].clone()
        });
        let made = annotations(&atlas, "x", Some("https://example.org/en/"));
        let quotes: usize = atlas.report.facts.iter().map(|fact| fact.quotes.len()).sum();
        assert_eq!(made.len(), quotes);
        assert_eq!(made[0]["id"], "https://example.org/en/#commitment");
        assert_eq!(made[1]["id"], "https://example.org/en/#commitment-2");
        assert_eq!(made[0]["target"]["selector"][0]["exact"], "à b");
        assert_eq!(
            made[0]["target"]["selector"][1],
            json!({ "type": "TextPositionSelector", "start": 7, "end": 10 })
        );
        assert_eq!(made[1]["target"]["selector"].as_array().map(Vec::len), Some(1));
        assert_eq!(made[1]["target"]["selector"][0]["prefix"], "in");
        assert_eq!(made[0]["body"][0]["value"], atlas.report.facts[0].text.value);
        assert_eq!(made[0]["target"]["source"], atlas.report.source().url.as_deref().unwrap());
        assert_eq!(annotations(&atlas, "x", None)[0]["id"], "urn:partnership-atlas:x:commitment");
    }
}
