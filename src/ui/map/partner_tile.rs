//! The tile of the partner at the edge of the map.

use leptos::prelude::*;

use crate::i18n::MessageId;
use crate::ui::Context;
use crate::ui::text::{localized_text, message};

/// Renders a point with a name: not to position, and never an outline. It is hidden while only a part of the map shows.
pub fn partner_tile(context: &Context) -> AnyView {
    let state = context.state;
    view! {
        <div
            class="map__partner"
            class:map__partner--hidden=move || !state.camera.get().viewport.is_whole()
        >
            <svg class="map__capital" viewBox="0 0 24 24" aria-hidden="true">
                <circle class="map__ring" cx="12" cy="12" r="10.5"></circle>
                <circle cx="12" cy="12" r="6.5"></circle>
            </svg>
            <b>{localized_text(&context.atlas.report.partner.seat.name)}</b>
            <span class="map__partner-note">{message(context, MessageId::MapPartnerNote)}</span>
        </div>
    }
    .into_any()
}
