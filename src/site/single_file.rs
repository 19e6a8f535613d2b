//! The page in one file: it opens from a disk, can be mailed, and works in a frame that has no origin.

use std::sync::Arc;

use super::assets::data_url;
use super::downloads::{self, File};
use super::escape::escape;
use super::page::Page;
use super::share::{self, Previewed};
use super::{Site, alone, evidence_of_page, in_one_file, policy, to_json};
use crate::i18n::LocaleFile;
use crate::ui::PrintedPage;
use crate::view_model::Atlas;

/// The site to which a page in one file belongs.
#[derive(Clone, Copy, Default)]
pub(super) struct Home<'a> {
    /// The path to its root; empty where there is no site.
    pub path: &'a str,
    /// The path to the pages of its table.
    pub table_pages: &'a str,
    /// The address of its page in the same language, if it is known.
    pub url: Option<&'a String>,
    /// Whether the page is made for frames.
    pub is_framed: bool,
    /// What those who preview links are told.
    pub online: Option<&'a Previewed>,
}

impl Site<'_> {
    /// Returns the page of a language in one file that belongs to no site: what the studio publishes.
    ///
    /// `online` is where it will be, if that is known.
    pub fn file_alone(&self, locale: &LocaleFile, online: Option<&Previewed>) -> String {
        let atlas = Arc::new(self.atlas(locale));
        let files = downloads::files(self, locale, &atlas);
        let url = online.map(|page| &page.url);
        self.single_file(&atlas, &files, Home { url, online, ..Home::default() })
    }

    /// Returns a page in one file, with the archive of everything else inside.
    pub(super) fn single_file(&self, atlas: &Arc<Atlas>, files: &[File], home: Home<'_>) -> String {
        // The archive has all the other files; a frame has none.
        let archive = files.first().filter(|_| !home.is_framed);
        // In a frame the page leads to those of its site.
        let base = if home.is_framed {
            PrintedPage { evidence: evidence_of_page(atlas, 0), ..alone(self.id) }
        } else {
            in_one_file(atlas, self.id)
        };
        let printed = PrintedPage {
            table_pages: home.table_pages.to_owned(),
            home: home.path.to_owned(),
            downloads: archive
                .map(|file| file.link(data_url(file.media_type, &file.content)))
                .into_iter()
                .collect(),
            url: home.url.cloned(),
            is_framed: home.is_framed,
            ..base
        };
        let page = Page { site: self, atlas, printed, files: None };
        page.single_file(&to_json(&atlas.for_module()), home.online)
    }
}

impl Page<'_> {
    /// Returns the page with everything inside: style sheet, icon, script, module and data.
    pub fn single_file(&self, data: &str, online: Option<&Previewed>) -> String {
        let assets = self.site.assets;
        let (css, script) = (&assets.css, &assets.single_script);
        let icon = data_url("image/svg+xml", assets.icon_svg.as_bytes());
        let policy = policy::single_file(css, script);
        let mut head = self.head(Some(&policy));
        if self.printed.is_framed {
            // The page itself is the one to find.
            head += "<meta name=\"robots\" content=\"noindex\">\n";
            if let Some(url) = &self.printed.url {
                head += &format!("<link rel=\"canonical\" href=\"{url}\">\n");
            }
        }
        if let Some(page) = online {
            head += &format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&page.url));
            head += &share::tags(self.atlas, None, page);
        }
        head += &format!(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n<style>{css}</style>\n"
        );
        let blocks = [
            data_block("report", "application/json", &data.replace('<', "\\u003c")),
            data_block("wasm", "text/plain", &assets.packed_wasm),
            format!("<script type=\"module\">{script}</script>\n"),
        ];
        self.document(&head, &self.content(), &blocks.concat())
    }
}

/// Returns a block of data, which no browser runs. No fact can have its id.
fn data_block(name: &str, kind: &str, content: &str) -> String {
    format!("<script type=\"{kind}\" id=\"ATLAS-{name}\">{content}</script>\n")
}
