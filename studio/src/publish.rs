//! The files that an editor takes: the atlas in one file, a folder for a site, the dataset.

use std::io::{Cursor, Write as _};

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::Report;
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
}

impl Publisher<'_> {
    /// Returns the dataset as the build would read it.
    pub fn dataset(&self) -> String {
        dataset(self.report)
    }

    /// Returns the atlas in one file: what the build makes of the same report.
    pub fn html(&self) -> String {
        self.with_site(&self.dataset(), |site| site.file_alone(self.locale))
    }

    /// Returns a folder for a site as a ZIP archive: the page, the dataset, and a table of the facts.
    pub fn site(&self) -> Vec<u8> {
        let dataset = self.dataset();
        let (html, csv) = self.with_site(&dataset, |site| {
            let atlas = site.atlas(self.locale);
            let every_fact: Vec<usize> = (0..atlas.report.facts.len()).collect();
            (site.file_alone(self.locale), to_csv(&atlas, &every_fact))
        });
        let files = [
            ("index.html".to_owned(), html),
            (format!("{}.json", self.id), dataset),
            (format!("{}.csv", self.id), csv),
        ];
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            // Writing into memory does not fail.
            if writer.start_file(name, SimpleFileOptions::default()).is_ok() {
                let _ = writer.write_all(content.as_bytes());
            }
        }
        writer.finish().map(Cursor::into_inner).unwrap_or_default()
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
