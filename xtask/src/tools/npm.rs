//! Tools from the npm registry.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use super::tool::{Source, Tool};
use crate::command::{program, works};
use crate::progress::Step;

/// Returns whether node is there, which runs the tools.
pub fn has_node() -> bool {
    works(program("node").arg("--version"))
}

/// Returns whether npm is there, which installs them.
pub fn has_npm() -> bool {
    works(program("npm").arg("--version"))
}

/// Returns the step that installs a tool.
pub fn step(tool: Tool) -> Step<'static> {
    Step::new(format!("installing {}", tool.label()), move |reporter| {
        tool.install(|folder| {
            let package = format!("{}@{}", tool.name, tool.version);
            let install = reporter.run(npm("install", folder).arg(package)).map(drop);
            install.with_context(|| {
                format!(
                    "cannot install {}; check the network and run the same command again",
                    tool.label()
                )
            })
        })
    })
}

/// Returns the packages of a project as a tool.
///
/// Its version is the hash of the project's `package-lock.json`, so another lock file gets another folder.
pub fn packages(project: &Path) -> Result<Tool> {
    let path = project.join(LOCK_FILE);
    let lock = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let hash = Sha256::digest(&lock);
    let version = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    // npm writes this file when everything else is there.
    let file = "node_modules/.package-lock.json";
    Ok(Tool { name: "web", version, file, source: Source::Npm })
}

/// Returns the step that installs the packages of a project.
pub fn packages_step(tool: Tool, project: PathBuf) -> Step<'static> {
    Step::new("installing the packages of package-lock.json", move |reporter| {
        tool.install(|folder| {
            for name in ["package.json", LOCK_FILE] {
                let (from, to) = (project.join(name), folder.join(name));
                fs::copy(&from, &to)
                    .with_context(|| format!("cannot copy {}", from.display()))?;
            }
            let mut command = npm("ci", folder);
            let install = reporter.run(&mut command).map(drop);
            install.context("cannot install the packages of package-lock.json; check the network and run the same command again")
        })
    })
}

const LOCK_FILE: &str = "package-lock.json";

fn npm(command: &str, folder: &Path) -> Command {
    let mut npm = program("npm");
    npm.args([command, "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(folder);
    npm
}
