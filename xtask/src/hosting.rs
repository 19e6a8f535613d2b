//! What a host gets besides the page: its headers, oEmbed, the element for other pages, and everything compressed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::build::{brotli, contents};
use crate::command::root;
use crate::languages::Language;
use crate::prerender::escape;
use crate::single::gzip;
use partnership_atlas::atlas::Atlas;
use partnership_atlas::locale::Message;
use partnership_atlas::scene::snippet;

/// The environment variable that tells where the page will stand: `https://example.org/atlas/`.
pub const URL: &str = "ATLAS_URL";

/// The element for other pages; its name has no hash, since others refer to it.
pub const ELEMENT: &str = "embed.js";

/// The width that oEmbed gives, in CSS px; it must give one.
const WIDTH: u32 = 1000;

/// Endings of what is worth compressing.
const TEXTUAL: [&str; 6] = ["html", "css", "js", "json", "svg", "wasm"];

/// Writes the files of the host into the folder of the page.
pub fn run(folder: &Path, languages: &[Language]) -> Result<()> {
    let element = fs::read_to_string(root().join("assets").join(ELEMENT))
        .context("assets/embed.js cannot be read")?;
    let tags: Vec<&str> = languages.iter().map(|language| language.lang.as_str()).collect();
    let (none, known) =
        ("LANGUAGES = []", format!("LANGUAGES = {}", serde_json::to_string(&tags)?));
    if element.matches(none).count() != 1 {
        bail!("assets/{ELEMENT} must have {none} once");
    }
    fs::write(folder.join(ELEMENT), element.replace(none, &known))?;
    fs::write(folder.join("_headers"), headers(folder)?)?;
    compress(folder)
}

/// Puts a compressed copy beside every file that is text; several files of one content are compressed once.
fn compress(folder: &Path) -> Result<()> {
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

/// Writes the answer of oEmbed beside the page of a language, where it is known at which address that will stand.
pub fn answer_oembed(folder: &Path, atlas: &Atlas) -> Result<()> {
    let Some(url) = url()? else { return Ok(()) };
    let answer = oembed(&format!("{url}{}/", atlas.locale.lang), atlas)?;
    fs::write(folder.join("oembed.json"), answer).context("oembed.json cannot be written")
}

/// Where the page will stand, if that is known; with a slash at its end.
pub fn url() -> Result<Option<String>> {
    let Ok(url) = std::env::var(URL) else { return Ok(None) };
    if !(url.starts_with("https://") || url.starts_with("http://")) || url.contains(['"', '<', ' '])
    {
        bail!("{URL} must be an address that begins with https:// or http://, but is “{url}”");
    }
    Ok(Some(format!("{}/", url.trim_end_matches('/'))))
}

/// The links of the head that need to know where the page stands: canonical, and oEmbed's discovery
/// (<https://oembed.com/#section4>), whose readers do not resolve relative addresses.
pub fn links(atlas: &Atlas) -> Result<String> {
    let Some(url) = url()? else { return Ok(String::new()) };
    let title = escape(atlas.locale.say(Message::PageTitle));
    let url = format!("{url}{}/", atlas.locale.lang);
    Ok(format!(
        "\n<link rel=\"canonical\" href=\"{url}\">\n<link rel=\"alternate\" type=\"application/json+oembed\" \
         href=\"{url}oembed.json\" title=\"{title}\">"
    ))
}

/// The answer of oEmbed: <https://oembed.com/#section2.3>, type `rich`.
fn oembed(url: &str, atlas: &Atlas) -> Result<String> {
    let title = atlas.locale.say(Message::PageTitle);
    let height: u32 = snippet::HEIGHT.parse()?;
    // WordPress brings the script that hears the height only where there is such a quotation; it shows the frame
    // once it has heard, and the link until then.
    let link = format!("<a href=\"{url}\">{}</a>", escape(title));
    let frame = snippet::frame(&format!("{url}embed/"), title);
    let html = format!("<blockquote class=\"wp-embedded-content\">{link}</blockquote>{frame}");
    let answer = json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": "Partnership Atlas",
        "provider_url": url, "width": WIDTH, "height": height, "cache_age": 86_400, "html": html,
    });
    Ok(serde_json::to_string_pretty(&answer)? + "\n")
}

/// The frame out of an answer of oEmbed: what an editor pastes.
pub fn snippet_of(oembed: &str) -> Result<String> {
    let answer: serde_json::Value = serde_json::from_str(oembed)?;
    let html = answer.get("html").and_then(serde_json::Value::as_str).unwrap_or_default();
    let start = html.find("<iframe").context("oEmbed gives no frame")?;
    Ok(html.get(start..).unwrap_or_default().to_owned())
}

/// The headers that a host should send, in the form that Netlify and Cloudflare Pages read.
fn headers(folder: &Path) -> Result<String> {
    let mut text = String::from(
        "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Cache-Control: no-cache\n\n# Whoever frames the page without an origin may still read these.\n\
         /embed/*\n  Access-Control-Allow-Origin: *\n/data/*\n  Access-Control-Allow-Origin: *\n\n\
         # Named after their content: another content has another name.\n",
    );
    for name in contents(folder)?.into_keys() {
        let name = name.display().to_string();
        if is_hashed(&name) {
            text += &format!(
                "/{name}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"
            );
        }
    }
    Ok(text)
}

/// Whether a file is named after its content: 16 hexadecimal digits after a hyphen.
fn is_hashed(name: &str) -> bool {
    let is_hash = |part: &str| {
        part.len() >= 16
            && part.bytes().take(16).all(|b| b.is_ascii_hexdigit())
            && !part.as_bytes().get(16).is_some_and(u8::is_ascii_alphanumeric)
    };
    name.split('-').skip(1).any(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prerender::atlas;

    #[test]
    fn what_is_named_after_its_content_is_told_from_the_rest() {
        for name in [
            "atlas-9946fc695f720a89.css",
            "partnership-atlas-d279b06465cd7061_bg.wasm",
            "en-4a8130a4183d9e52.json",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "index.html",
            "embed.js",
            "partnership-atlas.html",
            "data/pakistan-asean-2023.schema.json",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn oembed_gives_a_frame_that_needs_no_script_of_the_host() {
        let answer: serde_json::Value =
            serde_json::from_str(&oembed("https://example.org/a/", &atlas().unwrap()).unwrap())
                .unwrap();
        assert_eq!(
            (answer["version"].as_str(), answer["type"].as_str()),
            (Some("1.0"), Some("rich"))
        );
        let html = answer["html"].as_str().unwrap();
        assert!(
            html.contains("<iframe src=\"https://example.org/a/embed/\" title=\"")
                && !html.contains("<script"),
            "{html}"
        );
    }
}
