//! Programs of others that read what the built page offers to take: reference managers, annotation tools, validators.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{program, root};
use crate::{languages, report, sizes, tools};

/// The folder of the tests, with the pinned packages that they need.
const FOLDER: &str = "tests/readers";

/// Returns the command that runs the tests in node, in the form that ends in `# pass N` and `# fail N`.
pub fn node_tests() -> Result<Command> {
    let folder = root().join(FOLDER);
    let packages = tools::node_packages(&folder)?;
    // Node looks for packages beside the file that imports them, so the tests are copied to their packages.
    let beside = packages.parent().context("the packages have no folder")?;
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {FOLDER}"))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if name.ends_with(".js") {
            let copy = beside.join(&name);
            fs::copy(&path, &copy).with_context(|| format!("cannot copy {}", path.display()))?;
            if name.ends_with(".test.js") {
                files.push(copy);
            }
        }
    }
    files.sort();
    let mut node = program("node");
    node.args(["--test", "--test-reporter=tap"]).args(files).env("ATLAS_DIST", sizes::dist());
    Ok(node)
}

/// Validates the archive of every language as a Data Package.
///
/// # Errors
///
/// What the validator says of the first that is not valid.
pub fn data_packages() -> Result<()> {
    let python = tools::python_packages(&root().join(FOLDER).join("requirements.txt"))?;
    let id = report::bundled()?.id;
    for language in languages::all()? {
        let archive = sizes::dist().join(&language.lang).join(format!("data/{id}.zip"));
        let mut validator = program(&python);
        validator.args(["-m", "frictionless", "validate", "--type", "package"]).arg(&archive);
        let output = validator.output().context("cannot start the validator")?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stdout);
            bail!("{} is no valid data package:\n{said}", archive.display());
        }
    }
    Ok(())
}
