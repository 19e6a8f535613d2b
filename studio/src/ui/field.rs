//! The fields of the forms: each shows one value of the draft, and what is wrong with it.

use leptos::prelude::*;
use partnership_atlas::i18n::date_text;
use partnership_atlas::model::FuzzyDate;
use serde_json::{Value, json};

pub use super::format::Format;
use crate::path::Path;
use crate::problems::{said, shown};
use crate::state::{Context, field_id};
use crate::words::Word;

/// What is wrong with a value, under its field.
#[component]
pub fn Problems(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
) -> impl IntoView {
    let id = format!("{}-problem", field_id(&path));
    let (checked, words) = (context.studio.checked, context.words.clone());
    let problems = Memo::new(move |_| {
        checked.with(|checked| {
            let problems = checked.at(&path).into_iter();
            problems.map(|message| said(message, &words)).collect::<Vec<_>>()
        })
    });
    let items = move || {
        let line = |(problem, is_english): (String, bool)| {
            view! { <span lang=is_english.then_some("en") dir="auto">{problem}</span> }
        };
        problems.get().into_iter().map(line).collect_view()
    };
    view! { <p class="field__problem" id=id>{items}</p> }
}

/// A field for a text or a number.
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
) -> impl IntoView {
    let studio = context.studio;
    let id = field_id(&path);
    let described_by = format!("{id}-hint {id}-problem");
    let text = {
        let path = path.clone();
        Memo::new(move |_| {
            studio.read(|document| {
                let text = document.text(&path);
                if text.is_empty() { shown(path.get(&document.dataset)) } else { text.to_owned() }
            })
        })
    };
    let is_wrong = is_wrong(&context, path.clone());
    let put = {
        let path = path.clone();
        move |text: String| studio.type_into(&path, format.value(text))
    };
    let is_locked = move || !studio.can_edit();
    let field = if is_long {
        view! {
            <textarea
                id=id.clone()
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
                id=id.clone()
                dir="auto"
                aria-describedby=described_by
                aria-invalid=is_wrong
                readonly=is_locked
                prop:value=text
                on:input=move |event| put(event_target_value(&event))
                on:blur=move |_| studio.end_typing()
            />
        }
        .into_any()
    };
    let hint = hint.map(|hint| context.words.get(hint).to_owned());
    view! {
        <div class="field">
            <label for=id.clone()>{context.words.get(label).to_owned()}</label>
            {field}
            <p class="field__hint" id=format!("{id}-hint")>{hint}</p>
            <Problems context path />
        </div>
    }
}

/// Returns whether something is wrong with a value, as `aria-invalid` says it.
fn is_wrong(context: &Context, path: Path) -> Memo<Option<&'static str>> {
    let checked = context.studio.checked;
    Memo::new(move |_| checked.with(|checked| (!checked.at(&path).is_empty()).then_some("true")))
}

/// A field for a date: in words or in EDTF. Words become EDTF when the field is left.
#[component]
pub fn DateField(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
    /// Its label.
    label: Word,
    /// Whether the report may give no date, which the file says by null.
    #[prop(optional)]
    can_be_not_stated: bool,
) -> impl IntoView {
    let studio = context.studio;
    let id = field_id(&path);
    let described_by = format!("{id}-hint {id}-problem");
    let value = {
        let path = path.clone();
        Memo::new(move |_| studio.read(|document| path.get(&document.dataset).cloned()))
    };
    let text = Memo::new(move |_| shown(value.get().as_ref()));
    let is_not_stated = Memo::new(move |_| value.get() == Some(Value::Null));
    let months =
        context.messages.months.iter().map(|month| month.value.clone()).collect::<Vec<_>>();
    let leave = {
        let path = path.clone();
        move || {
            let typed = text.get_untracked();
            if let Some(edtf) =
                crate::date_words::edtf(&typed, &months).filter(|edtf| *edtf != typed)
            {
                studio.type_into(&path, Some(json!(edtf)));
            }
            studio.end_typing();
        }
    };
    let put = {
        let path = path.clone();
        move |text: String| studio.type_into(&path, Format::Optional.value(text))
    };
    let set_not_stated = {
        let path = path.clone();
        move |event| {
            let value = event_target_checked(&event).then_some(Value::Null);
            studio.set(path.clone(), value);
        }
    };
    let (words, messages) = (context.words.clone(), context.messages.clone());
    let read = move || {
        let text = text.get();
        if text.is_empty() {
            return words.get(Word::DateHint).to_owned();
        }
        match FuzzyDate::parse(&text) {
            Ok(date) => {
                let date = date_text(&messages, date);
                words.format(Word::DateRead, &[("date", &date)])
            }
            Err(_) => words.get(Word::DateHint).to_owned(),
        }
    };
    let not_stated = can_be_not_stated.then(|| {
        view! {
            <label class="field__check">
                <input
                    type="checkbox"
                    prop:checked=is_not_stated
                    disabled=move || !studio.can_edit()
                    on:change=set_not_stated
                />
                {context.words.get(Word::NotStated).to_owned()}
            </label>
        }
    });
    let is_wrong = is_wrong(&context, path.clone());
    view! {
        <div class="field">
            <label for=id.clone()>{context.words.get(label).to_owned()}</label>
            <input
                type="text"
                id=id.clone()
                aria-describedby=described_by
                aria-invalid=is_wrong
                readonly=move || !studio.can_edit()
                disabled=is_not_stated
                prop:value=text
                on:input=move |event| put(event_target_value(&event))
                on:blur=move |_| leave()
            />
            {not_stated}
            <p class="field__hint" id=format!("{id}-hint")>{read}</p>
            <Problems context path />
        </div>
    }
}

/// A choice of one value, by its text in the file and its name.
pub type Choice = (String, String);

/// A field for one of several values.
#[component]
pub fn ChoiceField(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
    /// Its label.
    label: Word,
    /// The values.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What stands for no value; without it, a value must be chosen.
    #[prop(optional)]
    none: Option<Word>,
) -> impl IntoView {
    let studio = context.studio;
    let id = field_id(&path);
    let described_by = format!("{id}-problem");
    let value = {
        let path = path.clone();
        Memo::new(move |_| studio.read(|document| shown(path.get(&document.dataset))))
    };
    let put = {
        let path = path.clone();
        move |event| studio.set(path.clone(), Format::Optional.value(event_target_value(&event)))
    };
    let first = context.words.get(none.unwrap_or(Word::Choose)).to_owned();
    let options = move || {
        let chosen = value.get();
        let mut choices = choices.get();
        // What an opened file has instead is seen, too.
        if !chosen.is_empty() && choices.iter().all(|(value, _)| *value != chosen) {
            choices.push((chosen.clone(), chosen.clone()));
        }
        let option = |(value, name): Choice| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{name}</option> }
        };
        choices.into_iter().map(option).collect_view()
    };
    let is_wrong = is_wrong(&context, path.clone());
    view! {
        <div class="field">
            <label for=id.clone()>{context.words.get(label).to_owned()}</label>
            <select
                id=id
                aria-describedby=described_by
                aria-invalid=is_wrong
                disabled=move || !studio.can_edit()
                prop:value=value
                on:change=put
            >
                <option value="">{first}</option>
                {options}
            </select>
            <Problems context path />
        </div>
    }
}

/// A field for several of several values: a list of the file.
#[component]
pub fn ChecksField(
    /// What every component is given.
    context: Context,
    /// The list.
    path: Path,
    /// Its label.
    label: Word,
    /// The values.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
) -> impl IntoView {
    let studio = context.studio;
    let id = field_id(&path);
    let chosen = {
        let path = path.clone();
        Memo::new(move |_| {
            studio.read(|document| {
                document.list(&path).iter().map(|value| shown(Some(value))).collect::<Vec<_>>()
            })
        })
    };
    let list = path.clone();
    let checks = move || {
        let check = |(value, name): Choice| {
            let (path, own) = (list.clone(), value.clone());
            let is_chosen = Memo::new(move |_| chosen.with(|chosen| chosen.contains(&own)));
            let toggle = move |event| {
                let mut values = chosen.get_untracked();
                values.retain(|other| *other != value);
                if event_target_checked(&event) {
                    values.push(value.clone());
                }
                let values = (!values.is_empty()).then(|| json!(values));
                studio.set(path.clone(), values);
            };
            view! {
                <label class="field__check">
                    <input
                        type="checkbox"
                        prop:checked=is_chosen
                        disabled=move || !studio.can_edit()
                        on:change=toggle
                    />
                    {name}
                </label>
            }
        };
        choices.get().into_iter().map(check).collect_view()
    };
    view! {
        <fieldset class="field" id=id tabindex="-1">
            <legend>{context.words.get(label).to_owned()}</legend>
            <div class="field__checks">{checks}</div>
            <Problems context path />
        </fieldset>
    }
}

/// A field for yes or no, which the file leaves out where it is no.
#[component]
pub fn CheckField(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
    /// Its label.
    label: Word,
) -> impl IntoView {
    let studio = context.studio;
    let is_on = {
        let path = path.clone();
        Memo::new(move |_| {
            studio.read(|document| path.get(&document.dataset) == Some(&json!(true)))
        })
    };
    let toggle = move |event| {
        studio.set(path.clone(), event_target_checked(&event).then_some(json!(true)));
    };
    view! {
        <label class="field__check">
            <input
                type="checkbox"
                prop:checked=is_on
                disabled=move || !studio.can_edit()
                on:change=toggle
            />
            {context.words.get(label).to_owned()}
        </label>
    }
}
