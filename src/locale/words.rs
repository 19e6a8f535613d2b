//! Sentences with places to fill, in one language.

use super::Message;

/// The texts of the messages, as many as are needed: all where the page is printed, [`LIVE`](super::LIVE) where it lives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// `ltr` or `rtl`.
    pub dir: String,
    /// In the order of [`KEYS`](super::KEYS).
    pub texts: Vec<String>,
}

impl Words {
    /// The first of them only.
    #[must_use]
    pub fn first(&self, count: usize) -> Self {
        Self { dir: self.dir.clone(), texts: self.texts.iter().take(count).cloned().collect() }
    }

    /// The text of a message, its placeholders as they stand; empty where there is none.
    pub fn say(&self, message: Message) -> &str {
        self.texts.get(message as usize).map_or("", String::as_str)
    }

    /// The text of a message with each `{name}` replaced by its value.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let mut rest = self.say(message);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            text.push_str(before);
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                self.put(&mut text, value);
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// Adds a value to a text. In a text from right to left a name in Latin letters is isolated, so that it does not
    /// carry off what stands beside it: FSI and PDI of <https://www.unicode.org/reports/tr9/>. An address is to be
    /// copied and stays as it is.
    fn put(&self, text: &mut String, value: &str) {
        let isolated = self.dir == "rtl"
            && value.bytes().any(|b| b.is_ascii_alphabetic())
            && !value.starts_with("https:");
        let [before, after] = if isolated { ["\u{2068}", "\u{2069}"] } else { [""; 2] };
        for part in [before, value, after] {
            text.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn english() -> Words {
        Locale::parse(include_str!("../../assets/locales/en.json")).unwrap().words
    }

    #[test]
    fn a_placeholder_takes_its_value_and_an_unknown_one_takes_none() {
        let check = |values: &[(&str, &str)], wanted: &str| {
            assert_eq!(english().fill(Message::DateDay, values), wanted);
        };
        check(&[("day", "8"), ("month", "June"), ("year", "2023")], "8 June 2023");
        check(&[("year", "{day}")], "  {day}");
    }

    #[test]
    fn a_latin_name_is_isolated_in_a_text_from_right_to_left() {
        let mut words = english();
        let check = |words: &Words, value, wanted: &str| {
            assert_eq!(words.fill(Message::InspectorJoined, &[("date", value)]), wanted);
        };
        check(&words, "Azhar", "Joined ASEAN: Azhar");
        words.dir = "rtl".to_owned();
        check(&words, "Azhar", "Joined ASEAN: \u{2068}Azhar\u{2069}");
        check(&words, "8 جون 2023", "Joined ASEAN: 8 جون 2023");
        check(&words, "https://a.example", "Joined ASEAN: https://a.example");
    }

    #[test]
    fn of_what_does_not_travel_nothing_is_said() {
        let few = english().first(3);
        assert_eq!(few.texts.len(), 3);
        assert_eq!(few.say(Message::AboutEmbedWords), "");
    }
}
