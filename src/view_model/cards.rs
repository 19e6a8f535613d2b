//! The cards of the areas of cooperation, and their filters.

use strum::IntoEnumIterator;

use super::Atlas;
use super::countries::{countries_in_scope, names};
use super::labels::status_label;
use super::pagination::{self, MAX_CARDS_ALIKE};
use crate::i18n::MessageId;
use crate::model::{AreaId, Fact, FactKind, PlaceCode, Report, Status, Text};
use crate::state::Filters;

/// What the filters ask of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterKey {
    area: Option<AreaId>,
    /// The fact's own status and those of its interpretations: an ambiguous passage is found under each.
    statuses: Vec<Status>,
}

impl FilterKey {
    /// Returns what the filters ask of a fact.
    pub fn of(fact: &Fact) -> Self {
        // In the order of the statuses, so that equal sets are equal lists.
        let is_own = |status: &Status| statuses_of(fact).any(|own| own == *status);
        Self { area: fact.area, statuses: Status::iter().filter(is_own).collect() }
    }

    /// Returns whether the filters show the card.
    pub fn matches(&self, filters: Filters) -> bool {
        // Naming every filter here makes a new one fail to compile until it is used.
        let Filters { area, status } = filters;
        (area.is_none() || area == self.area)
            && status.is_none_or(|status| self.statuses.contains(&status))
    }
}

fn statuses_of(fact: &Fact) -> impl Iterator<Item = Status> {
    std::iter::once(fact.status).chain(fact.interpretations.iter().map(|each| each.status))
}

/// Returns the projects, in the order of the report: each has a card.
pub fn projects(report: &Report) -> impl Iterator<Item = &Fact> {
    report.facts.iter().filter(|fact| fact.kind == FactKind::Project)
}

/// Returns the projects whose cards are on the page: all, or the first of each kind in a long report.
pub fn cards(report: &Report) -> Vec<&Fact> {
    let limit = pagination::limit(report.facts.len(), MAX_CARDS_ALIKE);
    let mut keys: Vec<FilterKey> = Vec::new();
    let mut shown = Vec::new();
    for fact in projects(report) {
        let key = FilterKey::of(fact);
        if keys.iter().filter(|other| **other == key).count() < limit {
            keys.push(key);
            shown.push(fact);
        }
    }
    shown
}

/// Returns the statuses that the cards can be filtered by, each once.
pub fn statuses(report: &Report) -> Vec<Status> {
    let is_used =
        |status: &Status| projects(report).flat_map(statuses_of).any(|own| own == *status);
    Status::iter().filter(is_used).collect()
}

/// Returns how many cards the filters show, in words.
pub fn count_text(atlas: &Atlas, filters: Filters) -> Text {
    let cards = cards(&atlas.report);
    let count = cards.iter().filter(|fact| FilterKey::of(fact).matches(filters)).count();
    if count == 0 {
        return atlas.messages.get(MessageId::AreasNone).clone();
    }
    let all = projects(&atlas.report).count();
    let values = [("count", &*count.to_string()), ("all", &*all.to_string())];
    atlas.messages.format(MessageId::AreasShown, &values)
}

/// Returns what the cards are filtered by, in words; empty where all are shown. Paper and a saved copy have no buttons
/// that say so.
pub fn filters_text(atlas: &Atlas, filters: Filters) -> String {
    let Filters { area, status } = filters;
    let area = area.and_then(|id| atlas.report.area(id)).map(|area| area.name.isolated());
    let status = status.map(|status| atlas.messages.get(status_label(status)).isolated());
    let names = atlas.messages.list(area.iter().chain(&status).map(String::as_str));
    if names.is_empty() {
        return names;
    }
    atlas.messages.format(MessageId::AreasFiltered, &[("filters", &names)]).isolated()
}

/// Returns how a project concerns the selected country, in words; empty where it does not.
pub fn card_note(atlas: &Atlas, fact: &Fact, selected: Option<PlaceCode>) -> String {
    let place = selected
        .filter(|code| countries_in_scope(&atlas.report, fact).contains(code))
        .and_then(|code| atlas.report.place(code));
    let Some(place) = place else { return String::new() };
    let is_named = names(fact, place.code);
    let id = if is_named { MessageId::CardNames } else { MessageId::CardCovers };
    atlas.messages.format(id, &[("place", &place.name.isolated())]).isolated()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::{atlas, view};

    fn shown(query: &str) -> Vec<String> {
        let atlas = atlas();
        let filters = view(&atlas, query).filters;
        let shown = projects(&atlas.report).filter(|fact| FilterKey::of(fact).matches(filters));
        shown.map(|fact| fact.id.to_string()).collect()
    }

    #[test]
    fn filters_narrow_the_cards() {
        let all =
            ["diplomatic-courses", "banking-training", "cyber-training", "business-conference"];
        assert_eq!(shown(""), all);
        assert_eq!(shown("?area=cyber-security"), ["cyber-training"]);
        assert_eq!(shown("?status=executed"), ["diplomatic-courses", "banking-training"]);
        assert_eq!(shown("?area=cyber-security&status=executed"), Vec::<String>::new());
        assert_eq!(shown("?area=nothing&status=nothing"), all);
    }

    #[test]
    fn the_filters_are_said_in_words() {
        let atlas = atlas();
        let said = |address: &str| filters_text(&atlas, view(&atlas, address).filters);
        assert_eq!(said(""), "");
        assert_eq!(said("?area=cyber-security"), "Filtered by: Cyber security");
        let both = "?area=cyber-security&status=scheduled";
        assert_eq!(said(both), "Filtered by: Cyber security, Scheduled");
    }

    #[test]
    fn an_ambiguous_passage_is_found_under_both_statuses() {
        assert_eq!(shown("?status=scheduled"), ["cyber-training", "business-conference"]);
        assert_eq!(shown("?status=not-stated"), ["cyber-training"]);
        let statuses = statuses(&atlas().report);
        assert_eq!(statuses, [Status::Executed, Status::Scheduled, Status::NotStated]);
    }

    #[test]
    fn a_selected_country_is_noted_on_the_cards_that_concern_it() {
        let atlas = atlas();
        let note = |code: &str| {
            let fact = projects(&atlas.report).next().unwrap();
            card_note(&atlas, fact, PlaceCode::new(code))
        };
        assert_eq!(note("MYS"), "Malaysia: covered ASEAN-wide, not named");
        assert_eq!(note("TLS"), "", "it was no member");
        assert_eq!(note("PAK"), "");
    }
}
