//! The facts as a table in CSV: one row for each fact.

use crate::model::quote::UNNAMED_SOURCES;
use crate::model::{Amount, Day, Fact, Participants, Quote, Report, SourceId, Speaker};
use crate::view_model::Atlas;
use crate::view_model::citation::quote_url;

/// The columns, in their order.
pub const COLUMNS: [&str; 23] = [
    "id",
    "kind",
    "title",
    "text",
    "scope",
    "places",
    "areas",
    "edtf",
    "date_from",
    "date_to",
    "date_basis",
    "status",
    "people",
    "organisations",
    "participants",
    "said_by",
    "amount",
    "amount_bound",
    "currency",
    "source",
    "paragraph",
    "quote",
    "url",
];

/// Those who take part and are not named.
const OTHERS: &str = "others";

/// Between several values of a cell.
const SEPARATOR: &str = "; ";

/// Returns facts, by their index in the report, as CSV (RFC 4180): UTF-8 with a byte order mark, which tells Excel the
/// encoding, lines that end with CR LF, and the [`COLUMNS`] as its first line.
///
/// Codes and ids are those of the report's file, titles and names those of the atlas's language, dates ISO 8601.
/// `date_from` and `date_to` are the first and the last day that a date can mean; an open end is empty. A cell with
/// several values has “; ” between them.
pub fn to_csv(atlas: &Atlas, facts: &[usize]) -> String {
    let mut text = format!("\u{FEFF}{}\r\n", COLUMNS.join(","));
    for fact in facts.iter().filter_map(|index| atlas.report.facts.get(*index)) {
        push_record(&mut text, atlas, fact);
    }
    text
}

/// Adds the line of a fact: a cell for each of the [`COLUMNS`].
fn push_record(text: &mut String, atlas: &Atlas, fact: &Fact) {
    let report = &atlas.report;
    let edtf = Option::<String>::from(fact.date).unwrap_or_default();
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let people = fact.people.iter().filter_map(|id| report.person(*id));
    let organisations = fact.organisations.iter().filter_map(|id| report.organisation(*id));
    let of_quotes = |text: fn(&Quote) -> String| joined(&mut fact.quotes.iter().map(text));
    let mut cell = |content: &str| push_cell(text, content);
    cell(fact.id.as_str());
    cell(fact.kind.into());
    cell(&fact.title.value);
    cell(&fact.text.value);
    cell(fact.scope.extent.into());
    cell(&joined(&mut fact.scope.places.iter().map(ToString::to_string)));
    cell(&joined(&mut fact.areas.iter().map(ToString::to_string)));
    cell(&edtf);
    cell(&day(fact.date.first_day()));
    cell(&day(fact.date.last_day()));
    cell(if edtf.is_empty() { "" } else { fact.date_basis.into() });
    cell(fact.status.into());
    cell(&joined(&mut people.map(|person| person.name.value.clone())));
    cell(&joined(&mut organisations.map(|organisation| organisation.name.value.clone())));
    cell(&participants(report, fact));
    cell(speaker(report, fact));
    cell(&joined(&mut fact.amounts.iter().map(|amount| amount.value.to_string())));
    cell(&joined(&mut fact.amounts.iter().map(|amount| bound(amount).to_owned())));
    cell(&joined(&mut fact.amounts.iter().map(counted)));
    cell(&sources(fact));
    cell(&of_quotes(|quote| quote.paragraph.to_string()));
    cell(&of_quotes(|quote| quote.exact.clone()));
    cell(&joined(&mut fact.quotes.iter().filter_map(|quote| quote_url(atlas, quote))));
    // The comma after the last cell.
    text.pop();
    text.push_str("\r\n");
}

/// Returns who takes part: codes of states and names of organisations, and [`OTHERS`] where there are more.
fn participants(report: &Report, fact: &Fact) -> String {
    let Participants { places, organisations, open } = &fact.participants;
    let organisations = organisations.iter().filter_map(|id| report.organisation(*id));
    let mut all: Vec<String> = places.iter().map(ToString::to_string).collect();
    all.extend(organisations.map(|organisation| organisation.name.value.clone()));
    all.extend(open.then(|| OTHERS.to_owned()));
    joined(&mut all.into_iter())
}

/// Returns who says what a fact states; empty where the file does not say who.
fn speaker<'a>(report: &'a Report, fact: &Fact) -> &'a str {
    match fact.said_by {
        Some(Speaker::Person(id)) => report.person(id).map_or("", |person| &person.name.value),
        Some(Speaker::UnnamedSources) => UNNAMED_SOURCES,
        None => "",
    }
}

/// Returns how exact an amount is.
fn bound(amount: &Amount) -> &'static str {
    match amount {
        Amount { at_most: true, .. } => "at-most",
        Amount { at_least: true, .. } => "at-least",
        Amount { approximate: true, .. } => "about",
        _ => "exact",
    }
}

/// Returns what an amount counts: the code of a currency, or a unit in words.
fn counted(amount: &Amount) -> String {
    let unit = || amount.unit.as_ref().map(|unit| unit.value.clone());
    amount.currency.clone().or_else(unit).unwrap_or_default()
}

/// Returns the source of each quote; one where all quotes have the same.
fn sources(fact: &Fact) -> String {
    let mut sources: Vec<SourceId> = fact.quotes.iter().map(|quote| quote.source).collect();
    if sources.iter().all(|source| sources.first() == Some(source)) {
        sources.truncate(1);
    }
    joined(&mut sources.iter().map(ToString::to_string))
}

fn joined(values: &mut dyn Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(SEPARATOR)
}

/// Adds a cell and a comma, with quotes around it where its content needs them (RFC 4180, 2.6 and 2.7). An apostrophe before whatever
/// would begin a formula keeps a spreadsheet from taking it for one
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn push_cell(text: &mut String, cell: &str) {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\r', '\n']) {
        *text += &format!("\"{}\"", cell.replace('"', "\"\""));
    } else {
        *text += &cell;
    }
    text.push(',');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FuzzyDate, PlaceCode};
    use crate::view_model::testing::atlas;

    fn all(atlas: &Atlas) -> Vec<usize> {
        (0..atlas.report.facts.len()).collect()
    }

    /// Reads a table as another program does; returns its rows, each cell by its column.
    fn read(csv: &str) -> Vec<Vec<(String, String)>> {
        let csv = csv.strip_prefix('\u{FEFF}').unwrap();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            let cells = columns.iter().zip(&row);
            cells.map(|(column, cell)| (column.to_owned(), cell.to_owned())).collect()
        });
        rows.collect()
    }

    fn cell<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
        &row.iter().find(|(name, _)| name == column).unwrap().1
    }

    #[test]
    fn a_table_has_a_row_for_each_fact_and_is_read_as_it_was_written() {
        let atlas = atlas();
        let rows = read(&to_csv(&atlas, &all(&atlas)));
        assert_eq!(rows.len(), atlas.report.facts.len());
        for (row, fact) in rows.iter().zip(&atlas.report.facts) {
            assert_eq!(row.len(), COLUMNS.len());
            assert_eq!(cell(row, "id"), fact.id.as_str());
            assert_eq!(cell(row, "text"), fact.text.value);
            assert_eq!(cell(row, "quote"), fact.quotes[0].exact);
        }
        let plan = rows.iter().find(|row| cell(row, "id") == "plan-of-action").unwrap();
        let values = [
            ("kind", "plan"),
            ("scope", "named"),
            ("places", "MYS"),
            ("edtf", "2023"),
            ("date_from", "2023-01-01"),
            ("date_to", "2023-12-31"),
            ("date_basis", "stated"),
            ("status", "shared"),
            ("people", "Azhar Bin Mazlan"),
            ("source", "report"),
            ("paragraph", "8"),
        ];
        for (column, value) in values {
            assert_eq!(cell(plan, column), value, "{column}");
        }
        assert!(cell(plan, "url").contains("#:~:text="));
    }

    #[test]
    fn a_table_has_the_facts_that_were_asked_for_in_their_order() {
        let atlas = atlas();
        let rows = read(&to_csv(&atlas, &[2, 0, 99]));
        let ids: Vec<_> = rows.iter().map(|row| cell(row, "id")).collect();
        assert_eq!(ids, ["roundtable", "commitment"]);
    }

    #[test]
    fn no_cell_is_a_formula_and_no_text_breaks_a_row() {
        let mut atlas = atlas();
        let hostile =
            ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "a \"quote\", a comma\r\nand a line"];
        for (fact, text) in atlas.report.facts.iter_mut().zip(hostile) {
            fact.title = text.into();
        }
        let rows = read(&to_csv(&atlas, &all(&atlas)));
        assert_eq!(rows.len(), atlas.report.facts.len());
        for (row, text) in rows.iter().zip(hostile) {
            let title = cell(row, "title");
            let expected = if text.starts_with('a') { text.to_owned() } else { format!("'{text}") };
            assert_eq!(title, expected);
        }
    }

    #[test]
    fn who_says_it_has_a_column() {
        let mut atlas = atlas();
        let person = atlas.report.people[0].clone();
        let speakers = [Some(Speaker::Person(person.id)), Some(Speaker::UnnamedSources), None];
        for (fact, speaker) in atlas.report.facts.iter_mut().zip(speakers) {
            fact.said_by = speaker;
        }
        let rows = read(&to_csv(&atlas, &[0, 1, 2]));
        let said: Vec<_> = rows.iter().map(|row| cell(row, "said_by")).collect();
        assert_eq!(said, [person.name.value.as_str(), "unnamed-sources", ""]);
    }

    #[test]
    fn who_takes_part_has_a_column() {
        let mut atlas = atlas();
        let states = ["MYS", "THA"].map(|code| PlaceCode::new(code).unwrap());
        let organisation = atlas.report.organisations.first().cloned();
        atlas.report.facts[0].participants = Participants {
            places: states.to_vec(),
            organisations: organisation.iter().map(|organisation| organisation.id).collect(),
            open: true,
        };
        let rows = read(&to_csv(&atlas, &[0, 1]));
        let name = organisation.map(|organisation| format!("{}; ", organisation.name.value));
        let expected = format!("MYS; THA; {}others", name.unwrap_or_default());
        assert_eq!(cell(&rows[0], "participants"), expected);
        assert_eq!(cell(&rows[1], "participants"), "");
    }

    #[test]
    fn several_amounts_and_quotes_stand_in_one_cell_and_open_dates_have_no_end() {
        let mut atlas = atlas();
        let fact = &mut atlas.report.facts[0];
        let usd = Amount {
            value: 5e6,
            currency: Some("USD".to_owned()),
            at_most: true,
            ..Amount::default()
        };
        let places = Amount { value: 42.0, unit: Some("places".into()), ..Amount::default() };
        fact.amounts = vec![usd, places];
        fact.quotes.push(Quote { paragraph: 3, exact: "x".to_owned(), ..fact.quotes[0].clone() });
        fact.date = FuzzyDate::parse("1993/..").unwrap();
        let rows = read(&to_csv(&atlas, &[0]));
        let values = [
            ("amount", "5000000; 42"),
            ("amount_bound", "at-most; exact"),
            ("currency", "USD; places"),
            ("source", "report"),
            ("paragraph", "1; 3"),
            ("edtf", "1993/.."),
            ("date_from", "1993-01-01"),
            ("date_to", ""),
        ];
        for (column, value) in values {
            assert_eq!(cell(&rows[0], column), value, "{column}");
        }
    }
}
