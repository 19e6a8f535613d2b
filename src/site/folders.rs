//! A site of folders: a page for each language, with what it refers to.

use std::sync::Arc;

use super::assets::content_hash;
use super::downloads::File;
use super::hosted::oembed;
use super::page::{Files, Page};
use super::single_file::Home;
use super::{
    FEED, SINGLE_FILE, Site, downloads, evidence_of_page, feed, index_page, robots, sitemap,
    to_json,
};
use crate::i18n::{LocaleFile, MessageId};
use crate::ui::{Download, Language, PrintedPage};
use crate::view_model::pagination::page_count;

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

    /// Returns the path to the studio from a page whose path to the root of the report is `home`.
    fn studio_from(&self, home: &str) -> String {
        let up = if self.is_one_of_several { "../" } else { "" };
        format!("{home}{up}studio/")
    }

    /// Writes a file of the report; the path is relative to the root of the report.
    pub(super) fn put<S: Sink>(
        &self,
        sink: &mut S,
        path: &str,
        content: &[u8],
    ) -> Result<(), S::Error> {
        if self.is_one_of_several {
            sink.write(&format!("{}/{path}", self.id), content)
        } else {
            sink.write(path, content)
        }
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
            downloads: links(self.id, &files, ""),
            url: self.report_url().map(|url| format!("{url}{}/", locale.lang)),
            report: self.id.to_owned(),
            number: 0,
            table_pages: table_pages.clone(),
            evidence: evidence(0),
            has_every_fact: false,
            home: home.to_owned(),
            index: self.is_one_of_several.then(|| format!("{home}../")),
            studio: Some(self.studio_from(home)),
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
                downloads: links(self.id, &files, "../../"),
                evidence: evidence(number),
                home: "../../../".to_owned(),
                index: printed.index.as_ref().map(|_| "../../../../".to_owned()),
                studio: Some(self.studio_from("../../../")),
                ..printed.clone()
            };
            write_page(sink, &path, "../../", printed)?;
        }
        let to_home = if is_root { "../" } else { "../../" };
        let home = Home {
            path: home,
            table_pages: &table_pages,
            url: printed.url.as_ref(),
            is_framed: false,
            online: None,
        };
        let in_folder = format!("../{table_pages}");
        let frame = Home { path: to_home, table_pages: &in_folder, is_framed: true, ..home };
        let embedded = self.single_file(&atlas, &files, frame);
        self.put(sink, &format!("{path}embed/index.html"), embedded.as_bytes())?;
        let single_file = self.single_file(&atlas, &files, home);
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

pub(super) fn languages(locales: &[LocaleFile]) -> Vec<Language> {
    let language = |locale: &LocaleFile| Language {
        tag: locale.lang.clone(),
        name: locale.name.clone(),
        dir: locale.dir.clone(),
    };
    locales.iter().map(language).collect()
}

/// Returns the links to the files of a language, and to its page in one file; `up` leads from the page to the folder of the
/// language.
fn links(id: &str, files: &[File], up: &str) -> Vec<Download> {
    let single_file = Download {
        href: format!("{up}{SINGLE_FILE}"),
        name: format!("{id}.html"),
        media_type: "text/html",
        label: Some(MessageId::DownloadPage),
        reference: "",
    };
    let files = files.iter().map(|file| file.link(format!("{up}data/{}", file.name)));
    files.chain([single_file]).collect()
}
