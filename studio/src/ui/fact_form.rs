//! The form of one fact.

use leptos::prelude::*;
use serde_json::json;

use super::choice_field::{CheckField, ChecksField, Choice, ChoiceField};
use super::choices::{date_bases, entries, kinds, missing_details, statuses, words};
use super::date_field::DateField;
use super::fact_more::FactMore;
use super::field::{Format, Problems, TextField};
use super::list_field::{ListField, ListKind};
use super::new_name::NewEntry;
use super::quote_form::QUOTES;
use super::suggestions::Suggested;
use crate::document::Edit;
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, Studio, field_id};
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
        <div class="form fact-form" id=field_id(&path) tabindex="-1">
            <FactButtons context=context.clone() index />
            <TextField context=context.clone() path=key("title") label=Word::FieldTitle />
            <TextField context=context.clone() path=key("text") label=Word::FieldText is_long=true />
            <ListField context=context.clone() path=key("quotes") kind=QUOTES />
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
                choices=date_bases(&context)
                none=Word::BasisStated
            />
            <ChecksField
                context=context.clone()
                path=key("areas")
                label=Word::FieldAreas
                choices=entries(&context, "areas", "id")
                new=NewEntry { list: "areas", label: Word::AreaNew }
            />
            <ChecksField
                context=context.clone()
                path=key("people")
                label=Word::FieldPeople
                choices=entries(&context, "people", "id")
                new=NewEntry { list: "people", label: Word::PersonNew }
            />
            <ChecksField
                context=context.clone()
                path=key("organisations")
                label=Word::FieldOrganisations
                choices=entries(&context, "organisations", "id")
                new=NewEntry { list: "organisations", label: Word::OrganisationNew }
            />
            <ChoiceField
                context=context.clone()
                path=key("said_by")
                label=Word::FieldSaidBy
                choices=speakers
                none=Word::Nobody
            />
            <Participants context=context.clone() path=key("participants") />
            <ListField context=context.clone() path=key("amounts") kind=AMOUNTS />
            <ChecksField
                context=context.clone()
                path=key("not_stated")
                label=Word::FieldNotStated
                choices=missing_details(&context)
            />
            <FactMore context=context.clone() path=path.clone() />
            <TextField context=context.clone() path=key("id") label=Word::FieldId />
            <button
                type="button"
                class="button button--quiet"
                disabled=move || !studio.can_edit()
                on:click=move |_| {
                    studio.edit(Edit::Remove(Path::of("facts"), index));
                    studio.show_facts();
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
    let move_to = move |target: usize, button: &str| {
        let facts = Path::of("facts");
        let fact = facts.index(index);
        let fact = studio.read_untracked(|document| fact.get(&document.dataset).cloned());
        if let Some(fact) = fact {
            let focused = field_id(&facts.index(target).key(button));
            studio.edit(Edit::All(vec![
                Edit::Remove(facts.clone(), index),
                Edit::Insert(facts, target, fact),
            ]));
            studio.fact.set(Some(target));
            // The form is a new one; at an end of the list it has the focus, as the button is disabled.
            (studio.platform.focus)(focused);
        }
    };
    let id = |button: &str| field_id(&Path::of("facts").index(index).key(button));
    view! {
        <div class="form__buttons">
            <button type="button" class="button" on:click=move |_| studio.show_facts()>
                {context.words.get(Word::FactBack).to_owned()}
            </button>
            <button
                type="button"
                class="button"
                id=id("up")
                disabled=move || index == 0 || !studio.can_edit()
                on:click=move |_| move_to(index.saturating_sub(1), "up")
            >
                {context.words.get(Word::FactUp).to_owned()}
            </button>
            <button
                type="button"
                class="button"
                id=id("down")
                disabled=move || is_last.get() || !studio.can_edit()
                on:click=move |_| move_to(index + 1, "down")
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
    let is_shown = |key: &str, answer| is_scope_shown(studio, &scope, key, answer);
    let checks = |key: &str, label, choices: Signal<Vec<Choice>>| {
        let (context, path, is_shown) = (context.clone(), scope.key(key), is_shown(key, "named"));
        move || {
            let (context, path) = (context.clone(), path.clone());
            is_shown.get().then(|| view! { <ChecksField context path label choices /> })
        }
    };
    let places = checks("places", Word::FieldPlaces, entries(&context, "places", "code"));
    let also = words(&context, &[("asean", Word::AlsoAsean)]).into();
    let also = checks("also", Word::FieldScope, also);
    let count = {
        let (context, path, is_shown) =
            (context.clone(), scope.key("count"), is_shown("count", "unnamed"));
        move || {
            let (context, path) = (context.clone(), path.clone());
            is_shown.get().then(|| {
                view! { <TextField context path label=Word::FieldCount format=Format::Number /> }
            })
        }
    };
    view! {
        <ChoiceField
            context=context.clone()
            path=scope.key("extent")
            label=Word::FieldExtent
            choices=words(&context, &extents)
        />
        {places}
        {also}
        {count}
    }
}

/// Returns whether the field of a part of the scope is shown: for its answer, and while the part is there, so that what belongs
/// to another answer can be taken out. The field then stays until the answer changes: it must not go while somebody types into
/// it, or move what they click on next.
pub fn is_scope_shown(studio: Studio, scope: &Path, key: &str, answer: &'static str) -> Memo<bool> {
    let (extent, part) = (scope.key("extent"), scope.key(key));
    let by_answer = Memo::new(move |before: Option<&(String, bool)>| {
        let (extent, is_there) = studio.read(|document| {
            let extent = shown(extent.get(&document.dataset));
            (extent, part.get(&document.dataset).is_some())
        });
        let was_shown = before.is_some_and(|(own, is_shown)| *is_shown && *own == extent);
        let is_shown = extent == answer || is_there || was_shown;
        (extent, is_shown)
    });
    Memo::new(move |_| by_answer.with(|(_, is_shown)| *is_shown))
}

/// Who takes part, only as far as the report says.
#[component]
fn Participants(
    /// What every component is given.
    context: Context,
    /// The participants.
    path: Path,
) -> impl IntoView {
    let (id, text) = (field_id(&path), |word| context.words.get(word).to_owned());
    view! {
        <fieldset class="field" id=id tabindex="-1">
            <legend>{text(Word::FieldParticipants)}</legend>
            <p class="field__hint">{text(Word::HintParticipants)}</p>
            <ChecksField
                context=context.clone()
                path=path.key("places")
                label=Word::FieldParticipantPlaces
                choices=entries(&context, "places", "code")
            />
            <ChecksField
                context=context.clone()
                path=path.key("organisations")
                label=Word::FieldParticipantOrganisations
                choices=entries(&context, "organisations", "id")
            />
            <CheckField
                context=context.clone()
                path=path.key("open")
                label=Word::FieldParticipantsOpen
            />
            <Problems context path has_fields=true />
        </fieldset>
    }
}

/// The amounts that the report states.
pub const AMOUNTS: ListKind = ListKind {
    title: Word::FieldAmounts,
    hint: Some(Word::HintAmounts),
    add: Word::AmountAdd,
    remove: Word::AmountRemove,
    fields: amount,
    entry: |_, _| json!({}),
    first: "value",
    is_newest_first: false,
    is_needed: None,
};

fn amount(context: Context, path: Path) -> AnyView {
    let text = |key: &str, label, format| {
        let (context, path) = (context.clone(), path.key(key));
        view! { <TextField context path label format /> }
    };
    let check = |key: &str, label| {
        let (context, path) = (context.clone(), path.key(key));
        view! { <CheckField context path label /> }
    };
    view! {
        <TextField
            context=context.clone()
            path=path.key("value")
            label=Word::FieldValue
            format=Format::Amount
            hint=Word::HintValue
        />
        {text("currency", Word::FieldCurrency, Format::Currency)}
        {text("unit", Word::FieldUnit, Format::Optional)}
        {check("approximate", Word::FieldApproximate)}
        {check("at_least", Word::FieldAtLeast)}
        {check("at_most", Word::FieldAtMost)}
        <DateField context=context.clone() path=path.key("period") label=Word::FieldPeriod />
    }
    .into_any()
}
