//! The files that an editor takes: the atlas in one file, a folder for a site, the dataset.

use std::io::{Cursor, Write as _};

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::{Report, link_error};
use partnership_atlas::site::share::{PICTURE_ALONE, Previewed, Typesetter};
use partnership_atlas::site::{Assets, Render, Site};
use partnership_atlas::view_model::exports::to_csv;
use partnership_atlas::view_model::ranks::Order;
use serde::{Deserialize, Serialize};
use zip::write::{SimpleFileOptions, ZipWriter};

/// The parts of a reader's page, which the build writes for the studio: `studio/data/reader.json`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReaderParts {
    /// The script, the module, the style sheet and the outlines.
    pub assets: Assets,
    /// The JSON Schema of a report.
    pub schema: String,
}

/// A report that is to be published.
#[derive(Clone, Copy)]
pub struct Publisher<'a> {
    /// The name of the report, and of its files.
    pub id: &'a str,
    /// The report; nothing is wrong with it.
    pub report: &'a Report,
    /// The parts of a reader's page.
    pub parts: &'a ReaderParts,
    /// The language of the report, or English where the page does not speak it.
    pub locale: &'a LocaleFile,
    /// The language that stands in for missing messages.
    pub english: &'a LocaleFile,
    /// Renders the content of a page.
    pub render: Render,
    /// Returns the order of texts in a language.
    pub order: fn(&str) -> Order,
    /// The address at which the atlas will be; empty where it is not known.
    pub address: &'a str,
    /// What knows the letters of the picture for links.
    pub typesetter: &'a dyn Typesetter,
}

impl Publisher<'_> {
    /// Returns the dataset as the build would read it.
    pub fn dataset(&self) -> String {
        dataset(self.report)
    }

    /// Returns the atlas in one file: what the build makes of the same report, and what the address tells those who preview links.
    pub fn html(&self) -> String {
        let online = self.online(false);
        self.with_site(&self.dataset(), |site| site.file_alone(self.locale, online.as_ref()))
    }

    /// Returns the picture for those who preview links to the page, as SVG.
    pub fn picture(&self) -> String {
        self.with_site("", |site| site.picture_alone(self.locale).svg(self.typesetter))
    }

    /// Returns a folder for a site as a ZIP archive: the page, the dataset, a table of the facts, and the picture for links,
    /// which is given as PNG. There is none where the browser could not draw it.
    pub fn site(&self, picture: Option<&[u8]>) -> Vec<u8> {
        let dataset = self.dataset();
        let online = self.online(picture.is_some());
        let (html, csv) = self.with_site(&dataset, |site| {
            let atlas = site.atlas(self.locale);
            let every_fact: Vec<usize> = (0..atlas.report.facts.len()).collect();
            (site.file_alone(self.locale, online.as_ref()), to_csv(&atlas, &every_fact))
        });
        let files = [
            ("index.html".to_owned(), html.as_bytes()),
            (format!("{}.json", self.id), dataset.as_bytes()),
            (format!("{}.csv", self.id), csv.as_bytes()),
        ];
        let picture = picture.map(|picture| (PICTURE_ALONE.to_owned(), picture));
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files.into_iter().chain(picture) {
            // Writing into memory does not fail.
            if writer.start_file(name, SimpleFileOptions::default()).is_ok() {
                let _ = writer.write_all(content);
            }
        }
        writer.finish().map(Cursor::into_inner).unwrap_or_default()
    }

    /// Returns what those who preview links are told; nothing where the address is not known, since they do not resolve
    /// relative ones.
    fn online(&self, has_picture: bool) -> Option<Previewed> {
        let folder = folder_of(self.address)?;
        let picture = has_picture.then(|| format!("{folder}{PICTURE_ALONE}"));
        Some(Previewed {
            url: self.address.to_owned(),
            picture: picture.unwrap_or_default(),
            likely: self.typesetter.likely(&self.locale.lang),
        })
    }

    fn with_site<T>(&self, report_json: &str, make: impl FnOnce(Site<'_>) -> T) -> T {
        make(Site {
            id: self.id,
            report: self.report,
            texts: &[],
            report_json,
            schema: &self.parts.schema,
            locales: std::slice::from_ref(self.locale),
            main: self.locale,
            english: self.english,
            assets: &self.parts.assets,
            render: self.render,
            order: self.order,
            url: None,
            is_one_of_several: false,
        })
    }
}

/// Returns a report as the build would read it.
pub fn dataset(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap_or_default() + "\n"
}

/// Returns whether an address can be that of a page: as links in a report must be, and those of a network without
/// certificates.
pub fn is_page_address(address: &str) -> bool {
    let secure = address.strip_prefix("http://").map(|rest| format!("https://{rest}"));
    link_error(secure.as_deref().unwrap_or(address)).is_none()
}

/// Returns the address of the folder in which a page is, with a slash at its end; nothing for what is no address of a page.
/// What has no ending of a page is a folder itself.
fn folder_of(address: &str) -> Option<String> {
    let own = address.split(['?', '#']).next().filter(|_| is_page_address(address))?;
    let is_page = [".html", ".htm", ".php"].iter().any(|ending| own.ends_with(ending));
    Some(match own.rsplit_once('/') {
        Some((folder, _)) if is_page && !folder.ends_with('/') => format!("{folder}/"),
        Some((_, "")) => own.to_owned(),
        _ => format!("{own}/"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_in_the_folder_of_the_file() {
        for (address, folder) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/", "https://example.org/"),
            ("https://example.org/atlas", "https://example.org/atlas/"),
            ("https://example.org/atlas/", "https://example.org/atlas/"),
            ("https://example.org/a/atlas.html", "https://example.org/a/"),
            ("http://example.org/index.html?x=1#MYS", "http://example.org/"),
            ("https://example.org/reports/v1.2", "https://example.org/reports/v1.2/"),
            ("https://example.html", "https://example.html/"),
        ] {
            assert_eq!(folder_of(address).as_deref(), Some(folder), "{address}");
        }
        for address in
            ["", "example.org", "https://", "https:///x", "file:///a.html", "https://a.org/\"x"]
        {
            assert_eq!(folder_of(address), None, "{address}");
        }
    }
}
