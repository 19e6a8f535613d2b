//! A page as a document: shell, head and content.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::json;

use super::assets::Assets;
use super::escape::escape;
use super::feeds::{FEED, has_feed};
use super::{Site, app_html, policy, share};
use crate::i18n::MessageId;
use crate::state::{Platform, ViewState};
use crate::ui::PrintedPage;
use crate::view_model::Atlas;
use crate::view_model::citation::PRODUCT;
use crate::view_model::embed_code::{FRAME_HEIGHT, embed_code};

/// The time after which a page that has not started says so, in seconds.
const LOAD_TIMEOUT: u32 = 30;

/// The width that oEmbed states, in CSS px; it must state one.
const OEMBED_WIDTH: u32 = 1000;

/// The paths from a hosted page to its files.
pub(super) struct Files {
    /// The path to the root of the site, where scripts and module are.
    pub home: String,
    /// The path to the page's data.
    pub data: String,
}

/// A page of one language.
pub(super) struct Page<'a> {
    pub site: &'a Site<'a>,
    pub atlas: &'a Arc<Atlas>,
    pub printed: PrintedPage,
    /// `None` in the single file, which has everything inside.
    pub files: Option<Files>,
}

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

    /// Returns the document with a head and a body; `last` ends the body.
    pub fn document(&self, head: &str, body: &str, last: &str) -> String {
        let attributes = self.root_attributes();
        format!(
            "<!doctype html>\n<html {attributes}>\n<head>\n{head}</head>\n<body>\n{body}\n{last}</body>\n</html>\n"
        )
    }

    /// Returns the outlines and the content of the page.
    pub fn content(&self) -> String {
        let (atlas, printed) = (self.atlas.clone(), self.printed.clone());
        let app = app_html(atlas, ViewState::default(), printed, Platform::print());
        [self.site.assets.outlines.trim(), &app].concat()
    }

    /// Returns the first part of the head: what every edition has.
    pub fn head(&self, policy: Option<&String>) -> String {
        let title = escape(&page_title(self.atlas));
        let description = escape(&self.atlas.report.atlas.deck.value);
        let policy = policy.map_or_else(String::new, |policy| {
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n")
        });
        format!(
            "<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{policy}\
             <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n"
        )
    }

    /// Returns the links to the other languages, and those that need the address of the site: canonical and oEmbed
    /// (<https://oembed.com/#section4>), whose readers do not resolve relative addresses.
    fn links(&self) -> String {
        let url = self.site.report_url();
        let base = url.as_ref().unwrap_or(&self.printed.home);
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
            let title = escape(&page_title(self.atlas));
            let _ = writeln!(
                links,
                "<link rel=\"canonical\" href=\"{url}\">\n<link rel=\"alternate\" \
                 type=\"application/json+oembed\" href=\"{url}oembed.json\" title=\"{title}\">"
            );
            if has_feed(self.site) {
                let root = self.site.url.unwrap_or_default();
                let _ = writeln!(
                    links,
                    "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{root}{FEED}\">"
                );
            }
            links += &share::preview_tags(self.atlas, None, &url);
        }
        links
    }

    /// Returns the attributes of the root element; loader and module read them.
    fn root_attributes(&self) -> String {
        let (messages, printed) = (&self.atlas.messages, &self.printed);
        let tags: Vec<&str> = self.site.locales.iter().map(|locale| locale.lang.as_str()).collect();
        let mut attributes = format!(
            "lang=\"{}\" dir=\"{}\" data-app=\"static\" data-load-timeout=\"{LOAD_TIMEOUT}\" data-report-id=\"{}\" data-home=\"{}\" \
             data-languages=\"{}\" data-table-page=\"{}\" data-table-pages=\"{}\"",
            messages.lang,
            messages.dir,
            printed.report,
            printed.home,
            tags.join(" "),
            printed.number,
            printed.table_pages,
        );
        match &self.files {
            Some(Files { home, data }) => {
                let Assets {
                    glue,
                    glue_integrity,
                    wasm,
                    wasm_integrity,
                    pictures,
                    pictures_integrity,
                    ..
                } = self.site.assets;
                let data_integrity =
                    super::integrity(super::to_json(&self.atlas.for_module()).as_bytes());
                let _ = write!(
                    attributes,
                    " data-glue=\"{home}{glue}\" data-glue-integrity=\"{glue_integrity}\" \
                     data-wasm=\"{home}{wasm}\" data-wasm-integrity=\"{wasm_integrity}\" \
                     data-report=\"{data}\" data-report-integrity=\"{data_integrity}\" \
                     data-pictures=\"{home}{pictures}\" data-pictures-integrity=\"{pictures_integrity}\""
                );
            }
            None => attributes += " data-edition=\"single\"",
        }
        attributes
    }
}

/// Returns the title of a page, as a browser shows it on its tab.
pub fn page_title(atlas: &Atlas) -> String {
    let values = [("title", atlas.report.atlas.title.value.as_str())];
    atlas.messages.format(MessageId::PageTitle, &values).value
}

/// Returns the oEmbed answer of a page: <https://oembed.com/#section2.3>, type `rich`.
pub fn oembed(url: &str, atlas: &Atlas) -> String {
    let title = &page_title(atlas);
    // WordPress loads the script that hears the height only where there is such a quotation. It shows the frame once it
    // has heard the height, and the link until then.
    let link = format!("<a href=\"{url}\">{}</a>", escape(title));
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
