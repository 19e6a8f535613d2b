//! The cards of the areas of cooperation, and what the two filters leave of them.

use crate::dataset::{Dataset, Fact, Kind, Status};
use crate::digest::Digest;
use crate::locale::Message;
use crate::scene::sheet;
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

/// Where a project is filed: its area, then its statuses, parted by blanks. Its card says it to the filters.
pub fn filed(fact: &Fact) -> String {
    let mut words = vec![fact.area.map_or_else(String::new, |area| area.to_string())];
    for status in statuses_of(fact) {
        if !words.iter().any(|known| known == status.word()) {
            words.push(status.word().to_owned());
        }
    }
    words.join(" ")
}

/// Whether the filters let through what is filed so; a passage that can be read two ways is found under both.
pub fn passes(filed: &str, view: &ViewState) -> bool {
    let mut words = filed.split(' ');
    let area = words.next();
    view.area.is_none_or(|id| area == Some(id.as_str()))
        && view.status.is_none_or(|status| words.any(|word| word == status.word()))
}

/// How many cards the filters leave of all projects, in words.
pub fn shown(digest: &Digest, view: &ViewState) -> String {
    let (mut count, mut all) = (0, 0);
    let most = sheet::most(digest.ids.len(), sheet::CARDS);
    for (filed, projects) in &digest.filed {
        all += projects;
        count += if passes(filed, view) { most.min(*projects) } else { 0 };
    }
    if count == 0 {
        return digest.words.say(Message::AreasNone).to_owned();
    }
    let values = [("count", &*count.to_string()), ("all", &*all.to_string())];
    digest.words.fill(Message::AreasShown, &values)
}

/// What a project has to do with the selected state, in words; nothing where it has nothing to do with it.
pub fn mark(digest: &Digest, view: &ViewState, fact: usize) -> String {
    let state = view.place.and_then(|code| digest.state(code));
    let Some(state) = state.filter(|state| digest.reaches(fact, &state.code)) else {
        return String::new();
    };
    let names = digest.names_its_states(fact);
    let message = if names { Message::CardNames } else { Message::CardCovers };
    digest.words.fill(message, &[("place", &state.name)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;
    use crate::state::url::Address;

    fn shown(query: &str) -> Vec<String> {
        let atlas = atlas::bundled();
        let address = Address { query: query.to_owned(), ..Default::default() };
        let view = ViewState::from_address(&address, &atlas.digest);
        let passing = projects(&atlas.dataset).filter(|fact| passes(&filed(fact), &view));
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
