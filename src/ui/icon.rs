//! The pictures of the areas: line drawings on a grid of 24 by 24.

use leptos::prelude::*;

use crate::model::Icon;

/// Renders the picture of an area; the text beside it says the same.
pub fn icon(icon: Icon) -> AnyView {
    let lines = match icon {
        Icon::House => "M4 20.5V9.2L12 3.5l8 5.7v11.3M2.5 20.5h19M9.5 20.5v-6h5v6",
        Icon::Columns => "M3 9.5l9-6 9 6zM5.5 12v5.5M10 12v5.5M14 12v5.5M18.5 12v5.5M3 20.5h18",
        Icon::Shield => {
            "M12 2.8l7.5 2.7v6c0 4.6-3 7.9-7.5 9.7-4.5-1.8-7.5-5.1-7.5-9.7v-6zM8.7 11.8l2.4 2.4 4.3-4.6"
        }
        Icon::Chart => "M3.5 3.5v17h17M7 15.5l3.8-4.3 3 2.6 5.7-6.8M15.8 7h3.7v3.7",
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=lines></path>
        </svg>
    }
    .into_any()
}
