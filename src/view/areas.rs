//! The areas of cooperation: two filters, and a card for each project.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::card;
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::Status;
use crate::locale::Message;
use crate::scene::cards::{shown, statuses};
use crate::scene::{sheet, words};
use crate::state::url::ViewState;

/// The section of the areas.
#[component]
pub fn Areas(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    chosen: ViewState,
) -> impl IntoView {
    let cards = sheet::cards(&atlas.dataset).into_iter().map(|fact| card(&atlas, &chosen, fact));
    view! {
        <section class="areas" aria-label=atlas.locale.say(Message::AreasTitle).to_owned()>
            <h2>{phrase(atlas.locale.say(Message::AreasTitle))}</h2>
            <div class="filters">
                {by_area(&atlas, &chosen)}
                {by_status(&atlas, &chosen)}
                <p class="filters__shown" role="status">{shown(&atlas.digest, &chosen)}</p>
            </div>
            <div class="cards">{cards.collect_view()}</div>
        </section>
    }
}

fn by_area(atlas: &Atlas, chosen: &ViewState) -> AnyView {
    let choices = atlas.dataset.areas.iter().map(|area| (area.id.to_string(), area.name.clone()));
    let on = chosen.area.map(|id| id.to_string());
    group(atlas, Message::AreasByArea, "area", &on.unwrap_or_default(), choices.collect())
}

fn by_status(atlas: &Atlas, chosen: &ViewState) -> AnyView {
    let name = |status| atlas.locale.say(words::status(status)).to_owned();
    let statuses = statuses(&atlas.dataset).into_iter();
    let choices = statuses.map(|status| (status.word().to_owned(), name(status)));
    let on = chosen.status.map_or("", Status::word);
    group(atlas, Message::AreasByStatus, "status", on, choices.collect())
}

/// A row of choices, of which the first is all of them; each has its value, and its name.
fn group(
    atlas: &Atlas,
    label: Message,
    act: &'static str,
    on: &str,
    choices: Vec<(String, String)>,
) -> AnyView {
    let label = atlas.locale.say(label).to_owned();
    let name = label.clone();
    let all = (String::new(), atlas.locale.say(Message::AreasAll).to_owned());
    let choices = std::iter::once(all).chain(choices).map(|(of, name)| {
        let pressed = if of == on { "true" } else { "false" };
        view! {
            <button type="button" class="filter__choice" data-act=act data-of=of disabled aria-pressed=pressed>
                {name}
            </button>
        }
    });
    view! {
        <div class="filter" role="group" aria-label=name>
            <span class="filter__label" aria-hidden="true">{label}</span>
            {choices.collect_view()}
        </div>
    }
    .into_any()
}
