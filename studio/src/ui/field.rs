//! The frame of every field, and the field for a text: each shows one value of the draft, and what is wrong with it.

use leptos::prelude::*;
use partnership_atlas::view_model::details::grouped;

pub use super::format::Format;
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, field_id};
use crate::words::Word;

/// What is wrong with a value, and what should be looked at again, under its field.
#[component]
pub fn Problems(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
    /// Whether the parts of the value have fields. Those fields show the problems of the parts.
    #[prop(optional)]
    has_fields: bool,
) -> impl IntoView {
    let id = format!("{}-problem", field_id(&path));
    let (checked, words) = (context.studio.checked, context.words.clone());
    let lines = Memo::new(move |_| {
        checked.with(|checked| {
            let problems = if has_fields { checked.exactly_at(&path) } else { checked.at(&path) };
            let problems = problems.into_iter().map(|problem| (problem, None));
            let advice = checked.advice_at(&path).into_iter();
            let advice = advice.map(|advice| (advice, Some("field__advice")));
            let lines = problems.chain(advice);
            lines.map(|(problem, class)| (problem.said(&words), class)).collect::<Vec<_>>()
        })
    });
    let items = move || {
        let line =
            |(line, class): (String, _)| view! { <span class=class dir="auto">{line}</span> };
        lines.get().into_iter().map(line).collect_view()
    };
    view! { <p class="field__problem" id=id>{items}</p> }
}

/// What the control of a field says of itself.
pub struct Control {
    /// Its id, to which a problem of the value leads.
    pub id: String,
    /// The ids of its hint and of its problems, for `aria-describedby`.
    pub described_by: String,
    /// Whether something is wrong with the value, as `aria-invalid` says it.
    pub is_wrong: Memo<Option<&'static str>>,
}

impl Control {
    /// Returns what the control of a value says.
    pub fn of(context: &Context, path: &Path) -> Self {
        let (id, path, checked) = (field_id(path), path.clone(), context.studio.checked);
        let is_wrong = Memo::new(move |_| {
            checked.with(|checked| (!checked.at(&path).is_empty()).then_some("true"))
        });
        Self { described_by: format!("{id}-hint {id}-problem"), id, is_wrong }
    }
}

/// The label of a field, its control, a hint, and its problems.
#[component]
pub fn Frame(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
    /// Its label.
    label: Word,
    /// What helps to fill it in; may be empty.
    #[prop(into)]
    hint: Signal<String>,
    /// Whether the parts of the value have fields of their own.
    #[prop(optional)]
    has_fields: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let id = field_id(&path);
    let hint = move || Some(hint.get()).filter(|hint| !hint.is_empty());
    view! {
        <div class="field">
            <label for=id.clone()>{context.words.get(label).to_owned()}</label>
            {children()}
            <p class="field__hint" id=format!("{id}-hint")>{hint}</p>
            <Problems context path has_fields />
        </div>
    }
}

/// Returns the text of a hint; empty where there is none.
pub fn hint_text(context: &Context, hint: Option<Word>) -> String {
    hint.map(|hint| context.words.get(hint).to_owned()).unwrap_or_default()
}

/// A field for a text, a number, or a list of texts.
#[component]
pub fn TextField(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
    /// Its label.
    label: Word,
    /// How a text becomes a value.
    #[prop(optional)]
    format: Format,
    /// Whether it has several lines.
    #[prop(optional)]
    is_long: bool,
    /// What helps to fill it in.
    #[prop(optional)]
    hint: Option<Word>,
    /// The id of the list of what it offers.
    #[prop(optional)]
    list: Option<&'static str>,
) -> impl IntoView {
    let studio = context.studio;
    let Control { id, described_by, is_wrong } = Control::of(&context, &path);
    // What was typed last: blank lines are no part of a list, but stay while it is typed.
    let typed = StoredValue::new(String::new());
    let text = {
        let path = path.clone();
        Memo::new(move |_| {
            studio.read(|document| {
                let value = path.get(&document.dataset);
                let is_typed = |typed: &String| format.value(typed.clone()).as_ref() == value;
                if format == Format::Lines && typed.with_value(is_typed) {
                    return typed.get_value();
                }
                let text = document.text(&path);
                if text.is_empty() { shown(value) } else { text.to_owned() }
            })
        })
    };
    let put = {
        let path = path.clone();
        move |text: String| {
            typed.set_value(text.clone());
            studio.type_into(&path, format.value(text));
        }
    };
    let leave = {
        let (path, names) = (path.clone(), context.names);
        move || {
            let edit = studio.read_untracked(|document| {
                let value = path.get(&document.dataset)?;
                // A field that is taken out while it has the focus is left, too, when its values are gone.
                let typed = typed.try_get_value()?;
                let is_typed = format.value(typed.clone()).as_ref() == Some(value);
                let text = if is_typed { typed } else { value.as_str()?.to_owned() };
                names.with_untracked(|names| format.left(&text, &path, document, names))
            });
            if let Some(edit) = edit {
                studio.finish_typing(&path, edit);
            }
            studio.end_typing();
        }
    };
    let is_locked = move || !studio.can_edit();
    // Enter changes a field that keeps the focus.
    let leave_by_key = leave.clone();
    let number = {
        let (path, words) = (path.clone(), context.words.clone());
        move || {
            let number = studio.read(|document| path.get(&document.dataset)?.as_f64());
            number.map(|number| words.format(Word::DateRead, &[("date", &grouped(number))]))
        }
    };
    let field = if is_long || format == Format::Lines {
        view! {
            <textarea
                id=id
                rows="3"
                dir="auto"
                aria-describedby=described_by
                aria-invalid=is_wrong
                readonly=is_locked
                prop:value=text
                on:input=move |event| put(event_target_value(&event))
                on:blur=move |_| studio.end_typing()
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                id=id
                dir="auto"
                list=list
                aria-describedby=described_by
                aria-invalid=is_wrong
                readonly=is_locked
                prop:value=text
                on:input=move |event| put(event_target_value(&event))
                on:change=move |_| leave_by_key()
                on:blur=move |_| leave()
            />
        }
        .into_any()
    };
    let hint = hint_text(&context, hint);
    let hint = Signal::derive(move || {
        let number = if format == Format::Amount { number() } else { None };
        number.unwrap_or_else(|| hint.clone())
    });
    view! { <Frame context path label hint>{field}</Frame> }
}
