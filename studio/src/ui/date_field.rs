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
    let names = context.names;
    let readings = readings_of(&context, &path, text);
    let readings_of_hint = readings.clone();
    let leave = {
        let path = path.clone();
        move || {
            // A field that is taken out while it has the focus is left, too, when its values are gone.
            let typed = text.try_get_untracked().unwrap_or_default();
            let edtf = crate::date_words::edtf(&typed, &names.get_untracked().months);
            if let Some(edtf) = edtf.filter(|edtf| *edtf != typed) {
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
        if let Err(missing) = readings_of_hint() {
            return words.get(missing).to_owned();
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

/// Returns what the words in a field can mean that say no exact time by themselves; where something is missing for that, what
/// tells so.
fn readings_of(
    context: &Context,
    path: &Path,
    text: Memo<String>,
) -> impl Fn() -> Result<Vec<Reading>, Word> + Clone + Send + Sync + 'static {
    let (studio, names) = (context.studio, context.names);
    // The dates of a source and of the atlas are not told by the report; two of them are not before their source.
    let is_of_report =
        ["facts", "people", "context"].iter().any(|list| Path::of(list).contains(path));
    let name = path.to_string();
    let is_later = name == "$.atlas.published" || name.ends_with(".retrieved");
    let source = path.split_last().map(|(parent, _)| parent);
    let source = source.filter(|source| Path::of("sources").contains(source));
    move || {
        let names = names.get();
        let of = |published| {
            text.with(|text| {
                readings(text, &names.months, &names.weekdays, &names.times, published)
            })
        };
        let published = studio.read(|document| {
            let report = || Path::of("sources").index(document.report_source());
            let source = source.clone().unwrap_or_else(report);
            document.text(&source.key("published")).to_owned()
        });
        let date = FuzzyDate::parse(&published).unwrap_or_default();
        if is_of_report {
            let found = of(date);
            let any_day = FuzzyDate::In(Period::Day(Day::new(2024, 1, 1).unwrap_or_default()));
            let is_missing = found.is_empty()
                && !matches!(date, FuzzyDate::In(Period::Day(_)))
                && !of(any_day).is_empty();
            return if is_missing { Err(Word::DateNeedsDay) } else { Ok(found) };
        }
        let mut found = of(FuzzyDate::NotStated);
        if !found.is_empty() {
            return Ok(found);
        }
        let in_year = |year| of(FuzzyDate::In(Period::Year(year)));
        if let FuzzyDate::In(period) = date
            && is_later
        {
            let days = [period.year(), period.year() + 1].into_iter().flat_map(in_year);
            let days = days.filter(|day| day.edtf.len() == 10 && day.edtf >= published);
            let first = days.min_by(|one, other| one.edtf.cmp(&other.edtf));
            found.extend(first.map(|first| Reading { basis: None, ..first }));
        }
        // 2024 has every day of any year.
        let has_no_year = || in_year(2024).iter().any(|part| part.edtf.len() > 4);
        if found.is_empty() && has_no_year() { Err(Word::DateNeedsYear) } else { Ok(found) }
    }
}
