//! The chores of Partnership Atlas: what `cargo xtask` does, and what the browser tests reuse.

pub mod budget;
pub mod build;
mod cargo_output;
pub mod command;
mod estimate;
pub mod generate;
pub mod glue;
pub mod hosting;
pub mod languages;
pub mod module;
pub mod named;
pub mod outlines;
pub mod portal;
pub mod prerender;
pub mod progress;
pub mod schema;
pub mod serve;
pub mod single;
pub mod style;
pub mod test;
pub mod tools;
pub mod verify;
