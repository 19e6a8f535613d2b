//! The drawing itself: sea, land, eleven shapes, connectors, names.

use std::sync::Arc;

use leptos::prelude::*;

use super::label::{label, marker};
use crate::atlas::Atlas;
use crate::dataset::{Place, PlaceCode};
use crate::scene::geography::{HEIGHT, HOST_PORT, Site, WIDTH, site};
use crate::scene::places::{self, Tier};
use crate::state::AppState;

/// The picture. It is hidden from assistive technology, which has the list of the same states below it.
pub fn drawing(atlas: &Arc<Atlas>, state: AppState) -> AnyView {
    let sited: Vec<(&Place, &'static Site)> = places::members(&atlas.dataset)
        .filter_map(|place| site(place.code).map(|site| (place, site)))
        .collect();
    let shapes: Vec<_> =
        sited.iter().map(|(place, site)| shape(atlas, state, place, site)).collect();
    let fringes: Vec<_> = sited.iter().map(|(place, _)| fringe(state, place.code)).collect();
    let connectors: Vec<_> = sited
        .iter()
        .filter(|(place, _)| places::tier(&atlas.dataset, place) == Tier::Named)
        .map(|(place, site)| connector(state, place.code, site))
        .collect();
    let names: Vec<_> =
        sited.iter().map(|(place, site)| label(state, site, place.name.clone())).collect();
    view! {
        <svg
            class=move || if state.held.get() { "map__drawing map__drawing--held" } else { "map__drawing" }
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            aria-hidden="true"
            focusable="false"
        >
            <rect class="map__sea" width=WIDTH height=HEIGHT on:click=move |_| state.clear()></rect>
            <g class="map__world" transform=move || state.lens.get().transform()>
                <use href="#outline-land" class="map__land"></use>
                {fringes}
                {shapes}
                {connectors}
                {names}
            </g>
        </svg>
    }
    .into_any()
}

fn shape(atlas: &Arc<Atlas>, state: AppState, place: &Place, site: &'static Site) -> AnyView {
    let code = place.code;
    let tier = places::tier(&atlas.dataset, place);
    let look = {
        let atlas = atlas.clone();
        move || ["map__place map__place--", tier.word(), lit(&atlas, state, code)].concat()
    };
    let marker = marker(state, site);
    leptos::svg::a()
        .attr("href", ["#", code.as_str()].concat())
        .class(look)
        .attr("fill", tier.pattern())
        .attr("data-place", code.to_string())
        .attr("tabindex", "-1")
        .on(leptos::ev::click, move |event| {
            event.prevent_default();
            state.select(code);
        })
        .on(leptos::ev::pointerenter, move |_| state.preview.set(Some(code)))
        .on(leptos::ev::pointerleave, move |_| state.preview.set(None))
        .child(view! { <use href=["#outline-", code.as_str()].concat()></use> {marker} })
        .into_any()
}

/// The sea just off a state's coast, for hands that miss an island; it lies under every shape.
fn fringe(state: AppState, code: PlaceCode) -> AnyView {
    view! {
        <use
            class="map__fringe"
            href=["#outline-", code.as_str()].concat()
            data-place=code.to_string()
            on:click=move |_| state.select(code)
            on:pointerenter=move |_| state.preview.set(Some(code))
            on:pointerleave=move |_| state.preview.set(None)
        ></use>
    }
    .into_any()
}

/// What a state's shape shows of the reader's choice.
fn lit(atlas: &Atlas, state: AppState, code: PlaceCode) -> &'static str {
    let preview = state.preview.get() == Some(code);
    let (place, fact) = state.view.with(|view| (view.place, view.fact));
    let fact = fact.and_then(|id| atlas.dataset.fact(id));
    match (place, fact) {
        (Some(chosen), _) if chosen == code => " map__place--selected",
        _ if preview => " map__place--preview",
        (Some(_), _) => " map__place--dim",
        (None, Some(fact)) if places::reached(&atlas.dataset, fact).contains(&code) => {
            " map__place--reached"
        }
        (None, Some(_)) => " map__place--dim",
        (None, None) => "",
    }
}

/// A line from the host's tile to a state that the report names.
fn connector(state: AppState, code: PlaceCode, site: &'static Site) -> AnyView {
    let (from, to) = (HOST_PORT, site.centre);
    // The bend lies above the middle, a seventh of the way across, so that neighbouring lines part.
    let bend = (
        from.x + (to.x - from.x) / 2 + (to.y - from.y) / 7,
        from.y + (to.y - from.y) / 2 - (to.x - from.x) / 7,
    );
    let line = format!("M{} {}Q{} {} {} {}", from.x, from.y, bend.0, bend.1, to.x, to.y);
    let look = move || {
        if state.is_selected(code) || state.preview.get() == Some(code) {
            "map__connector map__connector--raised"
        } else {
            "map__connector"
        }
    };
    view! { <path class=look d=line data-to=code.to_string()></path> }.into_any()
}
