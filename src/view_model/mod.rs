//! The report and the view, turned into rows ready to draw: total functions, no signal and no markup.

mod atlas;
pub mod cards;
pub mod citation;
pub mod comparison;
pub mod countries;
pub mod details;
pub mod embed_code;
pub mod exports;
pub mod labels;
pub mod map_view;
pub mod normalize;
pub mod pagination;
pub mod printed_facts;
#[cfg(not(reader))]
pub mod ranks;
pub mod search;
pub mod table;
pub mod timeline;
pub mod verify;

pub use atlas::Atlas;

/// The bundled report and its messages, for tests.
#[cfg(test)]
pub(crate) mod testing {
    use super::Atlas;
    use crate::i18n::Messages;
    use crate::state::{Address, ViewState};

    /// The bundled report in English.
    pub fn atlas() -> Atlas {
        Atlas::from_files(
            include_str!("../../assets/data/pakistan-asean-2023/report.json"),
            include_str!("../../assets/locales/en.json"),
        )
        .unwrap()
    }

    /// The English messages.
    pub fn english() -> Messages {
        atlas().messages
    }

    /// The view of an address.
    pub fn view(atlas: &Atlas, address: &str) -> ViewState {
        ViewState::from_address(&Address::new(address), &atlas.report)
    }
}
