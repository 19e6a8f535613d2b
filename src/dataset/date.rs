//! Dates as exact as the report gives them, and no more.

use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A day of the Gregorian calendar, ISO 8601: `2023-06-08`. Years 1900 to 2100.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// The years that a date may name: before them nothing of ASEAN is, after them nothing is known.
pub const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

impl Day {
    /// The day of that year, month (1–12) and day of the month, if there is one.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let there_is = YEARS.contains(&year) && day >= 1 && day <= days_in(year, month);
        there_is.then_some(Self { year, month, day })
    }

    /// The day that `text` writes as `YYYY-MM-DD`, if it does.
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

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
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

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
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

/// When a fact is, as exactly as the report says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(tag = "precision", rename_all = "kebab-case", deny_unknown_fields)]
pub enum When {
    /// On one day.
    Day {
        /// The day.
        date: Day,
        /// Whether the report gives it or it follows from the report.
        basis: Basis,
    },
    /// In one month; the day is not stated.
    Month {
        /// The year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// The month, 1 to 12.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1, max = 12)))]
        month: u8,
        /// Whether the report gives it or it follows from the report.
        basis: Basis,
    },
    /// In one half of a year.
    HalfYear {
        /// The year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// Which half.
        half: Half,
        /// Whether the report gives it or it follows from the report.
        basis: Basis,
    },
    /// In one year.
    Year {
        /// The year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// Whether the report gives it or it follows from the report.
        basis: Basis,
    },
    /// From a year on: the state of things began then and lasted when the report was written.
    Since {
        /// The first year.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1900, max = 2100)))]
        year: u16,
        /// Whether the report gives it or it follows from the report.
        basis: Basis,
    },
    /// Over several years.
    Range {
        /// The first and the last year.
        years: Years,
        /// Whether the report gives it or it follows from the report.
        basis: Basis,
    },
    /// The report gives no date.
    NotStated {
        /// The years that the report sets around it, if it does.
        #[serde(skip_serializing_if = "Option::is_none")]
        within: Option<Years>,
    },
}

/// A first and a last year, both within, the first not after the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Half {
    /// January to June.
    First,
    /// July to December.
    Second,
}

/// How a date is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The report gives it.
    Stated,
    /// It follows from the report: a weekday counted from the dateline, say.
    Derived,
}
