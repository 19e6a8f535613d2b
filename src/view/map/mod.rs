//! The map: a picture that a pointer can work, with the list below it as the control for everyone.

mod caption;
mod drawing;
mod host;
mod label;
mod zoom;

use std::sync::Arc;

use leptos::prelude::*;

use super::legend::legend;
use crate::atlas::Atlas;
use crate::locale::Message;
use crate::state::url::ViewState;
use crate::view::phrase::phrase;

/// The map with its caption, its list of states and the note on boundaries.
#[component]
pub fn MapFigure(
    /// The facts and the words.
    atlas: Arc<Atlas>,
    /// What the reader has chosen.
    chosen: ViewState,
) -> impl IntoView {
    let say = |message| atlas.locale.say(message).to_owned();
    view! {
        <section class="map" aria-label=say(Message::MapLabel)>
            <p class="unseen">{phrase(&say(Message::MapDescription))}</p>
            <div class="map__frame">{drawing::drawing(&atlas, &chosen)} {host::host(&atlas)} {zoom::zoom(&atlas)}</div>
            {caption::caption(&atlas, &chosen)}
            {legend(&atlas, chosen.place)}
            <p class="map__boundaries">{phrase(&say(Message::MapBoundaries))}</p>
        </section>
    }
}
