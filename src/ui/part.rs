//! The parts of the page that react.

use leptos::prelude::*;
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::areas::Areas;
use super::embed_dialog::EmbedDialog;
use super::evidence::CopyCitation;
use super::fact_table::FactTable;
use super::inspector::Inspector;
use super::map::MapFigure;
use super::masthead::MastheadTools;
use super::share_dialog::ShareDialog;
use super::Context;
use crate::model::FactId;

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
    /// The button that copies a citation; `data-fact` says of which fact.
    CopyCitation,
}

impl Part {
    /// Returns the name in `data-part`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Renders the part; `fact` is the fact of a part that belongs to one.
    pub fn view(self, context: Context, fact: Option<FactId>) -> AnyView {
        match self {
            Self::Map => view! { <MapFigure context /> }.into_any(),
            Self::Inspector => view! { <Inspector context /> }.into_any(),
            Self::Areas => view! { <Areas context /> }.into_any(),
            Self::FactTable => view! { <FactTable context /> }.into_any(),
            Self::MastheadTools => view! { <MastheadTools context /> }.into_any(),
            Self::ShareDialog => view! { <ShareDialog context /> }.into_any(),
            Self::EmbedDialog => view! { <EmbedDialog context /> }.into_any(),
            Self::CopyCitation => view! { <CopyCitation context fact=fact.unwrap_or_default() /> }.into_any(),
        }
    }
}
