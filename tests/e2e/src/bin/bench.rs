//! Measures the built page beside two controls (`cargo xtask bench`), pages with different numbers of facts
//! (`cargo xtask bench --scale`), or the studio with a long report (`cargo xtask bench --studio`). Writes the figures to `docs/`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use e2e::bench::{Group, json, measure, measure_scale, measure_studio, report};
use xtask::command::root;

/// The smallest number of runs whose medians are written to `docs/`.
const MIN_RUNS: usize = 5;

#[tokio::main]
async fn main() -> Result<()> {
    let dist =
        std::env::var_os("ATLAS_DIST").context("ATLAS_DIST is not set; run `cargo xtask bench`")?;
    let mut arguments = std::env::args().skip(1);
    let runs = arguments.next().and_then(|runs| runs.parse().ok()).unwrap_or(MIN_RUNS);
    // Each further argument is the number of facts of a page that is built in target/scale, or `studio`.
    let rest: Vec<String> = arguments.collect();
    let sizes: Vec<usize> = rest.iter().filter_map(|size| size.parse().ok()).collect();
    let dist = PathBuf::from(dist);
    let (groups, file, mark) = if rest.first().is_some_and(|word| word == "studio") {
        (measure_studio(&dist, runs).await?, "studio.json", "cargo xtask bench --studio")
    } else if sizes.is_empty() {
        let groups = measure(&dist, runs).await?;
        (groups, "performance.json", "cargo xtask bench")
    } else {
        let folder = |size: usize| (size, root().join(format!("target/scale/{size}")));
        let folders: Vec<_> = sizes.into_iter().map(folder).collect();
        (measure_scale(&folders, runs).await?, "scale.json", "cargo xtask bench --scale")
    };
    print!("{}", report(&groups));
    if runs < MIN_RUNS {
        println!("docs/ is unchanged; use --runs {MIN_RUNS} or more to update it");
        return Ok(());
    }
    write(file, mark, &groups)
}

/// Writes the figures to a file of `docs/`, and the tables to the marked place of `docs/performance.md`.
fn write(file: &str, mark: &str, groups: &[Group]) -> Result<()> {
    let docs = root().join("docs");
    fs::write(docs.join(file), serde_json::to_string_pretty(&json(groups))? + "\n")?;
    let page = docs.join("performance.md");
    let text = fs::read_to_string(&page).context("read docs/performance.md")?;
    let begin = format!("<!-- {mark} -->\n");
    let (before, rest) =
        text.split_once(&begin).with_context(|| format!("performance.md has no {begin}"))?;
    let (_, after) =
        rest.split_once("<!-- end -->\n").context("performance.md has no <!-- end -->")?;
    fs::write(&page, [before, &begin, &report(groups), "<!-- end -->\n", after].concat())?;
    Ok(())
}
