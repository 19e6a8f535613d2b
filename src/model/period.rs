//! The periods that a calendar names: years, halves, quarters, months, days.

use std::fmt;

use edtf_core::{Date, DateField};

use super::Day;
use super::day::{YEARS, days_in};

/// A day, or a longer time that a calendar names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Period {
    /// A year: `2023`.
    Year(u16),
    /// A half of a year, 1 or 2: `2023-40` and `2023-41`.
    Half(u16, u8),
    /// A quarter of a year, 1 to 4: `2023-33` to `2023-36`.
    Quarter(u16, u8),
    /// A month of a year, 1 to 12: `2023-06`.
    Month(u16, u8),
    /// A day: `2023-06-08`.
    Day(Day),
}

/// The number of the first quarter in EDTF.
const QUARTERS: u8 = 33;

/// The number of the first half of a year in EDTF.
const HALVES: u8 = 40;

impl Period {
    /// Returns the period of a date in EDTF, if a report can mean it.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let year = u16::try_from(date.year.value()?).ok().filter(|year| YEARS.contains(year))?;
        let Some(month) = date.month.map(DateField::value) else { return Some(Self::Year(year)) };
        let month = month?;
        match date.day {
            Some(day) => Day::new(year, month, day.value()?).map(Self::Day),
            None if (1..=12).contains(&month) => Some(Self::Month(year, month)),
            None if (QUARTERS..QUARTERS + 4).contains(&month) => {
                Some(Self::Quarter(year, month - QUARTERS + 1))
            }
            None if (HALVES..HALVES + 2).contains(&month) => {
                Some(Self::Half(year, month - HALVES + 1))
            }
            None => None,
        }
    }

    /// Returns the first and the last month.
    fn months(self) -> (u8, u8) {
        match self {
            Self::Year(_) => (1, 12),
            Self::Half(_, half) => (half * 6 - 5, half * 6),
            Self::Quarter(_, quarter) => (quarter * 3 - 2, quarter * 3),
            Self::Month(_, month) => (month, month),
            Self::Day(day) => (day.month(), day.month()),
        }
    }

    /// Returns the year.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// Returns the first day.
    pub fn first_day(self) -> Day {
        let Self::Day(day) = self else {
            return Day::new(self.year(), self.months().0, 1).unwrap_or_default();
        };
        day
    }

    /// Returns the last day.
    pub fn last_day(self) -> Day {
        let Self::Day(day) = self else {
            let (year, month) = (self.year(), self.months().1);
            return Day::new(year, month, days_in(year, month)).unwrap_or_default();
        };
        day
    }

    /// Returns the name that class names use.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Year(_) => "year",
            Self::Half(..) => "half-year",
            Self::Quarter(..) => "quarter",
            Self::Month(..) => "month",
            Self::Day(_) => "day",
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year}"),
            Self::Half(year, half) => write!(out, "{year}-{}", HALVES - 1 + half),
            Self::Quarter(year, quarter) => write!(out, "{year}-{}", QUARTERS - 1 + quarter),
            Self::Month(year, month) => write!(out, "{year}-{month:02}"),
            Self::Day(day) => write!(out, "{day}"),
        }
    }
}
