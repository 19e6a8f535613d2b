//! Figures: a median with its range, and the tables and JSON of them.

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value, json};

use super::selectors::{HANDWRITTEN, PAGE};

/// Several measurements of one metric.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The middle value.
    pub median: f64,
    /// The smallest value.
    pub min: f64,
    /// The largest value.
    pub max: f64,
}

/// The figures of one page by the name of the metric, in the order of the table.
pub type Figures = IndexMap<String, Figure>;

/// A table: figures that were measured in the same circumstances.
#[derive(Clone, Debug)]
pub struct Group {
    /// The circumstances.
    pub title: String,
    /// The figures of each page by its name.
    pub columns: Vec<(String, Figures)>,
}

/// The metrics that are compared with the hand-written page, each with the greatest ratio that is a goal on Slow 4G.
const RATIOS: [(&str, f64); 3] =
    [("first contentful paint, ms", 1.15), ("content painted, ms", 1.2), ("answered, ms", 1.1)];

/// The title of the table of ratios.
const RATIO_TITLE: &str = "page ÷ hand-written";

impl Figure {
    /// Summarises values; without any, it has no numbers.
    pub fn of(values: &[f64]) -> Self {
        Self {
            median: percentile(values, 50.0),
            min: percentile(values, 0.0),
            max: percentile(values, 100.0),
        }
    }

    fn json(self) -> Value {
        json!({ "median": round(self.median), "min": round(self.min), "max": round(self.max) })
    }
}

/// Returns the value below which a share of all values lies, by the nearest rank; the share is in percent.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index of a list"
    )]
    #[expect(clippy::cast_precision_loss, reason = "a list is short")]
    let rank = (share / 100.0 * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// Rounds to two decimals.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// Returns all tables in Markdown; the table of ratios is the last one.
pub fn report(groups: &[Group]) -> String {
    let tables = groups.iter().map(table).chain(ratio_table(groups));
    tables.collect::<Vec<_>>().join("\n")
}

/// Returns all figures and ratios as JSON.
pub fn json(groups: &[Group]) -> Value {
    let figures = |figures: &Figures| -> Value {
        figures.iter().map(|(name, figure)| (name.clone(), figure.json())).collect()
    };
    let mut all = Map::new();
    for group in groups {
        let columns = group.columns.iter().map(|(name, all)| (name.clone(), figures(all)));
        all.insert(group.title.clone(), columns.collect());
        let ratios: Map<_, _> = RATIOS
            .into_iter()
            .filter_map(|(metric, _)| {
                Some((metric.to_owned(), json!(round(ratio(group, metric)?))))
            })
            .collect();
        if !ratios.is_empty() {
            all.insert(format!("{}: {RATIO_TITLE}", group.title), Value::Object(ratios));
        }
    }
    Value::Object(all)
}

/// Returns a group as a table in Markdown: a row for each metric, a column for each page.
fn table(group: &Group) -> String {
    let names: Vec<&str> = group.columns.iter().map(|(name, _)| name.as_str()).collect();
    let mut text = header(&group.title, &names);
    let metrics: IndexSet<&String> =
        group.columns.iter().flat_map(|(_, figures)| figures.keys()).collect();
    for metric in metrics {
        let cells: Vec<String> = group
            .columns
            .iter()
            .map(|(_, figures)| figures.get(metric).map_or_else(String::new, cell))
            .collect();
        text.push_str(&row(metric, &cells));
    }
    text
}

/// Returns the ratios as a table in Markdown: a row for each metric, a column for each group, then the goal.
fn ratio_table(groups: &[Group]) -> Option<String> {
    let mut titles: Vec<&str> = groups.iter().map(|group| group.title.as_str()).collect();
    titles.push("goal on Slow 4G");
    let mut text = header(RATIO_TITLE, &titles);
    for (metric, goal) in RATIOS {
        let ratios: Option<Vec<f64>> = groups.iter().map(|group| ratio(group, metric)).collect();
        let mut cells: Vec<String> =
            ratios?.into_iter().map(|ratio| format!("{ratio:.2}")).collect();
        cells.push(format!("≤ {goal}"));
        text.push_str(&row(metric.trim_end_matches(", ms"), &cells));
    }
    Some(text)
}

/// Returns the page's median divided by that of the hand-written page, if both were measured.
fn ratio(group: &Group, metric: &str) -> Option<f64> {
    let median = |name: &str| {
        let (_, figures) = group.columns.iter().find(|(column, _)| column == name)?;
        Some(figures.get(metric)?.median)
    };
    Some(median(PAGE.name)? / median(HANDWRITTEN.name)?)
}

fn header(title: &str, names: &[&str]) -> String {
    format!("| {title} | {} |\n|---|{}\n", names.join(" | "), "---:|".repeat(names.len()))
}

fn row(name: &str, cells: &[String]) -> String {
    format!("| {name} | {} |\n", cells.join(" | "))
}

/// Returns `564 (550–601)`, or only the median if all values are equal in the table.
fn cell(figure: &Figure) -> String {
    let number = |value: f64| {
        if value.fract() == 0.0 || value >= 100.0 {
            format!("{value:.0}")
        } else if value < 1.0 {
            // A layout shift.
            format!("{value:.3}")
        } else {
            format!("{value:.1}")
        }
    };
    let (median, min, max) = (number(figure.median), number(figure.min), number(figure.max));
    if min == max { median } else { format!("{median} ({min}–{max})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(all: &[(&str, &[f64])]) -> Figures {
        all.iter().map(|(name, values)| ((*name).to_owned(), Figure::of(values))).collect()
    }

    fn group(title: &str, page: Figures, handwritten: Figures) -> Group {
        let columns =
            vec![(PAGE.name.to_owned(), page), (HANDWRITTEN.name.to_owned(), handwritten)];
        Group { title: title.to_owned(), columns }
    }

    fn measured() -> Group {
        let times = |factor: f64| {
            figures(&[
                ("first contentful paint, ms", &[500.0 * factor, 490.0 * factor, 600.0 * factor]),
                ("content painted, ms", &[550.0 * factor]),
                ("answered, ms", &[600.0 * factor]),
            ])
        };
        let mut page = times(1.5);
        page.extend(figures(&[("live, ms", &[1200.0]), ("layout shift", &[0.0, 0.004, 0.0])]));
        group("slow", page, times(1.0))
    }

    #[test]
    fn percentile_is_one_of_the_values() {
        let values: Vec<f64> = (1..=100).map(f64::from).rev().collect();
        assert_eq!(percentile(&values, 50.0), 50.0);
        assert_eq!(percentile(&values, 98.0), 98.0);
        assert_eq!(percentile(&values, 0.0), 1.0);
        assert!(percentile(&[], 50.0).is_nan());
    }

    #[test]
    fn report_has_a_column_for_each_page_and_a_table_of_ratios() {
        let expected = "\
| slow | page | hand-written |
|---|---:|---:|
| first contentful paint, ms | 750 (735–900) | 500 (490–600) |
| content painted, ms | 825 | 550 |
| answered, ms | 900 | 600 |
| live, ms | 1200 |  |
| layout shift | 0 (0–0.004) |  |

| page ÷ hand-written | slow | goal on Slow 4G |
|---|---:|---:|
| first contentful paint | 1.50 | ≤ 1.15 |
| content painted | 1.50 | ≤ 1.2 |
| answered | 1.50 | ≤ 1.1 |
";
        assert_eq!(report(&[measured()]), expected);
    }

    #[test]
    fn ratios_need_both_pages() {
        let alone = Group { columns: measured().columns[..1].to_vec(), ..measured() };
        let groups = [alone];
        assert!(!report(&groups).contains(RATIO_TITLE));
        assert!(json(&groups).get("slow: page ÷ hand-written").is_none());
    }

    #[test]
    fn json_has_figures_and_ratios() {
        let all = json(&[measured()]);
        let at = |pointer: &str| all.pointer(pointer).cloned().unwrap_or_default();
        assert_eq!(at("/slow/page/first contentful paint, ms/max"), json!(900.0));
        assert_eq!(at("/slow/hand-written/answered, ms/median"), json!(600.0));
        assert_eq!(at("/slow: page ÷ hand-written/content painted, ms"), json!(1.5));
    }
}
