//! The dataset that an atlas in one file contains.

use std::io::{Cursor, Read as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use partnership_atlas::site::unescape;
use serde::{Deserialize, Serialize};
use zip::ZipArchive;

/// The largest dataset that an archive may hold, in bytes.
const LARGEST: u64 = 50_000_000;

/// What precedes the archive in an atlas in one file.
const ARCHIVE: &str = "data:application/zip;base64,";

/// What an atlas in one file contains.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpacked {
    /// The id of the report.
    pub id: String,
    /// The address of the page; empty where the page does not say it.
    pub address: String,
    /// The dataset as JSON.
    pub dataset: String,
}

/// Returns what a page contains: the archive that it offers has the dataset. Nothing where it is no atlas.
pub fn unpack(html: &str) -> Option<Unpacked> {
    let packed = html.split_once(ARCHIVE)?.1;
    let packed = packed.split(['"', '\'', '>', ' ']).next()?;
    let bytes = STANDARD.decode(packed).ok()?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let file = archive.by_name("report.json").ok()?;
    let mut dataset = String::new();
    file.take(LARGEST).read_to_string(&mut dataset).ok()?;
    let id = value_after(html, "data-report-id=").unwrap_or_default().to_owned();
    // A page of a site has the address of its own too, but its canonical address is that of another page.
    let address = value_after(html, "<link rel=\"canonical\" href=").unwrap_or_default();
    Some(Unpacked { id, address: unescape(address), dataset })
}

/// Returns the value of an attribute.
fn value_after<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(name)?;
    match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next(),
        _ => rest.split([' ', '>']).next(),
    }
}
