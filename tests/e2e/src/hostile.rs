//! The page of a dataset that somebody filled with markup: printed as the build prints it, and served as it serves it.

use std::fs;
use std::sync::Arc;

use partnership_atlas::atlas::Atlas;
use partnership_atlas::view::static_html;
use serde_json::Value;
use xtask::command::root;
use xtask::prerender::{DATASET, LOCALE};

use crate::fault::unproved;
use crate::payloads::{PAYLOADS, spoil};

/// The atlas of a dataset with a payload behind every free text of it.
fn atlas(payload: usize) -> Option<Atlas> {
    let mut dataset: Value = serde_json::from_slice(&fs::read(root().join(DATASET)).ok()?).ok()?;
    spoil(&mut dataset, PAYLOADS.get(payload)?);
    let locale = fs::read_to_string(root().join(LOCALE)).ok()?;
    Atlas::parse(&dataset.to_string(), &locale).ok()
}

/// What of it travels to the live page.
pub fn facts(payload: usize) -> Vec<u8> {
    let columns = atlas(payload).map(|atlas| atlas.digest.columns());
    serde_json::to_vec(&columns).unwrap_or_default()
}

/// The page as it is printed from such a dataset, without the integrity of its facts.
pub fn page(built: &[u8], payload: usize) -> Vec<u8> {
    let built = unproved(built);
    printed(&String::from_utf8_lossy(&built), payload).map_or(built, String::into_bytes)
}

fn printed(built: &str, payload: usize) -> Option<String> {
    let (head, _) = built.split_once("<div class=\"atlas\">")?;
    Some([head, &static_html(Arc::new(atlas(payload)?)), "</body></html>"].concat())
}
