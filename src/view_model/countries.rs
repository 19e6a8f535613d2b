//! What the report says of a country, and what the map may claim about it.

use strum::{EnumIter, IntoStaticStr};

use super::Atlas;
use crate::i18n::MessageId;
use crate::model::{Extent, Fact, Place, PlaceCode, Report, Text};

/// How the report speaks of a state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum CountryStatus {
    /// A fact names it.
    Named,
    /// A member when the report was published, named in no fact. A report without a date of publication is read as of
    /// today.
    Member,
    /// It became a member after the report was published.
    Later,
    /// It is no member. The map shows it like one that joined later.
    #[strum(serialize = "later")]
    Outside,
}

impl CountryStatus {
    /// Returns the name that class names use.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the SVG pattern of its shapes, if they have one; a style sheet cannot refer to it.
    pub fn pattern(self) -> Option<&'static str> {
        matches!(self, Self::Later | Self::Outside).then_some("url(#HATCH)")
    }

    /// Returns its line in the legend, and the sentence that explains it for one country.
    fn messages(self, is_dated: bool) -> (MessageId, MessageId) {
        match self {
            Self::Named => (MessageId::CountryStatusNamed, MessageId::CountryStatusNamedText),
            Self::Member if is_dated => {
                (MessageId::CountryStatusMember, MessageId::CountryStatusMemberText)
            }
            Self::Member => {
                (MessageId::CountryStatusMemberUndated, MessageId::CountryStatusMemberUndatedText)
            }
            Self::Later => (MessageId::CountryStatusLater, MessageId::CountryStatusLaterText),
            Self::Outside => (MessageId::CountryStatusOutside, MessageId::CountryStatusOutsideText),
        }
    }
}

/// Returns the members of ASEAN today, in the order of the file.
pub fn members(report: &Report) -> impl Iterator<Item = &Place> {
    report.places.iter().filter(|place| place.is_member())
}

/// Returns the members on the day of publication; without that day, those of today.
pub fn members_at_publication(report: &Report) -> impl Iterator<Item = &Place> {
    let published = report.published();
    report.places.iter().filter(move |place| place.was_member(published))
}

/// Returns how the report speaks of a state.
pub fn country_status(report: &Report, place: &Place) -> CountryStatus {
    if facts_naming(report, place.code).next().is_some() {
        CountryStatus::Named
    } else if place.was_member(report.published()) {
        CountryStatus::Member
    } else if place.is_member() {
        CountryStatus::Later
    } else {
        CountryStatus::Outside
    }
}

/// Returns the line of the legend for a country: `Joined in 2025, after the report`.
pub fn status_line(atlas: &Atlas, place: &Place) -> String {
    let (legend, _) = status_texts(atlas, place);
    legend.isolated()
}

/// Returns the sentence that explains the status of a country.
pub fn status_explanation(atlas: &Atlas, place: &Place) -> Text {
    status_texts(atlas, place).1
}

fn status_texts(atlas: &Atlas, place: &Place) -> (Text, Text) {
    let status = country_status(&atlas.report, place);
    let published = atlas.report.published();
    let (legend, explanation) = status.messages(published.is_some());
    // The year in which it was a member is that of the report; the other lines say when it joined.
    let year = if status == CountryStatus::Member { published } else { place.membership.joined };
    let (name, year) =
        (place.name.isolated(), year.map_or_else(String::new, |day| day.year().to_string()));
    let values = [("place", name.as_str()), ("year", &year)];
    (atlas.messages.format(legend, &values), atlas.messages.format(explanation, &values))
}

/// Returns the facts that name a country, in the order of the report.
pub fn facts_naming(report: &Report, code: PlaceCode) -> impl Iterator<Item = &Fact> {
    report.facts.iter().filter(move |fact| names(fact, code))
}

/// Returns the facts that name a country.
pub fn facts_naming_any(report: &Report) -> impl Iterator<Item = &Fact> {
    let names_any =
        |fact: &&Fact| !(fact.scope.places.is_empty() && fact.participants.places.is_empty());
    report.facts.iter().filter(names_any)
}

/// Returns the facts that concern ASEAN as a whole, alone or beside states.
pub fn asean_wide_facts(report: &Report) -> impl Iterator<Item = &Fact> {
    report.facts.iter().filter(|fact| fact.scope.is_asean_wide())
}

/// Returns the facts that name no state and do not concern ASEAN as a whole either.
pub fn unplaced_facts(report: &Report) -> impl Iterator<Item = &Fact> {
    let is_unplaced = |fact: &&Fact| {
        let names_none = matches!(fact.scope.extent, Extent::Partner | Extent::Unnamed);
        names_none && !fact.scope.is_asean_wide()
    };
    report.facts.iter().filter(is_unplaced)
}

/// Returns whether a fact names a country, as one that it concerns or that takes part.
pub fn names(fact: &Fact, code: PlaceCode) -> bool {
    fact.scope.places.contains(&code) || fact.participants.places.contains(&code)
}

/// Returns the countries in the scope of a fact: those it names, and for ASEAN as a whole the members on the day of
/// publication.
pub fn countries_in_scope(report: &Report, fact: &Fact) -> Vec<PlaceCode> {
    let is_wide = fact.scope.is_asean_wide();
    let is_in_scope = |place: &&Place| {
        names(fact, place.code) || (is_wide && place.was_member(report.published()))
    };
    report.places.iter().filter(is_in_scope).map(|place| place.code).collect()
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::model::{AseanRole, FuzzyDate, Membership, Scope};
    use crate::view_model::testing::atlas;

    #[test]
    fn the_report_names_four_covers_six_and_precedes_one() {
        let report = atlas().report;
        let with = |expected| -> Vec<String> {
            let places = report.places.iter();
            let places = places.filter(|place| country_status(&report, place) == expected);
            places.map(|place| place.code.to_string()).collect()
        };
        let statuses: Vec<_> = CountryStatus::iter().map(with).collect();
        assert_eq!(statuses[0], ["KHM", "IDN", "MYS", "SGP"]);
        assert_eq!(statuses[1], ["BRN", "LAO", "MMR", "PHL", "THA", "VNM"]);
        assert_eq!(statuses[2], ["TLS"]);
        assert!(statuses[3].is_empty());
    }

    #[test]
    fn asean_had_ten_members_at_publication_and_has_eleven_today() {
        let report = atlas().report;
        assert_eq!((members_at_publication(&report).count(), members(&report).count()), (10, 11));
    }

    #[test]
    fn an_asean_wide_fact_concerns_the_members_at_publication() {
        let report = atlas().report;
        let wide = asean_wide_facts(&report).next().unwrap();
        let countries = countries_in_scope(&report, wide);
        assert_eq!(countries.len(), 10);
        assert!(!countries.contains(&PlaceCode::new("TLS").unwrap()));
    }

    #[test]
    fn a_report_without_a_date_is_read_as_of_today() {
        let mut atlas = atlas();
        atlas.report.sources[0].published = FuzzyDate::NotStated;
        let place = atlas.report.place(PlaceCode::new("TLS").unwrap()).unwrap();
        assert_eq!(country_status(&atlas.report, place), CountryStatus::Member);
        assert_eq!(status_line(&atlas, place), "Member today, not named individually");
        assert_eq!(members_at_publication(&atlas.report).count(), 11);
    }

    #[test]
    fn a_report_of_1998_precedes_the_tenth_member() {
        let mut atlas = atlas();
        atlas.report.sources[0].published = FuzzyDate::parse("1998").unwrap();
        atlas.report.facts.iter_mut().for_each(|fact| fact.scope = Scope::asean());
        assert_eq!(members_at_publication(&atlas.report).count(), 9);
        let line =
            |code| status_line(&atlas, atlas.report.place(PlaceCode::new(code).unwrap()).unwrap());
        assert_eq!(line("KHM"), "Joined in 1999, after the report");
        assert_eq!(line("MMR"), "Member in 1998, not named individually");
    }

    #[test]
    fn an_observer_is_no_member() {
        let mut atlas = atlas();
        let place = atlas.report.places.iter_mut().find(|place| place.code.as_str() == "TLS");
        let membership = Membership { asean: AseanRole::Observer, ..Membership::default() };
        place.unwrap().membership = membership;
        let place = atlas.report.place(PlaceCode::new("TLS").unwrap()).unwrap();
        assert_eq!(country_status(&atlas.report, place), CountryStatus::Outside);
        assert!(status_explanation(&atlas, place).value.starts_with("Timor-Leste is not a member"));
    }
}
