//! Finding a phrase in the text, and making a fact or a quote of the selected words.

use leptos::html::Input;
use leptos::prelude::*;
use partnership_atlas::model::limits::MAX_QUOTE_WORDS;
use serde_json::Value;

use super::quote_form::quote;
use crate::document::{Document, Edit};
use crate::marks::{SelectorError, find, selector};
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, Page, Pane, Selection, new_fact};
use crate::words::Word;

/// The field for a phrase, and the buttons.
#[component]
pub fn SelectionTools(
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
    let line_words = words.clone();
    let line = move || match chosen.get() {
        _ if found_line
            .with(|(line, found)| !line.is_empty() && *found == studio.selection.get()) =>
        {
            found_line.get().0
        }
        Some(Ok(selector)) => format!("“{}”", shortened(&selector.exact)),
        Some(Err(SelectorError::TooManyWords { .. } | SelectorError::TooManyCharacters { .. })) => {
            let most = MAX_QUOTE_WORDS.to_string();
            line_words.format(Word::MarkTooLong, &[("count", &most)])
        }
        Some(Err(SelectorError::NotUnique)) => line_words.get(Word::QuoteNowhere).to_owned(),
        Some(Err(SelectorError::Empty)) | None => line_words.get(Word::MarkEmpty).to_owned(),
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
    let use_as_quote = move |is_one_more: bool| {
        if let (Some((paragraph, selector)), Some(fact)) = (selected(), studio.fact.get_untracked())
        {
            let value = quote(studio, paragraph, selector);
            let edit =
                studio.read_untracked(|document| Some(quoted(document, fact, value, is_one_more)));
            edit.into_iter().for_each(|edit| studio.edit(edit));
            studio.check();
            studio.pane.set(Pane::Forms);
        }
    };
    // Whether the open fact has quotes, and how many; a quote that was just added waits for its words.
    let quotes = move || {
        let fact = studio.fact.get().filter(|_| studio.page.get() == Page::Facts)?;
        studio.read(|document| {
            let list = Path::of("facts").index(fact).key("quotes");
            Some((document.list(&list).len(), waiting(document, &list).is_some()))
        })
    };
    let cannot_use = move || match quotes() {
        // Of several it would not be said which goes.
        Some((count, is_waiting)) => (count > 1 && !is_waiting) || cannot(),
        None => true,
    };
    let cannot_add = move || cannot() || !matches!(quotes(), Some((count, false)) if count > 0);
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
                    {words.get(Word::MarkAsFact).to_owned()}
                </button>
                <button
                    type="button"
                    class="button"
                    id="use-quote"
                    disabled=cannot_use
                    on:click=move |_| use_as_quote(false)
                >
                    {words.get(Word::MarkForQuote).to_owned()}
                </button>
                <button
                    type="button"
                    class="button"
                    id="add-quote"
                    disabled=cannot_add
                    on:click=move |_| use_as_quote(true)
                >
                    {words.get(Word::MarkAsQuote).to_owned()}
                </button>
            </div>
            <p class="field__hint" dir="auto">{line}</p>
        </div>
    }
}

/// Returns the index of a quote that waits for its words.
fn waiting(document: &Document, quotes: &Path) -> Option<usize> {
    document.list(quotes).iter().position(|quote| shown(quote.get("exact")).is_empty())
}

/// Returns the change that gives a fact a quote: in the place of the one that waits for its words, else of the first, or as one
/// more.
fn quoted(document: &Document, fact: usize, quote: Value, is_one_more: bool) -> Edit {
    let list = Path::of("facts").index(fact).key("quotes");
    let count = document.list(&list).len();
    if is_one_more || count == 0 {
        return Edit::Insert(list, count, quote);
    }
    let index = waiting(document, &list).unwrap_or(0);
    Edit::Set(list.index(index), Some(quote))
}

/// Returns the beginning of some words, for one line.
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
    use serde_json::json;

    use super::*;

    #[test]
    fn a_quote_takes_the_place_of_one_that_waits_or_is_one_more() {
        let exact = |quotes: &[&str], is_one_more| {
            let quotes: Vec<_> = quotes.iter().map(|exact| json!({ "exact": exact })).collect();
            let dataset = json!({ "facts": [{ "quotes": quotes }] });
            let mut document = Document { dataset, ..Document::default() };
            document.apply(quoted(&document, 0, json!({ "exact": "new" }), is_one_more));
            let list = Path::of("facts").index(0).key("quotes");
            document.list(&list).iter().map(|quote| shown(quote.get("exact"))).collect::<Vec<_>>()
        };
        assert_eq!(exact(&[], false), ["new"]);
        assert_eq!(exact(&["one"], false), ["new"]);
        assert_eq!(exact(&["one"], true), ["one", "new"]);
        assert_eq!(exact(&["one", ""], false), ["one", "new"]);
    }
}
