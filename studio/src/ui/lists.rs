//! The forms of people, organisations and areas.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::choices::pillars;
use super::field::{ChoiceField, TextField};
use crate::document::{Document, Edit};
use crate::ids::slug;
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, field_id};
use crate::words::Word;

/// Returns an id for a new entry of a list that no other entry has.
pub fn new_id(document: &Document, list: &str, name: &str) -> String {
    let ids: Vec<String> =
        document.list(&Path::of(list)).iter().map(|entry| shown(entry.get("id"))).collect();
    slug(name, &ids.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The people and the organisations.
#[component]
pub fn PeopleForm(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    view! {
        <div class="form">
            <EntryList
                context=context.clone()
                list="people"
                title=Word::FieldPeople
                add=Word::PersonNew
                remove=Word::PersonRemove
                fields=person
                entry=json!({ "name": "" })
            />
            <EntryList
                context
                list="organisations"
                title=Word::FieldOrganisations
                add=Word::OrganisationNew
                remove=Word::OrganisationRemove
                fields=organisation
                entry=json!({ "name": "" })
            />
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
            <EntryList
                context
                list="areas"
                title=Word::FieldAreas
                add=Word::AreaNew
                remove=Word::AreaRemove
                fields=area
                entry=json!({ "name": "", "icon": "globe" })
            />
        </div>
    }
}

fn person(context: Context, path: Path) -> AnyView {
    let studio = context.studio;
    let offices = path.key("offices");
    let count = {
        let offices = offices.clone();
        Memo::new(move |_| studio.read(|document| document.list(&offices).len()))
    };
    let fields = {
        let (context, offices) = (context.clone(), offices.clone());
        move || {
            let office = |index| {
                let (path, list) = (offices.index(index).key("title"), offices.clone());
                view! {
                    <TextField context=context.clone() path label=Word::FieldOffice />
                    <button
                        type="button"
                        class="button button--quiet"
                        disabled=move || !studio.can_edit()
                        on:click=move |_| studio.edit(Edit::Remove(list.clone(), index))
                    >
                        {context.words.get(Word::OfficeRemove).to_owned()}
                    </button>
                }
            };
            (0..count.get()).map(office).collect_view()
        }
    };
    view! {
        <TextField context=context.clone() path=path.key("name") label=Word::FieldName />
        {fields}
        <button
            type="button"
            class="button"
            disabled=move || !studio.can_edit()
            on:click=move |_| {
                let index = studio.read_untracked(|document| document.list(&offices).len());
                studio.edit(Edit::Insert(offices.clone(), index, json!({ "title": "" })));
                (studio.platform.focus)(field_id(&offices.index(index).key("title")));
            }
        >
            {context.words.get(Word::OfficeAdd).to_owned()}
        </button>
    }
    .into_any()
}

fn organisation(context: Context, path: Path) -> AnyView {
    view! { <TextField context path=path.key("name") label=Word::FieldName /> }.into_any()
}

/// The pictures; their names are those in the file.
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

/// A list of the dataset whose entries have ids and names.
#[component]
fn EntryList(
    /// What every component is given.
    context: Context,
    /// Its key.
    list: &'static str,
    /// Its name.
    title: Word,
    /// The words on the button that adds an entry.
    add: Word,
    /// The words on the button that takes one out.
    remove: Word,
    /// The fields of an entry.
    fields: fn(Context, Path) -> AnyView,
    /// A new entry, without its id.
    entry: Value,
) -> impl IntoView {
    let studio = context.studio;
    let count = Memo::new(move |_| studio.read(|document| document.list(&Path::of(list)).len()));
    let label = context.words.get(add).to_owned();
    let heading = context.words.get(title).to_owned();
    let entries = move || {
        let one = |index: usize| {
            let path = Path::of(list).index(index);
            let name = {
                let (path, words) = (path.key("name"), context.words.clone());
                move || {
                    let name = studio.read(|document| document.text(&path).to_owned());
                    words.format(remove, &[("name", &name)])
                }
            };
            view! {
                <div class="form__entry">
                    {fields(context.clone(), path)}
                    <button
                        type="button"
                        class="button button--quiet"
                        disabled=move || !studio.can_edit()
                        on:click=move |_| studio.edit(Edit::Remove(Path::of(list), index))
                    >
                        {name}
                    </button>
                </div>
            }
        };
        (0..count.get()).map(one).collect_view()
    };
    let insert = move || {
        let mut entry = entry.clone();
        let (id, index) = studio.read_untracked(|document| {
            (new_id(document, list, list), document.list(&Path::of(list)).len())
        });
        if let Some(object) = entry.as_object_mut() {
            object.insert("id".to_owned(), json!(id));
        }
        studio.edit(Edit::Insert(Path::of(list), index, entry));
        (studio.platform.focus)(field_id(&Path::of(list).index(index).key("name")));
    };
    view! {
        <h2>{heading}</h2>
        {entries}
        <button
            type="button"
            class="button"
            disabled=move || !studio.can_edit()
            on:click=move |_| insert()
        >
            {label}
        </button>
    }
}
