//! Everything that is wrong with the draft, and what should be looked at again, in lists that lead to each field.

use leptos::prelude::*;
use partnership_atlas::model::PlaceCode;

use super::suggestions::questions_text;
use crate::coverage::{Question, missing, unnamed_states};
use crate::path::Path;
use crate::problems::{Checked, FieldDiagnostic, Part, field_name};
use crate::state::{Context, Studio};
use crate::words::{Word, Words};

/// The list, and the dataset itself for whoever wants to see it.
#[component]
pub fn CheckList(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let title = {
        let words = words.clone();
        move || match studio.checked.with(|checked| checked.count()) {
            0 => words.get(Word::CheckNone).to_owned(),
            count => words.format(Word::CheckTitle, &[("count", &count.to_string())]),
        }
    };
    let items = {
        let words = words.clone();
        move || {
            let checked = studio.checked.get();
            let more = (checked.omitted > 0).then(|| {
                let count = checked.omitted.to_string();
                view! { <li>{words.format(Word::CheckMore, &[("count", &count)])}</li> }
            });
            view! {
                {lines(studio, &words, &checked.problems)}
                {more}
            }
        }
    };
    let names = context.names;
    // The whole text is read for it, so it waits until somebody looks.
    let open_questions = move |checked: &Checked| {
        let report = checked.report.as_ref().filter(|report| !report.facts.is_empty())?;
        let facts = Path::of("facts");
        let unnamed = studio
            .paragraphs
            .with(|paragraphs| names.with(|names| unnamed_states(paragraphs, report, names)));
        let advice = |code: PlaceCode| {
            let place = report.places.iter().find(|place| place.code == code);
            let name = place.map_or("", |place| &place.name.value).to_owned();
            let values = vec![("name", Part::Text(name))];
            FieldDiagnostic { path: facts.clone(), word: Word::AdviceState, values }
        };
        let mut found: Vec<FieldDiagnostic> = unnamed.into_iter().map(advice).collect();
        for (index, fact) in report.facts.iter().enumerate() {
            let mut asked = missing(fact);
            // A date that is missing is a problem, and one that is not stated an answer.
            asked.retain(|question| *question != Question::Date);
            if !asked.is_empty() {
                let values = vec![("questions", Part::Text(questions_text(&context, &asked)))];
                let path = facts.index(index);
                found.push(FieldDiagnostic { path, word: Word::Questions, values });
            }
        }
        Some(found)
    };
    let advice = {
        let words = words.clone();
        move || {
            let checked = studio.checked.get();
            let asked = open_questions(&checked).unwrap_or_default();
            let count = checked.advice.len() + asked.len();
            (count > 0).then(|| {
                let title = words.format(Word::AdviceTitle, &[("count", &count.to_string())]);
                let mut items = lines(studio, &words, &checked.advice);
                items.extend(lines(studio, &words, &asked));
                view! { <h2>{title}</h2> <ol class="check check--advice">{items}</ol> }
            })
        }
    };
    let json = move || {
        studio.read(|document| serde_json::to_string_pretty(&document.dataset).unwrap_or_default())
    };
    let is_open = RwSignal::new(false);
    view! {
        <div class="form">
            <h2>{title}</h2>
            <ol class="check">{items}</ol>
            {advice}
            <details on:toggle=move |_| is_open.update(|open| *open = !*open)>
                <summary>{words.get(Word::ShowJson).to_owned()}</summary>
                <pre class="json" dir="ltr" tabindex="0" translate="no">{move || is_open.get().then(json)}</pre>
            </details>
        </div>
    }
}

/// Renders a line for each problem; it leads to the field.
fn lines(studio: Studio, words: &Words, problems: &[FieldDiagnostic]) -> Vec<AnyView> {
    let item = |problem: &FieldDiagnostic| {
        let name = studio.read_untracked(|document| field_name(&problem.path, document, words));
        let in_file = words.format(Word::CheckPath, &[("path", &problem.path.to_string())]);
        let path = problem.path.clone();
        view! {
            <li>
                <button
                    type="button"
                    class="check__item"
                    title=in_file
                    on:click=move |_| studio.go_to(&path)
                >
                    <strong dir="auto">{name}</strong>
                    <span dir="auto">{problem.said(words)}</span>
                </button>
            </li>
        }
        .into_any()
    };
    problems.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use partnership_atlas::model::MissingDetail;
    use partnership_atlas::view_model::labels::missing_detail_label;
    use serde_json::json;

    use super::super::tests::{example, open, print, texts};
    use super::*;

    #[test]
    fn advice_stands_apart_from_what_must_be_mended() {
        let (owner, context) = open(example());
        let studio = context.studio;
        studio.set(Path::of("atlas").key("licence"), Some(json!("CC BY 4.0")));
        studio.check();
        let words = context.words.clone();
        let list = print(&owner, || view! { <CheckList context /> });
        let advised = words.format(Word::AdviceTitle, &[("count", "1")]);
        assert_eq!(texts(&list, "h2"), [words.get(Word::CheckNone), &advised]);
        let field = words.get(Word::FieldLicence);
        assert_eq!(texts(&list, ".check--advice strong"), [field]);
        let said = words.get(Word::AdviceLicence);
        assert_eq!(texts(&list, ".check--advice span"), [said]);
    }

    #[test]
    fn a_state_that_the_text_names_and_no_fact_does_is_advised() {
        let (owner, context) = open(example());
        // The facts of the example name Malaysia.
        context.studio.add_text("Malaysia met Thailand.\n\nThailand agreed.");
        let words = context.words.clone();
        let list = print(&owner, || view! { <CheckList context /> });
        let said = words.format(Word::AdviceState, &[("name", "Thailand")]);
        let found = texts(&list, ".check--advice span");
        assert_eq!(found.iter().filter(|line| line.contains("Thailand")).count(), 1, "{found:?}");
        assert!(found.contains(&said), "{found:?}");
        assert!(found.iter().all(|line| !line.contains("Malaysia")), "{found:?}");
    }

    #[test]
    fn a_question_that_a_fact_leaves_open_is_asked_here_too() {
        let mut dataset = example();
        let facts = dataset["facts"].as_array_mut().unwrap();
        let meeting = facts.iter_mut().find(|fact| fact["id"] == "roundtable").unwrap();
        for key in ["not_stated", "people"] {
            meeting.as_object_mut().unwrap().remove(key);
        }
        let (owner, context) = open(dataset);
        let (words, messages) = (context.words.clone(), context.messages.clone());
        let list = print(&owner, || view! { <CheckList context /> });
        let attendance = &messages.get(missing_detail_label(MissingDetail::Attendance)).value;
        let asked = words.format(Word::Questions, &[("questions", attendance)]);
        assert_eq!(texts(&list, ".check--advice span"), [asked]);
    }
}
