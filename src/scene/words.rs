//! Dates, statuses and reaches in the reader's language.

use crate::atlas::Atlas;
use crate::dataset::{Basis, Day, Fact, Half, Kind, Reach, Reading, Status, Unstated, When, Years};
use crate::locale::{Locale, Message};
use crate::scene::places::members_then;

/// A day in full: `8 June 2023`.
pub fn day(locale: &Locale, day: Day) -> String {
    let (number, year) = (day.day().to_string(), day.year().to_string());
    let values = [("day", number.as_str()), ("month", locale.month(day.month())), ("year", &year)];
    locale.fill(Message::DateDay, &values)
}

/// A date as exactly as it is known: `second half of 2023`, `since 1993`, `Date not stated`.
pub fn date(locale: &Locale, date: When) -> String {
    let in_year = |message, year: u16| locale.fill(message, &[("year", &year.to_string())]);
    match date {
        When::Day { date, .. } => day(locale, date),
        When::Month { year, month, .. } => {
            let values = [("month", locale.month(month)), ("year", &year.to_string())];
            locale.fill(Message::DateMonth, &values)
        }
        When::HalfYear { year, half: Half::First, .. } => in_year(Message::DateHalfFirst, year),
        When::HalfYear { year, half: Half::Second, .. } => in_year(Message::DateHalfSecond, year),
        When::Year { year, .. } => in_year(Message::DateYear, year),
        When::Since { year, .. } => in_year(Message::DateSince, year),
        When::Range { years, .. } => range(locale, Message::DateRange, years),
        When::NotStated { within: Some(years) } => range(locale, Message::DateWithin, years),
        When::NotStated { within: None } => locale.say(Message::DateNotStated).to_owned(),
    }
}

fn range(locale: &Locale, message: Message, years: Years) -> String {
    locale.fill(message, &[("from", &years.from.to_string()), ("to", &years.to.to_string())])
}

/// How a date is known, where the report does not simply give it.
pub fn basis(locale: &Locale, date: When) -> Option<&str> {
    matches!(date, When::Day { basis: Basis::Derived, .. })
        .then(|| locale.say(Message::DateDerived))
}

/// Whether the report gives no date.
pub fn is_undated(date: When) -> bool {
    matches!(date, When::NotStated { .. })
}

/// The word for a kind of fact.
pub fn kind(kind: Kind) -> Message {
    match kind {
        Kind::Statement => Message::KindStatement,
        Kind::Meeting => Message::KindMeeting,
        Kind::Visit => Message::KindVisit,
        Kind::Project => Message::KindProject,
        Kind::Agreement => Message::KindAgreement,
        Kind::Plan => Message::KindPlan,
        Kind::Status => Message::KindStatus,
    }
}

/// The word for a status, without a day.
pub fn status(status: Status) -> Message {
    match status {
        Status::Stated => Message::StatusStated,
        Status::Held => Message::StatusHeld,
        Status::Agreed => Message::StatusAgreed,
        Status::Executed => Message::StatusExecuted,
        Status::Scheduled => Message::StatusScheduled,
        Status::Shared => Message::StatusShared,
        Status::InForce => Message::StatusInForce,
        Status::NotStated => Message::StatusNotStated,
    }
}

/// What a status reads under each of the two clocks, where that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clocked {
    /// On the day of the report.
    pub report: String,
    /// Today, as far as this report can tell.
    pub today: String,
}

/// A status with its day, under both clocks: what was scheduled cannot be told to have happened.
pub fn clocked_status(atlas: &Atlas, status: Status, date: When) -> Clocked {
    let locale = &atlas.locale;
    let when = self::date(locale, date);
    let as_of = day(locale, atlas.dataset.source.published);
    let both = |text: String| Clocked { report: text.clone(), today: text };
    match status {
        Status::Scheduled => Clocked {
            report: locale.fill(Message::StatusScheduledWhen, &[("date", &when)]),
            today: locale.fill(Message::StatusScheduledToday, &[("date", &when)]),
        },
        Status::Executed => both(locale.fill(Message::StatusExecutedAsOf, &[("date", &as_of)])),
        Status::InForce => both(locale.fill(Message::StatusInForceAsOf, &[("date", &as_of)])),
        other => both(locale.say(self::status(other)).to_owned()),
    }
}

/// Whom a fact concerns: `ASEAN-wide`, or the names of the states.
pub fn reach(atlas: &Atlas, fact: &Fact) -> String {
    match &fact.reach {
        Reach::AseanWide {} => atlas.locale.say(Message::ReachWide).to_owned(),
        Reach::Named { places } => {
            let names = places.iter().filter_map(|code| atlas.dataset.place(*code));
            list(&atlas.locale, names.map(|place| place.name.as_str()))
        }
    }
}

/// Several texts in a row, with what the language puts between them.
pub fn list<'a>(locale: &Locale, parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(locale.say(Message::ListComma))
}

/// How many members ASEAN had on the day of the report: `10 members in 2023`.
pub fn members(atlas: &Atlas) -> String {
    let count = members_then(&atlas.dataset).count().to_string();
    let year = atlas.dataset.source.published.year().to_string();
    atlas.locale.fill(Message::ReachMembers, &[("count", &count), ("year", &year)])
}

/// What the report leaves open about a fact.
pub fn unstated(unstated: Unstated) -> Message {
    match unstated {
        Unstated::Attendance => Message::UnstatedAttendance,
        Unstated::Which => Message::UnstatedWhich,
        Unstated::States => Message::UnstatedStates,
        Unstated::Participants => Message::UnstatedParticipants,
    }
}

/// The names of the people in a fact, in the order of the file.
pub fn people(atlas: &Atlas, fact: &Fact) -> String {
    let people = fact.people.iter().filter_map(|id| atlas.dataset.person(*id));
    list(&atlas.locale, people.map(|person| person.name.as_str()))
}

/// The letter of a reading, counted from A, and what it takes the passage to say.
pub fn readings(atlas: &Atlas, fact: &Fact) -> Vec<(String, Reading)> {
    let letters = 'A'..='Z';
    let label = |letter: char| {
        atlas.locale.fill(Message::ReadingsLabel, &[("letter", letter.encode_utf8(&mut [0; 4]))])
    };
    letters.zip(&fact.readings).map(|(letter, reading)| (label(letter), reading.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    #[test]
    fn a_date_says_no_more_than_is_known() {
        let locale = atlas::bundled().locale;
        let check = |when, wanted| assert_eq!(date(&locale, when), wanted);
        let basis = Basis::Stated;
        let years = Years { from: 2021, to: 2023 };
        let eighth = crate::dataset::Day::new(2023, 6, 8).unwrap();
        check(When::Day { date: eighth, basis }, "8 June 2023");
        check(When::Month { year: 2022, month: 12, basis }, "December 2022");
        check(When::HalfYear { year: 2023, half: Half::First, basis }, "first half of 2023");
        check(When::HalfYear { year: 2023, half: Half::Second, basis }, "second half of 2023");
        check(When::Year { year: 2022, basis }, "2022");
        check(When::Since { year: 1993, basis }, "since 1993");
        check(When::Range { years, basis }, "2021–2023");
        check(When::NotStated { within: Some(years) }, "Date not stated (within 2021–2023)");
        check(When::NotStated { within: None }, "Date not stated");
    }

    #[test]
    fn today_the_report_cannot_tell_what_became_of_a_plan() {
        let atlas = atlas::bundled();
        let fact = atlas
            .dataset
            .facts
            .iter()
            .find(|fact| fact.id.as_str() == "business-conference")
            .unwrap();
        let read = clocked_status(&atlas, fact.status, fact.date);
        assert_eq!(read.report, "Scheduled, second half of 2023");
        assert_eq!(
            read.today,
            "Was scheduled for the second half of 2023; this report cannot tell the outcome"
        );
    }
}
