//! The fields of a fact that are seldom needed.

use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::choice_field::{Choice, ChoiceField, Select};
use super::choices::{entries, statuses};
use super::date_field::DateField;
use super::field::{Format, TextField};
use super::list_field::{ListField, ListKind};
use super::more::More;
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, Studio};
use crate::words::Word;

/// For whom it is, its other names, its interpretations, and the fact that it follows.
#[component]
pub fn FactMore(
    /// What every component is given.
    context: Context,
    /// The fact.
    path: Path,
) -> impl IntoView {
    let key = move |key: &str| path.key(key);
    let paths = ["audience", "follows", "interpretations", "aliases"].map(&key).to_vec();
    view! {
        <More context=context.clone() title=Word::FactMore paths>
            <TextField
                context=context.clone()
                path=key("audience")
                label=Word::FieldAudience
                format=Format::Optional
                hint=Word::HintAudience
            />
            <Follows context=context.clone() path=key("follows") />
            <ListField
                context=context.clone()
                path=key("interpretations")
                kind=INTERPRETATIONS
            />
            <TextField
                context
                path=key("aliases")
                label=Word::FieldAliases
                format=Format::Lines
                hint=Word::HintAliases
            />
        </More>
    }
}

/// The interpretations of an ambiguous passage.
pub const INTERPRETATIONS: ListKind = ListKind {
    title: Word::FieldInterpretations,
    hint: Some(Word::HintInterpretations),
    add: Word::InterpretationAdd,
    remove: Word::InterpretationRemove,
    fields: interpretation,
    entry: new_interpretation,
    first: "text",
    is_newest_first: false,
    is_needed: None,
};

/// The value of a status that the report does not give; an interpretation leaves it out.
const STATUS_NOT_STATED: &str = "not-stated";

fn interpretation(context: Context, path: Path) -> AnyView {
    let mut statuses = statuses(&context);
    statuses.retain(|(status, _)| status != STATUS_NOT_STATED);
    view! {
        <TextField
            context=context.clone()
            path=path.key("text")
            label=Word::FieldInterpretationText
            is_long=true
        />
        <DateField context=context.clone() path=path.key("date") label=Word::FieldDate />
        <ChoiceField
            context
            path=path.key("status")
            label=Word::FieldStatus
            choices=statuses
            none=Word::NotStated
        />
    }
    .into_any()
}

/// Returns a new interpretation. The first has the date and the status of the fact, as the format demands.
fn new_interpretation(studio: Studio, list: &Path) -> Value {
    let mut entry = Map::new();
    entry.insert("text".to_owned(), json!(""));
    studio.read_untracked(|document| {
        let Some((fact, _)) = list.split_last().filter(|_| document.list(list).is_empty()) else {
            return;
        };
        for key in ["date", "status"] {
            let value = fact.key(key).get(&document.dataset).filter(|value| !value.is_null());
            if let Some(value) = value.filter(|value| **value != STATUS_NOT_STATED) {
                entry.insert(key.to_owned(), value.clone());
            }
        }
    });
    Value::Object(entry)
}

/// The choice of a fact of another atlas; no fact can have this id.
const ELSEWHERE: &str = "*";

/// The fact that a fact follows: of this atlas or of another one.
#[component]
fn Follows(
    /// What every component is given.
    context: Context,
    /// The value.
    path: Path,
) -> impl IntoView {
    let studio = context.studio;
    let value = {
        let path = path.clone();
        Memo::new(move |_| {
            studio.read(|document| match path.get(&document.dataset) {
                Some(Value::Object(_)) => ELSEWHERE.to_owned(),
                value => shown(value),
            })
        })
    };
    let choices = {
        let facts = entries(&context, "facts", "id");
        let elsewhere =
            (ELSEWHERE.to_owned(), context.words.get(Word::FollowsElsewhere).to_owned());
        let id = path.split_last().map(|(fact, _)| fact.key("id")).unwrap_or_default();
        let own = Memo::new(move |_| studio.read(|document| document.text(&id).to_owned()));
        // A key in the title of the fact itself changes no choice.
        Memo::new(move |_| {
            let others = facts.get().into_iter().filter(|(id, _)| own.with(|own| own != id));
            std::iter::once(elsewhere.clone()).chain(others).collect::<Vec<Choice>>()
        })
    };
    let put = {
        let path = path.clone();
        Callback::new(move |chosen: String| {
            let value = match chosen.as_str() {
                ELSEWHERE => Some(json!({ "atlas": "", "fact": "" })),
                _ => Format::Optional.value(chosen),
            };
            studio.set(path.clone(), value);
        })
    };
    let elsewhere = {
        let (context, path) = (context.clone(), path.clone());
        move || {
            (value.get() == ELSEWHERE).then(|| {
                view! {
                    <TextField
                        context=context.clone()
                        path=path.key("atlas")
                        label=Word::FieldFollowsAtlas
                        format=Format::Address
                    />
                    <TextField
                        context=context.clone()
                        path=path.key("fact")
                        label=Word::FieldFollowsFact
                        hint=Word::HintFollowsFact
                    />
                }
            })
        }
    };
    view! {
        <Select
            context
            path
            label=Word::FieldFollows
            choices
            none=Word::FollowsNone
            value
            put
        />
        {elsewhere}
    }
}
