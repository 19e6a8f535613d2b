//! The names on the map, and the markers of the states too small to be pointed at.

use leptos::prelude::*;

use crate::scene::geography::Site;
use crate::state::AppState;

/// The name of a state, at the place that was found for it; it keeps its size when the map is zoomed.
pub fn label(state: AppState, site: &'static Site, name: String) -> AnyView {
    let place = site.label;
    let look = if site.is_small { "map__name map__name--small" } else { "map__name" };
    // Beside the disc, not on it.
    let across = if site.is_small { "12" } else { "0" };
    view! {
        <g transform=move || state.lens.get().label_transform(place.x, place.y)>
            <text class=look x=across dy=".35em">
                {name}
            </text>
        </g>
    }
    .into_any()
}

/// For a small state: a line from its shape to a disc that a finger can hit.
pub fn marker(state: AppState, site: &'static Site) -> Option<AnyView> {
    let (from, to) = (site.centre, site.label);
    let line = format!("M{} {}L{} {}", from.x, from.y, to.x, to.y);
    let drawn = view! {
        <path class="map__leader" d=line></path>
        <g transform=move || state.lens.get().label_transform(to.x, to.y)>
            <circle class="map__hit" r="42"></circle>
            <circle class="map__disc" r="6"></circle>
        </g>
    };
    site.is_small.then(|| drawn.into_any())
}
