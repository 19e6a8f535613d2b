//! The quotes of a fact: the words, their paragraph, and whether they stand there.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::field::{Format, TextField};
use super::list_field::ListKind;
use crate::marks::{Selector, Side, longer, marks, selector, shorter};
use crate::path::{Path, Step};
use crate::problems::fact_of;
use crate::state::{Context, Selection, Studio};
use crate::words::Word;

/// Returns a quote as the dataset has it. The source of the quotes is the report.
pub fn quote(studio: Studio, paragraph: usize, selector: Selector) -> Value {
    let source = studio.read_untracked(|document| {
        let source = Path::of("sources").index(document.report_source());
        document.text(&source.key("id")).to_owned()
    });
    let mut quote =
        json!({ "source": source, "paragraph": paragraph + 1, "exact": selector.exact });
    for (key, words) in [("prefix", selector.prefix), ("suffix", selector.suffix)] {
        if let (Some(words), Some(object)) = (words, quote.as_object_mut()) {
            object.insert(key.to_owned(), json!(words));
        }
    }
    quote
}

/// The quotes of a fact.
pub const QUOTES: ListKind = ListKind {
    title: Word::FieldQuote,
    hint: None,
    add: Word::QuoteAdd,
    remove: Word::QuoteRemove,
    fields: quote_fields,
    entry: |studio, _| quote(studio, 0, Selector::default()),
    first: "exact",
    is_newest_first: false,
    is_needed: None,
};

fn quote_fields(context: Context, path: Path) -> AnyView {
    let index = match path.steps().last() {
        Some(Step::Index(index)) => *index,
        _ => 0,
    };
    let fact = fact_of(&path).unwrap_or_default();
    let studio = context.studio;
    let words = context.words.clone();
    // Where the quote stands in the text; `None` where it does not, or where there is no text.
    let standing = Memo::new(move |_| {
        let checked = studio.checked.get();
        let quoted = checked.report.as_ref()?.facts.get(fact)?.clone();
        let paragraph = usize::from(quoted.quotes.get(index)?.paragraph).checked_sub(1)?;
        let mark = studio.paragraphs.with(|paragraphs| {
            let text = paragraphs.get(paragraph)?;
            let number = u16::try_from(paragraph + 1).ok()?;
            let marks = marks(number, text, std::slice::from_ref(&quoted));
            marks.into_iter().find(|mark| mark.quote == index)
        });
        mark.map(|mark| Selection { paragraph, start: mark.start, end: mark.end })
    });
    let has_text = Memo::new(move |_| !studio.paragraphs.with(|paragraphs| paragraphs.is_empty()));
    let line = {
        let words = words.clone();
        move || match standing.get() {
            Some(Selection { paragraph, .. }) => {
                words.format(Word::QuoteStands, &[("number", &(paragraph + 1).to_string())])
            }
            None if has_text.get() => words.get(Word::QuoteNowhere).to_owned(),
            None => String::new(),
        }
    };
    let resize = {
        let path = path.clone();
        move |change: fn(&str, usize, usize, Side) -> (usize, usize), side: Side| {
            let Some(Selection { paragraph, start, end }) = standing.get_untracked() else {
                return;
            };
            let text =
                studio.read_untracked(|document| document.paragraphs.get(paragraph).cloned());
            let text = text.unwrap_or_default();
            let (start, end) = change(&text, start, end, side);
            if let Ok(selector) = selector(&text, start, end) {
                studio.set(path.clone(), Some(quote(studio, paragraph, selector)));
                studio.check();
            }
        }
    };
    type Change = fn(&str, usize, usize, Side) -> (usize, usize);
    let button = |word, change: Change, side: Side, sign| {
        let (resize, label) = (resize.clone(), words.get(word).to_owned());
        view! {
            <button
                type="button"
                class="button"
                aria-label=label.clone()
                title=label
                disabled=move || standing.get().is_none() || !studio.can_edit()
                on:click=move |_| resize(change, side)
            >
                {sign}
            </button>
        }
    };
    let sides = [
        (Side::Start, Word::QuoteStart, Word::QuoteLongerStart, Word::QuoteShorterStart),
        (Side::End, Word::QuoteEnd, Word::QuoteLongerEnd, Word::QuoteShorterEnd),
    ]
    .map(|(side, name, more, fewer)| {
        view! {
            <span class="quote__side">
                {words.get(name).to_owned()}
                {button(more, longer, side, "+")}
                {button(fewer, shorter, side, "−")}
            </span>
        }
    });
    view! {
        <TextField context=context.clone() path=path.key("exact") label=Word::FieldQuote />
        <div class="form__buttons">{sides.collect_view()}</div>
        <p class="field__hint" role="status">{line}</p>
        <TextField
            context
            path=path.key("paragraph")
            label=Word::FieldParagraph
            format=Format::Number
        />
    }
    .into_any()
}
