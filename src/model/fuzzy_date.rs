//! Dates with the precision that the report gives them.

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

fn days_in(year: u16, month: u8) -> u8 {
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
            "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
        })
    }
}

/// When something happened, with the precision of the report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(tag = "precision", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FuzzyDate {
    /// On one day.
    Day {
        /// The day.
        date: Day,
        /// Whether the report states the date or it is derived from the report.
        basis: DateBasis,
    },
    /// In one month; the day is not stated.
    Month {
        /// The year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// The month, 1 to 12.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1, max = 12)))]
        month: u8,
        /// Whether the report states the date or it is derived from the report.
        basis: DateBasis,
    },
    /// In one half of a year.
    HalfYear {
        /// The year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// Which half.
        half: Half,
        /// Whether the report states the date or it is derived from the report.
        basis: DateBasis,
    },
    /// In one year.
    Year {
        /// The year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// Whether the report states the date or it is derived from the report.
        basis: DateBasis,
    },
    /// From a year on; it still lasted when the report was written.
    Since {
        /// The first year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// Whether the report states the date or it is derived from the report.
        basis: DateBasis,
    },
    /// Over several years.
    Range {
        /// The first and the last year.
        years: Years,
        /// Whether the report states the date or it is derived from the report.
        basis: DateBasis,
    },
    /// The report gives no date.
    NotStated {
        /// The years within which the report places it, if it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<Years>,
    },
}

impl Default for FuzzyDate {
    fn default() -> Self {
        Self::NotStated { within: None }
    }
}

impl FuzzyDate {
    /// Returns whether the report states a date.
    pub fn is_stated(self) -> bool {
        !matches!(self, Self::NotStated { .. })
    }

    /// Returns the name of the precision, as the file and the class names use it.
    pub fn precision(self) -> &'static str {
        match self {
            Self::Day { .. } => "day",
            Self::Month { .. } => "month",
            Self::HalfYear { .. } => "half-year",
            Self::Year { .. } => "year",
            Self::Since { .. } => "since",
            Self::Range { .. } => "range",
            Self::NotStated { .. } => "not-stated",
        }
    }

    /// Returns the first and the last day, each as `year × 10,000 + month × 100 + day`; an open span ends with its
    /// first year. Returns `None` where no date is stated.
    pub fn span(self) -> Option<(u32, u32)> {
        let days = |from: (u16, u32, u32), to: (u16, u32, u32)| {
            let number = |(year, month, day)| u32::from(year) * 10_000 + month * 100 + day;
            Some((number(from), number(to)))
        };
        match self {
            Self::Day { date, .. } => {
                let day = (date.year(), u32::from(date.month()), u32::from(date.day()));
                days(day, day)
            }
            Self::Month { year, month, .. } => {
                days((year, month.into(), 1), (year, month.into(), 31))
            }
            Self::HalfYear { year, half: Half::First, .. } => days((year, 1, 1), (year, 6, 30)),
            Self::HalfYear { year, half: Half::Second, .. } => days((year, 7, 1), (year, 12, 31)),
            Self::Year { year, .. } | Self::Since { year, .. } => {
                days((year, 1, 1), (year, 12, 31))
            }
            Self::Range { years, .. } => days((years.from, 1, 1), (years.to, 12, 31)),
            Self::NotStated { .. } => None,
        }
    }
}

/// A first and a last year, both included; the first is not after the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// The first year.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
    pub from: u16,
    /// The last year.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
    pub to: u16,
}

/// A half of a year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Half {
    /// January to June.
    First,
    /// July to December.
    Second,
}

/// How a date is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DateBasis {
    /// The report states it.
    Stated,
    /// It is derived from the report, such as from a weekday and the dateline.
    Derived,
}
