//! Numbers as they are told: a median with its range, in a table.

use serde_json::{Value, json};

use super::Figures;

/// What several measurements of one thing come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The one in the middle.
    pub median: f64,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

impl Figure {
    /// Of some values; of none it is not a number.
    pub fn of(values: &[f64]) -> Self {
        Self {
            median: percentile(values, 50.0),
            least: percentile(values, 0.0),
            most: percentile(values, 100.0),
        }
    }

    /// As JSON.
    pub fn json(self) -> Value {
        json!({ "median": round(self.median), "least": round(self.least), "most": round(self.most) })
    }
}

/// The value below which a share of them lies, by the nearest rank.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a list"
    )]
    #[expect(clippy::cast_precision_loss, reason = "a list is short")]
    let rank = (share / 100.0 * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The figures as a table in Markdown: a line for each, a column for each circumstance in which they were taken.
pub fn table(all: &[(String, Figures)]) -> String {
    let columns: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    let rule = "---:|".repeat(columns.len());
    let mut text = format!("| | {} |\n|---|{rule}\n", columns.join(" | "));
    let mut names: Vec<&String> = all.iter().flat_map(|(_, figures)| figures.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let cells = all.iter().map(|(_, figures)| figures.get(name).map_or_else(String::new, told));
        // A number before a name is there for the order alone.
        let name = name.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
        text.push_str(&format!("| {name} | {} |\n", cells.collect::<Vec<_>>().join(" | ")));
    }
    text
}

/// `564 (550–601)`; the range only where there is one.
fn told(figure: &Figure) -> String {
    let number = |value: f64| {
        if value.fract() == 0.0 || value >= 100.0 {
            format!("{value:.0}")
        } else {
            format!("{value:.1}")
        }
    };
    let (median, least, most) = (number(figure.median), number(figure.least), number(figure.most));
    if least == most { median } else { format!("{median} ({least}–{most})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let values: Vec<f64> = (1..=100).map(f64::from).rev().collect();
        assert_eq!(percentile(&values, 50.0), 50.0);
        assert_eq!(percentile(&values, 98.0), 98.0);
        assert_eq!(percentile(&values, 0.0), 1.0);
        assert!(percentile(&[], 50.0).is_nan());
    }

    #[test]
    fn a_table_has_a_column_for_each_circumstance() {
        let figures =
            |values: &[f64]| Figures::from([("first paint, ms".to_owned(), Figure::of(values))]);
        let all = [
            ("full".to_owned(), figures(&[7.0])),
            ("slow".to_owned(), figures(&[120.0, 110.4, 140.0])),
        ];
        assert_eq!(
            table(&all),
            "| | full | slow |\n|---|---:|---:|\n| first paint, ms | 7 | 120 (110–140) |\n"
        );
    }
}
