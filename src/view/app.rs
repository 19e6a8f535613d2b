//! The page, top to bottom.

use std::sync::Arc;

use leptos::prelude::*;

use super::about::About;
use super::areas::Areas;
use super::evidence::evidence;
use super::fact_table::FactTable;
use super::inspector::Inspector;
use super::map::MapFigure;
use super::masthead::Masthead;
use super::phrase::phrase;
use super::share::{embed, share};
use super::timeline::Timeline;
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::{sheet, table};
use crate::state::url::ViewState;

/// The whole page of one report.
#[component]
pub fn App(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    chosen: ViewState,
    /// The way to the folders of the printed pages of the table.
    pages: String,
) -> impl IntoView {
    let say = |message| atlas.locale.say(message).to_owned();
    let rows = table::rows(&atlas.digest, &chosen);
    let told = sheet::told(&atlas.dataset, sheet::page(&rows, chosen.page.unwrap_or_default()).1);
    let evidence = evidence(&atlas, &told);
    view! {
        <div class="atlas">
            <div class="notice" role="status" hidden>
                <p>{phrase(&say(Message::NoticeFailed))}</p>
                <details hidden>
                    <summary>{phrase(&say(Message::NoticeProblems))}</summary>
                    <p class="notice__misfit" lang="en" dir="ltr"></p>
                </details>
            </div>
            <Masthead atlas=atlas.clone() clock=chosen.clock />
            <main>
                <div class="stage">
                    <MapFigure atlas=atlas.clone() chosen=chosen.clone() />
                    <Inspector atlas=atlas.clone() place=chosen.place />
                </div>
                <Areas atlas=atlas.clone() chosen=chosen.clone() />
                <Timeline atlas=atlas.clone() />
                <FactTable atlas=atlas.clone() chosen rows pages />
                {evidence}
            </main>
            {share(&atlas)}
            {embed(&atlas)}
            <About atlas />
        </div>
    }
}
