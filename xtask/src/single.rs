//! The whole page in one file: it opens from a disk, can be mailed, and works in a frame that has no origin.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::named::base64;
use crate::prerender::{Files, part};

/// The name of the file.
pub const NAME: &str = "partnership-atlas.html";

/// The page with everything inside: sheet, icon, glue and start as one script, module, facts and words.
///
/// `home` leads from the file's folder to the root, should it stand on a host. The policy allows the one sheet and the one script by their hashes, and no connection at all.
pub fn page(html: &str, folder: &Path, files: &Files, home: &str) -> Result<String> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let text = |name: &str| Ok::<_, anyhow::Error>(String::from_utf8(read(name)?)?);
    let [before, sheet_tag, after] = part(html, "stylesheet", "link")?;
    let sheet = text(&attribute(sheet_tag, "href")?)?;
    let html = [before, "<style>", &sheet, "</style>", after].concat();
    let [before, boot_tag, after] = part(&html, "boot-", "script")?;
    let script = script(&text(&files.glue)?, &text(&attribute(boot_tag, "src")?)?)?;
    let after = after.strip_prefix("</script>").context("the script has a content of its own")?;
    let html = [before, after].concat();
    let [before, icon_tag, after] = part(&html, "icon", "link")?;
    let icon = base64(&read(&attribute(icon_tag, "href")?)?);
    let icon =
        format!("<link rel=icon type=image/svg+xml href=\"data:image/svg+xml;base64,{icon}\">");
    let html = [before, &icon, after].concat();
    let html = with_policy(&html, &sheet, &script)?;
    let html = without_files(&html, home)?;
    let carried = [
        block("facts", "application/json", &text(&files.facts)?.replace('<', "\\u003c")),
        block("wasm", "text/plain", &base64(&gzip(&read(&files.wasm)?)?)),
        format!("<script type=module>{script}</script>"),
    ];
    let (before, after) = html.split_once("</body>").unwrap_or((&html, ""));
    Ok([before, &carried.concat(), after].concat())
}

/// A block of data, which no browser runs.
fn block(name: &str, kind: &str, text: &str) -> String {
    format!("<script type={kind} id=atlas-{name}>{text}</script>")
}

/// The glue with its start under the name that `assets/boot.js` knows, and that script behind it.
fn script(glue: &str, boot: &str) -> Result<String> {
    let (code, exports) =
        glue.trim_end().rsplit_once("export{").context("the glue exports nothing")?;
    let start = exports.trim_end_matches([';', '}']).split(',').find_map(|each| {
        let (name, exported) = each.split_once(" as ")?;
        (exported.trim() == "default").then_some(name.trim())
    });
    let start = start.context("the glue has no default export")?;
    let script = format!("{code}const atlasStart={start};\n{boot}");
    if script.contains("</script") || script.contains("<!--") {
        bail!("the script would end before its end");
    }
    Ok(script)
}

fn with_policy(html: &str, sheet: &str, script: &str) -> Result<String> {
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text)));
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(script),
        hash(sheet)
    );
    let [before, _, after] = part(html, "Content-Security-Policy", "meta")?;
    let tag = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok([before, &tag, after].concat())
}

/// The root element says that the page is in one file, and no longer which others there are.
fn without_files(html: &str, home: &str) -> Result<String> {
    let [before, tag, after] = part(html, "data-app", "html")?;
    let kept = tag.trim_end_matches('>').split(' ').filter(|word| {
        !["data-glue", "data-wasm", "data-facts", "data-home"]
            .iter()
            .any(|name| word.starts_with(name))
    });
    let tag = kept.collect::<Vec<_>>().join(" ");
    let edition = format!(" data-home=\"{home}\" data-edition=\"single\">");
    Ok([before, &tag, &edition, after].concat())
}

/// The value of an attribute that trunk wrote, with or without quotes.
fn attribute(tag: &str, name: &str) -> Result<String> {
    let value =
        tag.split_once(&format!("{name}=")).with_context(|| format!("{tag} has no {name}"))?.1;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    };
    Ok(value.unwrap_or_default().trim_start_matches("./").to_owned())
}

/// The bytes as gzip at its best, without a time, so that two builds are the same.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_the_glue_is_found_whatever_its_name() {
        let check = |glue: &str| script(glue, "boot()").unwrap();
        assert_eq!(
            check("let a;export{b as initSync,a as default};"),
            "let a;const atlasStart=a;\nboot()"
        );
        assert_eq!(check("let z;export{z as default}\n"), "let z;const atlasStart=z;\nboot()");
        assert!(script("let a;", "").is_err());
        assert!(script("let a;export{a as b}", "").is_err());
        assert!(script("let a='</script>';export{a as default}", "").is_err());
    }

    #[test]
    fn an_attribute_is_read_with_or_without_quotes() {
        assert_eq!(attribute("<link href=./a.css rel=x>", "href").unwrap(), "a.css");
        assert_eq!(attribute("<link rel=x href=\"./a b.css\">", "href").unwrap(), "a b.css");
        assert!(attribute("<link rel=x>", "href").is_err());
    }

    #[test]
    fn the_root_element_names_no_file_any_more() {
        let html = "<html data-app=static lang=en data-glue=\"g.js\" data-glue-integrity=\"s\" data-wasm=\"w\"><p>";
        assert_eq!(
            without_files(html, "../").unwrap(),
            "<html data-app=static lang=en data-home=\"../\" data-edition=\"single\"><p>"
        );
    }
}
