//! The names on the map, and the markers of small countries.

use leptos::prelude::*;

use crate::map_layout::{Feature, Point};
use crate::model::Text;
use crate::state::AppState;

/// Renders the name of a country; it keeps its size when the map is zoomed.
pub fn label(state: AppState, feature: &'static Feature, name: &Text) -> AnyView {
    let Point { x, y } = feature.label;
    // Beside the marker, not on it.
    let (class, gap) =
        if feature.is_small { ("map__label map__label--small", 12) } else { ("map__label", 0) };
    view! {
        <g class="map__fixed-size" transform=move || transform(state, feature)>
            <text class=class data-label=feature.code x=x + gap y=y dy=".35em">
                {name.isolated()}
            </text>
        </g>
    }
    .into_any()
}

/// Renders the marker of a small country: a line from its shape to a disc that a finger can hit.
///
/// The line keeps its length when the map is zoomed, so that disc and name stay beside the country.
pub fn marker(state: AppState, feature: &'static Feature) -> Option<AnyView> {
    let Point { x, y } = feature.label;
    let from = feature.anchor();
    let marker = || {
        view! {
            <g class="map__fixed-size" transform=move || transform(state, feature)>
                <path class="map__leader" d=format!("M{} {}L{x} {y}", from.x, from.y)></path>
                <circle class="map__hit" cx=x cy=y r="42"></circle>
                <circle class="map__marker" cx=x cy=y r="6"></circle>
            </g>
        }
        .into_any()
    };
    feature.is_small.then(marker)
}

fn transform(state: AppState, feature: &Feature) -> String {
    state.camera.get().viewport.label_transform(feature.anchor())
}
