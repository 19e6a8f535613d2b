//! Bundles the style sheets into one: trunk does not follow `@import`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::root;

/// Writes `target/style/atlas.css` from `style/atlas.css` and its imports, and `studio.css` beside it.
pub fn run() -> Result<()> {
    let target = root().join("target/style");
    fs::create_dir_all(&target)?;
    for (folder, name) in [("style", "atlas.css"), ("studio/style", "studio.css")] {
        let sheet = bundled(&root().join(folder), name)?;
        fs::write(target.join(name), sheet)
            .with_context(|| format!("target/style/{name} cannot be written"))?;
    }
    Ok(())
}

/// Returns the sheets in the order in which one of them imports them.
pub fn bundled(folder: &Path, name: &str) -> Result<String> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let imports = read(name)?;
    let sheets = imports.lines().filter_map(imported).map(read);
    Ok(sheets.collect::<Result<Vec<_>>>()?.join("\n"))
}

fn imported(line: &str) -> Option<&str> {
    line.trim().strip_prefix("@import \"")?.strip_suffix("\";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_import_with_a_quoted_name_is_followed() {
        assert_eq!(imported("@import \"map.css\";"), Some("map.css"));
        assert_eq!(imported("/* @import is joined */"), None);
    }

    #[test]
    fn every_sheet_of_a_folder_is_imported() {
        for (folder, main) in [("style", "atlas.css"), ("studio/style", "studio.css")] {
            let folder = root().join(folder);
            let imports = fs::read_to_string(folder.join(main)).unwrap();
            for entry in fs::read_dir(&folder).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                assert!(
                    name == main || imports.contains(&format!("\"{name}\"")),
                    "{name} is not imported"
                );
            }
        }
    }
}
