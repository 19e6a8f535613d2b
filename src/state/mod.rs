//! What the reader has chosen: plain values, the address that holds them, and signals.

mod app_state;
pub mod protocol;
pub mod url;
mod view_state;

pub use app_state::{AppState, MapCamera, Platform};
pub use url::{Address, MAX_SEARCH_LENGTH};
pub use view_state::{AsOf, Column, ExtraParams, Filters, Sort, ViewState};
