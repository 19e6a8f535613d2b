//! Facts in words: kind, status, scope, people, missing details, interpretations.

use super::Atlas;
use super::countries::members_at_publication;
use crate::i18n::{MessageId, date_text};
use crate::model::{
    Extent, Fact, FactKind, FuzzyDate, MissingDetail, Pillar, PlaceCode, Status, Text,
};

/// Returns the label of a kind of fact.
pub fn kind_label(kind: FactKind) -> MessageId {
    match kind {
        FactKind::Statement => MessageId::KindStatement,
        FactKind::Meeting => MessageId::KindMeeting,
        FactKind::Visit => MessageId::KindVisit,
        FactKind::Project => MessageId::KindProject,
        FactKind::Agreement => MessageId::KindAgreement,
        FactKind::Plan => MessageId::KindPlan,
        FactKind::Status => MessageId::KindStatus,
        FactKind::Funding => MessageId::KindFunding,
        FactKind::Figure => MessageId::KindFigure,
        FactKind::Appointment => MessageId::KindAppointment,
        FactKind::Framework => MessageId::KindFramework,
    }
}

/// Returns the label of a status, without a date.
pub fn status_label(status: Status) -> MessageId {
    match status {
        Status::Stated => MessageId::StatusStated,
        Status::Held => MessageId::StatusHeld,
        Status::Agreed => MessageId::StatusAgreed,
        Status::Executed => MessageId::StatusExecuted,
        Status::Scheduled => MessageId::StatusScheduled,
        Status::Shared => MessageId::StatusShared,
        Status::InForce => MessageId::StatusInForce,
        Status::Explored => MessageId::StatusExplored,
        Status::Proposed => MessageId::StatusProposed,
        Status::Signed => MessageId::StatusSigned,
        Status::Ongoing => MessageId::StatusOngoing,
        Status::Deferred => MessageId::StatusDeferred,
        Status::Suspended => MessageId::StatusSuspended,
        Status::Cancelled => MessageId::StatusCancelled,
        Status::Extended => MessageId::StatusExtended,
        Status::NotStated => MessageId::StatusNotStated,
    }
}

/// Returns the name of a pillar of the ASEAN Community.
pub fn pillar_label(pillar: Pillar) -> MessageId {
    match pillar {
        Pillar::PoliticalSecurity => MessageId::PillarPoliticalSecurity,
        Pillar::Economic => MessageId::PillarEconomic,
        Pillar::SocioCultural => MessageId::PillarSocioCultural,
    }
}

/// Returns the label of a missing detail: `Attendance not stated`.
pub fn missing_detail_label(detail: MissingDetail) -> MessageId {
    match detail {
        MissingDetail::Attendance => MessageId::MissingAttendance,
        MissingDetail::Which => MessageId::MissingWhich,
        MissingDetail::States => MessageId::MissingStates,
        MissingDetail::Participants => MessageId::MissingParticipants,
    }
}

/// A text as of the day of the report and as of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOfText {
    /// As of the day of the report.
    pub report: String,
    /// As of today, as far as this report can tell.
    pub today: String,
}

/// Returns a status with its date. What was scheduled cannot be said to have happened.
pub fn status_text(atlas: &Atlas, status: Status, date: FuzzyDate) -> AsOfText {
    let messages = &atlas.messages;
    let with_date =
        |id, date| messages.format(id, &[("date", &date_text(messages, date))]).isolated();
    let published = atlas.report.source().published;
    let same = |text: String| AsOfText { report: text.clone(), today: text };
    match status {
        Status::Scheduled => AsOfText {
            report: with_date(MessageId::StatusScheduledWhen, date),
            today: with_date(MessageId::StatusScheduledToday, date),
        },
        Status::Executed if published.is_stated() => {
            same(with_date(MessageId::StatusExecutedAsOf, published))
        }
        Status::InForce if published.is_stated() => {
            same(with_date(MessageId::StatusInForceAsOf, published))
        }
        other => same(messages.get(status_label(other)).isolated()),
    }
}

/// Returns whom a fact concerns: `ASEAN-wide`, the names of the countries, the partner, or that they are not named.
pub fn scope_text(atlas: &Atlas, fact: &Fact) -> String {
    let messages = &atlas.messages;
    let scope = &fact.scope;
    let wide = || messages.get(MessageId::ScopeWide).isolated();
    let mut parts = match scope.extent {
        Extent::Asean => vec![wide()],
        Extent::Named => place_names(atlas, &scope.places),
        Extent::Partner => vec![atlas.report.partner.name.isolated()],
        Extent::Unnamed => vec![match scope.count {
            Some(count) => {
                let values = [("count", &*count.to_string())];
                messages.format(MessageId::ScopeUnnamedCount, &values).isolated()
            }
            None => messages.get(MessageId::ScopeUnnamed).isolated(),
        }],
    };
    if !scope.also.is_empty() {
        parts.push(wide());
    }
    messages.list(parts.iter().map(String::as_str))
}

/// Returns the names of countries.
pub fn place_names(atlas: &Atlas, codes: &[PlaceCode]) -> Vec<String> {
    let places = codes.iter().filter_map(|code| atlas.report.place(*code));
    places.map(|place| place.name.isolated()).collect()
}

/// Returns how many members ASEAN had on the day of publication: `10 members in 2023`.
pub fn member_count_text(atlas: &Atlas) -> Text {
    let count = members_at_publication(&atlas.report).count().to_string();
    let Some(published) = atlas.report.published() else {
        return atlas.messages.format(MessageId::ScopeMembersUndated, &[("count", &count)]);
    };
    let values = [("count", count.as_str()), ("year", &published.year().to_string())];
    atlas.messages.format(MessageId::ScopeMembers, &values)
}

/// Returns the names of the people in a fact; empty where the report names none.
pub fn people_text(atlas: &Atlas, fact: &Fact) -> String {
    let people = fact.people.iter().filter_map(|id| atlas.report.person(*id));
    let names: Vec<String> = people.map(|person| person.name.isolated()).collect();
    atlas.messages.list(names.iter().map(String::as_str))
}

/// Returns the interpretations of a fact, each with its label: `Reading A`.
pub fn interpretations(atlas: &Atlas, fact: &Fact) -> Vec<(Text, Text)> {
    let label = |letter: char| {
        let letter = letter.to_string();
        atlas.messages.format(MessageId::InterpretationsLabel, &[("letter", &letter)])
    };
    let labels = ('A'..='Z').map(label);
    labels.zip(fact.interpretations.iter().map(|each| each.text.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn today_the_report_cannot_tell_the_outcome_of_a_plan() {
        let atlas = atlas();
        let mut facts = atlas.report.facts.iter();
        let fact = facts.find(|fact| fact.id.as_str() == "business-conference").unwrap();
        let text = status_text(&atlas, fact.status, fact.date);
        assert_eq!(text.report, "Scheduled: second half of 2023");
        assert_eq!(
            text.today,
            "Was scheduled: second half of 2023; this report cannot tell the outcome"
        );
    }
}
