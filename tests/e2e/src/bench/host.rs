//! Serves the measured pages with brotli, as `docs/hosting.md` describes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, ensure};
use tiny_http::{Header, Request, Response, Server};
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
    let server = Arc::new(serve::listen(0)?);
    let address = server.server_addr().to_ip().context("the server has no address")?;
    let page = fs::read_to_string(folder.join("index.html")).context("read the built page")?;
    let pages = Arc::new(Pages {
        folder,
        control: brotli(without_scripts(&page)?.as_bytes(), 11)?,
        handwritten: brotli(handwritten::page()?.as_bytes(), 11)?,
    });
    for _ in 0..4 {
        let (server, pages) = (server.clone(), pages.clone());
        thread::spawn(move || run(&server, &pages));
    }
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

fn run(server: &Server, pages: &Pages) {
    for request in server.incoming_requests() {
        // The client may have closed the connection.
        let _ = answer(request, pages);
    }
}

fn answer(request: Request, pages: &Pages) -> std::io::Result<()> {
    let url = request.url().to_owned();
    let path = url.split('?').next().unwrap_or_default();
    if path == CONTROL.path {
        return request.respond(compressed(pages.control.clone(), HTML));
    }
    if path == HANDWRITTEN.path {
        return request.respond(compressed(pages.handwritten.clone(), HTML));
    }
    let base = if path.starts_with(CONTROL.path) { CONTROL.path } else { PAGE.path };
    let Some(path) = serve::file(&url, &pages.folder, base) else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    respond(request, &path)
}

fn respond(request: Request, path: &Path) -> std::io::Result<()> {
    let content_type = serve::content_type(path);
    match fs::read(format!("{}.br", path.display())) {
        Ok(bytes) => request.respond(compressed(bytes, content_type)),
        Err(_) => request.respond(with(
            Response::from_data(fs::read(path)?),
            "Content-Type",
            content_type,
        )),
    }
}

fn compressed(bytes: Vec<u8>, content_type: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let response = with(Response::from_data(bytes), "Content-Type", content_type);
    with(response, "Content-Encoding", "br")
}

fn with<R: std::io::Read>(response: Response<R>, name: &str, value: &str) -> Response<R> {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
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
