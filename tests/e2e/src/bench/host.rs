//! A host as the documents describe one: everything under brotli; and beside the page a static copy of it, the control.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use tiny_http::{Header, Request, Response, Server};
use xtask::build::brotli;
use xtask::serve;

/// The path of the page.
pub const PAGE: &str = "/page/";

/// The path of its static copy: the same file without its script.
pub const CONTROL: &str = "/control/";

/// Serves a folder on a free port, and says under which address; it ends with the program.
pub fn serve_packed(folder: PathBuf) -> Result<String> {
    let server = Arc::new(serve::listen(0)?);
    let address = server.server_addr().to_ip().context("the server has no address")?;
    let control = Arc::new(control(&folder)?);
    for _ in 0..4 {
        let (server, folder, control) = (server.clone(), folder.clone(), control.clone());
        thread::spawn(move || work(&server, &folder, &control));
    }
    Ok(format!("http://{address}"))
}

/// The page without its script, under brotli.
fn control(folder: &Path) -> Result<Vec<u8>> {
    let page = fs::read_to_string(folder.join("index.html")).context("there is no page")?;
    let (before, rest) = page.split_once("<script").context("the page has no script")?;
    let (_, after) = rest.split_once("</script>").context("the script does not end")?;
    brotli([before, after].concat().as_bytes(), 11)
}

fn work(server: &Server, folder: &Path, control: &[u8]) {
    for request in server.incoming_requests() {
        // Whoever asked may have gone.
        let _ = answer(request, folder, control);
    }
}

fn answer(request: Request, folder: &Path, control: &[u8]) -> std::io::Result<()> {
    let url = request.url().to_owned();
    let path = url.split('?').next().unwrap_or_default();
    if path == CONTROL {
        return request.respond(packed(control.to_vec(), "text/html; charset=utf-8"));
    }
    let way = if path.starts_with(CONTROL) { CONTROL } else { PAGE };
    let Some(path) = serve::file(&url, folder, way) else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let kind = serve::content_type(&path);
    match fs::read(format!("{}.br", path.display())) {
        Ok(bytes) => request.respond(packed(bytes, kind)),
        Err(_) => {
            request.respond(with(Response::from_data(fs::read(&path)?), "Content-Type", kind))
        }
    }
}

fn packed(bytes: Vec<u8>, kind: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    with(with(Response::from_data(bytes), "Content-Type", kind), "Content-Encoding", "br")
}

fn with<R: std::io::Read>(response: Response<R>, name: &str, value: &str) -> Response<R> {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}
