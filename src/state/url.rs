//! The view as the page's address holds it: a pure codec.
//!
//! The fragment selects a country (`#MYS`), the query holds the rest (`?area=cyber-security&clock=today`). Defaults are
//! left out, unknown keys are kept, and a value that names nothing falls back to the default.
//!
//! Links are damaged on their way: `#mys`, `#MYS).`, `?area=x&amp;status=y`. `word` reads what they mean.

use form_urlencoded::{Serializer, parse};
use strum::IntoEnumIterator;

use super::protocol::AddressKey;
use super::view_state::{ExtraParams, Sort, ViewState};
use crate::model::{AreaId, FactId, PlaceCode, Report};

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
        view.set_fragment(
            without_wordpress_secret(address.fragment.trim_start_matches('#')),
            report,
        );
        for (key, value) in parse(address.query.trim_start_matches('?').as_bytes()) {
            // A page that shows `&` as `&amp;` often links so too.
            let known = key.trim_start_matches("amp;").to_ascii_lowercase().parse();
            match known {
                Ok(key) => view.set(key, &value, report),
                Err(_) => view.extra.query.push((key.into_owned(), value.into_owned())),
            }
        }
        view
    }

    fn set_fragment(&mut self, fragment: &str, report: &Report) {
        // Decodes `%4D`, and ends before a `&` that belongs in the query.
        let decoded = parse(fragment.as_bytes()).next().unwrap_or_default().0;
        let word = word(&decoded);
        let is_on_map = |code: &PlaceCode| report.place(*code).is_some();
        self.place = PlaceCode::new(&word.to_ascii_uppercase()).filter(is_on_map);
        if self.place.is_none() {
            let fact = FactId::new(&word).filter(|id| report.fact(*id).is_some());
            self.extra.fragment = fact.map_or_else(|| fragment.to_owned(), String::from);
        }
    }

    fn set(&mut self, key: AddressKey, text: &str, report: &Report) {
        let value = word(text);
        let value = value.as_str();
        match key {
            AddressKey::Area => {
                self.filters.area = AreaId::new(value).filter(|id| report.area(*id).is_some());
            }
            AddressKey::Pillar => self.filters.pillar = value.parse().ok(),
            AddressKey::Status => self.filters.status = value.parse().ok(),
            AddressKey::Fact => {
                self.fact = FactId::new(value).filter(|id| report.fact(*id).is_some());
            }
            AddressKey::AsOf => self.as_of = value.parse().unwrap_or_default(),
            AddressKey::Search => self.search = text.chars().take(MAX_SEARCH_LENGTH).collect(),
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
            AddressKey::Pillar => self.filters.pillar.map(|pillar| <&str>::from(pillar).to_owned()),
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

/// Returns the first id in a damaged text, in lower case: a bracket before an address, a full stop after it, a blank, or
/// the parameters of another site are no part of it.
fn word(text: &str) -> String {
    let is_other = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
    let plain: String = text.chars().filter_map(plain).collect();
    plain
        .trim_start_matches(is_other)
        .split(is_other)
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// Returns a character as an id has it: programs write `plan‑of‑action` and hide a soft hyphen in a word, and keyboards
/// have wide letters.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' => None,
        '\u{2010}' | '\u{2011}' | '\u{2212}' => Some('-'),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        _ => Some(c),
    }
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
    fn a_damaged_fragment_selects_the_state_that_it_means() {
        for fragment in [
            "#mys",
            "#Mys",
            "#MYS)",
            "#MYS.",
            "#MYS,",
            "#MYS;",
            "#MYS”",
            "#(MYS",
            "#MYS%20",
            "#%20MYS",
            "#MYS+",
            "#%4DYS",
            "#MYS?utm_source=x",
            "#MYS&utm_medium=y",
            "#MYS&amp;utm_medium=y",
            "#MYS/",
            "#MYS:~:text=plan",
            "#MYS%29",
            "#MYS%E2%80%9D",
            "##MYS",
            "#MYS#?secret=AbCdEfGhIj",
            "#MYS=",
            "#/MYS",
            "#MYS\u{200b}",
            "#M\u{AD}YS",
            "#MYS—which",
            "#ＭＹＳ",
            "#MYS%C2%A0",
            "#%23MYS",
            "#MYS%3Futm_source%3Dx",
            "#MYS**",
            "#MYS|",
            "#<MYS>",
            "#“MYS”",
        ] {
            assert_eq!(view("", fragment), view("", "#MYS"), "{fragment}");
        }
    }

    #[test]
    fn a_fragment_that_means_something_else_selects_no_state() {
        for fragment in
            ["#MYSX", "#MY", "#PAK", "#mys-visit", "#facts", "#xMYS", "#M%59", "#%", "#%FF%FE", "#"]
        {
            assert_eq!(view("", fragment).place, None, "{fragment}");
            assert_eq!(
                view("", fragment).to_address().fragment.trim_start_matches('#'),
                &fragment[1..]
            );
        }
    }

    #[test]
    fn a_damaged_fragment_of_a_fact_becomes_its_id() {
        for fragment in [
            "#plan-of-action",
            "#Plan-of-Action",
            "#plan-of-action)",
            "#plan%2Dof-action?utm_source=x",
            "#plan‑of‑action",
            "#plan-\u{200B}of-\u{200B}action",
            "#plan-of-ac\u{AD}tion.",
        ] {
            assert_eq!(view("", fragment).extra.fragment, "plan-of-action", "{fragment}");
        }
    }

    #[test]
    fn damaged_keys_and_values_of_a_query_are_read_as_what_they_mean() {
        let meant = view("?area=cyber-security&status=scheduled&clock=today&sort=-date&page=2", "");
        for query in [
            "?area=cyber-security&amp;status=scheduled&amp;clock=today&amp;sort=-date&amp;page=2",
            "?area=cyber-security&amp;amp;status=scheduled&amp;clock=today&sort=-date&page=2",
            "?AREA=Cyber-Security&Status=SCHEDULED&Clock=Today&Sort=-Date&Page=2",
            "?area=cyber-security%20&status=scheduled).&clock=today,&sort=-date;&page=2.",
            "?area=%20cyber-security&status=scheduled?utm_source=x&clock=today&sort=-date&page=2%20",
            "?area=cyber‑security&status=sched\u{AD}uled&clock=today&sort=−date&page=２",
            "?area=cyber-\u{200B}security&status=“scheduled”&clock=today&sort=－date&page=2",
        ] {
            assert_eq!(view(query, "").without_extra(), meant, "{query}");
            assert_eq!(view(query, "").extra, meant.extra, "{query}");
        }
        // A search is the reader's own text.
        assert_eq!(view("?q=Bank.%20(of)", "").search, "Bank. (of)");
    }

    #[test]
    fn parameters_of_other_sites_stay_in_the_address() {
        for query in ["?fbclid=IwAR0_x", "?utm_source=a&utm_medium=b", "?gclid=1&AMP=2"] {
            assert_eq!(view(query, "#mys").to_address(), Address::new(&format!("{query}#MYS")));
        }
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
        fn every_address_is_stable_after_one_reading(query in "[?&=a-z%0-9+é-]{0,40}", fragment in "#?[A-Z?=a-z%0-9&)-]{0,8}") {
            let once = view(&format!("?{query}"), &fragment);
            let again = ViewState::from_address(&once.to_address(), &atlas().report);
            prop_assert_eq!(again, once);
        }

        #[test]
        fn what_follows_an_id_never_changes_what_it_selects(end in "([^A-Za-z0-9%-].{0,20})?") {
            // Hyphens and letters of other keyboards are a part of the id.
            prop_assume!(end.chars().next().is_none_or(|c| plain(c) == Some(c)));
            let (fragment, area) = (format!("#mys{end}"), format!("?area=diplomacy{}", end.replace(['&', '#'], ".")));
            prop_assert_eq!(view("", &fragment).place, PlaceCode::new("MYS"));
            prop_assert_eq!(view(&area, "").filters.area, AreaId::new("diplomacy"));
        }
    }
}
