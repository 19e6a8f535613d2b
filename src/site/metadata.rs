//! What search engines and reference managers read in the head of a page.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::escape::escape;
use super::page::Page;
use crate::model::{Edition, FuzzyDate, PlaceCode, Source, Text};
use crate::view_model::Atlas;
use crate::view_model::countries::names;
use crate::view_model::exports::date_parts;

impl Page<'_> {
    /// Returns the description of the data for programs (<https://schema.org/Dataset>), and the metadata that reference
    /// managers read (<https://scholar.google.com/intl/en/scholar/inclusion.html#indexing>).
    pub(super) fn metadata(&self) -> String {
        let mut metadata = citation_metadata(self.atlas, self.printed.url.as_deref());
        // Inside a script element, `<` could end it.
        let data = self.dataset().to_string().replace('<', "\\u003c");
        let _ = writeln!(metadata, "<script type=\"application/ld+json\">{data}</script>");
        metadata
    }

    fn dataset(&self) -> Value {
        let Edition { title, deck, editor, licence, version, published, .. } =
            &self.atlas.report.atlas;
        let report = &self.atlas.report;
        let base = self.printed.url.as_deref().unwrap_or_default();
        let files = self.printed.downloads.iter();
        let distribution = files.map(|file| {
            let url = if file.href.starts_with("../") {
                file.href.clone()
            } else {
                format!("{base}{}", file.href)
            };
            json!({ "@type": "DataDownload", "contentUrl": url, "encodingFormat": file.media_type })
        });
        let named: Vec<Value> = named_places(self.atlas)
            .into_iter()
            .map(|(code, name)| json!({ "@type": "Country", "name": name.value, "identifier": code }))
            .collect();
        let areas: Vec<&str> = report.areas.iter().map(|area| area.name.value.as_str()).collect();
        let text = |text: &Option<String>| text.as_deref().map(Value::from);
        let fields = [
            ("url", text(&self.printed.url)),
            ("version", text(version)),
            (
                "license",
                licence.as_ref().map(|id| format!("https://spdx.org/licenses/{id}.html").into()),
            ),
            ("datePublished", published.map(|day| day.to_string().into())),
            (
                "creator",
                editor
                    .as_ref()
                    .map(|editor| json!({ "@type": "Organization", "name": editor.value })),
            ),
            ("isBasedOn", Some(article(report.source()))),
            ("temporalCoverage", temporal_coverage(self.atlas).map(Value::from)),
            ("spatialCoverage", Some(named).filter(|named| !named.is_empty()).map(Value::from)),
            ("keywords", Some(areas).filter(|areas| !areas.is_empty()).map(Value::from)),
            (
                "distribution",
                Some(distribution.collect::<Vec<_>>())
                    .filter(|files| !files.is_empty())
                    .map(Value::from),
            ),
        ];
        let mut dataset = Map::new();
        for (key, value) in [
            ("@context", "https://schema.org"),
            ("@type", "Dataset"),
            ("name", &title.value),
            ("description", &deck.value),
            ("inLanguage", &self.atlas.messages.lang),
        ] {
            dataset.insert(key.to_owned(), value.into());
        }
        let known = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
        dataset.extend(known);
        dataset.into()
    }
}

/// Returns the report as an article of its outlet.
fn article(source: &Source) -> Value {
    let mut article = json!({
        "@type": "NewsArticle",
        "headline": source.title,
        "inLanguage": source.lang,
        "publisher": { "@type": "Organization", "name": source.outlet.value },
    });
    if let Some(article) = article.as_object_mut() {
        article.extend(source.url.as_ref().map(|url| ("url".to_owned(), url.as_str().into())));
        article.extend(
            iso_date(source.published).map(|date| ("datePublished".to_owned(), date.into())),
        );
    }
    article
}

/// Returns a date of publication in ISO 8601, as far as it is known; that it is only about this date has no place there.
fn iso_date(date: FuzzyDate) -> Option<String> {
    let parts = date_parts(date);
    let parts: Vec<String> = parts.iter().map(|part| format!("{part:02}")).collect();
    (!parts.is_empty()).then(|| parts.join("-"))
}

/// Returns the states that facts name, in the order of the report.
fn named_places(atlas: &Atlas) -> Vec<(PlaceCode, &Text)> {
    let facts = &atlas.report.facts;
    let is_named = |code: PlaceCode| facts.iter().any(|fact| names(fact, code));
    let places = atlas.report.places.iter().filter(|place| is_named(place.code));
    places.map(|place| (place.code, &place.name)).collect()
}

/// Returns the first and the last day that the facts tell of, as an ISO 8601 interval; an end that is open is `..`.
fn temporal_coverage(atlas: &Atlas) -> Option<String> {
    let dates = atlas.report.facts.iter().map(|fact| fact.date).filter(|date| date.is_stated());
    let dates: Vec<FuzzyDate> = dates.collect();
    let first = dates.iter().filter_map(|date| date.first_day()).min()?;
    let is_open = dates.iter().any(|date| date.last_day().is_none());
    let last = dates.iter().filter_map(|date| date.last_day()).max().filter(|_| !is_open);
    Some(format!("{first}/{}", last.map_or_else(|| "..".to_owned(), |day| day.to_string())))
}

fn citation_metadata(atlas: &Atlas, page: Option<&str>) -> String {
    let Edition { title, editor, published, .. } = &atlas.report.atlas;
    let editor = editor.as_ref().map(|editor| editor.value.clone());
    let fields = [
        ("citation_title", Some(title.value.clone())),
        ("citation_author", editor),
        ("citation_publication_date", published.map(|day| day.to_string().replace('-', "/"))),
        ("citation_language", Some(atlas.messages.lang.clone())),
        ("citation_public_url", page.map(str::to_owned)),
    ];
    let mut metadata = String::new();
    for (name, value) in fields {
        if let Some(value) = value {
            let _ = writeln!(metadata, "<meta name=\"{name}\" content=\"{}\">", escape(&value));
        }
    }
    metadata
}
