//! The commands of Partnership Atlas: what `cargo xtask` does, and what the browser tests reuse.

pub mod basemap;
pub mod budget;
pub mod build;
pub mod bundle_css;
pub mod command;
pub mod deploy_files;
pub mod languages;
pub mod prerender;
pub mod schema;
pub mod scripts;
pub mod serve;
pub mod synthetic_report;
pub mod test;
pub mod tools;
pub mod verify;
pub mod wordpress_test;
