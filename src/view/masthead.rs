//! The head of the page: what it is, the two clocks, the ways to carry it elsewhere.

use std::sync::Arc;

use leptos::prelude::*;

use super::phrase::phrase;
use super::share::{EMBED, SHARE};
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::words;
use crate::state::AppState;
use crate::state::url::Clock;

/// Kicker, title, deck, clocks, and the buttons of the two dialogs.
#[component]
pub fn Masthead(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    state: AppState,
) -> impl IntoView {
    let locale = &atlas.locale;
    let date = words::day(locale, atlas.dataset.source.published);
    let said = {
        let atlas = atlas.clone();
        move || state.said.get().map(|message| atlas.locale.say(message).to_owned())
    };
    view! {
        <header class="masthead">
            <div class="masthead__words">
                <p class="kicker">{phrase(locale.say(Message::HeadKicker))}</p>
                <h1>{phrase(locale.say(Message::HeadTitle))}</h1>
                <p class="masthead__deck">{phrase(&locale.fill(Message::HeadDeck, &[("date", &date)]))}</p>
            </div>
            <div class="masthead__tools">
                <fieldset class="clock">
                    <legend class="unseen">{phrase(locale.say(Message::ClockLabel))}</legend>
                    {clock(&atlas, state, Clock::Report, Message::ClockReport)}
                    {clock(&atlas, state, Clock::Today, Message::ClockToday)}
                </fieldset>
                <button type="button" class="button" popovertarget=SHARE disabled=!state.live>
                    {phrase(locale.say(Message::ShareButton))}
                </button>
                <button type="button" class="button hosted" popovertarget=EMBED>
                    {phrase(locale.say(Message::EmbedButton))}
                </button>
                <p class="masthead__said" role="status">{said}</p>
            </div>
        </header>
    }
}

/// A radio button, so that the clocks can be turned without a script: the sheet reads which one is checked.
fn clock(atlas: &Atlas, state: AppState, clock: Clock, message: Message) -> AnyView {
    let is_on = move || state.view.with(|view| view.clock == clock);
    view! {
        <label class="clock__choice">
            <input
                type="radio"
                name="clock"
                value=clock.word()
                checked=clock == Clock::default()
                prop:checked=is_on
                on:change=move |_| state.set_clock(clock)
            />
            <span>{phrase(atlas.locale.say(message))}</span>
        </label>
    }
    .into_any()
}
