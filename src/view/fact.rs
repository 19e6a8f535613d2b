//! A fact as the inspector and the cards tell it, and the chip that opens its evidence.

use leptos::prelude::*;

use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::{Fact, When};
use crate::locale::Message;
use crate::scene::words::{self, Clocked};

/// The button that opens the evidence of a fact: a native pop-over, so that it needs no script.
pub fn chip(atlas: &Atlas, fact: &Fact) -> AnyView {
    chip_that_says(atlas, fact, Message::SourceChip)
}

/// The same where there is little room: the paragraph alone.
pub fn short_chip(atlas: &Atlas, fact: &Fact) -> AnyView {
    chip_that_says(atlas, fact, Message::SourceChipShort)
}

fn chip_that_says(atlas: &Atlas, fact: &Fact, words: Message) -> AnyView {
    let paragraph = fact.paragraph.to_string();
    let values = [("paragraph", paragraph.as_str()), ("fact", &fact.title)];
    view! {
        <button
            type="button"
            class="chip"
            popovertarget=fact.id.to_string()
            aria-label=atlas.locale.fill(Message::SourceChipLabel, &values)
        >
            {phrase(&atlas.locale.fill(words, &values))}
        </button>
    }
    .into_any()
}

/// A fact in full: its text, then kind, date, status, reach, people and what is not stated.
pub fn fact_in_full(atlas: &Atlas, fact: &Fact) -> AnyView {
    view! {
        <li class="fact">
            <p class="fact__text">{phrase(&fact.text)}</p>
            <p class="fact__line">{particulars(atlas, fact)}{people(atlas, fact)}</p>
            {chip(atlas, fact)}
        </li>
    }
    .into_any()
}

/// A fact in two lines: its title, then kind, date and status.
pub fn fact_in_brief(atlas: &Atlas, fact: &Fact) -> AnyView {
    view! {
        <li class="fact fact--brief">
            <p class="fact__text">{phrase(&fact.title)}</p>
            <p class="fact__line">{particulars(atlas, fact)}</p>
            {chip(atlas, fact)}
        </li>
    }
    .into_any()
}

fn particulars(atlas: &Atlas, fact: &Fact) -> AnyView {
    let kind = atlas.locale.say(words::kind(fact.kind)).to_owned();
    let status = words::clocked_status(atlas, fact.status, fact.date);
    let scheduled = status.report != status.today;
    let date = (!scheduled).then(|| view! { <span>{date(atlas, fact.date)}</span> });
    let unsaid = fact.not_stated.iter().map(|what| unsaid(atlas, words::unstated(*what)));
    view! {
        <span>{phrase(&kind)}</span>
        {date}
        <span>{clocked(status)}</span>
        {unsaid.collect_view()}
    }
    .into_any()
}

fn people(atlas: &Atlas, fact: &Fact) -> Option<AnyView> {
    let names = words::people(atlas, fact);
    (!names.is_empty()).then(|| view! { <bdi>{names}</bdi> }.into_any())
}

/// A date in words; one that the report does not give looks unlike the others.
pub fn date(atlas: &Atlas, date: When) -> AnyView {
    let text = words::date(&atlas.locale, date);
    let basis = words::basis(&atlas.locale, date).map(str::to_owned);
    if words::is_undated(date) {
        view! { <span class="unsaid">{text}</span> }.into_any()
    } else if let Some(basis) = basis {
        view! { <span title=basis>{text}</span> }.into_any()
    } else {
        text.into_any()
    }
}

/// The line below a list that had to be cut: how much more there is, and where.
pub fn more(atlas: &Atlas, count: usize) -> Option<AnyView> {
    let words = || atlas.locale.fill(Message::ListMore, &[("count", &count.to_string())]);
    (count > 0).then(|| view! { <li class="more">{phrase(&words())}</li> }.into_any())
}

/// Something that the report does not say, said in words.
pub fn unsaid(atlas: &Atlas, message: Message) -> AnyView {
    view! { <span class="unsaid">{phrase(atlas.locale.say(message))}</span> }.into_any()
}

/// A text under both clocks; the sheet shows the one that is chosen.
pub fn clocked(text: Clocked) -> AnyView {
    if text.report == text.today {
        return text.report.into_any();
    }
    view! {
        <span class="as-reported">{text.report}</span>
        <span class="as-of-today">{text.today}</span>
    }
    .into_any()
}

/// The ways in which a passage can be read, where there are several.
pub fn readings(atlas: &Atlas, fact: &Fact) -> Option<AnyView> {
    if fact.readings.is_empty() {
        return None;
    }
    let readings = words::readings(atlas, fact).into_iter().map(|(label, reading)| {
        view! { <li><b>{label}</b>" "{phrase(&reading.text)}</li> }
    });
    let drawn = view! {
        <div class="readings">
            <p class="readings__title">{phrase(atlas.locale.say(Message::ReadingsTitle))}</p>
            <ul>{readings.collect_view()}</ul>
        </div>
    };
    Some(drawn.into_any())
}
