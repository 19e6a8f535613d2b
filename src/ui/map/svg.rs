//! The drawing: sea, land, countries, connectors, names; and the gestures on it.

use leptos::ev::{MouseEvent, TouchEvent, WheelEvent};
use leptos::prelude::*;
use leptos::svg::Svg;

use super::country::{connector, country, hit_area};
use super::label::label;
use crate::map_layout::gestures::{Frame, MapGestures, Pixel};
use crate::map_layout::{Feature, HEIGHT, WIDTH};
use crate::model::Place;
use crate::state::AppState;
use crate::ui::Context;
use crate::ui::country_list::is_plain_click;
use crate::view_model::countries::{CountryStatus, country_status};

/// Renders the drawing. Screen readers skip it: the list below it has the same countries.
pub fn map_svg(context: &Context) -> AnyView {
    let report = &context.atlas.report;
    let state = context.state;
    let (small, mut features): (Vec<_>, Vec<_>) = report
        .places
        .iter()
        .filter_map(|place| Some((place, Feature::of(place.code)?)))
        .partition(|(_, feature)| feature.is_small);
    // Small countries come last: no other country covers their markers and lines.
    features.extend(small);
    let countries: Vec<_> =
        features.iter().map(|(place, feature)| country(context, place, feature)).collect();
    let hit_areas: Vec<_> = features.iter().map(|(place, _)| hit_area(state, place.code)).collect();
    let is_named = |place: &Place| country_status(report, place) == CountryStatus::Named;
    let connectors: Vec<_> = features
        .iter()
        .filter(|(place, _)| is_named(place))
        .map(|(place, feature)| connector(context, place.code, feature))
        .collect();
    let labels: Vec<_> =
        features.iter().map(|(place, feature)| label(state, feature, &place.name)).collect();
    let svg = NodeRef::<Svg>::new();
    let gestures = Gestures { state, svg, pointers: StoredValue::new(MapGestures::default()) };
    view! {
        <svg
            node_ref=svg
            class="map__svg"
            class:map__svg--held=move || state.camera.get().is_held
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            aria-hidden="true"
            focusable="false"
            on:wheel=move |event| gestures.wheel(&event)
            on:dblclick=move |event| gestures.double_click(&event)
            on:mousedown=move |event| gestures.mouse_down(&event)
            on:mousemove=move |event| gestures.mouse_move(&event)
            on:mouseup=move |_| gestures.release()
            on:mouseleave=move |_| gestures.release()
            on:touchstart=move |event| gestures.touch_start(&event)
            on:touchmove=move |event| gestures.touch_move(&event)
            on:touchend=move |event| gestures.touch_end(&event)
            on:touchcancel=move |_| gestures.release()
            // Before the country under the pointer hears of it.
            on:click:capture=move |event| gestures.click(&event)
        >
            <rect class="map__sea" width=WIDTH height=HEIGHT on:click=move |event| clear(state, &event)></rect>
            <g class="map__viewport" transform=move || state.camera.get().viewport.transform()>
                <use href="#outline-LAND" class="map__land"></use>
                {hit_areas}
                {countries}
                {connectors}
                {labels}
            </g>
        </svg>
    }
    .into_any()
}

/// Clears the selection. A click with a modifier aims at a link and may have missed it.
fn clear(state: AppState, event: &MouseEvent) {
    if is_plain_click(event) {
        state.clear();
    }
}

/// The gestures on one drawing: takes the numbers out of the events and moves the map.
#[derive(Clone, Copy)]
struct Gestures {
    state: AppState,
    svg: NodeRef<Svg>,
    pointers: StoredValue<MapGestures>,
}

impl Gestures {
    fn frame(self) -> Option<Frame> {
        let frame = self.svg.get_untracked()?.get_bounding_client_rect();
        Some(Frame { left: frame.left(), top: frame.top(), width: frame.width() })
    }

    fn with<T>(self, change: impl FnOnce(&mut MapGestures) -> T) -> Option<T> {
        self.pointers.try_update_value(change)
    }

    fn wheel(self, event: &WheelEvent) {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let Some(frame) = self.frame() else { return };
        let (state, at) = (self.state, point(event));
        state.jump_to(MapGestures::wheel(state.viewport(), event.delta_y(), at, frame));
    }

    fn double_click(self, event: &MouseEvent) {
        self.zoom_in_at(point(event));
    }

    fn zoom_in_at(self, at: Pixel) {
        let Some(frame) = self.frame() else { return };
        self.state.animate_to(MapGestures::zoom_in_at(self.state.viewport(), at, frame));
    }

    fn mouse_down(self, event: &MouseEvent) {
        let viewport = self.state.viewport();
        let at = point(event);
        if event.button() == 0
            && self.with(|pointers| pointers.mouse_down(viewport, at)) == Some(true)
        {
            // Otherwise the browser would drag the link.
            event.prevent_default();
        }
    }

    fn mouse_move(self, event: &MouseEvent) {
        let Some(frame) = self.frame() else { return };
        let (viewport, to) = (self.state.viewport(), point(event));
        let moved = self.with(|pointers| pointers.mouse_move(viewport, to, frame)).flatten();
        moved.into_iter().for_each(|viewport| self.state.jump_to(viewport));
    }

    fn release(self) {
        self.with(MapGestures::release);
    }

    fn click(self, event: &MouseEvent) {
        if self.with(MapGestures::take_drag_click) == Some(true) {
            event.stop_propagation();
            event.prevent_default();
        }
    }

    fn touch_start(self, event: &TouchEvent) {
        let Some(fingers) = two_fingers(event) else { return };
        event.prevent_default();
        self.with(|pointers| pointers.touch_start(fingers));
    }

    fn touch_move(self, event: &TouchEvent) {
        let (Some(fingers), Some(frame)) = (two_fingers(event), self.frame()) else { return };
        let viewport = self.state.viewport();
        let moved = self.with(|pointers| pointers.touch_move(viewport, fingers, frame)).flatten();
        if let Some(viewport) = moved {
            event.prevent_default();
            self.state.jump_to(viewport);
        }
    }

    fn touch_end(self, event: &TouchEvent) {
        if event.touches().length() > 0 {
            return self.release();
        }
        let Some(touch) = event.changed_touches().item(0) else { return };
        let at = (f64::from(touch.client_x()), f64::from(touch.client_y()));
        let time = event.time_stamp();
        if self.with(|pointers| pointers.touch_end(time, at)) == Some(true) {
            event.prevent_default();
            self.zoom_in_at(at);
        }
    }
}

/// Returns where a mouse is, in CSS px of the window.
fn point(event: &MouseEvent) -> Pixel {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Returns where the two fingers of a touch are, in CSS px of the window.
fn two_fingers(event: &TouchEvent) -> Option<(Pixel, Pixel)> {
    let touches = event.touches();
    let finger = |index| {
        let touch = touches.item(index)?;
        Some((f64::from(touch.client_x()), f64::from(touch.client_y())))
    };
    Some((finger(0)?, finger(1)?))
}
