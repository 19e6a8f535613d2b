//! What the quoted words mention, offered to the editor, and what a reader will ask.

use leptos::prelude::*;
use partnership_atlas::i18n::date_text;
use partnership_atlas::model::FuzzyDate;
use partnership_atlas::view_model::labels::missing_detail_label;
use serde_json::{Value, json};

use super::new_name::added;
use crate::coverage::{Question, is_date_unsaid, missing};
use crate::document::{Document, Edit};
use crate::path::Path;
use crate::problems::shown;
use crate::state::{Context, Studio};
use crate::suggestions::{BOUNDS, Suggestions, suggestions};
use crate::words::Word;

/// The offers for a fact, if there are any.
#[component]
pub fn Suggested(
    /// What every component is given.
    context: Context,
    /// The fact, from 0.
    fact: usize,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let path = Path::of("facts").index(fact);
    let (names, messages) = (context.names, context.messages.clone());
    let found = Memo::new(move |_| {
        // It follows the checked draft: every key would be too much.
        let checked = studio.checked.get();
        let Some(report) = &checked.report else { return (Vec::new(), Vec::new()) };
        let text = sentences(studio, fact);
        let mut found = suggestions(&text, report, &names.get());
        let open = report.facts.get(fact);
        let mut questions = open.map(missing).unwrap_or_default();
        let has_text = studio.paragraphs.with(|paragraphs| !paragraphs.is_empty());
        if has_text && open.is_some_and(|open| is_date_unsaid(open, &found.dates)) {
            questions.push(Question::DateSaid);
        }
        studio.read_untracked(|document| {
            // Null says that the report gives no date.
            let date = path.key("date").get(&document.dataset);
            let is_answered = date.is_some_and(Value::is_null);
            questions.retain(|question| *question != Question::Date || !is_answered);
            for date in found.dates.iter_mut().filter(|date| date.basis.is_some()) {
                let read = date_text(&messages, FuzzyDate::parse(&date.edtf).unwrap_or_default());
                date.words = format!("{} ({read})", date.words);
            }
            (offers(found, document, &path), questions)
        })
    });
    let content = move || {
        let (offers, questions) = found.get();
        let offer = |Offer { name, edit }: Offer| {
            let label = words.format(Word::AddSuggestion, &[("name", &name)]);
            offer_button(studio, label, edit, None)
        };
        let offered = (!offers.is_empty()).then(|| {
            let text = words.get(Word::Suggested).to_owned();
            view! {
                <p>{text}</p>
                <div class="form__buttons">{offers.into_iter().map(offer).collect_view()}</div>
            }
        });
        let asked = (!questions.is_empty()).then(|| {
            let asked = questions_text(&context, &questions);
            view! { <p>{words.format(Word::Questions, &[("questions", &asked)])}</p> }
        });
        (offered.is_some() || asked.is_some())
            .then(|| view! { <div class="suggested">{offered}{asked}</div> })
    };
    view! { {content} }
}

/// The button of an offer. `focus` is the id of the field that has the focus afterwards, where the button is gone.
pub fn offer_button(studio: Studio, label: String, edit: Edit, focus: Option<String>) -> AnyView {
    let add = move |_| {
        studio.edit(edit.clone());
        studio.check();
        if let Some(focus) = focus.clone() {
            (studio.platform.focus)(focus);
        }
    };
    view! {
        <button type="button" class="button" disabled=move || !studio.can_edit() on:click=add>
            {label}
        </button>
    }
    .into_any()
}

/// Returns the change that a chosen reading makes: the date of a fact also tells how it is known.
pub fn chosen(path: &Path, edtf: &str, basis: Option<&str>) -> Edit {
    let date = Edit::Set(path.clone(), Some(json!(edtf)));
    match (path.steps(), path.split_last(), basis) {
        ([_, _, _], Some((fact, _)), Some(basis)) if Path::of("facts").contains(&fact) => {
            Edit::All(vec![Edit::Set(fact.key("date_basis"), Some(json!(basis))), date])
        }
        _ => date,
    }
}

/// Returns questions in one line.
pub fn questions_text(context: &Context, questions: &[Question]) -> String {
    let texts = questions.iter().map(|question| question_text(context, *question));
    texts.collect::<Vec<_>>().join(", ")
}

fn question_text(context: &Context, question: Question) -> String {
    match (question, question.not_stated()) {
        (_, Some(detail)) => context.messages.get(missing_detail_label(detail)).value.clone(),
        (Question::Date, None) => context.words.get(Word::FieldDate).to_owned(),
        (Question::DateSaid, None) => context.words.get(Word::QuestionDateSaid).to_owned(),
        _ => context.words.get(Word::FieldAmounts).to_owned(),
    }
}

/// Returns the sentences of the report in which the quotes of a fact stand; the quotes where there is no text.
fn sentences(studio: Studio, fact: usize) -> String {
    studio.read_untracked(|document| {
        let quotes = Path::of("facts").index(fact).key("quotes");
        let quoted = document.list(&quotes).iter().map(|quote| {
            let exact = shown(quote.get("exact"));
            let number = quote.get("paragraph").and_then(Value::as_u64).unwrap_or_default();
            let index = usize::try_from(number).unwrap_or_default().checked_sub(1);
            let paragraph = index.and_then(|index| document.paragraphs.get(index));
            let found = paragraph.and_then(|text| Some((text, text.find(&exact)?)));
            match found {
                Some((text, start)) => sentence(text, start, start + exact.len()),
                None => exact,
            }
        });
        quoted.collect::<Vec<_>>().join("\n")
    })
}

/// Returns the sentences of a paragraph from the one with its byte `start` to the one that ends after `end`.
fn sentence(paragraph: &str, start: usize, end: usize) -> String {
    const ENDS: [&str; 6] = [". ", "? ", "! ", "۔ ", "。", "။ "];
    let before = paragraph.get(..start).unwrap_or_default();
    let from = ENDS.iter().filter_map(|mark| Some(before.rfind(mark)? + mark.len())).max();
    let after = paragraph.get(end..).unwrap_or_default();
    let to = ENDS.iter().filter_map(|mark| Some(end + after.find(mark)? + mark.len())).min();
    let range = from.unwrap_or(0)..to.unwrap_or(paragraph.len());
    paragraph.get(range).unwrap_or_default().trim().to_owned()
}

/// Something that can be added by one click.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    name: String,
    edit: Edit,
}

/// Returns what was found and the fact does not have yet.
fn offers(found: Suggestions, document: &Document, fact: &Path) -> Vec<Offer> {
    let mut offers = Vec::new();
    let has = |list: &Path, value: &str| document.list(list).iter().any(|own| own == value);
    let name_of = |list: &str, key: &str, value: &str| {
        let entries = document.list(&Path::of(list));
        let index = entries.iter().position(|entry| shown(entry.get(key)) == value);
        index.map_or_else(String::new, |index| {
            document.text(&Path::of(list).index(index).key("name")).to_owned()
        })
    };
    let places = fact.key("scope").key("places");
    for code in &found.places {
        let code = code.as_str();
        if has(&places, code) {
            continue;
        }
        let extent = Edit::Set(fact.key("scope").key("extent"), Some(json!("named")));
        let add = Edit::Insert(places.clone(), usize::MAX, json!(code));
        let name = name_of("places", "code", code);
        offers.push(Offer { name, edit: Edit::All(vec![extent, add]) });
    }
    for (list, ids) in [
        ("people", found.people.iter().map(|id| id.as_str()).collect::<Vec<_>>()),
        ("organisations", found.organisations.iter().map(|id| id.as_str()).collect()),
    ] {
        for id in ids.into_iter().filter(|id| !has(&fact.key(list), id)) {
            let edit = Edit::Insert(fact.key(list), usize::MAX, json!(id));
            offers.push(Offer { name: name_of(list, "id", id), edit });
        }
    }
    for name in found.new_people {
        if let Some(edit) = added(document, "people", &fact.key("people"), &name) {
            offers.push(Offer { name, edit });
        }
    }
    let has_date = fact.key("date").get(&document.dataset).is_some_and(|date| !date.is_null());
    for date in found.dates.into_iter().filter(|_| !has_date) {
        offers.push(Offer {
            name: date.words,
            edit: chosen(&fact.key("date"), &date.edtf, date.basis),
        });
    }
    let amounts = fact.key("amounts");
    for amount in found.amounts {
        let is_same = |own: &Value| own.get("value").and_then(Value::as_f64) == Some(amount.value);
        let own = document.list(&amounts).iter().enumerate().find(|(_, own)| is_same(own));
        if let Some((index, own)) = own {
            // The fact says that it is exact, the sentence that it is not: of the same money or the same unit.
            let is_named = |key: &str, name: &Option<String>| {
                own.get(key).and_then(Value::as_str) == name.as_deref()
            };
            let is_exact = BOUNDS.iter().all(|key| own.get(key).is_none())
                && is_named("currency", &amount.currency)
                && is_named("unit", &amount.unit);
            if let Some(key) = amount.bound.filter(|_| is_exact) {
                let edit = Edit::Set(amounts.index(index).key(key), Some(json!(true)));
                offers.push(Offer { name: amount.words, edit });
            }
            continue;
        }
        let mut value = json!({ "value": amount.value });
        if let (Some(key), Some(object)) = (amount.bound, value.as_object_mut()) {
            object.insert(key.to_owned(), json!(true));
        }
        let (key, text) = match (amount.currency, amount.unit) {
            (Some(currency), _) => ("currency", currency),
            (None, unit) => ("unit", unit.unwrap_or_default()),
        };
        if let Some(object) = value.as_object_mut().filter(|_| !text.is_empty()) {
            object.insert(key.to_owned(), json!(text));
        }
        let edit = Edit::Insert(amounts.clone(), usize::MAX, value);
        offers.push(Offer { name: amount.words, edit });
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggestions::{APPROXIMATE, AT_LEAST, AmountFound};

    #[test]
    fn a_reading_of_the_date_of_a_fact_says_how_it_is_known() {
        let fact = Path::of("facts").index(2);
        let basis = |path: &Path, basis| match chosen(path, "2023-06-13", basis) {
            Edit::All(edits) => edits.first().cloned(),
            _ => None,
        };
        let set = |value: &str| Some(Edit::Set(fact.key("date_basis"), Some(json!(value))));
        assert_eq!(basis(&fact.key("date"), Some("weekday")), set("weekday"));
        assert_eq!(basis(&fact.key("date"), None), None);
        let period = fact.key("amounts").index(0).key("period");
        assert_eq!(basis(&period, Some("derived")), None);
        assert_eq!(basis(&Path::of("context").index(0).key("date"), Some("derived")), None);
    }

    #[test]
    fn somebody_whom_the_dataset_has_is_not_made_again() {
        let dataset = json!({ "people": [{ "id": "a", "name": "anwar ibrahim" }], "facts": [{}] });
        let mut document = Document { dataset, ..Document::default() };
        let fact = Path::of("facts").index(0);
        let offered = |document: &Document| {
            let new_people = vec!["Anwar Ibrahim".to_owned()];
            offers(Suggestions { new_people, ..Suggestions::default() }, document, &fact)
        };
        let offer = offered(&document).remove(0);
        document.apply(offer.edit);
        assert_eq!(document.list(&Path::of("people")).len(), 1);
        assert_eq!(document.list(&fact.key("people")), [json!("a")]);
        assert_eq!(offered(&document), []);
    }

    #[test]
    fn an_amount_is_offered_as_exact_as_its_sentence_says() {
        let document = |amounts: Value| Document {
            dataset: json!({ "facts": [{ "amounts": amounts }] }),
            ..Document::default()
        };
        let fact = Path::of("facts").index(0);
        let after = |amounts: Value, bound: Option<&'static str>| {
            let (words, value) = ("over USD 5".to_owned(), 5.0);
            let currency = Some("USD".to_owned());
            let amounts_found = vec![AmountFound { words, value, currency, unit: None, bound }];
            let found = Suggestions { amounts: amounts_found, ..Suggestions::default() };
            let mut document = document(amounts);
            let offer = offers(found, &document, &fact).pop()?;
            assert_eq!(offer.name, "over USD 5");
            document.apply(offer.edit);
            Some(Value::from(document.list(&fact.key("amounts")).to_vec()))
        };
        let over = json!([{ "value": 5.0, "currency": "USD", "at_least": true }]);
        let exact = json!([{ "value": 5.0, "currency": "USD" }]);
        assert_eq!(after(json!([]), Some(AT_LEAST)), Some(over.clone()));
        assert_eq!(after(exact.clone(), Some(AT_LEAST)), Some(over.clone()));
        assert_eq!(after(exact, None), None);
        for other in [
            json!([{ "value": 5.0, "currency": "EUR" }]),
            json!([{ "value": 5.0, "unit": "roads" }]),
        ] {
            assert_eq!(after(other, Some(AT_LEAST)), None, "another amount");
        }
        assert_eq!(after(over.clone(), Some(AT_LEAST)), None);
        assert_eq!(after(over, Some(APPROXIMATE)), None, "what an editor has said stays");
    }

    #[test]
    fn the_sentence_around_some_words_is_found() {
        let text = "One road. Two wells in Malaysia were dug. Three.";
        let at = text.find("wells").unwrap();
        assert_eq!(sentence(text, at, at + 5), "Two wells in Malaysia were dug.");
        assert_eq!(sentence(text, 0, 3), "One road.");
        assert_eq!(sentence(text, text.len() - 2, text.len()), "Three.");
        // Positions inside a letter are none: the whole paragraph stands in.
        assert_eq!(sentence("é", 1, 9), "é");
    }
}
