//! The values among which an editor chooses, with their names.

use leptos::prelude::*;
use partnership_atlas::i18n::MessageId;
use partnership_atlas::model::MissingDetail;
use partnership_atlas::model::{FactKind, Pillar, Status};
use partnership_atlas::view_model::labels::{
    kind_label, missing_detail_label, pillar_label, status_label,
};
use strum::IntoEnumIterator;

use super::choice_field::Choice;
use crate::document::name_of;
use crate::path::Path;
use crate::problems::shown;
use crate::state::Context;
use crate::words::Word;

/// Returns the kinds of facts.
pub fn kinds(context: &Context) -> Vec<Choice> {
    let name = |kind: FactKind| context.messages.get(kind_label(kind)).value.clone();
    FactKind::iter().map(|kind| (<&str>::from(kind).to_owned(), name(kind))).collect()
}

/// Returns how far a fact can have come.
pub fn statuses(context: &Context) -> Vec<Choice> {
    let name = |status: Status| context.messages.get(status_label(status)).value.clone();
    Status::iter().map(|status| (<&str>::from(status).to_owned(), name(status))).collect()
}

/// Returns the pillars of the ASEAN Community.
pub fn pillars(context: &Context) -> Vec<Choice> {
    let name = |pillar: Pillar| context.messages.get(pillar_label(pillar)).value.clone();
    Pillar::iter().map(|pillar| (<&str>::from(pillar).to_owned(), name(pillar))).collect()
}

/// Returns the details that a report may not state.
pub fn missing_details(context: &Context) -> Vec<Choice> {
    let details = [
        ("attendance", MissingDetail::Attendance),
        ("which", MissingDetail::Which),
        ("states", MissingDetail::States),
        ("participants", MissingDetail::Participants),
    ];
    let name = |detail| context.messages.get(missing_detail_label(detail)).value.clone();
    details.into_iter().map(|(value, detail)| (value.to_owned(), name(detail))).collect()
}

/// Returns how a date can be known that the report does not state.
pub fn date_bases(context: &Context) -> Vec<Choice> {
    let weekday = context.messages.get(MessageId::DateDerived).value.clone();
    let derived = context.words.get(Word::BasisDerived).to_owned();
    vec![("weekday".to_owned(), weekday), ("derived".to_owned(), derived)]
}

/// Returns choices that are words of the studio.
pub fn words(context: &Context, choices: &[(&str, Word)]) -> Vec<Choice> {
    let choice =
        |(value, word): &(&str, Word)| ((*value).to_owned(), context.words.get(*word).to_owned());
    choices.iter().map(choice).collect()
}

/// Returns the entries of a list of the draft, by their ids; `key` is `id` or `code`.
pub fn entries(context: &Context, list: &str, key: &'static str) -> Signal<Vec<Choice>> {
    let (studio, path) = (context.studio, Path::of(list));
    let choices = Memo::new(move |_| {
        studio.read(|document| {
            let choice = |entry: &serde_json::Value| {
                let (id, name) = (shown(entry.get(key)), name_of(entry));
                let name = if name.is_empty() { id.clone() } else { name.to_owned() };
                (id, name)
            };
            document.list(&path).iter().map(choice).collect::<Vec<_>>()
        })
    });
    choices.into()
}
