//! Tests of what newcomers type, and where they look for the next step.

use super::*;
use crate::state::{Page, Pane, new_fact};
use crate::ui::app::App;
use crate::ui::fact_form::is_scope_shown;
use crate::ui::suggestions::chosen;
use crate::ui::text_pane::TextPane;

/// Returns the example with one fact, without people, organisations and areas.
fn bare() -> Value {
    let mut dataset = example();
    dataset["facts"] = json!([dataset["facts"][0]]);
    for list in ["people", "organisations", "areas"] {
        dataset[list] = json!([]);
        dataset["facts"][0][list] = json!([]);
    }
    dataset
}

fn fact_form(owner: &Owner, context: &Context) -> Html {
    context.studio.check();
    let context = context.clone();
    print(owner, || view! { <FactForm context index=0 /> })
}

#[test]
fn an_amount_says_how_it_was_read_and_what_cannot_be_read() {
    let (owner, context) = open(bare());
    let value = fact(0).key("amounts").index(0).key("value");
    let told = |typed: Value| {
        context.studio.set(value.clone(), Some(typed));
        let form = fact_form(&owner, &context);
        ["hint", "problem"]
            .map(|end| texts(&form, &format!("#{}-{end}", field_id(&value))).concat())
    };
    context.studio.set(fact(0).key("amounts"), Some(json!([{ "unit": "roads" }])));
    assert_eq!(told(json!(1_500_000)), ["Read as: 1\u{202f}500\u{202f}000", ""]);
    assert_eq!(told(json!(1.5)), ["Read as: 1.5", ""]);
    let [hint, problem] = told(json!("1.5 milion"));
    assert_eq!(hint, context.words.get(Word::HintValue));
    assert_eq!(problem, context.words.get(Word::ProblemNumber));
}

#[test]
fn a_field_of_another_answer_stays_while_it_is_emptied_and_goes_with_the_answer() {
    let (owner, context) = open(bare());
    let studio = context.studio;
    let scope = fact(0).key("scope");
    for (key, answer, value) in [
        ("count", "unnamed", json!(12)),
        ("places", "named", json!(["MYS"])),
        ("also", "named", json!(["asean"])),
    ] {
        studio.set(scope.clone(), Some(json!({ "extent": "asean" })));
        let is_shown = owner.with(|| is_scope_shown(studio, &scope, key, answer));
        let mut shown = vec![is_shown.get_untracked()];
        for (key, value) in [
            (key, Some(value)),
            (key, None),
            ("extent", Some(json!("partner"))),
            ("extent", Some(json!(answer))),
        ] {
            studio.set(scope.key(key), value);
            shown.push(is_shown.get_untracked());
        }
        assert_eq!(shown, [false, true, true, false, true], "{key}");
    }
}

#[test]
fn an_address_without_its_scheme_is_told_what_is_wanted() {
    let (owner, context) = open(example());
    let url = Path::of("sources").index(0).key("url");
    context.studio.set(url.clone(), Some(json!("http://example.org")));
    context.studio.check();
    let own = context.clone();
    let form = print(&owner, || view! { <ReportForm context=own /> });
    let problem = texts(&form, &format!("#{}-problem", field_id(&url))).concat();
    assert_eq!(problem, context.words.get(Word::ProblemLink));
}

#[test]
fn words_that_only_the_day_of_the_report_makes_a_date_are_offered() {
    let (owner, context) = open(bare());
    let studio = context.studio;
    let date = fact(0).key("date");
    let offers = |typed: &str| {
        studio.set(date.clone(), Some(json!(typed)));
        let form = fact_form(&owner, &context);
        let field = texts(&form, "#facts-0-date ~ .form__buttons button");
        (field, texts(&form, "#facts-0-date-hint").concat())
    };
    let hint = context.words.get(Word::DateHint).to_owned();
    // The report is of Thursday, 8 June 2023.
    for (typed, expected) in [
        ("June 6", vec!["Use 6 June 2023"]),
        ("last Friday", vec!["Use 2 June 2023"]),
        ("last Tuesday", vec!["Use 6 June 2023", "Use 30 May 2023"]),
        ("Tuesday", vec!["Use 6 June 2023", "Use 13 June 2023"]),
        ("next year", vec!["Use 2024"]),
        ("06/07/2023", vec!["Use 6 July 2023", "Use 7 June 2023"]),
        ("soon", vec![]),
    ] {
        assert_eq!(offers(typed).0, expected, "{typed}");
    }
    assert_eq!(offers("soon").1, hint);
    studio.set(Path::of("sources").index(0).key("published"), None);
    let (offered, told) = offers("last Friday");
    assert!(offered.is_empty() && told == context.words.get(Word::DateNeedsDay));
    assert_eq!(offers("06/07/2023").0.len(), 2);
    // A day of publication is not told by that of the report.
    studio.set(Path::of("sources").index(0).key("published"), Some(json!("June 8")));
    let own = context.clone();
    let form = print(&owner, || view! { <ReportForm context=own /> });
    let told = context.words.get(Word::DateNeedsYear);
    assert_eq!(texts(&form, "#sources-0-published-hint"), [told]);
    assert!(!has(&form, "#sources-0-published ~ .form__buttons"));
}

#[test]
fn a_day_after_the_report_is_the_first_one_and_others_are_told_that_the_year_is_missing() {
    let (owner, context) = open(bare());
    let studio = context.studio;
    let read = |path: &Path, published: &str, typed: &str| {
        let source = Path::of("sources").index(0);
        studio.set(source.key("published"), Some(json!(published)));
        studio.set(path.clone(), Some(json!(typed)));
        let own = context.clone();
        let form = print(&owner, || view! { <ReportForm context=own /> });
        let id = field_id(path);
        let offers = texts(&form, &format!("#{id} ~ .form__buttons button"));
        let hint = texts(&form, &format!("#{id}-hint")).concat();
        (offers, hint == context.words.get(Word::DateNeedsYear))
    };
    let retrieved = Path::of("sources").index(0).key("retrieved");
    let atlas = Path::of("atlas").key("published");
    for path in [&retrieved, &atlas] {
        for (published, typed, day) in [
            ("2023-06-08", "13 June", "Use 13 June 2023"),
            ("2023-06-08", "June 8", "Use 8 June 2023"),
            ("2023-06-08", "7 June", "Use 7 June 2024"),
            ("2023-12-20", "2 January", "Use 2 January 2024"),
            ("2023-06", "1 May", "Use 1 May 2024"),
        ] {
            let expected = (vec![day.to_owned()], false);
            assert_eq!(read(path, published, typed), expected, "{published} {typed}");
        }
        assert_eq!(read(path, "", "13 June"), (vec![], true));
        assert_eq!(read(path, "2023-06-08", "yesterday"), (vec![], false));
        assert_eq!(read(path, "2023-06-08", "next year"), (vec![], false));
    }
    let published = Path::of("sources").index(0).key("published");
    assert_eq!(read(&published, "", "June"), (vec![], true));
}

#[test]
fn a_stated_date_that_the_sentence_does_not_have_is_asked_for() {
    let mut dataset = bare();
    let text = "They met. A road was opened on 6 June 2023.";
    dataset["sources"][0]["paragraphs"] = json!([]);
    let quote = json!({ "source": "report", "paragraph": 1, "exact": "road was opened" });
    dataset["sources"][0]["id"] = json!("report");
    dataset["facts"][0]["quotes"] = json!([quote]);
    let (owner, context) = open(dataset);
    let asked = context.words.get(Word::QuestionDateSaid);
    let is_asked = |date: &str, basis: Option<&str>| {
        context.studio.set(fact(0).key("date"), Some(json!(date)));
        context.studio.set(fact(0).key("date_basis"), basis.map(|basis| json!(basis)));
        let form = fact_form(&owner, &context);
        texts(&form, ".suggested p").concat().contains(asked)
    };
    // Without the text nobody can know.
    assert!(!is_asked("2023-06-07", None));
    context.studio.add_text(text);
    for (date, expected) in
        [("2023-06-06", false), ("2023-06", false), ("2023-06-07", true), ("2024", true)]
    {
        assert_eq!(is_asked(date, None), expected, "{date}");
    }
    assert!(!is_asked("2023-06-07", Some("derived")));
}

#[test]
fn a_day_that_only_the_report_tells_is_offered_from_the_sentence_with_how_it_is_known() {
    let mut dataset = bare();
    dataset["sources"][0]["paragraphs"] = json!([]);
    dataset["sources"][0]["id"] = json!("report");
    let quote = json!({ "source": "report", "paragraph": 1, "exact": "road was opened" });
    dataset["facts"][0]["quotes"] = json!([quote]);
    dataset["facts"][0]["date"] = Value::Null;
    let (owner, context) = open(dataset);
    // The report is of Thursday, 8 June 2023.
    context.studio.add_text("A road was opened last Friday, not on 6 June.");
    let offers = || texts(&fact_form(&owner, &context), ".suggested button");
    assert_eq!(offers(), ["Add last Friday (2 June 2023)", "Add 6 June (6 June 2023)"]);
    let edit = chosen(&fact(0).key("date"), "2023-06-02", Some("weekday"));
    context.studio.edit(edit);
    assert_eq!(offers(), [""; 0]);
    // The sentence does not state it, and the fact does not say that it does.
    let asked = context.words.get(Word::QuestionDateSaid);
    let is_asked = || texts(&fact_form(&owner, &context), ".suggested p").concat().contains(asked);
    assert!(!is_asked());
    context.studio.set(fact(0).key("date_basis"), None);
    assert!(is_asked());
}

#[test]
fn somebody_can_be_added_in_the_fact_where_the_lists_are_empty() {
    let (owner, context) = open(bare());
    let form = fact_form(&owner, &context);
    for (list, word) in [
        ("people", Word::PersonNew),
        ("organisations", Word::OrganisationNew),
        ("areas", Word::AreaNew),
    ] {
        assert!(has(&form, &format!("fieldset#facts-0-{list}:not([hidden])")), "{list}");
        let label = texts(&form, &format!("label[for=facts-0-{list}-new]"));
        assert_eq!(label, [context.words.get(word)]);
    }
    // Nobody to choose and no field for a name: hidden until there is somebody.
    assert!(has(&form, "fieldset#facts-0-participants-organisations[hidden]"));
}

#[test]
fn no_two_controls_beside_each_other_have_one_name() {
    let (owner, context) = open(bare());
    for page in [Page::Report, Page::Facts, Page::People] {
        context.studio.page.set(page);
        context.studio.pane.set(Pane::Forms);
        let own = context.clone();
        let app = print(&owner, || view! { <App context=own languages=Vec::new() /> });
        let mut names = texts(&app, ".panes .tab, .tabs .tab");
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
    }
}

#[test]
fn a_draft_without_its_text_says_what_to_do() {
    let (owner, context) = open(example());
    let pane = || {
        let context = context.clone();
        print(&owner, || view! { <TextPane context /> })
    };
    assert_eq!(texts(&pane(), "p.field__hint"), [""]);
    let label = texts(&pane(), "label[for=missing-text]");
    assert_eq!(label, [context.words.get(Word::TextNone)]);
    context.studio.add_text("A road.");
    assert_eq!(texts(&pane(), "section > p.field__hint"), [context.words.get(Word::TextFrozen)]);
}

#[test]
fn each_sign_of_the_tools_of_a_paragraph_is_explained_while_they_are_there() {
    let (owner, context) = open(example());
    let text = vec!["A road.".to_owned(), "A well.".to_owned()];
    context.studio.open(Document::new(text, &example(), "en"));
    let pane = || {
        let context = context.clone();
        print(&owner, || view! { <TextPane context /> })
    };
    let signs = texts(&pane(), ".text__tools button");
    assert_eq!(signs.len(), 8);
    let hint = texts(&pane(), "section > p.field__hint").concat();
    assert!(signs.iter().all(|sign| hint.contains(sign)), "{hint}");
    context.studio.add_fact(new_fact("a", Some(json!({ "exact": "road" }))));
    assert_eq!(texts(&pane(), ".text__tools"), [""; 0]);
}

#[test]
fn the_fields_for_a_language_offer_those_that_the_studio_speaks() {
    let (owner, context) = open(example());
    context.studio.page.set(Page::Report);
    let languages = vec![("ur".to_owned(), "اردو".to_owned())];
    let app = print(&owner, || view! { <App context languages /> });
    assert_eq!(texts(&app, "datalist#languages option[value=ur]"), ["اردو"]);
    // The atlas, the report, and another source.
    for field in ["atlas", "sources-0", "sources-2"] {
        assert!(has(&app, &format!("#{field}-lang[list=languages]")), "{field}");
    }
}
