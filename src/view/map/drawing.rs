//! The drawing itself: sea, land, eleven shapes, connectors, names.

use leptos::prelude::*;

use super::label::{label, marker};
use crate::atlas::Atlas;
use crate::dataset::{Place, PlaceCode};
use crate::scene::geography::{HEIGHT, HOST_PORT, Site, WIDTH, site};
use crate::scene::lens::Lens;
use crate::scene::map;
use crate::scene::places::{self, Tier};
use crate::state::url::ViewState;

/// The picture. It is hidden from assistive technology, which has the list of the same states below it.
pub fn drawing(atlas: &Atlas, chosen: &ViewState) -> AnyView {
    let sited: Vec<(&Place, &'static Site)> = places::members(&atlas.dataset)
        .filter_map(|place| site(place.code).map(|site| (place, site)))
        .collect();
    let shapes: Vec<_> =
        sited.iter().map(|(place, site)| shape(atlas, chosen, place, site)).collect();
    let fringes: Vec<_> = sited.iter().map(|(place, _)| fringe(place.code)).collect();
    let connectors: Vec<_> = sited
        .iter()
        .filter(|(place, _)| places::tier(&atlas.dataset, place) == Tier::Named)
        .map(|(place, site)| connector(chosen, place.code, site))
        .collect();
    let names: Vec<_> = sited.iter().map(|(place, site)| label(site, place.name.clone())).collect();
    view! {
        <svg class="map__drawing" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true" focusable="false">
            <rect class="map__sea" width=WIDTH height=HEIGHT data-act="clear"></rect>
            <g class="map__world" transform=Lens::default().transform()>
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

fn shape(atlas: &Atlas, chosen: &ViewState, place: &Place, site: &'static Site) -> AnyView {
    let code = place.code;
    let outline = view! { <use href=["#outline-", code.as_str()].concat()></use> };
    let fact = map::shown(&atlas.digest, chosen);
    let look =
        atlas.digest.state(code).map(|state| map::look(&atlas.digest, chosen, fact, None, state));
    leptos::svg::a()
        .attr("href", ["#", code.as_str()].concat())
        .class(look.unwrap_or_default())
        .attr("fill", places::tier(&atlas.dataset, place).pattern())
        .attr("data-place", code.to_string())
        .attr("data-act", "select")
        .attr("data-of", code.to_string())
        .attr("tabindex", "-1")
        .child((outline, marker(site)))
        .into_any()
}

/// The sea just off a state's coast, for hands that miss an island; it lies under every shape.
fn fringe(code: PlaceCode) -> AnyView {
    view! {
        <use
            class="map__fringe"
            href=["#outline-", code.as_str()].concat()
            data-act="select"
            data-of=code.to_string()
        ></use>
    }
    .into_any()
}

/// A line from the host's tile to a state that the report names.
fn connector(chosen: &ViewState, code: PlaceCode, site: &'static Site) -> AnyView {
    let (from, to) = (HOST_PORT, site.centre);
    // The bend lies above the middle, a seventh of the way across, so that neighbouring lines part.
    let bend = (
        from.x + (to.x - from.x) / 2 + (to.y - from.y) / 7,
        from.y + (to.y - from.y) / 2 - (to.x - from.x) / 7,
    );
    let line = format!("M{} {}Q{} {} {} {}", from.x, from.y, bend.0, bend.1, to.x, to.y);
    let look = map::connector(chosen, None, code);
    view! { <path class=look d=line data-to=code.to_string()></path> }.into_any()
}
