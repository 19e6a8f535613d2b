//! What the text says and no fact tells: advice.

use leptos::prelude::*;
use partnership_atlas::model::limits::MAX_QUOTE_WORDS;

use crate::coverage::{Coverage, UntoldKind, coverage, key};
use crate::path::Path;
use crate::problems::shown;
use crate::state::{COVERAGE, Context, Pane, Selection};
use crate::words::Word;

/// Paragraphs without a fact, what no fact tells, and what needs no fact.
#[component]
pub fn CoverageList(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let names = context.names;
    let without_fact = Memo::new(move |_| studio.read(|document| document.without_fact.clone()));
    let found = Memo::new(move |_| {
        let checked = studio.checked.get();
        let report = checked.report.as_ref()?;
        let names = names.get();
        studio.paragraphs.with(|paragraphs| {
            let found = || without_fact.with(|left| coverage(paragraphs, left, report, &names));
            (!paragraphs.is_empty()).then(found)
        })
    });
    let content = move || {
        let text = |word| words.get(word).to_owned();
        let Some(Coverage { uncovered, untold, left }) = found.get() else {
            return view! { <p>{text(Word::CoverageNoText)}</p> }.into_any();
        };
        let list = |title, items: Vec<AnyView>| {
            let title = text(title);
            (!items.is_empty())
                .then(|| view! { <h2>{title}</h2> <ul class="coverage">{items}</ul> })
        };
        let asked = |number, what| row(&context, number, what, false);
        let is_done = uncovered.is_empty() && untold.is_empty();
        let line = text(if is_done { Word::CoverageNone } else { Word::CoverageTitle });
        let uncovered = uncovered.into_iter().map(|number| asked(number, None));
        let untold = untold.into_iter().map(|each| asked(each.paragraph, Some(each.what)));
        let left = left.into_iter().map(|each| row(&context, each.paragraph, each.what, true));
        view! {
            <p class="field__hint">{line}</p>
            {list(Word::CoverageParagraphs, uncovered.collect())}
            {list(Word::CoverageUntold, untold.collect())}
            {list(Word::CoverageLeft, left.collect())}
        }
        .into_any()
    };
    view! { <div class="form" id=COVERAGE tabindex="-1">{content}</div> }
}

/// Renders a paragraph, or something that it mentions, and the button that leaves it without a fact or takes that back.
fn row(context: &Context, number: usize, what: Option<UntoldKind>, is_left: bool) -> AnyView {
    let (studio, words) = (context.studio, &context.words);
    let value = number.to_string();
    let key = studio.read_untracked(|document| {
        let paragraph = document.paragraphs.get(number.saturating_sub(1));
        paragraph.map(|paragraph| key(paragraph, what.as_ref())).unwrap_or_default()
    });
    let (name, mark) = match what {
        None => (words.format(Word::Paragraph, &[("number", &value)]), String::new()),
        Some(UntoldKind::Place(code)) => (place_name(context, code.as_str()), format!("¶{value}")),
        Some(UntoldKind::Date { words: name, .. })
        | Some(UntoldKind::Person(name) | UntoldKind::Amount(name)) => (name, format!("¶{value}")),
    };
    let word = if is_left { Word::CoverageTakeBack } else { Word::CoverageLeave };
    let label = words.format(word, &[("name", &name)]);
    view! {
        <li class="coverage__item">
            {place(context, number, name, mark)}
            <button
                type="button"
                class="button button--quiet"
                disabled=move || !studio.can_edit()
                on:click=move |_| studio.leave_without_fact(key.clone(), !is_left)
            >
                {label}
            </button>
        </li>
    }
    .into_any()
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
            <span class="facts__place" dir="ltr">{place}</span>
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{example, open, print, texts};
    use super::*;

    #[test]
    fn the_advice_can_be_brought_to_nothing_and_taken_back() {
        let (owner, context) = open(example());
        let studio = context.studio;
        // The example has facts of nine paragraphs; the tenth is a caption.
        let mut paragraphs = vec!["a road".to_owned(); 8];
        paragraphs.extend(["a road in 1931".to_owned(), "photo: agency".to_owned()]);
        studio.add_text(&paragraphs.join("\n\n"));
        let list = || {
            let context = context.clone();
            print(&owner, || view! { <CoverageList context /> })
        };
        let buttons = || texts(&list(), ".coverage__item .button--quiet");
        let caption = context.words.format(Word::Paragraph, &[("number", "10")]);
        let text = |word, name: &str| context.words.format(word, &[("name", name)]);
        let asked = [text(Word::CoverageLeave, &caption), text(Word::CoverageLeave, "1931")];
        assert_eq!(buttons(), asked);
        let date = UntoldKind::Date { words: "1931".to_owned(), edtf: "1931".to_owned() };
        studio.leave_without_fact(key(&paragraphs[9], None), true);
        studio.leave_without_fact(key(&paragraphs[8], Some(&date)), true);
        let left = [text(Word::CoverageTakeBack, "1931"), text(Word::CoverageTakeBack, &caption)];
        assert_eq!(buttons(), left);
        assert_eq!(texts(&list(), "p.field__hint"), [context.words.get(Word::CoverageNone)]);
        // What is published knows nothing of it.
        assert_eq!(studio.read_untracked(|document| document.dataset.clone()), example());
        studio.undo();
        studio.leave_without_fact(key(&paragraphs[9], None), false);
        assert_eq!(buttons(), asked);
    }
}
