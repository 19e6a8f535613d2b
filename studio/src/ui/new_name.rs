//! The field that adds a person, an organisation or an area to the dataset and to a fact, by its name.

use leptos::prelude::*;
use serde_json::{Value, json};

use crate::document::{Document, Edit, name_of};
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, field_id};
use crate::tokens::normalize;
use crate::words::Word;

/// Where something new is added.
#[derive(Clone, Copy, Debug)]
pub struct NewEntry {
    /// The list of the dataset: `people`.
    pub list: &'static str,
    /// The name of something new.
    pub label: Word,
}

/// A field for the name of something new; it is added when the field is left.
#[component]
pub fn NewName(
    /// What every component is given.
    context: Context,
    /// The list of a fact, with ids.
    list: Path,
    /// What is added.
    new: NewEntry,
) -> impl IntoView {
    let studio = context.studio;
    let id = format!("{}-new", field_id(&list));
    let name = RwSignal::new(String::new());
    // Enter, or the way to another field.
    let add = move |_| {
        let Some(typed) = name.try_get_untracked() else { return };
        let edit = studio.read_untracked(|document| added(document, new.list, &list, typed.trim()));
        if let Some(edit) = edit {
            studio.edit(edit);
            studio.check();
        }
        name.set(String::new());
    };
    view! {
        <div class="field__new">
            <label for=id.clone()>{context.words.get(new.label).to_owned()}</label>
            <input
                type="text"
                id=id
                dir="auto"
                readonly=move || !studio.can_edit()
                prop:value=name
                on:input=move |event| name.set(event_target_value(&event))
                on:change=add
            />
        </div>
    }
}

/// Returns the change that adds a name to a list of the dataset and to that of a fact. What the dataset has by that name is
/// not added again. Returns `None` where nothing is to be added.
pub fn added(document: &Document, entries: &str, list: &Path, name: &str) -> Option<Edit> {
    if name.is_empty() {
        return None;
    }
    let all = Path::of(entries);
    let is_same = |entry: &&Value| normalize(name_of(entry)) == normalize(name);
    let known = document.list(&all).iter().find(is_same).map(|entry| shown(entry.get("id")));
    let id = known.clone().unwrap_or_else(|| document.new_id(entries, name));
    let mut edits = Vec::new();
    if known.is_none() {
        let entry = match entries {
            "areas" => json!({ "id": id, "name": name, "icon": "globe" }),
            _ => json!({ "id": id, "name": name }),
        };
        edits.push(Edit::Insert(all, usize::MAX, entry));
    }
    if document.list(list).iter().all(|own| *own != id) {
        edits.push(Edit::Insert(list.clone(), usize::MAX, json!(id)));
    }
    (!edits.is_empty()).then_some(Edit::All(edits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_added_once_and_to_the_fact() {
        let dataset = json!({ "facts": [{ "id": "a" }, { "id": "b" }] });
        let mut document = Document { dataset, ..Document::default() };
        let people = |fact: usize| Path::of("facts").index(fact).key("people");
        let mut add = |fact: usize, name: &str| {
            let edit = added(&document, "people", &people(fact), name);
            edit.map(|edit| document.apply(edit)).is_some()
        };
        assert!(add(0, "Anwar Ibrahim") && add(1, "anwar ibrahim") && add(1, "أنور"));
        assert!(!add(1, "Anwar Ibrahim") && !add(0, ""));
        let names: Vec<_> = document.list(&Path::of("people")).iter().map(name_of).collect();
        assert_eq!(names, ["Anwar Ibrahim", "أنور"]);
        assert_eq!(document.list(&people(0)), [json!("anwar-ibrahim")]);
        assert_eq!(document.list(&people(1)), [json!("anwar-ibrahim"), json!("people")]);
        let areas = Path::of("facts").index(0).key("areas");
        document.apply(added(&document, "areas", &areas, "Roads").unwrap());
        let area = json!({ "id": "roads", "name": "Roads", "icon": "globe" });
        assert_eq!(document.list(&Path::of("areas")), [area]);
        document.apply(added(&document, "areas", &areas, "ถนน").unwrap());
        document.apply(added(&document, "areas", &areas, "道路").unwrap());
        assert_eq!(document.list(&areas), [json!("roads"), json!("areas"), json!("areas-2")]);
    }
}
