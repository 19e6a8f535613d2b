//! A static file server for the built page, on this machine alone.

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

use crate::command::{program, works};
use crate::{build, sizes};

/// Builds the page, or that of another report, then serves it until it is interrupted.
pub fn run(port: u16, open: bool, report: Option<&Path>) -> Result<()> {
    let folder = match report {
        Some(report) => build::of_report(report, None)?,
        None => build::run(None).map(|()| sizes::dist())?,
    };
    let server = listen(port)?;
    let address = format!("http://{}/", server.server_addr());
    println!("Serving the page at {address} (Ctrl-C ends it)");
    if open && !works(program("xdg-open").arg(&address)) {
        println!("No browser could be opened; open the address by hand.");
    }
    for request in server.incoming_requests() {
        // Whoever asked may have gone; the next one is served all the same.
        let _ = answer(request, &folder, "/");
    }
    Ok(())
}

/// A server on 127.0.0.1; port 0 takes a free one.
pub fn listen(port: u16) -> Result<Server> {
    Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on port {port}: {error}; try --port 0"))
}

/// Answers a request with a file of a folder that is published under a base path, such as `/` or `/a/b/`.
pub fn answer(request: Request, folder: &Path, base: &str) -> std::io::Result<()> {
    match file(request.url(), folder, base).and_then(|path| Some((fs::read(&path).ok()?, path))) {
        Some((bytes, path)) => {
            let mut response = Response::from_data(bytes);
            if let Ok(header) = Header::from_bytes("Content-Type", content_type(&path)) {
                response.add_header(header);
            }
            for header in shared_headers(request.url(), folder) {
                response.add_header(header);
            }
            request.respond(response)
        }
        None => request.respond(Response::from_string("not found").with_status_code(404)),
    }
}

/// The file that an address names, if it lies within the folder.
pub fn file(url: &str, folder: &Path, base: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(base)?;
    let path = Path::new(path);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let found = folder.join(path);
    Some(if found.is_dir() { found.join("index.html") } else { found })
}

/// The headers by which the site's file `_headers` lets pages of other sites load an address below the root.
pub fn shared_headers(url: &str, folder: &Path) -> Vec<Header> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let rules = fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let mut is_for_path = false;
    let mut headers = Vec::new();
    for line in rules.lines() {
        if line.starts_with('/') {
            let (start, is_start) =
                line.strip_suffix('*').map_or((line, false), |start| (start, true));
            is_for_path = if is_start { path.starts_with(start) } else { path == start };
        } else if is_for_path
            && line.trim().starts_with("Access-Control-") | line.trim().starts_with("Cross-Origin-")
        {
            headers.extend(line.trim().parse::<Header>());
        }
    }
    headers
}

/// The content type of a file, by the ending of its name.
pub fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_nowhere_outside_the_folder() {
        let folder = Path::new("/published");
        let check = |url, wanted: Option<&str>| {
            assert_eq!(file(url, folder, "/a/"), wanted.map(PathBuf::from), "{url}");
        };
        check("/a/x.css?v=1", Some("/published/x.css"));
        check("/a/data/x.json", Some("/published/data/x.json"));
        check("/a/../../etc/passwd", None);
        check("/a//etc/passwd", None);
        check("/b/x.css", None);
    }
}
