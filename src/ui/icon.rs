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
        Icon::Book => {
            "M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5zM12 6.5v14"
        }
        Icon::Leaf => "M5 19C4 10 9.5 4.5 20 4c.5 10.5-5 16-13 14.5M4 20.5C6 16 9.5 12.5 14 10.5",
        Icon::People => {
            "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.5-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.3.7 3.5 2.6 3.5 5.5"
        }
        Icon::Globe => {
            "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.5 3.8 5.5 3.8 9s-1.3 6.5-3.8 9c-2.5-2.5-3.8-5.5-3.8-9s1.3-6.5 3.8-9z"
        }
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=lines></path>
        </svg>
    }
    .into_any()
}
