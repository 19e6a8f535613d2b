//! The form of one fact.

use leptos::prelude::*;
use serde_json::json;

use super::choices::{entries, kinds, missing_details, statuses, words};
use super::field::{CheckField, ChecksField, Choice, ChoiceField, DateField, Format, TextField};
use super::quote_form::Quotes;
use super::suggestions::Suggested;
use crate::document::Edit;
use crate::path::Path;
use crate::problems::shown;
use crate::state::Context;
use crate::words::Word;

/// The whole form; `index` is the fact, from 0.
#[component]
pub fn FactForm(
    /// What every component is given.
    context: Context,
    /// The fact, from 0.
    index: usize,
) -> impl IntoView {
    let studio = context.studio;
    let path = Path::of("facts").index(index);
    let key = |key: &str| path.key(key);
    let scope = key("scope");
    let speakers = {
        let people = entries(&context, "people", "id");
        let unnamed = context.words.get(Word::UnnamedSources).to_owned();
        Signal::derive(move || {
            let mut choices: Vec<Choice> = people.get();
            choices.push(("unnamed-sources".to_owned(), unnamed.clone()));
            choices
        })
    };
    view! {
        <div class="form fact-form">
            <FactButtons context=context.clone() index />
            <TextField context=context.clone() path=key("title") label=Word::FieldTitle />
            <TextField context=context.clone() path=key("text") label=Word::FieldText is_long=true />
            <Quotes context=context.clone() fact=index />
            <Suggested context=context.clone() fact=index />
            <div class="form__row">
                <ChoiceField context=context.clone() path=key("kind") label=Word::FieldKind choices=kinds(&context) />
                <ChoiceField
                    context=context.clone()
                    path=key("status")
                    label=Word::FieldStatus
                    choices=statuses(&context)
                />
            </div>
            <Scope context=context.clone() scope />
            <DateField context=context.clone() path=key("date") label=Word::FieldDate can_be_not_stated=true />
            <ChoiceField
                context=context.clone()
                path=key("date_basis")
                label=Word::FieldDateBasis
                choices=words(&context, &[("derived", Word::BasisDerived)])
                none=Word::BasisStated
            />
            <ChecksField
                context=context.clone()
                path=key("areas")
                label=Word::FieldAreas
                choices=entries(&context, "areas", "id")
            />
            <ChecksField
                context=context.clone()
                path=key("people")
                label=Word::FieldPeople
                choices=entries(&context, "people", "id")
            />
            <ChecksField
                context=context.clone()
                path=key("organisations")
                label=Word::FieldOrganisations
                choices=entries(&context, "organisations", "id")
            />
            <ChoiceField
                context=context.clone()
                path=key("said_by")
                label=Word::FieldSaidBy
                choices=speakers
                none=Word::Nobody
            />
            <Amounts context=context.clone() path=key("amounts") />
            <ChecksField
                context=context.clone()
                path=key("not_stated")
                label=Word::FieldNotStated
                choices=missing_details(&context)
            />
            <TextField context=context.clone() path=key("id") label=Word::FieldId />
            <button
                type="button"
                class="button button--quiet"
                disabled=move || !studio.can_edit()
                on:click=move |_| {
                    studio.edit(Edit::Remove(Path::of("facts"), index));
                    studio.fact.set(None);
                }
            >
                {context.words.get(Word::FactDelete).to_owned()}
            </button>
        </div>
    }
}

/// The way back, and the place of the fact among the others.
#[component]
fn FactButtons(
    /// What every component is given.
    context: Context,
    /// The fact, from 0.
    index: usize,
) -> impl IntoView {
    let studio = context.studio;
    let is_last = Memo::new(move |_| {
        studio.read(|document| document.list(&Path::of("facts")).len()) <= index + 1
    });
    let move_to = move |target: usize| {
        let fact = studio.read_untracked(|document| {
            Path::of("facts").index(index).get(&document.dataset).cloned()
        });
        if let Some(fact) = fact {
            studio.edit(Edit::All(vec![
                Edit::Remove(Path::of("facts"), index),
                Edit::Insert(Path::of("facts"), target, fact),
            ]));
            studio.fact.set(Some(target));
        }
    };
    view! {
        <div class="form__buttons">
            <button type="button" class="button" on:click=move |_| studio.fact.set(None)>
                {context.words.get(Word::FactBack).to_owned()}
            </button>
            <button
                type="button"
                class="button"
                disabled=move || index == 0 || !studio.can_edit()
                on:click=move |_| move_to(index.saturating_sub(1))
            >
                {context.words.get(Word::FactUp).to_owned()}
            </button>
            <button
                type="button"
                class="button"
                disabled=move || is_last.get() || !studio.can_edit()
                on:click=move |_| move_to(index + 1)
            >
                {context.words.get(Word::FactDown).to_owned()}
            </button>
        </div>
    }
}

/// Whom the fact concerns; the states only where the report names them.
#[component]
fn Scope(
    /// What every component is given.
    context: Context,
    /// The scope.
    scope: Path,
) -> impl IntoView {
    let studio = context.studio;
    let extents = [
        ("named", Word::ExtentNamed),
        ("asean", Word::ExtentAsean),
        ("partner", Word::ExtentPartner),
        ("unnamed", Word::ExtentUnnamed),
    ];
    let extent = {
        let path = scope.key("extent");
        Memo::new(move |_| studio.read(|document| shown(path.get(&document.dataset))))
    };
    let also = words(&context, &[("asean", Word::AlsoAsean)]);
    let details = {
        let (context, scope) = (context.clone(), scope.clone());
        move || {
            let (context, scope) = (context.clone(), scope.clone());
            match extent.get().as_str() {
                "named" => view! {
                    <ChecksField
                        context=context.clone()
                        path=scope.key("places")
                        label=Word::FieldPlaces
                        choices=entries(&context, "places", "code")
                    />
                    <ChecksField
                        context
                        path=scope.key("also")
                        label=Word::FieldScope
                        choices=also.clone()
                    />
                }
                .into_any(),
                "unnamed" => view! {
                    <TextField context path=scope.key("count") label=Word::FieldCount format=Format::Number />
                }
                .into_any(),
                _ => ().into_any(),
            }
        }
    };
    view! {
        <ChoiceField
            context=context.clone()
            path=scope.key("extent")
            label=Word::FieldExtent
            choices=words(&context, &extents)
        />
        {details}
    }
}

/// The amounts that the report states.
#[component]
fn Amounts(
    /// What every component is given.
    context: Context,
    /// The list.
    path: Path,
) -> impl IntoView {
    let studio = context.studio;
    let count = {
        let path = path.clone();
        Memo::new(move |_| studio.read(|document| document.list(&path).len()))
    };
    let list = path.clone();
    let words = context.words.clone();
    let amount = {
        let (context, path) = (context.clone(), path.clone());
        move |index: usize| {
            let entry = path.index(index);
            let list = path.clone();
            view! {
                <div class="form__entry">
                    <TextField
                        context=context.clone()
                        path=entry.key("value")
                        label=Word::FieldValue
                        format=Format::Number
                    />
                    <TextField
                        context=context.clone()
                        path=entry.key("currency")
                        label=Word::FieldCurrency
                        format=Format::Code
                    />
                    <TextField
                        context=context.clone()
                        path=entry.key("unit")
                        label=Word::FieldUnit
                        format=Format::Optional
                    />
                    <CheckField
                        context=context.clone()
                        path=entry.key("approximate")
                        label=Word::FieldApproximate
                    />
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click=move |_| studio.edit(Edit::Remove(list.clone(), index))
                    >
                        {context.words.get(Word::AmountRemove).to_owned()}
                    </button>
                </div>
            }
        }
    };
    view! {
        <fieldset class="field">
            <legend>{words.get(Word::FieldAmounts).to_owned()}</legend>
            {move || (0..count.get()).map(&amount).collect_view()}
            <button
                type="button"
                class="button"
                disabled=move || !studio.can_edit()
                on:click=move |_| studio.edit(Edit::Insert(list.clone(), usize::MAX, json!({})))
            >
                {words.get(Word::AmountAdd).to_owned()}
            </button>
        </fieldset>
    }
}
