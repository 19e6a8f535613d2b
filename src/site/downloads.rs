//! What a reader can take: the report as files for other programs, and all of them in one archive.

use std::io::{Cursor, Write as _};

use serde_json::Value;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{SCHEMA_FILE, Site, to_pretty_json};
use crate::i18n::{LocaleFile, MessageId};
use crate::ui::Download;
use crate::view_model::Atlas;
use crate::view_model::exports::{
    COLUMNS, PackageFile, annotations, bibtex, csl_json, data_package, geojson, references, ris,
    to_csv,
};

/// The name of the descriptor in the archive, by which programs find it.
const DESCRIPTOR: &str = "datapackage.json";

/// A file to take.
pub(super) struct File {
    /// Its name in the folder of downloads, with the id of the report.
    pub name: String,
    /// What the page calls it.
    pub label: Label,
    /// Its IANA media type.
    pub media_type: &'static str,
    /// Its content.
    pub content: Vec<u8>,
    /// Its name in the archive.
    archived: &'static str,
}

/// What the page calls a file.
#[derive(Clone, Copy)]
pub(super) enum Label {
    /// Words of the language.
    Message(MessageId),
    /// A format of references; its name is the same in all languages.
    Reference(&'static str),
}

impl File {
    /// Returns the link to the file at an address.
    pub fn link(&self, href: String) -> Download {
        let (label, reference) = match self.label {
            Label::Message(id) => (Some(id), ""),
            Label::Reference(name) => (None, name),
        };
        Download { href, name: self.name.clone(), media_type: self.media_type, label, reference }
    }
}

/// Returns the files of a language, the archive of all of them first.
pub(super) fn files(site: &Site<'_>, locale: &LocaleFile, atlas: &Atlas) -> Vec<File> {
    let id = site.id;
    let page = site.report_url().map(|url| format!("{url}{}/", locale.lang));
    let page = page.as_deref();
    // In its own language it is the very file of the editor.
    let is_original = locale.lang == site.report.atlas.lang;
    let report =
        if is_original { site.report_json.to_owned() } else { to_pretty_json(&atlas.report) };
    let every_fact: Vec<usize> = (0..atlas.report.facts.len()).collect();
    let references = references(atlas, id, page);
    let json = |value: &Value| to_pretty_json(value).into_bytes();
    let file = |ending: &str, archived, label, media_type, content| File {
        name: format!("{id}.{ending}"),
        label,
        media_type,
        content,
        archived,
    };
    let words = Label::Message;
    let mut files = vec![
        file(
            "csv",
            "facts.csv",
            words(MessageId::DownloadTable),
            "text/csv",
            to_csv(atlas, &every_fact).into_bytes(),
        ),
        file(
            "json",
            "report.json",
            words(MessageId::AboutDataset),
            "application/json",
            report.into_bytes(),
        ),
        File {
            name: SCHEMA_FILE.to_owned(),
            label: words(MessageId::AboutSchema),
            media_type: "application/schema+json",
            content: site.schema.as_bytes().to_vec(),
            archived: SCHEMA_FILE,
        },
        file(
            "annotations.json",
            "annotations.json",
            words(MessageId::DownloadAnnotations),
            "application/ld+json",
            json(&annotations(atlas, id, page).into()),
        ),
        file(
            "geojson",
            "places.geojson",
            words(MessageId::DownloadPoints),
            "application/geo+json",
            json(&geojson(atlas)),
        ),
        file(
            "bib",
            "references.bib",
            Label::Reference("BibTeX"),
            "application/x-bibtex",
            bibtex(&references).into_bytes(),
        ),
        file(
            "ris",
            "references.ris",
            Label::Reference("RIS"),
            "application/x-research-info-systems",
            ris(&references).into_bytes(),
        ),
        file(
            "csl.json",
            "references.csl.json",
            Label::Reference("CSL-JSON"),
            "application/vnd.citationstyles.csl+json",
            json(&csl_json(&references)),
        ),
    ];
    let archive = archive(atlas, id, page, &files);
    files.insert(0, file("zip", "", words(MessageId::DownloadArchive), "application/zip", archive));
    files
}

/// Returns a Data Package of the files as a ZIP archive. Its files have no time, so that equal files make equal archives.
fn archive(atlas: &Atlas, id: &str, page: Option<&str>, files: &[File]) -> Vec<u8> {
    let packed: Vec<PackageFile<'_>> = files
        .iter()
        .map(|file| PackageFile {
            name: file.archived,
            media_type: file.media_type,
            content: &file.content,
        })
        .collect();
    let descriptor = to_pretty_json(&data_package(atlas, id, page, &packed));
    let readme = readme(atlas, page, &packed);
    let first = [(DESCRIPTOR, descriptor.as_bytes()), ("README.md", readme.as_bytes())];
    let all = first.into_iter().chain(packed.iter().map(|file| (file.name, file.content)));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in all {
        // Writing into memory does not fail.
        if writer.start_file(name, SimpleFileOptions::default()).is_ok() {
            let _ = writer.write_all(content);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Returns what the archive says of itself, in English.
fn readme(atlas: &Atlas, page: Option<&str>, files: &[PackageFile<'_>]) -> String {
    let edition = &atlas.report.atlas;
    let mut text = format!("# {}\n\n{}\n", edition.title, edition.deck);
    for source in &atlas.report.sources {
        let url = source.url.as_ref().map(|url| format!(" <{url}>")).unwrap_or_default();
        text += &format!("\nSource `{}`: {}, “{}”.{url}\n", source.id, source.outlet, source.title);
    }
    let lines = [
        ("Page", page.map(str::to_owned)),
        ("Editor", edition.editor.as_ref().map(ToString::to_string)),
        ("Version", edition.version.clone()),
        ("Published", edition.published.map(|day| day.to_string())),
        ("Licence of the facts", edition.licence.clone()),
    ];
    for (name, value) in lines {
        text += &value.map(|value| format!("\n{name}: {value}\n")).unwrap_or_default();
    }
    text += "\n## Files\n\n`datapackage.json` describes them (Data Package, version 2).\n\n";
    for file in files {
        text += &format!("- `{}`: {}\n", file.name, file.media_type);
    }
    text += "\n`facts.csv` is UTF-8 with a byte order mark. It has one row for each fact and these columns:\n";
    text += &COLUMNS.join(", ");
    text += ".\nWhere a cell has several values, “; ” stands between them. An apostrophe before a cell keeps a spreadsheet from \
             taking it for a formula.\n";
    for correction in &edition.corrections {
        text += &format!("\nCorrected on {}: {}\n", correction.date, correction.text);
    }
    text
}
