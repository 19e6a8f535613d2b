//! The page of a link to a state, and what the head of a page says to those who preview links.
//!
//! The names are those of Open Graph (<https://ogp.me>) and of the cards of X.

use std::fmt::Write as _;

use super::fonts::open_graph_locale;
use super::picture::{HEIGHT, WIDTH};
use crate::i18n::MessageId;
use crate::model::Place;
use crate::site::escape::escape;
use crate::site::page::page_title;
use crate::site::policy;
use crate::view_model::Atlas;
use crate::view_model::countries::{facts_naming, status_explanation};
use crate::view_model::map_view::country_caption;

/// The folder of the pages and pictures, in the folder of a language.
pub const FOLDER: &str = "share/";

/// The name of a picture.
const PICTURE: &str = "picture.png";

/// Returns the path of a picture from the folder of its language.
pub fn picture_path(place: Option<&Place>) -> String {
    format!("{}{PICTURE}", folder(place))
}

/// Returns the path of the folder of a page from the folder of its language.
pub fn folder(place: Option<&Place>) -> String {
    place.map_or_else(|| FOLDER.to_owned(), |place| format!("{FOLDER}{}/", place.code))
}

/// Returns the tags for the preview of a link to the page, or to a state; `url` is the address of the language's folder.
pub fn preview_tags(atlas: &Atlas, place: Option<&Place>, url: &str) -> String {
    let lang = &atlas.messages.lang;
    let own_url =
        place.map_or_else(|| url.to_owned(), |place| format!("{url}{}", folder(Some(place))));
    let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
    let properties = [
        ("og:title", title(atlas, place)),
        ("og:description", description(atlas, place)),
        ("og:type", "website".to_owned()),
        ("og:url", own_url),
        ("og:locale", open_graph_locale(lang).unwrap_or_default()),
        ("og:image", format!("{url}{}", picture_path(place))),
        ("og:image:type", "image/png".to_owned()),
        ("og:image:width", width),
        ("og:image:height", height),
        ("og:image:alt", alternative_text(atlas, place)),
    ];
    let mut tags = String::new();
    for (name, content) in properties.iter().filter(|(_, content)| !content.is_empty()) {
        let _ = writeln!(tags, "<meta property=\"{name}\" content=\"{}\">", escape(content));
    }
    tags + "<meta name=\"twitter:card\" content=\"summary_large_image\">\n"
}

/// Returns the page of a link to a state: it previews the state and leads on to the page; `url` is the address of the
/// language's folder.
pub fn share_page(atlas: &Atlas, place: &Place, url: &str) -> String {
    let messages = &atlas.messages;
    let (policy, code) = (policy::WITHOUT_FILES, place.code);
    let (title, description) =
        (escape(&title(atlas, Some(place))), escape(&description(atlas, Some(place))));
    let tags = preview_tags(atlas, Some(place), url);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{description}\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"refresh\" content=\"0; url=../../#{code}\">\n\
         <link rel=\"canonical\" href=\"{url}\">\n{tags}</head>\n<body>\n\
         <p><a href=\"../../#{code}\">{title}</a></p>\n</body>\n</html>\n",
        lang = messages.lang,
        dir = messages.dir,
    )
}

/// Returns the title of a preview: `Malaysia · Pakistan and ASEAN`.
fn title(atlas: &Atlas, place: Option<&Place>) -> String {
    match place {
        Some(place) => {
            format!("{} · {}", place.name.isolated(), atlas.report.atlas.title.isolated())
        }
        None => page_title(atlas),
    }
}

/// Returns the description of a preview: for a state what the report says of it.
fn description(atlas: &Atlas, place: Option<&Place>) -> String {
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
    use crate::model::PlaceCode;
    use crate::view_model::testing::atlas;

    const URL: &str = "https://example.org/a/en/";

    #[test]
    fn the_page_of_a_state_previews_the_state_and_leads_to_it() {
        let atlas = atlas();
        let place = atlas.report.place(PlaceCode::new("MYS").unwrap()).unwrap();
        let page = share_page(&atlas, place, URL);
        for text in [
            "<title>Malaysia · Pakistan and ASEAN</title>",
            "<meta property=\"og:title\" content=\"Malaysia · Pakistan and ASEAN\">",
            "<meta property=\"og:url\" content=\"https://example.org/a/en/share/MYS/\">",
            "<meta property=\"og:image\" content=\"https://example.org/a/en/share/MYS/picture.png\">",
            "<meta property=\"og:image:alt\" content=\"Map of the ASEAN member states: Malaysia · Named in the report\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
            "<meta http-equiv=\"refresh\" content=\"0; url=../../#MYS\">",
            "<a href=\"../../#MYS\">",
            "<meta name=\"robots\" content=\"noindex\">",
            "<link rel=\"canonical\" href=\"https://example.org/a/en/\">",
            "content=\"The report names Malaysia. ",
        ] {
            assert!(page.contains(text), "{text} is not in {page}");
        }
        assert!(!page.contains("<script") && !page.contains("<style"));
    }

    #[test]
    fn the_head_of_the_page_previews_the_page() {
        let tags = preview_tags(&atlas(), None, URL);
        for text in [
            "og:url\" content=\"https://example.org/a/en/\"",
            "og:image\" content=\"https://example.org/a/en/share/picture.png\"",
            "og:locale\" content=\"en_US\"",
            "og:image:width\" content=\"1200\"",
        ] {
            assert!(tags.contains(text), "{text} is not in {tags}");
        }
    }

    #[test]
    fn hostile_texts_stay_texts() {
        let mut atlas = atlas();
        atlas.report.atlas.title = "\"><script>alert(1)</script>&".into();
        let place = atlas.report.places[0].clone();
        let page = share_page(&atlas, &place, URL);
        assert!(!page.contains("<script") && !page.contains("content=\"\">"), "{page}");
        assert!(page.contains("&quot;>&lt;script>alert(1)&lt;/script>&amp;"), "{page}");
    }
}
