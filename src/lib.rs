//! Partnership Atlas: one news report, mapped fact by fact.
//!
//! The page is `App(report, state)`: Leptos components that the build prints into complete HTML, and that the browser renders
//! again, alive, from the report's JSON. The modules, in reading order; each uses only those above it.

pub mod model;

pub mod i18n;
pub mod map_layout;

pub mod state;

pub mod view_model;

pub mod ui;

#[cfg(not(reader))]
pub mod site;

#[cfg(target_arch = "wasm32")]
pub mod browser;
