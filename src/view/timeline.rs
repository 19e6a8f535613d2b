//! The facts along the years, each marked by how exactly its date is known.

use std::sync::Arc;

use leptos::prelude::*;

use super::fact::{more, short_chip};
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::Fact;
use crate::locale::Message;
use crate::scene::sheet::{self, LIST, MOMENT, MOMENTS, cut};
use crate::scene::timeline::{Moment, Tense, moments, precision, tense, undated};
use crate::scene::words;

/// The section of the timeline.
#[component]
pub fn Timeline(
    /// The facts and the words.
    atlas: Arc<Atlas>,
) -> impl IntoView {
    let most = |cut| sheet::most(atlas.dataset.facts.len(), cut);
    let all = moments(&atlas.dataset);
    let further = all.iter().skip(most(MOMENTS)).map(|moment| moment.facts.len()).sum();
    let moments: Vec<_> = all.iter().take(most(MOMENTS)).map(|each| moment(&atlas, each)).collect();
    let (undated, rest) = cut(undated(&atlas.dataset), most(LIST));
    let undated: Vec<_> = undated.into_iter().map(|fact| entry(&atlas, fact)).collect();
    view! {
        <section class="timeline" aria-label=atlas.locale.say(Message::TimelineTitle).to_owned()>
            <h2>{phrase(atlas.locale.say(Message::TimelineTitle))}</h2>
            <ol class="timeline__moments">{moments} {more(&atlas, further)}</ol>
            <div class="timeline__undated">
                <h3>{phrase(atlas.locale.say(Message::TimelineUndated))}</h3>
                <ul>{undated} {more(&atlas, rest)}</ul>
            </div>
        </section>
    }
}

fn moment(atlas: &Atlas, moment: &Moment<'_>) -> AnyView {
    let tense = tense(moment.date, atlas.dataset.source.published);
    let mark = match tense {
        Tense::Before => "",
        Tense::OfTheReport => " moment--report",
        Tense::After => " moment--after",
    };
    let note = (tense == Tense::OfTheReport).then(|| {
        view! { <span class="moment__note">{phrase(atlas.locale.say(Message::TimelineReport))}</span> }
    });
    let most = sheet::most(atlas.dataset.facts.len(), MOMENT);
    let (facts, rest) = cut(moment.facts.iter(), most);
    let facts: Vec<_> = facts.into_iter().map(|fact| entry(atlas, fact)).collect();
    view! {
        <li class=["moment moment--", precision(moment.date), mark].concat()>
            <h3>{words::date(&atlas.locale, moment.date)}</h3>
            {note}
            <ul>{facts} {more(atlas, rest)}</ul>
        </li>
    }
    .into_any()
}

fn entry(atlas: &Atlas, fact: &Fact) -> AnyView {
    view! { <li class="moment__fact">{phrase(&fact.title)}" "{short_chip(atlas, fact)}</li> }
        .into_any()
}
