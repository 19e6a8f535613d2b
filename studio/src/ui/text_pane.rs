//! The text of the report with its marks.

use std::sync::Arc;

use leptos::html::Textarea;
use leptos::prelude::*;

use super::selection_tools::SelectionTools;
use crate::document::Document;
use crate::marks::{Mark, Segment, all_marks, segments};
use crate::path::Path;
use crate::state::{Context, TEXT_TITLE};
use crate::words::Word;

/// The whole pane.
#[component]
pub fn TextPane(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let count = Memo::new(move |_| studio.paragraphs.with(|paragraphs| paragraphs.len()));
    let is_frozen = Memo::new(move |_| studio.read(Document::is_frozen));
    let marks = Memo::new(move |_| {
        let checked = studio.checked.get();
        let report = checked.report.as_ref();
        let marks =
            report.map(|report| studio.paragraphs.with(|paragraphs| all_marks(paragraphs, report)));
        Arc::new(marks.unwrap_or_default())
    });
    let words = context.words.clone();
    let content = {
        let context = context.clone();
        move || {
            if count.get() == 0 {
                return view! { <MissingText context=context.clone() /> }.into_any();
            }
            let paragraph =
                |index| view! { <Paragraph context=context.clone() index marks is_frozen /> };
            view! {
                <SelectionTools context=context.clone() />
                <div class="text__paragraphs" id="text">
                    {(0..count.get()).map(paragraph).collect_view()}
                </div>
            }
            .into_any()
        }
    };
    let hint = {
        let words = words.clone();
        move || {
            let hint = if is_frozen.get() {
                words.get(Word::TextFrozen).to_owned()
            } else {
                [words.get(Word::TextHint), words.get(Word::TextTools)].join(" ")
            };
            // Without a text the field for it says what to do.
            (count.get() > 0).then_some(hint)
        }
    };
    view! {
        <section class="text" aria-labelledby=TEXT_TITLE>
            <h2 id=TEXT_TITLE tabindex="-1">{words.get(Word::TextTitle).to_owned()}</h2>
            <p class="field__hint">{hint}</p>
            {content}
        </section>
    }
}

/// The field for the text of a draft that was opened without it.
#[component]
fn MissingText(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let field = NodeRef::<Textarea>::new();
    let add = move |_| {
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        studio.add_text(&text);
    };
    view! {
        <div class="field">
            <label for="missing-text">{context.words.get(Word::TextNone).to_owned()}</label>
            <textarea id="missing-text" rows="8" dir="auto" node_ref=field></textarea>
            <button type="button" class="button" on:click=add>
                {context.words.get(Word::PasteStart).to_owned()}
            </button>
        </div>
    }
}

/// One paragraph with its marks; until the first fact it can be joined and split.
#[component]
fn Paragraph(
    /// What every component is given.
    context: Context,
    /// The paragraph, from 0.
    index: usize,
    /// The marks of each paragraph.
    marks: Memo<Arc<Vec<Vec<Mark>>>>,
    /// Whether the text stays as it is.
    is_frozen: Memo<bool>,
) -> impl IntoView {
    let studio = context.studio;
    let text = Memo::new(move |_| {
        studio.paragraphs.with(|paragraphs| paragraphs.get(index).cloned().unwrap_or_default())
    });
    let parts: Memo<Vec<Segment>> = Memo::new(move |_| {
        let own = marks.with(|marks| marks.get(index).cloned().unwrap_or_default());
        text.with(|text| segments(text, &own))
    });
    let number = (index + 1).to_string();
    let label = context.words.format(Word::Paragraph, &[("number", &number)]);
    let words = context.words.clone();
    let marked = {
        let words = words.clone();
        move || {
            parts.get().into_iter().map(|part| segment(studio, words.clone(), part)).collect_view()
        }
    };
    let tools = {
        let (words, number) = (words.clone(), number.clone());
        move || {
            let is_last = studio.paragraphs.with(|paragraphs| paragraphs.len()) == index + 1;
            let join = words.format(Word::JoinNext, &[("number", &number)]);
            let split = words.format(Word::SplitHere, &[("number", &number)]);
            let headline = words.format(Word::ParagraphHeadline, &[("number", &number)]);
            let remove = words.format(Word::ParagraphRemove, &[("number", &number)]);
            (!is_frozen.get() && studio.can_edit()).then(|| {
                view! {
                    <span class="text__tools">
                        <button
                            type="button"
                            class="button button--quiet"
                            disabled=is_last
                            aria-label=join.clone()
                            title=join
                            on:click=move |_| studio.set_text(joined(studio.paragraphs.get_untracked().to_vec(), index))
                        >
                            "⤵"
                        </button>
                        <button
                            type="button"
                            class="button button--quiet"
                            aria-label=split.clone()
                            title=split
                            on:click=move |_| {
                                let selection = studio.selection.get_untracked();
                                if let Some(selection) = selection.filter(|it| it.paragraph == index) {
                                    let all = studio.paragraphs.get_untracked().to_vec();
                                    studio.set_text(split_at(all, index, selection.start));
                                }
                            }
                        >
                            "✂"
                        </button>
                        <button
                            type="button"
                            class="button button--quiet"
                            aria-label=headline.clone()
                            title=headline
                            on:click=move |_| studio.use_as_headline(index)
                        >
                            "⤒"
                        </button>
                        <button
                            type="button"
                            class="button button--quiet"
                            aria-label=remove.clone()
                            title=remove
                            on:click=move |_| {
                                let mut all = studio.paragraphs.get_untracked().to_vec();
                                if index < all.len() {
                                    all.remove(index);
                                    studio.set_text(all);
                                }
                            }
                        >
                            "✕"
                        </button>
                    </span>
                }
            })
        }
    };
    view! {
        <div class="text__row">
            <span class="text__number" dir="ltr" aria-label=label>{format!("¶{number}")}</span>
            <p class="text__paragraph" data-paragraph=index.to_string() dir="auto" translate="no">{marked}</p>
            {tools}
        </div>
    }
}

/// Words with a mark lead to their fact.
fn segment(
    studio: crate::state::Studio,
    words: Arc<crate::words::Words>,
    Segment { text, facts }: Segment,
) -> AnyView {
    let Some(first) = facts.first().copied() else { return text.into_any() };
    let names: Vec<String> = facts
        .iter()
        .map(|fact| {
            let title = Path::of("facts").index(*fact).key("title");
            let title = studio.read_untracked(|document| document.text(&title).to_owned());
            let number = (fact + 1).to_string();
            words.format(Word::MarkedAs, &[("number", &number), ("title", &title)])
        })
        .collect();
    let class = if facts.len() > 1 { "mark mark--several" } else { "mark" };
    view! {
        <a
            class=class
            href=format!("#facts-{first}-title")
            title=names.join("\n")
            on:click=move |event| {
                event.prevent_default();
                studio.go_to(&Path::of("facts").index(first).key("title"));
            }
        >
            {text}
        </a>
    }
    .into_any()
}

/// Returns the paragraphs with one joined to the next.
fn joined(mut paragraphs: Vec<String>, index: usize) -> Vec<String> {
    if index + 1 < paragraphs.len() {
        let next = paragraphs.remove(index + 1);
        if let Some(paragraph) = paragraphs.get_mut(index) {
            *paragraph = format!("{paragraph} {next}");
        }
    }
    paragraphs
}

/// Returns the paragraphs with one split at a byte; as they are where nothing would stand on one side.
fn split_at(mut paragraphs: Vec<String>, index: usize, at: usize) -> Vec<String> {
    let halves = paragraphs.get(index).and_then(|paragraph| paragraph.split_at_checked(at));
    let halves = halves.map(|(before, after)| (before.trim().to_owned(), after.trim().to_owned()));
    if let Some((before, after)) =
        halves.filter(|(before, after)| !before.is_empty() && !after.is_empty())
    {
        paragraphs.splice(index..=index, [before, after]);
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_joined_and_split() {
        let two = || vec!["One.".to_owned(), "Two three.".to_owned()];
        assert_eq!(joined(two(), 0), ["One. Two three."]);
        assert_eq!(joined(two(), 1), two());
        assert_eq!(split_at(two(), 1, 4), ["One.", "Two", "three."]);
        assert_eq!(split_at(two(), 1, 0), two());
        assert_eq!(split_at(two(), 1, 99), two());
        assert_eq!(split_at(vec!["é".to_owned()], 0, 1), ["é"]);
    }
}
