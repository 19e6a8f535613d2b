//! Tests of the suggestions, with the names of the test reports in invented texts.

use partnership_atlas::model::{Organisation, Person, Place, Source, read};
use proptest::prelude::*;

use super::*;

/// A report about Pakistan with a few names.
pub(crate) fn report() -> Report {
    let place = |code: &str, name: &str, aliases: &[&str]| Place {
        code: PlaceCode::new(code).unwrap(),
        name: name.into(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        ..Place::default()
    };
    let person = |id: &str, name: &str| Person {
        id: PersonId::new(id).unwrap(),
        name: name.into(),
        ..Person::default()
    };
    let organisation = |id: &str, name: &str| Organisation {
        id: OrganisationId::new(id).unwrap(),
        name: name.into(),
        ..Organisation::default()
    };
    let mut report = Report::default();
    report.partner.code = PlaceCode::new("PAK");
    report.sources = vec![Source { lang: "en".to_owned(), ..Source::EMPTY }];
    report.places = vec![
        place("MYS", "Malaysia", &[]),
        place("LAO", "Lao PDR", &["Laos"]),
        place("VNM", "Viet Nam", &["Vietnam"]),
        place("TLS", "Timor-Leste", &["East Timor"]),
    ];
    report.people = vec![
        person("osman", "Dr Lina Osman"),
        person("severino", "Rodolfo C. Severino, Jr."),
        person("anwar", "Anwar Ibrahim"),
    ];
    report.organisations = vec![
        organisation("who", "WHO"),
        organisation("bank", "Bank of Malaysia"),
        organisation("centre", "Centre for Rivers"),
    ];
    report
}

fn suggested(text: &str) -> Suggestions {
    suggestions(text, &report(), &Names::default())
}

fn ids<T: ToString>(ids: &[T]) -> Vec<String> {
    ids.iter().map(T::to_string).collect()
}

#[test]
fn places_are_found_by_all_their_names() {
    let found =
        suggested("VIET NAM, Vietnam’s port, Laos and Timor Leste; not Malaysian, not Laotian.");
    assert_eq!(
        found.places.iter().map(PlaceCode::as_str).collect::<Vec<_>>(),
        ["VNM", "LAO", "TLS"]
    );
    let long = suggested("East Timor Timor-Leste").places;
    assert_eq!(long.len(), 1);
    assert_eq!(suggested("a lao tune, EastTimor, MalaysiaX"), Suggestions::default());
}

#[test]
fn people_and_organisations_of_the_report_are_found() {
    let found = suggested("Lina Osman met Severino, who praised the Bank of Malaysia and the WHO.");
    assert_eq!(ids(&found.people), ["osman", "severino"]);
    assert_eq!(ids(&found.organisations), ["bank", "who"]);
    let mut nested = report();
    nested
        .organisations
        .push(Organisation { name: "Malaysia Rivers".into(), ..Organisation::default() });
    nested
        .organisations
        .push(Organisation { name: "Bank of Malaysia Rivers".into(), ..Organisation::default() });
    let found = suggestions("the Bank of Malaysia Rivers", &nested, &Names::default());
    assert_eq!(found.organisations.len(), 1);
    nested.organisations.remove(4);
    let found = suggestions("the Bank of Malaysia Rivers", &nested, &Names::default());
    assert_eq!(ids(&found.organisations), ["bank"]);
    assert_eq!(found.places.len(), 1);
    assert_eq!(
        ids(&suggested("Rodolfo C. Severino Jr. and Prime Minister Anwar").people),
        ["severino", "anwar"]
    );
    assert!(suggested("who has seen osman fabric?").people.is_empty());
}

#[test]
fn unknown_people_are_found_by_their_titles() {
    let text = "Prime Minister Dato’ Seri Abu Bakar bin Said thanked H.E. Mr. Nils O. Berg-Holm, Ambassador of \
                Norway, and Secretary-General Dr Kao Ma’ruf. Ms Osman, Tan Sri Noor, the Minister and foreign minister Tran spoke.";
    let found = suggested(text);
    let expected = ["Abu Bakar bin Said", "Nils O. Berg-Holm", "Kao Ma’ruf", "Noor", "Tran"];
    assert_eq!(found.new_people, expected);
    assert_eq!(ids(&found.people), ["osman"]);
}

#[test]
fn offices_and_meetings_are_no_people() {
    for text in [
        "the Foreign Minister Level Meeting",
        "the Prime Minister’s Office",
        "President of Malaysia",
        "the Minister. Then trade rose",
        "Secretary of State",
        "President Malaysia",
        "a Foreign Ministers Meeting",
        "the General Assembly’s House of Minister Council",
        "Minister for Rivers",
        "Ambassador",
        "Sri Lanka and Bandar Seri Begawan",
        "the Deputy Finance Minister",
    ] {
        let found: Vec<String> = suggested(text).new_people;
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    let mut urdu = report();
    urdu.sources[0].lang = "ur".to_owned();
    assert!(suggestions("Mr Berg", &urdu, &Names::default()).new_people.is_empty());
}

#[test]
fn sums_and_percentages_are_found() {
    let check = |text: &str, value: f64, currency: Option<&str>, unit: Option<&str>| {
        let found = suggested(&format!("It was {text}, they said."));
        let words = text.to_owned();
        let (currency, unit) = (currency.map(str::to_owned), unit.map(str::to_owned));
        let amount = AmountFound { words, value, currency, unit, bound: None };
        assert_eq!(found.amounts, [amount], "{text}");
    };
    for (text, value, currency) in [
        ("US$ 1.5 million", 1_500_000.0, "USD"),
        ("$900 million", 900_000_000.0, "USD"),
        ("$ 11.8 billion", 11_800_000_000.0, "USD"),
        ("$3 trillion", 3e12, "USD"),
        ("US $5m", 5_000_000.0, "USD"),
        ("Rs 2 billion", 2e9, "PKR"),
        ("Rs. 12,34,567.50", 1_234_567.5, "PKR"),
        ("Rs 5 lakh crore", 5e12, "PKR"),
        ("RM 5m", 5_000_000.0, "MYR"),
        ("RM5.25bn", 5_250_000_000.0, "MYR"),
        ("EUR 20 million", 20_000_000.0, "EUR"),
        ("20 million EUR", 20_000_000.0, "EUR"),
        ("CHF30 million", 30_000_000.0, "CHF"),
        ("USD 5 million", 5_000_000.0, "USD"),
        ("€1,5 million", 1_500_000.0, "EUR"),
        ("3 million dollars", 3_000_000.0, "USD"),
        ("3 million U.S. dollars", 3_000_000.0, "USD"),
        ("40,000 Singapore dollars", 40_000.0, "SGD"),
        ("S$40,000", 40_000.0, "SGD"),
        ("7 million Swiss francs", 7_000_000.0, "CHF"),
        ("500 million ringgit", 500_000_000.0, "MYR"),
        ("2 million Indian rupees", 2_000_000.0, "INR"),
    ] {
        check(text, value, Some(currency), None);
    }
    check("12 per cent", 12.0, None, Some("per cent"));
    check("12.5%", 12.5, None, Some("per cent"));
    check("¥ 4 billion", 4e9, None, None);
}

#[test]
fn ranges_give_both_amounts() {
    let values = |text: &str| -> Vec<f64> {
        suggested(text).amounts.into_iter().map(|amount| amount.value).collect()
    };
    assert_eq!(values("from US$ 1.5 to 2 million"), [1_500_000.0, 2_000_000.0]);
    assert_eq!(values("some 5-10 per cent"), [5.0, 10.0]);
    assert_eq!(values("$500 to $1 million"), [500.0, 1_000_000.0]);
    assert_eq!(values("gave $5 million to 10 countries"), [5_000_000.0]);
    assert_eq!(values("from 20 to 30 million euros"), [20_000_000.0, 30_000_000.0]);
}

#[test]
fn plain_counts_are_no_sums() {
    for text in [
        "182 votes of 193",
        "2 million people",
        "a 10-point plan",
        "5 m wide",
        "5 m dollars",
        "in 2023",
        "on 8.6.2023 $",
        "RM and Rs",
        "5 pounds of rice",
        "$",
        "US$",
        "%",
        "1.2.3.4 %",
        "a try of 5",
        "USD 5 mil",
    ] {
        assert_eq!(suggested(text).amounts, [], "{text}");
    }
}

#[test]
fn dates_are_offered_once() {
    let found = suggested("On 8 June 2023, June 8, 2023 and in May 2023.").dates;
    let found: Vec<_> =
        found.iter().map(|date| (date.words.as_str(), date.edtf.as_str())).collect();
    assert_eq!(found, [("8 June 2023", "2023-06-08"), ("May 2023", "2023-05")]);
}

#[test]
fn dates_that_only_the_day_of_the_report_tells_say_how_they_are_known() {
    let mut report = report();
    // A Thursday.
    report.sources[0].published = FuzzyDate::parse("2023-06-15").unwrap();
    let text = "They met on 13 June and last Friday, and on 8 June 2023.";
    let dates = |found: Suggestions| {
        let found = found.dates.into_iter();
        found.map(|date| (date.words, date.edtf, date.basis)).collect::<Vec<_>>()
    };
    let expected = [
        ("13 June", "2023-06-13", Some("derived")),
        ("last Friday", "2023-06-09", Some("weekday")),
        ("8 June 2023", "2023-06-08", None),
    ];
    let expected = expected.map(|(words, edtf, basis)| (words.to_owned(), edtf.to_owned(), basis));
    assert_eq!(dates(suggestions(text, &report, &Names::default())), expected);
    // What is listed as untold is only what the text states.
    let found = Finder::new(&report, &Names::default()).suggestions(text);
    assert_eq!(dates(found), expected[2..]);
}

pub(crate) fn names_of(lang: &str) -> Names {
    let json = std::fs::read_to_string(format!("../assets/locales/{lang}.json")).unwrap();
    let words = std::fs::read_to_string(format!("locales/{lang}.json")).unwrap();
    let words = Words::of(&serde_json::from_str(&words).unwrap());
    Names::of(&serde_json::from_str(&json).unwrap(), &words)
}

#[test]
fn the_language_of_the_report_is_known_besides_that_of_the_studio() {
    let mut report = report();
    report.sources[0].lang = "id".to_owned();
    report.sources[0].published = FuzzyDate::parse("2023-06-19").unwrap();
    let text = "Pada 13 Juni 2023 dan Jumat lalu, Kamboja memberi lebih dari Rp 5 triliun.";
    report.places[0].code = PlaceCode::new("KHM").unwrap();
    let told = |names: &Names| {
        let found = suggestions(text, &report, names);
        let amounts = found.amounts.iter().map(|amount| (amount.words.clone(), amount.bound));
        let dates: Vec<String> = found.dates.iter().map(|date| date.edtf.clone()).collect();
        (amounts.collect::<Vec<_>>(), dates, found.places.len())
    };
    let english = names_of("en");
    let amount = ("Rp 5 triliun".to_owned(), None);
    assert_eq!(told(&english), (vec![amount], Vec::new(), 0));
    let amount = ("lebih dari Rp 5 triliun".to_owned(), Some(AT_LEAST));
    let both = ["2023-06-13", "2023-06-16"].map(str::to_owned).to_vec();
    for names in [english.and(names_of("id")), names_of("zh-Hans").and(names_of("id"))] {
        assert_eq!(told(&names), (vec![amount.clone()], both.clone(), 1));
    }
}

#[test]
fn names_of_a_language_are_found_in_its_script() {
    let names = names_of;
    let found = |text: &str, lang: &str| suggestions(text, &report(), &names(lang));
    assert!(found("新加坡", "zh-Hans").places.is_empty(), "the report has no Singapore");
    let chinese = found("他们于2023年6月8日在马来西亚会面。", "zh-Hans");
    assert_eq!(
        (
            ids(&chinese.dates.iter().map(|date| &date.edtf).collect::<Vec<_>>()),
            chinese.places.len()
        ),
        (vec!["2023-06-08".to_owned()], 1)
    );
    assert_eq!(found("ကုလ မလေးရှားနိုင်ငံ", "my").places.len(), 1);
    assert_eq!(found("زیرِ بحث ملائیشیا، 8 جون 2023", "ur").places.len(), 1);
}

#[test]
fn the_quotes_of_the_test_reports_give_their_amounts() {
    for (json, expected) in [
        (include_str!("../../../tests/reports/india-2024/report.json"), [130e9, 5e6].as_slice()),
        (include_str!("../../../tests/reports/switzerland-2022/report.json"), &[30e6]),
        (include_str!("../../../tests/reports/issi-2024/report.json"), &[11.8e9, 3e12]),
        (include_str!("../../../tests/reports/fidan-vientiane-2024/report.json"), &[6.5e9]),
    ] {
        let report = read(json).unwrap();
        let quotes = report.facts.iter().flat_map(|fact| &fact.quotes);
        let text = quotes.map(|quote| quote.exact.as_str()).collect::<Vec<_>>().join(". ");
        let found = suggestions(&text, &report, &Names::default());
        for value in expected {
            assert!(
                found.amounts.iter().any(|amount| amount.value == *value),
                "{value}: {found:?}"
            );
        }
    }
}

#[test]
fn a_hostile_text_is_answered_at_once() {
    let begun = std::time::Instant::now();
    for piece in [
        "Foreign ", "Mr ", "Mr A-", "1.", "1,", "$", "5 to ", "June ", "8 – ", "H.E.", "Lao ",
        "\u{301}", "- ",
    ] {
        let found = suggested(&piece.repeat(8_000));
        assert!(found.new_people.len() < 3 && found.dates.is_empty(), "{piece}");
    }
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

proptest! {
    #[test]
    fn any_text_is_answered(
        text in "([$€]|US\\$|Rs|RM|[0-9]{1,4}|[.,-]| |to|million|per cent|Mr|Dr|H\\.E\\.|bin|Anwar|Jr|Lao|PDR|\\PC){0,24}",
    ) {
        let found = suggested(&text);
        for amount in found.amounts {
            prop_assert!(amount.value.is_finite() && amount.value >= 0.0);
            prop_assert!(text.contains(&amount.words) && !amount.words.is_empty());
        }
        for name in found.new_people {
            prop_assert!(text.contains(&name) && !name.is_empty());
        }
    }
}

#[test]
fn a_year_before_an_amount_is_no_range() {
    let found = suggested("Trade fell by 14 per cent in 1998 to 81 billion euros.");
    let values: Vec<f64> = found.amounts.iter().map(|amount| amount.value).collect();
    assert_eq!(values, [14.0, 81e9]);
}
