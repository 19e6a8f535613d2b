//! The texts of the interface, with placeholders to fill.

use serde::{Deserialize, Serialize};

use super::MessageId;
use crate::model::Text;

/// The interface in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    /// The BCP 47 tag of the language: `en`.
    pub lang: String,
    /// The writing direction: `ltr` or `rtl`.
    pub dir: String,
    /// The names of the twelve months, as they stand in a date.
    pub months: Vec<Text>,
    /// What the page says about its translation.
    pub review: Text,
    /// The digits of the language, from zero to nine; empty where they are those of English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub digits: String,
    /// The texts, in the order of [`MessageId`]. Build and module know the same order, so the keys need not be sent.
    pub texts: Vec<Text>,
}

/// What is shown for a message that a file lacks; the build fills every message, so readers never see it.
static MISSING: Text = Text { value: String::new(), lang: None };

impl Messages {
    /// Returns the text of a message, placeholders included.
    pub fn get(&self, id: MessageId) -> &Text {
        self.texts.get(id as usize).unwrap_or(&MISSING)
    }

    /// Returns the text of a message with each `{name}` replaced by its value; unknown names become empty.
    ///
    /// A value that is a number gets the digits of the language. In an English fallback it keeps its own.
    pub fn format(&self, id: MessageId, values: &[(&str, &str)]) -> Text {
        let Text { value: pattern, lang } = self.get(id);
        let mut text = String::new();
        let mut rest = pattern.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { break };
            text.push_str(before);
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                let value =
                    if lang.is_none() { self.number_text(value) } else { (*value).to_owned() };
                text.push_str(&self.isolate(value));
            }
            rest = after;
        }
        text.push_str(rest);
        Text { value: text, lang: lang.clone() }
    }

    /// Returns the name of a month, 1 to 12; empty for any other number.
    pub fn month(&self, month: u8) -> &str {
        let index = usize::from(month).checked_sub(1);
        index.and_then(|index| self.months.get(index)).map_or("", |month| month.value.as_str())
    }

    /// Returns a number in the digits of the language.
    pub fn number(&self, number: usize) -> String {
        self.own_digits(&number.to_string())
    }

    /// Returns a number in the digits of the language; any other value, such as an address, as it is.
    fn number_text(&self, value: &str) -> String {
        if value.bytes().all(|byte| byte.is_ascii_digit()) {
            self.own_digits(value)
        } else {
            value.to_owned()
        }
    }

    /// Returns a text with every digit in the digits of the language.
    pub fn own_digits(&self, text: &str) -> String {
        let own = |letter: char| {
            let digit = usize::try_from(letter.to_digit(10)?).ok()?;
            self.digits.chars().nth(digit)
        };
        text.chars().map(|letter| own(letter).unwrap_or(letter)).collect()
    }

    /// Returns several texts as a list in one line, separated as the language does.
    pub fn list<'a>(&self, parts: impl Iterator<Item = &'a str>) -> String {
        parts.collect::<Vec<_>>().join(&self.get(MessageId::ListComma).value)
    }

    /// Wraps a value in FSI and PDI (<https://www.unicode.org/reports/tr9/>) where it is Latin in a right-to-left text,
    /// so that it does not move what stands beside it. An address is copied by readers and stays as it is.
    fn isolate(&self, value: String) -> String {
        let has_latin = value.bytes().any(|b| b.is_ascii_alphabetic());
        if self.dir == "rtl" && has_latin && !value.starts_with("https:") {
            format!("\u{2068}{value}\u{2069}")
        } else {
            value
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::english;

    #[test]
    fn placeholders_are_filled_and_unknown_ones_are_empty() {
        let check = |values: &[(&str, &str)], expected: &str| {
            assert_eq!(english().format(MessageId::DateDay, values).value, expected);
        };
        check(&[("day", "8"), ("month", "June"), ("year", "2023")], "8 June 2023");
        check(&[("year", "{day}")], "  {day}");
    }

    #[test]
    fn latin_values_are_isolated_in_right_to_left_texts() {
        let mut messages = english();
        let check = |messages: &Messages, value, expected: &str| {
            let text = messages.format(MessageId::InspectorJoined, &[("date", value)]);
            assert_eq!(text.value, expected);
        };
        check(&messages, "Azhar", "Joined ASEAN: Azhar");
        messages.dir = "rtl".to_owned();
        check(&messages, "Azhar", "Joined ASEAN: \u{2068}Azhar\u{2069}");
        check(&messages, "8 جون 2023", "Joined ASEAN: 8 جون 2023");
        check(&messages, "https://a.example", "Joined ASEAN: https://a.example");
    }

    #[test]
    fn numbers_have_the_digits_of_the_language_and_codes_keep_theirs() {
        let mut messages = english();
        messages.digits = "០១២៣៤៥៦៧៨៩".to_owned();
        let date = [("day", "8"), ("month", "មិថុនា"), ("year", "2023")];
        assert_eq!(messages.format(MessageId::DateDay, &date).value, "៨ មិថុនា ២០២៣");
        assert_eq!(messages.number(1_967), "១៩៦៧");
        for code in ["2023-06-08", "https://a.example/2023", "SHA-256", "", "8 June 2023"] {
            let text = messages.format(MessageId::InspectorJoined, &[("date", code)]);
            assert_eq!(text.value, format!("Joined ASEAN: {code}"));
        }
        // English words keep English digits.
        messages.texts[MessageId::DateYear as usize] = Text::fallback("{year}", "en");
        assert_eq!(messages.format(MessageId::DateYear, &[("year", "2023")]).value, "2023");
    }

    #[test]
    fn a_fallback_keeps_its_language_when_it_is_filled() {
        let mut messages = english();
        let pattern = Text::fallback("Joined ASEAN: {date}", "en");
        messages.texts[MessageId::InspectorJoined as usize] = pattern;
        let text = messages.format(MessageId::InspectorJoined, &[("date", "1967")]);
        assert_eq!(text, Text::fallback("Joined ASEAN: 1967", "en"));
    }

    #[test]
    fn months_outside_the_year_have_no_name() {
        assert_eq!(english().month(6), "June");
        assert_eq!((english().month(0), english().month(13)), ("", ""));
    }
}
