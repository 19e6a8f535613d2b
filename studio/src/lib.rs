//! The studio: an editor makes an atlas of their own report in the browser.

// What the studio knows of texts: no browser interface, no framework, no files, no clock.
pub mod coverage;
pub mod date_words;
pub mod ids;
pub mod marks;
pub mod suggestions;
pub mod tokens;
