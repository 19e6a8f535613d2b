//! The field for a date.

use leptos::prelude::*;
use partnership_atlas::i18n::date_text;
use partnership_atlas::model::FuzzyDate;
use serde_json::{Value, json};

use super::field::{Control, Format, Frame};
use crate::path::Path;
use crate::problems::shown;
use crate::state::Context;
use crate::words::Word;

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
    let Control { id, described_by, is_wrong } = Control::of(&context, &path);
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
    view! {
        <Frame context path label hint=Signal::derive(read)>
            <input
                type="text"
                id=id
                aria-describedby=described_by
                aria-invalid=is_wrong
                readonly=move || !studio.can_edit()
                disabled=is_not_stated
                prop:value=text
                on:input=move |event| put(event_target_value(&event))
                on:blur=move |_| leave()
            />
            {not_stated}
        </Frame>
    }
}
