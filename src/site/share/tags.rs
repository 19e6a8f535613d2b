//! What the head of a page says to those who preview links.
//!
//! The names are those of Open Graph (<https://ogp.me>) and of the cards of X.

use std::fmt::Write as _;

use super::fonts::{Likely, open_graph_locale};
use super::picture::{HEIGHT, WIDTH};
use crate::i18n::MessageId;
use crate::model::Place;
use crate::site::escape::escape;
use crate::site::page::page_title;
use crate::view_model::Atlas;
use crate::view_model::countries::{facts_naming, status_explanation};
use crate::view_model::map_view::country_caption;

/// A page of which links are previewed.
#[derive(Clone, Debug, Default)]
pub struct Previewed {
    /// Its address.
    pub url: String,
    /// The address of its picture; empty where it has none.
    pub picture: String,
    /// What its language most likely means.
    pub likely: Option<Likely>,
}

/// Returns the tags for the preview of a link to the page, or to a state.
pub fn tags(atlas: &Atlas, place: Option<&Place>, page: &Previewed) -> String {
    let locale = page.likely.as_ref().and_then(open_graph_locale);
    let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
    let mut properties = vec![
        ("og:title", title(atlas, place)),
        ("og:description", description(atlas, place)),
        ("og:type", "website".to_owned()),
        ("og:url", page.url.clone()),
        ("og:locale", locale.unwrap_or_default()),
    ];
    let has_picture = !page.picture.is_empty();
    if has_picture {
        properties.extend([
            ("og:image", page.picture.clone()),
            ("og:image:type", "image/png".to_owned()),
            ("og:image:width", width),
            ("og:image:height", height),
            ("og:image:alt", alternative_text(atlas, place)),
        ]);
    }
    let mut tags = String::new();
    for (name, content) in properties.iter().filter(|(_, content)| !content.is_empty()) {
        let _ = writeln!(tags, "<meta property=\"{name}\" content=\"{}\">", escape(content));
    }
    let card = if has_picture { "summary_large_image" } else { "summary" };
    tags + &format!("<meta name=\"twitter:card\" content=\"{card}\">\n")
}

/// Returns the title of a preview: `Malaysia · Pakistan and ASEAN`.
pub fn title(atlas: &Atlas, place: Option<&Place>) -> String {
    match place {
        Some(place) => {
            format!("{} · {}", place.name.isolated(), atlas.report.atlas.title.isolated())
        }
        None => page_title(atlas),
    }
}

/// Returns the description of a preview: for a state what the report says of it.
pub fn description(atlas: &Atlas, place: Option<&Place>) -> String {
    let Some(place) = place else { return atlas.report.atlas.deck.value.clone() };
    let titles: Vec<String> =
        facts_naming(&atlas.report, place.code).map(|fact| fact.title.isolated()).collect();
    let explanation = status_explanation(atlas, place).isolated();
    let titles = atlas.messages.list(titles.iter().map(String::as_str));
    if titles.is_empty() { explanation } else { format!("{explanation} {titles}") }
}

/// Returns the words for those who do not see the picture.
fn alternative_text(atlas: &Atlas, place: Option<&Place>) -> String {
    let map = atlas.messages.get(MessageId::MapLabel).isolated();
    let shown = place.and_then(|place| country_caption(atlas, place.code));
    format!("{map}: {}", shown.unwrap_or_else(|| atlas.report.atlas.title.isolated()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn a_page_without_a_picture_has_a_title_and_no_large_card() {
        let url = "https://example.org/\"x\".html".to_owned();
        let tags = tags(&atlas(), None, &Previewed { url, ..Previewed::default() });
        assert!(tags.contains("og:title\" content=\"Pakistan and ASEAN: "), "{tags}");
        assert!(tags.contains("https://example.org/&quot;x&quot;.html"), "{tags}");
        assert!(tags.contains("content=\"summary\""), "{tags}");
        assert!(!tags.contains("og:image") && !tags.contains("og:locale"), "{tags}");
    }
}
