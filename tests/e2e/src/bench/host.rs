//! Serves the measured pages with brotli, as `docs/deploy.md` describes.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, ensure};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_ENCODING, HeaderValue};
use axum::response::Response;
use xtask::serve;
use xtask::sizes::brotli;

use super::handwritten;
use super::selectors::{CONTROL, HANDWRITTEN, PAGE};

/// The content type of the two controls.
const HTML: &str = "text/html; charset=utf-8";

/// The pages: a folder, and the controls under brotli.
struct Pages {
    folder: PathBuf,
    control: Vec<u8>,
    handwritten: Vec<u8>,
}

/// Serves a folder and both controls on a free port until the program ends. Returns the origin.
pub fn serve_brotli(folder: PathBuf) -> Result<String> {
    let listener = serve::listen(0)?;
    let address = listener.local_addr()?;
    let page = fs::read_to_string(folder.join("index.html")).context("read the built page")?;
    let pages = Arc::new(Pages {
        folder,
        control: brotli(without_scripts(&page)?.as_bytes(), 11)?,
        handwritten: brotli(handwritten::page()?.as_bytes(), 11)?,
    });
    thread::spawn(move || serve::answer_all(listener, move |url| Some(answer(url, &pages))));
    Ok(format!("http://{address}"))
}

/// Removes every script element from a page.
fn without_scripts(page: &str) -> Result<String> {
    let mut parts = page.split("<script");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    ensure!(kept.len() < page.len(), "the page has no script");
    for part in parts {
        let (_, after) =
            part.split_once("</script>").context("a script of the page does not end")?;
        kept.push_str(after);
    }
    Ok(kept)
}

fn answer(url: &str, pages: &Pages) -> Response {
    let path = url.split('?').next().unwrap_or_default();
    if path == CONTROL.path {
        return compressed(pages.control.clone(), HTML);
    }
    if path == HANDWRITTEN.path {
        return compressed(pages.handwritten.clone(), HTML);
    }
    let base = if path.starts_with(CONTROL.path) { CONTROL.path } else { PAGE.path };
    let Some(path) = serve::file(url, &pages.folder, base) else {
        return serve::text(StatusCode::NOT_FOUND, "not found");
    };
    let content_type = serve::content_type(&path);
    match (fs::read(format!("{}.br", path.display())), fs::read(&path)) {
        (Ok(bytes), _) => compressed(bytes, content_type),
        (_, Ok(bytes)) => serve::with_type(bytes, content_type),
        _ => serve::text(StatusCode::NOT_FOUND, "not found"),
    }
}

fn compressed(bytes: Vec<u8>, content_type: &'static str) -> Response {
    let mut response = serve::with_type(bytes, content_type);
    response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_has_no_script() {
        let page = "<p>a</p><script src=x></script><p>b</p><script>c</script>";
        assert_eq!(without_scripts(page).unwrap(), "<p>a</p><p>b</p>");
        assert!(without_scripts("<p>a</p>").is_err());
        assert!(without_scripts("<p>a</p><script>b").is_err());
    }
}
