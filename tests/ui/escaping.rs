//! Whatever a dataset or a locale says is text, never markup.

use std::io::Write as _;

use serde_json::Value;

use crate::payloads::{PAYLOADS, spoil};
use crate::printed::{ENGLISH, Printed, REPORT};

fn assert_harmless(page: &Printed, payload: &str) {
    assert!(page.all("script, img, template, title, b.x, svg[onload]").is_empty(), "{payload}");
    for element in page.all("*") {
        let on = element.value().attrs().find(|(name, _)| name.starts_with("on"));
        assert!(on.is_none(), "{payload} made {on:?}");
    }
    let words = page.text(".atlas");
    assert!(words.contains(payload), "{payload} is not shown as it stands");
}

#[test]
fn markup_in_the_dataset_is_printed_as_it_stands() {
    let mut tried = 0;
    for payload in PAYLOADS {
        let mut dataset: Value = serde_json::from_str(REPORT).unwrap();
        tried += spoil(&mut dataset, payload);
        let page = Printed::of(&dataset.to_string(), ENGLISH, "#MYS");
        assert_harmless(&page, payload);
        assert_eq!(page.all("tbody tr").len(), 20, "{payload}");
    }
    // Past the runner, which keeps what a passing test prints to itself.
    writeln!(
        std::io::stdout(),
        "{tried} texts of the dataset with markup in them: none became markup"
    )
    .unwrap();
    assert!(tried >= 600, "only {tried} texts were tried");
}

#[test]
fn markup_in_a_locale_is_printed_as_it_stands() {
    for payload in PAYLOADS {
        let mut locale: Value = serde_json::from_str(ENGLISH).unwrap();
        for message in locale["messages"].as_object_mut().unwrap().values_mut() {
            *message = Value::String(format!("{}{payload}", message.as_str().unwrap()));
        }
        assert_harmless(&Printed::of(REPORT, &locale.to_string(), "?clock=today"), payload);
    }
}

#[test]
fn markup_in_the_address_is_printed_as_it_stands() {
    let page =
        Printed::at("?q=%3Cscript%3Ealert(1)%3C/script%3E&area=%22%3E%3Cimg&fact=%3Cb%3E#%3Cb%3E");
    assert!(page.all("script, img, b.x").is_empty());
    assert_eq!(page.all("tbody tr").len(), 0);
}
