//! The release build, and what it weighs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, program, root, run as run_command};
use crate::progress::{self, Progress, Step};
use crate::report::{self, OTHER_REPORTS, ReportFolder};
use crate::sizes::{contents, dist, weight};
use crate::{budget, deploy_files, languages, studio, tools};

/// Builds `dist/` for release and prints what each kind of file weighs.
///
/// With the address at which it will stand, oEmbed and the canonical link are there too.
pub fn run(url: Option<&str>) -> Result<()> {
    into(&dist(), url)?;
    print!("{}", weights(&dist())?);
    Ok(())
}

/// Builds the pages of other reports into a folder below target/scale, named after the report, or `several`; gives back
/// the folder.
pub fn of_reports(reports: &[PathBuf], url: Option<&str>) -> Result<PathBuf> {
    let name = match check_reports(reports)?.as_slice() {
        [id] => id.clone(),
        _ => "several".to_owned(),
    };
    let reports: Vec<PathBuf> =
        reports.iter().map(|report| report.canonicalize()).collect::<Result<_, _>>()?;
    let folder = root().join("target/scale").join(name);
    build(&folder, url, Some(&reports))?;
    Ok(folder)
}

/// Returns the ids of reports.
///
/// # Errors
///
/// A list of everything that is wrong with any of them, or two with the same id.
fn check_reports(reports: &[PathBuf]) -> Result<Vec<String>> {
    let (read, failed): (Vec<_>, Vec<_>) =
        reports.iter().map(|path| ReportFolder::read(path)).partition(Result::is_ok);
    let failed: Vec<String> =
        failed.into_iter().filter_map(|result| Some(format!("{:#}", result.err()?))).collect();
    if !failed.is_empty() {
        bail!("{}", failed.join("\n"));
    }
    for folder in read.iter().flatten() {
        for advice in languages::advice(folder)? {
            println!("{}: advice: {advice}", folder.id);
        }
    }
    let ids: Vec<String> = read.into_iter().flatten().map(|folder| folder.id).collect();
    let is_double = |index: usize, id: &String| ids.iter().take(index).any(|other| other == id);
    if let Some((_, id)) = ids.iter().enumerate().find(|(index, id)| is_double(*index, id)) {
        bail!("two reports are named {id}; each gets a folder of its own, so rename one");
    }
    Ok(ids)
}

/// Builds the page for release into a folder.
pub fn into(folder: &Path, url: Option<&str>) -> Result<()> {
    build(folder, url, None)
}

fn build(folder: &Path, url: Option<&str>, reports: Option<&[PathBuf]>) -> Result<()> {
    // Problems of the address and of the files are told before anything is installed or compiled.
    url.map(deploy_files::site_address).transpose()?;
    if reports.is_none() {
        report::bundled()?;
    }
    languages::all()?;
    let mut lanes = tools::lanes_for_build(compile())?;
    lanes.extend(url.and_then(|_| tools::missing_fonts()).map(|step| vec![step]));
    let progress = Progress::new(progress::count(&lanes) + 2);
    progress.run(lanes)?;
    let path = tools::for_build()?;
    let mut trunk = program("trunk");
    // The program itself is looked up on this command's PATH, not on ours.
    trunk.env("PATH", &path).args(["build", "--release", "--offline", "--color", "never"]);
    trunk.arg("--dist").arg(folder);
    match url {
        Some(url) => trunk.env(deploy_files::URL, url),
        None => trunk.env_remove(deploy_files::URL),
    };
    match reports {
        Some(reports) => trunk.env(OTHER_REPORTS, std::env::join_paths(reports)?),
        None => trunk.env_remove(OTHER_REPORTS),
    };
    quiet(&mut trunk);
    let bundle = Step::new("bundling and printing the page", move |reporter| {
        reporter.warn(&reporter.run(&mut trunk)?);
        Ok(())
    });
    let mut studio = program("trunk");
    studio.env("PATH", &path).args(["build", "--release", "--offline", "--color", "never"]);
    studio.current_dir(root().join(STUDIO));
    quiet(&mut studio);
    let bundle_studio = Step::new("bundling the studio", move |reporter| {
        reporter.warn(&reporter.run(&mut studio)?);
        studio::add(folder)
    });
    let result = progress.run(vec![vec![bundle, bundle_studio]]);
    let result = result.context("the release build failed");
    remove_traces(folder);
    result
}

/// Makes trunk, its hooks and cargo print warnings and errors only, and compile the page as the first step does.
fn quiet(trunk: &mut Command) {
    trunk.env("TRUNK_LOG", "warn").env("RUST_LOG", "warn").env_remove("NO_COLOR");
    trunk.env("CARGO_TERM_QUIET", "true");
    for_wasm(trunk);
}

/// Removes what trunk leaves in a folder besides the site: its lock and, after a failure, a half-made site. A folder
/// that then has nothing goes too. An earlier site stays as it is.
fn remove_traces(folder: &Path) {
    for site in [folder.to_owned(), folder.join(STUDIO)] {
        let _ = fs::remove_file(site.join(".trunk-lock"));
    }
    let _ = fs::remove_dir_all(folder.join(".stage"));
    let _ = fs::remove_dir(folder);
}

/// Returns the steps that compile the page and the studio as trunk does, so that trunk finds them compiled. They are two:
/// together, the page would get what only the studio needs.
fn compile() -> Vec<Step<'static>> {
    let step = |name: &str, package: &'static str| {
        Step::new(name.to_owned(), move |reporter| {
            let mut cargo = cargo();
            cargo.args(["build", "--release", "--package", package, "--target", WASM]);
            reporter.warn(&reporter.run(for_wasm(&mut cargo))?);
            Ok(())
        })
    };
    vec![step("compiling the page", PAGE), step("compiling the studio", STUDIO)]
}

/// The package of the page.
const PAGE: &str = "partnership-atlas";

/// The package of the studio, and its folder.
const STUDIO: &str = "studio";

/// The target of the page.
const WASM: &str = "wasm32-unknown-unknown";

/// Sets the compiler's flags for the page. They are those of the wasm target alone: with `RUSTFLAGS`, trunk's hooks
/// would compile xtask and the library a second time.
fn for_wasm(command: &mut Command) -> &mut Command {
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped())
}

/// Returns the flags that keep the paths of the machine out of the module: it has the same bytes wherever it is built.
fn remapped() -> String {
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let cargo = home.map(|home| format!(" --remap-path-prefix={home}=cargo")).unwrap_or_default();
    format!("--remap-path-prefix={}=.{cargo}", root().display())
}

/// Builds twice and compares every file.
pub fn check_reproducible() -> Result<()> {
    into(&dist(), None)?;
    let first = contents(&dist())?;
    // The crate itself is compiled anew; its dependencies cannot differ from one build to the next.
    run_command(
        cargo()
            .args(["clean", "--release", "--package", PAGE, "--package", STUDIO])
            .args(["--target", WASM]),
    )?;
    into(&dist(), None)?;
    let second = contents(&dist())?;
    let differing: Vec<_> = first
        .keys()
        .chain(second.keys())
        .filter(|name| first.get(*name) != second.get(*name))
        .collect();
    if !differing.is_empty() {
        bail!("two builds differ in {differing:?}");
    }
    println!("{} files, the same bytes in two builds", first.len());
    Ok(())
}

/// A line for each file: its bytes, and its bytes under brotli 11; and the sum over a first visit.
fn weights(folder: &Path) -> Result<String> {
    let mut table = format!("{:<52}{:>9}{:>9}\n", "dist/", "bytes", "brotli");
    for (name, bytes) in contents(folder)? {
        let ending = name.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if matches!(ending, "br" | "gz") {
            continue;
        }
        let packed = weight(&folder.join(&name))?;
        table.push_str(&format!("{:<52}{:>9}{:>9}\n", name.display(), bytes.len(), packed));
    }
    let sum = budget::first_visit(folder)?;
    table.push_str(&format!("{:<52}{:>18}\n", "first visit in English", sum));
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_build_leaves_an_earlier_site_and_no_half_made_one() {
        let parent = tempfile::tempdir().unwrap();
        let [new, old] = ["new", "old"].map(|name| parent.path().join(name));
        for folder in [&new, &old] {
            fs::create_dir_all(folder.join(".stage/en")).unwrap();
            fs::write(folder.join(".stage/en/index.html"), "half").unwrap();
            fs::write(folder.join(".trunk-lock"), "").unwrap();
        }
        fs::write(old.join("index.html"), "whole").unwrap();
        fs::create_dir(old.join(STUDIO)).unwrap();
        fs::write(old.join(STUDIO).join(".trunk-lock"), "").unwrap();
        remove_traces(&new);
        remove_traces(&old);
        assert!(!new.exists());
        let left: Vec<_> =
            fs::read_dir(&old).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.len() == 2 && left.iter().all(|name| name == "index.html" || name == STUDIO));
        assert_eq!(fs::read_dir(old.join(STUDIO)).unwrap().count(), 0);
    }

    /// The flags of a target replace those of `[build]`, and are joined with those of `[target.'cfg(…)']`.
    #[test]
    fn flags_of_the_configuration_reach_the_page() {
        let config = fs::read_to_string(root().join(".cargo/config.toml")).unwrap();
        let tables = config.split("\n[").filter(|table| table.contains("rustflags"));
        for table in tables {
            assert!(table.contains("target.'cfg("), "use [target.'cfg(…)']: {table}");
        }
    }
}
