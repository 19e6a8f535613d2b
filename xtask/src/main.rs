//! `cargo xtask`: the commands of Partnership Atlas.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xtask::{
    basemap, budget, build, bundle_css, languages, new_report, prerender, report, schema, scripts,
    serve, synthetic_report, test, verify, wordpress_test,
};

/// Commands of Partnership Atlas
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// build the release into dist/; installs missing tools
    Build {
        /// build dist/ twice without an address, and fail where a byte differs
        #[arg(long, conflicts_with_all = ["url", "report"])]
        check_reproducible: bool,
        /// address of the site; adds oEmbed, the canonical link and previews of links
        #[arg(long)]
        url: Option<String>,
        /// folder or file of another report; name several for a site with an index
        #[arg(long, num_args = 1..)]
        report: Vec<PathBuf>,
    },
    /// build the site and serve it on 127.0.0.1
    Serve {
        /// open it in the browser
        #[arg(long)]
        open: bool,
        /// port; 0 picks a free one
        #[arg(long, default_value_t = 8123)]
        port: u16,
        /// folder or file of another report; name several for a site with an index
        #[arg(long, num_args = 1..)]
        report: Vec<PathBuf>,
    },
    /// run every check and test
    Test {
        /// skip the release build and the browsers
        #[arg(long)]
        fast: bool,
    },
    /// verify that a text is the report: the hash of every paragraph, and every quote
    VerifySource {
        /// text of the report
        file: PathBuf,
        /// folder or file of another report
        #[arg(long)]
        report: Option<PathBuf>,
        /// id of the source, where the facts quote several
        #[arg(long)]
        source: Option<String>,
        /// if everything holds, write hashes and positions of quotes into the file of the report
        #[arg(long)]
        record: bool,
    },
    /// start a report: a folder with a file to fill in
    NewReport {
        /// folder to make; its name is the id of the report, such as `norway-2023`
        folder: PathBuf,
    },
    /// list everything that is wrong with reports
    CheckReport {
        /// folders or files
        #[arg(required = true)]
        reports: Vec<PathBuf>,
    },
    /// upgrade the file of a report of format 1
    UpgradeReport {
        /// file of the report; it is changed in its place
        file: PathBuf,
    },
    /// write the JSON Schema of a report from the types
    Schema {
        /// only check whether the committed file is stale
        #[arg(long)]
        check: bool,
    },
    /// write the names that the page shares with its scripts, web/src/protocol.js
    Protocol {
        /// only check whether the committed file is stale
        #[arg(long)]
        check: bool,
    },
    /// generate the outlines of the map from Natural Earth
    Basemap {
        /// only check whether the committed files are stale
        #[arg(long)]
        check: bool,
    },
    /// build the site and save screenshots in shots/
    Shots {
        /// save the picture of the README instead, docs/page.png
        #[arg(long)]
        readme: bool,
        /// only the page of each language, and the printed page
        #[arg(long)]
        languages: bool,
    },
    /// print the size of a first visit; fail where it is over budget
    Budget {
        /// record the sizes in docs/sizes.json
        #[arg(long)]
        record: bool,
    },
    /// measure the page in Chromium beside two controls; takes some minutes
    Bench {
        /// number of loads of each kind, at least 5
        #[arg(long, default_value_t = 5)]
        runs: usize,
        /// measure synthetic reports of 20 to 25,000 facts instead
        #[arg(long)]
        scale: bool,
        /// measure the studio with a synthetic report of 300 paragraphs and 500 facts instead
        #[arg(long, conflicts_with = "scale")]
        studio: bool,
    },
    /// write a synthetic report of any size, to measure with
    SyntheticReport {
        #[command(flatten)]
        options: synthetic_report::Options,
        /// output file; default: below target/scale
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// run axe-core over every view, language, theme and width; takes most of an hour
    Audit {
        /// languages; default: all
        languages: Vec<String>,
    },
    /// start a language, or check all languages
    Locale {
        #[command(subcommand)]
        command: LocaleCommand,
    },
    /// set up WordPress on this machine with the atlas in two posts, and test both in Chromium
    WordpressTest,
    /// bundle style sheets and scripts (trunk runs this before it builds)
    Bundle,
    /// write the pages (trunk runs this after it has built)
    Prerender,
}

#[derive(Subcommand)]
enum LocaleCommand {
    /// start a language: a file in assets/locales/ with every key
    New {
        /// BCP 47 tag, such as `tl` or `zh-Hant`
        tag: String,
    },
    /// list everything that is missing or wrong in every language
    Check,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Build { check_reproducible: true, .. } => build::check_reproducible(),
        Command::Build { report, url, .. } if report.is_empty() => build::run(url.as_deref()),
        Command::Build { report, url, .. } => {
            let folder = build::of_reports(&report, url.as_deref())?;
            println!("{} has the pages", folder.display());
            Ok(())
        }
        Command::Serve { open, port, report } => serve::run(port, open, &report),
        Command::Test { fast } => test::run(fast),
        Command::VerifySource { file, report, source, record } => {
            verify::run(&file, report.as_deref(), source.as_deref(), record)
        }
        Command::NewReport { folder } => new_report::run(&folder),
        Command::CheckReport { reports } => new_report::check(&reports),
        Command::UpgradeReport { file } => report::upgrade(&file),
        Command::Schema { check } => schema::run(check),
        Command::Protocol { check } => scripts::protocol(check),
        Command::Basemap { check } => basemap::run(check),
        Command::Shots { readme, languages } => test::shots(readme, languages),
        Command::Locale { command: LocaleCommand::New { tag } } => languages::start(&tag),
        Command::Locale { command: LocaleCommand::Check } => languages::check(),
        Command::Budget { record } => budget::run(record),
        Command::Bench { runs, studio: true, .. } => test::bench_studio(runs),
        Command::Bench { runs, scale: false, .. } => test::bench(runs),
        Command::Bench { runs, scale: true, .. } => test::bench_scale(runs),
        Command::SyntheticReport { options, to } => synthetic_report::run(options, to),
        Command::Audit { languages } => test::audit(&languages),
        Command::WordpressTest => wordpress_test::run(),
        Command::Bundle => bundle_css::run().and_then(|()| scripts::run()),
        Command::Prerender => prerender::run(),
    }
}
