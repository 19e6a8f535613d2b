//! The cards of the areas of cooperation, and what the two filters leave of them.

use crate::atlas::Atlas;
use crate::dataset::{AreaId, Dataset, Fact, Kind, Status};
use crate::locale::Message;
use crate::scene::places;
use crate::state::url::ViewState;

/// The projects, in the order of the report: a card each.
pub fn projects(dataset: &Dataset) -> impl Iterator<Item = &Fact> {
    dataset.facts.iter().filter(|fact| fact.kind == Kind::Project)
}

/// The statuses that a project has in one of its readings, each once, to filter by.
pub fn statuses(dataset: &Dataset) -> Vec<Status> {
    let has = |status: &Status| projects(dataset).flat_map(statuses_of).any(|own| own == *status);
    Status::WORDS.iter().map(|(_, status)| *status).filter(has).collect()
}

/// The statuses of a fact: its own, and those of its readings.
fn statuses_of(fact: &Fact) -> impl Iterator<Item = Status> {
    std::iter::once(fact.status).chain(fact.readings.iter().map(|reading| reading.status))
}

/// What the filters ask of a project, taken out of the fact so that a view can keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    area: Option<AreaId>,
    statuses: Vec<Status>,
}

impl Filed {
    /// Where a project is filed.
    pub fn new(fact: &Fact) -> Self {
        Self { area: fact.area, statuses: statuses_of(fact).collect() }
    }

    /// Whether the filters let it through; a passage that can be read two ways is found under both.
    pub fn passes(&self, view: &ViewState) -> bool {
        view.area.is_none_or(|area| self.area == Some(area))
            && view.status.is_none_or(|status| self.statuses.contains(&status))
    }
}

/// How many cards the filters leave, in words.
pub fn shown(atlas: &Atlas, view: &ViewState) -> String {
    let all: Vec<Filed> = projects(&atlas.dataset).map(Filed::new).collect();
    let count = all.iter().filter(|each| each.passes(view)).count();
    if count == 0 {
        return atlas.locale.say(Message::AreasNone).to_owned();
    }
    let values = [("count", &*count.to_string()), ("all", &*all.len().to_string())];
    atlas.locale.fill(Message::AreasShown, &values)
}

/// What a project has to do with the selected state, in words; nothing where it has nothing to do with it.
pub fn mark(atlas: &Atlas, view: &ViewState, fact: &Fact) -> String {
    let reached = places::reached(&atlas.dataset, fact);
    let code = view.place.filter(|code| reached.contains(code));
    let Some(place) = code.and_then(|code| atlas.dataset.place(code)) else {
        return String::new();
    };
    let names = places::names(fact, place.code);
    let message = if names { Message::CardNames } else { Message::CardCovers };
    atlas.locale.fill(message, &[("place", &place.name)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;
    use crate::state::url::Address;

    fn shown(query: &str) -> Vec<String> {
        let atlas = atlas::bundled();
        let address = Address { query: query.to_owned(), ..Default::default() };
        let view = ViewState::from_address(&address, &atlas.dataset);
        let passing = projects(&atlas.dataset).filter(|fact| Filed::new(fact).passes(&view));
        passing.map(|fact| fact.id.to_string()).collect()
    }

    #[test]
    fn the_filters_narrow_the_cards() {
        let all =
            ["diplomatic-courses", "banking-training", "cyber-training", "business-conference"];
        assert_eq!(shown(""), all);
        assert_eq!(shown("?area=cyber-security"), ["cyber-training"]);
        assert_eq!(shown("?status=executed"), ["diplomatic-courses", "banking-training"]);
        assert_eq!(shown("?area=cyber-security&status=executed"), Vec::<String>::new());
        assert_eq!(shown("?area=nothing&status=nothing"), all);
    }

    #[test]
    fn a_passage_with_two_readings_is_found_under_both() {
        assert_eq!(shown("?status=scheduled"), ["cyber-training", "business-conference"]);
        assert_eq!(shown("?status=not-stated"), ["cyber-training"]);
        let statuses = statuses(&atlas::bundled().dataset);
        assert_eq!(statuses, [Status::Executed, Status::Scheduled, Status::NotStated]);
    }
}
