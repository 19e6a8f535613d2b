//! Fields that are seldom needed, folded away.

use leptos::prelude::*;

use crate::path::Path;
use crate::state::Context;
use crate::words::Word;

/// Fields that are shown once one of them has a value, and with it maybe a problem, or when an editor opens them. They are
/// not closed by themselves: an editor may be in one of them.
#[component]
pub fn More(
    /// What every component is given.
    context: Context,
    /// What the fields are about.
    title: Word,
    /// The values that are shown at once.
    paths: Vec<Path>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let studio = context.studio;
    let is_open = Memo::new(move |before: Option<&bool>| {
        let has_value = |path: &Path| studio.read(|document| path.get(&document.dataset).is_some());
        before.copied().unwrap_or_default() || paths.iter().any(has_value)
    });
    view! {
        <details class="form__more" open=is_open>
            <summary>{context.words.get(title).to_owned()}</summary>
            <div class="form">{children()}</div>
        </details>
    }
}
