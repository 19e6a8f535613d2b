//! The commands of Partnership Atlas: what `cargo xtask` does, and what the browser tests reuse.

pub mod basemap;
pub mod budget;
pub mod build;
pub mod bundle_css;
mod cargo_output;
pub mod command;
pub mod deploy_files;
mod estimate;
pub mod languages;
pub mod new_report;
pub mod placeholders;
pub mod prerender;
pub mod progress;
pub mod readers;
pub mod report;
pub mod schema;
mod schema_docs;
pub mod scripts;
pub mod serve;
pub mod share_pictures;
pub mod sizes;
pub mod studio;
pub mod synthetic_report;
pub mod test;
pub mod tools;
pub mod verify;
pub mod wordpress_test;
