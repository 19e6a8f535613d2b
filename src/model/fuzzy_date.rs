//! Dates with the precision that the report gives them, as EDTF (ISO 8601-2, annex A).

use std::fmt;

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, SetElement, SetKind};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::diagnostic::text_excerpt;
use super::{Day, Period};

/// When something happened, with the precision of the report.
///
/// In JSON it is a text in EDTF (<https://www.loc.gov/standards/datetime/>), or null where the report gives no date. Of
/// EDTF it takes what a report can mean; [`FuzzyDate::parse`] lists it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "Option<String>", into = "Option<String>")]
pub enum FuzzyDate {
    /// The report gives no date: null.
    #[default]
    NotStated,
    /// Some time within these periods; the report does not say when: `[2021..2023]`.
    Within(Period, Period),
    /// In a period: `2023-06`.
    In(Period),
    /// About a period: `2024~`.
    About(Period),
    /// From a period on; it still lasted when the report was written: `1993/..`.
    Since(Period),
    /// Until a period: `../2025`.
    By(Period),
    /// From one period to another: `2021/2023`.
    Range(Period, Period),
}

/// A text that is no date of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDate(String);

impl fmt::Display for InvalidDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let excerpt = text_excerpt(&self.0);
        write!(
            out,
            "must be a date in EDTF of the years 1900 to 2100, such as 2023-06-08, 2023-06, 2023, 2023-41 (second \
             half), 2023-33 (first quarter), 1993/.. (since), ../2025 (by), 2021/2023, [2021..2023] (some time \
             within) or 2024~ (about), but is “{excerpt}”"
        )
    }
}

impl std::error::Error for InvalidDate {}

impl FuzzyDate {
    /// Parses a date in EDTF.
    ///
    /// Takes a period, `period~`, `period/..`, `../period`, `period/period` and `[period..period]`; a period is a year, a
    /// half, a quarter, a month or a day. Years are 1900 to 2100, and a range does not end before it begins.
    ///
    /// # Errors
    ///
    /// Where the text is no EDTF, or EDTF that is not listed above, such as `202X` and `2024?`.
    pub fn parse(text: &str) -> Result<Self, InvalidDate> {
        let date = Edtf::parse(text).ok().and_then(|edtf| Self::of(&edtf));
        date.ok_or_else(|| InvalidDate(text.to_owned()))
    }

    fn of(edtf: &Edtf) -> Option<Self> {
        if edtf.is_uncertain() {
            return None;
        }
        if let Edtf::Date(date) = edtf {
            let period = Period::of(date)?;
            return Some(if edtf.is_approximate() {
                Self::About(period)
            } else {
                Self::In(period)
            });
        }
        if edtf.is_approximate() {
            return None;
        }
        match edtf {
            Edtf::Interval(Interval { start, end }) => match (start, end) {
                (IntervalEndpoint::Date(from), IntervalEndpoint::Open) => {
                    Period::of(from).map(Self::Since)
                }
                (IntervalEndpoint::Open, IntervalEndpoint::Date(to)) => {
                    Period::of(to).map(Self::By)
                }
                (IntervalEndpoint::Date(from), IntervalEndpoint::Date(to)) => {
                    ordered(from, to).map(|(from, to)| Self::Range(from, to))
                }
                _ => None,
            },
            Edtf::Set(set) if set.kind == SetKind::OneMember => match set.elements.as_slice() {
                [SetElement::Range(from, to)] => {
                    ordered(from, to).map(|(from, to)| Self::Within(from, to))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns whether the report states a date.
    pub fn is_stated(self) -> bool {
        !matches!(self, Self::NotStated | Self::Within(..))
    }

    /// Returns whether there is nothing to write into a file.
    pub fn is_not_stated(&self) -> bool {
        *self == Self::NotStated
    }

    /// Returns the name of the precision, as class names use it.
    pub fn precision(self) -> &'static str {
        match self {
            Self::NotStated | Self::Within(..) => "not-stated",
            Self::In(period) | Self::About(period) => period.name(),
            Self::Since(_) => "since",
            Self::By(_) => "by",
            Self::Range(..) => "range",
        }
    }

    /// Returns the first day that it can be; `None` where none is stated, or where it has no beginning.
    pub fn first_day(self) -> Option<Day> {
        match self {
            Self::In(from)
            | Self::About(from)
            | Self::Since(from)
            | Self::Range(from, _)
            | Self::Within(from, _) => Some(from.first_day()),
            Self::By(_) | Self::NotStated => None,
        }
    }

    /// Returns the last day that it can be; `None` where none is stated, or where it has no end.
    pub fn last_day(self) -> Option<Day> {
        match self {
            Self::In(to)
            | Self::About(to)
            | Self::By(to)
            | Self::Range(_, to)
            | Self::Within(_, to) => Some(to.last_day()),
            Self::Since(_) | Self::NotStated => None,
        }
    }

    /// Returns the first and the last day, to sort by; an open end is that of its only period. Returns `None` where no
    /// date is stated.
    pub fn span(self) -> Option<(Day, Day)> {
        match self {
            Self::NotStated | Self::Within(..) => None,
            Self::In(period) | Self::About(period) | Self::Since(period) | Self::By(period) => {
                Some((period.first_day(), period.last_day()))
            }
            Self::Range(from, to) => Some((from.first_day(), to.last_day())),
        }
    }
}

/// Returns two periods, unless the second ends before the first begins.
fn ordered(from: &Date, to: &Date) -> Option<(Period, Period)> {
    let (from, to) = (Period::of(from)?, Period::of(to)?);
    (from.first_day() <= to.last_day()).then_some((from, to))
}

impl TryFrom<Option<String>> for FuzzyDate {
    type Error = InvalidDate;

    fn try_from(text: Option<String>) -> Result<Self, InvalidDate> {
        text.map_or(Ok(Self::NotStated), |text| Self::parse(&text))
    }
}

impl From<FuzzyDate> for Option<String> {
    fn from(date: FuzzyDate) -> Self {
        Some(match date {
            FuzzyDate::NotStated => return None,
            FuzzyDate::In(period) => period.to_string(),
            FuzzyDate::About(period) => format!("{period}~"),
            FuzzyDate::Since(period) => format!("{period}/.."),
            FuzzyDate::By(period) => format!("../{period}"),
            FuzzyDate::Range(from, to) => format!("{from}/{to}"),
            FuzzyDate::Within(from, to) => format!("[{from}..{to}]"),
        })
    }
}

/// How a date is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, IntoStaticStr)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DateBasis {
    /// The report states it.
    #[default]
    Stated,
    /// The report names a weekday, and its own date gives the day.
    Weekday,
    /// It is derived from the report in another way, such as the year of “last year”.
    Derived,
}

impl DateBasis {
    /// Returns whether the report states the date.
    pub fn is_stated(&self) -> bool {
        *self == Self::Stated
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for FuzzyDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FuzzyDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let day = super::day::DAY_PATTERN;
        let period = format!(
            "({year}(-(0[1-9]|1[0-2]|3[3-6]|4[01]))?|{day})",
            year = "(19[0-9]{2}|20[0-9]{2}|2100)"
        );
        let pattern = format!(
            r"^({period}~?|{period}/\.\.|\.\./{period}|{period}/{period}|\[{period}\.\.{period}\])$"
        );
        schemars::json_schema!({
            "description": "A date in EDTF (ISO 8601-2), as exact as the source gives it.",
            "type": "string",
            "pattern": pattern,
            "examples": [
                "2023-06-08", "2023-06", "2023", "2023-41", "2023-33", "1993/..", "../2025", "2021/2023",
                "2025-10-30/2025-11-02", "[2021..2023]", "2024~"
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn dates_are_written_as_they_are_read() {
        for text in [
            "2023-06-08",
            "2023-06",
            "2023",
            "2023-40",
            "2023-41",
            "2023-33",
            "2023-36",
            "1993/..",
            "1993-07-23/..",
            "../2025",
            "../2025-06-30",
            "2021/2023",
            "2025-10-05/2025-10-07",
            "2025-10-30/2025-11-02",
            "[2021..2023]",
            "2024~",
            "2024-05~",
            "2024-05-01~",
        ] {
            let date = FuzzyDate::parse(text).unwrap();
            assert_eq!(Option::<String>::from(date).as_deref(), Some(text));
            let json = format!("\"{text}\"");
            assert_eq!(serde_json::from_str::<FuzzyDate>(&json).unwrap(), date);
        }
        assert_eq!(serde_json::from_str::<FuzzyDate>("null").unwrap(), FuzzyDate::NotStated);
        assert_eq!(serde_json::to_string(&FuzzyDate::NotStated).unwrap(), "null");
    }

    #[test]
    fn what_a_report_cannot_mean_is_refused_with_examples() {
        for text in [
            "",
            "8 June 2023",
            "2023-6-8",
            "2023-02-30",
            "2023-13",
            "2023-21",
            "2023-37",
            "1899",
            "2101",
            "-2023",
            "Y2023",
            "202X",
            "2023-XX",
            "2024?",
            "2024%",
            "2023/2021",
            "[2023..2021]",
            "{2021..2023}",
            "[2021,2023]",
            "[..2023]",
            "../..",
            "2023/",
            "/2023",
            "2021~/2023",
            "2023-06-08T10:00:00",
        ] {
            let error = FuzzyDate::parse(text).map_err(|error| error.to_string());
            let error = error.expect_err(text);
            assert!(error.contains("2023-41 (second half)") && error.ends_with('”'), "{error}");
        }
    }

    #[test]
    fn a_date_has_its_first_and_its_last_day() {
        let check = |text: &str, first: Option<&str>, last: Option<&str>| {
            let date = FuzzyDate::parse(text).unwrap();
            assert_eq!((date.first_day(), date.last_day()), (first.map(day), last.map(day)));
        };
        check("2024-02", Some("2024-02-01"), Some("2024-02-29"));
        check("2023-34", Some("2023-04-01"), Some("2023-06-30"));
        check("2023-41", Some("2023-07-01"), Some("2023-12-31"));
        check("1993/..", Some("1993-01-01"), None);
        check("../2025", None, Some("2025-12-31"));
        check("[2021..2023]", Some("2021-01-01"), Some("2023-12-31"));
        check("2024~", Some("2024-01-01"), Some("2024-12-31"));
        assert_eq!(FuzzyDate::parse("[2021..2023]").unwrap().span(), None);
        let since = FuzzyDate::parse("1993/..").unwrap().span();
        assert_eq!(since, Some((day("1993-01-01"), day("1993-12-31"))));
    }
}
