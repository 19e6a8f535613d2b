//! Files named after their content, so that they may be cached for ever, and what proves that content.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256, Sha384};

/// What a file with this content is known by in its name.
fn mark(bytes: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(bytes)).chars().take(16).collect()
}

/// Names a file that trunk has named after its content (`a-1f2e.js`, `a-1f2e_bg.wasm`) after what is in it now; gives back the page
/// with that name.
pub fn anew(page: &str, path: &Path) -> Result<String> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let (stem, rest) =
        name.rsplit_once('-').with_context(|| format!("{name} is not named after its content"))?;
    let ending = rest.trim_start_matches(|sign: char| sign.is_ascii_hexdigit());
    let bytes = fs::read(path).with_context(|| format!("{name} cannot be read"))?;
    let anew = format!("{stem}-{}{ending}", mark(bytes));
    fs::rename(path, path.with_file_name(&anew))?;
    Ok(page.replace(name, &anew))
}

/// Puts JSON beside the page, named after its content.
pub fn publish(folder: &Path, stem: &str, text: &str) -> Result<String> {
    let published = format!("{stem}-{}.json", mark(text));
    fs::write(folder.join(&published), text)?;
    Ok(published)
}

/// The Subresource Integrity of a file: SHA-384 in base64.
pub fn integrity(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(format!("sha384-{}", base64(&Sha384::digest(bytes))))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Base64, with its padding.
pub fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_has_changed_gets_another_name() {
        let folder = std::env::temp_dir().join("atlas-named-anew");
        fs::create_dir_all(&folder).unwrap();
        for ending in [".js", "_bg.wasm"] {
            let name = format!("a-b-0123456789abcde{ending}");
            let path = folder.join(&name);
            fs::write(&path, "abc").unwrap();
            let wanted = format!("a-b-ba7816bf8f01cfea{ending}");
            assert_eq!(
                anew(&format!("<meta content=./{name}>"), &path).unwrap(),
                format!("<meta content=./{wanted}>")
            );
            assert_eq!(fs::read_to_string(folder.join(wanted)).unwrap(), "abc");
            assert!(!path.exists());
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
