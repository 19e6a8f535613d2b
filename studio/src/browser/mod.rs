//! The browser: the only module that can fail, and the only one that names browser interfaces.

mod document;
mod fetch;
mod files;
mod keeping;
mod preview;
mod selection;
mod start;

pub use start::start;
