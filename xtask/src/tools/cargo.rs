//! Tools from crates.io: downloaded by cargo-binstall where the user has it, otherwise compiled.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::tool::{Tool, cache, remove};
use crate::command::{cargo, works};
use crate::progress::Step;

/// A profile that compiles fast. wasm-bindgen takes 0.5 s for the release module at level 0 and 0.1 s at level 1, which
/// takes 20 s more to compile.
const PROFILE: [(&str, &str); 6] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
    ("CARGO_PROFILE_RELEASE_PANIC", "unwind"),
];

/// Returns the step that installs a tool with these options.
pub fn step(tool: Tool, options: &'static [&'static str]) -> Step<'static> {
    let has_binstall = works(cargo().args(["binstall", "-V"]));
    let verb = if has_binstall { "installing" } else { "compiling" };
    Step::new(format!("{verb} {}", tool.label()), move |reporter| {
        tool.install(|folder| {
            let is_downloaded = has_binstall
                && reporter.run(&mut binstall(&tool, folder)).is_ok()
                && folder.join(tool.file).exists();
            if is_downloaded {
                return Ok(());
            }
            remove(folder)?;
            let mut compile = compile(&tool, options, folder)?;
            let install = reporter.run(&mut compile);
            install.with_context(|| {
                format!(
                    "cannot install {}; check the network and run the same command again \
                     (it keeps the crates that are compiled)",
                    tool.label()
                )
            })?;
            remove(&build_folder(&tool)?)
        })
    })
}

/// Returns the build folder of a tool. It stays after an interruption, so the next run compiles only the rest.
///
/// Each tool has its own: their lock files agree on hardly any crate, so a common folder would only make them wait.
fn build_folder(tool: &Tool) -> Result<PathBuf> {
    Ok(cache()?.join(format!(".build-{}-{}", tool.name, tool.version)))
}

/// Downloads the program that the tool's authors publish; fails at once where there is none.
fn binstall(tool: &Tool, folder: &Path) -> Command {
    let mut command = cargo();
    command.args(["binstall", "--no-confirm", "--strategies", "crate-meta-data"]);
    command.arg("--root").arg(folder).arg(format!("{}@{}", tool.name, tool.version));
    command
}

fn compile(tool: &Tool, options: &[&str], folder: &Path) -> Result<Command> {
    let mut command = cargo();
    command.args(["install", "--locked", tool.name, "--version", &tool.version]).args(options);
    command.arg("--root").arg(folder).envs(PROFILE);
    // The settings and flags of this project and of the caller are not for the tools.
    command.env("CARGO_TARGET_DIR", build_folder(tool)?).current_dir(env::temp_dir());
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command.env_remove("CARGO_BUILD_TARGET");
    Ok(command)
}
