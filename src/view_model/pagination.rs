//! What one page shows of a long report: the table has pages, the other lists are shortened.
//!
//! Everything on a page is there in full, so that find, print and screen readers work as on any page.

/// The number of facts on a page of the table; a report with no more than these is never shortened.
pub const FACTS_PER_PAGE: usize = 100;

/// The longest list of facts on a page of a long report.
pub const MAX_LIST: usize = 5;

/// The most facts of one date on the timeline of a long report.
pub const MAX_GROUP: usize = 2;

/// The most dates on the timeline of a long report.
pub const MAX_GROUPS: usize = 20;

/// The most cards with the same area and statuses in a long report.
pub const MAX_CARDS_ALIKE: usize = 1;

/// Returns the number of pages for a number of facts; at least one.
pub fn page_count(facts: usize) -> usize {
    facts.div_ceil(FACTS_PER_PAGE).max(1)
}

/// Returns the facts on a page, from 0, and the number of that page: the last one where there are not so many.
pub fn page(facts: &[usize], page: usize) -> (usize, &[usize]) {
    let page = page.min(page_count(facts.len()) - 1);
    (page, facts.chunks(FACTS_PER_PAGE).nth(page).unwrap_or_default())
}

/// Returns the limit of a list: `max` in a report of so many facts, no limit where they fit on one page.
pub fn limit(facts: usize, max: usize) -> usize {
    if facts > FACTS_PER_PAGE { max } else { usize::MAX }
}

/// Returns the first entries of a list, and the number of the others.
pub fn truncate<T>(list: impl Iterator<Item = T>, limit: usize) -> (Vec<T>, usize) {
    let mut list: Vec<T> = list.collect();
    let rest = list.len().saturating_sub(limit);
    list.truncate(limit);
    (list, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn the_last_page_has_the_rest() {
        let facts: Vec<usize> = (0..FACTS_PER_PAGE * 2 + 1).collect();
        assert_eq!(page_count(facts.len()), 3);
        assert_eq!(page(&facts, 0).1.len(), FACTS_PER_PAGE);
        assert_eq!(page(&facts, 2), (2, &facts[FACTS_PER_PAGE * 2..]));
        assert_eq!(page(&facts, usize::MAX), (2, &facts[FACTS_PER_PAGE * 2..]));
        assert_eq!(page(&[], 5), (0, &[][..]));
        let counts = [0, FACTS_PER_PAGE, FACTS_PER_PAGE + 1].map(page_count);
        assert_eq!(counts, [1, 1, 2]);
    }

    #[test]
    fn a_report_that_fits_on_one_page_is_not_shortened() {
        let report = atlas().report;
        assert_eq!(limit(report.facts.len(), 1), usize::MAX);
        assert_eq!(truncate([1, 2].into_iter(), usize::MAX), (vec![1, 2], 0));
        assert_eq!(truncate([1, 2, 3].into_iter(), 2), (vec![1, 2], 1));
    }
}
