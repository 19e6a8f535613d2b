//! `cargo xtask test`: every check and test, and one line at the end that says how they went.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, program, root};
use crate::tools::{self, Browser};
use partnership_atlas::site::SINGLE_FILE;

use crate::{basemap, budget, build, readers, schema, scripts, sizes, studio, synthetic_report};

/// How the steps went so far.
#[derive(Default)]
struct Summary {
    passed: usize,
    failed: usize,
    /// What could not be tried, and why.
    left_out: Vec<String>,
}

/// Runs them all; `fast` leaves out the release build and the browsers.
pub fn run(fast: bool) -> Result<()> {
    let (start, mut summary) = (Instant::now(), Summary::default());
    summary.step("formatting", || command(cargo().args(["fmt", "--all", "--check"])));
    summary.step("the outlines are current", || basemap::run(true));
    summary.step("the schema is current", || schema::run(true));
    summary.step("the protocol is current", || scripts::protocol(true));
    summary.step("types of the scripts", scripts::typecheck);
    summary.suite("tests of the scripts", &mut scripts::node_tests()?);
    summary.step("clippy, native", || clippy(&["--workspace", "--all-targets"]));
    tools::wasm_target()?;
    summary.step("the fonts of the pictures of links", tools::fonts);
    for package in ["partnership-atlas", "studio"] {
        summary.step(&format!("clippy, {package} for wasm"), || {
            clippy(&["--package", package, "--target", "wasm32-unknown-unknown"])
        });
    }
    summary.step("documentation", || {
        command(
            cargo()
                .args(["doc", "--no-deps", "--workspace", "--quiet"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    });
    summary.suite(
        "native tests",
        cargo().args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"]),
    );
    if !fast {
        summary.step("licences and sources", licences);
        summary.step("the release build", || build::run(None));
        summary.step("the budget of bytes", || budget::run(false));
        summary.html();
        summary.readers();
        summary.browsers()?;
    }
    for reason in &summary.left_out {
        println!("left out: {reason}");
    }
    println!("in {} s", start.elapsed().as_secs());
    println!("{} passed, {} failed", summary.passed, summary.failed);
    if summary.failed > 0 || summary.passed == 0 {
        bail!("not everything passed");
    }
    Ok(())
}

/// Makes screenshots of the built page in Chromium into `shots/`, or the picture of the README.
pub fn shots(readme: bool, languages: bool) -> Result<()> {
    build::run(None)?;
    let mut command = in_chromium("shots")?;
    if readme {
        command.args(["--", "--readme"]);
    } else if languages {
        command.args(["--", "--languages"]);
    }
    crate::command::run(&mut command)
}

/// Measures the built page in Chromium beside its static copy, and writes what it finds into `docs/`.
pub fn bench(runs: usize) -> Result<()> {
    build::run(None)?;
    crate::command::run(in_chromium("bench")?.arg("--").arg(runs.to_string()))
}

/// Measures the studio in Chromium with a long report, and writes what it finds into `docs/`.
pub fn bench_studio(runs: usize) -> Result<()> {
    build::run(None)?;
    crate::command::run(in_chromium("bench")?.arg("--").args([&runs.to_string(), "studio"]))
}

/// The sizes at which the curve is taken, in facts.
const SIZES: [usize; 4] = [20, 250, 2_500, 25_000];

/// Measures pages with more and more facts, made by chance, and writes what it finds into `docs/`.
pub fn bench_scale(runs: usize) -> Result<()> {
    let mut bench = in_chromium("bench")?;
    bench.arg("--").arg(runs.to_string());
    for facts in SIZES {
        let path = root().join(format!("target/scale/{facts}.json"));
        synthetic_report::run(
            synthetic_report::Options { facts, places: 11, areas: 12, seed: 1 },
            Some(path.clone()),
        )?;
        build::of_reports(&[path], None)?;
        bench.arg(facts.to_string());
    }
    crate::command::run(&mut bench)
}

/// Tries the posts of WordPress, each a name and an address, in Chromium.
pub fn wordpress(posts: &[(String, String)]) -> Result<()> {
    let mut command = in_chromium("wordpress")?;
    command.arg("--").args(posts.iter().flat_map(|(name, url)| [name, url]));
    crate::command::run(&mut command)
}

/// Runs axe-core over every state of the built page, in some languages or in all.
pub fn audit(languages: &[String]) -> Result<()> {
    build::run(None)?;
    let mut command = in_chromium("audit")?;
    command.env("ATLAS_AXE", tools::axe()?).arg("--").args(languages);
    crate::command::run(&mut command)
}

/// A program of the browser tests that drives Chromium.
fn in_chromium(name: &str) -> Result<Command> {
    let browsers = tools::browsers()?;
    let Some(chromium) = browsers.iter().find(|browser| browser.engine == "chromium") else {
        bail!("this needs chromium and chromium-driver");
    };
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "e2e", "--bin", name]);
    command.env("ATLAS_DIST", sizes::dist()).env(variable(chromium), &chromium.driver);
    Ok(command)
}

/// Clippy on some targets, its warnings as errors.
fn clippy(targets: &[&str]) -> Result<()> {
    command(cargo().args(["clippy", "--quiet"]).args(targets).args(["--", "-D", "warnings"]))
}

/// Checks the dependencies, their licences and their sources against `deny.toml`, without the network.
fn licences() -> Result<()> {
    let mut deny = program(tools::deny()?);
    deny.args(["--workspace", "--log-level", "error", "check", "bans", "licenses", "sources"]);
    command(&mut deny)
}

fn command(command: &mut Command) -> Result<()> {
    crate::command::run(command)
}

impl Summary {
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<()>) {
        println!("── {name}");
        let start = Instant::now();
        match step() {
            Ok(()) => self.passed += 1,
            Err(error) => {
                self.failed += 1;
                println!("{error:#}");
                println!("FAILED: {name}");
            }
        }
        println!("   {:.1} s", start.elapsed().as_secs_f32());
    }

    /// Runs tests whose closing lines are counted; without any, or with a bad end, that is a failure itself.
    fn suite(&mut self, name: &str, command: &mut Command) {
        println!("── {name}");
        let start = Instant::now();
        match output(command) {
            Ok((text, ended_well)) => {
                let (passed, failed) = counted(&text);
                self.passed += passed;
                self.failed += failed;
                if passed == 0 || (failed == 0 && !ended_well) {
                    println!("FAILED: {name} ended without a verdict");
                    self.failed += 1;
                }
            }
            Err(error) => {
                println!("FAILED: {name}: {error:#}");
                self.failed += 1;
            }
        }
        println!("   {:.1} s", start.elapsed().as_secs_f32());
    }

    /// The Nu HTML checker on the page.
    fn html(&mut self) {
        match tools::html_checker() {
            Ok(checker) => self.step("the HTML checker", || check_html(&checker)),
            Err(error) => self.left_out.push(format!("the HTML checker: {error:#}")),
        }
    }

    /// The programs that read what the page offers to take.
    fn readers(&mut self) {
        self.step("the data package", readers::data_packages);
        match readers::node_tests() {
            Ok(mut tests) => self.suite("programs that read what can be taken", &mut tests),
            Err(error) => self.step("programs that read what can be taken", || Err(error)),
        }
    }

    /// The browser tests in the engines that there are; one that is missing is no pass.
    fn browsers(&mut self) -> Result<()> {
        let browsers = tools::browsers()?;
        for engine in ["chromium", "firefox", "webkit"] {
            if !browsers.iter().any(|browser| browser.engine == engine) {
                self.left_out.push(format!("the browser tests in {engine}"));
                self.failed += 1;
            }
        }
        let engines: Vec<_> = browsers.iter().map(|browser| browser.engine).collect();
        let mut command = cargo();
        command.args(["test", "--package", "e2e", "--", "--test-threads", "3"]);
        command.env("ATLAS_DIST", sizes::dist()).env("ATLAS_ENGINES", engines.join(","));
        command.env("ATLAS_AXE", tools::axe()?);
        for browser in &browsers {
            command.env(variable(browser), &browser.driver);
        }
        self.suite("browser tests", &mut command);
        Ok(())
    }
}

/// The environment variable that tells the browser tests where a driver is.
fn variable(browser: &Browser) -> &'static str {
    match browser.engine {
        "chromium" => "ATLAS_CHROMEDRIVER",
        "firefox" => "ATLAS_GECKODRIVER",
        _ => "ATLAS_WEBKITDRIVER",
    }
}

/// What a command printed on its standard output, which is printed on as it comes, and whether it ended well.
fn output(command: &mut Command) -> Result<(String, bool)> {
    use std::io::{BufRead as _, BufReader};
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start it")?;
    let mut text = String::new();
    for line in BufReader::new(child.stdout.take().context("it prints nothing")?).lines() {
        let line = line?;
        println!("{line}");
        text.push_str(&line);
        text.push('\n');
    }
    Ok((text, child.wait()?.success()))
}

/// The sums over the closing lines of test runners: cargo's `test result: ok. 3 passed; 0 failed; …`, node's `# pass 3`
/// and `# fail 0`.
fn counted(text: &str) -> (usize, usize) {
    let results = text.lines().filter_map(|line| line.strip_prefix("test result: "));
    let number = |line: &str, word: &str| -> usize {
        let before = line.split(word).next().and_then(|before| before.split_whitespace().last());
        before.and_then(|number| number.parse().ok()).unwrap_or_default()
    };
    let node = |word: &str| -> usize {
        let numbers =
            text.lines().filter_map(|line| line.strip_prefix(word)?.parse::<usize>().ok());
        numbers.sum()
    };
    results.fold((node("# pass "), node("# fail ")), |(passed, failed), line| {
        (passed + number(line, " passed"), failed + number(line, " failed"))
    })
}

fn check_html(checker: &Path) -> Result<()> {
    let mut java = program("java");
    java.arg("-jar").arg(checker).args(["--stdout", "--also-check-svg"]);
    java.arg(sizes::dist().join("index.html"))
        .arg(sizes::dist().join(SINGLE_FILE))
        .arg(sizes::dist().join(studio::FOLDER).join("index.html"))
        .arg(root().join("assets/icon.svg"));
    let output = java.stderr(Stdio::inherit()).output().context("cannot start java")?;
    let said = String::from_utf8_lossy(&output.stdout);
    // It warns of what is no mistake too: an article or a section may go without a heading.
    // And its reader of style sheets, which the single file has inside, knows no sheet of these years.
    let is_error = |line: &&str| line.contains(": error:") && !line.contains(": error: CSS:");
    let errors: Vec<_> = said.lines().filter(is_error).collect();
    if !errors.is_empty() || (said.is_empty() && !output.status.success()) {
        bail!("{}", errors.join("\n"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_runners_are_summed() {
        let text = "running 2 tests\ntest result: ok. 12 passed; 0 failed; 0 ignored\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored\n7 passed, by the way";
        assert_eq!(counted(text), (15, 2));
        assert_eq!(
            counted("ok 1 - a # pass 9\n# tests 5\n# pass 4\n# fail 1\n# skipped 0"),
            (4, 1)
        );
    }
}
