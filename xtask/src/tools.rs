//! The programs that building and testing need, installed where they are missing and nowhere else.
//!
//! Each lies in a folder of its own, named by its version, below the user's cache: another version for another
//! project does no harm, and a second run finds all in place and needs no network.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::command::{cargo, program, read, root, run, works};

/// The version of trunk; the one that minifies the glue of this wasm-bindgen.
const TRUNK: &str = "0.22.1";

/// The version of npm's binaryen. Debian's 108 can build a module that dies in every browser.
const BINARYEN: &str = "132.0.0";

/// The version of npm's esbuild.
const ESBUILD: &str = "0.28.2";

/// The version of the crate `geckodriver`.
const GECKODRIVER: &str = "0.37.1";

/// The version of cargo-deny.
const DENY: &str = "0.20.2";

/// The version of axe-core.
const AXE: &str = "4.14.1";

/// The version of the Nu HTML checker.
const CHECKER: &str = "26.9.27";

/// A tool in its folder.
struct Tool {
    name: &'static str,
    version: String,
    /// The file whose presence says that the tool is there, below its folder.
    file: &'static str,
    /// How long installing it takes on two cores.
    takes: &'static str,
}

impl Tool {
    fn folder(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.name, self.version)))
    }

    fn path(&self) -> Result<PathBuf> {
        Ok(self.folder()?.join(self.file))
    }

    /// Installs the tool by a command, unless it is there.
    fn ensure(&self, install: impl FnOnce(&PathBuf) -> Command) -> Result<PathBuf> {
        let (folder, path) = (self.folder()?, self.path()?);
        if !path.exists() {
            eprintln!("Installing {} {} ({}) …", self.name, self.version, self.takes);
            run(&mut install(&folder))?;
        }
        if !path.exists() {
            bail!(
                "{} is not there after installing it; remove {} and try again",
                path.display(),
                folder.display()
            );
        }
        Ok(path)
    }

    fn by_cargo(&self, more: &[&str]) -> Result<PathBuf> {
        self.ensure(|folder| {
            let mut command = cargo();
            command.args(["install", "--locked", self.name, "--version", &self.version]);
            command.args(more).arg("--root").arg(folder);
            // A build folder of its own: the caller's settings are for this project alone.
            command
                .env_remove("CARGO_TARGET_DIR")
                .env_remove("RUSTFLAGS")
                .current_dir(env::temp_dir());
            command
        })
    }

    fn by_npm(&self) -> Result<PathBuf> {
        self.ensure(|folder| {
            let mut command = program("npm");
            let package = format!("{}@{}", self.name, self.version);
            command.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
            command.arg(folder).arg(package);
            command
        })
    }
}

/// The folder of all tools: `partnership-atlas/tools` below the user's cache.
fn cache() -> Result<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let base = base.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")));
    let base =
        base.context("neither XDG_CACHE_HOME nor HOME is set, so there is no place for the tools")?;
    Ok(base.join("partnership-atlas").join("tools"))
}

/// What the release build needs: the wasm target, trunk, the wasm-bindgen CLI, wasm-opt and esbuild.
///
/// Gives back a `PATH` on which trunk finds them all, so that it downloads nothing.
pub fn for_build() -> Result<OsString> {
    wasm_target()?;
    node()?;
    let bindgen = locked_version("wasm-bindgen")?;
    let tools = [
        tool("wasm-bindgen-cli", &bindgen, "bin/wasm-bindgen", "7 minutes").by_cargo(&[])?,
        tool("trunk", TRUNK, "bin/trunk", "6 minutes").by_cargo(&["--ignore-rust-version"])?,
        tool("binaryen", BINARYEN, "node_modules/.bin/wasm-opt", "1 minute").by_npm()?,
        esbuild()?,
    ];
    search_path(&tools)
}

/// Returns the path of esbuild, which bundles the scripts. Installs it if it is missing.
pub fn esbuild() -> Result<PathBuf> {
    node()?;
    tool("esbuild", ESBUILD, "node_modules/.bin/esbuild", "a moment").by_npm()
}

/// Installs the packages of a `package-lock.json` and returns their folder, `node_modules`.
///
/// The folder of the cache is named by the lock file's content, so another lock file gets another folder.
pub fn node_packages(project: &Path) -> Result<PathBuf> {
    node()?;
    let lock = std::fs::read(project.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", project.display()))?;
    let hash: String = Sha256::digest(&lock).iter().map(|byte| format!("{byte:02x}")).collect();
    // npm writes this file when everything else is there.
    const LAST: &str = "node_modules/.package-lock.json";
    let packages = tool("web", hash.get(..16).unwrap_or_default(), LAST, "half a minute");
    if !packages.path()?.exists() {
        let folder = packages.folder()?;
        std::fs::create_dir_all(&folder)?;
        for name in ["package.json", "package-lock.json"] {
            std::fs::copy(project.join(name), folder.join(name))?;
        }
    }
    let last = packages.ensure(|folder| {
        let mut command = program("npm");
        command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
        command.arg(folder);
        command
    })?;
    Ok(last.parent().unwrap_or(&last).to_owned())
}

fn tool(name: &'static str, version: &str, file: &'static str, takes: &'static str) -> Tool {
    Tool { name, version: version.to_owned(), file, takes }
}

fn search_path(tools: &[PathBuf]) -> Result<OsString> {
    let folders = tools.iter().filter_map(|tool| tool.parent()).map(PathBuf::from);
    let known = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(folders.chain(env::split_paths(&known)))?)
}

/// The target that the page is compiled to.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = read(program("rustc").args(["--print", "sysroot"]))?;
    let library = PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET);
    if library.exists() {
        return Ok(());
    }
    eprintln!("Installing the target {TARGET} (half a minute) …");
    run(program("rustup").args(["target", "add", TARGET]))
}

/// Fails unless node and npm are there; installs them where that is possible.
pub fn node() -> Result<()> {
    if works(program("npm").arg("--version")) {
        return Ok(());
    }
    if packages(&["nodejs", "npm"]) {
        return Ok(());
    }
    bail!(
        "npm is needed for wasm-opt and esbuild; install nodejs and npm by hand, then run this again"
    )
}

/// The version of a crate in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let lock =
        std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    version_in(&lock, name).with_context(|| format!("Cargo.lock has no {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

/// Installs Debian packages; false where apt or the right to use it is missing, or it fails.
fn packages(names: &[&str]) -> bool {
    let missing: Vec<_> = names.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return true;
    }
    let is_root = read(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || !works(program("apt-get").arg("--version")) {
        return false;
    }
    eprintln!("Installing {} by apt-get (a minute or two) …", missing.join(", "));
    let quiet = |arguments: &[&str]| {
        let mut command = program("apt-get");
        command.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
        command
    };
    let install = || run(quiet(&["install", "--yes", "--no-install-recommends"]).args(&missing));
    // A new machine has no list of packages yet.
    install().or_else(|_| run(&mut quiet(&["update"])).and_then(|()| install())).is_ok()
}

fn is_installed(package: &str) -> bool {
    let status = Command::new("dpkg-query").args(["-W", "-f=${Status}", package]).output();
    status.is_ok_and(|output| output.stdout.ends_with(b"ok installed"))
}

/// A browser that the tests can drive.
#[derive(Clone, Debug)]
pub struct Browser {
    /// `chromium`, `firefox` or `webkit`.
    pub engine: &'static str,
    /// Its WebDriver.
    pub driver: PathBuf,
}

/// The browsers with their drivers; one that cannot be installed is told on the standard error and left out.
pub fn browsers() -> Result<Vec<Browser>> {
    let mut browsers = Vec::new();
    let mut add = |engine, names: &[&str], driver: Result<PathBuf>| {
        let driver =
            packages(names).then_some(driver).and_then(Result::ok).filter(|driver| driver.exists());
        match driver {
            Some(driver) => browsers.push(Browser { engine, driver }),
            None => eprintln!("No {engine}: install {} by hand to test in it.", names.join(", ")),
        }
    };
    add("chromium", &["chromium", "chromium-driver"], Ok("/usr/bin/chromedriver".into()));
    let gecko = tool("geckodriver", GECKODRIVER, "bin/geckodriver", "2 minutes").by_cargo(&[]);
    add("firefox", &["firefox-esr"], gecko);
    add("webkit", &["webkit2gtk-driver", "xvfb"], Ok("/usr/bin/WebKitWebDriver".into()));
    // What Chromium and WebKit draw the page's letters with.
    packages(&["fonts-noto-core", "fonts-noto-cjk"]);
    Ok(browsers)
}

/// The program that checks the licences and the sources of what the tree depends on.
pub fn deny() -> Result<PathBuf> {
    tool("cargo-deny", DENY, "bin/cargo-deny", "4 minutes").by_cargo(&[])
}

/// WordPress with its database, from Debian's packages.
pub fn wordpress() -> Result<()> {
    const NAMES: [&str; 5] = [
        "wordpress",
        "wordpress-theme-twentytwentythree",
        "mariadb-server",
        "php-cli",
        "php-mysql",
    ];
    if packages(&NAMES) {
        return Ok(());
    }
    bail!("WordPress needs {}; install them by hand, then run this again", NAMES.join(", "))
}

/// The script of axe-core.
pub fn axe() -> Result<PathBuf> {
    node()?;
    tool("axe-core", AXE, "node_modules/axe-core/axe.min.js", "a moment").by_npm()
}

/// The Nu HTML checker, and the Java that it runs on.
pub fn html_checker() -> Result<PathBuf> {
    node()?;
    if !works(program("java").arg("-version")) && !packages(&["default-jre-headless"]) {
        bail!("java is needed for the HTML checker; install default-jre-headless by hand");
    }
    tool("vnu-jar", CHECKER, "node_modules/vnu-jar/build/dist/vnu.jar", "a moment").by_npm()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_crate_asked_for() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.9\"\n";
        assert_eq!(version_in(lock, "a"), Some("0.2.9".to_owned()));
        assert_eq!(version_in(lock, "b"), None);
    }
}
