//! The Content-Security-Policy of a page: nothing from another origin, no inline script or style but by its hash.

use super::assets::policy_hash;

/// Returns the policy of a hosted page, whose style sheet is inline.
#[cfg(not(target_arch = "wasm32"))]
pub fn hosted(css: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src {}; img-src 'self' data:; \
         connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'",
        policy_hash(css)
    )
}

/// The policy of a page that has no file, no style sheet and no script.
#[cfg(not(target_arch = "wasm32"))]
pub const WITHOUT_FILES: &str = "default-src 'none'; base-uri 'none'; form-action 'none'";

/// Returns the policy of the single file: its script and its style sheet by their hashes, and no connection.
pub fn single_file(css: &str, script: &str) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         base-uri 'none'; form-action 'none'",
        policy_hash(script),
        policy_hash(css)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_policy_allows_inline_code_or_another_origin() {
        for policy in [hosted("p{}"), single_file("p{}", "start()"), WITHOUT_FILES.to_owned()] {
            assert!(policy.starts_with("default-src 'none';"));
            for unsafe_source in ["'unsafe-inline'", "'unsafe-eval'", "https:", "*"] {
                assert!(!policy.contains(unsafe_source), "{policy}");
            }
        }
    }
}
