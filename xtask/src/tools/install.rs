//! Installing the tools that are missing.

use std::path::PathBuf;

use anyhow::Result;

use super::tool::{Source, Tool};
use super::{apt, cargo, npm};
use crate::progress::{self, Lane, Step};

/// Returns the steps that install those of the tools that are missing: a lane for cargo, one for npm.
pub fn lanes(tools: Vec<Tool>) -> Result<Vec<Lane<'static>>> {
    let (mut by_cargo, mut by_npm, mut needs_node) = (Lane::new(), Lane::new(), false);
    for tool in tools {
        needs_node |= matches!(tool.source, Source::Npm);
        if tool.is_installed()? {
            continue;
        }
        match tool.source {
            Source::Cargo { options, optimized } => {
                by_cargo.push(cargo::step(tool, options, optimized));
            }
            Source::Npm => by_npm.push(npm::step(tool)),
        }
    }
    let has_node = npm::has_node() && (by_npm.is_empty() || npm::has_npm());
    if needs_node
        && !has_node
        && let Some(step) = apt::step(&["nodejs", "npm"])
    {
        by_npm.insert(0, step);
    }
    Ok([by_cargo, by_npm].into_iter().filter(|lane| !lane.is_empty()).collect())
}

/// Returns the step that installs node and npm; nothing if they are there. Only an installation needs npm.
pub fn missing_node(needs_npm: bool) -> Option<Step<'static>> {
    let is_there = npm::has_node() && (!needs_npm || npm::has_npm());
    if is_there { None } else { apt::step(&["nodejs", "npm"]) }
}

/// Installs those of the tools that are missing; returns the paths of their programs.
pub fn ensure(tools: Vec<Tool>) -> Result<Vec<PathBuf>> {
    let paths = tools.iter().map(Tool::path).collect::<Result<_>>()?;
    progress::run(lanes(tools)?)?;
    cargo::remove_build_folder()?;
    Ok(paths)
}
