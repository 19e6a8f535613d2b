//! Debian packages.

use std::process::Command;

use anyhow::{Result, bail};

use super::tool::lock;
use crate::command::{program, read, works};
use crate::progress::{Reporter, Step};

/// Returns the step that installs the packages that are missing; nothing if none is.
pub fn step(names: &[&'static str]) -> Option<Step<'static>> {
    let missing: Vec<_> = names.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return None;
    }
    let name = format!("installing {}", missing.join(", "));
    Some(Step::new(name, move |reporter| install(&missing, reporter)))
}

/// Returns whether all packages are installed.
pub fn are_installed(names: &[&str]) -> bool {
    names.iter().all(|name| is_installed(name))
}

fn is_installed(package: &str) -> bool {
    let status = Command::new("dpkg-query").args(["-W", "-f=${Status}", package]).output();
    status.is_ok_and(|output| output.stdout.ends_with(b"ok installed"))
}

fn install(names: &[&str], reporter: &Reporter) -> Result<()> {
    let is_root = read(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || !works(program("apt-get").arg("--version")) {
        let names = names.join(" ");
        bail!(
            "{names} missing; install by hand (`sudo apt-get install {names}`) and run this again"
        );
    }
    let _lock = lock("apt")?;
    let install = || {
        let options = ["install", "--yes", "--no-install-recommends"];
        reporter.run(apt_get(&options).args(names)).map(drop)
    };
    // A new machine has no list of packages yet.
    install().or_else(|_| reporter.run(&mut apt_get(&["update"])).and_then(|_| install()))
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = program("apt-get");
    command.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
