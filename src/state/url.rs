//! The view's state as the page's address holds it: a pure codec.
//!
//! The fragment selects a place (`#MYS`), the query holds the rest (`?area=cyber-security&clock=today`).
//! Defaults are left out, unknown keys are kept as they came, and a value that names nothing falls back to
//! the default.

use super::query::{append, parse};
use crate::dataset::{AreaId, FactId, PlaceCode, Status};
use crate::digest::{Digest, number};

/// The longest search that an address may hold, in characters.
pub const SEARCH_LENGTH: usize = 100;

/// More pages than any table has.
const PAGES: usize = 10_000;

/// All that the reader can choose and a copied link brings back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The selected state.
    pub place: Option<PlaceCode>,
    /// The fact whose reach the map shows.
    pub fact: Option<FactId>,
    /// The area to which the cards are filtered.
    pub area: Option<AreaId>,
    /// The status to which the cards are filtered.
    pub status: Option<Status>,
    /// The clock by which the page reads.
    pub clock: Clock,
    /// What the table is searched for.
    pub search: String,
    /// How the table is sorted.
    pub sort: Sort,
    /// The page of the table, from 0 (in the address from 1); `None` is the one that was printed.
    pub page: Option<usize>,
    /// What else the address held, kept for whoever put it there.
    pub others: Others,
}

/// The parts of an address that are not ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Others {
    query: Vec<(String, String)>,
    fragment: String,
}

/// The day as of which the page reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The day of the report.
    #[default]
    Report,
    /// Today.
    Today,
}

impl Clock {
    /// Its value in the address and in the form.
    pub fn word(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Today => "today",
        }
    }
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The title of the fact.
    Fact,
    /// Whom it concerns.
    Reach,
    /// When.
    Date,
    /// How far it had come.
    Status,
    /// Whom the report names in it.
    People,
    /// Where it stands in the report: the order of the report.
    #[default]
    Paragraph,
}

impl Column {
    /// The columns from the first to the last.
    pub const ALL: [Self; 6] =
        [Self::Fact, Self::Reach, Self::Date, Self::Status, Self::People, Self::Paragraph];

    /// Its value in the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Reach => "reach",
            Self::Date => "date",
            Self::Status => "status",
            Self::People => "people",
            Self::Paragraph => "paragraph",
        }
    }

    /// The column with that value.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.word() == word)
    }
}

impl Sort {
    fn from_word(word: &str) -> Option<Self> {
        let (descending, name) = word.strip_prefix('-').map_or((false, word), |name| (true, name));
        let column = Column::from_word(name)?;
        Some(Self { column, descending })
    }
}

/// A query and a fragment as a browser gives them: each with its sign, or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// `?area=cyber-security`, or nothing.
    pub query: String,
    /// `#MYS`, or nothing.
    pub fragment: String,
}

impl ViewState {
    /// The state that an address holds, as far as the digest knows what it names.
    pub fn from_address(address: &Address, digest: &Digest) -> Self {
        let mut view = Self::default();
        let fragment = without_secret(address.fragment.trim_start_matches('#'));
        view.place = PlaceCode::new(fragment).filter(|code| digest.state(*code).is_some());
        if view.place.is_none() {
            view.others.fragment = fragment.to_owned();
        }
        for (key, value) in parse(address.query.trim_start_matches('?')) {
            view.take(&key, &value, digest);
        }
        view
    }

    fn take(&mut self, key: &str, value: &str, digest: &Digest) {
        match key {
            "fact" => self.fact = FactId::new(value).filter(|id| digest.fact(*id).is_some()),
            "area" => self.area = AreaId::new(value).filter(|id| digest.has_area(*id)),
            "status" => self.status = Status::from_word(value),
            "clock" if value == Clock::Today.word() => self.clock = Clock::Today,
            "clock" => self.clock = Clock::Report,
            "q" => self.search = value.chars().take(SEARCH_LENGTH).collect(),
            "page" => self.page = number(value).checked_sub(1).filter(|page| *page < PAGES),
            "sort" => self.sort = Sort::from_word(value).unwrap_or_default(),
            _ => self.others.query.push((key.to_owned(), value.to_owned())),
        }
    }

    /// The address that holds the state.
    pub fn to_address(&self) -> Address {
        let mut query = String::new();
        let mut append = |key: &str, value: &str| append(&mut query, key, value);
        for (key, value) in &self.others.query {
            append(key, value);
        }
        if let Some(area) = self.area {
            append("area", area.as_str());
        }
        if let Some(status) = self.status {
            append("status", status.word());
        }
        if let Some(fact) = self.fact {
            append("fact", fact.as_str());
        }
        if self.clock != Clock::default() {
            append("clock", self.clock.word());
        }
        if !self.search.is_empty() {
            append("q", &self.search);
        }
        if self.sort != Sort::default() {
            let sign = if self.sort.descending { "-" } else { "" };
            append("sort", &[sign, self.sort.column.word()].concat());
        }
        if let Some(page) = self.page {
            append("page", &page.saturating_add(1).to_string());
        }
        let fragment = self.place.as_ref().map_or(self.others.fragment.as_str(), PlaceCode::as_str);
        Address { query: signed("?", &query), fragment: signed("#", fragment) }
    }

    /// The same without what somebody else put into the address.
    #[must_use]
    pub fn without_others(&self) -> Self {
        Self { others: Others::default(), ..self.clone() }
    }

    /// Whether going from `other` to this one is a step that the back button should undo: typing a search is
    /// not.
    pub fn is_a_step_from(&self, other: &Self) -> bool {
        let without_search = |view: &Self| Self { search: String::new(), ..view.clone() };
        without_search(self) != without_search(other)
    }
}

/// A fragment without what WordPress puts behind an address that it frames: `#?secret=` and ten letters.
fn without_secret(fragment: &str) -> &str {
    let fragment = fragment.split_once("?secret=").map_or(fragment, |(before, _)| before);
    fragment.trim_end_matches('#')
}

fn signed(sign: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { [sign, text].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    fn read(query: &str, fragment: &str) -> ViewState {
        let address = Address { query: query.to_owned(), fragment: fragment.to_owned() };
        ViewState::from_address(&address, &atlas::bundled().digest)
    }

    #[test]
    fn a_full_address_comes_back_as_it_was() {
        let query = "?area=cyber-security&status=scheduled&fact=cyber-training&clock=today&q=bank+of+%C3%A9&sort=-date&page=3";
        let view = read(query, "#MYS");
        assert_eq!(view.place, PlaceCode::new("MYS"));
        assert_eq!(view.clock, Clock::Today);
        assert_eq!((view.search.as_str(), view.page), ("bank of é", Some(2)));
        let address = view.to_address();
        assert_eq!((address.query.as_str(), address.fragment.as_str()), (query, "#MYS"));
    }

    #[test]
    fn the_default_view_has_no_address_of_its_own() {
        assert_eq!(ViewState::default().to_address(), Address::default());
        assert_eq!(read("?clock=report&sort=paragraph&q=", "#"), ViewState::default());
    }

    #[test]
    fn what_is_not_ours_is_kept() {
        let address = read("?utm_source=x&clock=today&a=%26", "#chapter").to_address();
        assert_eq!(address.query, "?utm_source=x&a=%26&clock=today");
        assert_eq!(address.fragment, "#chapter");
    }

    #[test]
    fn a_secret_behind_the_fragment_is_no_part_of_it() {
        assert_eq!(read("", "#?secret=AbCdEfGhIj"), ViewState::default());
        assert_eq!(read("", "#MYS#?secret=AbCdEfGhIj"), read("", "#MYS"));
        assert_eq!(read("", "#MYS?secret=x").place, PlaceCode::new("MYS"));
    }

    #[test]
    fn what_names_nothing_falls_back() {
        for bad in [
            "?area=atlantis",
            "?status=done",
            "?fact=none",
            "?clock=noon",
            "?sort=size",
            "?page=0",
            "?page=-1",
            "?page=99999999999999999999",
            "?sort=-",
            "?area=%00",
            "?%",
            "?=&&==",
            "?clock",
        ] {
            let view = read(bad, "#PAK");
            let ours = ViewState { others: view.others.clone(), ..ViewState::default() };
            assert_eq!(view, ours, "{bad}");
        }
    }

    #[test]
    fn a_search_is_cut_to_its_length() {
        let view = read(&["?q=", &"ü".repeat(500)].concat(), "");
        assert_eq!(view.search.chars().count(), SEARCH_LENGTH);
    }

    #[test]
    fn typing_is_no_step_for_the_back_button() {
        let (none, typed, chosen) = (read("", ""), read("?q=a", ""), read("", "#MYS"));
        assert!(!typed.is_a_step_from(&none));
        assert!(chosen.is_a_step_from(&none));
    }
}
