//! The timeline.

use crate::printed::{Printed, attribute};

#[test]
fn it_runs_from_1993_to_the_second_half_of_2023_by_precision() {
    let page = Printed::at("");
    let dates = page.texts(".timeline-group h3");
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
        .all(".timeline-group")
        .iter()
        .filter_map(|each| attribute(*each, "class").split_whitespace().nth(1))
        .collect();
    let wanted = [
        "timeline-group--since",
        "timeline-group--since",
        "timeline-group--range",
        "timeline-group--year",
        "timeline-group--month",
        "timeline-group--year",
        "timeline-group--day",
        "timeline-group--half-year",
    ];
    assert_eq!(marks, wanted);
}

#[test]
fn the_day_of_the_report_stands_out_and_only_it() {
    let page = Printed::at("");
    assert_eq!(page.text(".timeline-group--report-day h3"), "8 June 2023");
    assert_eq!(
        page.text(".timeline-group--report-day .timeline-group__note"),
        "the day of the report"
    );
    assert_eq!(page.text(".timeline-group--after h3"), "second half of 2023");
}

#[test]
fn every_fact_is_on_it_once_dated_or_not() {
    let page = Printed::at("");
    let dated = page.all(".timeline-group [popovertarget]").len();
    let undated = page.all(".timeline__undated [popovertarget]").len();
    assert_eq!((dated, undated), (16, 4));
}
