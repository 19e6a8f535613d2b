//! The module that draws pages: the preview of the studio, the files to take, and what an atlas in one file contains.
//!
//! The studio loads it when it is first needed. It is a module of its own, so that the forms are there without it: it contains
//! all of the page that readers see.

#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(target_arch = "wasm32")]
mod locales;
#[cfg(target_arch = "wasm32")]
mod preview;
#[cfg(target_arch = "wasm32")]
mod printing;
#[cfg(target_arch = "wasm32")]
mod share_picture;

fn main() {}
