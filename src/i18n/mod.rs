//! The messages of the interface in one language, and the translation of a report.

mod dates;
mod locale_file;
mod message_id;
mod messages;
mod report_texts;

pub use dates::{date_basis_text, date_text, day_text, years_text};
pub use locale_file::{LocaleFile, Review};
pub use message_id::MessageId;
pub use messages::Messages;
pub use report_texts::{ReportTexts, localize, report_texts};
