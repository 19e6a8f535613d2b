//! A static file server for the built page, on this machine alone.

use std::fs;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use tokio::runtime::Runtime;

use crate::command::{program, works};
use crate::header_rules::{self, HEADERS};
use crate::{build, sizes};

/// Builds the page, or those of other reports, then serves them until it is interrupted.
pub fn run(port: u16, open: bool, reports: &[PathBuf]) -> Result<()> {
    let folder = if reports.is_empty() {
        build::run(None).map(|()| sizes::dist())?
    } else {
        build::of_reports(reports, None)?
    };
    let listener = listen(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("Serving the page at {address} (Ctrl-C ends it)");
    if open && !works(program("xdg-open").arg(&address)) {
        println!("No browser could be opened; open the address by hand.");
    }
    answer_all(listener, move |url| Some(answer(url, &folder, "/")))
}

/// Listens on 127.0.0.1; port 0 takes a free one.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on port {port}: {error}; try --port 0"))
}

/// Answers every request by a function of its path and query, until the program ends. The function may block. Without an
/// answer the request stays open.
pub fn answer_all<F>(listener: TcpListener, answer: F) -> Result<()>
where
    F: Fn(&str) -> Option<Response> + Clone + Send + Sync + 'static,
{
    let handler = move |request: Request| {
        let (answer, url) = (answer.clone(), request.uri().to_string());
        async move {
            match tokio::task::spawn_blocking(move || answer(&url)).await {
                Ok(Some(response)) => response,
                Ok(None) => std::future::pending().await,
                Err(_) => text(StatusCode::INTERNAL_SERVER_ERROR, "the server failed"),
            }
        }
    };
    listener.set_nonblocking(true)?;
    Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, Router::new().fallback(handler)).await
    })?;
    Ok(())
}

/// Answers a request with a file of a folder that is published under a base path, such as `/` or `/a/b/`.
pub fn answer(url: &str, folder: &Path, base: &str) -> Response {
    match file(url, folder, base).and_then(|path| Some((fs::read(&path).ok()?, path))) {
        Some((bytes, path)) => {
            let mut response = with_type(bytes, content_type(&path));
            response.headers_mut().extend(shared_headers(url, folder));
            response
        }
        None => text(StatusCode::NOT_FOUND, "not found"),
    }
}

/// A response of a content type.
pub fn with_type(body: impl Into<Body>, content_type: &'static str) -> Response {
    let mut response = Response::new(body.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// A response that is not a file.
pub fn text(status: StatusCode, text: &'static str) -> Response {
    let mut response = with_type(text, "text/plain; charset=utf-8");
    *response.status_mut() = status;
    response
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
pub fn shared_headers(url: &str, folder: &Path) -> HeaderMap {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let rules = fs::read_to_string(folder.join(HEADERS)).unwrap_or_default();
    let mut is_for_path = false;
    let mut headers = HeaderMap::new();
    for line in rules.lines() {
        if line.starts_with('/') {
            is_for_path = header_rules::is_for(line, path);
        }
        let Some((name, value)) = line.trim().split_once(": ").filter(|_| is_for_path) else {
            continue;
        };
        if name.starts_with("Access-Control-") || name.starts_with("Cross-Origin-") {
            let header = name.parse::<HeaderName>().ok().zip(value.parse::<HeaderValue>().ok());
            headers.extend(header);
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
