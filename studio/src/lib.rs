//! The studio: an editor makes an atlas of their own report in the browser.
//!
//! The modules, in reading order; each uses only those above it.

#![cfg_attr(
    test,
    expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by a panic")
)]

pub mod document;
pub mod journal;
pub mod path;
