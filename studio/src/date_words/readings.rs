//! What the words of a date can mean that say no exact time by themselves: `13 June`, `last Friday`, `08/06/2023`.

use partnership_atlas::model::{Day, FuzzyDate, Period};

use super::DateWords;
use super::parser::{InYear, behind_any, to};
use crate::tokens::{Token, TokenKind, digit, tokens};

/// What some words can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The date in EDTF.
    pub edtf: String,
    /// How the date is known, as `date_basis` writes it; `None` where the words state it.
    pub basis: Option<&'static str>,
}

/// How far a day without a year may be from the report in another year than its own, in days of months of 31 days: nine
/// months. A report of October that speaks of a meeting in June can mean both years.
const NEAR_DAYS: u32 = 279;

/// Returns what some words can mean, the most likely first. `published` is the day of the report, as exactly as it is known.
///
/// `months`, `weekdays` and `near` have the names of another language, as its file of words has them.
pub fn readings(
    words: &str,
    months: &[String],
    weekdays: &str,
    near: &str,
    published: FuzzyDate,
) -> Vec<Reading> {
    let words = words.trim();
    if words.is_empty() || FuzzyDate::parse(words).is_ok() {
        return Vec::new();
    }
    let (days, _) = numeric(words, published);
    if !days.is_empty() {
        return days.into_iter().map(|day| reading(Period::Day(day), None)).collect();
    }
    let FuzzyDate::In(published) = published else { return Vec::new() };
    let mut tokens = tokens(words);
    if tokens.last().is_some_and(|last| last.is_sign(".")) {
        tokens.pop();
    }
    let (periods, basis) = DateWords::with(months, weekdays, near).near(&tokens, published);
    periods.into_iter().map(|period| reading(period, Some(basis))).collect()
}

fn reading(period: Period, basis: Option<&'static str>) -> Reading {
    let edtf = Option::<String>::from(FuzzyDate::In(period)).unwrap_or_default();
    Reading { edtf, basis }
}

/// The signs between the numbers of a day.
const SEPARATORS: [char; 5] = ['/', '.', '-', '‐', '‑'];

/// The year of a report of which no day is known: those of our time are the most likely.
const USUAL_YEAR: u16 = 2025;

/// Returns the days that three numbers can be, and whether the year has all its digits: `13/06/2023` one day, `08.06.2023`
/// two. Nothing where they are no day, or have two kinds of signs between them, as a range has: `5-7/2023`.
///
/// A year of two digits is the one nearest to that of the report.
pub(super) fn numeric(words: &str, published: FuzzyDate) -> (Vec<Day>, bool) {
    let sign = words.chars().find(|c| SEPARATORS.contains(c)).unwrap_or('/');
    let parts: Option<Vec<u16>> = words.split(sign).map(number).collect();
    let Some(&[first, second, third]) = parts.as_deref() else { return (Vec::new(), false) };
    let day = |year: u16, month: u16, day: u16| {
        Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    };
    let has_full_year = first > 99 || third > 99;
    let orders = match (first > 99, third > 99) {
        (true, _) => [day(first, second, third), None],
        (_, true) => [day(third, second, first), day(third, first, second)],
        _ => {
            let report = match published {
                FuzzyDate::In(period) => period.year(),
                _ => USUAL_YEAR,
            };
            let years = [1900 + third, 2000 + third];
            let year = years.into_iter().min_by_key(|year| year.abs_diff(report));
            let year = year.unwrap_or_default();
            [day(year, second, first), day(year, first, second)]
        }
    };
    let mut days: Vec<Day> = orders.into_iter().flatten().collect();
    days.dedup();
    (days, has_full_year)
}

fn number(text: &str) -> Option<u16> {
    let text = text.trim();
    let digits = text.chars().map(|c| char::from_digit(digit(c)?, 10)).collect::<Option<String>>();
    digits.filter(|digits| matches!(digits.len(), 1 | 2 | 4))?.parse().ok()
}

impl DateWords {
    /// Returns what all of some words can mean near the report, and how it is known.
    fn near(&self, tokens: &[Token<'_>], published: Period) -> (Vec<Period>, &'static str) {
        let start = behind_any(tokens, 0, &self.openings);
        match self.in_year(tokens, start) {
            Some((part, end)) if end == tokens.len() => (in_years(part, published), "derived"),
            _ => self.near.all(tokens, published),
        }
    }

    /// Returns what the words at a token of a text can mean near the report, how it is known, and the index behind them.
    pub(super) fn near_at(
        &self,
        tokens: &[Token<'_>],
        at: usize,
        published: Period,
    ) -> Option<(Vec<Period>, &'static str, usize)> {
        match self.day_without_year(tokens, at) {
            Some((part, end)) => Some((in_years(part, published), "derived", end)),
            None => self.near.at(tokens, at, published),
        }
    }

    /// Returns a day of a month that stands alone: none of several days, of another calendar, or of a verb.
    fn day_without_year(&self, tokens: &[Token<'_>], at: usize) -> Option<(InYear, usize)> {
        let (part, end) = self.in_year(tokens, at).filter(|(part, _)| part.has_day())?;
        let is_number =
            |token: Option<&Token<'_>>| token.is_some_and(|it| it.kind == TokenKind::Number);
        let is_verb = |token: &Token<'_>| {
            (token.is_word("may") || token.is_word("march")) && !token.is_capitalised()
        };
        let before = at.checked_sub(2).and_then(|index| tokens.get(index));
        // Behind a day that stands after its month, a comma may join another day: "June 13, 15 and 17".
        let is_month_first = !is_number(tokens.get(at));
        let joins = |token: &&Token<'_>| {
            token.is_word("and") || (is_month_first && token.kind != TokenKind::Word)
        };
        let joint = tokens.get(end).filter(joins).map_or(end, |_| end + 1);
        let is_one_of_several = before.is_some_and(|it| it.normal.len() < 3 && is_number(Some(it)))
            || is_number(tokens.get(end))
            || is_number(tokens.get(to(tokens, end).unwrap_or(joint)));
        let is_verb = tokens.get(at..end).is_some_and(|own| own.iter().any(is_verb));
        (!is_one_of_several && !is_verb).then_some((part, end))
    }
}

/// Returns a part of a year in the year of the report, and in the year before or after it where that is near too; the nearer
/// one first.
fn in_years(part: InYear, published: Period) -> Vec<Period> {
    let year = published.year();
    let at =
        |day: Day| u32::from(day.year()) * 372 + u32::from(day.month()) * 31 + u32::from(day.day());
    let middle = match published {
        Period::Year(year) => Day::new(year, 7, 1).unwrap_or_default(),
        other => other.first_day(),
    };
    let distance = |period: &Period| at(period.first_day()).abs_diff(at(middle));
    let own = part.in_year(year);
    let others = [year - 1, year + 1].into_iter().filter_map(|year| part.in_year(year));
    let near = others.filter(|other| distance(other) <= NEAR_DAYS).min_by_key(distance);
    let is_nearer = near.is_some_and(|near| own.is_none_or(|own| distance(&near) < distance(&own)));
    let found = if is_nearer { [near, own] } else { [own, near] };
    found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIETNAMESE: &str = "thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật";

    fn of(words: &str, published: &str) -> Vec<(String, Option<&'static str>)> {
        let near = "hôm qua, hôm nay, ngày mai, tháng trước, tháng này, tháng sau/tháng tới, năm ngoái, năm nay, năm sau";
        let published = FuzzyDate::parse(published).unwrap_or_default();
        let months = ["", "", "", "", "", "Juni"].map(str::to_owned);
        let found = readings(words, &months, VIETNAMESE, near, published).into_iter();
        found.map(|reading| (reading.edtf, reading.basis)).collect()
    }

    fn dates(words: &str, published: &str) -> Vec<String> {
        of(words, published).into_iter().map(|(edtf, _)| edtf).collect()
    }

    #[test]
    fn a_day_without_a_year_is_near_that_of_the_report() {
        let derived = |edtf: &str| vec![(edtf.to_owned(), Some("derived"))];
        for words in ["June 13", "13 June", "on the 13th of June.", "Tuesday, 13 June", "13 Juni"] {
            assert_eq!(of(words, "2023-06-20"), derived("2023-06-13"), "{words}");
        }
        assert_eq!(of("June", "2023-06"), derived("2023-06"));
        assert_eq!(dates("28 December", "2024-01-05"), ["2023-12-28", "2024-12-28"]);
        assert_eq!(dates("13 June", "2023-12-20"), ["2024-06-13", "2023-06-13"]);
        assert_eq!(dates("13 June", "2023"), ["2023-06-13"]);
        // A report of October may tell of a meeting of the last June, or of the next.
        assert_eq!(dates("13 June", "2024-10-10"), ["2024-06-13", "2025-06-13"]);
        assert_eq!(dates("13 June", "2024-03-10"), ["2024-06-13", "2023-06-13"]);
        // A day that only some years have.
        assert_eq!(dates("29 February", "2023-03-01"), Vec::<String>::new());
        assert_eq!(dates("13 June", ""), Vec::<String>::new());
    }

    #[test]
    fn a_day_of_the_week_is_the_last_one_or_the_next_one() {
        // A Thursday.
        let day = "2023-06-15";
        let weekday = |edtf: &str| (edtf.to_owned(), Some("weekday"));
        assert_eq!(of("Tuesday", day), [weekday("2023-06-13"), weekday("2023-06-20")]);
        assert_eq!(of("Thursday", day), [weekday("2023-06-15"), weekday("2023-06-22")]);
        assert_eq!(of("last Friday", day), [weekday("2023-06-09")]);
        assert_eq!(of("this past Friday.", day), [weekday("2023-06-09")]);
        // Of this week, or of the week before or after.
        assert_eq!(of("last Tuesday", day), [weekday("2023-06-13"), weekday("2023-06-06")]);
        assert_eq!(of("next Friday", day), [weekday("2023-06-16"), weekday("2023-06-23")]);
        assert_eq!(of("last Thursday", day), [weekday("2023-06-08")]);
        assert_eq!(of("on next Monday", day), [weekday("2023-06-19")]);
        assert_eq!(dates("thứ bảy", day), ["2023-06-10", "2023-06-17"]);
        assert_eq!(dates("Thứ ba tuần trước", day), ["2023-06-13", "2023-06-06"]);
        assert_eq!(dates("Thứ sáu tuần sau", day), ["2023-06-16", "2023-06-23"]);
        assert_eq!(dates("Tuesday", "2023-06"), Vec::<String>::new());
    }

    #[test]
    fn words_with_a_number_or_two_days_of_the_week_name_no_day() {
        for words in [
            "Friday 9 June 2023, in the afternoon",
            "Monday to Wednesday",
            "quý thứ hai năm 2023",
            "thứ ba và thứ bảy",
            "Friday ၂၀၂၃",
        ] {
            assert_eq!(dates(words, "2023-06-20"), Vec::<String>::new(), "{words}");
        }
    }

    #[test]
    fn words_for_a_time_near_the_report_are_read() {
        for (words, day, expected) in [
            ("yesterday", "2024-03-01", "2024-02-29"),
            ("Today", "2024-03-01", "2024-03-01"),
            ("tomorrow", "2023-12-31", "2024-01-01"),
            ("hôm qua", "2024-01-01", "2023-12-31"),
            ("last month", "2024-01-05", "2023-12"),
            ("tháng tới", "2023-12-05", "2024-01"),
            ("this month", "2023-12", "2023-12"),
            ("next year", "2023-06-15", "2024"),
            ("năm ngoái", "2023", "2022"),
        ] {
            assert_eq!(of(words, day), [(expected.to_owned(), Some("derived"))], "{words}");
        }
        for (words, day) in
            [("yesterday", "2024-03"), ("next month", "2024"), ("soon", "2024-03-01")]
        {
            assert_eq!(dates(words, day), Vec::<String>::new(), "{words}");
        }
    }

    #[test]
    fn numbers_are_a_day_in_each_order_that_exists() {
        for words in ["13/06/2023", "06/13/2023", "2023/06/13", "13.6.2023", "13 - 6 - 2023"] {
            assert_eq!(of(words, ""), [("2023-06-13".to_owned(), None)], "{words}");
        }
        for words in ["08/06/2023", "8.6.2023", "8-6-23", "০৮/০৬/২০২৩"] {
            assert_eq!(dates(words, ""), ["2023-06-08", "2023-08-06"], "{words}");
        }
        assert_eq!(dates("5/5/2023", ""), ["2023-05-05"]);
        for words in ["31/13/2023", "1/2", "1/2/3/4", "2023-06-08", "08/06/123", "1.5", "a/b/2023"]
        {
            assert_eq!(dates(words, ""), Vec::<String>::new(), "{words}");
        }
        for words in ["5-7/2023", "13.06/2023", "13/06-23"] {
            assert_eq!(dates(words, "2023-06-20"), Vec::<String>::new(), "{words}");
        }
    }

    #[test]
    fn a_year_of_two_digits_is_near_that_of_the_report() {
        for (words, published, expected) in [
            ("13/06/98", "", "1998-06-13"),
            ("13/06/98", "2023-06-20", "1998-06-13"),
            ("13/06/98", "2090", "2098-06-13"),
            ("13/06/23", "", "2023-06-13"),
            ("13/06/23", "1999-01", "2023-06-13"),
            ("13/06/30", "1975-01-01", "1930-06-13"),
        ] {
            assert_eq!(dates(words, published), [expected], "{words} in {published}");
        }
    }
}
