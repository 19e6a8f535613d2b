//! What the reader has chosen: the state of the view, and the address that holds it.

pub mod app;
mod query;
pub mod url;

pub use app::{AppState, Outside};
