//! What the report says of a state, and what a state on the map may claim.

use crate::dataset::{Dataset, Day, Fact, Membership, Place, PlaceCode, Reach};
use crate::locale::Message;

/// How the report speaks of a state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tier {
    /// A fact names it.
    Named,
    /// A member when the report was written, named in no fact.
    Member,
    /// It became a member after the report was written.
    Later,
}

impl Tier {
    /// The tiers in the order of the legend.
    pub const ALL: [Self; 3] = [Self::Named, Self::Member, Self::Later];

    /// The word that its class names and tests use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Member => "member",
            Self::Later => "later",
        }
    }

    /// The pattern that its shapes are filled with, if they have one; a sheet of style cannot name it.
    pub fn pattern(self) -> Option<&'static str> {
        (self == Self::Later).then_some("url(#hatch)")
    }

    /// Its line in the legend.
    pub fn legend(self) -> Message {
        match self {
            Self::Named => Message::TierNamed,
            Self::Member => Message::TierMember,
            Self::Later => Message::TierLater,
        }
    }

    /// The sentence that says what it means for one state.
    pub fn sentence(self) -> Message {
        match self {
            Self::Named => Message::TierNamedWords,
            Self::Member => Message::TierMemberWords,
            Self::Later => Message::TierLaterWords,
        }
    }
}

/// The day on which a state joined ASEAN, for a member.
pub fn joined(place: &Place) -> Option<Day> {
    match place.membership {
        Membership::Member { joined, .. } => Some(joined),
        Membership::Partner {} => None,
    }
}

/// The states of ASEAN, by name.
pub fn members(dataset: &Dataset) -> impl Iterator<Item = &Place> {
    dataset.places.iter().filter(|place| joined(place).is_some())
}

/// The members on the day of the report.
pub fn members_then(dataset: &Dataset) -> impl Iterator<Item = &Place> {
    let published = dataset.source.published;
    members(dataset).filter(move |place| joined(place).is_some_and(|day| day <= published))
}

/// How the report speaks of a state.
pub fn tier(dataset: &Dataset, place: &Place) -> Tier {
    if facts_naming(dataset, place.code).next().is_some() {
        Tier::Named
    } else if joined(place).is_some_and(|day| day <= dataset.source.published) {
        Tier::Member
    } else {
        Tier::Later
    }
}

/// The facts that name a state, in the order of the report.
pub fn facts_naming(dataset: &Dataset, code: PlaceCode) -> impl Iterator<Item = &Fact> {
    dataset.facts.iter().filter(move |fact| names(fact, code))
}

/// The facts that name no state.
pub fn facts_wide(dataset: &Dataset) -> impl Iterator<Item = &Fact> {
    dataset.facts.iter().filter(|fact| matches!(fact.reach, Reach::AseanWide {}))
}

/// Whether a fact names a state.
pub fn names(fact: &Fact, code: PlaceCode) -> bool {
    matches!(&fact.reach, Reach::Named { places } if places.contains(&code))
}

/// The states that a fact reaches: those it names, or else the members on the day of the report.
pub fn reached(dataset: &Dataset, fact: &Fact) -> Vec<PlaceCode> {
    match &fact.reach {
        Reach::Named { places } => places.clone(),
        Reach::AseanWide {} => members_then(dataset).map(|place| place.code).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    #[test]
    fn the_report_names_four_and_covers_six_and_knows_nothing_of_one() {
        let dataset = atlas::bundled().dataset;
        let of = |wanted| of_tier(&dataset, wanted);
        assert_eq!(of(Tier::Named), ["KHM", "IDN", "MYS", "SGP"]);
        assert_eq!(of(Tier::Member), ["BRN", "LAO", "MMR", "PHL", "THA", "VNM"]);
        assert_eq!(of(Tier::Later), ["TLS"]);
    }

    fn of_tier(dataset: &Dataset, wanted: Tier) -> Vec<String> {
        let places = members(dataset).filter(|place| tier(dataset, place) == wanted);
        places.map(|place| place.code.to_string()).collect()
    }

    #[test]
    fn ten_members_then_and_eleven_today() {
        let dataset = atlas::bundled().dataset;
        assert_eq!((members_then(&dataset).count(), members(&dataset).count()), (10, 11));
    }

    #[test]
    fn what_concerns_asean_reaches_its_members_of_that_day() {
        let dataset = atlas::bundled().dataset;
        let wide = facts_wide(&dataset).next().unwrap();
        assert_eq!(reached(&dataset, wide).len(), 10);
        assert!(!reached(&dataset, wide).contains(&PlaceCode::new("TLS").unwrap()));
    }
}
