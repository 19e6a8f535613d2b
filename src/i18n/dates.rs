//! Dates in words, with the precision that is known.

use super::{MessageId, Messages};
use crate::model::{DateBasis, Day, FuzzyDate, Half, Years};

/// Returns a day in full: `8 June 2023`.
pub fn day_text(messages: &Messages, day: Day) -> String {
    let (number, year) = (day.day().to_string(), day.year().to_string());
    let month = messages.month(day.month());
    let values = [("day", number.as_str()), ("month", month), ("year", &year)];
    messages.format(MessageId::DateDay, &values).isolated()
}

/// Returns a date in words: `second half of 2023`, `since 1993`, `Date not stated`.
pub fn date_text(messages: &Messages, date: FuzzyDate) -> String {
    let in_year = |id, year: u16| messages.format(id, &[("year", &year.to_string())]).isolated();
    match date {
        FuzzyDate::Day { date, .. } => day_text(messages, date),
        FuzzyDate::Month { year, month, .. } => {
            let values = [("month", messages.month(month)), ("year", &year.to_string())];
            messages.format(MessageId::DateMonth, &values).isolated()
        }
        FuzzyDate::HalfYear { year, half: Half::First, .. } => {
            in_year(MessageId::DateHalfFirst, year)
        }
        FuzzyDate::HalfYear { year, half: Half::Second, .. } => {
            in_year(MessageId::DateHalfSecond, year)
        }
        FuzzyDate::Year { year, .. } => in_year(MessageId::DateYear, year),
        FuzzyDate::Since { year, .. } => in_year(MessageId::DateSince, year),
        FuzzyDate::Range { years, .. } => years_text(messages, MessageId::DateRange, years),
        FuzzyDate::NotStated { within: Some(years) } => {
            years_text(messages, MessageId::DateWithin, years)
        }
        FuzzyDate::NotStated { within: None } => messages.get(MessageId::DateNotStated).isolated(),
    }
}

fn years_text(messages: &Messages, id: MessageId, years: Years) -> String {
    let (from, to) = (years.from.to_string(), years.to.to_string());
    messages.format(id, &[("from", &from), ("to", &to)]).isolated()
}

/// Returns how a date is known, where the report does not simply state it.
pub fn date_basis_text(messages: &Messages, date: FuzzyDate) -> Option<String> {
    matches!(date, FuzzyDate::Day { basis: DateBasis::Derived, .. })
        .then(|| messages.get(MessageId::DateDerived).isolated())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::english;

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        let messages = english();
        let check = |date, expected| assert_eq!(date_text(&messages, date), expected);
        let basis = DateBasis::Stated;
        let years = Years { from: 2021, to: 2023 };
        let date = Day::new(2023, 6, 8).unwrap();
        check(FuzzyDate::Day { date, basis }, "8 June 2023");
        check(FuzzyDate::Month { year: 2022, month: 12, basis }, "December 2022");
        let half = |half| FuzzyDate::HalfYear { year: 2023, half, basis };
        check(half(Half::First), "first half of 2023");
        check(half(Half::Second), "second half of 2023");
        check(FuzzyDate::Year { year: 2022, basis }, "2022");
        check(FuzzyDate::Since { year: 1993, basis }, "since 1993");
        check(FuzzyDate::Range { years, basis }, "2021–2023");
        let not_stated = |within| FuzzyDate::NotStated { within };
        check(not_stated(Some(years)), "Date not stated (within 2021–2023)");
        check(not_stated(None), "Date not stated");
    }
}
