//! The pages as text: shell, head, single file, oEmbed.
//!
//! Everything goes into a [`Sink`], so that the build can write folders and the studio an archive.

mod assets;
mod downloads;
mod escape;
mod feeds;
mod index;
mod metadata;
mod page;
mod policy;
pub mod share;
mod single_file;

use std::sync::Arc;

use leptos::prelude::*;

use assets::data_url;
pub use assets::{Assets, content_hash, integrity};
pub use escape::escape;
pub use feeds::{FEED, feed, robots, sitemap};
pub use index::index_page;
pub use page::{oembed, oembed_frame, page_title};

use crate::i18n::{LocaleFile, ReportTexts};
use crate::model::{FactId, Report, Text};
use crate::state::{AppState, Platform, Sort, ViewState};
use crate::ui::{App, Context, Language, PrintedPage};
use crate::view_model::Atlas;
use crate::view_model::pagination::{page as page_rows, page_count};
use crate::view_model::printed_facts::facts_on_page;
use crate::view_model::table::rows;
use page::{Files, Page};

/// The name of the page in one file.
pub const SINGLE_FILE: &str = "partnership-atlas.html";

/// The name of the schema of a report's JSON.
pub const SCHEMA_FILE: &str = "report.schema.json";

/// The place to which the files of a site go.
pub trait Sink {
    /// The error of a file that cannot be written.
    type Error;

    /// Writes a file; the path is relative to the root of the site.
    ///
    /// # Errors
    ///
    /// Where the file cannot be written.
    fn write(&mut self, path: &str, content: &[u8]) -> Result<(), Self::Error>;
}

/// Writes a site of one report, or of several with their index, and what it tells of its pages where its address is known.
///
/// # Errors
///
/// The first error of the sink.
pub fn write_site<S: Sink>(sites: &[Site<'_>], sink: &mut S) -> Result<(), S::Error> {
    for site in sites {
        site.write(sink)?;
    }
    if let Some(index) = index_page(sites).filter(|_| sites.len() > 1) {
        sink.write("index.html", index.as_bytes())?;
    }
    let robots = sites.first().and_then(|site| site.url).map(robots);
    let files = [("sitemap.xml", sitemap(sites)), ("robots.txt", robots), (FEED, feed(sites))];
    for (name, content) in files {
        if let Some(content) = content {
            sink.write(name, content.as_bytes())?;
        }
    }
    Ok(())
}

/// What a site is made of.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The id of the report: lower-case letters, digits and hyphens.
    pub id: &'a str,
    /// The report, its texts in its own language.
    pub report: &'a Report,
    /// The translations of its texts.
    pub texts: &'a [ReportTexts],
    /// The JSON of the report as it was written by its editor.
    pub report_json: &'a str,
    /// The JSON Schema of the report.
    pub schema: &'a str,
    /// The languages that get a page.
    pub locales: &'a [LocaleFile],
    /// The language that the root shows: that of the report, or English where the interface has no such language.
    pub main: &'a LocaleFile,
    /// The language that stands in for missing messages.
    pub english: &'a LocaleFile,
    /// The scripts, the module, the style sheet and the outlines.
    pub assets: &'a Assets,
    /// The address of the site, with a slash at its end, if it is known.
    pub url: Option<&'a str>,
    /// Whether it is one of several reports. Each then has the folder of its id, and the root is their index.
    pub is_one_of_several: bool,
}

impl Site<'_> {
    /// Writes the pages of all languages, and the root of the report.
    ///
    /// # Errors
    ///
    /// The first error of the sink.
    pub fn write<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error> {
        for locale in self.locales {
            let folder = Folder { path: format!("{}/", locale.lang), home: "../" };
            self.write_language(sink, locale, &folder)?;
        }
        let root = Folder { path: String::new(), home: "./" };
        self.write_language(sink, self.main, &root)
    }

    /// Writes a file of the report; the path is relative to the root of the report.
    fn put<S: Sink>(&self, sink: &mut S, path: &str, content: &[u8]) -> Result<(), S::Error> {
        if self.is_one_of_several {
            sink.write(&format!("{}/{path}", self.id), content)
        } else {
            sink.write(path, content)
        }
    }

    /// Returns the address of the root of the report, with a slash at its end, if it is known.
    fn report_url(&self) -> Option<String> {
        let url = self.url?;
        Some(if self.is_one_of_several { format!("{url}{}/", self.id) } else { url.to_owned() })
    }

    /// Returns the report in a language.
    pub fn atlas(&self, locale: &LocaleFile) -> Atlas {
        let texts = self.texts.iter().find(|texts| texts.lang == locale.lang);
        let mut atlas = Atlas::localized(self.report, texts, locale, self.english);
        if self.locales.len() == 1 {
            // It would speak of translations, and there are none.
            atlas.messages.review = Text::EMPTY;
        }
        atlas
    }

    /// Writes the pages of a language into a folder, and its single file.
    fn write_language<S: Sink>(
        &self,
        sink: &mut S,
        locale: &LocaleFile,
        folder: &Folder,
    ) -> Result<(), S::Error> {
        let atlas = Arc::new(self.atlas(locale));
        let (path, home) = (&folder.path, folder.home);
        let is_root = path.is_empty();
        let data = to_json(&atlas.for_module());
        let data_name = format!("atlas-{}.json", content_hash(data.as_bytes()));
        self.put(sink, &format!("{path}{data_name}"), data.as_bytes())?;
        let files = downloads::files(self, locale, &atlas);
        for file in &files {
            self.put(sink, &format!("{path}data/{}", file.name), &file.content)?;
        }
        if let Some(url) = self.report_url() {
            let answer = oembed(&format!("{url}{}/", locale.lang), &atlas);
            self.put(sink, &format!("{path}oembed.json"), answer.as_bytes())?;
            // The root is the page of its language again, to which its previews lead.
            if !is_root {
                self.write_share_pages(sink, &atlas, &url)?;
            }
        }
        // The root has the table pages of its language.
        let table_pages =
            if is_root { format!("{}/page/", locale.lang) } else { "page/".to_owned() };
        let write_page = |sink: &mut S, path: &str, to_folder: &str, printed: PrintedPage| {
            let up = if self.is_one_of_several { "../" } else { "" };
            let files = Files {
                home: format!("{}{up}", printed.home),
                data: format!("{to_folder}{data_name}"),
            };
            let html = Page { site: self, atlas: &atlas, printed, files: Some(files) }.html();
            self.put(sink, &format!("{path}index.html"), html.as_bytes())
        };
        let evidence = |number| evidence_of_page(&atlas, number);
        let printed = PrintedPage {
            downloads: downloads::links(self.id, &files, ""),
            url: self.report_url().map(|url| format!("{url}{}/", locale.lang)),
            report: self.id.to_owned(),
            number: 0,
            table_pages: table_pages.clone(),
            evidence: evidence(0),
            home: home.to_owned(),
            index: self.is_one_of_several.then(|| format!("{home}../")),
            languages: languages(self.locales),
            is_framed: false,
        };
        write_page(sink, path, "", printed.clone())?;
        let count = page_count(atlas.report.facts.len());
        for number in (0..count).filter(|_| count > 1 && !is_root) {
            let path = format!("{path}page/{}/", number + 1);
            let printed = PrintedPage {
                number,
                table_pages: "../".to_owned(),
                downloads: downloads::links(self.id, &files, "../../"),
                evidence: evidence(number),
                home: "../../../".to_owned(),
                index: printed.index.as_ref().map(|_| "../../../../".to_owned()),
                ..printed.clone()
            };
            write_page(sink, &path, "../../", printed)?;
        }
        let single_file = |to_home: &str, table_pages: &str, is_framed: bool| {
            let printed = PrintedPage {
                table_pages: table_pages.to_owned(),
                evidence: evidence(0),
                home: to_home.to_owned(),
                // The archive has all the others; a frame has none.
                downloads: files
                    .iter()
                    .filter(|_| !is_framed)
                    .take(1)
                    .map(|file| file.link(data_url(file.media_type, &file.content)))
                    .collect(),
                report: self.id.to_owned(),
                url: printed.url.clone(),
                is_framed,
                ..PrintedPage::default()
            };
            let page = Page { site: self, atlas: &atlas, printed, files: None };
            page.single_file(&data)
        };
        let to_home = if is_root { "../" } else { "../../" };
        let embedded = single_file(to_home, &format!("../{table_pages}"), true);
        self.put(sink, &format!("{path}embed/index.html"), embedded.as_bytes())?;
        let single_file = single_file(home, &table_pages, false);
        self.put(sink, &format!("{path}{SINGLE_FILE}"), single_file.as_bytes())
    }
}

/// A folder of the site.
struct Folder {
    /// Its path from the root, with a slash at its end, or empty.
    path: String,
    /// The path from it to the root.
    home: &'static str,
}

fn languages(locales: &[LocaleFile]) -> Vec<Language> {
    let language = |locale: &LocaleFile| Language {
        tag: locale.lang.clone(),
        name: locale.name.clone(),
        dir: locale.dir.clone(),
    };
    locales.iter().map(language).collect()
}

/// Returns the facts whose evidence a page of the table has; the page counts from 0.
pub fn evidence_of_page(atlas: &Atlas, number: usize) -> Vec<FactId> {
    let rows = rows(atlas, None, Sort::default());
    let ids = facts_on_page(&atlas.report, page_rows(&rows, number).1);
    atlas.report.facts.iter().map(|fact| fact.id).filter(|id| ids.contains(id)).collect()
}

/// Returns the content of a page as HTML, without the shell: what the browser renders for the same view.
pub fn app_html(
    atlas: Arc<Atlas>,
    view: ViewState,
    printed: PrintedPage,
    platform: Platform,
) -> String {
    let html = Owner::new().with(|| {
        let state = AppState::new(view, platform);
        state.zoom_to_selection();
        let context = Context { atlas, state, page: Arc::new(printed) };
        view! { <App context /> }.to_html()
    });
    // What Leptos needs for hydration; the page is mounted. A blank in an empty line would keep it from being `:empty`.
    without_markers(&html).replace("\"> </p>", "\"></p>")
}

/// Returns a page without what Leptos needs for hydration.
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn to_pretty_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
