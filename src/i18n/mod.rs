//! The messages of the interface in one language, and the translation of a report.

mod dates;
mod locale_file;
mod message_id;
mod messages;

pub use dates::{date_basis_text, date_text, day_text};
pub use locale_file::{LocaleFile, Review, report_texts};
pub use message_id::MessageId;
pub use messages::Messages;
