//! Partnership Atlas: one news report, mapped fact by fact.
//!
//! The page is a pure function of one dataset, evaluated twice: natively into a complete HTML file, and in the
//! reader's browser into the same view, alive. The rooms, in reading order:

pub mod atlas;
pub mod dataset;
pub mod locale;
pub mod scene;
pub mod state;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod browser;
