//! The head of the page: what it is, the two clocks, the ways to carry it elsewhere.

use std::sync::Arc;

use leptos::prelude::*;

use super::phrase::phrase;
use super::share::{EMBED, SHARE};
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::scene::words;
use crate::state::url::Clock;

/// Kicker, title, deck, clocks, and the buttons of the two dialogs.
#[component]
pub fn Masthead(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// The clock by which the page reads.
    clock: Clock,
) -> impl IntoView {
    let locale = &atlas.locale;
    let date = words::day(locale, atlas.dataset.source.published);
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
                    {choice(&atlas, clock, Clock::Report, Message::ClockReport)}
                    {choice(&atlas, clock, Clock::Today, Message::ClockToday)}
                </fieldset>
                <button type="button" class="button" popovertarget=SHARE disabled>
                    {phrase(locale.say(Message::ShareButton))}
                </button>
                <button type="button" class="button hosted" popovertarget=EMBED>
                    {phrase(locale.say(Message::EmbedButton))}
                </button>
                <p class="masthead__said" role="status"></p>
            </div>
        </header>
    }
}

/// A radio button, so that the clocks can be turned without a script: the sheet reads which one is checked.
fn choice(atlas: &Atlas, chosen: Clock, clock: Clock, message: Message) -> AnyView {
    view! {
        <label class="clock__choice">
            <input
                type="radio"
                name="clock"
                value=clock.word()
                checked=clock == chosen
            />
            <span>{phrase(atlas.locale.say(message))}</span>
        </label>
    }
    .into_any()
}
