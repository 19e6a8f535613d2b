//! The text of the report with its marks, and what can be done with selected words.

use std::sync::Arc;

use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use partnership_atlas::model::limits::MAX_QUOTE_WORDS;

use super::quote_form::quote;
use crate::document::Document;
use crate::marks::{Mark, Segment, SelectorError, all_marks, find, segments, selector};
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, Page, Pane, Selection, TEXT_TITLE, new_fact};
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
            let word = if is_frozen.get() { Word::TextFrozen } else { Word::TextHint };
            // Without a text the field for it says what to do.
            (count.get() > 0).then(|| words.get(word).to_owned())
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
            <span class="text__number" aria-label=label>{format!("¶{number}")}</span>
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

/// Finding a phrase, and making a fact or a quote of the selected words.
#[component]
fn SelectionTools(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let field = NodeRef::<Input>::new();
    // Which of the places of the phrase was selected last.
    let last = RwSignal::new((String::new(), 0_usize));
    // What the last search found, until words are selected by hand.
    let found_line = RwSignal::new((String::new(), None::<Selection>));
    let search = {
        let words = words.clone();
        move || {
            let phrase = field.get_untracked().map(|field| field.value()).unwrap_or_default();
            let found = studio.read_untracked(|document| find(&document.paragraphs, &phrase));
            let (before, index) = last.get_untracked();
            let next = if before == phrase { index + 1 } else { 0 };
            let Some(&(paragraph, start, end)) = found.get(next % found.len().max(1)) else {
                let line = words.get(Word::FindNone).to_owned();
                studio.selection.set(None);
                studio.announcement.set(line.clone());
                found_line.set((line, None));
                return;
            };
            last.set((phrase, next));
            let selection = Selection { paragraph, start, end };
            studio.selection.set(Some(selection));
            (studio.platform.select)(selection);
            let (count, number) = (found.len().to_string(), (paragraph + 1).to_string());
            let line = words.format(Word::FindFound, &[("count", &count), ("number", &number)]);
            studio.announcement.set(line.clone());
            found_line.set((line, Some(selection)));
        }
    };
    let chosen = Memo::new(move |_| {
        let Selection { paragraph, start, end } = studio.selection.get()?;
        studio.paragraphs.with(|paragraphs| Some(selector(paragraphs.get(paragraph)?, start, end)))
    });
    let excerpt = move || match chosen.get() {
        Some(Ok(selector)) => shortened(&selector.exact),
        _ => "…".to_owned(),
    };
    let (mark_words, quote_words, error_words) = (words.clone(), words.clone(), words.clone());
    let excerpt_of_quote = excerpt;
    let error = move || match chosen.get() {
        _ if found_line
            .with(|(line, found)| !line.is_empty() && *found == studio.selection.get()) =>
        {
            found_line.get().0
        }
        Some(Ok(_)) => String::new(),
        Some(Err(SelectorError::TooManyWords { .. } | SelectorError::TooManyCharacters { .. })) => {
            let most = MAX_QUOTE_WORDS.to_string();
            error_words.format(Word::MarkTooLong, &[("count", &most)])
        }
        Some(Err(SelectorError::NotUnique)) => error_words.get(Word::QuoteNowhere).to_owned(),
        Some(Err(SelectorError::Empty)) | None => error_words.get(Word::MarkEmpty).to_owned(),
    };
    let selected = move || {
        let paragraph = studio.selection.get_untracked()?.paragraph;
        Some((paragraph, chosen.get_untracked()?.ok()?))
    };
    let cannot = move || !matches!(chosen.get(), Some(Ok(_))) || !studio.can_edit();
    let mark = move |_| {
        if let Some((paragraph, selector)) = selected() {
            let id = studio.read_untracked(|document| document.new_id("facts", &selector.exact));
            studio.add_fact(new_fact(&id, Some(quote(studio, paragraph, selector))));
            studio.check();
        }
    };
    let use_as_quote = move |_| {
        if let (Some((paragraph, selector)), Some(fact)) = (selected(), studio.fact.get_untracked())
        {
            let list = Path::of("facts").index(fact).key("quotes");
            // A quote that was just added waits for its words; otherwise the first gets others.
            let (count, empty) = studio.read_untracked(|document| {
                let quotes = document.list(&list);
                let is_empty = |quote: &serde_json::Value| shown(quote.get("exact")).is_empty();
                (quotes.len(), quotes.iter().position(is_empty))
            });
            let value = quote(studio, paragraph, selector);
            if count > 0 {
                studio.set(list.index(empty.unwrap_or(0)), Some(value));
            } else {
                studio.edit(crate::document::Edit::Insert(list, 0, value));
            }
            studio.check();
            studio.pane.set(Pane::Forms);
        }
    };
    view! {
        <div class="text__find">
            <form
                class="text__search"
                on:submit=move |event| {
                    event.prevent_default();
                    search();
                }
            >
                <label for="find">{words.get(Word::FindLabel).to_owned()}</label>
                <input type="search" id="find" dir="auto" node_ref=field />
                <button type="submit" class="button">{words.get(Word::FindButton).to_owned()}</button>
            </form>
            <div class="form__buttons">
                <button type="button" class="button button--main" id="mark" disabled=cannot on:click=mark>
                    {move || mark_words.format(Word::MarkAsFact, &[("words", &excerpt())])}
                </button>
                <button
                    type="button"
                    class="button"
                    disabled=move || cannot() || studio.fact.get().is_none() || studio.page.get() != Page::Facts
                    on:click=use_as_quote
                >
                    {move || quote_words.format(Word::MarkForQuote, &[("words", &excerpt_of_quote())])}
                </button>
            </div>
            <p class="field__hint">{error}</p>
        </div>
    }
}

/// Returns the beginning of some words, for a button.
fn shortened(words: &str) -> String {
    const MOST: usize = 32;
    let mut short: String = words.chars().take(MOST).collect();
    if words.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
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
