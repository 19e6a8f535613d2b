//! Everything that is wrong with the draft, in one list that leads to each field.

use leptos::prelude::*;

use crate::problems::{Problem, field_name};
use crate::state::Context;
use crate::words::Word;

/// The list, and the dataset itself for whoever wants to see it.
#[component]
pub fn CheckList(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let title = {
        let words = words.clone();
        move || match studio.checked.with(|checked| checked.count()) {
            0 => words.get(Word::CheckNone).to_owned(),
            count => words.format(Word::CheckTitle, &[("count", &count.to_string())]),
        }
    };
    let items = {
        let words = words.clone();
        move || {
            let checked = studio.checked.get();
            let item = |problem: &Problem| {
                let name =
                    studio.read_untracked(|document| field_name(&problem.path, document, &words));
                let in_file = words.format(Word::CheckPath, &[("path", &problem.path.to_string())]);
                let path = problem.path.clone();
                view! {
                    <li>
                        <button
                            type="button"
                            class="check__item"
                            title=in_file
                            on:click=move |_| studio.go_to(&path)
                        >
                            <strong dir="auto">{name}</strong>
                            <span dir="auto">{problem.said(&words)}</span>
                        </button>
                    </li>
                }
            };
            let more = (checked.omitted > 0).then(|| {
                let count = checked.omitted.to_string();
                view! { <li>{words.format(Word::CheckMore, &[("count", &count)])}</li> }
            });
            view! {
                {checked.problems.iter().map(item).collect_view()}
                {more}
            }
        }
    };
    let json = move || {
        studio.read(|document| serde_json::to_string_pretty(&document.dataset).unwrap_or_default())
    };
    let is_open = RwSignal::new(false);
    view! {
        <div class="form">
            <h2>{title}</h2>
            <ol class="check">{items}</ol>
            <details on:toggle=move |_| is_open.update(|open| *open = !*open)>
                <summary>{words.get(Word::ShowJson).to_owned()}</summary>
                <pre class="json" dir="ltr" tabindex="0" translate="no">{move || is_open.get().then(json)}</pre>
            </details>
        </div>
    }
}
