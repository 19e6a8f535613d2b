//! Tools from the npm registry.

use std::path::Path;
use std::process::Command;

use anyhow::Context;

use super::tool::{Tool, lock};
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
        let _lock = lock("npm")?;
        tool.install(|folder| {
            let install = reporter.run(&mut install(&tool, folder)).map(drop);
            install.with_context(|| {
                format!(
                    "cannot install {}; check the network and run the same command again",
                    tool.label()
                )
            })
        })
    })
}

fn install(tool: &Tool, folder: &Path) -> Command {
    let mut command = program("npm");
    command.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    command.arg(folder).arg(format!("{}@{}", tool.name, tool.version));
    command
}
