//! The dataset that an atlas in one file contains.

use std::io::{Cursor, Read as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zip::ZipArchive;

/// The largest dataset that an archive may hold, in bytes.
const LARGEST: u64 = 50_000_000;

/// What precedes the archive in an atlas in one file.
const ARCHIVE: &str = "data:application/zip;base64,";

/// Returns the id of the report and the dataset in a page: the archive that it offers has it. Nothing where it is no atlas.
pub fn unpack(html: &str) -> Option<(String, String)> {
    let packed = html.split_once(ARCHIVE)?.1;
    let packed = packed.split(['"', '\'', '>', ' ']).next()?;
    let bytes = STANDARD.decode(packed).ok()?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let file = archive.by_name("report.json").ok()?;
    let mut json = String::new();
    file.take(LARGEST).read_to_string(&mut json).ok()?;
    let id = html.split_once("data-report-id=").map_or("", |(_, rest)| rest);
    let id = id.trim_start_matches(['"', '\'']).split(['"', '\'', ' ', '>']).next()?;
    Some((id.to_owned(), json))
}
