//! The browser: the only module that can fail, and the only one that names browser interfaces.

mod document;
pub mod fetch;
mod files;
pub mod frame;
mod keeping;
mod page_module;
mod preview;
mod selection;
mod start;

pub use start::start;
