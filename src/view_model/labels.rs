//! Facts in words: kind, status, scope, people, missing details, interpretations.

use super::Atlas;
use super::countries::members_at_publication;
use crate::i18n::{MessageId, date_text, day_text};
use crate::model::{Fact, FactKind, FuzzyDate, MissingDetail, Scope, Status, Text};

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
        Status::NotStated => MessageId::StatusNotStated,
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
    let with_date = |id, date: &str| messages.format(id, &[("date", date)]).isolated();
    let published = || day_text(messages, atlas.report.source.published);
    let same = |text: String| AsOfText { report: text.clone(), today: text };
    match status {
        Status::Scheduled => {
            let date = date_text(messages, date);
            AsOfText {
                report: with_date(MessageId::StatusScheduledWhen, &date),
                today: with_date(MessageId::StatusScheduledToday, &date),
            }
        }
        Status::Executed => same(with_date(MessageId::StatusExecutedAsOf, &published())),
        Status::InForce => same(with_date(MessageId::StatusInForceAsOf, &published())),
        other => same(messages.get(status_label(other)).isolated()),
    }
}

/// Returns whom a fact concerns: `ASEAN-wide`, or the names of the countries.
pub fn scope_text(atlas: &Atlas, fact: &Fact) -> String {
    match &fact.scope {
        Scope::AseanWide {} => atlas.messages.get(MessageId::ScopeWide).isolated(),
        Scope::Named { places } => {
            let places = places.iter().filter_map(|code| atlas.report.place(*code));
            let names: Vec<String> = places.map(|place| place.name.isolated()).collect();
            atlas.messages.list(names.iter().map(String::as_str))
        }
    }
}

/// Returns how many members ASEAN had on the day of publication: `10 members in 2023`.
pub fn member_count_text(atlas: &Atlas) -> Text {
    let count = members_at_publication(&atlas.report).count().to_string();
    let year = atlas.report.source.published.year().to_string();
    atlas.messages.format(MessageId::ScopeMembers, &[("count", &count), ("year", &year)])
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
