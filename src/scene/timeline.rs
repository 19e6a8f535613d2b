//! The facts in the order of their dates, those of one date together.

use crate::dataset::{Basis, Dataset, Day, Fact, Half, When};

/// The facts of one date.
#[derive(Debug)]
pub struct Moment<'a> {
    /// The date that they share.
    pub date: When,
    /// In the order of the report.
    pub facts: Vec<&'a Fact>,
}

/// The dated facts, earliest first; of two that begin together the longer one first.
pub fn moments(dataset: &Dataset) -> Vec<Moment<'_>> {
    let mut dated: Vec<((u32, u32), &Fact)> =
        dataset.facts.iter().filter_map(|fact| Some((span(fact.date)?, fact))).collect();
    dated.sort_by_key(|((from, to), _)| (*from, std::cmp::Reverse(*to)));
    let mut moments: Vec<Moment<'_>> = Vec::new();
    let mut last = None;
    for (span, fact) in dated {
        match moments.last_mut() {
            Some(moment) if last == Some(span) => moment.facts.push(fact),
            _ => moments.push(Moment { date: fact.date, facts: vec![fact] }),
        }
        last = Some(span);
    }
    moments
}

/// The first and the last day of a date, each as `year × 10,000 + month × 100 + day`; a status that lasts
/// counts where it begins. `None` where no date is stated.
pub fn span(date: When) -> Option<(u32, u32)> {
    let days = |from: (u16, u32, u32), to: (u16, u32, u32)| {
        let number = |(year, month, day)| u32::from(year) * 10_000 + month * 100 + day;
        Some((number(from), number(to)))
    };
    match date {
        When::Day { date, .. } => {
            let day = (date.year(), u32::from(date.month()), u32::from(date.day()));
            days(day, day)
        }
        When::Month { year, month, .. } => days((year, month.into(), 1), (year, month.into(), 31)),
        When::HalfYear { year, half: Half::First, .. } => days((year, 1, 1), (year, 6, 30)),
        When::HalfYear { year, half: Half::Second, .. } => days((year, 7, 1), (year, 12, 31)),
        When::Year { year, .. } | When::Since { year, .. } => days((year, 1, 1), (year, 12, 31)),
        When::Range { years, .. } => days((years.from, 1, 1), (years.to, 12, 31)),
        When::NotStated { .. } => None,
    }
}

/// How a date lies to the day of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It began before that day.
    Before,
    /// It is that day.
    OfTheReport,
    /// It begins after that day.
    After,
}

/// How a date lies to the day on which the report was published; no stated date counts as before.
pub fn tense(date: When, published: Day) -> Tense {
    let report = span(When::Day { date: published, basis: Basis::Stated });
    match (span(date), report) {
        (Some(span), Some(report)) if span == report => Tense::OfTheReport,
        (Some((from, _)), Some((day, _))) if from > day => Tense::After,
        _ => Tense::Before,
    }
}

/// The facts without a stated date, in the order of the report.
pub fn undated(dataset: &Dataset) -> impl Iterator<Item = &Fact> {
    dataset.facts.iter().filter(|fact| span(fact.date).is_none())
}

/// The word for how exact a date is, by which its mark is drawn.
pub fn precision(date: When) -> &'static str {
    match date {
        When::Day { .. } => "day",
        When::Month { .. } => "month",
        When::HalfYear { .. } => "half-year",
        When::Year { .. } => "year",
        When::Since { .. } => "since",
        When::Range { .. } => "range",
        When::NotStated { .. } => "not-stated",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    #[test]
    fn the_moments_run_from_1993_to_the_second_half_of_2023() {
        let atlas = atlas::bundled();
        let moments = moments(&atlas.dataset);
        let marks: Vec<_> = moments.iter().map(|moment| precision(moment.date)).collect();
        assert_eq!(marks, ["since", "since", "range", "year", "month", "year", "day", "half-year"]);
        let counts: Vec<_> = moments.iter().map(|moment| moment.facts.len()).collect();
        assert_eq!(counts, [1, 1, 1, 1, 2, 1, 7, 2]);
        assert_eq!(undated(&atlas.dataset).count() + counts.iter().sum::<usize>(), 20);
    }

    #[test]
    fn only_the_second_half_of_2023_lies_after_the_report() {
        let atlas = atlas::bundled();
        let published = atlas.dataset.source.published;
        let tenses = moments(&atlas.dataset)
            .iter()
            .map(|moment| tense(moment.date, published))
            .collect::<Vec<_>>();
        assert_eq!(tenses[..6], [Tense::Before; 6]);
        assert_eq!(tenses[6..], [Tense::OfTheReport, Tense::After]);
    }
}
