//! The programs that building and testing need, installed where they are missing.
//!
//! A second run finds all in place, installs nothing and needs no network.

mod apt;
mod browsers;
mod cargo;
mod install;
mod list;
mod npm;
mod python;
mod tool;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Result;

pub use browsers::{Browser, browsers};

use crate::command::{program, read, works};
use crate::progress::{self, Lane, Step};
use crate::share_pictures;
use tool::Tool;

/// Installs the tools of the release build: trunk, the wasm-bindgen CLI, wasm-opt and esbuild.
///
/// Returns a `PATH` on which trunk finds them all, so that it downloads nothing.
pub fn for_build() -> Result<OsString> {
    wasm_target()?;
    let programs = install::ensure(build_tools()?)?;
    let folders = programs.iter().filter_map(|program| program.parent()).map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(folders.chain(env::split_paths(&path)))?)
}

/// Returns the lanes that install the tools of the release build that are missing and compile the page beside them.
///
/// Two lanes compile: trunk, and the page with the wasm-bindgen CLI after it. More would need too much memory.
pub fn lanes_for_build<'a>(compile: Vec<Step<'a>>) -> Result<Vec<Lane<'a>>> {
    let mut lanes: Vec<Lane<'a>> = install::lanes(vec![list::trunk()])?;
    let mut page: Lane<'a> = missing_wasm_target()?.into_iter().collect();
    page.extend(compile);
    page.extend(install::lanes(vec![list::wasm_bindgen()?])?.into_iter().flatten());
    lanes.push(page);
    lanes.extend(install::lanes(vec![list::binaryen(), list::esbuild()])?);
    Ok(lanes)
}

fn build_tools() -> Result<Vec<Tool>> {
    Ok(vec![list::trunk(), list::wasm_bindgen()?, list::binaryen(), list::esbuild()])
}

/// Returns the path of esbuild, which is installed if it is missing.
pub fn esbuild() -> Result<PathBuf> {
    ensure(list::esbuild())
}

/// Installs the packages of a project's `package-lock.json`; returns their folder, `node_modules`.
pub fn node_packages(project: &Path) -> Result<PathBuf> {
    let packages = npm::packages(project)?;
    let path = packages.path()?;
    if !packages.is_installed()? {
        let node = install::missing_node(true);
        let step = npm::packages_step(packages, project.to_owned());
        progress::run(vec![node.into_iter().chain([step]).collect()])?;
    }
    Ok(path.parent().unwrap_or(&path).to_owned())
}

/// Installs the packages of a `requirements.txt`; returns the Python that runs them.
pub fn python_packages(requirements: &Path) -> Result<PathBuf> {
    let tool = python::packages(requirements)?;
    let path = tool.path()?;
    if !tool.is_installed()? {
        let python = apt::step(&["python3-venv", "python3-pip"]);
        let step = python::packages_step(tool, requirements.to_owned());
        progress::run(vec![python.into_iter().chain([step]).collect()])?;
    }
    Ok(path)
}

/// Installs node and npm.
pub fn node() -> Result<()> {
    run_one(install::missing_node(true))
}

/// Returns the path of wasm-opt, which is installed if it is missing.
pub fn wasm_opt() -> Result<PathBuf> {
    ensure(list::binaryen())
}

/// Returns the path of cargo-deny, which is installed if it is missing.
pub fn deny() -> Result<PathBuf> {
    ensure(list::cargo_deny())
}

/// Returns the path of axe-core's script, which is installed if it is missing.
pub fn axe() -> Result<PathBuf> {
    ensure(list::axe())
}

/// Returns the path of the Nu HTML checker, which is installed if it is missing, as Java is, which runs it.
pub fn html_checker() -> Result<PathBuf> {
    if !works(program("java").arg("-version")) {
        packages(&["default-jre-headless"])?;
    }
    ensure(list::html_checker())
}

/// Installs WordPress and its database, from Debian's packages.
pub fn wordpress() -> Result<()> {
    packages(&[
        "wordpress",
        "wordpress-theme-twentytwentythree",
        "mariadb-server",
        "php-cli",
        "php-mysql",
    ])
}

/// Installs the fonts of the pictures of links.
pub fn fonts() -> Result<()> {
    run_one(missing_fonts())
}

/// Returns the step that installs the fonts of the pictures of links; nothing if they are there.
pub fn missing_fonts() -> Option<Step<'static>> {
    if share_pictures::are_installed() { None } else { apt::step(&share_pictures::PACKAGES) }
}

/// Installs the target that the page is compiled to.
pub fn wasm_target() -> Result<()> {
    run_one(missing_wasm_target()?)
}

/// Returns the step that installs the wasm target; nothing if it is installed.
fn missing_wasm_target() -> Result<Option<Step<'static>>> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = read(program("rustc").args(["--print", "sysroot"]))?;
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(None);
    }
    let step = Step::new(format!("installing the target {TARGET}"), |reporter| {
        reporter.run(program("rustup").args(["target", "add", TARGET])).map(drop)
    });
    Ok(Some(step))
}

fn ensure(tool: Tool) -> Result<PathBuf> {
    let path = tool.path()?;
    install::ensure(vec![tool])?;
    Ok(path)
}

fn packages(names: &[&'static str]) -> Result<()> {
    run_one(apt::step(names))
}

fn run_one(step: Option<Step>) -> Result<()> {
    progress::run(step.map(|step| vec![step]).into_iter().collect())
}
