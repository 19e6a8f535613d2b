//! The studio beside the site: `studio/`, with the files that it fetches.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::site::{Assets, Sink};
use serde_json::json;

use crate::command::root;
use crate::deploy_files;
use crate::languages::ENGLISH;
use crate::report::{self, SCHEMA};
use crate::scripts::{self, Entry};
use crate::studio_words;

/// Where trunk puts what it makes of the studio, from the root of the repository.
pub const TRUNK: &str = "target/studio";

/// The folder of the studio in the site.
pub const FOLDER: &str = "studio";

/// Writes what the studio fetches: the parts of a reader's page, the example, and the languages of the page.
///
/// # Errors
///
/// The first error of the sink, or of the files of the repository.
pub fn write_data<S: Sink<Error = anyhow::Error>>(
    assets: &Assets,
    languages: &[LocaleFile],
    sink: &mut S,
) -> Result<()> {
    for (name, document) in
        [(PREVIEW, preview(&assets.outlines)), (WITHOUT_SCRIPT, document("", "", ""))]
    {
        sink.write(&format!("{FOLDER}/{name}"), document.as_bytes())?;
    }
    let mut put =
        |name: &str, content: &[u8]| sink.write(&format!("{FOLDER}/data/{name}"), content);
    let schema = fs::read_to_string(root().join(SCHEMA)).context("cannot read the schema")?;
    put("reader.json", &serde_json::to_vec(&json!({ "assets": assets, "schema": schema }))?)?;
    put("page.css", assets.css.as_bytes())?;
    let frame = fs::read(root().join(FRAME_STYLE)).context("cannot read the style of the frame")?;
    put("frame.css", &frame)?;
    put("page_module.js", scripts::bundle(Entry::PageModule, None)?.as_bytes())?;
    put("preview.js", scripts::bundle(Entry::Preview, None)?.as_bytes())?;
    put("share_picture.js", scripts::bundle(Entry::SharePicture, None)?.as_bytes())?;
    let names: Vec<_> = languages.iter().map(|locale| (&locale.lang, &locale.name)).collect();
    let bundled = report::bundled()?;
    let dataset: serde_json::Value = serde_json::from_str(&bundled.json)?;
    let example = json!({ "id": bundled.id, "paragraphs": [], "dataset": dataset });
    let start = json!({ "example": example, "languages": names });
    put("start.json", &serde_json::to_vec(&start)?)?;
    for locale in languages {
        let words = studio_words::fetched(&locale.lang, ENGLISH)?;
        put(&format!("words/{}.json", locale.lang), &serde_json::to_vec(&words)?)?;
        // Only those who translate need the list of texts that are the same.
        let locale = LocaleFile { same: Vec::new(), ..locale.clone() };
        put(&format!("locales/{}.json", locale.lang), &serde_json::to_vec(&locale)?)?;
    }
    Ok(())
}

/// What stands in the place of the studio where only the page is built.
pub const NOT_BUILT: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
     <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Atlas studio</title>\n</head>\n<body>\n\
     <p><code>trunk serve</code> builds the page alone. <code>cargo xtask serve</code> builds the studio as well.</p>\n\
     </body>\n</html>\n";

/// Puts what trunk made of the studio beside a site, with its page.
///
/// # Errors
///
/// Where trunk has not made the studio, or a file cannot be written.
pub fn add(site: &Path) -> Result<()> {
    let (made, folder) = (root().join(TRUNK), site.join(FOLDER));
    fs::create_dir_all(&folder)?;
    let mut names = Vec::new();
    for entry in fs::read_dir(&made).with_context(|| format!("{TRUNK} cannot be read"))? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        let is_of_page = [PAGE_GLUE, PAGE_MODULE].contains(&name.as_str());
        let is_hashed = name.contains('-') && !name.starts_with('.');
        if is_of_page || is_hashed {
            fs::copy(made.join(&name), folder.join(&name))
                .with_context(|| format!("cannot copy {name}"))?;
        }
        if is_hashed {
            names.push(name);
        }
    }
    fs::write(folder.join("index.html"), page(&names)?)?;
    deploy_files::compress(&folder)?;
    deploy_files::write_headers(site)
}

/// The module that draws pages, as trunk names what it makes for a second module.
pub const PAGE_MODULE: &str = "page_bg.wasm";

/// Its glue.
pub const PAGE_GLUE: &str = "page.js";

/// The document of the preview.
pub const PREVIEW: &str = "preview.html";

/// The document in the preview for the page without script.
pub const WITHOUT_SCRIPT: &str = "without_script.html";

/// The style sheet of the frame with that document.
const FRAME_STYLE: &str = "studio/frame.css";

/// Returns the document of the preview. The module sets the rest of what a page has.
///
/// The page without script is in a frame that runs none, so that the page is styled and printed as it will be.
fn preview(outlines: &str) -> String {
    let frame = format!(
        "<iframe id=\"without-script\" class=\"without-script\" title=\"Preview\" src=\"{WITHOUT_SCRIPT}\" hidden \
         sandbox=\"allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox\"></iframe>"
    );
    let head = "<link rel=\"stylesheet\" href=\"data/frame.css\">\n\
                <script type=\"module\" src=\"data/preview.js\"></script>\n";
    document(head, outlines, &frame)
}

fn document(head: &str, outlines: &str, last: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" data-app=\"static\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>Preview</title>\n<link rel=\"stylesheet\" href=\"data/page.css\">\n{head}</head>\n\
         <body>{}<div id=\"page\"></div>{last}</body>\n</html>\n",
        outlines.trim()
    )
}

/// Returns the page of the studio.
fn page(names: &[String]) -> Result<String> {
    let one = |matches: &dyn Fn(&str) -> bool| {
        let found: Vec<&String> = names.iter().filter(|name| matches(name)).collect();
        match found.as_slice() {
            [only] => Ok((*only).clone()),
            _ => bail!("trunk must make each file of the studio once, but made {names:?}"),
        }
    };
    let is_script = |name: &str| name.starts_with("studio-start-") && name.ends_with(".js");
    let script = one(&is_script)?;
    let glue = one(&|name| name.ends_with(".js") && !is_script(name))?;
    let wasm = one(&|name| name.ends_with("_bg.wasm"))?;
    let css = one(&|name| name.ends_with(".css"))?;
    let icon = one(&|name| name.ends_with(".svg"))?;
    Ok(format!(
        "<!doctype html>\n\
         <html lang=\"en\" dir=\"ltr\" data-app=\"static\" data-glue=\"{glue}\" data-wasm=\"{wasm}\">\n<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>Atlas studio</title>\n\
         <meta name=\"description\" content=\"Make an atlas of your own report, in the browser. Nothing is uploaded.\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"{css}\">\n\
         <script type=\"module\" src=\"{script}\"></script>\n</head>\n<body>\n\
         <div id=\"studio\">\n\
         <p class=\"loading\">The studio is loading. Nothing that you write in it leaves this browser.</p>\n\
         <p class=\"loading__failed\">The studio could not start. It needs JavaScript and WebAssembly: a browser of the last \
         three years, with both switched on. An atlas that you have made needs neither.</p>\n\
         <noscript><p>The studio needs JavaScript. An atlas that you have made does not.</p></noscript>\n\
         </div>\n</body>\n</html>\n"
    ))
}

/// The Content-Security-Policy of the studio and of the frame of its preview.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
     connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_page_names_each_file_that_trunk_made() {
        let made = names(&[
            "studio-start-1.js",
            "studio-2.js",
            "studio-2_bg.wasm",
            "studio-3.css",
            "icon-4.svg",
        ]);
        let page = page(&made).unwrap();
        for name in &made {
            assert!(page.contains(&format!("\"{name}\"")), "{name}");
        }
        assert!(!page.contains("unsafe-inline") && !page.contains("<script>"));
    }

    #[test]
    fn a_missing_file_is_told() {
        let error = page(&names(&["studio-start-1.js"])).unwrap_err().to_string();
        assert!(error.contains("each file of the studio once"), "{error}");
    }
}
