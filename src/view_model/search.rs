//! The search of the table: every word must be found in a fact.

use super::Atlas;
use super::countries::countries_in_scope;
use super::labels::{
    interpretations, kind_label, missing_detail_label, people_text, scope_text, status_label,
    status_text,
};
use crate::i18n::date_text;
use crate::model::{Fact, Scope};

/// The text of every fact, normalized for the search.
#[derive(Debug)]
pub struct SearchIndex {
    facts: Vec<String>,
    lower_case: fn(&str) -> String,
}

impl SearchIndex {
    /// Returns the index of a report; `lower_case` returns a text in lower case.
    pub fn new(atlas: &Atlas, lower_case: fn(&str) -> String) -> Self {
        Self {
            facts: atlas
                .report
                .facts
                .iter()
                .map(|fact| lower_case(&plain(&text(atlas, fact))))
                .collect(),
            lower_case,
        }
    }

    /// Returns the indices of the facts that contain every word of a query, in the order of the report.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let query = (self.lower_case)(&plain(query));
        let words: Vec<&str> = query.split_whitespace().collect();
        let matches = |text: &str| words.iter().all(|word| text.contains(word));
        let facts = self.facts.iter().enumerate();
        facts.filter(|(_, text)| matches(text)).map(|(index, _)| index).collect()
    }
}

/// Returns a text with hyphens and line breaks as blanks, curly apostrophes as straight ones.
pub fn plain(text: &str) -> String {
    let letter = |c| match c {
        '-' | '–' | '\n' => ' ',
        '’' => '\'',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// Returns everything that a reader may search a fact by.
fn text(atlas: &Atlas, fact: &Fact) -> String {
    let Atlas { report, messages } = atlas;
    let status = status_text(atlas, fact.status, fact.date);
    let mut parts = vec![
        fact.title.value.clone(),
        fact.text.value.clone(),
        fact.quote.clone(),
        scope_text(atlas, fact),
        date_text(messages, fact.date),
        messages.get(status_label(fact.status)).value.clone(),
        status.report,
        messages.get(kind_label(fact.kind)).value.clone(),
        people_text(atlas, fact),
    ];
    parts.extend(fact.audience.as_ref().map(|audience| audience.value.clone()));
    parts.extend(fact.area.and_then(|id| report.area(id)).map(|area| area.name.value.clone()));
    let missing = fact.not_stated.iter().map(|detail| missing_detail_label(*detail));
    parts.extend(missing.map(|id| messages.get(id).value.clone()));
    parts.extend(interpretations(atlas, fact).into_iter().map(|(_, text)| text.value));
    parts.extend(other_names(atlas, fact));
    parts.join("\n")
}

/// Returns the other names of the countries that a fact names. For an ASEAN-wide fact these are all names of the
/// members at publication, so that a search for one of them finds what covers it.
fn other_names(atlas: &Atlas, fact: &Fact) -> Vec<String> {
    let is_wide = matches!(fact.scope, Scope::AseanWide {});
    let codes = countries_in_scope(&atlas.report, fact);
    let places = codes.iter().filter_map(|code| atlas.report.place(*code));
    places
        .flat_map(|place| {
            let name = is_wide.then_some(&place.name.value);
            name.into_iter().chain(&place.aliases).cloned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    fn found(query: &str) -> Vec<String> {
        let atlas = atlas();
        let facts = SearchIndex::new(&atlas, str::to_lowercase).find(query).into_iter();
        facts.map(|index| atlas.report.facts[index].id.to_string()).collect()
    }

    #[test]
    fn a_search_knows_the_other_names_of_a_country() {
        // No fact names Viet Nam alone: the ASEAN-wide ones cover it.
        let wide = found("Vietnam");
        assert_eq!(wide.len(), 16, "{wide:?}");
        assert_eq!(found("viet nam"), wide);
        assert_eq!(found("Burma"), wide);
        assert_eq!(found("laos"), wide);
        assert_eq!(found("east timor"), Vec::<String>::new(), "it was no member");
        assert_eq!(found("malaysia plan"), ["plan-of-action"]);
    }

    #[test]
    fn every_word_of_a_search_must_be_found() {
        assert_eq!(found("zardari december"), ["visit-indonesia", "visit-singapore"]);
        assert_eq!(found("CYBER Executed"), Vec::<String>::new());
        assert_eq!(found("").len(), 20);
    }

    #[test]
    fn everything_that_a_row_says_can_be_searched() {
        let check = |query: &str, count: usize| assert_eq!(found(query).len(), count, "{query}");
        check("scheduled", 2);
        check("december 2022", 2);
        check("since", 2);
        check("date not stated (within", 2);
        check("attendance", 1);
        check("banking and finance", 1);
        check("asean-wide", 16);
        check("in force", 2);
        check("attendance not stated", 1);
        check("central bank officials", 1);
        check("atlantis", 0);
    }
}
