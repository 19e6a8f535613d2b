//! The field for a date.

use leptos::prelude::*;
use partnership_atlas::i18n::date_text;
use partnership_atlas::model::{Day, FuzzyDate, Period};
use serde_json::{Value, json};

use super::field::{Control, Format, Frame};
use super::suggestions::{chosen, offer_button};
use crate::date_words::{Reading, readings};
use crate::document::Edit;
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, field_id};
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
    let readings = readings_of(&context, &path, text, months.clone());
    let readings_of_hint = readings.clone();
    let leave = {
        let path = path.clone();
        move || {
            // A field that is taken out while it has the focus is left, too, when its values are gone.
            let typed = text.try_get_untracked().unwrap_or_default();
            if let Some(edtf) =
                crate::date_words::edtf(&typed, &months).filter(|edtf| *edtf != typed)
            {
                studio.finish_typing(&path, Edit::Set(path.clone(), Some(json!(edtf))));
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
    // Enter changes a field that keeps the focus.
    let leave_by_key = leave.clone();
    let offers = {
        let (words, messages) = (context.words.clone(), context.messages.clone());
        let path = path.clone();
        move || {
            let offer = |Reading { edtf, basis }: Reading| {
                let date = date_text(&messages, FuzzyDate::parse(&edtf).unwrap_or_default());
                let label = words.format(Word::DateUse, &[("date", &date)]);
                offer_button(studio, label, chosen(&path, &edtf, basis), Some(field_id(&path)))
            };
            let readings = readings().ok()?;
            (!readings.is_empty()).then(|| {
                view! {
                    <div class="form__buttons">
                        {readings.into_iter().map(offer).collect_view()}
                    </div>
                }
            })
        }
    };
    let (words, messages) = (context.words.clone(), context.messages.clone());
    let read = move || {
        let text = text.get();
        if readings_of_hint().is_err() {
            return words.get(Word::DateNeedsDay).to_owned();
        }
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
                on:change=move |_| leave_by_key()
                on:blur=move |_| leave()
            />
            {offers}
            {not_stated}
        </Frame>
    }
}

/// What words wait for that only the day of the report can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DayMissing;

/// Returns what the words in a field can mean that say no exact time by themselves.
fn readings_of(
    context: &Context,
    path: &Path,
    text: Memo<String>,
    months: Vec<String>,
) -> impl Fn() -> Result<Vec<Reading>, DayMissing> + Clone + Send + Sync + 'static {
    let (studio, words) = (context.studio, context.words.clone());
    // The dates of a source and of the atlas are not told by the report.
    let is_of_report =
        ["facts", "people", "context"].iter().any(|list| Path::of(list).contains(path));
    move || {
        let of = |published| {
            let (weekdays, near) = (words.get(Word::Weekdays), words.get(Word::DatesNear));
            text.with(|text| readings(text, &months, weekdays, near, published))
        };
        let published = studio.read(|document| {
            let source = Path::of("sources").index(document.report_source());
            FuzzyDate::parse(document.text(&source.key("published"))).unwrap_or_default()
        });
        match published {
            _ if !is_of_report => Ok(of(FuzzyDate::NotStated)),
            FuzzyDate::In(Period::Day(_)) => Ok(of(published)),
            _ => {
                let found = of(published);
                let any_day = Day::new(2024, 1, 1).unwrap_or_default();
                let any_day = FuzzyDate::In(Period::Day(any_day));
                let is_missing = found.is_empty() && !of(any_day).is_empty();
                if is_missing { Err(DayMissing) } else { Ok(found) }
            }
        }
    }
}
