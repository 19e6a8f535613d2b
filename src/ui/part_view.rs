//! A part by its name, for the browser, which renders each over its printed element.

use leptos::prelude::*;

use super::areas::Areas;
use super::embed_dialog::EmbedDialog;
use super::evidence::CopyCitation;
use super::fact_table::FactTable;
use super::inspector::Inspector;
use super::map::MapFigure;
use super::masthead::MastheadTools;
use super::share_dialog::ShareDialog;
use super::verify_text::VerifyText;
use super::{Context, Part};
use crate::model::FactId;

/// Renders a part; `fact` is the fact of a part that belongs to one.
pub fn part_view(part: Part, context: Context, fact: Option<FactId>) -> AnyView {
    match part {
        Part::Map => view! { <MapFigure context /> }.into_any(),
        Part::Inspector => view! { <Inspector context /> }.into_any(),
        Part::Areas => view! { <Areas context /> }.into_any(),
        Part::FactTable => view! { <FactTable context /> }.into_any(),
        Part::MastheadTools => view! { <MastheadTools context /> }.into_any(),
        Part::ShareDialog => view! { <ShareDialog context /> }.into_any(),
        Part::EmbedDialog => view! { <EmbedDialog context /> }.into_any(),
        Part::VerifyText => view! { <VerifyText context /> }.into_any(),
        Part::CopyCitation => {
            let fact = fact.unwrap_or_default();
            view! { <CopyCitation context fact /> }.into_any()
        }
    }
}
