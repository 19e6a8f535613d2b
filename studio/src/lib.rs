//! The studio: an editor makes an atlas of their own report in the browser.
//!
//! The modules, in reading order; each uses only those above it.

pub mod path;

pub mod ids;

pub mod document;

pub mod journal;

pub mod words;

pub mod date_words;
pub mod marks;
pub mod tokens;

pub mod problems;

pub mod unpack;

pub mod open;
pub mod publish;
pub mod shortcuts;

pub mod coverage;
pub mod suggestions;

pub mod state;

pub mod ui;

#[cfg(target_arch = "wasm32")]
pub mod browser;
