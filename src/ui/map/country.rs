//! A country on the map: its shape, the sea that answers for it, and its connector.

use leptos::ev;
use leptos::prelude::*;

use super::label::marker;
use super::with_choice;
use crate::map_layout::Feature;
use crate::model::{Place, PlaceCode};
use crate::state::AppState;
use crate::ui::Context;
use crate::ui::country_list::is_plain_click;
use crate::view_model::countries::country_status;
use crate::view_model::map_view::{connector_classes, country_classes, highlight};

/// Renders the shape of a country: a link to its facts.
pub fn country(context: &Context, place: &Place, feature: &'static Feature) -> AnyView {
    let (code, state) = (place.code, context.state);
    let status = country_status(&context.atlas.report, place);
    let classes = {
        let context = context.clone();
        move || {
            let highlight = with_choice(&context, |choice| highlight(&context.atlas, choice, code));
            country_classes(status, highlight)
        }
    };
    let outline = view! { <use href=format!("#outline-{code}")></use> };
    let shape = (outline, marker(state, feature)).into_any();
    link(state, code, Box::new(classes), status.pattern(), shape)
}

/// Renders the sea along a coast, for pointers that miss an island: the same link. It lies under every shape.
pub fn hit_area(state: AppState, code: PlaceCode) -> AnyView {
    let outline = view! { <use href=format!("#outline-{code}")></use> }.into_any();
    link(state, code, Box::new(|| "map__hit-area".to_owned()), None, outline)
}

/// Renders a link to the facts of a country. With a modifier or the middle button a browser opens it elsewhere.
fn link(
    state: AppState,
    code: PlaceCode,
    classes: Box<dyn FnMut() -> String + Send>,
    fill: Option<&'static str>,
    shape: AnyView,
) -> AnyView {
    // `<a>` in a view would be a link of HTML, not of SVG.
    leptos::svg::a()
        .attr("href", format!("#{code}"))
        .class(classes)
        .attr("fill", fill)
        .attr("data-place", code.to_string())
        .attr("tabindex", "-1")
        .on(ev::click, move |event| {
            if is_plain_click(&event) {
                event.prevent_default();
                state.select(code);
            }
        })
        .on(ev::pointerenter, move |_| state.preview(Some(code)))
        .on(ev::pointerleave, move |_| state.preview(None))
        .child(shape)
        .into_any()
}

/// Renders a line from the partner's tile to a country that the report names.
pub fn connector(context: &Context, code: PlaceCode, feature: &'static Feature) -> AnyView {
    let context = context.clone();
    let classes = move || with_choice(&context, |choice| connector_classes(choice, code));
    view! { <path class=classes d=feature.connector() data-to=code.to_string()></path> }.into_any()
}
