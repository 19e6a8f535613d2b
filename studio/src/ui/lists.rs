//! The forms of people, organisations and areas.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::choice_field::{CheckField, ChoiceField};
use super::choices::pillars;
use super::date_field::DateField;
use super::field::{Format, TextField};
use super::list_field::{ListField, ListKind};
use crate::path::{Path, Step};
use crate::state::{Context, Studio};
use crate::words::Word;

/// Returns a new entry of a list of the dataset, with an id.
pub fn with_id(studio: Studio, list: &Path, mut entry: Value) -> Value {
    if let (Some(Step::Key(list)), Some(object)) = (list.steps().first(), entry.as_object_mut()) {
        let id = studio.read_untracked(|document| document.new_id(list, list));
        object.insert("id".to_owned(), json!(id));
    }
    entry
}

/// The people and the organisations.
#[component]
pub fn PeopleForm(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    view! {
        <div class="form">
            <ListField context=context.clone() path=Path::of("people") kind=PEOPLE is_group=true />
            <ListField context path=Path::of("organisations") kind=ORGANISATIONS is_group=true />
        </div>
    }
}

/// The areas of cooperation.
#[component]
pub fn AreasForm(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    view! {
        <div class="form">
            <ListField context path=Path::of("areas") kind=AREAS is_group=true />
        </div>
    }
}

/// The people whom the report names.
pub const PEOPLE: ListKind = ListKind {
    title: Word::PagePeople,
    hint: None,
    add: Word::PersonNew,
    remove: Word::PersonRemove,
    fields: person,
    entry: |studio, list| with_id(studio, list, json!({ "name": "" })),
    first: "name",
    is_newest_first: false,
    is_needed: None,
};

fn person(context: Context, path: Path) -> AnyView {
    view! {
        <TextField context=context.clone() path=path.key("name") label=Word::FieldName />
        <ListField context=context.clone() path=path.key("offices") kind=OFFICES />
        <Wikidata context path />
    }
    .into_any()
}

/// The item of a person or an organisation in Wikidata.
#[component]
fn Wikidata(
    /// What every component is given.
    context: Context,
    /// The person or the organisation.
    path: Path,
) -> impl IntoView {
    view! {
        <TextField
            context
            path=path.key("wikidata")
            label=Word::FieldWikidata
            format=Format::Code
            hint=Word::HintWikidata
        />
    }
}

/// The offices of a person.
pub const OFFICES: ListKind = ListKind {
    title: Word::FieldOffices,
    hint: Some(Word::HintOffices),
    add: Word::OfficeAdd,
    remove: Word::OfficeRemove,
    fields: office,
    entry: |_, _| json!({ "title": "" }),
    first: "title",
    is_newest_first: false,
    is_needed: None,
};

fn office(context: Context, path: Path) -> AnyView {
    let key = |key: &str| path.key(key);
    view! {
        <TextField context=context.clone() path=key("title") label=Word::FieldOffice />
        <TextField
            context=context.clone()
            path=key("of")
            label=Word::FieldOfficeOf
            format=Format::Optional
        />
        <div class="form__row">
            <DateField context=context.clone() path=key("from") label=Word::FieldOfficeFrom />
            <DateField context=context.clone() path=key("to") label=Word::FieldOfficeTo />
        </div>
        <CheckField context path=key("acting") label=Word::FieldOfficeActing />
    }
    .into_any()
}

/// The organisations that the report names.
pub const ORGANISATIONS: ListKind = ListKind {
    title: Word::GroupOrganisations,
    hint: None,
    add: Word::OrganisationNew,
    remove: Word::OrganisationRemove,
    fields: organisation,
    entry: |studio, list| with_id(studio, list, json!({ "name": "" })),
    first: "name",
    is_newest_first: false,
    is_needed: None,
};

fn organisation(context: Context, path: Path) -> AnyView {
    view! {
        <TextField context=context.clone() path=path.key("name") label=Word::FieldName />
        <Wikidata context path />
    }
    .into_any()
}

/// The areas of cooperation.
pub const AREAS: ListKind = ListKind {
    title: Word::FieldAreas,
    hint: None,
    add: Word::AreaNew,
    remove: Word::AreaRemove,
    fields: area,
    entry: |studio, list| with_id(studio, list, json!({ "name": "", "icon": "globe" })),
    first: "name",
    is_newest_first: false,
    is_needed: None,
};

/// The pictures; their names are those in the file. A test compares them with the model, whose list would weigh more here.
const ICONS: [&str; 8] = ["house", "columns", "shield", "chart", "book", "leaf", "people", "globe"];

fn area(context: Context, path: Path) -> AnyView {
    let icons: Vec<_> = ICONS.iter().map(|icon| ((*icon).to_owned(), (*icon).to_owned())).collect();
    view! {
        <TextField context=context.clone() path=path.key("name") label=Word::FieldArea />
        <div class="form__row">
            <ChoiceField context=context.clone() path=path.key("icon") label=Word::FieldIcon choices=icons />
            <ChoiceField
                context=context.clone()
                path=path.key("pillar")
                label=Word::FieldPillar
                choices=pillars(&context)
                none=Word::NoPillar
            />
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use partnership_atlas::model::Icon;
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn every_picture_of_the_model_can_be_chosen() {
        let all: Vec<&str> = Icon::iter().map(Into::into).collect();
        assert_eq!(all, ICONS);
    }
}
