//! The cards of the areas of cooperation, and their filters.

use strum::IntoEnumIterator;

use super::Atlas;
use super::countries::{countries_in_scope, names};
use super::labels::{pillar_label, status_label};
use super::pagination::{self, MAX_CARDS_ALIKE};
use crate::i18n::MessageId;
use crate::model::{Area, AreaId, Fact, FactId, Pillar, PlaceCode, Report, Status, Text};
use crate::state::Filters;

/// What the filters ask of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterKey {
    areas: Vec<AreaId>,
    /// The pillars of its areas.
    pillars: Vec<Pillar>,
    /// The fact's own status and those of its interpretations: an ambiguous passage is found under each.
    statuses: Vec<Status>,
}

impl FilterKey {
    /// Returns what the filters ask of a fact.
    pub fn of(report: &Report, fact: &Fact) -> Self {
        // In the order of the statuses, so that equal sets are equal lists.
        let is_own = |status: &Status| statuses_of(fact).any(|own| own == *status);
        let has_pillar = |pillar: &Pillar| pillars_of(report, fact).any(|own| own == *pillar);
        let pillars = Pillar::iter().filter(has_pillar).collect();
        let statuses = Status::iter().filter(is_own).collect();
        Self { areas: fact.areas.clone(), pillars, statuses }
    }

    /// Returns whether the filters show the card.
    pub fn matches(&self, filters: Filters) -> bool {
        // Naming every filter here makes a new one fail to compile until it is used.
        let Filters { area, pillar, status } = filters;
        area.is_none_or(|area| self.areas.contains(&area))
            && pillar.is_none_or(|pillar| self.pillars.contains(&pillar))
            && status.is_none_or(|status| self.statuses.contains(&status))
    }
}

fn statuses_of(fact: &Fact) -> impl Iterator<Item = Status> {
    std::iter::once(fact.status).chain(fact.interpretations.iter().map(|each| each.status))
}

fn pillars_of(report: &Report, fact: &Fact) -> impl Iterator<Item = Pillar> {
    fact.areas.iter().filter_map(|id| report.area(*id)?.pillar)
}

/// Returns the facts that belong to an area of cooperation, in the order of the report: each has a card.
pub fn facts_with_area(report: &Report) -> impl Iterator<Item = &Fact> {
    report.facts.iter().filter(|fact| !fact.areas.is_empty())
}

/// Returns the facts whose cards are on the page: all, or the first of each kind in a long report.
pub fn cards(report: &Report) -> Vec<&Fact> {
    let limit = pagination::limit(report.facts.len(), MAX_CARDS_ALIKE);
    let mut keys: Vec<FilterKey> = Vec::new();
    let mut shown = Vec::new();
    for fact in facts_with_area(report) {
        let key = FilterKey::of(report, fact);
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
        |status: &Status| facts_with_area(report).flat_map(statuses_of).any(|own| own == *status);
    Status::iter().filter(is_used).collect()
}

/// Returns the pillars that the cards can be filtered by, each once.
pub fn pillars(report: &Report) -> Vec<Pillar> {
    let is_used = |pillar: &Pillar| {
        facts_with_area(report).flat_map(|fact| pillars_of(report, fact)).any(|own| own == *pillar)
    };
    Pillar::iter().filter(is_used).collect()
}

/// Returns the areas that have a card, in the order of the file.
pub fn areas_with_card(report: &Report) -> impl Iterator<Item = &Area> {
    let is_used = |area: &&Area| facts_with_area(report).any(|fact| fact.areas.contains(&area.id));
    report.areas.iter().filter(is_used)
}

/// Returns how many cards the filters show, in words.
pub fn count_text(atlas: &Atlas, filters: Filters) -> Text {
    let cards = cards(&atlas.report);
    let count =
        cards.iter().filter(|fact| FilterKey::of(&atlas.report, fact).matches(filters)).count();
    if count == 0 {
        return atlas.messages.get(MessageId::AreasNone).clone();
    }
    let all = facts_with_area(&atlas.report).count();
    let values = [("count", &*count.to_string()), ("all", &*all.to_string())];
    atlas.messages.format(MessageId::AreasShown, &values)
}

/// Returns what the cards are filtered by, in words; empty where all are shown. Paper and a saved copy have no buttons
/// that say so.
pub fn filters_text(atlas: &Atlas, filters: Filters) -> String {
    let Filters { area, pillar, status } = filters;
    let area = area.and_then(|id| atlas.report.area(id)).map(|area| area.name.isolated());
    let status = status.map(|status| atlas.messages.get(status_label(status)).isolated());
    let pillar = pillar.map(|pillar| atlas.messages.get(pillar_label(pillar)).isolated());
    let names = area.iter().chain(&pillar).chain(&status).map(String::as_str);
    let names = atlas.messages.list(names);
    if names.is_empty() {
        return names;
    }
    atlas.messages.format(MessageId::AreasFiltered, &[("filters", &names)]).isolated()
}

/// Returns how a fact concerns the selected country, in words; empty where it does not.
pub fn card_note(atlas: &Atlas, fact: FactId, selected: Option<PlaceCode>) -> String {
    let place = selected.and_then(|code| atlas.report.place(code));
    let Some((fact, place)) = atlas.report.fact(fact).zip(place) else { return String::new() };
    if !countries_in_scope(&atlas.report, fact).contains(&place.code) {
        return String::new();
    }
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
        let shown = facts_with_area(&atlas.report)
            .filter(|fact| FilterKey::of(&atlas.report, fact).matches(filters));
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
    fn a_card_is_found_under_each_of_its_areas_and_their_pillars() {
        let mut atlas = atlas();
        let ids: Vec<AreaId> = atlas.report.areas.iter().map(|area| area.id).collect();
        atlas.report.areas[0].pillar = Some(Pillar::PoliticalSecurity);
        atlas.report.areas[1].pillar = Some(Pillar::Economic);
        atlas.report.facts[0].areas = vec![ids[0], ids[1]];
        let key = FilterKey::of(&atlas.report, &atlas.report.facts[0]);
        let by_area = |area| Filters { area: Some(area), ..Filters::default() };
        let by_pillar = |pillar| Filters { pillar: Some(pillar), ..Filters::default() };
        assert!(key.matches(by_area(ids[0])) && key.matches(by_area(ids[1])));
        assert!(!key.matches(by_area(ids[2])));
        assert!(key.matches(by_pillar(Pillar::Economic)));
        assert!(!key.matches(by_pillar(Pillar::SocioCultural)));
        assert_eq!(pillars(&atlas.report), [Pillar::PoliticalSecurity, Pillar::Economic]);
        assert_eq!(facts_with_area(&atlas.report).count(), 5, "of any kind");
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
            let fact = facts_with_area(&atlas.report).next().unwrap();
            card_note(&atlas, fact.id, PlaceCode::new(code))
        };
        assert_eq!(note("MYS"), "Malaysia: covered ASEAN-wide, not named");
        assert_eq!(note("TLS"), "", "it was no member");
        assert_eq!(note("PAK"), "");
    }
}
