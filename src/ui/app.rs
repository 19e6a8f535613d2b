//! The page, top to bottom.

use leptos::prelude::*;

use super::Context;
use super::about::About;
use super::areas::Areas;
use super::embed_dialog::EmbedDialog;
use super::evidence::EvidenceList;
use super::fact_table::FactTable;
use super::further_facts::FurtherFacts;
use super::inspector::Inspector;
use super::link::LinkAddress;
use super::map::MapFigure;
use super::masthead::Masthead;
use super::notice::Notice;
use super::share_dialog::ShareDialog;
use super::timeline::Timeline;

/// The whole page of one report.
#[component]
pub fn App(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    view! {
        <div class="atlas">
            <Notice context=context.clone() />
            <Masthead context=context.clone() />
            <main>
                <div class="stage">
                    <MapFigure context=context.clone() />
                    <Inspector context=context.clone() />
                </div>
                <Areas context=context.clone() />
                <Timeline context=context.clone() />
                <FactTable context=context.clone() />
                <FurtherFacts context=context.clone() />
                <EvidenceList context=context.clone() />
            </main>
            <ShareDialog context=context.clone() />
            <EmbedDialog context=context.clone() />
            <LinkAddress context=context.clone() />
            <About context />
        </div>
    }
}
