//! The page of a link to a state.

use super::tags::{Previewed, description, tags, title};
use super::unicode::likely;
use crate::model::Place;
use crate::site::escape::escape;
use crate::site::policy;
use crate::view_model::Atlas;

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
    let own = place.map_or_else(String::new, |place| folder(Some(place)));
    let page = Previewed {
        url: format!("{url}{own}"),
        picture: format!("{url}{}", picture_path(place)),
        likely: likely(&atlas.messages.lang),
    };
    tags(atlas, place, &page)
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
        url = escape(url),
    )
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
