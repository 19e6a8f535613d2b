//! A page as a document: shell, head and content.

use std::fmt::Write as _;
use std::sync::Arc;

use super::assets::Assets;
use super::escape::escape;
use super::{Site, content};
use crate::i18n::MessageId;
use crate::state::{Platform, ViewState};
use crate::ui::PrintedPage;
use crate::view_model::Atlas;

/// The time after which a page that has not started says so, in seconds.
const LOAD_TIMEOUT: u32 = 30;

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
        let (view, platform) = (ViewState::default(), Platform::print());
        let app = content(atlas, view, printed, platform, self.site.render);
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
