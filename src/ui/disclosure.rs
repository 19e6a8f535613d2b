//! A list that is folded where there is little room: a `<details>` with the class `disclosure`.
//!
//! It opens without a script. A wide page, paper and `?view=table` always show the content; `web/src/disclosures.js` helps
//! older browsers with that.

use leptos::prelude::*;

use super::Context;

/// Renders the line of a disclosure that is always visible; `count` is the number of entries.
pub fn disclosure_summary(context: &Context, heading: AnyView, count: usize) -> AnyView {
    view! {
        <summary class="disclosure__summary">
            {heading} " " <span class="disclosure__count">{context.atlas.messages.number(count)}</span>
        </summary>
    }
    .into_any()
}
