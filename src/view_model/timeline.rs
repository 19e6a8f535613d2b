//! The facts by date, those of the same date together.

use std::cmp::Reverse;

use crate::model::{Fact, FuzzyDate, Period, Report};

/// The facts of one date.
#[derive(Debug)]
pub struct TimelineGroup<'a> {
    /// The date that they share.
    pub date: FuzzyDate,
    /// In the order of the report.
    pub facts: Vec<&'a Fact>,
}

/// Returns the dated facts, earliest first; of dates that begin together the longer one comes first. Dates that only look
/// alike, such as a year and since that year, are groups of their own.
pub fn groups(report: &Report) -> Vec<TimelineGroup<'_>> {
    let key = |fact: &Fact| {
        let (from, to) = fact.date.span()?;
        Some((from, Reverse(to), Option::<String>::from(fact.date)))
    };
    let mut dated: Vec<_> =
        report.facts.iter().filter_map(|fact| Some((key(fact)?, fact))).collect();
    dated.sort_by(|(one, _), (other, _)| one.cmp(other));
    let groups = dated.chunk_by(|(_, one), (_, other)| one.date == other.date);
    let facts = groups.map(|group| group.iter().map(|(_, fact)| *fact).collect::<Vec<_>>());
    facts.filter_map(|facts| Some(TimelineGroup { date: facts.first()?.date, facts })).collect()
}

/// Returns the first and the last year of the dated facts; `None` where no fact has a date.
pub fn years(report: &Report) -> Option<(u16, u16)> {
    let spans = || report.facts.iter().filter_map(|fact| fact.date.span());
    let first = spans().map(|(from, _)| from).min()?;
    let last = spans().map(|(_, to)| to).max()?;
    Some((first.year(), last.year()))
}

/// Returns the facts without a stated date, in the order of the report.
pub fn undated(report: &Report) -> impl Iterator<Item = &Fact> {
    report.facts.iter().filter(|fact| !fact.date.is_stated())
}

/// A date beside the day of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It began before that day.
    Before,
    /// It is that day.
    ReportDay,
    /// It begins after that day.
    After,
}

/// Compares a date with the day of publication; where one of them is not stated, it counts as before.
pub fn tense(date: FuzzyDate, published: FuzzyDate) -> Tense {
    if matches!(date, FuzzyDate::In(Period::Day(_))) && date == published {
        return Tense::ReportDay;
    }
    match (date.span(), published.last_day()) {
        (Some((from, _)), Some(day)) if from > day => Tense::After,
        _ => Tense::Before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn groups_run_from_1993_to_the_second_half_of_2023() {
        let report = atlas().report;
        let groups = groups(&report);
        let precisions: Vec<_> = groups.iter().map(|group| group.date.precision()).collect();
        let expected = ["since", "since", "range", "year", "month", "year", "day", "half-year"];
        assert_eq!(precisions, expected);
        let counts: Vec<_> = groups.iter().map(|group| group.facts.len()).collect();
        assert_eq!(counts, [1, 1, 1, 1, 2, 1, 7, 2]);
        assert_eq!(undated(&report).count() + counts.iter().sum::<usize>(), 20);
    }

    #[test]
    fn only_the_second_half_of_2023_is_after_the_report() {
        let report = atlas().report;
        let published = report.source().published;
        let tenses: Vec<_> =
            groups(&report).iter().map(|group| tense(group.date, published)).collect();
        assert_eq!(tenses[..6], [Tense::Before; 6]);
        assert_eq!(tenses[6..], [Tense::ReportDay, Tense::After]);
    }

    #[test]
    fn a_year_and_since_that_year_are_two_groups() {
        let mut report = atlas().report;
        for (fact, date) in report.facts.iter_mut().zip(["1993", "1993~", "1993/.."]) {
            fact.date = FuzzyDate::parse(date).unwrap();
        }
        let dates: Vec<_> = groups(&report).iter().take(3).map(|group| group.date).collect();
        assert_eq!(dates.len(), 3);
        assert!(dates.iter().all(|date| date.span() == dates[0].span()));
        assert!(dates[0] != dates[1] && dates[1] != dates[2]);
    }

    #[test]
    fn the_years_are_those_of_the_dated_facts() {
        let mut report = atlas().report;
        assert_eq!(years(&report), Some((1993, 2023)));
        report.facts.iter_mut().for_each(|fact| fact.date = FuzzyDate::NotStated);
        assert_eq!(years(&report), None);
    }

    #[test]
    fn a_report_of_a_month_has_no_day_of_its_own() {
        let month = FuzzyDate::parse("2022-11").unwrap();
        assert_eq!(tense(month, month), Tense::Before);
        assert_eq!(tense(FuzzyDate::parse("2022-12-01").unwrap(), month), Tense::After);
        assert_eq!(tense(month, FuzzyDate::NotStated), Tense::Before);
    }
}
