//! The tools with their versions.

use anyhow::{Context, Result};

use super::tool::{Source, Tool};
use crate::command::root;

/// Bundles the page. Version 0.22.1 minifies the JavaScript of this wasm-bindgen.
pub fn trunk() -> Tool {
    // It builds with the pinned compiler, though it asks for a newer one. Its check for updates needs the network.
    let options = &["--ignore-rust-version", "--no-default-features", "--features", "rustls"];
    tool("trunk", "0.22.1", "bin/trunk", Source::Cargo(options))
}

/// Makes the JavaScript of the module; its version is that of the crate in Cargo.lock.
pub fn wasm_bindgen() -> Result<Tool> {
    let version = locked_version("wasm-bindgen")?;
    let options = &["--no-default-features", "--bin", "wasm-bindgen"];
    Ok(tool("wasm-bindgen-cli", &version, "bin/wasm-bindgen", Source::Cargo(options)))
}

/// Has wasm-opt. Debian's version 108 can build a module that fails in every browser.
pub fn binaryen() -> Tool {
    tool("binaryen", "132.0.0", "node_modules/.bin/wasm-opt", Source::Npm)
}

/// Minifies JavaScript and style sheets.
pub fn esbuild() -> Tool {
    tool("esbuild", "0.28.2", "node_modules/.bin/esbuild", Source::Npm)
}

/// Drives Firefox.
pub fn geckodriver() -> Tool {
    tool("geckodriver", "0.37.1", "bin/geckodriver", Source::Cargo(&[]))
}

/// Checks the licences and the sources of the dependencies.
pub fn cargo_deny() -> Tool {
    tool("cargo-deny", "0.20.2", "bin/cargo-deny", Source::Cargo(&[]))
}

/// Checks the accessibility of a page.
pub fn axe() -> Tool {
    tool("axe-core", "4.14.1", "node_modules/axe-core/axe.min.js", Source::Npm)
}

/// Checks HTML.
pub fn html_checker() -> Tool {
    tool("vnu-jar", "26.9.27", "node_modules/vnu-jar/build/dist/vnu.jar", Source::Npm)
}

fn tool(name: &'static str, version: &str, file: &'static str, source: Source) -> Tool {
    Tool { name, version: version.to_owned(), file, source }
}

/// Returns the version of a crate in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let lock =
        std::fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, name).with_context(|| format!("Cargo.lock has no crate {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locked_version_is_that_of_the_exact_name() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.9\"\n";
        assert_eq!(version_in(lock, "a"), Some("0.2.9".to_owned()));
        assert_eq!(version_in(lock, "b"), None);
    }
}
