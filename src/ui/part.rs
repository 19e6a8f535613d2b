//! The parts of the page that react.

use strum::{EnumIter, EnumString, IntoStaticStr};

/// A part that the browser renders over its printed element, which has the part's name in `data-part`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Part {
    /// The map, its caption and the list of countries.
    Map,
    /// What the report says of the selected country, or of all.
    Inspector,
    /// The filters and the cards.
    Areas,
    /// The table with its search.
    FactTable,
    /// The choice of the day, and the buttons of the dialogs.
    MastheadTools,
    /// The dialog with the link.
    ShareDialog,
    /// The dialog with the code of a frame.
    EmbedDialog,
    /// The field in which a text is compared with the report.
    VerifyText,
    /// The button that copies a citation; `data-fact` says of which fact.
    CopyCitation,
}

impl Part {
    /// Returns the name in `data-part`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
