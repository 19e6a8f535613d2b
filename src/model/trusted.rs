//! Reads data that the build wrote itself: no check is needed, and the module stays small.

use serde::Deserialize;

use super::Diagnostic;

/// Reads any value that the build wrote itself, such as the data of a page.
///
/// # Errors
///
/// The first value that does not fit, with its line and column.
pub fn trusted<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, Diagnostic> {
    serde_json::from_slice(json).map_err(|error| Diagnostic::new("$", error.to_string()))
}
