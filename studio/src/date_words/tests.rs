//! Tests of dates in words.

use proptest::prelude::*;

use super::found::FoundDate;
use super::*;

fn english(words: &str) -> Option<String> {
    edtf(words, &[])
}

fn months(lang: &str) -> Vec<String> {
    let file = std::fs::read_to_string(format!("../assets/locales/{lang}.json")).unwrap();
    let value: serde_json::Value = serde_json::from_str(&file).unwrap();
    serde_json::from_value(value["months"].clone()).unwrap()
}

/// The words of the dates in a text, each with its EDTF.
fn found(text: &str, months: &[String]) -> Vec<(String, String)> {
    let tokens = tokens(text);
    let found = DateWords::new(months).found(&tokens, FuzzyDate::NotStated).into_iter();
    let words = |date: &FoundDate| &text[tokens[date.first].start..tokens[date.end - 1].end];
    found
        .map(|date| (words(&date).to_owned(), Option::<String>::from(date.date).unwrap()))
        .collect()
}

#[test]
fn dates_in_words_become_edtf() {
    for (words, expected) in [
        ("8 June 2023", "2023-06-08"),
        ("8th of June, 2023", "2023-06-08"),
        ("June 8, 2023", "2023-06-08"),
        ("june 8th 2023", "2023-06-08"),
        ("on 8 Jun. 2023", "2023-06-08"),
        ("8-Jun-2023", "2023-06-08"),
        ("June 2023", "2023-06"),
        ("Sept. 2023", "2023-09"),
        ("in May, 2023.", "2023-05"),
        (" 2023 ", "2023"),
        ("2023-06-08", "2023-06-08"),
        ("first half of 2024", "2024-40"),
        ("the 2nd half of 2024", "2024-41"),
        ("H2 2024", "2024-41"),
        ("third quarter of 2023", "2023-35"),
        ("Q1 2023", "2023-33"),
        ("since 1993", "1993/.."),
        ("from July 1993 onwards", "1993-07/.."),
        ("by 2025", "../2025"),
        ("by the end of June 2025", "../2025-06"),
        ("until 30 June 2025", "../2025-06-30"),
        ("about 2024", "2024~"),
        ("2021–2023", "2021/2023"),
        ("from 2021 to 2023", "2021/2023"),
        ("5 - 7 October 2025", "2025-10-05/2025-10-07"),
        ("October 5–7, 2025", "2025-10-05/2025-10-07"),
        ("30 October to 2 November 2025", "2025-10-30/2025-11-02"),
        ("March to May 2023", "2023-03/2023-05"),
        ("2025-10-05 to 2025-10-07", "2025-10-05/2025-10-07"),
    ] {
        assert_eq!(english(words).as_deref(), Some(expected), "{words}");
        assert!(FuzzyDate::parse(expected).is_ok());
    }
}

#[test]
fn edtf_stays_as_it_is() {
    for words in ["2023-41", "[2021..2023]", "2024~", "../2025", "1993/..", "2023-06"] {
        assert_eq!(english(words).as_deref(), Some(words));
    }
}

#[test]
fn what_says_no_exact_time_is_no_date() {
    for words in [
        "",
        "08/06/2023",
        "8/6/23",
        "8.6.2023",
        "8 June",
        "June",
        "June 8",
        "early 2024",
        "mid-2024",
        "31 June 2023",
        "29 February 2023",
        "1899",
        "2101",
        "2566",
        "2023-24",
        "2023 to 2021",
        "between 2021 and 2023",
        "from 2021",
        "next year",
        "third half of 2023",
        "Q5 2023",
        "the year of 2023 and more",
        "8 June 2023 at noon",
        "202X",
        "2024?",
        "٨",
        "soon",
    ] {
        assert_eq!(english(words), None, "{words}");
    }
}

#[test]
fn months_of_other_languages_are_known() {
    for (lang, words, expected) in [
        ("ms", "8 Mac 2023", "2023-03-08"),
        ("id", "8 Agustus 2023", "2023-08-08"),
        ("fil", "Hunyo 8, 2023", "2023-06-08"),
        ("pt", "8 de junho de 2023", "2023-06-08"),
        ("vi", "ngày 8 tháng 6 năm 2023", "2023-06-08"),
        ("vi", "tháng 12 năm 2023", "2023-12"),
        ("zh-Hans", "2023年6月8日", "2023-06-08"),
        ("zh-Hans", "2023年12月", "2023-12"),
        ("ur", "8 جون 2023", "2023-06-08"),
        ("ur", "۸ جون ۲۰۲۳", "2023-06-08"),
        ("km", "ខែមិថុនា ឆ្នាំ២០២៣", "2023-06"),
        ("th", "8 มิถุนายน 2023", "2023-06-08"),
        ("ta", "8 ஜூன் 2023", "2023-06-08"),
        ("my", "၂၀၂၃ ခုနှစ် ဇွန်လ ၈", "2023-06-08"),
        ("ur", "8 June 2023", "2023-06-08"),
    ] {
        assert_eq!(edtf(words, &months(lang)).as_deref(), Some(expected), "{lang}: {words}");
    }
}

/// The days of the week and the times near the report, in the words of a language.
fn near_words(lang: &str) -> (String, String) {
    let file = std::fs::read_to_string(format!("locales/{lang}.json")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&file).unwrap();
    let list = |key: &str| file["words"][key].as_str().unwrap().to_owned();
    (list("weekdays"), list("dates_near"))
}

fn near(words: &str, lang: &str, published: FuzzyDate) -> Vec<String> {
    let (weekdays, near) = near_words(lang);
    let found = readings(words, &months(lang), &weekdays, &near, published).into_iter();
    found.map(|reading| reading.edtf).collect()
}

#[test]
fn the_words_for_a_week_and_for_a_half_are_no_day_of_the_week() {
    // A Tuesday.
    let published = FuzzyDate::parse("2023-06-20").unwrap();
    for (lang, words, expected) in [
        ("fil", "nakaraang linggo", [].as_slice()),
        ("fil", "araw ng Linggo", &["2023-06-18", "2023-06-25"]),
        ("ur", "گزشتہ ہفتہ", &[]),
        ("ur", "بروز ہفتہ", &["2023-06-17", "2023-06-24"]),
        ("ur", "سنیچر", &["2023-06-17", "2023-06-24"]),
        ("id", "minggu lalu", &[]),
        ("id", "hari Minggu", &["2023-06-18", "2023-06-25"]),
        ("pt", "segunda metade de 2024", &[]),
        ("pt", "segunda-feira", &["2023-06-19", "2023-06-26"]),
    ] {
        assert_eq!(near(words, lang, published), expected, "{lang}: {words}");
    }
}

#[test]
fn last_and_next_are_known_in_each_language() {
    // A Monday: each other day of the last week is in the week before.
    let published = FuzzyDate::parse("2023-06-19").unwrap();
    for (lang, last, next) in [
        ("en", "last Friday", "next Monday"),
        ("fil", "noong nakaraang Biyernes", "sa susunod na Lunes"),
        ("id", "Jumat lalu", "Senin depan"),
        ("ms", "Jumaat lalu", "Isnin depan"),
        ("km", "ថ្ងៃសុក្រមុន", "ថ្ងៃចន្ទក្រោយ"),
        ("lo", "ວັນສຸກແລ້ວ", "ວັນຈັນໜ້າ"),
        ("lo", "ວັນສຸກກ່ອນ", "ວັນຈັນໜ້າ"),
        ("my", "ပြီးခဲ့သည့်သောကြာနေ့", "လာမည့်တနင်္လာနေ့"),
        ("pt", "sexta-feira passada", "próxima segunda-feira"),
        ("ta", "கடந்த வெள்ளி", "அடுத்த திங்கள்"),
        ("tet", "sesta liubá", "segunda oin"),
        ("th", "วันศุกร์ที่แล้ว", "วันจันทร์หน้า"),
        ("th", "วันศุกร์ก่อน", "วันจันทร์หน้า"),
        ("ur", "گزشتہ جمعہ", "اگلے پیر"),
        ("ur", "پچھلی جمعہ", "اگلی پیر"),
        ("vi", "thứ sáu tuần trước", "thứ hai tuần tới"),
        ("vi", "thứ sáu tuần trước", "thứ hai tuần sau"),
        ("zh-Hans", "上周五", "下周一"),
        ("zh-Hans", "上个星期五", "下个星期一"),
    ] {
        assert_eq!(near(last, lang, published), ["2023-06-16"], "{lang}: {last}");
        assert_eq!(near(next, lang, published), ["2023-06-26"], "{lang}: {next}");
        // In a text they are found among other words.
        let (weekdays, times) = near_words(lang);
        let dates = DateWords::with(&months(lang), &weekdays, &times);
        for (words, day) in [(last, "2023-06-16"), (next, "2023-06-26")] {
            let text = format!("A ({words}). B");
            let found = dates.found(&tokens(&text), published);
            let found: Vec<_> = found.iter().map(|date| (date.date, date.basis)).collect();
            let day = FuzzyDate::parse(day).unwrap();
            assert_eq!(found, [(day, Some("weekday"))], "{lang}: {words}");
        }
    }
}

#[test]
fn days_near_the_report_are_found_in_sentences() {
    let found = |text: &str, published: &str| {
        let tokens = tokens(text);
        let published = FuzzyDate::parse(published).unwrap();
        let found = DateWords::new(&[]).found(&tokens, published).into_iter();
        let edtf = |date: &FoundDate| Option::<String>::from(date.date).unwrap();
        let words =
            |date: &FoundDate| text[tokens[date.first].start..tokens[date.end - 1].end].to_owned();
        found.map(|date| (words(&date), edtf(&date))).collect::<Vec<_>>()
    };
    let text = "They met on 13 June and last Friday; yesterday, in May 2023, trade grew.";
    let expected = [
        ("13 June", "2023-06-13"),
        ("last Friday", "2023-06-16"),
        ("yesterday", "2023-06-18"),
        ("May 2023", "2023-05"),
    ];
    let expected = expected.map(|(words, edtf)| (words.to_owned(), edtf.to_owned()));
    assert_eq!(found(text, "2023-06-19"), expected);
    let counted = found("On 13 June, 15 states met.", "2023-06-19");
    assert_eq!(counted, [("13 June".to_owned(), "2023-06-13".to_owned())]);
    let both = ["2024-06-13", "2025-06-13"].map(|day| ("June 13".to_owned(), day.to_owned()));
    assert_eq!(found("It was June 13.", "2024-10-10"), both);
    for text in [
        "on 13-15 June",
        "on June 13 to 15 or so",
        "on 13 and 15 June",
        "June 13 and 15",
        "June 13, 15 and 17",
        "13 June 2566",
        "only 12 may come, and may 12 come",
        "In June and on Friday",
        "last week",
    ] {
        assert_eq!(found(text, "2023-06-19"), [], "{text}");
    }
    // Without a day of publication nobody knows.
    let tokens = tokens("13 June, last Friday, yesterday");
    assert_eq!(DateWords::new(&[]).found(&tokens, FuzzyDate::NotStated), []);
}

#[test]
fn dates_are_found_in_sentences() {
    let text = "On June 8, 2023 they met (first in 1993); since 22 March 2019 they plan, from 5 - 7 \
                October 2025, a visit. Trade rose in 2010 and mid-2024, by 2030, more.";
    let found = found(text, &[]);
    let found: Vec<_> = found.iter().map(|(words, date)| (words.as_str(), date.as_str())).collect();
    let expected = [
        ("June 8, 2023", "2023-06-08"),
        ("1993", "1993"),
        ("since 22 March 2019", "2019-03-22/.."),
        ("from 5 - 7 October 2025", "2025-10-05/2025-10-07"),
        ("2010", "2010"),
        ("2024", "2024"),
        ("by 2030", "../2030"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn numbers_of_something_are_no_years() {
    for text in [
        "It gave US$ 2000 and $2010.",
        "About 2000 people came, 2000 students and 2,010 others.",
        "on 08/06/2023 or 8.6.2023, in 2023-24 or 2023/24",
        "the Vision 2045, the Agenda 2030 and the COVID2019 fund",
        "some 2000%, room A2010, clause 7:2010, by 2000 votes",
        "may I come? March on!",
    ] {
        assert_eq!(found(text, &[]), [], "{text}");
    }
}

#[test]
fn the_year_may_stand_first() {
    assert_eq!(found("In 2023 May came.", &[]), [("2023".to_owned(), "2023".to_owned())]);
    let found = found("他们于2023年6月8日在河内会面。", &months("zh-Hans"));
    assert_eq!(found, [("2023年6月8日".to_owned(), "2023-06-08".to_owned())]);
}

proptest! {
    #[test]
    fn what_is_returned_is_edtf(words in "(since |by |about |from |the )?[0-9]{0,2}[ –,-]{0,2}(Jun|May|tháng|first half of|Q)?[ .,]?[0-9]{0,4}( to |–|-)?[0-9]{0,4}") {
        if let Some(edtf) = edtf(&words, &["tháng 1".to_owned()]) {
            prop_assert!(FuzzyDate::parse(&edtf).is_ok(), "{}", edtf);
        }
    }

    #[test]
    fn dates_of_any_text_are_pieces_of_it(text in "\\PC*") {
        let tokens = tokens(&text);
        let mut last = 0;
        for date in DateWords::new(&[]).found(&tokens, FuzzyDate::parse("2023-06-15").unwrap()) {
            // Words that can mean two days are there twice.
            let is_same = date.end == last;
            prop_assert!(is_same || date.first >= last);
            prop_assert!(date.end > date.first && date.end <= tokens.len());
            last = date.end;
        }
    }
}
