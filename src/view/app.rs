//! The page, top to bottom.

use std::sync::Arc;

use leptos::prelude::*;

use super::about::About;
use super::areas::Areas;
use super::evidence::Evidence;
use super::fact_table::FactTable;
use super::inspector::Inspector;
use super::map::MapFigure;
use super::masthead::Masthead;
use super::phrase::phrase;
use super::share::{embed, share};
use super::timeline::Timeline;
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::state::AppState;

/// The whole page of one report.
#[component]
pub fn App(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    state: AppState,
) -> impl IntoView {
    let say = |message| atlas.locale.say(message).to_owned();
    view! {
        <div class="atlas">
            <div class="notice" role="status" hidden>
                <p>{phrase(&say(Message::NoticeFailed))}</p>
                <details hidden>
                    <summary>{phrase(&say(Message::NoticeProblems))}</summary>
                </details>
            </div>
            <Masthead atlas=atlas.clone() state />
            <main>
                <div class="stage">
                    <MapFigure atlas=atlas.clone() state />
                    <Inspector atlas=atlas.clone() state />
                </div>
                <Areas atlas=atlas.clone() state />
                <Timeline atlas=atlas.clone() />
                <FactTable atlas=atlas.clone() state />
                <Evidence atlas=atlas.clone() state />
            </main>
            {share(&atlas, state)}
            {embed(&atlas, state)}
            <About atlas />
        </div>
    }
}
