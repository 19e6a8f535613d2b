//! What the map shows of the reader's choice: the look of each state, and the line under the picture.

use crate::atlas::Atlas;
use crate::dataset::{Place, PlaceCode};
use crate::digest::{Digest, Part, State};
use crate::locale::Message;
use crate::scene::places::{self, Tier};
use crate::state::url::ViewState;

/// The classes of a state's shape: its tier, and how it stands to the choice. `fact` is the place of the fact that is shown.
pub fn look(
    digest: &Digest,
    view: &ViewState,
    fact: Option<usize>,
    preview: Option<PlaceCode>,
    state: &State,
) -> String {
    let lit = lit(digest, view, fact, preview, &state.code);
    let parting = if lit.is_empty() { "" } else { " map__place--" };
    ["map__place map__place--", &state.tier, parting, lit].concat()
}

/// The place of the fact whose reach is shown.
pub fn shown(digest: &Digest, view: &ViewState) -> Option<usize> {
    digest.fact(view.fact?)
}

/// `selected`, `preview`, `reached` by the fact that is shown, `dim` beside what is shown, or nothing.
fn lit(
    digest: &Digest,
    view: &ViewState,
    fact: Option<usize>,
    preview: Option<PlaceCode>,
    code: &str,
) -> &'static str {
    let is = |place: Option<PlaceCode>| place.is_some_and(|place| place.as_str() == code);
    match (view.place, fact) {
        _ if is(view.place) => "selected",
        _ if is(preview) => "preview",
        (Some(_), _) => "dim",
        (None, Some(fact)) if digest.reaches(fact, code) => "reached",
        (None, Some(_)) => "dim",
        (None, None) => "",
    }
}

/// The classes of the line from the host to a state.
pub fn connector(view: &ViewState, preview: Option<PlaceCode>, code: PlaceCode) -> &'static str {
    if [view.place, preview].contains(&Some(code)) {
        "map__connector map__connector--raised"
    } else {
        "map__connector"
    }
}

/// The line under the map for a state: `Malaysia · Named in the report`.
pub fn about_place(digest: &Digest, code: PlaceCode) -> Option<String> {
    let state = digest.state(code)?;
    Some([&state.name, " · ", &state.line].concat())
}

/// The line under the map: the selected state, or whom the chosen fact reaches, or how to choose.
pub fn chosen(digest: &Digest, view: &ViewState) -> String {
    let place = view.place.and_then(|code| about_place(digest, code));
    place
        .or_else(|| shown(digest, view).map(|fact| about_fact(digest, fact)))
        .unwrap_or_else(|| digest.words.say(Message::MapHint).to_owned())
}

/// What a screen reader is told once the reader has chosen: the same line, and nothing before.
pub fn spoken(digest: &Digest, view: &ViewState) -> String {
    let is_chosen = view.place.is_some() || view.fact.is_some();
    if is_chosen { chosen(digest, view) } else { String::new() }
}

fn about_fact(digest: &Digest, fact: usize) -> String {
    let count = digest.count_reached(fact).to_string();
    let (title, places) = (digest.facet(Part::Title), digest.facet(Part::Reach));
    let values = [("fact", title.value(fact)), ("count", &count), ("places", places.value(fact))];
    let names = digest.names_its_states(fact);
    let message = if names { Message::CardReachedNamed } else { Message::CardReachedWide };
    digest.words.fill(message, &values)
}

/// The legend's line for a tier, with the year in which the state joined where that is the point.
pub fn tier_line(atlas: &Atlas, tier: Tier, place: &Place) -> String {
    let year = places::joined(place).map(|day| day.year().to_string()).unwrap_or_default();
    atlas.locale.fill(tier.legend(), &[("year", &year)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;
    use crate::state::url::Address;

    fn looks(query: &str, fragment: &str, preview: &str) -> Vec<String> {
        let digest = atlas::bundled().digest;
        let address = Address { query: query.to_owned(), fragment: fragment.to_owned() };
        let view = ViewState::from_address(&address, &digest);
        let (preview, fact) = (PlaceCode::new(preview), shown(&digest, &view));
        let lit = |state: &State| {
            let look = look(&digest, &view, fact, preview, state);
            look.rsplit_once("--")
                .map_or_else(String::new, |(_, last)| format!("{} {last}", state.code))
        };
        digest.states.iter().map(lit).collect()
    }

    #[test]
    fn a_selected_state_stands_out_from_the_others() {
        let looks = looks("", "#MYS", "THA");
        assert_eq!(looks.iter().filter(|look| look.ends_with(" dim")).count(), 9);
        assert!(looks.contains(&"MYS selected".to_owned()), "{looks:?}");
        assert!(looks.contains(&"THA preview".to_owned()), "{looks:?}");
    }

    #[test]
    fn a_fact_lights_whom_it_reaches() {
        let looks = looks("?fact=cyber-training", "", "");
        assert_eq!(looks.iter().filter(|look| look.ends_with(" reached")).count(), 10);
        assert!(looks.contains(&"TLS dim".to_owned()), "{looks:?}");
    }

    #[test]
    fn nothing_is_said_before_something_is_chosen() {
        let digest = atlas::bundled().digest;
        let nothing = ViewState::default();
        assert_eq!(spoken(&digest, &nothing), "");
        assert_eq!(chosen(&digest, &nothing), digest.words.say(Message::MapHint));
        let malaysia = ViewState { place: PlaceCode::new("MYS"), ..nothing };
        assert_eq!(spoken(&digest, &malaysia), "Malaysia · Named in the report");
    }
}
