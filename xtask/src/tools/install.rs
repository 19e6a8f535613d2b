//! Installing the tools that are missing.

use std::path::PathBuf;

use anyhow::Result;

use super::tool::{Source, Tool};
use super::{apt, cargo, npm};
use crate::progress::{self, Lane, Step};

/// Returns the steps that install those of the tools that are missing: a lane for each tool that cargo compiles, one for npm.
pub fn lanes(tools: Vec<Tool>) -> Result<Vec<Lane<'static>>> {
    let (mut lanes, mut by_npm, mut needs_node) = (Vec::new(), Lane::new(), false);
    for tool in tools {
        needs_node |= matches!(tool.source, Source::Npm);
        if tool.is_installed()? {
            continue;
        }
        match tool.source {
            Source::Cargo(options) => lanes.push(vec![cargo::step(tool, options)]),
            Source::Npm => by_npm.push(npm::step(tool)),
            // A list of packages, which has a step of its own.
            Source::Pip => {}
        }
    }
    if needs_node && let Some(step) = missing_node(!by_npm.is_empty()) {
        by_npm.insert(0, step);
    }
    if !by_npm.is_empty() {
        lanes.push(by_npm);
    }
    Ok(lanes)
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
    Ok(paths)
}
