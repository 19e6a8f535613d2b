//! The map: a picture for pointers. The list of countries below it is the control for everyone.

mod caption;
mod country;
mod label;
mod partner_tile;
mod svg;
mod zoom;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Context;
use super::country_list::CountryList;
use super::part::Part;
use super::text::{attribute, localized_text};
use crate::i18n::MessageId;
use crate::map_layout::Viewport;
use crate::map_layout::viewport::ZOOM_STEP;
use crate::state::AppState;
use crate::view_model::map_view::{MapChoice, boundary_note, map_description};

/// The map with its caption, its list of countries and the note on boundaries.
#[component]
pub fn MapFigure(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let state = context.state;
    view! {
        <section
            class="map"
            aria-label=attribute(&context, MessageId::MapLabel)
            data-part=Part::Map.name()
            on:keydown=move |event| zoom_by_key(state, &event)
        >
            <p class="visually-hidden">{localized_text(&map_description(&context.atlas))}</p>
            <div class="map__frame">
                {svg::map_svg(&context)} {partner_tile::partner_tile(&context)} {zoom::zoom_buttons(&context)}
            </div>
            {caption::map_caption(&context)}
            <CountryList context=context.clone() />
            <p class="map__boundaries">{localized_text(&boundary_note(&context.atlas))}</p>
        </section>
    }
}

/// A way to zoom by a button or a key.
#[derive(Clone, Copy)]
enum Zoom {
    In,
    Out,
    Reset,
}

fn zoom(state: AppState, zoom: Zoom) {
    let viewport = state.viewport();
    state.animate_to(match zoom {
        Zoom::In => viewport.zoomed_about_center(ZOOM_STEP),
        Zoom::Out => viewport.zoomed_about_center(1.0 / ZOOM_STEP),
        Zoom::Reset => Viewport::default(),
    });
}

/// Plus and minus zoom while the focus is in the map, nought shows the whole map.
fn zoom_by_key(state: AppState, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "+" | "=" => zoom(state, Zoom::In),
        "-" => zoom(state, Zoom::Out),
        "0" => zoom(state, Zoom::Reset),
        _ => {}
    }
}

/// Reads what the reader has chosen on the map, and calls a function with it.
fn with_choice<T>(context: &Context, read: impl FnOnce(MapChoice<'_>) -> T) -> T {
    let state = context.state;
    let fact = state.fact.get().and_then(|id| context.atlas.report.fact(id));
    read(MapChoice { selected: state.place.get(), preview: state.preview.get(), fact })
}
