//! What the browser tests and the screenshots stand on: a site, an engine, a page.

pub mod engine;
pub mod host;
pub mod page;
pub mod site;
pub mod tour;
