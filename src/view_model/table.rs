//! The rows of the table: what a search finds, in the order that a reader asks for.

use super::Atlas;
use super::pagination::FACTS_PER_PAGE;
use crate::i18n::MessageId;
use crate::model::Text;
use crate::state::{Column, Sort};

/// The rank of a fact without a value in the column: it comes last in both directions.
pub const NO_VALUE: u16 = u16::MAX;

/// Returns the indices of all facts, or of those that a search found, in an order. Equal facts keep the order of the
/// report.
pub fn rows(atlas: &Atlas, found: Option<Vec<usize>>, sort: Sort) -> Vec<usize> {
    let mut rows = found.unwrap_or_else(|| (0..atlas.report.facts.len()).collect());
    let ranks = atlas.ranks.get(sort.column as usize);
    rows.sort_by_key(|index| {
        let rank = ranks.and_then(|ranks| ranks.get(*index)).copied().unwrap_or_default();
        let has_value = rank < NO_VALUE;
        if sort.descending && has_value { NO_VALUE - 1 - rank } else { rank }
    });
    rows
}

/// Returns how many facts a search found, in words; where they need several pages, which of them are on this one.
pub fn count_text(atlas: &Atlas, count: usize, page: usize) -> Text {
    let messages = &atlas.messages;
    if count > FACTS_PER_PAGE {
        let from = page * FACTS_PER_PAGE + 1;
        let to = (page * FACTS_PER_PAGE).saturating_add(FACTS_PER_PAGE).min(count);
        let [from, to, all] = [from, to, count].map(|number| number.to_string());
        return messages
            .format(MessageId::FactsPage, &[("from", &from), ("to", &to), ("all", &all)]);
    }
    if count == 0 {
        return messages.get(MessageId::FactsNone).clone();
    }
    let (count, all) = (count.to_string(), atlas.report.facts.len().to_string());
    messages.format(MessageId::FactsFound, &[("count", &count), ("all", &all)])
}

/// Returns what the table is searched for and sorted by, in words; empty where it has every fact in the order of the
/// report. Paper and a saved copy have no field that says so.
pub fn view_text(atlas: &Atlas, search: &str, sort: Sort) -> String {
    let messages = &atlas.messages;
    let mut parts = Vec::new();
    let search = search.trim();
    if !search.is_empty() {
        parts.push(messages.format(MessageId::FactsSearched, &[("search", search)]).isolated());
    }
    if sort != Sort::default() {
        let column = messages.get(column_label(sort.column)).isolated();
        let id =
            if sort.descending { MessageId::FactsSortedReverse } else { MessageId::FactsSorted };
        parts.push(messages.format(id, &[("column", &column)]).isolated());
    }
    parts.join(" · ")
}

/// Returns the heading of a column.
pub fn column_label(column: Column) -> MessageId {
    match column {
        Column::Fact => MessageId::FactsFact,
        Column::Scope => MessageId::FactsScope,
        Column::Date => MessageId::FactsDate,
        Column::Status => MessageId::FactsStatus,
        Column::People => MessageId::FactsPeople,
        Column::Paragraph => MessageId::FactsParagraph,
    }
}

/// Returns the `aria-sort` of a column.
pub fn aria_sort(sort: Sort, column: Column) -> Option<&'static str> {
    let direction = if sort.descending { "descending" } else { "ascending" };
    (sort.column == column).then_some(direction)
}

#[cfg(test)]
mod tests {
    use crate::view_model::testing::{atlas, view};

    fn rows(address: &str) -> Vec<String> {
        let atlas = atlas();
        let view = view(&atlas, address);
        let rows = super::rows(&atlas, None, view.sort);
        rows.into_iter().map(|index| atlas.report.facts[index].id.to_string()).collect()
    }

    #[test]
    fn facts_without_a_date_come_last_in_both_directions() {
        let (up, down) = (rows("?sort=date"), rows("?sort=-date"));
        assert_eq!(up.first().map(String::as_str), Some("sectoral-partner"));
        assert_eq!(down.first().map(String::as_str), Some("cyber-training"));
        let undated =
            ["asean-initiatives", "practical-areas", "diplomatic-courses", "banking-training"];
        assert_eq!(up[16..], undated);
        assert_eq!(down[16..], undated);
    }

    #[test]
    fn facts_with_equal_values_keep_the_order_of_the_report() {
        let by_status = rows("?sort=-status");
        assert_eq!(by_status[..2], ["commitment", "east-asia-vision"]);
        assert_eq!(rows("?sort=-people").last(), rows("?sort=people").last());
    }

    #[test]
    fn a_search_and_an_order_are_said_in_words() {
        let atlas = atlas();
        let said = |address: &str| {
            let view = view(&atlas, address);
            super::view_text(&atlas, &view.search, view.sort)
        };
        assert_eq!(said(""), "");
        assert_eq!(said("?q=%20"), "");
        assert_eq!(said("?q=bank"), "Searched for: “bank”");
        assert_eq!(said("?sort=date"), "Sorted by: Date");
        assert_eq!(said("?q=a&sort=-date"), "Searched for: “a” · Sorted by: Date, last first");
    }

    #[test]
    fn every_order_keeps_every_fact() {
        for column in ["fact", "reach", "date", "status", "people", "paragraph"] {
            for sign in ["", "-"] {
                let mut rows = rows(&format!("?sort={sign}{column}"));
                rows.sort();
                rows.dedup();
                assert_eq!(rows.len(), 20, "{sign}{column}");
            }
        }
    }
}
