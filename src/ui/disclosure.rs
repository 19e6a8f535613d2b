//! What is folded where there is little room: a `<details>` with the class `disclosure`.
//!
//! It opens without a script. A wide page, paper and `?view=table` always show the content; `web/src/disclosures.js` helps
//! older browsers with that.

use leptos::prelude::*;

use super::Context;

/// Renders the line of a disclosure that is always visible; `count` is the number of entries of a list.
pub fn disclosure_summary(context: &Context, heading: AnyView, count: Option<usize>) -> AnyView {
    let count = count.map(|count| {
        let count = context.atlas.messages.number(count);
        view! { " " <span class="disclosure__count">{count}</span> }.into_any()
    });
    view! {
        <summary class="disclosure__summary">
            {heading} {count}
        </summary>
    }
    .into_any()
}
