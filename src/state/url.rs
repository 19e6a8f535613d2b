//! The view as the page's address holds it: a pure codec.
//!
//! The fragment selects a country (`#MYS`), the query holds the rest (`?area=cyber-security&clock=today`). Defaults are
//! left out, unknown keys are kept, and a value that names nothing falls back to the default.

use form_urlencoded::{Serializer, parse};
use strum::IntoEnumIterator;

use super::protocol::AddressKey;
use super::view_state::{ExtraParams, Sort, ViewState};
use crate::model::{AreaId, FactId, Place, PlaceCode, Report};

/// The longest search that an address may hold, in characters.
pub const MAX_SEARCH_LENGTH: usize = 100;

/// The largest page number that an address may hold; no table has as many pages.
const MAX_PAGE: usize = 10_000;

/// A query and a fragment, each with its sign, or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// `?area=cyber-security`, or empty.
    pub query: String,
    /// `#MYS`, or empty.
    pub fragment: String,
}

impl Address {
    /// Returns the two parts of an address such as `?clock=today#MYS`.
    pub fn new(address: &str) -> Self {
        let fragment = address.find('#').unwrap_or(address.len());
        let (query, fragment) = address.split_at(fragment);
        Self { query: query.to_owned(), fragment: fragment.to_owned() }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}{}", self.query, self.fragment)
    }
}

impl ViewState {
    /// Returns the view of an address; ids that the report does not have are ignored.
    pub fn from_address(address: &Address, report: &Report) -> Self {
        let mut view = Self::default();
        let fragment = without_wordpress_secret(address.fragment.trim_start_matches('#'));
        // Only members are on the list, so only they can be selected.
        let is_member = |code: &PlaceCode| report.place(*code).is_some_and(Place::is_member);
        view.place = PlaceCode::new(fragment).filter(is_member);
        if view.place.is_none() {
            fragment.clone_into(&mut view.extra.fragment);
        }
        for (key, value) in parse(address.query.trim_start_matches('?').as_bytes()) {
            match key.parse() {
                Ok(key) => view.set(key, &value, report),
                Err(_) => view.extra.query.push((key.into_owned(), value.into_owned())),
            }
        }
        view
    }

    fn set(&mut self, key: AddressKey, value: &str, report: &Report) {
        match key {
            AddressKey::Area => {
                self.filters.area = AreaId::new(value).filter(|id| report.area(*id).is_some());
            }
            AddressKey::Status => self.filters.status = value.parse().ok(),
            AddressKey::Fact => {
                self.fact = FactId::new(value).filter(|id| report.fact(*id).is_some());
            }
            AddressKey::AsOf => self.as_of = value.parse().unwrap_or_default(),
            AddressKey::Search => self.search = value.chars().take(MAX_SEARCH_LENGTH).collect(),
            AddressKey::Sort => self.sort = sort(value).unwrap_or_default(),
            AddressKey::Page => {
                let number: Option<usize> = value.parse().ok();
                let index = number.and_then(|number| number.checked_sub(1));
                self.page = index.filter(|index| *index < MAX_PAGE);
            }
        }
    }

    /// Returns the value of a key, or `None` where it has its default.
    fn get(&self, key: AddressKey) -> Option<String> {
        match key {
            AddressKey::Area => self.filters.area.map(String::from),
            AddressKey::Status => self.filters.status.map(|status| <&str>::from(status).to_owned()),
            AddressKey::Fact => self.fact.map(String::from),
            AddressKey::AsOf => non_default(self.as_of).map(|as_of| as_of.to_string()),
            AddressKey::Search => non_default(self.search.clone()),
            AddressKey::Sort => non_default(self.sort).map(|Sort { column, descending }| {
                format!("{}{column}", if descending { "-" } else { "" })
            }),
            AddressKey::Page => self.page.map(|index| index.saturating_add(1).to_string()),
        }
    }

    /// Returns the address that holds the view.
    pub fn to_address(&self) -> Address {
        let ExtraParams { query: extra, fragment } = &self.extra;
        let mut query = Serializer::new(String::new());
        query.extend_pairs(extra);
        for key in AddressKey::iter() {
            if let Some(value) = self.get(key) {
                query.append_pair(key.into(), &value);
            }
        }
        let fragment = self.place.as_ref().map_or(fragment.as_str(), PlaceCode::as_str);
        Address { query: with_sign('?', &query.finish()), fragment: with_sign('#', fragment) }
    }
}

fn sort(value: &str) -> Option<Sort> {
    let (descending, column) = value.strip_prefix('-').map_or((false, value), |rest| (true, rest));
    Some(Sort { column: column.parse().ok()?, descending })
}

fn non_default<T: Default + PartialEq>(value: T) -> Option<T> {
    (value != T::default()).then_some(value)
}

/// Returns a fragment without what WordPress adds to the address of a frame: `#?secret=` and ten letters.
fn without_wordpress_secret(fragment: &str) -> &str {
    let fragment = fragment.split_once("?secret=").map_or(fragment, |(before, _)| before);
    fragment.trim_end_matches('#')
}

fn with_sign(sign: char, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{sign}{text}") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::state::{AsOf, Column};
    use crate::view_model::testing::atlas;

    fn view(query: &str, fragment: &str) -> ViewState {
        let address = Address { query: query.to_owned(), fragment: fragment.to_owned() };
        ViewState::from_address(&address, &atlas().report)
    }

    #[test]
    fn a_full_address_is_restored_unchanged() {
        let query = "?area=cyber-security&status=scheduled&fact=cyber-training&clock=today&q=bank+of+%C3%A9&sort=-date&page=3";
        let view = view(query, "#MYS");
        assert_eq!(view.place, PlaceCode::new("MYS"));
        assert_eq!(view.as_of, AsOf::Today);
        assert_eq!((view.search.as_str(), view.page), ("bank of é", Some(2)));
        assert_eq!(view.sort, Sort { column: Column::Date, descending: true });
        assert_eq!(view.to_address(), Address::new(&format!("{query}#MYS")));
    }

    #[test]
    fn the_default_view_has_an_empty_address() {
        assert_eq!(ViewState::default().to_address(), Address::default());
        assert_eq!(view("?clock=report&sort=paragraph&q=", "#"), ViewState::default());
    }

    #[test]
    fn unknown_query_parameters_are_preserved() {
        let address = view("?utm_source=x&clock=today&a=%26", "#chapter").to_address();
        assert_eq!(address.query, "?utm_source=x&a=%26&clock=today");
        assert_eq!(address.fragment, "#chapter");
    }

    #[test]
    fn the_secret_of_wordpress_is_ignored() {
        assert_eq!(view("", "#?secret=AbCdEfGhIj"), ViewState::default());
        assert_eq!(view("", "#MYS#?secret=AbCdEfGhIj"), view("", "#MYS"));
        assert_eq!(view("", "#MYS?secret=x").place, PlaceCode::new("MYS"));
    }

    #[test]
    fn values_that_name_nothing_fall_back_to_the_default() {
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
            let view = view(bad, "#PAK");
            let expected = ViewState { extra: view.extra.clone(), ..ViewState::default() };
            assert_eq!(view, expected, "{bad}");
        }
    }

    #[test]
    fn a_search_is_cut_to_its_longest_length() {
        let view = view(&format!("?q={}", "ü".repeat(500)), "");
        assert_eq!(view.search.chars().count(), MAX_SEARCH_LENGTH);
    }

    #[test]
    fn typing_is_no_step_of_the_history() {
        let (none, typed, selected) = (view("", ""), view("?q=a", ""), view("", "#MYS"));
        assert!(!typed.should_push_history(&none));
        assert!(selected.should_push_history(&none));
    }

    proptest! {
        #[test]
        fn every_address_is_stable_after_one_reading(query in "[?&=a-z%0-9+é-]{0,40}", fragment in "#?[A-Z?=a-z]{0,8}") {
            let once = view(&format!("?{query}"), &fragment);
            let again = ViewState::from_address(&once.to_address(), &atlas().report);
            prop_assert_eq!(again, once);
        }
    }
}
