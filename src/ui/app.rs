//! The page, top to bottom.

use leptos::prelude::*;

use super::Context;
use super::about::About;
use super::areas::Areas;
use super::embed_dialog::EmbedDialog;
use super::evidence_list::EvidenceList;
use super::fact_table::FactTable;
use super::further_facts::FurtherFacts;
use super::inspector::Inspector;
use super::link::LinkAddress;
use super::map::MapFigure;
use super::masthead::Masthead;
use super::notice::Notice;
use super::share_dialog::ShareDialog;
use super::timeline::Timeline;

/// The whole page of one report. It follows its context, which changes in the preview of the studio alone.
#[component]
pub fn App(
    /// What every component is given.
    #[prop(into)]
    context: Signal<Context>,
) -> impl IntoView {
    view! {
        <div class="atlas">
            {move || view! { <Notice context=context.get() /> }}
            {move || view! { <Masthead context=context.get() /> }}
            <main>
                <div class="stage">
                    {move || view! { <MapFigure context=context.get() /> }}
                    {move || view! { <Inspector context=context.get() /> }}
                </div>
                {move || view! { <Areas context=context.get() /> }}
                {move || view! { <Timeline context=context.get() /> }}
                {move || view! { <FactTable context=context.get() /> }}
                {move || view! { <FurtherFacts context=context.get() /> }}
                <EvidenceList context />
            </main>
            {move || view! { <ShareDialog context=context.get() /> }}
            {move || view! { <EmbedDialog context=context.get() /> }}
            {move || view! { <LinkAddress context=context.get() /> }}
            {move || view! { <About context=context.get() /> }}
        </div>
    }
}
