//! What the browser tests and the screenshots stand on: a site, an engine, a page.

pub mod audit;
pub mod bench;
pub mod console_smoke;
pub mod engine;
pub mod fault;
pub mod fixtures;
pub mod host;
pub mod page;
#[path = "../../ui/payloads.rs"]
pub mod payloads;
pub mod site;
