//! The facts, and the form of the one that is chosen.

use leptos::prelude::*;

use super::fact_form::FactForm;
use crate::path::Path;
use crate::problems::fact_of;
use crate::state::{Context, FACTS, new_fact};
use crate::words::Word;

/// The list, or the form.
#[component]
pub fn Facts(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let count = Memo::new(move |_| studio.read(|document| document.list(&Path::of("facts")).len()));
    // An undone fact leaves nothing to show.
    let shown = Memo::new(move |_| studio.fact.get().filter(|fact| *fact < count.get()));
    move || match shown.get() {
        Some(index) => view! { <FactForm context=context.clone() index /> }.into_any(),
        None => view! { <List context=context.clone() count /> }.into_any(),
    }
}

/// The titles of all facts.
#[component]
fn List(
    /// What every component is given.
    context: Context,
    /// The number of facts.
    count: Memo<usize>,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let wrong = Memo::new(move |_| {
        studio.checked.with(|checked| {
            let facts = checked.problems.iter().filter_map(|problem| fact_of(&problem.path));
            facts.collect::<Vec<_>>()
        })
    });
    let items = {
        let words = words.clone();
        move || {
            let item = |index: usize| {
                let path = Path::of("facts").index(index);
                let untitled = words.get(Word::FactUntitled).to_owned();
                let title = {
                    let path = path.key("title");
                    move || {
                        let title = studio.read(|document| document.text(&path).to_owned());
                        if title.is_empty() { untitled.clone() } else { title }
                    }
                };
                let paragraph = {
                    let path = path.key("quotes").index(0).key("paragraph");
                    move || {
                        let number = studio
                            .read(|document| crate::problems::shown(path.get(&document.dataset)));
                        format!("¶{number}")
                    }
                };
                let is_wrong = move || wrong.with(|wrong| wrong.contains(&index));
                view! {
                    <li class="facts__item" class:facts__item--wrong=is_wrong>
                        <button type="button" class="facts__open" on:click=move |_| studio.show_fact(index)>
                            <span dir="auto">{title}</span>
                            <span class="facts__place" dir="ltr">{paragraph}</span>
                        </button>
                    </li>
                }
            };
            (0..count.get()).map(item).collect_view()
        }
    };
    let none = {
        let words = words.clone();
        move || (count.get() == 0).then(|| words.get(Word::FactsNone).to_owned())
    };
    view! {
        <div class="form" id=FACTS tabindex="-1">
            <p class="field__hint">{none}</p>
            <ol class="facts">{items}</ol>
            <button
                type="button"
                class="button"
                disabled=move || !studio.can_edit()
                on:click=move |_| {
                    let id = studio.read_untracked(|document| document.new_id("facts", "fact"));
                    studio.add_fact(new_fact(&id, None));
                }
            >
                {words.get(Word::FactNew).to_owned()}
            </button>
        </div>
    }
}
