//! The report as files for other programs: a table, annotations, points, references, a package of them.
//!
//! What a reader takes depends on the view for the table alone, so that is the one that the browser makes.

#[cfg(not(target_arch = "wasm32"))]
mod annotations;
#[cfg(not(target_arch = "wasm32"))]
mod bibliography;
#[cfg(not(target_arch = "wasm32"))]
mod data_package;
#[cfg(not(target_arch = "wasm32"))]
mod geojson;
mod records;

#[cfg(not(target_arch = "wasm32"))]
pub use annotations::annotations;
#[cfg(not(target_arch = "wasm32"))]
pub use bibliography::{bibtex, csl_json, references, ris};
#[cfg(not(target_arch = "wasm32"))]
pub use data_package::{PackageFile, data_package};
#[cfg(not(target_arch = "wasm32"))]
pub use geojson::geojson;
pub use records::{COLUMNS, to_csv};
