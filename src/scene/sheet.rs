//! What stands on one page where there are more facts than a page can bear: the table has pages, the other lists are cut
//! and say how much more there is in the table.
//!
//! What stands on a page stands there in full, so that finding, printing and reading aloud work as on any page.

use std::collections::BTreeSet;

use crate::dataset::{Dataset, Fact, FactId};
use crate::scene::{cards, places, timeline};

/// The facts on a page of the table; with no more than these, nothing is cut.
pub const PAGE: usize = 100;

/// The facts of a list that can be cut.
pub const LIST: usize = 5;

/// The facts of one date on the timeline.
pub const MOMENT: usize = 2;

/// The dates of the timeline.
pub const MOMENTS: usize = 20;

/// The cards of projects that are filed alike.
pub const CARDS: usize = 1;

/// How many pages so many facts have: one at least.
pub fn pages(facts: usize) -> usize {
    facts.div_ceil(PAGE).max(1)
}

/// The facts on a page, counted from 0, and which page that is: the last one where there are not so many.
pub fn page(facts: &[usize], page: usize) -> (usize, &[usize]) {
    let page = page.min(pages(facts.len()) - 1);
    (page, facts.chunks(PAGE).nth(page).unwrap_or_default())
}

/// So many where there are `facts` in all; as many as there are where these find room on one page.
pub fn most(facts: usize, cut: usize) -> usize {
    if facts > PAGE { cut } else { usize::MAX }
}

/// The first of a list, and how many more there are.
pub fn cut<T>(list: impl Iterator<Item = T>, most: usize) -> (Vec<T>, usize) {
    let mut list: Vec<T> = list.collect();
    let more = list.len().saturating_sub(most);
    list.truncate(most);
    (list, more)
}

/// The projects that have a card on the page.
pub fn cards(dataset: &Dataset) -> Vec<&Fact> {
    let most = most(dataset.facts.len(), CARDS);
    let mut filed: std::collections::BTreeMap<String, usize> = Default::default();
    let is_shown = |fact: &&Fact| {
        let alike = filed.entry(cards::filed(fact)).or_default();
        *alike += 1;
        *alike <= most
    };
    cards::projects(dataset).filter(is_shown).collect()
}

/// The facts of which something is told on the page with these rows, so that their evidence stands there too.
pub fn told<'a>(dataset: &'a Dataset, rows: &[usize]) -> Vec<&'a Fact> {
    let count = dataset.facts.len();
    if count <= PAGE {
        return dataset.facts.iter().collect();
    }
    let mut ids: BTreeSet<FactId> =
        rows.iter().filter_map(|row| dataset.facts.get(*row)).map(|fact| fact.id).collect();
    ids.extend(cards(dataset).iter().map(|fact| fact.id));
    ids.extend(places::facts_wide(dataset).take(LIST).map(|fact| fact.id));
    for place in places::members(dataset) {
        ids.extend(places::facts_naming(dataset, place.code).take(LIST).map(|fact| fact.id));
    }
    for moment in timeline::moments(dataset).iter().take(MOMENTS) {
        ids.extend(moment.facts.iter().take(MOMENT).map(|fact| fact.id));
    }
    ids.extend(timeline::undated(dataset).take(LIST).map(|fact| fact.id));
    dataset.facts.iter().filter(|fact| ids.contains(&fact.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    #[test]
    fn a_page_has_its_facts_and_the_last_one_the_rest() {
        let facts: Vec<usize> = (0..PAGE * 2 + 1).collect();
        assert_eq!(pages(facts.len()), 3);
        assert_eq!(page(&facts, 0).1.len(), PAGE);
        assert_eq!(page(&facts, 2), (2, &facts[PAGE * 2..]));
        assert_eq!(page(&facts, usize::MAX), (2, &facts[PAGE * 2..]));
        assert_eq!(page(&[], 5), (0, &[][..]));
        assert_eq!((pages(0), pages(PAGE), pages(PAGE + 1)), (1, 1, 2));
    }

    #[test]
    fn nothing_is_cut_of_what_finds_room() {
        let dataset = atlas::bundled().dataset;
        assert_eq!(most(dataset.facts.len(), 1), usize::MAX);
        assert_eq!(told(&dataset, &[]).len(), dataset.facts.len());
        assert_eq!(cut([1, 2].into_iter(), usize::MAX), (vec![1, 2], 0));
        assert_eq!(cut([1, 2, 3].into_iter(), 2), (vec![1, 2], 1));
    }
}
