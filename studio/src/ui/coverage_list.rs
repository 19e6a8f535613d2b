//! What the text says and no fact tells: advice.

use leptos::prelude::*;
use partnership_atlas::model::limits::MAX_QUOTE_WORDS;

use crate::coverage::{Coverage, UntoldKind, coverage};
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, Pane, Selection};
use crate::words::Word;

/// The two lists.
#[component]
pub fn CoverageList(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let names = context.names.clone();
    let found = Memo::new(move |_| {
        let checked = studio.checked.get();
        let report = checked.report.as_ref()?;
        studio.paragraphs.with(|paragraphs| {
            (!paragraphs.is_empty()).then(|| coverage(paragraphs, report, &names))
        })
    });
    let content = move || {
        let text = |word| words.get(word).to_owned();
        let Some(Coverage { uncovered, untold }) = found.get() else {
            return view! { <p>{text(Word::CoverageNoText)}</p> }.into_any();
        };
        if uncovered.is_empty() && untold.is_empty() {
            return view! { <p>{text(Word::CoverageNone)}</p> }.into_any();
        }
        let paragraph = |number: usize| {
            let label = words.format(Word::Paragraph, &[("number", &number.to_string())]);
            view! { <li>{place(&context, number, label, String::new())}</li> }
        };
        let mention = |number: usize, what: UntoldKind| {
            let name = match what {
                UntoldKind::Place(code) => place_name(&context, code.as_str()),
                UntoldKind::Date { words, .. } => words,
                UntoldKind::Person(name) | UntoldKind::Amount(name) => name,
            };
            view! { <li>{place(&context, number, name, format!("¶{number}"))}</li> }
        };
        let uncovered = uncovered.into_iter().map(paragraph).collect_view();
        let untold =
            untold.into_iter().map(|each| mention(each.paragraph, each.what)).collect_view();
        view! {
            <p class="field__hint">{text(Word::CoverageTitle)}</p>
            <h2>{text(Word::CoverageParagraphs)}</h2>
            <ul class="coverage">{uncovered}</ul>
            <h2>{text(Word::CoverageUntold)}</h2>
            <ul class="coverage">{untold}</ul>
        }
        .into_any()
    };
    view! { <div class="form">{content}</div> }
}

/// Returns the name of a state of the report.
fn place_name(context: &Context, code: &str) -> String {
    context.studio.read_untracked(|document| {
        let places = Path::of("places");
        let index =
            document.list(&places).iter().position(|place| shown(place.get("code")) == code);
        index.map_or_else(
            || code.to_owned(),
            |index| document.text(&places.index(index).key("name")).to_owned(),
        )
    })
}

/// Renders a line that leads to a paragraph, and selects its words where they stand there.
fn place(context: &Context, number: usize, name: String, place: String) -> AnyView {
    let studio = context.studio;
    let words = name.clone();
    view! {
        <button
            type="button"
            class="facts__open"
            on:click=move |_| {
                let paragraph = number.saturating_sub(1);
                let range = studio.read_untracked(|document| {
                    let text = document.paragraphs.get(paragraph)?;
                    let start = text.find(&words);
                    let found = start.map(|start| (start, start + words.len()));
                    // Of a whole paragraph its first words: a quote has no more.
                    let words = text.split_inclusive(' ').take(MAX_QUOTE_WORDS).map(str::len).sum();
                    Some(found.unwrap_or((0, words)))
                });
                if let Some((start, end)) = range {
                    let selection = Selection { paragraph, start, end };
                    studio.pane.set(Pane::Text);
                    studio.selection.set(Some(selection));
                    (studio.platform.select)(selection);
                }
            }
        >
            <span dir="auto">{name}</span>
            <span class="facts__place">{place}</span>
        </button>
    }
    .into_any()
}
