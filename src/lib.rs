//! Partnership Atlas: one news report, mapped fact by fact.
//!
//! The page is a pure function of one dataset and of what the reader has chosen. It is evaluated natively into a complete
//! HTML file; in the reader's browser the same functions say what of it changes. The rooms, in reading order:

pub mod atlas;
pub mod dataset;
pub mod digest;
pub mod locale;
pub mod scene;
pub mod state;
#[cfg(not(target_arch = "wasm32"))]
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod browser;
