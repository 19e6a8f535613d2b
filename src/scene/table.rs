//! The table of every fact: its order, and what the search box finds.

use std::cell::OnceCell;

use crate::digest::{Digest, Part};
use crate::locale::Message;
use crate::scene::fold::fold;
use crate::scene::sheet::PAGE;
use crate::state::url::{Column, Sort, ViewState};

/// What a search looks into, made once, by the first one: most visitors never search.
#[derive(Debug)]
pub struct Index {
    lower: fn(&str) -> String,
    folded: OnceCell<Folded>,
}

/// The values of the facets, then the texts of the facts.
#[derive(Debug)]
struct Folded {
    facets: Vec<Lines>,
    texts: Lines,
}

impl Folded {
    fn new(digest: &Digest, lower: fn(&str) -> String) -> Self {
        let values = |part| digest.facet(part).values.iter();
        let facets = Part::SEARCHED
            .map(|part| Lines::new(values(part).map(|value| [value, ""]), lower))
            .into();
        let texts =
            digest.texts.iter().zip(&digest.anchors).map(|(text, anchor)| [text, &**anchor]);
        Self { facets, texts: Lines::new(texts, lower) }
    }
}

impl Index {
    /// The index of a digest; `lower` writes a text in lower case.
    pub fn new(lower: fn(&str) -> String) -> Self {
        Self { lower, folded: OnceCell::new() }
    }

    /// The places in the report of the facts to show, in the order in which to show them.
    pub fn rows(&self, digest: &Digest, search: &str, sort: Sort) -> Vec<usize> {
        let mut found: Vec<usize> = (0..digest.ids.len()).collect();
        let mut asked = String::new();
        fold(search, &mut asked);
        for word in (self.lower)(&asked).split_whitespace() {
            let having = self.having(digest, word);
            found.retain(|fact| having.get(*fact).is_some_and(|has| *has));
        }
        digest.facet(Part::of(sort.column)).sorted(&found, sort.descending)
    }

    /// Whether each fact has a word in its text or in one of its values.
    fn having(&self, digest: &Digest, word: &str) -> Vec<bool> {
        let Folded { facets, texts } = self.folded.get_or_init(|| Folded::new(digest, self.lower));
        let mut having = texts.having(word);
        for (part, values) in Part::SEARCHED.into_iter().zip(facets) {
            let has = values.having(word);
            for (fact, value) in having.iter_mut().zip(&digest.facet(part).of) {
                *fact |= has.get(*value).is_some_and(|has| *has);
            }
        }
        having
    }
}

/// Texts folded in one piece, since a browser takes as long for a word as for a book.
#[derive(Clone, Debug)]
struct Lines {
    text: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl Lines {
    /// Each text is made of two parts.
    fn new<'a>(
        texts: impl Iterator<Item = [&'a str; 2]> + Clone,
        lower: fn(&str) -> String,
    ) -> Self {
        // Made large enough at once, since what a module once has it keeps.
        let length = texts.clone().map(|[text, more]| text.len() + more.len() + 2).sum();
        let mut all = String::with_capacity(length);
        for [text, more] in texts {
            for part in [text, " ", more] {
                fold(part, &mut all);
            }
            all.push('\n');
        }
        let text = lower(&all);
        let ends = text.match_indices('\n').map(|(end, _)| end).collect();
        Self { text, ends }
    }

    /// Whether each of them has a word.
    fn having(&self, word: &str) -> Vec<bool> {
        let mut having = vec![false; self.ends.len()];
        let mut lines = self.ends.iter().zip(&mut having);
        let mut from = 0;
        while let Some(found) = self.text.get(from..).and_then(|rest| rest.find(word)) {
            let Some((end, has)) = lines.find(|(end, _)| **end > from + found) else { break };
            (*has, from) = (true, *end);
        }
        having
    }
}

/// The places in the report of the facts that a view shows, in the order in which it shows them.
pub fn rows(digest: &Digest, view: &ViewState) -> Vec<usize> {
    Index::new(str::to_lowercase).rows(digest, &view.search, view.sort)
}

/// How many facts a search has found, in words; where they have more than one page, which of them stand on this one.
pub fn found(digest: &Digest, count: usize, page: usize) -> String {
    let number = |number: usize| number.to_string();
    if count > PAGE {
        let (from, to) = (page * PAGE + 1, (page * PAGE).saturating_add(PAGE).min(count));
        let values = [("from", &*number(from)), ("to", &*number(to)), ("all", &*number(count))];
        return digest.words.fill(Message::FactsPage, &values);
    }
    let values = [("count", &*number(count)), ("all", &*number(digest.ids.len()))];
    let message = if count == 0 { Message::FactsNone } else { Message::FactsFound };
    digest.words.fill(message, &values)
}

/// The `aria-sort` of a column.
pub fn order(sort: Sort, column: Column) -> Option<&'static str> {
    let order = if sort.descending { "descending" } else { "ascending" };
    (sort.column == column).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    fn rows(search: &str, sort: &str) -> Vec<String> {
        let atlas = atlas::bundled();
        let query = ["?q=", search, "&sort=", sort].concat();
        let address = crate::state::url::Address { query, ..Default::default() };
        let digest = &atlas.digest;
        let view = ViewState::from_address(&address, digest);
        self::super::rows(digest, &view).iter().map(|place| digest.ids[*place].clone()).collect()
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
    fn a_word_is_found_in_its_own_line() {
        let check = |texts: &[&str], word: &str, wanted: &[bool]| {
            let lines = Lines::new(texts.iter().map(|text| [*text, ""]), str::to_lowercase);
            assert_eq!(lines.having(word), wanted, "{word} in {texts:?}");
        };
        check(&["ab ab", "", "Cab", "a\nb", "a"], "ab", &[true, false, true, false, false]);
        check(&["a", "a", "a"], "a", &[true; 3]);
        check(&["é", "e"], "e", &[false, true]);
        check(&[], "a", &[]);
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
