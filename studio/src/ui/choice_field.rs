//! The fields in which an editor chooses.

use leptos::prelude::*;
use serde_json::json;

use super::field::{Control, Format, Frame, Problems, hint_text};
use super::new_name::{NewEntry, NewName};
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, field_id};
use crate::words::Word;

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
    let value = {
        let path = path.clone();
        Memo::new(move |_| studio.read(|document| shown(path.get(&document.dataset))))
    };
    let put = {
        let path = path.clone();
        Callback::new(move |value| studio.set(path.clone(), Format::Optional.value(value)))
    };
    let none = none.unwrap_or(Word::Choose);
    view! { <Select context path label choices none value put /> }
}

/// A field for one of several choices that stand for values.
#[component]
pub fn Select(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
    /// Its label.
    label: Word,
    /// The choices.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What stands for no choice.
    none: Word,
    /// What helps to choose.
    #[prop(optional)]
    hint: Option<Word>,
    /// The choice that stands for the value; empty where there is none.
    value: Memo<String>,
    /// Sets the value for which a choice stands.
    put: Callback<String>,
) -> impl IntoView {
    let studio = context.studio;
    let Control { id, described_by, is_wrong } = Control::of(&context, &path);
    let first = context.words.get(none).to_owned();
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
    let hint = hint_text(&context, hint);
    view! {
        <Frame context path label hint has_fields=true>
            <select
                id=id
                aria-describedby=described_by
                aria-invalid=is_wrong
                disabled=move || !studio.can_edit()
                prop:value=value
                on:change=move |event| put.run(event_target_value(&event))
            >
                <option value="">{first}</option>
                {options}
            </select>
        </Frame>
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
    /// The list of the dataset to which one can be added by its name; without it, the choices are as they are.
    #[prop(optional)]
    new: Option<NewEntry>,
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
    // What the list has and no choice is, such as somebody who was removed: seen, so that it can be taken out.
    let unknown = Memo::new(move |_| {
        let is_unknown = |value: &&String| {
            choices.with(|choices| choices.iter().all(|(choice, _)| choice != *value))
        };
        chosen.with(|chosen| chosen.iter().filter(is_unknown).cloned().collect::<Vec<_>>())
    });
    // Before there is anybody to choose or to add, there is nothing to see.
    let is_empty =
        move || new.is_none() && choices.with(Vec::is_empty) && unknown.with(Vec::is_empty);
    let added = new.map(|new| {
        let (context, list) = (context.clone(), path.clone());
        view! { <NewName context list new /> }
    });
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
        let unknown = unknown.get().into_iter().map(|value| (value.clone(), value));
        choices.get().into_iter().chain(unknown).map(check).collect_view()
    };
    view! {
        <fieldset class="field" id=id tabindex="-1" hidden=is_empty>
            <legend>{context.words.get(label).to_owned()}</legend>
            <div class="field__checks">{checks}</div>
            {added}
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
    let id = field_id(&path);
    let is_on = {
        let path = path.clone();
        Memo::new(move |_| {
            studio.read(|document| path.get(&document.dataset) == Some(&json!(true)))
        })
    };
    let toggle = {
        let path = path.clone();
        move |event| {
            studio.set(path.clone(), event_target_checked(&event).then_some(json!(true)));
        }
    };
    view! {
        <div class="field">
            <span class="field__check">
                <input
                    type="checkbox"
                    id=id.clone()
                    aria-describedby=format!("{id}-problem")
                    prop:checked=is_on
                    disabled=move || !studio.can_edit()
                    on:change=toggle
                />
                <label for=id>{context.words.get(label).to_owned()}</label>
            </span>
            <Problems context path />
        </div>
    }
}
