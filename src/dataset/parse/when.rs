//! Reading a date with its precision.

use super::day;
use crate::dataset::date::YEARS;
use crate::dataset::node::Node;
use crate::dataset::{Basis, Half, When, Years};

fn year(node: &Node<'_>) -> Option<u16> {
    node.number(*YEARS.start(), *YEARS.end())
}

fn years(node: &Node<'_>) -> Option<Years> {
    let all = node.object(&["from", "to"])?;
    let from = all.must("from", year);
    let to = all.must("to", year);
    let years = Years { from: from?, to: to? };
    if years.from > years.to {
        all.wrong("must not begin after it ends");
        return None;
    }
    Some(years)
}

/// The ways in which a date can be exact, before its parts are read.
#[derive(Clone, Copy)]
enum Precision {
    Day,
    Month,
    HalfYear,
    Year,
    Since,
    Range,
    NotStated,
}

const PRECISIONS: &[(&str, Precision)] = &[
    ("day", Precision::Day),
    ("month", Precision::Month),
    ("half-year", Precision::HalfYear),
    ("year", Precision::Year),
    ("since", Precision::Since),
    ("range", Precision::Range),
    ("not-stated", Precision::NotStated),
];

/// A date, as exactly as the file gives it.
pub fn when(node: &Node<'_>) -> Option<When> {
    let keys = ["precision", "date", "year", "month", "half", "years", "within", "basis"];
    let precision = node.object(&keys)?.must("precision", |node| node.word(PRECISIONS))?;
    let known: &[&str] = match precision {
        Precision::Day => &["precision", "basis", "date"],
        Precision::Month => &["precision", "basis", "year", "month"],
        Precision::HalfYear => &["precision", "basis", "year", "half"],
        Precision::Year | Precision::Since => &["precision", "basis", "year"],
        Precision::Range => &["precision", "basis", "years"],
        Precision::NotStated => &["precision", "within"],
    };
    let all = node.object(known)?;
    if matches!(precision, Precision::NotStated) {
        return Some(When::NotStated { within: all.may("within", years) });
    }
    let basis = all.must("basis", |node| node.word(Basis::WORDS));
    let in_year = |basis| Some((all.must("year", year)?, basis?));
    match precision {
        Precision::Day => {
            let date = all.must("date", day);
            Some(When::Day { date: date?, basis: basis? })
        }
        Precision::Month => {
            let month = all.must("month", |node| node.number(1, 12));
            let (year, basis) = in_year(basis)?;
            Some(When::Month { year, month: u8::try_from(month?).ok()?, basis })
        }
        Precision::HalfYear => {
            let half = all.must("half", |node| node.word(Half::WORDS));
            let (year, basis) = in_year(basis)?;
            Some(When::HalfYear { year, half: half?, basis })
        }
        Precision::Year => in_year(basis).map(|(year, basis)| When::Year { year, basis }),
        Precision::Since => in_year(basis).map(|(year, basis)| When::Since { year, basis }),
        Precision::Range => {
            let years = all.must("years", years);
            Some(When::Range { years: years?, basis: basis? })
        }
        Precision::NotStated => None,
    }
}
