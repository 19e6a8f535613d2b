//! Measures the built page in Chromium beside its static copy (`cargo xtask bench`), and writes `docs/performance.json` and
//! the table of `docs/performance.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use e2e::bench::{measure, table};
use serde_json::Value;

/// The least number of loads that a median is told of.
const LEAST: usize = 5;

/// Between these lines stands the table.
const MARKS: [&str; 2] = ["<!-- cargo xtask bench -->\n", "<!-- end -->"];

#[tokio::main]
async fn main() -> Result<()> {
    let dist = PathBuf::from(std::env::var_os("ATLAS_DIST").context("run `cargo xtask bench`")?);
    let runs = std::env::args().nth(1).and_then(|runs| runs.parse().ok()).unwrap_or(LEAST);
    let all = measure(&dist, runs.max(LEAST)).await?;
    let told = table(&all);
    print!("{told}");
    let docs = dist.parent().context("dist has no parent")?.join("docs");
    let json: BTreeMap<_, BTreeMap<_, Value>> = all
        .iter()
        .map(|(pace, figures)| {
            (*pace, figures.iter().map(|(name, figure)| (name, figure.json())).collect())
        })
        .collect();
    fs::write(docs.join("performance.json"), serde_json::to_string_pretty(&json)? + "\n")?;
    let page = docs.join("performance.md");
    let text = fs::read_to_string(&page).context("docs/performance.md cannot be read")?;
    let (before, rest) =
        text.split_once(MARKS[0]).context("docs/performance.md has no place for the table")?;
    let (_, after) = rest.split_once(MARKS[1]).context("the place for the table does not end")?;
    fs::write(&page, [before, MARKS[0], &told, MARKS[1], after].concat())?;
    Ok(())
}
