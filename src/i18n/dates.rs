//! Dates in words, with the precision that is known.

use super::{MessageId, Messages};
use crate::model::{DateBasis, Day, FuzzyDate, Period};

/// Returns a day in full: `8 June 2023`.
pub fn day_text(messages: &Messages, day: Day) -> String {
    day_in_month(messages, &day.day().to_string(), day)
}

/// Returns a day or several days of the month of `day`: `8 June 2023`, `5–7 October 2025`.
fn day_in_month(messages: &Messages, number: &str, day: Day) -> String {
    let values = [
        ("day", number),
        ("month", messages.month(day.month())),
        ("year", &day.year().to_string()),
    ];
    messages.format(MessageId::DateDay, &values).isolated()
}

/// Returns a date in words: `second half of 2023`, `since 1993`, `Date not stated`.
pub fn date_text(messages: &Messages, date: FuzzyDate) -> String {
    let with_date =
        |id, period| messages.format(id, &[("date", &inner_text(messages, period))]).isolated();
    match date {
        FuzzyDate::In(period) => period_text(messages, period),
        FuzzyDate::About(period) => with_date(MessageId::DateAbout, period),
        FuzzyDate::Since(period) => with_date(MessageId::DateSince, period),
        FuzzyDate::By(period) => with_date(MessageId::DateBy, period),
        FuzzyDate::Range(from, to) => range_text(messages, from, to),
        FuzzyDate::Within(from, to) => from_to(messages, MessageId::DateWithin, from, to),
        FuzzyDate::NotStated => messages.get(MessageId::DateNotStated).isolated(),
    }
}

/// Returns a period in words, inside others: `the second half of 2023`, as in `by the second half of 2023`.
fn inner_text(messages: &Messages, period: Period) -> String {
    let id = match period {
        Period::Half(_, 1) => MessageId::DateHalfFirstWithin,
        Period::Half(..) => MessageId::DateHalfSecondWithin,
        other => return period_text(messages, other),
    };
    messages.format(id, &[("year", &period.year().to_string())]).isolated()
}

/// Returns a period in words: `second half of 2023`.
fn period_text(messages: &Messages, period: Period) -> String {
    let year = period.year().to_string();
    let in_year = |id| messages.format(id, &[("year", &year)]).isolated();
    match period {
        Period::Year(_) => in_year(MessageId::DateYear),
        Period::Half(_, 1) => in_year(MessageId::DateHalfFirst),
        Period::Half(..) => in_year(MessageId::DateHalfSecond),
        Period::Quarter(_, quarter) => {
            let values = [("quarter", quarter.to_string()), ("year", year)];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            messages.format(MessageId::DateQuarter, &values).isolated()
        }
        Period::Month(_, month) => {
            let values = [("month", messages.month(month)), ("year", &year)];
            messages.format(MessageId::DateMonth, &values).isolated()
        }
        Period::Day(day) => day_text(messages, day),
    }
}

/// Returns a range in words, as short as it can be: `2021–2023`, `5–7 October 2025`, `30 October 2025 to 2 November 2025`.
fn range_text(messages: &Messages, from: Period, to: Period) -> String {
    match (from, to) {
        (Period::Year(_), Period::Year(_)) => from_to(messages, MessageId::DateRange, from, to),
        (Period::Day(first), Period::Day(last))
            if (first.year(), first.month()) == (last.year(), last.month()) =>
        {
            let [first, end] = [first, last].map(|day| day.day().to_string());
            let values = [("from", first.as_str()), ("to", &end)];
            let days = messages.format(MessageId::DateRange, &values).isolated();
            day_in_month(messages, &days, last)
        }
        _ => {
            let (from, to) = (inner_text(messages, from), inner_text(messages, to));
            messages.format(MessageId::DateSpan, &[("from", &from), ("to", &to)]).isolated()
        }
    }
}

fn from_to(messages: &Messages, id: MessageId, from: Period, to: Period) -> String {
    // The patterns give years their own words, where a language has them.
    let text = |period| match period {
        Period::Year(year) => year.to_string(),
        other => period_text(messages, other),
    };
    messages.format(id, &[("from", &text(from)), ("to", &text(to))]).isolated()
}

/// Returns the years of a timeline: `1993–2023`, or one year.
pub fn years_text(messages: &Messages, from: u16, to: u16) -> String {
    if from == to {
        return period_text(messages, Period::Year(from));
    }
    from_to(messages, MessageId::DateRange, Period::Year(from), Period::Year(to))
}

/// Returns how a date is known, where the report does not simply state it.
pub fn date_basis_text(messages: &Messages, date: FuzzyDate, basis: DateBasis) -> Option<String> {
    let id = match basis {
        DateBasis::Stated => return None,
        DateBasis::Weekday => MessageId::DateDerived,
        DateBasis::Derived => MessageId::DateDerivedOther,
    };
    date.is_stated().then(|| messages.get(id).isolated())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::english;

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        let messages = english();
        let check = |edtf, expected| {
            let date = FuzzyDate::parse(edtf).unwrap();
            assert_eq!(date_text(&messages, date), expected);
        };
        check("2023-06-08", "8 June 2023");
        check("2022-12", "December 2022");
        check("2023-40", "first half of 2023");
        check("2023-41", "second half of 2023");
        check("2023-34", "quarter 2 of 2023");
        check("2022", "2022");
        check("1993/..", "since 1993");
        check("1993-07-23/..", "since 23 July 1993");
        check("../2025", "by 2025");
        check("../2025-40", "by the first half of 2025");
        check("2024-41/..", "since the second half of 2024");
        check("2024-40/2025-41", "the first half of 2024 to the second half of 2025");
        check("2021/2023", "2021–2023");
        check("2025-10-05/2025-10-07", "5–7 October 2025");
        check("2025-10-30/2025-11-02", "30 October 2025 to 2 November 2025");
        check("2024-11/2025", "November 2024 to 2025");
        check("[2021..2023]", "Date not stated (within 2021–2023)");
        check("[2021-03..2021-05]", "Date not stated (within March 2021–May 2021)");
        check("2024~", "about 2024");
        assert_eq!(date_text(&messages, FuzzyDate::NotStated), "Date not stated");
    }

    #[test]
    fn a_date_is_counted_from_a_weekday_only_where_there_is_one() {
        let messages = english();
        let day = FuzzyDate::parse("2023-06-08").unwrap();
        let basis = |basis| date_basis_text(&messages, day, basis);
        assert_eq!(basis(DateBasis::Stated), None);
        assert_eq!(
            basis(DateBasis::Weekday).as_deref(),
            Some("counted from the report’s weekday and date")
        );
        assert_eq!(basis(DateBasis::Derived).as_deref(), Some("derived from the report"));
        assert_eq!(date_basis_text(&messages, FuzzyDate::NotStated, DateBasis::Derived), None);
    }

    #[test]
    fn days_of_one_month_have_the_digits_of_the_language() {
        let mut messages = english();
        messages.digits = "០១២៣៤៥៦៧៨៩".to_owned();
        let date = FuzzyDate::parse("2025-10-05/2025-10-07").unwrap();
        assert_eq!(date_text(&messages, date), "៥–៧ October ២០២៥");
    }
}
