//! The drawing of the map.

use crate::printed::{Printed, attribute, within};

/// SVG draws in the order of the document, so a country covers the lines and markers of the countries before it.
#[test]
fn no_country_covers_the_line_from_a_small_country_to_its_name() {
    let page = Printed::at("");
    let countries = page.all("a.map__country");
    let mut with_lines =
        countries.iter().filter(|country| !within(**country, ".map__leader").is_empty());
    let last: Vec<_> = countries.iter().skip(countries.len() - 3).copied().collect();
    assert!(
        last.iter().all(|country| with_lines.next() == Some(country)),
        "a country lies on a line"
    );
    let codes: Vec<_> = last.into_iter().map(|country| attribute(country, "data-place")).collect();
    assert_eq!(codes, ["BRN", "SGP", "TLS"]);
}
