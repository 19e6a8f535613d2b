//! The buttons that zoom the map.

use leptos::prelude::*;

use super::{Zoom, zoom};
use crate::i18n::MessageId;
use crate::ui::Context;
use crate::ui::text::attribute;

/// Renders the buttons: in, out, the whole map.
pub fn zoom_buttons(context: &Context) -> AnyView {
    view! {
        <div class="map__zoom">
            {button(context, MessageId::MapZoomIn, Zoom::In, "M5 12h14M12 5v14")}
            {button(context, MessageId::MapZoomOut, Zoom::Out, "M5 12h14")}
            {button(context, MessageId::MapZoomReset, Zoom::Reset, "M5 9V5h4M19 9V5h-4M5 15v4h4M19 15v4h-4")}
        </div>
    }
    .into_any()
}

fn button(context: &Context, label: MessageId, way: Zoom, icon: &'static str) -> AnyView {
    let label = attribute(context, label);
    let state = context.state;
    view! {
        <button
            type="button"
            class="map__button"
            disabled=!state.platform.is_interactive
            aria-label=label.clone()
            title=label
            on:click=move |_| zoom(state, way)
        >
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d=icon></path>
            </svg>
        </button>
    }
    .into_any()
}
