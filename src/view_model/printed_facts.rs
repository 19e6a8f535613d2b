//! The facts that a printed page mentions, and so has the evidence of.

use std::collections::HashSet;

use super::pagination::{FACTS_PER_PAGE, MAX_GROUP, MAX_GROUPS, MAX_LIST};
use super::{cards, countries, timeline};
use crate::model::{FactId, Report};

/// Returns the facts that a page with these rows mentions anywhere, so that it can print their evidence.
pub fn facts_on_page(report: &Report, rows: &[usize]) -> HashSet<FactId> {
    if report.facts.len() <= FACTS_PER_PAGE {
        return report.facts.iter().map(|fact| fact.id).collect();
    }
    let mut ids: HashSet<FactId> =
        rows.iter().filter_map(|row| report.facts.get(*row)).map(|fact| fact.id).collect();
    ids.extend(cards::cards(report).iter().map(|fact| fact.id));
    ids.extend(countries::asean_wide_facts(report).take(MAX_LIST).map(|fact| fact.id));
    ids.extend(countries::unplaced_facts(report).take(MAX_LIST).map(|fact| fact.id));
    for place in &report.places {
        ids.extend(countries::facts_naming(report, place.code).take(MAX_LIST).map(|fact| fact.id));
    }
    for group in timeline::groups(report).iter().take(MAX_GROUPS) {
        ids.extend(group.facts.iter().take(MAX_GROUP).map(|fact| fact.id));
    }
    ids.extend(timeline::undated(report).take(MAX_LIST).map(|fact| fact.id));
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn a_short_report_has_all_evidence_on_its_page() {
        let report = atlas().report;
        assert_eq!(facts_on_page(&report, &[]).len(), report.facts.len());
    }
}
