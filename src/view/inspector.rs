//! What the report says of the selected state, or of all of them.

use std::sync::Arc;

use leptos::prelude::*;

use super::fact::{fact_in_brief, more};
use super::overview::overview;
use super::phrase::phrase;
use super::place::section;
use crate::atlas::Atlas;
use crate::dataset::PlaceCode;
use crate::locale::Message;
use crate::scene::{places, sheet};

/// A section for each state, of which one is shown, then the overview, then what concerns them all.
///
/// The sections stand before the overview so that the sheet can hide it by the `:target` before it, without
/// a script.
#[component]
pub fn Inspector(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// The selected state.
    place: Option<PlaceCode>,
) -> impl IntoView {
    let locale = &atlas.locale;
    let sections = places::members(&atlas.dataset).map(|each| section(&atlas, place, each));
    let most = sheet::most(atlas.dataset.facts.len(), sheet::LIST);
    let (wide, rest) = sheet::cut(places::facts_wide(&atlas.dataset), most);
    let wide: Vec<_> = wide.into_iter().map(|fact| fact_in_brief(&atlas, fact)).collect();
    view! {
        <aside class="inspector" aria-label=locale.say(Message::InspectorLabel).to_owned()>
            <div class="inspector__sheet" tabindex="0" role="region" aria-label=locale.say(Message::InspectorLabel).to_owned()>
                {sections.collect_view()}
                {overview(&atlas, place.is_none())}
                <section class="wide">
                    <h3>{phrase(locale.say(Message::InspectorWide))}</h3>
                    <p class="wide__words">{phrase(locale.say(Message::InspectorWideWords))}</p>
                    <ul class="facts-list">{wide} {more(&atlas, rest)}</ul>
                </section>
            </div>
        </aside>
    }
}
