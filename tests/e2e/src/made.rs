//! Pages of other datasets: printed as the build prints them, and served as it serves them.

use std::fs;
use std::sync::Arc;

use partnership_atlas::atlas::Atlas;
use partnership_atlas::view::static_html;
use serde_json::Value;
use xtask::command::root;
use xtask::generate::{self, Wishes};
use xtask::prerender::{DATASET, LOCALE};

use crate::fault::unproved;
use crate::payloads::{PAYLOADS, spoil};

/// How many facts the long dataset has.
pub const LONG: usize = 250;

/// The atlas of a dataset with a payload behind every free text of it.
pub fn hostile(payload: usize) -> Option<Atlas> {
    let mut dataset: Value = serde_json::from_slice(&fs::read(root().join(DATASET)).ok()?).ok()?;
    spoil(&mut dataset, PAYLOADS.get(payload)?);
    atlas(&dataset)
}

/// The atlas of a dataset whose table has pages.
pub fn long() -> Option<Atlas> {
    let wishes = Wishes { facts: LONG, places: 11, areas: 12, seed: 1 };
    atlas(&generate::dataset(wishes).ok()?)
}

fn atlas(dataset: &Value) -> Option<Atlas> {
    let locale = fs::read_to_string(root().join(LOCALE)).ok()?;
    Atlas::parse(&dataset.to_string(), &locale).ok()
}

/// A file of the built page as it is for another atlas: the page without the integrity of its facts, what of them travels
/// to the live page, or the same file.
pub fn file(built: Vec<u8>, name: &str, atlas: Option<Atlas>) -> Vec<u8> {
    match atlas {
        Some(atlas) if name == "index.html" => {
            let built = unproved(&built);
            printed(&String::from_utf8_lossy(&built), atlas).map_or(built, String::into_bytes)
        }
        Some(atlas) if name.starts_with("pakistan-asean") => {
            serde_json::to_vec(&atlas.digest.columns()).unwrap_or_default()
        }
        _ => built,
    }
}

fn printed(built: &str, atlas: Atlas) -> Option<String> {
    let (head, _) = built.split_once("<div class=\"atlas\">")?;
    Some([head, &static_html(Arc::new(atlas), 0, "page/"), "</body></html>"].concat())
}
