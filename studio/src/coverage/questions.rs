//! The questions that a fact leaves open, by its kind.

use partnership_atlas::model::{DateBasis, Day, Extent, Fact, FactKind, FuzzyDate, MissingDetail};
use strum::{EnumIter, IntoStaticStr};

use super::told::ends;
use crate::suggestions::DateFound;

/// A question that a reader would ask of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Question {
    /// When was it?
    Date,
    /// Where does the report say this date?
    DateSaid,
    /// Who attended?
    Attendance,
    /// Who took part?
    Participants,
    /// Which states?
    States,
    /// How much?
    Amount,
}

impl Question {
    /// Returns the entry of `not_stated` that says that the report does not tell. Returns `None` where the empty field says
    /// it: that of a date or an amount.
    pub fn not_stated(self) -> Option<MissingDetail> {
        match self {
            Self::Attendance => Some(MissingDetail::Attendance),
            Self::Participants => Some(MissingDetail::Participants),
            Self::States => Some(MissingDetail::States),
            Self::Date | Self::DateSaid | Self::Amount => None,
        }
    }
}

/// Returns the questions that a fact leaves open, unless it says that the report does not tell.
pub fn missing(fact: &Fact) -> Vec<Question> {
    let says = |details: &[MissingDetail]| details.iter().any(|it| fact.not_stated.contains(it));
    let mut questions = Vec::new();
    if is_dated(fact.kind) && fact.date == FuzzyDate::NotStated {
        questions.push(Question::Date);
    }
    let has_none = fact.participants.is_empty() && fact.people.is_empty();
    let who = [MissingDetail::Attendance, MissingDetail::Participants, MissingDetail::States];
    match fact.kind {
        FactKind::Meeting | FactKind::Visit if has_none && !says(&who) => {
            questions.push(Question::Attendance);
        }
        FactKind::Project if has_none && fact.scope.extent != Extent::Named && !says(&who) => {
            questions.push(Question::Participants);
        }
        _ => {}
    }
    let which = [MissingDetail::States, MissingDetail::Which, MissingDetail::Participants];
    if fact.scope.extent == Extent::Unnamed && !says(&which) {
        questions.push(Question::States);
    }
    if matches!(fact.kind, FactKind::Funding | FactKind::Figure) && fact.amounts.is_empty() {
        questions.push(Question::Amount);
    }
    questions
}

/// Returns whether a fact has a date that the report is said to state, and the sentences of its quotes do not have it.
/// `dates` are those that the sentences have.
pub fn is_date_unsaid(fact: &Fact, dates: &[DateFound]) -> bool {
    let is_said = |(first, last): (Day, Day)| {
        let stated = dates.iter().filter(|date| date.basis.is_none());
        stated.filter_map(|date| FuzzyDate::parse(&date.edtf).ok()).any(|own| {
            let is_end =
                ends(own).into_iter().flatten().any(|(from, to)| first <= from && to <= last);
            let is_inside = matches!(own, FuzzyDate::Range(..))
                && own.first_day().is_some_and(|from| from <= first)
                && own.last_day().is_some_and(|to| last <= to);
            is_end || is_inside
        })
    };
    fact.date_basis == DateBasis::Stated && !ends(fact.date).into_iter().flatten().all(is_said)
}

/// Returns whether a fact of this kind has a time of its own. A statement has that of the report; a status and a framework
/// last.
fn is_dated(kind: FactKind) -> bool {
    match kind {
        FactKind::Meeting
        | FactKind::Visit
        | FactKind::Project
        | FactKind::Agreement
        | FactKind::Plan
        | FactKind::Funding
        | FactKind::Figure
        | FactKind::Appointment => true,
        FactKind::Statement | FactKind::Status | FactKind::Framework => false,
    }
}
