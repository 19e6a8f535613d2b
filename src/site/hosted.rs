//! A page of a site: its files stand beside it, and other languages, programs and previews know it.

use std::fmt::Write as _;

use serde_json::json;

use super::assets::Assets;
use super::escape::escape;
use super::feeds::{FEED, has_feed};
use super::page::{Page, page_title};
use super::{policy, share};
use crate::view_model::Atlas;
use crate::view_model::citation::PRODUCT;
use crate::view_model::embed_code::{FRAME_HEIGHT, embed_code};

/// The width that oEmbed states, in CSS px; it must state one.
const OEMBED_WIDTH: u32 = 1000;

impl Page<'_> {
    /// Returns a hosted page.
    pub fn html(&self) -> String {
        let Assets { css, icon, loader, development, .. } = self.site.assets;
        let home = self.files.as_ref().map_or("", |files| &files.home);
        let policy = policy::hosted(css);
        let mut head = self.head((development.is_empty()).then_some(&policy));
        head += &self.links();
        head += &self.metadata();
        let _ = write!(
            head,
            "<link rel=\"icon\" href=\"{home}{icon}\" type=\"image/svg+xml\">\n<style>{css}</style>\n\
             <script async src=\"{home}{loader}\"></script>\n"
        );
        self.document(&head, &self.content(), development)
    }

    /// Returns the links to the other languages, and those that need the address of the site: canonical and oEmbed
    /// (<https://oembed.com/#section4>), whose readers do not resolve relative addresses.
    fn links(&self) -> String {
        let url = self.site.report_url();
        let base = escape(url.as_ref().unwrap_or(&self.printed.home));
        let languages = self
            .printed
            .languages
            .iter()
            .map(|language| (language.tag.as_str(), language.tag.as_str()));
        let mut links = String::new();
        for (tag, folder) in languages.chain([("x-default", self.site.main.lang.as_str())]) {
            let _ = writeln!(
                links,
                "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{base}{folder}/\">"
            );
        }
        if let Some(url) = &url {
            let url = format!("{url}{}/", self.atlas.messages.lang);
            let (href, title) = (escape(&url), escape(&page_title(self.atlas)));
            let _ = writeln!(
                links,
                "<link rel=\"canonical\" href=\"{href}\">\n<link rel=\"alternate\" \
                 type=\"application/json+oembed\" href=\"{href}oembed.json\" title=\"{title}\">"
            );
            if has_feed(self.site) {
                let root = escape(self.site.url.unwrap_or_default());
                let _ = writeln!(
                    links,
                    "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{root}{FEED}\">"
                );
            }
            links += &share::preview_tags(self.atlas, None, &url);
        }
        links
    }
}

/// Returns the oEmbed answer of a page: <https://oembed.com/#section2.3>, type `rich`.
pub fn oembed(url: &str, atlas: &Atlas) -> String {
    let title = &page_title(atlas);
    // WordPress loads the script that hears the height only where there is such a quotation. It shows the frame once it
    // has heard the height, and the link until then.
    let link = format!("<a href=\"{}\">{}</a>", escape(url), escape(title));
    let frame = embed_code(&format!("{url}embed/"), title);
    let html = format!("<blockquote class=\"wp-embedded-content\">{link}</blockquote>{frame}");
    super::to_pretty_json(&json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": PRODUCT,
        "provider_url": url, "width": OEMBED_WIDTH, "height": FRAME_HEIGHT, "cache_age": 86_400, "html": html,
        "thumbnail_url": format!("{url}{}", share::picture_path(None)), "thumbnail_width": share::WIDTH,
        "thumbnail_height": share::HEIGHT,
    }))
}

/// Returns the frame in an oEmbed answer: what an editor pastes. `None` where there is none.
pub fn oembed_frame(answer: &str) -> Option<String> {
    let answer: serde_json::Value = serde_json::from_str(answer).ok()?;
    let html = answer.get("html")?.as_str()?;
    html.find("<iframe").and_then(|start| html.get(start..)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn oembed_gives_a_frame_that_needs_no_script_of_the_host() {
        let answer = oembed("https://example.org/a/", &atlas());
        let frame = oembed_frame(&answer).unwrap();
        assert!(
            frame.starts_with("<iframe src=\"https://example.org/a/embed/\" title=\""),
            "{frame}"
        );
        assert!(!answer.contains("<script"), "{answer}");
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(
            (answer["version"].as_str(), answer["type"].as_str()),
            (Some("1.0"), Some("rich"))
        );
    }
}
