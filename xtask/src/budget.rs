//! `cargo xtask budget`: what a first visit in one language weighs under brotli, against what it may weigh.
//!
//! Bytes are exact, so this is a test. Each kind of file has a goal; where the goal is not reached yet, the weight on record
//! (`docs/sizes.json`) is the limit, so that every growth is noticed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::root;
use crate::sizes::{contents, dist, weight};
use crate::studio;

/// Where the weights on record stand, from the root of the repository.
pub const RECORD: &str = "docs/sizes.json";

/// The document whose table says the same.
const DOCUMENT: &str = "docs/performance.md";

/// The kinds of files of a first visit, and the most bytes that each may have under brotli 11.
const GOALS: [(&str, u64); 4] =
    [("HTML", 27_000), ("JS", 15_000), ("wasm", 120_000), ("data and messages", 8_000)];

/// The most that all of it may have.
const WHOLE: u64 = 170_000;

/// What the studio loads, and the most bytes that it may have: at its start, its page, style sheet, scripts, module and data;
/// with the first preview, the module that draws pages, and what that needs.
const STUDIO: [(&str, u64); 2] = [(STUDIO_START, 400_000), (STUDIO_PREVIEW, 400_000)];

const STUDIO_START: &str = "a first visit to the studio";

const STUDIO_PREVIEW: &str = "its first preview";

/// The name of the sum of all kinds.
const ALL: &str = "all";

/// By how much a figure may be above the one on record, in bytes: what a letter more here or there comes to.
const SLACK: u64 = 150;

/// The weights of a visit, by kind.
type Weights = BTreeMap<String, u64>;

/// Prints the weights of the built page; fails where one is above its limit, or records them.
pub fn run(record: bool) -> Result<()> {
    let languages = crate::languages::all()?;
    let mut heaviest: Option<(String, Weights)> = None;
    for language in &languages {
        let weights = visit(&dist(), &language.lang)?;
        if heaviest.as_ref().is_none_or(|(_, most)| sum(most) < sum(&weights)) {
            heaviest = Some((language.lang.clone(), weights));
        }
    }
    let english = visit(&dist(), crate::languages::ENGLISH)?;
    let (lang, most) = heaviest.context("there is no language")?;
    let studio = studio_visit(&dist())?;
    let path = root().join(RECORD);
    if record {
        let all = BTreeMap::from([("en", &english), ("heaviest", &most), ("studio", &studio)]);
        let text = serde_json::to_string_pretty(&all)? + "\n";
        fs::write(&path, text).with_context(|| format!("{RECORD} cannot be written"))?;
        let path = root().join(DOCUMENT);
        let document = fs::read_to_string(&path)?;
        fs::write(&path, with_table(&document, &table(&all))?)?;
    }
    let before = fs::read_to_string(&path).with_context(|| {
        format!("{RECORD} cannot be read; `cargo xtask budget --record` writes it")
    })?;
    let before: BTreeMap<String, Weights> = serde_json::from_str(&before)
        .with_context(|| format!("{RECORD} is not what this writes"))?;
    let none = Weights::new();
    let mut over = Vec::new();
    for (name, weights, on_record) in [
        ("English".to_owned(), &english, before.get("en").unwrap_or(&none)),
        (
            format!("{lang}, the heaviest of {}", languages.len()),
            &most,
            before.get("heaviest").unwrap_or(&none),
        ),
    ] {
        println!("{name:<36}{:>9}{:>9}{:>9}", "brotli", "goal", "change");
        for line in lines(weights, on_record) {
            println!("{line}");
            if line.is_above_its_limit() {
                over.push(line.kind);
            }
        }
    }
    let before = before.get("studio").unwrap_or(&none);
    for (kind, goal) in STUDIO {
        let bytes = studio.get(kind).copied().unwrap_or_default();
        let line = Line { kind: kind.to_owned(), bytes, goal, before: before.get(kind).copied() };
        println!("{line}");
        if line.is_above_its_limit() {
            over.push(line.kind);
        }
    }
    if !over.is_empty() {
        bail!("heavier than the goal and than what is on record: {}", over.join(", "));
    }
    Ok(())
}

/// Returns the weights on record as a table in Markdown.
fn table(all: &BTreeMap<&str, &Weights>) -> String {
    let none = Weights::new();
    let of = |name: &str| *all.get(name).unwrap_or(&&none);
    let (english, heaviest, studio) = (of("en"), of("heaviest"), of("studio"));
    let number = |bytes: u64| {
        let (thousands, rest) = (bytes / 1000, bytes % 1000);
        if thousands == 0 { rest.to_string() } else { format!("{thousands},{rest:03}") }
    };
    let mut text =
        "| first visit | goal | English | heaviest language |\n|---|---:|---:|---:|\n".to_owned();
    for (kind, goal) in GOALS {
        let weight = |weights: &Weights| number(weights.get(kind).copied().unwrap_or_default());
        text += &format!(
            "| {kind} | {} | {} | {} |\n",
            number(goal),
            weight(english),
            weight(heaviest)
        );
    }
    let (least, most) = (number(sum(english)), number(sum(heaviest)));
    text += &format!("| **{ALL}** | **{}** | **{least}** | **{most}** |\n", number(WHOLE));
    for (kind, goal) in STUDIO {
        let weight = number(studio.get(kind).copied().unwrap_or_default());
        text += &format!("| {kind} | {} | {weight} | |\n", number(goal));
    }
    text
}

/// Returns a document with a table at its marked place.
fn with_table(document: &str, table: &str) -> Result<String> {
    let (before, rest) = document.split_once(BEGIN).context("the document has no place for it")?;
    let (_, after) = rest.split_once(END).context("the place in the document has no end")?;
    Ok([before, BEGIN, table, END, after].concat())
}

/// Where the table of the document begins.
const BEGIN: &str = "<!-- cargo xtask budget --record -->\n";

/// Where it ends.
const END: &str = "<!-- end -->\n";

/// What all of a first visit to the English page weighs.
pub fn first_visit(dist: &Path) -> Result<u64> {
    Ok(sum(&visit(dist, crate::languages::ENGLISH)?))
}

/// Returns what the studio loads in English.
fn studio_visit(dist: &Path) -> Result<Weights> {
    let folder = dist.join(studio::FOLDER);
    let mut weights = Weights::new();
    for (name, _) in contents(&folder)? {
        let path = name.display().to_string();
        if let Some(kind) = loaded_with(&path) {
            *weights.entry(kind.to_owned()).or_default() += weight(&folder.join(&name))?;
        }
    }
    Ok(weights)
}

/// Returns with what the studio loads one of its files; nothing if it needs the file for another language or for publishing.
fn loaded_with(path: &str) -> Option<&'static str> {
    match path {
        "data/start.json"
        | "data/words/en.json"
        | "data/locales/en.json"
        | "data/page_module.js" => Some(STUDIO_START),
        studio::PAGE_GLUE
        | studio::PAGE_MODULE
        | "data/page.css"
        | studio::PREVIEW
        | studio::WITHOUT_SCRIPT
        | "data/frame.css"
        | "data/share_picture.js"
        | "data/preview.js" => Some(STUDIO_PREVIEW),
        _ if path.starts_with("data/") || path.ends_with(".br") || path.ends_with(".gz") => None,
        _ => Some(STUDIO_START),
    }
}

/// A figure with its goal, and the one on record.
struct Line {
    kind: String,
    bytes: u64,
    goal: u64,
    before: Option<u64>,
}

impl Line {
    fn is_above_its_limit(&self) -> bool {
        // The sum has the slack of its parts.
        let slack = if self.kind == ALL { SLACK * GOALS.len() as u64 } else { SLACK };
        let limit = self.before.map_or(0, |before| before + slack).max(self.goal);
        self.bytes > limit
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { kind, bytes, goal, before } = self;
        let change = before.map_or_else(
            || "new".to_owned(),
            |before| format!("{:+}", i128::from(*bytes) - i128::from(before)),
        );
        let remark =
            if bytes > goal { format!("  {} over the goal", bytes - goal) } else { String::new() };
        write!(out, "  {kind:<34}{bytes:>9}{goal:>9}{change:>9}{remark}")
    }
}

fn lines(weights: &Weights, before: &Weights) -> Vec<Line> {
    let of = |weights: &Weights, kind: &str| match kind {
        ALL => (!weights.is_empty()).then(|| sum(weights)),
        kind => weights.get(kind).copied(),
    };
    let line = |(kind, goal): (&str, u64)| Line {
        kind: kind.to_owned(),
        bytes: of(weights, kind).unwrap_or_default(),
        goal,
        before: of(before, kind),
    };
    GOALS.into_iter().chain([(ALL, WHOLE)]).map(line).collect()
}

fn sum(weights: &Weights) -> u64 {
    weights.values().sum()
}

/// What a browser loads for the page of a language: the page, and every file that it names. The icon of the tab is among the
/// HTML.
fn visit(dist: &Path, lang: &str) -> Result<Weights> {
    let folder = dist.join(lang);
    let page = fs::read_to_string(folder.join("index.html")).with_context(|| {
        format!("{} has no page; `cargo xtask build` makes it", folder.display())
    })?;
    let mut weights = Weights::from([("HTML".to_owned(), weight(&folder.join("index.html"))?)]);
    for name in named(&page) {
        let kind = match name.rsplit('.').next() {
            Some("js") => "JS",
            Some("wasm") => "wasm",
            Some("json") => "data and messages",
            Some("svg") => "HTML",
            _ => continue,
        };
        *weights.entry(kind.to_owned()).or_default() += weight(&folder.join(name))?;
    }
    Ok(weights)
}

/// Returns the files that a browser loads with a page, each once: those of its head and those of its root element.
fn named(page: &str) -> Vec<String> {
    let head = page.split("</head>").next().unwrap_or_default();
    // What the page tells search engines names files that nobody loads.
    let (head, described) = head.split_once("application/ld+json").unwrap_or((head, ""));
    let after = described.split_once("</script>").map_or("", |(_, after)| after);
    let head = [head, after].concat();
    // Minified, so that not every value is in quotes.
    let values = head.split(['"', '\'', '=', ' ', '>']);
    let is_file = |value: &&str| {
        let ending = value.rsplit('.').next().unwrap_or_default();
        ["css", "js", "wasm", "json", "svg"].contains(&ending) && !value.contains("://")
            // oEmbed's answer is for other programs.
            && !value.ends_with("oembed.json")
            // A click loads this one.
            && !value.contains("pictures-")
    };
    let mut names: Vec<String> = values.filter(is_file).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_document_says_what_is_on_record() {
        let record = fs::read_to_string(root().join(RECORD)).unwrap();
        let record: BTreeMap<String, Weights> = serde_json::from_str(&record).unwrap();
        let all = record.iter().map(|(name, weights)| (name.as_str(), weights)).collect();
        let document = fs::read_to_string(root().join(DOCUMENT)).unwrap();
        let is_current = with_table(&document, &table(&all)).unwrap() == document;
        assert!(is_current, "{DOCUMENT} is stale: run `cargo xtask budget --record`");
    }

    #[test]
    fn a_page_names_what_its_visitor_loads() {
        let page = r#"<html data-glue="../a.js" data-wasm="../a.wasm" data-pictures="../pictures-1.js"><head><link href=x.css><script src="b.js"></script>
            <link href="https://example.org/oembed.json"><link href="../icon.svg"><script type="application/ld+json">{"contentUrl":"data/x.json"}</script></head><body><a href="data/all.json">"#;
        assert_eq!(named(page), ["../a.js", "../a.wasm", "../icon.svg", "b.js", "x.css"]);
    }

    #[test]
    fn a_figure_may_be_above_its_goal_only_while_it_does_not_grow() {
        let line = |bytes, before| Line { kind: "JS".to_owned(), bytes, goal: 100, before };
        assert!(!line(100, None).is_above_its_limit());
        assert!(line(101, None).is_above_its_limit());
        assert!(!line(5_000 + SLACK, Some(5_000)).is_above_its_limit());
        assert!(line(5_001 + SLACK, Some(5_000)).is_above_its_limit());
        let sum = |bytes| Line { kind: ALL.to_owned(), ..line(bytes, Some(5_000)) };
        assert!(!sum(5_000 + 4 * SLACK).is_above_its_limit());
        assert!(sum(5_001 + 4 * SLACK).is_above_its_limit());
        // A record below the goal does not bind.
        assert!(!line(100, Some(5)).is_above_its_limit());
    }
}
