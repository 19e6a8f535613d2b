//! Dates with the precision that the report gives them.

use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::Day;

/// When something happened, with the precision of the report.
///
/// In JSON it is an object whose `precision` says which other keys it has. `DateFields` reads it, so that a value
/// that does not fit is found by its own path.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "DateFields", into = "DateFields")]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(!try_from, !into, tag = "precision", rename_all = "kebab-case", deny_unknown_fields)
)]
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
        within: Option<Years>,
    },
}

/// The keys of a date in a file; which of them it has depends on its precision.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
struct DateFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<Precision>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    half: Option<Half>,
    #[serde(skip_serializing_if = "Option::is_none")]
    years: Option<Years>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<Years>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<DateBasis>,
}

/// The values of `precision`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
enum Precision {
    Day,
    Month,
    HalfYear,
    Year,
    Since,
    Range,
    NotStated,
}

impl Precision {
    /// Returns the keys that a date of this precision has, besides `precision`.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Day => &["date", "basis"],
            Self::Month => &["year", "month", "basis"],
            Self::HalfYear => &["year", "half", "basis"],
            Self::Year | Self::Since => &["year", "basis"],
            Self::Range => &["years", "basis"],
            Self::NotStated => &["within"],
        }
    }
}

/// A date whose keys do not fit its precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidDate {
    /// There is no `precision`.
    NoPrecision,
    /// A key is missing.
    Missing(&'static str),
    /// A key is there that this precision does not have.
    Unexpected(&'static str, &'static str),
}

impl fmt::Display for InvalidDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPrecision => out.write_str("precision is missing"),
            Self::Missing(key) => write!(out, "{key} is missing"),
            Self::Unexpected(key, precision) => {
                write!(out, "{key} does not belong to a date of precision {precision}")
            }
        }
    }
}

impl std::error::Error for InvalidDate {}

impl TryFrom<DateFields> for FuzzyDate {
    type Error = InvalidDate;

    fn try_from(fields: DateFields) -> Result<Self, InvalidDate> {
        let precision = fields.precision.ok_or(InvalidDate::NoPrecision)?;
        let DateFields { date, year, month, half, years, within, basis, .. } = fields;
        let present = [
            ("date", date.is_some()),
            ("year", year.is_some()),
            ("month", month.is_some()),
            ("half", half.is_some()),
            ("years", years.is_some()),
            ("within", within.is_some()),
            ("basis", basis.is_some()),
        ];
        let mut unexpected =
            present.iter().filter(|(key, is_there)| *is_there && !precision.keys().contains(key));
        if let Some((key, _)) = unexpected.next() {
            return Err(InvalidDate::Unexpected(key, precision.into()));
        }
        let basis = basis.ok_or(InvalidDate::Missing("basis"));
        let year = year.ok_or(InvalidDate::Missing("year"));
        Ok(match precision {
            Precision::Day => {
                Self::Day { date: date.ok_or(InvalidDate::Missing("date"))?, basis: basis? }
            }
            Precision::Month => Self::Month {
                year: year?,
                month: month.ok_or(InvalidDate::Missing("month"))?,
                basis: basis?,
            },
            Precision::HalfYear => Self::HalfYear {
                year: year?,
                half: half.ok_or(InvalidDate::Missing("half"))?,
                basis: basis?,
            },
            Precision::Year => Self::Year { year: year?, basis: basis? },
            Precision::Since => Self::Since { year: year?, basis: basis? },
            Precision::Range => {
                Self::Range { years: years.ok_or(InvalidDate::Missing("years"))?, basis: basis? }
            }
            Precision::NotStated => Self::NotStated { within },
        })
    }
}

impl From<FuzzyDate> for DateFields {
    fn from(date: FuzzyDate) -> Self {
        let precision = Some(date.kind());
        let fields = Self { precision, ..Self::default() };
        match date {
            FuzzyDate::Day { date, basis } => {
                Self { date: Some(date), basis: Some(basis), ..fields }
            }
            FuzzyDate::Month { year, month, basis } => {
                Self { year: Some(year), month: Some(month), basis: Some(basis), ..fields }
            }
            FuzzyDate::HalfYear { year, half, basis } => {
                Self { year: Some(year), half: Some(half), basis: Some(basis), ..fields }
            }
            FuzzyDate::Year { year, basis } | FuzzyDate::Since { year, basis } => {
                Self { year: Some(year), basis: Some(basis), ..fields }
            }
            FuzzyDate::Range { years, basis } => {
                Self { years: Some(years), basis: Some(basis), ..fields }
            }
            FuzzyDate::NotStated { within } => Self { within, ..fields },
        }
    }
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

    fn kind(self) -> Precision {
        match self {
            Self::Day { .. } => Precision::Day,
            Self::Month { .. } => Precision::Month,
            Self::HalfYear { .. } => Precision::HalfYear,
            Self::Year { .. } => Precision::Year,
            Self::Since { .. } => Precision::Since,
            Self::Range { .. } => Precision::Range,
            Self::NotStated { .. } => Precision::NotStated,
        }
    }

    /// Returns the name of the precision, as the file and the class names use it.
    pub fn precision(self) -> &'static str {
        self.kind().into()
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
