//! What may be wrong with the files of the page, and how each looks to a browser.

use std::io;

use axum::body::{Body, Bytes};
use axum::response::Response;
use futures_util::stream;
use xtask::serve;

/// What is wrong with the files of a broken page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The module answers 404.
    WasmMissing,
    /// The module answers 500.
    WasmError,
    /// The module never answers.
    WasmNever,
    /// The connection is lost half-way through the module.
    WasmLost,
    /// The module comes as plain text; it runs all the same.
    WasmType,
    /// One byte of the module is another.
    WasmAltered,
    /// The module ends half-way.
    WasmCut,
    /// The glue answers 404.
    GlueMissing,
    /// One letter of the glue is another.
    GlueAltered,
    /// The facts answer 404.
    DataMissing,
    /// The facts end half-way.
    DataCut,
    /// One letter of the facts is another, and they are still valid.
    DataAltered,
    /// The facts are a page of HTML.
    DataHtml,
    /// The facts answer 500.
    DataError,
    /// A value is none of those that it may be.
    DataWrong,
}

/// Every fault.
pub const FAULTS: [Fault; 15] = [
    Fault::WasmMissing,
    Fault::WasmError,
    Fault::WasmNever,
    Fault::WasmLost,
    Fault::WasmType,
    Fault::GlueAltered,
    Fault::DataCut,
    Fault::DataAltered,
    Fault::WasmAltered,
    Fault::WasmCut,
    Fault::GlueMissing,
    Fault::DataMissing,
    Fault::DataHtml,
    Fault::DataWrong,
    Fault::DataError,
];

/// The status and the bytes of a file that a fault touches; of any other, as they are.
pub(crate) fn broken(fault: Fault, name: &str, mut bytes: Vec<u8>) -> (u16, Vec<u8>) {
    let is_glue = name.starts_with("partnership-atlas") && name.ends_with(".js");
    let is_wasm = name.ends_with(".wasm");
    let is_data = name.starts_with("atlas-") && name.ends_with(".json");
    match fault {
        Fault::WasmMissing if is_wasm => (404, Vec::new()),
        Fault::WasmError if is_wasm => (500, Vec::new()),
        // So that a test need not wait as long as a reader on a slow network (WebKitGTK does not tell a loss).
        Fault::WasmNever | Fault::WasmLost if name == "index.html" => {
            let page = String::from_utf8_lossy(&bytes);
            (
                200,
                page.replacen("data-load-timeout=\"30\"", "data-load-timeout=\"1\"", 1)
                    .into_bytes(),
            )
        }
        Fault::WasmAltered if is_wasm => {
            if let Some(last) = bytes.last_mut() {
                *last ^= 1;
            }
            (200, bytes)
        }
        Fault::WasmCut if is_wasm => {
            bytes.truncate(bytes.len() / 2);
            (200, bytes)
        }
        // Whoever publishes bad data has its right hash: it is for the page to see that it is bad.
        Fault::DataWrong | Fault::DataHtml if name == "index.html" => (200, unproved(&bytes)),
        Fault::GlueMissing if is_glue => (404, Vec::new()),
        Fault::GlueAltered if is_glue => (200, [bytes, b" ".to_vec()].concat()),
        Fault::DataCut if is_data => {
            bytes.truncate(bytes.len() / 2);
            (200, bytes)
        }
        Fault::DataAltered if is_data => {
            let text = String::from_utf8_lossy(&bytes);
            (200, text.replacen("Commitment reaffirmed", "Commitment withdrawn", 1).into_bytes())
        }
        Fault::DataMissing if is_data => (404, Vec::new()),
        Fault::DataHtml if is_data => (200, b"<!doctype html><title>Sign in</title>".to_vec()),
        Fault::DataWrong if is_data => {
            let text = String::from_utf8_lossy(&bytes);
            (200, text.replacen("\"kind\":\"statement\"", "\"kind\":\"party\"", 1).into_bytes())
        }
        Fault::DataError if is_data => (500, Vec::new()),
        _ => (200, bytes),
    }
}

/// The page without the integrity of its facts.
pub(crate) fn unproved(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let name = "data-report-integrity=\"";
    let (before, after) = page.split_once(name).unwrap_or((&page, "\""));
    let after = after.split_once('"').map_or("", |(_, after)| after);
    [before, name, "\"", after].concat().into_bytes()
}

/// Half of an answer, then none: for a browser the connection is lost.
pub(crate) fn lost(bytes: &[u8]) -> Response {
    let half = Bytes::copy_from_slice(bytes.get(..bytes.len() / 2).unwrap_or_default());
    let parts = [Ok(half), Err(io::Error::other("lost"))];
    serve::with_type(Body::from_stream(stream::iter(parts)), "application/wasm")
}
