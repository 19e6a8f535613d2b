//! What the map shows of the reader's choice: the classes of each country, and the line under the map.

use super::Atlas;
use super::countries::{CountryStatus, countries_in_scope, members_at_publication, status_line};
use super::labels::scope_text;
use crate::i18n::MessageId;
use crate::model::{Extent, Fact, PlaceCode, Text};

/// What a reader has chosen on the map.
#[derive(Clone, Copy, Debug, Default)]
pub struct MapChoice<'a> {
    /// The selected country.
    pub selected: Option<PlaceCode>,
    /// The country under the pointer or the focus.
    pub preview: Option<PlaceCode>,
    /// The fact whose scope is shown.
    pub fact: Option<&'a Fact>,
}

/// How a country is emphasized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Highlight {
    /// It is selected.
    Selected,
    /// It is under the pointer or the focus.
    Preview,
    /// The fact that is shown concerns it.
    InScope,
    /// Something else is emphasized.
    Dim,
}

/// Returns how a country is emphasized, if at all.
pub fn highlight(atlas: &Atlas, choice: MapChoice<'_>, code: PlaceCode) -> Option<Highlight> {
    let MapChoice { selected, preview, fact } = choice;
    if selected == Some(code) {
        return Some(Highlight::Selected);
    }
    if preview == Some(code) {
        return Some(Highlight::Preview);
    }
    if selected.is_some() {
        return Some(Highlight::Dim);
    }
    let is_in_scope = countries_in_scope(&atlas.report, fact?).contains(&code);
    Some(if is_in_scope { Highlight::InScope } else { Highlight::Dim })
}

/// Returns the classes of a country's shape.
pub fn country_classes(status: CountryStatus, highlight: Option<Highlight>) -> String {
    let base = format!("map__country map__country--{}", status.name());
    match highlight {
        Some(highlight) => format!("{base} map__country--{}", <&str>::from(highlight)),
        None => base,
    }
}

/// Returns the classes of the connector to a country.
pub fn connector_classes(choice: MapChoice<'_>, code: PlaceCode) -> &'static str {
    if [choice.selected, choice.preview].contains(&Some(code)) {
        "map__connector map__connector--raised"
    } else {
        "map__connector"
    }
}

/// Returns the line under the map for a country: `Malaysia · Named in the report`.
pub fn country_caption(atlas: &Atlas, code: PlaceCode) -> Option<String> {
    let place = atlas.report.place(code)?;
    Some(format!("{} · {}", place.name.isolated(), status_line(atlas, place)))
}

/// Returns the line under the map: the selected country, or whom the fact concerns, or how to choose.
pub fn selection_caption(atlas: &Atlas, choice: MapChoice<'_>) -> String {
    let country = choice.selected.and_then(|code| country_caption(atlas, code));
    country
        .or_else(|| choice.fact.map(|fact| fact_caption(atlas, fact)))
        .unwrap_or_else(|| atlas.messages.get(MessageId::MapHint).isolated())
}

/// Returns what a screen reader hears after a choice: the same line; empty before any choice.
pub fn live_region_text(atlas: &Atlas, choice: MapChoice<'_>) -> String {
    if choice.selected.is_none() && choice.fact.is_none() {
        return String::new();
    }
    selection_caption(atlas, choice)
}

/// Returns what a screen reader is told of the map.
pub fn map_description(atlas: &Atlas) -> Text {
    let count = atlas.report.places.len().to_string();
    let seat = atlas.report.partner.seat.name.isolated();
    atlas.messages.format(MessageId::MapDescription, &[("count", &count), ("seat", &seat)])
}

/// Returns the note on boundaries and names.
pub fn boundary_note(atlas: &Atlas) -> Text {
    let partner = atlas.report.partner.name.isolated();
    atlas.messages.format(MessageId::MapBoundaries, &[("partner", &partner)])
}

fn fact_caption(atlas: &Atlas, fact: &Fact) -> String {
    let count = members_at_publication(&atlas.report).count().to_string();
    let year = atlas.report.published().map(|day| day.year().to_string());
    let id = match fact.scope.extent {
        Extent::Named => MessageId::CardHighlightedNamed,
        Extent::Asean if year.is_some() => MessageId::CardHighlightedWide,
        Extent::Asean => MessageId::CardHighlightedWideUndated,
        Extent::Partner => MessageId::CardHighlightedPartner,
        Extent::Unnamed => MessageId::CardHighlightedUnnamed,
    };
    let (title, places) = (fact.title.isolated(), scope_text(atlas, fact));
    let partner = atlas.report.partner.name.isolated();
    let values = [
        ("fact", title.as_str()),
        ("count", &count),
        ("year", year.as_deref().unwrap_or_default()),
        ("places", &places),
        ("partner", &partner),
    ];
    atlas.messages.format(id, &values).isolated()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::{atlas, view};

    fn highlights(address: &str, preview: &str) -> Vec<(String, Highlight)> {
        let atlas = atlas();
        let view = view(&atlas, address);
        let choice = MapChoice {
            selected: view.place,
            preview: PlaceCode::new(preview),
            fact: view.fact.and_then(|id| atlas.report.fact(id)),
        };
        let of = |code| highlight(&atlas, choice, code).map(|found| (code.to_string(), found));
        atlas.report.places.iter().filter_map(|place| of(place.code)).collect()
    }

    #[test]
    fn a_selected_country_stands_out_from_the_others() {
        let highlights = highlights("#MYS", "THA");
        let dim = highlights.iter().filter(|(_, each)| *each == Highlight::Dim);
        assert_eq!(dim.count(), 9);
        assert!(highlights.contains(&("MYS".to_owned(), Highlight::Selected)));
        assert!(highlights.contains(&("THA".to_owned(), Highlight::Preview)));
    }

    #[test]
    fn a_fact_highlights_the_countries_in_its_scope() {
        let highlights = highlights("?fact=cyber-training", "");
        let in_scope = highlights.iter().filter(|(_, each)| *each == Highlight::InScope);
        assert_eq!(in_scope.count(), 10);
        assert!(highlights.contains(&("TLS".to_owned(), Highlight::Dim)));
    }

    #[test]
    fn a_screen_reader_hears_nothing_before_a_choice() {
        let atlas = atlas();
        let hint = atlas.messages.get(MessageId::MapHint).value.clone();
        let nothing = MapChoice::default();
        assert_eq!(live_region_text(&atlas, nothing), "");
        assert_eq!(selection_caption(&atlas, nothing), hint);
        let malaysia = MapChoice { selected: PlaceCode::new("MYS"), ..nothing };
        assert_eq!(live_region_text(&atlas, malaysia), "Malaysia · Named in the report");
    }
}
