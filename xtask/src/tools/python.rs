//! Tools from the Python Package Index.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use super::tool::{Source, Tool};
use crate::command::program;
use crate::progress::Step;

/// Returns the packages of a `requirements.txt` as a tool: a virtual environment whose Python runs them.
///
/// Its version is the hash of that file, so other requirements get another folder.
pub fn packages(requirements: &Path) -> Result<Tool> {
    let text = fs::read(requirements)
        .with_context(|| format!("cannot read {}", requirements.display()))?;
    let hash = Sha256::digest(&text);
    let version = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok(Tool { name: "python", version, file: "bin/python", source: Source::Pip })
}

/// Returns the step that installs the packages.
pub fn packages_step(tool: Tool, requirements: PathBuf) -> Step<'static> {
    Step::new("installing the packages of requirements.txt", move |reporter| {
        tool.install(|folder| {
            reporter.run(program("python3").args(["-m", "venv"]).arg(folder))?;
            let mut pip = program(folder.join("bin/python"));
            pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
            let install = reporter.run(pip.arg("--requirement").arg(&requirements)).map(drop);
            install.context("cannot install the packages of requirements.txt; check the network and run the same command again")
        })
    })
}
