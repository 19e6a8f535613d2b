//! Completes the pages: trunk's last step. Reads what trunk and esbuild made, and writes the site around it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::site::{Assets, Sink, Site, content_hash, integrity, render, write_site};
use partnership_atlas::view_model::ranks::order_of;

use crate::command::root;
use crate::deploy_files;
use crate::languages::{self, ENGLISH};
use crate::report::{self, ReportFolder, SCHEMA};
use crate::scripts::{self, Entry};
use crate::sizes::gzip;
use crate::{share_pictures, studio};

/// The outlines of the map.
pub const OUTLINES: &str = "assets/map/outlines.svg";

/// Completes what trunk has staged: a page for each language, and the files that it refers to.
pub fn run() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder
        .context("TRUNK_STAGING_DIR is not set; `cargo xtask build` runs trunk, which runs this")?;
    let assets = assets(&folder)?;
    let reports: Vec<ReportFolder> =
        report::paths().iter().map(|path| ReportFolder::read(path)).collect::<Result<_>>()?;
    let all = languages::all()?;
    let english = languages::read(ENGLISH)?;
    let schema = read_file(SCHEMA)?;
    let url = deploy_files::url()?;
    let locales: Vec<Vec<LocaleFile>> =
        reports.iter().map(|folder| languages::of_report(&all, folder)).collect();
    let sites: Vec<Site<'_>> = reports
        .iter()
        .zip(&locales)
        .map(|(folder, locales)| Site {
            id: &folder.id,
            report: &folder.report,
            texts: &folder.texts,
            report_json: &folder.json,
            schema: &schema,
            locales,
            main: locales.first().unwrap_or(&english),
            english: &english,
            assets: &assets,
            render,
            order: order_of,
            url: url.as_deref(),
            is_one_of_several: reports.len() > 1,
        })
        .collect();
    let mut sink = Folder(&folder);
    write_site(&sites, &mut sink)?;
    share_pictures::write(&sites, &mut sink)?;
    studio::write_data(&assets, &all, &mut sink)?;
    deploy_files::write(&folder)?;
    // `trunk serve` compresses nothing, and whoever changes a word does not want to wait for it.
    if is_release() {
        return deploy_files::compress(&folder);
    }
    sink.write(&format!("{}/index.html", studio::FOLDER), studio::NOT_BUILT.as_bytes())
}

/// Returns whether trunk builds a release; it names the profile for its hooks.
fn is_release() -> bool {
    std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// A folder as the place to which a site is written.
struct Folder<'a>(&'a Path);

impl Sink for Folder<'_> {
    type Error = anyhow::Error;

    fn write(&mut self, path: &str, content: &[u8]) -> Result<()> {
        let path = self.0.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// Collects the files that all pages share from trunk's folder, and takes away those that the pages contain.
fn assets(folder: &Path) -> Result<Assets> {
    let module = file_with(folder, "_bg.wasm")?;
    let glue = one_file(folder, "glue", |name| {
        name.starts_with("partnership-atlas-") && name.ends_with(".js")
    })?;
    let (css, icon) = (file_with(folder, ".css")?, file_with(folder, ".svg")?);
    let text = |name: &str| {
        fs::read_to_string(folder.join(name)).with_context(|| format!("cannot read {name}"))
    };
    let bytes =
        |name: &str| fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"));
    let wasm_bytes = bytes(&module)?;
    let script = scripts::bundle(Entry::Pictures, None)?;
    let pictures = format!("pictures-{}.js", content_hash(script.as_bytes()));
    fs::write(folder.join(&pictures), &script)
        .with_context(|| format!("cannot write {pictures}"))?;
    let assets = Assets {
        glue_integrity: integrity(&bytes(&glue)?),
        wasm_integrity: integrity(&wasm_bytes),
        pictures_integrity: integrity(script.as_bytes()),
        loader: file_starting_with(folder, "boot-")?,
        single_script: scripts::bundle(Entry::Single, Some(&folder.join(&glue)))?,
        packed_wasm: STANDARD.encode(gzip(&wasm_bytes)?),
        icon_svg: text(&icon)?,
        css: text(&css)?.trim().to_owned(),
        outlines: read_file(OUTLINES)?,
        development: development_scripts(&text("index.html")?),
        glue,
        pictures,
        wasm: module,
        icon,
    };
    fs::remove_file(folder.join(css))?;
    Ok(assets)
}

/// Returns the inline scripts that `trunk serve` adds to its page, which reload it after a change.
fn development_scripts(html: &str) -> String {
    let scripts = html.split("<script>").skip(1).filter_map(|rest| rest.split_once("</script>"));
    scripts.map(|(script, _)| format!("<script>{script}</script>\n")).collect()
}

fn file_with(folder: &Path, ending: &str) -> Result<String> {
    one_file(folder, ending, |name| name.ends_with(ending))
}

fn file_starting_with(folder: &Path, start: &str) -> Result<String> {
    one_file(folder, start, |name| name.starts_with(start))
}

fn one_file(folder: &Path, wanted: &str, matches: impl Fn(&str) -> bool) -> Result<String> {
    let entries =
        fs::read_dir(folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let found: Vec<String> = entries.filter(|name| matches(name)).collect();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        _ => bail!("trunk must make one file {wanted}, but made {found:?}"),
    }
}

fn read_file(name: &str) -> Result<String> {
    fs::read_to_string(root().join(name)).with_context(|| format!("cannot read {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_inline_scripts_are_taken_over_for_development() {
        let html =
            "<script src=a.js></script><p><script>reload()</script><script type=module>x</script>";
        assert_eq!(development_scripts(html), "<script>reload()</script>\n");
        assert_eq!(development_scripts("<p>"), "");
    }

    #[test]
    fn an_asset_must_be_there_once() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.css"), "").unwrap();
        assert_eq!(file_with(folder.path(), ".css").unwrap(), "a.css");
        fs::write(folder.path().join("b.css"), "").unwrap();
        assert!(file_with(folder.path(), ".css").is_err());
        assert!(file_with(folder.path(), ".wasm").is_err());
    }
}
