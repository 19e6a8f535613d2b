//! A list whose elements stay as long as their keys do.

use std::sync::Arc;

use leptos::prelude::*;

/// Returns the keys of a list, in their order.
type Keys = Arc<dyn Fn() -> Vec<usize> + Send + Sync>;

/// Renders the element of a key; nothing where there is none.
type Item = Arc<dyn Fn(usize) -> Option<AnyView> + Send + Sync>;

/// Renders a list that changes. All lists are of one type, since a `For` of its own adds 8 KB to the module.
pub fn keyed_list(
    keys: impl Fn() -> Vec<usize> + Send + Sync + 'static,
    item: impl Fn(usize) -> Option<AnyView> + Send + Sync + 'static,
) -> AnyView {
    list(Arc::new(keys), Arc::new(item))
}

fn list(keys: Keys, item: Item) -> AnyView {
    view! { <For each=move || keys() key=|key| *key children=move |key| item(key) /> }.into_any()
}
