//! What the map shows of the reader's choice: the look of each state, and the line under the picture.

use crate::atlas::Atlas;
use crate::dataset::{Dataset, Fact, Place, PlaceCode, Reach};
use crate::locale::Message;
use crate::scene::places::{self, Tier};
use crate::scene::words;
use crate::state::url::ViewState;

/// The classes of a state's shape: its tier, and how it stands to the choice.
pub fn look(
    dataset: &Dataset,
    view: &ViewState,
    preview: Option<PlaceCode>,
    place: &Place,
) -> String {
    let tier = places::tier(dataset, place).word();
    let lit = lit(dataset, view, preview, place.code);
    ["map__place map__place--", tier, if lit.is_empty() { "" } else { " map__place--" }, lit]
        .concat()
}

/// `selected`, `preview`, `reached` by the fact that is shown, `dim` beside what is shown, or nothing.
fn lit(
    dataset: &Dataset,
    view: &ViewState,
    preview: Option<PlaceCode>,
    code: PlaceCode,
) -> &'static str {
    let fact = view.fact.and_then(|id| dataset.fact(id));
    match (view.place, fact) {
        (Some(chosen), _) if chosen == code => "selected",
        _ if preview == Some(code) => "preview",
        (Some(_), _) => "dim",
        (None, Some(fact)) if places::reached(dataset, fact).contains(&code) => "reached",
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
pub fn about_place(atlas: &Atlas, code: PlaceCode) -> Option<String> {
    let place = atlas.dataset.place(code)?;
    let tier = places::tier(&atlas.dataset, place);
    Some([&place.name, " · ", &tier_line(atlas, tier, place)].concat())
}

/// The line under the map: the selected state, or whom the chosen fact reaches, or how to choose.
pub fn chosen(atlas: &Atlas, view: &ViewState) -> String {
    let fact = || view.fact.and_then(|id| atlas.dataset.fact(id));
    let place = view.place.and_then(|code| about_place(atlas, code));
    place
        .or_else(|| fact().map(|fact| about_fact(atlas, fact)))
        .unwrap_or_else(|| atlas.locale.say(Message::MapHint).to_owned())
}

/// What a screen reader is told once the reader has chosen: the same line, and nothing before.
pub fn spoken(atlas: &Atlas, view: &ViewState) -> String {
    let is_chosen = view.place.is_some() || view.fact.is_some();
    if is_chosen { chosen(atlas, view) } else { String::new() }
}

fn about_fact(atlas: &Atlas, fact: &Fact) -> String {
    let count = places::reached(&atlas.dataset, fact).len().to_string();
    let places = words::reach(atlas, fact);
    let values = [("fact", fact.title.as_str()), ("count", &count), ("places", &places)];
    let message = match fact.reach {
        Reach::AseanWide {} => Message::CardReachedWide,
        Reach::Named { .. } => Message::CardReachedNamed,
    };
    atlas.locale.fill(message, &values)
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
        let dataset = atlas::bundled().dataset;
        let address = Address { query: query.to_owned(), fragment: fragment.to_owned() };
        let view = ViewState::from_address(&address, &dataset);
        let preview = PlaceCode::new(preview);
        let lit = |place: &Place| {
            let look = look(&dataset, &view, preview, place);
            look.rsplit_once("--")
                .map_or_else(String::new, |(_, last)| format!("{} {last}", place.code))
        };
        places::members(&dataset).map(lit).collect()
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
        let atlas = atlas::bundled();
        let nothing = ViewState::default();
        assert_eq!(spoken(&atlas, &nothing), "");
        assert_eq!(chosen(&atlas, &nothing), atlas.locale.say(Message::MapHint));
        let malaysia = ViewState { place: PlaceCode::new("MYS"), ..nothing };
        assert_eq!(spoken(&atlas, &malaysia), "Malaysia · Named in the report");
    }
}
