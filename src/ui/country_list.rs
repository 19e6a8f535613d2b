//! The legend, which is also the list of the countries: a link for each, grouped by what the report says.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::Context;
use super::text::{attribute, localized_text};
use crate::i18n::MessageId;
use crate::model::Place;
use crate::view_model::countries::{CountryStatus, country_status, status_line};

/// A row for each status that a country has: its color, its meaning, its countries.
#[component]
pub fn CountryList(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let rows: Vec<_> = CountryStatus::iter().flat_map(|status| rows(&context, status)).collect();
    view! {
        <nav class="country-list" aria-label=attribute(&context, MessageId::MapList)>
            <ul class="country-list__rows">{rows}</ul>
        </nav>
    }
}

/// Renders the rows of a status: states that joined in different years have a row for each year.
fn rows(context: &Context, status: CountryStatus) -> Vec<AnyView> {
    let report = &context.atlas.report;
    let places = report.places.iter().filter(|place| country_status(report, place) == status);
    let mut groups: Vec<(String, Vec<&Place>)> = Vec::new();
    for place in places {
        let meaning = status_line(&context.atlas, place);
        match groups.iter_mut().find(|(known, _)| *known == meaning) {
            Some((_, group)) => group.push(place),
            None => groups.push((meaning, vec![place])),
        }
    }
    let groups = groups.into_iter();
    groups.map(|(meaning, places)| row(context, status, meaning, &places)).collect()
}

fn row(context: &Context, status: CountryStatus, meaning: String, places: &[&Place]) -> AnyView {
    let links: Vec<_> = places.iter().map(|place| link(context, place)).collect();
    view! {
        <li>
            <p class="country-list__meaning">
                <svg
                    class=format!("country-list__color country-list__color--{}", status.name())
                    fill=status.pattern()
                    viewBox="0 0 16 16"
                    aria-hidden="true"
                >
                    <rect width="16" height="16" rx="4"></rect>
                </svg>
                {meaning}
            </p>
            <ul class="country-list__links">{links}</ul>
        </li>
    }
    .into_any()
}

fn link(context: &Context, place: &Place) -> AnyView {
    let (code, state) = (place.code, context.state);
    let select = move |event: &MouseEvent| {
        if is_plain_click(event) {
            event.prevent_default();
            state.select(code);
        }
    };
    // The browser follows a link on Enter. Some readers take it for a button and press Space.
    let select_by_space = move |event: &KeyboardEvent| {
        if event.key() == " " {
            event.prevent_default();
            state.select(code);
        }
    };
    view! {
        <li>
            <a
                class="country-list__link"
                href=format!("#{code}")
                aria-current=move || (state.place.get() == Some(code)).then_some("true")
                on:click=move |event| select(&event)
                on:keydown=move |event| select_by_space(&event)
                on:pointerenter=move |_| state.preview(Some(code))
                on:pointerleave=move |_| state.preview(None)
                on:focus=move |_| state.preview(Some(code))
                on:blur=move |_| state.preview(None)
            >
                {localized_text(&place.name)}
            </a>
        </li>
    }
    .into_any()
}

/// Returns whether a click follows a link in the page: with a modifier it opens the link elsewhere.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !has_modifier
}
