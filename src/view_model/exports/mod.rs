//! The report as files for other programs: a table, annotations, points, references, a package of them.
//!
//! What a reader takes depends on the view for the table alone, so that is the one that the browser makes.

#[cfg(not(reader))]
mod annotations;
#[cfg(not(reader))]
mod bibliography;
#[cfg(not(reader))]
mod data_package;
#[cfg(not(reader))]
mod geojson;
mod records;

#[cfg(not(reader))]
pub use annotations::annotations;
#[cfg(not(reader))]
pub use bibliography::{bibtex, csl_json, date_parts, references, ris};
#[cfg(not(reader))]
pub use data_package::{PackageFile, data_package};
#[cfg(not(reader))]
pub use geojson::geojson;
pub use records::{COLUMNS, to_csv};
