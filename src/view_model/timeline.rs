//! The facts by date, those of the same date together.

use crate::model::{DateBasis, Day, Fact, FuzzyDate, Report};

/// The facts of one date.
#[derive(Debug)]
pub struct TimelineGroup<'a> {
    /// The date that they share.
    pub date: FuzzyDate,
    /// In the order of the report.
    pub facts: Vec<&'a Fact>,
}

/// Returns the dated facts, earliest first; of dates that begin together the longer one comes first.
pub fn groups(report: &Report) -> Vec<TimelineGroup<'_>> {
    let mut dated: Vec<((u32, u32), &Fact)> =
        report.facts.iter().filter_map(|fact| Some((fact.date.span()?, fact))).collect();
    dated.sort_by_key(|((from, to), _)| (*from, std::cmp::Reverse(*to)));
    let groups = dated.chunk_by(|(one, _), (other, _)| one == other);
    let facts = groups.map(|group| group.iter().map(|(_, fact)| *fact).collect::<Vec<_>>());
    facts.filter_map(|facts| Some(TimelineGroup { date: facts.first()?.date, facts })).collect()
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

/// Compares a date with the day of publication; a date that is not stated counts as before.
pub fn tense(date: FuzzyDate, published: Day) -> Tense {
    let report = FuzzyDate::Day { date: published, basis: DateBasis::Stated }.span();
    match (date.span(), report) {
        (Some(span), Some(report)) if span == report => Tense::ReportDay,
        (Some((from, _)), Some((day, _))) if from > day => Tense::After,
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
        let published = report.source.published;
        let tenses: Vec<_> =
            groups(&report).iter().map(|group| tense(group.date, published)).collect();
        assert_eq!(tenses[..6], [Tense::Before; 6]);
        assert_eq!(tenses[6..], [Tense::ReportDay, Tense::After]);
    }
}
