//! The details of a fact in words: who takes part, who says it, organisations, amounts.

use super::Atlas;
use super::labels::place_names;
use crate::i18n::{MessageId, date_text};
use crate::model::{Amount, Fact, Office, OrganisationId, Person, Speaker, Text};

/// Returns who takes part, as far as the report says; empty where it says nothing.
pub fn participants_text(atlas: &Atlas, fact: &Fact) -> String {
    let participants = &fact.participants;
    let mut names = place_names(atlas, &participants.places);
    names.extend(organisation_names(atlas, &participants.organisations));
    if participants.open {
        names.push(atlas.messages.get(MessageId::ParticipantsOpen).isolated());
    }
    atlas.messages.list(names.iter().map(String::as_str))
}

/// Returns the names of the organisations in a fact; empty where the report names none.
pub fn organisations_text(atlas: &Atlas, fact: &Fact) -> String {
    let names = organisation_names(atlas, &fact.organisations);
    atlas.messages.list(names.iter().map(String::as_str))
}

fn organisation_names(atlas: &Atlas, ids: &[OrganisationId]) -> Vec<String> {
    let organisations = ids.iter().filter_map(|id| atlas.report.organisation(*id));
    organisations.map(|organisation| organisation.name.isolated()).collect()
}

/// Returns who says what a fact states, if the file says who.
pub fn speaker_text(atlas: &Atlas, fact: &Fact) -> Option<String> {
    match fact.said_by? {
        Speaker::Person(id) => atlas.report.person(id).map(|person| person.name.isolated()),
        Speaker::UnnamedSources => Some(atlas.messages.get(MessageId::SaidUnnamed).isolated()),
    }
}

/// Returns the amounts of a fact; empty where the report states none.
pub fn amounts_text(atlas: &Atlas, fact: &Fact) -> String {
    let amounts: Vec<String> =
        fact.amounts.iter().map(|amount| amount_text(atlas, amount)).collect();
    atlas.messages.list(amounts.iter().map(String::as_str))
}

/// Returns an amount: `about CHF 30 000 000 (2022)`.
fn amount_text(atlas: &Atlas, amount: &Amount) -> String {
    let messages = &atlas.messages;
    let number = messages.own_digits(&grouped(amount.value));
    let mut text = match (&amount.currency, &amount.unit) {
        (Some(currency), _) => format!("{currency}\u{A0}{number}"),
        (None, Some(unit)) => format!("{number} {}", unit.isolated()),
        (None, None) => number,
    };
    for (is_said, message) in [
        (amount.approximate, MessageId::AmountAbout),
        (amount.at_least, MessageId::AmountAtLeast),
        (amount.at_most, MessageId::AmountAtMost),
    ] {
        if is_said {
            text = messages.format(message, &[("amount", &text)]).isolated();
        }
    }
    if amount.period.is_stated() {
        let period = date_text(messages, amount.period);
        let values = [("amount", text.as_str()), ("period", &period)];
        text = messages.format(MessageId::AmountPeriod, &values).isolated();
    }
    text
}

/// Returns a number with a narrow no-break space between groups of three digits, which is the same in all languages
/// (ISO 80000-1, 7.3.1).
pub fn grouped(value: f64) -> String {
    let number = value.to_string();
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        let rest = whole.len() - index;
        if index > 0 && rest.is_multiple_of(3) && whole.len() > 4 {
            text.push('\u{202F}');
        }
        text.push(digit);
    }
    if fraction.is_empty() { text } else { format!("{text}.{fraction}") }
}

/// Returns the offices of a person on the day of the report, each in words; empty where the report gives none.
pub fn office_texts(atlas: &Atlas, person: &Person) -> Vec<Text> {
    let offices = person.offices_on(atlas.report.published()).into_iter();
    offices.map(|office| office_text(atlas, office)).collect()
}

fn office_text(atlas: &Atlas, office: &Office) -> Text {
    let Office { title, of, acting, .. } = office;
    let mut office = title.clone();
    if let Some(of) = of {
        let (title, body) = (office.isolated(), of.isolated());
        let values = [("office", title.as_str()), ("body", &body)];
        office = atlas.messages.format(MessageId::PersonOffice, &values);
    }
    if *acting {
        let values = [("office", office.isolated())];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        office = atlas.messages.format(MessageId::PersonActing, &values);
    }
    office
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FuzzyDate, Participants, PlaceCode};
    use crate::view_model::testing::atlas;

    #[test]
    fn an_amount_says_what_it_counts_and_how_exactly() {
        let atlas = atlas();
        let check = |amount: Amount, expected: &str| {
            assert_eq!(amount_text(&atlas, &amount), expected);
        };
        let usd = |value| Amount { value, currency: Some("USD".to_owned()), ..Amount::default() };
        check(usd(5_000_000.0), "USD\u{A0}5\u{202F}000\u{202F}000");
        check(usd(1_500.5), "USD\u{A0}1500.5");
        let approximate = Amount { approximate: true, ..usd(30_000.0) };
        check(approximate, "about USD\u{A0}30\u{202F}000");
        let at_least = Amount { at_least: true, ..usd(30_000.0) };
        check(at_least, "at least USD\u{A0}30\u{202F}000");
        let at_most = Amount { at_most: true, ..usd(30_000.0) };
        check(at_most, "up to USD\u{A0}30\u{202F}000");
        let period = FuzzyDate::parse("2023").unwrap();
        let people =
            Amount { value: 42.0, unit: Some("diplomats".into()), period, ..Amount::default() };
        check(people, "42 diplomats (2023)");
    }

    #[test]
    fn an_amount_has_the_digits_of_the_language() {
        let mut atlas = atlas();
        atlas.messages.digits = "០១២៣៤៥៦៧៨៩".to_owned();
        let amount =
            Amount { value: 1_234_567.5, currency: Some("USD".to_owned()), ..Amount::default() };
        assert_eq!(amount_text(&atlas, &amount), "USD\u{A0}១\u{202F}២៣៤\u{202F}៥៦៧.៥");
    }

    #[test]
    fn an_office_and_its_body_stand_as_the_language_writes_them() {
        let urdu = Atlas::from_files(
            include_str!("../../assets/data/pakistan-asean-2023/report.json"),
            include_str!("../../assets/locales/ur.json"),
        );
        let office =
            Office {
                title: "سفیر".into(), of: Some("ملائیشیا".into()), ..Office::default()
            };
        assert_eq!(office_text(&urdu.unwrap(), &office).value, "سفیر، ملائیشیا");
    }

    #[test]
    fn an_open_list_of_participants_says_so() {
        let atlas = atlas();
        let mut fact = atlas.report.facts[0].clone();
        assert_eq!(participants_text(&atlas, &fact), "");
        let places = ["MYS", "THA"].map(|code| PlaceCode::new(code).unwrap()).to_vec();
        fact.participants = Participants { places, open: true, ..Participants::default() };
        assert_eq!(participants_text(&atlas, &fact), "Malaysia, Thailand, and others, not named");
    }

    #[test]
    fn sources_without_a_name_are_said_to_have_none() {
        let atlas = atlas();
        let mut fact = atlas.report.facts[0].clone();
        assert_eq!(speaker_text(&atlas, &fact), None);
        fact.said_by = Some(Speaker::UnnamedSources);
        assert_eq!(speaker_text(&atlas, &fact).as_deref(), Some("unnamed sources"));
    }
}
