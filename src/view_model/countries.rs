//! What the report says of a country, and what the map may claim about it.

use strum::{EnumIter, IntoStaticStr};

use super::Atlas;
use crate::i18n::MessageId;
use crate::model::{Day, Fact, Membership, Place, PlaceCode, Report, Scope};

/// How the report speaks of a member state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum CountryStatus {
    /// A fact names it.
    Named,
    /// A member when the report was published, named in no fact.
    Member,
    /// It became a member after the report was published.
    Later,
}

impl CountryStatus {
    /// Returns the name that class names use.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the SVG pattern of its shapes, if they have one; a style sheet cannot refer to it.
    pub fn pattern(self) -> Option<&'static str> {
        (self == Self::Later).then_some("url(#hatch)")
    }

    /// Returns its line in the legend.
    pub fn legend(self) -> MessageId {
        match self {
            Self::Named => MessageId::CountryStatusNamed,
            Self::Member => MessageId::CountryStatusMember,
            Self::Later => MessageId::CountryStatusLater,
        }
    }

    /// Returns the sentence that explains it for one country.
    pub fn explanation(self) -> MessageId {
        match self {
            Self::Named => MessageId::CountryStatusNamedText,
            Self::Member => MessageId::CountryStatusMemberText,
            Self::Later => MessageId::CountryStatusLaterText,
        }
    }
}

/// Returns the day on which a member joined ASEAN.
pub fn joined(place: &Place) -> Option<Day> {
    match place.membership {
        Membership::Member { joined, .. } => Some(joined),
        Membership::Partner {} => None,
    }
}

/// Returns the year in which a member joined ASEAN; empty for the partner.
pub fn joined_year(place: &Place) -> String {
    joined(place).map(|day| day.year().to_string()).unwrap_or_default()
}

/// Returns the members of ASEAN today, in the order of the file.
pub fn members(report: &Report) -> impl Iterator<Item = &Place> {
    report.places.iter().filter(|place| place.is_member())
}

/// Returns the members on the day of publication.
pub fn members_at_publication(report: &Report) -> impl Iterator<Item = &Place> {
    let published = report.source.published;
    members(report).filter(move |place| joined(place).is_some_and(|day| day <= published))
}

/// Returns how the report speaks of a member state.
pub fn country_status(report: &Report, place: &Place) -> CountryStatus {
    if facts_naming(report, place.code).next().is_some() {
        CountryStatus::Named
    } else if joined(place).is_some_and(|day| day <= report.source.published) {
        CountryStatus::Member
    } else {
        CountryStatus::Later
    }
}

/// Returns the line of the legend for a country: `Joined in 2025, after the report`.
pub fn status_line(atlas: &Atlas, place: &Place) -> String {
    let status = country_status(&atlas.report, place);
    let year = joined_year(place);
    atlas.messages.format(status.legend(), &[("year", &year)]).isolated()
}

/// Returns the facts that name a country, in the order of the report.
pub fn facts_naming(report: &Report, code: PlaceCode) -> impl Iterator<Item = &Fact> {
    report.facts.iter().filter(move |fact| names(fact, code))
}

/// Returns the facts that name no country.
pub fn asean_wide_facts(report: &Report) -> impl Iterator<Item = &Fact> {
    report.facts.iter().filter(|fact| matches!(fact.scope, Scope::AseanWide {}))
}

/// Returns whether a fact names a country.
pub fn names(fact: &Fact, code: PlaceCode) -> bool {
    matches!(&fact.scope, Scope::Named { places } if places.contains(&code))
}

/// Returns the countries in the scope of a fact: those it names, or the members on the day of publication.
pub fn countries_in_scope(report: &Report, fact: &Fact) -> Vec<PlaceCode> {
    match &fact.scope {
        Scope::Named { places } => places.clone(),
        Scope::AseanWide {} => members_at_publication(report).map(|place| place.code).collect(),
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn the_report_names_four_covers_six_and_precedes_one() {
        let report = atlas().report;
        let with = |expected| -> Vec<String> {
            let places =
                members(&report).filter(|place| country_status(&report, place) == expected);
            places.map(|place| place.code.to_string()).collect()
        };
        let statuses: Vec<_> = CountryStatus::iter().map(with).collect();
        assert_eq!(statuses[0], ["KHM", "IDN", "MYS", "SGP"]);
        assert_eq!(statuses[1], ["BRN", "LAO", "MMR", "PHL", "THA", "VNM"]);
        assert_eq!(statuses[2], ["TLS"]);
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
}
