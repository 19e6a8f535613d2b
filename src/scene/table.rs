//! The table of every fact: its order, and what the search box finds.

use crate::atlas::Atlas;
use crate::dataset::{Fact, FactId, Reach};
use crate::scene::{places, timeline, words};
use crate::state::url::{Column, Sort, ViewState};

/// What the table knows of each fact, made once: to search is to look into one folded text.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: FactId,
    paragraph: u8,
    folded: String,
    title: String,
    reach: String,
    people: String,
    status: String,
    days: Option<(u32, u32)>,
}

impl Index {
    /// The index of a dataset.
    pub fn new(atlas: &Atlas) -> Self {
        let entries = atlas.dataset.facts.iter().map(|fact| Entry::new(atlas, fact)).collect();
        Self { entries }
    }

    /// The ids of the facts to show, in the order in which to show them.
    pub fn rows(&self, view: &ViewState) -> Vec<FactId> {
        let words = fold(&view.search);
        let asked: Vec<&str> = words.split_whitespace().collect();
        let found = |entry: &&Entry| asked.iter().all(|word| entry.folded.contains(word));
        let mut entries: Vec<&Entry> = self.entries.iter().filter(found).collect();
        order(&mut entries, view.sort);
        entries.into_iter().map(|entry| entry.id).collect()
    }
}

impl Entry {
    fn new(atlas: &Atlas, fact: &Fact) -> Self {
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
            id: fact.id,
            paragraph: fact.paragraph,
            folded: fold(&parts.join(" ")),
            title: fold(&fact.title),
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
fn fold(text: &str) -> String {
    let plain = |c| match c {
        '-' | '–' => ' ',
        '’' => '\'',
        other => other,
    };
    text.chars().map(plain).flat_map(char::to_lowercase).collect()
}

fn order(entries: &mut [&Entry], sort: Sort) {
    // A stable sort: what is equal keeps the order of the report.
    match sort.column {
        Column::Paragraph => entries.sort_by_key(|entry| entry.paragraph),
        Column::Fact => entries.sort_by(|a, b| a.title.cmp(&b.title)),
        Column::Reach => entries.sort_by(|a, b| a.reach.cmp(&b.reach)),
        Column::Date => entries.sort_by_key(|entry| entry.days.map_or((u32::MAX, 0), |days| days)),
        Column::Status => entries.sort_by(|a, b| a.status.cmp(&b.status)),
        Column::People => entries.sort_by(|a, b| {
            (a.people.is_empty(), &a.people).cmp(&(b.people.is_empty(), &b.people))
        }),
    }
    if sort.descending {
        entries.reverse();
    }
}
