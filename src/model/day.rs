//! Days of the calendar.

use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::diagnostic::text_excerpt;

/// A day of the Gregorian calendar, ISO 8601: `2023-06-08`. Years 1900 to 2100.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// The years that a date may name.
pub const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

impl Day {
    /// Returns the day of that year, month (1–12) and day of the month, if it exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let there_is = YEARS.contains(&year) && day >= 1 && day <= days_in(year, month);
        there_is.then_some(Self { year, month, day })
    }

    /// Parses `YYYY-MM-DD`; returns `None` where the text is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, length| {
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())?
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
        let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
        if parts.next().is_some() { None } else { Self::new(year, month, day) }
    }

    /// Returns the year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// Returns the number of days in a month; 0 where there is no such month.
pub(super) fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// A text that is no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDay(String);

impl fmt::Display for InvalidDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let excerpt = text_excerpt(&self.0);
        write!(out, "must be a day from 1900-01-01 to 2100-12-31, but is “{excerpt}”")
    }
}

impl std::error::Error for InvalidDay {}

impl TryFrom<String> for Day {
    type Error = InvalidDay;

    fn try_from(text: String) -> Result<Self, InvalidDay> {
        Self::parse(&text).ok_or(InvalidDay(text))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// A day as a regular expression: months of 31 and of 30 days, February, and its 29th in leap years; 1900 and 2100 are
/// none.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const DAY_PATTERN: &str = "((19[0-9]{2}|20[0-9]{2}|2100)-\
    ((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|\
    ((19|20)(0[48]|[2468][048]|[13579][26])|2000)-02-29)";

#[cfg(not(target_arch = "wasm32"))]
impl JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day of the Gregorian calendar, ISO 8601, of the years 1900 to 2100.",
            "type": "string",
            "format": "date",
            "pattern": format!("^{DAY_PATTERN}$")
        })
    }
}
