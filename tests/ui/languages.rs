//! What readers of other languages see: digits, dates, names, offices, other names for the search.

use std::fs;

use partnership_atlas::i18n::{MessageId, date_text};
use partnership_atlas::model::FuzzyDate;
use partnership_atlas::view_model::labels::status_text;
use partnership_atlas::view_model::search::SearchIndex;
use partnership_atlas::view_model::table::count_text;
use scraper::ElementRef;
use unicode_normalization::UnicodeNormalization as _;

use crate::printed::{Printed, attribute, text, within};

/// Every language that has a file.
fn languages() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/locales");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let stems = files.filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned()));
    let languages: Vec<String> = stems.collect();
    assert!(languages.len() > 10, "{folder} has {languages:?}");
    languages
}

/// Whether the page says that an element is English: a quote, the headline, a title of a source.
fn is_english(element: ElementRef<'_>) -> bool {
    let own = element.ancestors().filter_map(ElementRef::wrap).chain([element]);
    own.into_iter().any(|each| attribute(each, "lang") == "en")
}

/// The words of a page that are in its own language: its texts, and the labels that are read aloud or drawn.
fn own_words(page: &Printed) -> Vec<String> {
    let labels = ["aria-label", "title", "placeholder", "data-label", "data-paragraph"];
    let mut words = Vec::new();
    for element in page.all("*") {
        // The name of a licence is kept as it is.
        let is_kept = attribute(element, "translate") == "no" && element.value().name() == "span";
        let is_code = element.value().name() == "code"
            || attribute(element, "class") == "dialog__code"
            || is_kept;
        if is_code || is_english(element) {
            continue;
        }
        let texts = element.children().filter_map(|child| child.value().as_text());
        words.extend(texts.flat_map(|text| text.split_whitespace().map(str::to_owned)));
        let labels = labels.iter().map(|label| attribute(element, label));
        words.extend(labels.flat_map(|label| label.split_whitespace().map(str::to_owned)));
    }
    words
}

#[test]
fn khmer_and_burmese_readers_see_one_kind_of_digit() {
    let khmer = ["ថ្ងៃទី៨ ខែមិថុនា ឆ្នាំ២០២៣", "¶៨ ក្នុងចំណោម ៩", "សមាជិក ១០", "ផែនការសកម្មភាពឆ្នាំ២០២៣"];
    let burmese = ["၂၀၂၃ ခုနှစ် ဇွန်လ ၈ ရက်", "၉ ပိုဒ်အနက် ¶၈", "အဖွဲ့ဝင် ၁၀", "၂၀၂၃ ခုနှစ် လုပ်ငန်းအစီအစဉ်"];
    for (lang, expected) in [("km", khmer), ("my", burmese)] {
        for address in ["", "?clock=today#TLS", "?fact=cyber-training&q=2022&sort=-date"] {
            let page = Printed::in_language(lang, address);
            let other: Vec<String> = own_words(&page)
                .into_iter()
                // Names, versions and addresses keep their digits.
                .filter(|word| {
                    !word.contains("SHA-256")
                        && !word.starts_with("2.0")
                        && !word.starts_with("1.0.0")
                })
                .filter(|word| !word.starts_with("https:"))
                .filter(|word| word.chars().any(|c| c.is_ascii_digit()))
                .collect();
            assert_eq!(other, Vec::<String>::new(), "{lang} {address}");
            let all = page.texts(".atlas").join(" ");
            for part in expected {
                assert!(all.contains(part), "{lang}: “{part}” is not on the page");
            }
        }
        let page = Printed::in_language(lang, "");
        assert!(page.texts(".counts dd")[..3].iter().all(|count| !count.is_ascii()));
        assert!(page.texts(".disclosure__count").iter().all(|count| !count.is_ascii()));
        let many = count_text(&page.atlas, 250, 1).value;
        assert!(!many.chars().any(|c| c.is_ascii_digit()), "{many}");
    }
}

#[test]
fn addresses_ids_and_quotes_keep_their_digits() {
    for lang in ["km", "my"] {
        let (page, english) = (Printed::in_language(lang, ""), Printed::at(""));
        assert_eq!(page.texts(".evidence q"), english.texts(".evidence q"));
        for citation in page.texts(".evidence__citation") {
            assert!(
                citation.contains(page.atlas.report.source().url.as_deref().unwrap()),
                "{citation}"
            );
            assert!(citation.contains(&page.atlas.report.source().title), "{citation}");
        }
        let addresses = |page: &Printed| -> Vec<String> {
            let links = page.all(".evidence a, .overview a, .country a");
            links.iter().map(|link| attribute(*link, "href").to_owned()).collect()
        };
        assert_eq!(addresses(&page), addresses(&english));
    }
}

#[test]
fn other_languages_keep_the_digits_of_the_report() {
    for lang in languages().iter().filter(|lang| !["km", "my"].contains(&lang.as_str())) {
        let page = Printed::in_language(lang, "");
        assert_eq!(page.texts(".timeline .chip")[0], "¶9", "{lang}");
        assert!(page.texts(".timeline h3").join(" ").contains("1993"), "{lang}");
    }
}

#[test]
fn outlet_and_date_read_as_a_sentence_and_not_as_a_list() {
    for lang in languages() {
        let page = Printed::in_language(&lang, "");
        let source = page.atlas.report.source();
        let date = date_text(&page.atlas.messages, source.published);
        let evidence = page.one("#roundtable");
        let published = text(within(evidence, "dd")[2]);
        assert!(published.starts_with(&source.outlet.value), "{lang}: {published}");
        assert!(published.ends_with(&date), "{lang}: {published}");
        assert!(!published.contains('、'), "{lang}: {published}");
    }
    let chinese = Printed::in_language("zh-Hans", "");
    let published = text(within(chinese.one("#roundtable"), "dd")[2]);
    assert_eq!(published, "巴基斯坦广播电台，2023年6月8日");
}

#[test]
fn transliterated_names_have_the_spelling_of_the_report_in_brackets() {
    let english = Printed::at("").atlas;
    for lang in ["th", "zh-Hans", "km", "my", "ta", "ur"] {
        let page = Printed::in_language(lang, "");
        let people = page.atlas.report.people.iter().zip(&english.report.people);
        for (person, original) in people {
            let latin = original.name.value.trim_start_matches("Dr ");
            let (own, rest) = person.name.value.split_once(['(', '（']).unwrap();
            assert!(!own.chars().any(|c| c.is_ascii_alphabetic()), "{lang}: {own}");
            assert_eq!(rest.trim_end_matches([')', '）']), latin, "{lang}");
            assert!(page.text(".facts").contains(&person.name.value), "{lang}: {latin}");
        }
        // A text that names a person has the same name.
        let plan = page.atlas.report.facts.iter().find(|fact| fact.id.as_str() == "plan-of-action");
        assert!(
            plan.unwrap().text.value.contains(&page.atlas.report.people[2].name.value),
            "{lang}"
        );
    }
}

#[test]
fn the_evidence_gives_the_office_and_the_english_title_where_another_one_misleads() {
    let people =
        |lang: &str| text(within(Printed::in_language(lang, "").one("#commitment"), "dd")[3]);
    assert_eq!(people("en"), "Dr Asad Majeed Khan, Foreign Secretary of Pakistan");
    for lang in ["fil", "id", "ms", "lo", "km", "vi"] {
        assert_eq!(people(lang).matches("Foreign Secretary").count(), 1, "{lang}");
    }
    let nobody = Printed::at("");
    assert_eq!(within(nobody.one("#east-asia-vision"), "dd").len(), 3);
}

#[test]
fn a_scheduled_status_fits_a_date_of_any_precision() {
    let dates = [
        "2023-09-01",
        "2023-09",
        "2023-41",
        "2023-35",
        "2023",
        "2023/2024",
        "2023-10-30/2023-11-02",
        "2023-09~",
        "../2023-12",
        "[2023..2024]",
    ];
    let dates = dates.map(|date| FuzzyDate::parse(date).unwrap());
    let dates = dates.into_iter().chain([FuzzyDate::NotStated]);
    for lang in languages() {
        let atlas = Printed::in_language(&lang, "").atlas;
        let fact = atlas.report.facts.iter().find(|fact| fact.id.as_str() == "cyber-training");
        for date in dates.clone() {
            let status = status_text(&atlas, fact.unwrap().status, date);
            let date = date_text(&atlas.messages, date);
            for text in [status.report, status.today] {
                // No preposition and no article stand before the date: they would depend on its precision.
                let (before, _) = text.split_once(&date).unwrap();
                assert!(before.trim_end().ends_with([':', '：', '៖']), "{lang}: {text}");
            }
        }
    }
}

#[test]
fn thai_says_that_a_number_is_a_year() {
    let page = Printed::in_language("th", "");
    let headings = page.texts(".timeline h3");
    assert!(headings.contains(&"ปี 2022".to_owned()), "{headings:?}");
    assert!(!page.text(".atlas").contains("2566"), "no Buddhist years");
}

#[test]
fn a_fact_has_the_other_names_of_what_it_mentions() {
    for (lang, name, other) in [
        ("zh-Hans", "东盟", "亚细安"),
        ("zh-Hans", "巴基斯坦", "Pakistan"),
        ("ta", "ஆசியான் வட்டாரக் கருத்தரங்க", "ஆசியான் வட்டார மன்றம்"),
        ("km", "អាស៊ាន", "ASEAN"),
        ("ur", "آسیان", "ASEAN"),
    ] {
        let page = Printed::in_language(lang, "");
        let (report, messages) = (&page.atlas.report, &page.atlas.messages);
        let wide = messages.get(MessageId::ScopeWide).value.contains(name);
        let has_name = |fact: &partnership_atlas::model::Fact| {
            let is_wide = fact.scope.is_asean_wide();
            let texts = format!("{} {}", fact.title.value, fact.text.value);
            texts.contains(name) || (wide && is_wide)
        };
        assert!(report.facts.iter().any(has_name), "{lang}: {name}");
        for fact in &report.facts {
            let is_found = fact.aliases.iter().any(|alias| alias == other);
            assert_eq!(is_found, has_name(fact), "{lang}: {other} in {}", fact.id);
        }
    }
}

#[test]
fn a_search_that_finds_nothing_says_so_in_every_language() {
    for lang in languages() {
        let page = Printed::in_language(&lang, "?q=atlantis");
        // The search says nothing about the report, and nothing in English.
        let (said, report) = (page.text(".search__count"), page.text(".overview .kicker"));
        assert!(!said.is_empty() && !said.contains(&report), "{lang}: {said}");
        assert_eq!(said.contains("found"), lang == "en", "{lang}: {said}");
        assert_eq!(page.texts(".search [role=status] button").len(), 1, "{lang}");
    }
}

#[test]
fn equal_texts_find_equal_facts_in_every_language() {
    let forms: [fn(&str) -> String; 7] = [
        |text| text.nfc().collect(),
        |text| text.nfd().collect(),
        |text| text.nfkd().collect(),
        |text| text.to_uppercase(),
        |text| text.replace(' ', "\u{a0}").replace('-', "\u{2011}"),
        |text| text.replace(' ', " \u{200b}").replace(['\'', '’'], "ʼ"),
        |text| format!("“{text}”."),
    ];
    for lang in languages() {
        let atlas = Printed::in_language(&lang, "").atlas;
        let index = SearchIndex::new(&atlas);
        for (number, fact) in atlas.report.facts.iter().enumerate() {
            let title = &fact.title.value;
            let expected = index.find(&atlas, title);
            assert!(expected.contains(&number), "{lang}: {title} does not find its fact");
            for form in forms {
                let query = form(title);
                assert_eq!(index.find(&atlas, &query), expected, "{lang}: {query:?}");
            }
        }
    }
}

#[test]
fn code_runs_from_left_to_right_in_every_language() {
    let page = Printed::in_language("ur", "");
    let codes = page.all(".about__code, .dialog__code");
    assert!(codes.len() >= 3, "{} pieces of code", codes.len());
    for code in codes {
        assert_eq!(attribute(code, "dir"), "ltr", "{}", text(code));
    }
}
