//! A tool and its folder below the user's cache.
//!
//! The folder is named by the tool's version, so another version for another project does no harm. A tool is installed
//! into a temporary folder, which is renamed at the end: an interrupted installation leaves no incomplete tool.

use std::env;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// A tool in its folder.
pub struct Tool {
    /// The name of its package.
    pub name: &'static str,
    /// The exact version of its package.
    pub version: String,
    /// The path of its program below its folder. The tool is installed if this file exists.
    pub file: &'static str,
    /// The package manager that installs it.
    pub source: Source,
}

/// The package manager of a tool.
#[derive(Clone, Copy)]
pub enum Source {
    /// `cargo install` with these options.
    Cargo(&'static [&'static str]),
    /// `npm install`.
    Npm,
    /// `pip install` into a virtual environment.
    Pip,
}

impl Tool {
    /// Returns the name with the version: `trunk 0.22.1`.
    pub fn label(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// Returns the path of the program, whether it is installed or not.
    pub fn path(&self) -> Result<PathBuf> {
        Ok(self.folder_in(&cache()?).join(self.file))
    }

    /// Returns whether the tool is installed.
    pub fn is_installed(&self) -> Result<bool> {
        Ok(self.path()?.exists())
    }

    /// Installs the tool by a function that fills the folder that it is given; does nothing if the tool is installed.
    ///
    /// Waits while another process installs the same tool.
    pub fn install(&self, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
        let _lock = lock(self.name)?;
        self.install_in(&cache()?, fill)
    }

    fn install_in(&self, cache: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
        let folder = self.folder_in(cache);
        if folder.join(self.file).exists() {
            return Ok(());
        }
        let partial = cache.join(format!(".partial-{}-{}", self.name, self.version));
        remove(&partial)?;
        fs::create_dir_all(&partial)
            .with_context(|| format!("cannot create {}", partial.display()))?;
        fill(&partial)?;
        if !partial.join(self.file).exists() {
            bail!("{} has no {} after its installation", self.label(), self.file);
        }
        // What is in the way is an incomplete tool.
        remove(&folder)?;
        fs::rename(&partial, &folder)
            .with_context(|| format!("cannot rename {} to {}", partial.display(), folder.display()))
    }

    fn folder_in(&self, cache: &Path) -> PathBuf {
        cache.join(format!("{}-{}", self.name, self.version))
    }
}

/// Returns the folder of all tools: `partnership-atlas/tools` below the user's cache.
pub fn cache() -> Result<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let base = base.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")));
    let base = base.context("set HOME or XDG_CACHE_HOME: the tools are installed below it")?;
    Ok(base.join("partnership-atlas").join("tools"))
}

/// Waits until no other process has the lock of this name; returns the lock, which ends when it is dropped.
pub fn lock(name: &str) -> Result<File> {
    let cache = cache()?;
    fs::create_dir_all(&cache).with_context(|| format!("cannot create {}", cache.display()))?;
    let path = cache.join(format!(".lock-{name}"));
    let file = File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
    file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    Ok(file)
}

/// Removes a folder with everything in it, if it exists.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tool() -> Tool {
        Tool { name: "a", version: "1.0.0".to_owned(), file: "bin/a", source: Source::Npm }
    }

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("atlas-tool-{name}-{}", std::process::id()));
        remove(&folder).unwrap();
        folder
    }

    fn fill(folder: &Path) -> Result<()> {
        fs::create_dir_all(folder.join("bin"))?;
        Ok(fs::write(folder.join("bin/a"), "")?)
    }

    #[test]
    fn installed_tool_is_not_installed_again() {
        let cache = folder("twice");
        tool().install_in(&cache, fill).unwrap();
        assert!(cache.join("a-1.0.0/bin/a").exists());
        tool().install_in(&cache, |_| bail!("installed again")).unwrap();
        remove(&cache).unwrap();
    }

    #[test]
    fn failed_installation_leaves_no_tool() {
        let cache = folder("failed");
        tool().install_in(&cache, |_| bail!("no network")).unwrap_err();
        tool().install_in(&cache, |_| Ok(())).unwrap_err();
        assert!(!cache.join("a-1.0.0").exists());
        tool().install_in(&cache, fill).unwrap();
        assert!(!cache.join(".partial-a-1.0.0").exists());
        remove(&cache).unwrap();
    }

    #[test]
    fn incomplete_tool_is_replaced() {
        let cache = folder("incomplete");
        fs::create_dir_all(cache.join("a-1.0.0/other")).unwrap();
        tool().install_in(&cache, fill).unwrap();
        assert!(cache.join("a-1.0.0/bin/a").exists());
        assert!(!cache.join("a-1.0.0/other").exists());
        remove(&cache).unwrap();
    }
}
