//! The names on the map, and the markers of the states too small to be pointed at.

use leptos::prelude::*;

use crate::scene::geography::Site;
use crate::scene::lens::Lens;

/// The name of a state, at the place that was found for it; it keeps its size when the map is zoomed.
pub fn label(site: &'static Site, name: String) -> AnyView {
    let (across, down) = from_anchor(site);
    // Beside the disc, not on it.
    let (look, gap) =
        if site.is_small { ("map__name map__name--small", 12) } else { ("map__name", 0) };
    view! {
        <g class="map__fixed" data-of=site.code transform=Lens::default().label_transform(site.anchor())>
            <text class=look data-name=site.code x=across + gap y=down dy=".35em">
                {name}
            </text>
        </g>
    }
    .into_any()
}

/// For a small state: a line from its shape to a disc that a finger can hit. It keeps its length when the map is
/// zoomed, so that disc and name stay beside a state that is seen from near.
pub fn marker(site: &'static Site) -> Option<AnyView> {
    let (across, down) = from_anchor(site);
    let line = format!("M0 0L{across} {down}");
    let drawn = view! {
        <g class="map__fixed" data-of=site.code transform=Lens::default().label_transform(site.anchor())>
            <path class="map__leader" d=line></path>
            <circle class="map__hit" cx=across cy=down r="42"></circle>
            <circle class="map__disc" cx=across cy=down r="6"></circle>
        </g>
    };
    site.is_small.then(|| drawn.into_any())
}

/// How far a name stands from what it is fixed to: a small state's from its shape, the others' not at all.
fn from_anchor(site: &Site) -> (i16, i16) {
    if site.is_small {
        (site.label.x - site.centre.x, site.label.y - site.centre.y)
    } else {
        (0, 0)
    }
}
