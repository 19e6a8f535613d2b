//! `cargo xtask`: the chores of Partnership Atlas.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xtask::{
    budget, build, generate, languages, outlines, portal, prerender, schema, serve, style, test,
    verify,
};

/// The chores of Partnership Atlas.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build the page for release into dist/, installing the tools that are missing.
    Build {
        /// Build twice and fail where a byte differs.
        #[arg(long)]
        check_reproducible: bool,
        /// The address at which it will stand: writes oEmbed and the canonical link.
        #[arg(long)]
        url: Option<String>,
        /// Another dataset: its page in English, below target/scale.
        #[arg(long)]
        dataset: Option<PathBuf>,
    },
    /// Build the page, serve it on 127.0.0.1 and print its address.
    Serve {
        /// Open it in the browser.
        #[arg(long)]
        open: bool,
        /// The port; 0 takes a free one.
        #[arg(long, default_value_t = 8123)]
        port: u16,
    },
    /// Run every check and test.
    Test {
        /// Leave out the release build and the browsers.
        #[arg(long)]
        fast: bool,
    },
    /// Prove that a text is the report: every paragraph's hash and every anchor.
    VerifySource {
        /// The report's text.
        file: PathBuf,
    },
    /// Write the dataset's JSON Schema from the types.
    Schema {
        /// Only say whether the committed one is stale.
        #[arg(long)]
        check: bool,
    },
    /// Draw the map's outlines from Natural Earth.
    Outlines {
        /// Only say whether the committed ones are stale.
        #[arg(long)]
        check: bool,
    },
    /// Build the page and make screenshots of it into shots/.
    Shots {
        /// Make the picture of the README instead, docs/page.png.
        #[arg(long)]
        readme: bool,
        /// Only the page of each language, and the page on paper.
        #[arg(long)]
        languages: bool,
    },
    /// Weigh a first visit to the built page, and fail where it is above its budget.
    Budget {
        /// Put the weights on record, docs/sizes.json.
        #[arg(long)]
        record: bool,
    },
    /// Measure the page in Chromium beside its static copy; some minutes.
    Bench {
        /// How many loads of each kind; five at the least.
        #[arg(long, default_value_t = 5)]
        runs: usize,
        /// Pages of 20 to 25,000 made-up facts in its place; some minutes more, to build them.
        #[arg(long)]
        scale: bool,
    },
    /// Write a dataset of any size, made by chance, to measure with.
    GenerateDataset {
        #[command(flatten)]
        wishes: generate::Wishes,
        /// The file; below target/scale where none is named.
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Run axe-core over every state, language, colours and width; most of an hour.
    Audit {
        /// The languages; all where none is named.
        languages: Vec<String>,
    },
    /// Start a language, or check them all.
    Locale {
        #[command(subcommand)]
        chore: LocaleChore,
    },
    /// Set up a WordPress on this machine with the atlas in two posts, and try both in Chromium.
    Portal,
    /// Join the style sheets (trunk runs this before it builds).
    Style,
    /// Complete the page (trunk runs this after it has built).
    Prerender,
}

#[derive(Subcommand)]
enum LocaleChore {
    /// Start a language: its file in assets/locales/ with every key.
    New {
        /// Its BCP 47 tag: `tl`, `zh-Hant`.
        tag: String,
    },
    /// Name all that is missing or wrong in every language.
    Check,
}

fn main() -> ExitCode {
    match run(Arguments::parse().chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> Result<()> {
    match chore {
        Chore::Build { check_reproducible: true, .. } => build::check_reproducible(),
        Chore::Build { dataset: Some(dataset), url, .. } => {
            let folder = build::of_dataset(&dataset, url.as_deref())?;
            println!("{} has the page of {}", folder.display(), dataset.display());
            Ok(())
        }
        Chore::Build { dataset: None, url, .. } => build::run(url.as_deref()),
        Chore::Serve { open, port } => serve::run(port, open),
        Chore::Test { fast } => test::run(fast),
        Chore::VerifySource { file } => verify::run(&file),
        Chore::Schema { check } => schema::run(check),
        Chore::Outlines { check } => outlines::run(check),
        Chore::Shots { readme, languages } => test::shots(readme, languages),
        Chore::Locale { chore: LocaleChore::New { tag } } => languages::start(&tag),
        Chore::Locale { chore: LocaleChore::Check } => languages::check(),
        Chore::Budget { record } => budget::run(record),
        Chore::Bench { runs, scale: false } => test::bench(runs),
        Chore::Bench { runs, scale: true } => test::bench_scale(runs),
        Chore::GenerateDataset { wishes, to } => generate::run(wishes, to),
        Chore::Audit { languages } => test::audit(&languages),
        Chore::Portal => portal::run(),
        Chore::Style => style::run(),
        Chore::Prerender => prerender::run(),
    }
}
