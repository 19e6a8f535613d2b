//! Measures the built page in Chromium beside its static copy (`cargo xtask bench`), or pages of several sizes (`cargo xtask
//! bench --scale`), and writes what it finds into `docs/`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use e2e::bench::{Figures, curve, measure, table};
use serde_json::Value;
use xtask::command::root;

/// The least number of loads that a median is told of.
const LEAST: usize = 5;

#[tokio::main]
async fn main() -> Result<()> {
    let dist = PathBuf::from(std::env::var_os("ATLAS_DIST").context("run `cargo xtask bench`")?);
    let mut arguments = std::env::args().skip(1);
    let runs = arguments.next().and_then(|runs| runs.parse().ok()).unwrap_or(LEAST).max(LEAST);
    // Each further argument is the number of facts of a page that has been built below target/scale.
    let sizes: Vec<usize> = arguments.filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        return tell("performance.json", "cargo xtask bench", &measure(&dist, runs).await?);
    }
    let scale = sizes.into_iter().map(|size| (size, root().join(format!("target/scale/{size}"))));
    let folders: Vec<_> = scale.collect();
    tell("scale.json", "cargo xtask bench --scale", &curve(&folders, runs).await?)
}

/// Prints the figures, and writes them into a file of `docs/` and into the place of `docs/performance.md` that a mark names.
fn tell(file: &str, mark: &str, all: &[(String, Figures)]) -> Result<()> {
    let told = table(all);
    print!("{told}");
    let figures = |figures: &Figures| {
        figures.iter().map(|(name, figure)| (name.clone(), figure.json())).collect::<Value>()
    };
    let json: Value = all.iter().map(|(name, all)| (name.clone(), figures(all))).collect();
    let docs = root().join("docs");
    fs::write(docs.join(file), serde_json::to_string_pretty(&json)? + "\n")?;
    let page = docs.join("performance.md");
    let text = fs::read_to_string(&page).context("docs/performance.md cannot be read")?;
    let begin = format!("<!-- {mark} -->\n");
    let (before, rest) =
        text.split_once(&begin).with_context(|| format!("performance.md has no {begin}"))?;
    let (_, after) = rest.split_once("<!-- end -->\n").context("the place does not end")?;
    fs::write(&page, [before, &begin, &told, "<!-- end -->\n", after].concat())?;
    Ok(())
}
