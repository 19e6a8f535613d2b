//! Tests of what is advised.

use partnership_atlas::model::{
    Amount, Fact, FactId, FactKind, FuzzyDate, MissingDetail, PersonId, Quote, Scope, Speaker, read,
};
use proptest::prelude::*;

use super::*;
use crate::suggestions::tests::report;

fn fact(paragraph: u16) -> Fact {
    let quote = Quote { paragraph, ..Quote::default() };
    Fact { id: FactId::new("a").unwrap(), quotes: vec![quote], ..Fact::default() }
}

/// What is untold of a text of one paragraph.
fn untold_by(text: &str, change: impl FnOnce(&mut Fact)) -> Vec<UntoldKind> {
    let mut report = report();
    let mut fact = fact(1);
    change(&mut fact);
    report.facts = vec![fact];
    let coverage = coverage(&[text.to_owned()], &BTreeSet::new(), &report, &Names::default());
    coverage.untold.into_iter().map(|untold| untold.what).collect()
}

#[test]
fn paragraphs_without_a_fact_are_listed_once() {
    let mut report = report();
    let mut other = fact(1);
    other.quotes[0].source = partnership_atlas::model::SourceId::new("other").unwrap();
    report.facts = vec![fact(2), fact(9), other];
    let paragraphs = ["Malaysia met.", "Laos met.", ""].map(str::to_owned);
    let found = coverage(&paragraphs, &BTreeSet::new(), &report, &Names::default());
    assert_eq!(found.uncovered, [1, 3]);
    let laos = UntoldKind::Place(PlaceCode::new("LAO").unwrap());
    assert_eq!(found.untold, [Untold { paragraph: 2, what: laos }]);
    let nothing = coverage(&[], &BTreeSet::new(), &report, &Names::default());
    assert_eq!(nothing, Coverage::default());
}

#[test]
fn what_needs_no_fact_is_listed_apart() {
    let mut report = report();
    report.facts = vec![fact(2)];
    let mut paragraphs =
        ["Photo: agency.", "Laos met Malaysia.", "It rained.", "Photo: agency."].map(str::to_owned);
    let laos = || UntoldKind::Place(PlaceCode::new("LAO").unwrap());
    let malaysia = || UntoldKind::Place(PlaceCode::new("MYS").unwrap());
    // The second paragraph has a fact by now, whatever was said of it before.
    let mut without_fact = BTreeSet::from([key(&paragraphs[0], None), key(&paragraphs[1], None)]);
    without_fact.insert(key(&paragraphs[1], Some(&laos())));
    let found = coverage(&paragraphs, &without_fact, &report, &Names::default());
    assert_eq!(found.uncovered, [3]);
    assert_eq!(found.untold, [Untold { paragraph: 2, what: malaysia() }]);
    let left = |paragraph, what| Left { paragraph, what };
    assert_eq!(found.left, [left(1, None), left(2, Some(laos())), left(4, None)]);
    // Other words are another paragraph.
    paragraphs[0] = "Photo: another agency.".to_owned();
    let found = coverage(&paragraphs, &without_fact, &report, &Names::default());
    assert_eq!((found.uncovered, found.left.len()), (vec![1, 3], 2));
}

#[test]
fn all_that_no_fact_tells_is_listed() {
    let text = "On 8 June 2023 Dr Osman and Mr Nils Berg gave US$ 5 million to Malaysia.";
    let untold = untold_by(text, |_| {});
    let date = UntoldKind::Date { words: "8 June 2023".to_owned(), edtf: "2023-06-08".to_owned() };
    let expected = [
        UntoldKind::Place(PlaceCode::new("MYS").unwrap()),
        date,
        UntoldKind::Person("Dr Lina Osman".to_owned()),
        UntoldKind::Person("Nils Berg".to_owned()),
        UntoldKind::Amount("US$ 5 million".to_owned()),
    ];
    assert_eq!(untold, expected);
}

#[test]
fn what_the_fields_tell_is_not_listed() {
    let text = "On 8 June 2023 Dr Osman and Anwar Ibrahim gave US$ 5 million to Malaysia.";
    let untold = untold_by(text, |fact| {
        fact.scope = Scope::named(vec![PlaceCode::new("MYS").unwrap()]);
        fact.date = FuzzyDate::parse("2023-06-08").unwrap();
        fact.people = vec![PersonId::new("osman").unwrap()];
        fact.said_by = Some(Speaker::Person(PersonId::new("anwar").unwrap()));
        let currency = Some("USD".to_owned());
        fact.amounts = vec![Amount { value: 5e6, currency, ..Amount::default() }];
    });
    assert_eq!(untold, []);
}

#[test]
fn what_its_own_words_tell_is_not_listed() {
    let text = "On 8 June 2023 Dr Osman and Mr Nils Berg gave US$ 5 million to Malaysia.";
    let own = "Lina Osman and N. Berg, Nils, paid 5 million dollars to Malaysia on June 8, 2023";
    assert_eq!(untold_by(text, |fact| fact.text = own.into()), []);
}

#[test]
fn a_date_is_told_by_a_date_within_it() {
    let is_told = |words: &str, edtf: &str| {
        untold_by(&format!("It met in {words}."), |fact| {
            fact.date = FuzzyDate::parse(edtf).unwrap()
        })
        .is_empty()
    };
    assert!(is_told("2023", "2023-06-08") && is_told("June 2023", "2023-06-08"));
    assert!(is_told("2021", "2021/2023") && is_told("2021–2023", "2021/2023"));
    assert!(is_told("1993", "1993/..") && is_told("2023", "[2021..2023]"));
    assert!(!is_told("8 June 2023", "2023-06") && !is_told("2022", "2021/2023"));
    assert!(!is_told("2021–2023", "2021"));
}

#[test]
fn an_amount_is_told_by_the_same_value_in_the_same_currency() {
    let is_told = |text: &str, value: f64, currency: Option<&str>, unit: Option<&str>| {
        let amount = Amount {
            value,
            currency: currency.map(str::to_owned),
            unit: unit.map(Into::into),
            ..Amount::default()
        };
        untold_by(text, |fact| fact.amounts = vec![amount]).is_empty()
    };
    assert!(is_told("$5m", 5e6, Some("USD"), None) && !is_told("$5m", 5e6, Some("SGD"), None));
    assert!(is_told("Rs 5m", 5e6, Some("PKR"), None) && !is_told("$5m", 5e9, Some("USD"), None));
    assert!(is_told("5%", 5.0, None, Some("per cent")) && !is_told("$5", 5.0, None, Some("rafts")));
}

#[test]
fn a_fact_is_asked_by_its_kind() {
    let asked = |kind: FactKind, change: &dyn Fn(&mut Fact)| {
        let mut fact = fact(1);
        fact.kind = kind;
        fact.date = FuzzyDate::parse("2023").unwrap();
        change(&mut fact);
        missing(&fact)
    };
    let unnamed = |fact: &mut Fact| fact.scope.extent = partnership_atlas::model::Extent::Unnamed;
    assert_eq!(asked(FactKind::Statement, &|_| {}), []);
    assert_eq!(asked(FactKind::Meeting, &|_| {}), [Question::Attendance]);
    assert_eq!(asked(FactKind::Visit, &|fact| fact.people.push(PersonId::new("a").unwrap())), []);
    assert_eq!(asked(FactKind::Visit, &|fact| fact.participants.open = true), []);
    assert_eq!(asked(FactKind::Project, &|_| {}), [Question::Participants]);
    let named = |fact: &mut Fact| fact.scope = Scope::named(vec![PlaceCode::new("MYS").unwrap()]);
    assert_eq!(asked(FactKind::Project, &named), []);
    assert_eq!(asked(FactKind::Funding, &|_| {}), [Question::Amount]);
    assert_eq!(asked(FactKind::Status, &unnamed), [Question::States]);
    let undated = |fact: &mut Fact| fact.date = FuzzyDate::NotStated;
    assert_eq!(asked(FactKind::Agreement, &undated), [Question::Date]);
    assert_eq!(asked(FactKind::Framework, &undated), []);
    let within = |fact: &mut Fact| fact.date = FuzzyDate::parse("[2021..2023]").unwrap();
    assert_eq!(asked(FactKind::Plan, &within), []);
}

#[test]
fn not_stated_answers_a_question() {
    let mut fact = fact(1);
    fact.kind = FactKind::Meeting;
    fact.date = FuzzyDate::parse("2023").unwrap();
    fact.scope.extent = partnership_atlas::model::Extent::Unnamed;
    for question in missing(&fact) {
        fact.not_stated.extend(question.not_stated());
    }
    assert_eq!(fact.not_stated, [MissingDetail::Attendance, MissingDetail::States]);
    assert_eq!(missing(&fact), []);
}

#[test]
fn the_test_reports_leave_few_questions_open() {
    let mut asked = std::collections::BTreeMap::<&str, usize>::new();
    let mut facts = 0;
    for json in [
        include_str!("../../../tests/reports/india-2024/report.json"),
        include_str!("../../../tests/reports/jscc-2023/report.json"),
        include_str!("../../../tests/reports/malaysia-2025/report.json"),
        include_str!("../../../assets/data/pakistan-asean-2023/report.json"),
    ] {
        let report = read(json).unwrap();
        facts += report.facts.len();
        for question in report.facts.iter().flat_map(missing) {
            *asked.entry(question.into()).or_default() += 1;
        }
    }
    assert!(asked.values().sum::<usize>() * 3 < facts, "{asked:?} of {facts}");
}

proptest! {
    #[test]
    fn any_text_is_answered(
        paragraphs in proptest::collection::vec("([0-9]{1,4}|[., ]|Laos|Mr|Berg|\\$|\\PC){0,12}", 0..5),
        quoted in proptest::collection::vec(0_u16..7, 0..4),
    ) {
        let mut report = report();
        report.facts = quoted.iter().map(|number| fact(*number)).collect();
        let found = coverage(&paragraphs, &BTreeSet::new(), &report, &Names::default());
        for number in 1..=paragraphs.len() {
            let is_quoted = quoted.iter().any(|quoted| usize::from(*quoted) == number);
            prop_assert_eq!(found.uncovered.contains(&number), !is_quoted);
        }
        prop_assert!(found.untold.iter().all(|untold| !found.uncovered.contains(&untold.paragraph)));
    }
}
