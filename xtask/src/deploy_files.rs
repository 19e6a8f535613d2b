//! The files that a host needs besides the pages: headers, the element for other pages, compressed copies.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::command::root;
use crate::header_rules::{self, ELEMENT, HEADERS};
use crate::sizes::{brotli, contents, gzip};

/// The environment variable that tells where the page will stand: `https://example.org/atlas/`.
pub const URL: &str = "ATLAS_URL";

/// Endings of what is worth compressing.
const TEXTUAL: [&str; 6] = ["html", "css", "js", "json", "svg", "wasm"];

/// Writes the files of a host into the folder of the site.
pub fn write(folder: &Path) -> Result<()> {
    let element = root().join("target/web").join(ELEMENT);
    fs::copy(&element, folder.join(ELEMENT))
        .with_context(|| format!("cannot copy {}", element.display()))?;
    write_headers(folder)
}

/// Writes the headers that a host should send for the files of a site as they are now.
pub fn write_headers(folder: &Path) -> Result<()> {
    let names: Vec<String> =
        contents(folder)?.into_keys().map(|name| name.display().to_string()).collect();
    Ok(fs::write(folder.join(HEADERS), header_rules::text(&names))?)
}

/// Puts a compressed copy beside every file that is text; several files of one content are compressed once.
pub fn compress(folder: &Path) -> Result<()> {
    let mut names: BTreeMap<Vec<u8>, Vec<PathBuf>> = BTreeMap::new();
    for (name, bytes) in contents(folder)? {
        let ending = name.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if TEXTUAL.contains(&ending) {
            names.entry(bytes).or_default().push(folder.join(name));
        }
    }
    let files: Vec<_> = names.into_iter().collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((bytes, paths)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            // Of the pages of a table there can be a thousand.
            let is_one_of_many = paths.iter().all(|path| path.iter().any(|part| part == "page"));
            let quality = if is_one_of_many { 5 } else { 11 };
            let packed = [("br", brotli(bytes, quality)?), ("gz", gzip(bytes)?)];
            for (path, (ending, packed)) in
                paths.iter().flat_map(|path| packed.iter().map(move |each| (path, each)))
            {
                fs::write(format!("{}.{ending}", path.display()), packed)?;
            }
        }
        Ok(())
    };
    // Brotli at its best takes seconds for a single file of the page, and there is one for each language.
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| bail!("a file could not be compressed"))
        })
    })
}

/// Where the page will stand, if that is known; with a slash at its end.
pub fn url() -> Result<Option<String>> {
    std::env::var(URL).ok().map(|url| site_address(&url)).transpose()
}

/// Returns the address of a site with a slash at its end.
///
/// # Errors
///
/// Where it is no address of the web.
pub fn site_address(url: &str) -> Result<String> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_web || url.contains(['"', '<', ' ']) {
        bail!("the address of the site must begin with https:// or http://, but is “{url}”");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recipes_know_every_kind_of_file() {
        let nginx = include_str!("../../docs/deploy/nginx.conf");
        let apache = include_str!("../../docs/deploy/htaccess");
        // What is compressed, what can be taken, and what a site with an address has.
        for ending in
            TEXTUAL.iter().chain(&["csv", "geojson", "bib", "ris", "zip", "png", "xml", "txt"])
        {
            assert!(nginx.contains(&format!(" {ending};\n")), "nginx has no type for {ending}");
        }
        for ending in TEXTUAL {
            let copies = format!("<FilesMatch \"\\.{ending}\\.(br|gz)$\">");
            assert!(apache.contains(&copies), "Apache has no type for the copies of {ending}");
        }
        let compressed = format!("({})", TEXTUAL.join("|"));
        assert_eq!(apache.matches(&compressed).count(), 3, "{compressed}");
        assert!(apache.contains("E=no-gzip:1,E=no-brotli:1") && apache.contains("merge Vary"));
        // A missing file must not be kept for a year, and a cache must not mix copies.
        assert!(nginx.contains("immutable\";") && nginx.contains("gzip_vary on;"));
    }
}
