//! The table of every fact: its order, and what the search box finds.

use std::cmp::Ordering;

use super::order::ordered;
use crate::atlas::Atlas;
use crate::dataset::{Fact, Reach};
use crate::locale::Message;
use crate::scene::{places, timeline, words};
use crate::state::url::{Column, Sort};

/// What the table knows of each fact, made once: to search is to look into one folded text.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    lower: fn(&str) -> String,
}

#[derive(Clone, Debug)]
struct Entry {
    paragraph: u8,
    folded: String,
    title: String,
    reach: String,
    people: String,
    status: String,
    days: Option<(u32, u32)>,
}

impl Index {
    /// The index of a dataset; `lower` writes a text in lower case.
    pub fn new(atlas: &Atlas, lower: fn(&str) -> String) -> Self {
        let entry = |fact| Entry::new(atlas, fact, lower);
        Self { entries: atlas.dataset.facts.iter().map(entry).collect(), lower }
    }

    /// The places in the dataset of the facts to show, in the order in which to show them.
    pub fn rows(&self, search: &str, sort: Sort) -> Vec<usize> {
        let words = fold(search, self.lower);
        let asked: Vec<&str> = words.split_whitespace().collect();
        let is_found = |entry: &Entry| asked.iter().all(|word| entry.folded.contains(word));
        let all = self.entries.iter().enumerate();
        let found = all.filter(|(_, entry)| is_found(entry)).map(|(place, _)| place).collect();
        ordered(found, &|a, b| match (self.entries.get(a), self.entries.get(b)) {
            (Some(a), Some(b)) => compare(a, b, sort),
            _ => Ordering::Equal,
        })
    }
}

impl Entry {
    fn new(atlas: &Atlas, fact: &Fact, lower: fn(&str) -> String) -> Self {
        let reach = words::reach(atlas, fact);
        let people = words::people(atlas, fact);
        let status = atlas.locale.say(words::status(fact.status)).to_owned();
        let kind = atlas.locale.say(words::kind(fact.kind));
        let date = words::date(&atlas.locale, fact.date);
        let area = fact.area.and_then(|id| atlas.dataset.area(id)).map_or("", |area| &area.name);
        let also = also_known(atlas, fact);
        let parts = [
            &fact.title,
            &fact.text,
            &reach,
            &people,
            &status,
            kind,
            &date,
            area,
            &fact.anchor,
            &also,
        ];
        Self {
            paragraph: fact.paragraph,
            folded: fold(&parts.join(" "), lower),
            title: fold(&fact.title, lower),
            days: timeline::span(fact.date),
            reach,
            people,
            status,
        }
    }
}

/// The other names of the states that a fact names; for an ASEAN-wide fact the names and other names of all
/// the members of that day, so that a search for one of them finds what covers it.
fn also_known(atlas: &Atlas, fact: &Fact) -> String {
    let codes = places::reached(&atlas.dataset, fact);
    let reached = codes.iter().filter_map(|code| atlas.dataset.place(*code));
    let mut names = Vec::new();
    for place in reached {
        if matches!(fact.reach, Reach::AseanWide {}) {
            names.push(place.name.as_str());
        }
        names.extend(place.aliases.iter().map(String::as_str));
    }
    names.join(" ")
}

/// Lower case, with the hyphens and dashes as blanks and the curly apostrophe as the plain one.
fn fold(text: &str, lower: fn(&str) -> String) -> String {
    let plain = |c| match c {
        '-' | '–' => ' ',
        '’' => '\'',
        other => other,
    };
    lower(text).chars().map(plain).collect()
}

/// How many facts a search has found, in words.
pub fn found(atlas: &Atlas, count: usize) -> String {
    let all = atlas.dataset.facts.len();
    let values = [("count", &*count.to_string()), ("all", &*all.to_string())];
    let message = if count == 0 { Message::FactsNone } else { Message::FactsFound };
    atlas.locale.fill(message, &values)
}

/// The `aria-sort` of a column.
pub fn order(sort: Sort, column: Column) -> Option<&'static str> {
    let order = if sort.descending { "descending" } else { "ascending" };
    (sort.column == column).then_some(order)
}

/// Orders by a column; what is equal keeps the order of the report, and what has no value there comes last
/// either way.
fn compare(a: &Entry, b: &Entry, sort: Sort) -> Ordering {
    let by = |a: &Entry, b: &Entry| match sort.column {
        Column::Paragraph => a.paragraph.cmp(&b.paragraph),
        Column::Fact => a.title.cmp(&b.title),
        Column::Reach => a.reach.cmp(&b.reach),
        Column::Date => a.days.cmp(&b.days),
        Column::Status => a.status.cmp(&b.status),
        Column::People => a.people.cmp(&b.people),
    };
    let is_blank = |entry: &Entry| match sort.column {
        Column::Date => entry.days.is_none(),
        Column::People => entry.people.is_empty(),
        _ => false,
    };
    let order = if sort.descending { by(b, a) } else { by(a, b) };
    is_blank(a).cmp(&is_blank(b)).then(order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;
    use crate::state::url::ViewState;

    fn rows(search: &str, sort: &str) -> Vec<String> {
        let atlas = atlas::bundled();
        let query = ["?q=", search, "&sort=", sort].concat();
        let address = crate::state::url::Address { query, ..Default::default() };
        let view = ViewState::from_address(&address, &atlas.dataset);
        let places = Index::new(&atlas, str::to_lowercase).rows(&view.search, view.sort);
        places.iter().map(|place| atlas.dataset.facts[*place].id.to_string()).collect()
    }

    #[test]
    fn a_search_knows_the_other_names_of_a_state() {
        // Nothing of Viet Nam alone: what is said of ASEAN as a whole covers it.
        let wide = rows("Vietnam", "");
        assert_eq!(wide.len(), 16, "{wide:?}");
        assert_eq!(rows("viet+nam", ""), wide);
        assert_eq!(rows("Burma", ""), wide);
        assert_eq!(rows("laos", ""), wide);
        assert_eq!(rows("east+timor", ""), Vec::<String>::new(), "it was no member");
        assert_eq!(rows("malaysia+plan", ""), ["plan-of-action"]);
    }

    #[test]
    fn every_word_of_a_search_must_be_found() {
        assert_eq!(rows("zardari+december", ""), ["visit-indonesia", "visit-singapore"]);
        assert_eq!(rows("CYBER+Executed", ""), Vec::<String>::new());
        assert_eq!(rows("", "").len(), 20);
    }

    #[test]
    fn what_has_no_date_comes_last_either_way() {
        let (up, down) = (rows("", "date"), rows("", "-date"));
        assert_eq!(up.first().map(String::as_str), Some("sectoral-partner"));
        assert_eq!(down.first().map(String::as_str), Some("cyber-training"));
        let undated =
            ["asean-initiatives", "practical-areas", "diplomatic-courses", "banking-training"];
        assert_eq!(up[16..], undated);
        assert_eq!(down[16..], undated);
    }

    #[test]
    fn equal_rows_keep_the_order_of_the_report() {
        let by_status = rows("", "-status");
        let stated: Vec<_> = by_status.iter().take(7).collect();
        assert_eq!(stated[..2], ["commitment", "east-asia-vision"]);
    }
}
