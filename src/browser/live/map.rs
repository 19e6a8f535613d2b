//! The map: the look of the states, the lens, and the line under the picture.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use crate::browser::document::{all, find, set, set_or_remove, write};
use crate::dataset::PlaceCode;
use crate::digest::Digest;
use crate::scene::geography::{Point, site};
use crate::scene::lens::Lens;
use crate::scene::map;
use crate::state::AppState;
use crate::state::app::Gaze;

/// Shows on the map and under it what is chosen and what is pointed at.
pub fn follow(digest: &Arc<Digest>, state: AppState) {
    looks(digest.clone(), state);
    lens(state);
    caption(digest.clone(), state);
}

/// The elements of a class, each with the state that an attribute of it names.
fn of_states(selector: &str, attribute: &str) -> Vec<(Element, PlaceCode)> {
    let code = |element: &Element| PlaceCode::new(&element.get_attribute(attribute)?);
    all(selector).filter_map(|element| code(&element).map(|code| (element, code))).collect()
}

fn looks(digest: Arc<Digest>, state: AppState) {
    let shapes = of_states(".map__place", "data-place");
    let connectors = of_states(".map__connector", "data-to");
    super::follow(move || {
        let preview = state.preview.get();
        state.view.with(|view| {
            let fact = map::shown(&digest, view);
            for (shape, code) in &shapes {
                if let Some(place) = digest.state(*code) {
                    set(shape, "class", &map::look(&digest, view, fact, preview, place));
                }
            }
            for (line, code) in &connectors {
                set(line, "class", map::connector(view, preview, *code));
            }
        });
    });
}

fn lens(state: AppState) {
    let drawing = find(".map__drawing");
    let world = find(".map__world");
    let host = find(".map__host");
    let anchor = |(element, code)| Some((element, site(code)?.anchor()));
    let fixed: Vec<(Element, Point)> =
        of_states(".map__fixed", "data-of").into_iter().filter_map(anchor).collect();
    let mut before: Option<Lens> = None;
    super::follow(move || {
        let Gaze { lens, is_held } = state.gaze.get();
        let held = if is_held { "map__drawing map__drawing--held" } else { "map__drawing" };
        drawing.iter().for_each(|drawing| set(drawing, "class", held));
        if before != Some(lens) {
            let aside = if lens.is_whole() { "map__host" } else { "map__host map__host--aside" };
            host.iter().for_each(|host| set(host, "class", aside));
            world.iter().for_each(|world| set(world, "transform", &lens.transform()));
            for (element, at) in &fixed {
                set(element, "transform", &lens.label_transform(*at));
            }
        }
        before = Some(lens);
    });
}

fn caption(digest: Arc<Digest>, state: AppState) {
    let [chosen, pointed, spoken, read] =
        [".map__chosen", ".map__pointed", ".map__spoken", ".map__read"].map(find);
    super::follow(move || {
        let about = state.preview.get().and_then(|code| map::about_place(&digest, code));
        let covered = about.as_ref().map(|_| "");
        chosen.iter().for_each(|line| set_or_remove(line, "data-covered", covered));
        let say = |line: &Option<Element>, words: &str| line.iter().for_each(|it| write(it, words));
        state.view.with(|view| {
            say(&chosen, &map::chosen(&digest, view));
            say(&pointed, &about.unwrap_or_default());
            say(&spoken, &map::spoken(&digest, view));
            let way = view.place.map(|code| ["#", code.as_str()].concat());
            if let Some(link) = &read {
                set_or_remove(link, "hidden", way.is_none().then_some(""));
                set(link, "href", way.as_deref().unwrap_or("#"));
            }
        });
    });
}
