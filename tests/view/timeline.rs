//! The timeline.

use crate::drawn::{Drawn, attribute};

#[test]
fn it_runs_from_1993_to_the_second_half_of_2023_by_precision() {
    let page = Drawn::at("");
    let dates = page.texts(".moment h3");
    let wanted = [
        "since 1993",
        "since 2004",
        "2021–2023",
        "2022",
        "December 2022",
        "2023",
        "8 June 2023",
        "second half of 2023",
    ];
    assert_eq!(dates, wanted);
    let marks: Vec<&str> = page
        .all(".moment")
        .iter()
        .filter_map(|each| attribute(*each, "class").split_whitespace().nth(1))
        .collect();
    let wanted = [
        "moment--since",
        "moment--since",
        "moment--range",
        "moment--year",
        "moment--month",
        "moment--year",
        "moment--day",
        "moment--half-year",
    ];
    assert_eq!(marks, wanted);
}

#[test]
fn the_day_of_the_report_stands_out_and_only_it() {
    let page = Drawn::at("");
    assert_eq!(page.text(".moment--report h3"), "8 June 2023");
    assert_eq!(page.text(".moment--report .moment__note"), "the day of the report");
    assert_eq!(page.text(".moment--after h3"), "second half of 2023");
}

#[test]
fn every_fact_is_on_it_once_dated_or_not() {
    let page = Drawn::at("");
    let dated = page.all(".moment [popovertarget]").len();
    let undated = page.all(".timeline__undated [popovertarget]").len();
    assert_eq!((dated, undated), (16, 4));
}
