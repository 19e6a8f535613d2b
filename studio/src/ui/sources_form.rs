//! The forms of what is not from the report: other sources, the context from them, and the states on the map.

use leptos::prelude::*;
use serde_json::json;

use super::choice_field::ChoiceField;
use super::choices::entries;
use super::date_field::DateField;
use super::field::{Format, TextField};
use super::language_field::language_field;
use super::list_field::{ListField, ListKind};
use super::lists::with_id;
use super::more::More;
use crate::document::Document;
use crate::path::Path;
use crate::state::{Context, field_id};
use crate::words::Word;

/// The sources other than the report, and the context from them.
#[component]
pub fn Sources(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let report = Memo::new(move |_| studio.read(Document::report_source));
    view! {
        <ListField
            context=context.clone()
            path=Path::of("sources")
            kind=SOURCES
            except=report
            is_group=true
        />
        <ListField context path=Path::of("context") kind=CONTEXT is_group=true />
    }
}

/// The sources other than the report.
pub const SOURCES: ListKind = ListKind {
    title: Word::GroupSources,
    hint: Some(Word::HintSources),
    add: Word::SourceAdd,
    remove: Word::SourceRemove,
    fields: source,
    entry: |studio, list| {
        with_id(studio, list, json!({ "role": "context", "outlet": "", "title": "", "lang": "" }))
    },
    first: "title",
    is_newest_first: false,
    is_needed: Some(is_needed),
};

/// Returns whether the membership of a state is from a source. Memberships have no form in which another could be named.
fn is_needed(document: &Document, source: &Path) -> bool {
    let id = document.text(&source.key("id"));
    let places = document.list(&Path::of("places")).iter();
    places.filter_map(|place| place.pointer("/membership/source")).any(|source| source == id)
}

fn source(context: Context, path: Path) -> AnyView {
    let key = |key: &str| path.key(key);
    view! {
        <TextField context=context.clone() path=key("title") label=Word::FieldOtherTitle />
        <TextField context=context.clone() path=key("outlet") label=Word::FieldOtherOutlet />
        <TextField
            context=context.clone()
            path=key("url")
            label=Word::FieldOtherUrl
            format=Format::Address
        />
        <div class="form__row">
            <DateField
                context=context.clone()
                path=key("published")
                label=Word::FieldSourcePublished
            />
            <DateField context=context.clone() path=key("retrieved") label=Word::FieldRetrieved />
        </div>
        {language_field(context, key("lang"), Word::FieldOtherLang)}
    }
    .into_any()
}

/// The facts from other sources.
pub const CONTEXT: ListKind = ListKind {
    title: Word::GroupContext,
    hint: Some(Word::HintContext),
    add: Word::ContextAdd,
    remove: Word::ContextRemove,
    fields: context_fact,
    entry: |_, _| json!({ "text": "" }),
    first: "text",
    is_newest_first: false,
    is_needed: None,
};

fn context_fact(context: Context, path: Path) -> AnyView {
    view! {
        <TextField
            context=context.clone()
            path=path.key("text")
            label=Word::FieldContextText
            is_long=true
        />
        <DateField
            context=context.clone()
            path=path.key("date")
            label=Word::FieldDate
            can_be_not_stated=true
        />
        <ChoiceField
            context=context.clone()
            path=path.key("source")
            label=Word::FieldContextSource
            choices=entries(&context, "sources", "id")
        />
    }
    .into_any()
}

/// The other names of the states on the map.
#[component]
pub fn Places(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let places = Path::of("places");
    let count = {
        let places = places.clone();
        Memo::new(move |_| studio.read(|document| document.list(&places).len()))
    };
    let fields = {
        let (context, places) = (context.clone(), places.clone());
        move || {
            let place = |index| {
                let (context, path) = (context.clone(), places.index(index));
                let id = field_id(&path);
                let name = {
                    let path = path.clone();
                    move || studio.read(|document| document.entry_name(&path).to_owned())
                };
                view! {
                    <fieldset class="form__entry" id=id tabindex="-1">
                        <legend>{name}</legend>
                        <TextField
                            context
                            path=path.key("aliases")
                            label=Word::FieldAliases
                            format=Format::Lines
                        />
                    </fieldset>
                }
            };
            (0..count.get()).map(place).collect_view()
        }
    };
    let hint = context.words.get(Word::HintPlaces).to_owned();
    view! {
        <More context title=Word::GroupPlaces paths=Vec::new()>
            <p class="field__hint">{hint}</p>
            <div class="form__row" id=field_id(&places) tabindex="-1">{fields}</div>
        </More>
    }
}
