//! The files that all pages share.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

/// What trunk and esbuild made of the scripts, the module and the style sheet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Assets {
    /// The file name of the module's glue.
    pub glue: String,
    /// The integrity of the glue.
    pub glue_integrity: String,
    /// The file name of the module.
    pub wasm: String,
    /// The integrity of the module.
    pub wasm_integrity: String,
    /// The file name of the script that saves pictures of the map; the first click loads it.
    pub pictures: String,
    /// The integrity of that script.
    pub pictures_integrity: String,
    /// The file name of the script that starts the page.
    pub loader: String,
    /// The script of the single file: the glue, the loader and the pictures.
    pub single_script: String,
    /// The module for the single file: gzip in base64.
    pub packed_wasm: String,
    /// The file name of the icon.
    pub icon: String,
    /// The icon itself.
    pub icon_svg: String,
    /// The style sheet.
    pub css: String,
    /// The outlines of the map, an SVG sprite.
    pub outlines: String,
    /// The scripts that `trunk serve` adds, as HTML; empty in a release. With them the page has no policy.
    pub development: String,
}

/// Returns the hash by which a file is named: the first 16 hexadecimal digits of its SHA-256.
pub fn content_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the Subresource Integrity of a file: SHA-384 in base64.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// Returns the source expression of an inline script or style sheet for a Content-Security-Policy.
pub(super) fn policy_hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// Returns a file as a `data:` URL.
pub(super) fn data_url(kind: &str, content: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(content))
}
