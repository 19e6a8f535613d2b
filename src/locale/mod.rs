//! The words of the interface in one language, read from a file; no sentence stands in a view.

mod message;

pub use message::{KEYS, LIVE, Message};

use serde_json::Value;

use crate::dataset::Problems;

/// The interface in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// Its BCP 47 tag: `en`.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// What the language calls itself.
    pub name: String,
    /// Who has read it: the sentence that the page says of it.
    pub review: Message,
    months: Vec<String>,
    texts: Vec<String>,
}

impl Locale {
    /// Reads a locale file: all its problems at once where it has any.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        Self::with(KEYS, text)
    }

    /// Reads the part of a locale file that the live page needs, [`LIVE`]; the other messages are empty.
    pub fn parse_live(text: &str) -> Result<Self, Problems> {
        Self::with(LIVE, text)
    }

    fn with(keys: &[&str], text: &str) -> Result<Self, Problems> {
        let file: Value = serde_json::from_str(text).map_err(|_| {
            let mut problems = Problems::default();
            problems.add("$", "is not JSON");
            problems
        })?;
        let mut problems = Problems::default();
        let locale = Self {
            lang: string(&file, "lang", &mut problems),
            dir: string(&file, "dir", &mut problems),
            name: string(&file, "name", &mut problems),
            review: review(&file, &mut problems),
            months: months(&file, &mut problems),
            texts: texts(keys, &file, &mut problems),
        };
        if problems.is_empty() { Ok(locale) } else { Err(problems) }
    }

    /// The text of a message, its placeholders as they stand.
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

    /// The name of a month, 1 to 12.
    pub fn month(&self, month: u8) -> &str {
        let place = usize::from(month).checked_sub(1);
        place.and_then(|place| self.months.get(place)).map_or("", String::as_str)
    }
}

fn review(file: &Value, problems: &mut Problems) -> Message {
    match file.get("review").and_then(Value::as_str) {
        Some("author") => Message::ReviewAuthor,
        Some("speaker") => Message::ReviewSpeaker,
        Some("machine") => Message::ReviewMachine,
        _ => {
            problems.add("$.review", "must be one of machine, speaker, author");
            Message::ReviewMachine
        }
    }
}

fn string(file: &Value, key: &str, problems: &mut Problems) -> String {
    match file.get(key).and_then(Value::as_str) {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => {
            problems.add(&["$.", key].concat(), "must be a text");
            String::new()
        }
    }
}

fn months(file: &Value, problems: &mut Problems) -> Vec<String> {
    let names = file.get("months").and_then(Value::as_array);
    let names: Vec<String> =
        names.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    if names.len() != 12 {
        problems.add("$.months", "must be the twelve names of the months");
    }
    names
}

fn texts(keys: &[&str], file: &Value, problems: &mut Problems) -> Vec<String> {
    let messages = file.get("messages");
    let mut texts = Vec::with_capacity(keys.len());
    for key in keys {
        let text = messages.and_then(|messages| messages.get(key)).and_then(Value::as_str);
        if text.is_none() {
            problems.add(&["$.messages.", key].concat(), "is missing");
        }
        texts.push(text.unwrap_or_default().to_owned());
    }
    let known = |key: &&String| !keys.contains(&key.as_str());
    let strangers = messages.and_then(Value::as_object).into_iter().flat_map(|all| all.keys());
    for key in strangers.filter(known) {
        problems.add(&["$.messages.", key].concat(), "is not a message of the page");
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = include_str!("../../assets/locales/en.json");

    #[test]
    fn english_has_every_message_and_no_other() {
        assert!(Locale::parse(ENGLISH).is_ok());
        let other = ENGLISH.replace("\"clock.today\"", "\"clock.tomorrow\"");
        let answer = Locale::parse(&other).unwrap_err().to_string();
        assert!(answer.contains("$.messages.clock.today"), "{answer}");
        assert!(answer.contains("$.messages.clock.tomorrow"), "{answer}");
    }

    #[test]
    fn a_placeholder_takes_its_value_and_an_unknown_one_takes_none() {
        let english = Locale::parse(ENGLISH).unwrap();
        let check = |values: &[(&str, &str)], wanted: &str| {
            assert_eq!(english.fill(Message::DateDay, values), wanted);
        };
        check(&[("day", "8"), ("month", "June"), ("year", "2023")], "8 June 2023");
        check(&[("year", "{day}")], "  {day}");
    }

    #[test]
    fn a_latin_name_is_isolated_in_a_text_from_right_to_left() {
        let mut locale = Locale::parse(ENGLISH).unwrap();
        let check = |locale: &Locale, value, wanted: &str| {
            assert_eq!(locale.fill(Message::InspectorJoined, &[("date", value)]), wanted);
        };
        check(&locale, "Azhar", "Joined ASEAN: Azhar");
        locale.dir = "rtl".to_owned();
        check(&locale, "Azhar", "Joined ASEAN: \u{2068}Azhar\u{2069}");
        check(&locale, "8 جون 2023", "Joined ASEAN: 8 جون 2023");
        check(&locale, "https://a.example", "Joined ASEAN: https://a.example");
    }

    #[test]
    fn a_month_outside_the_year_has_no_name() {
        let english = Locale::parse(ENGLISH).unwrap();
        assert_eq!(english.month(6), "June");
        assert_eq!(english.month(0), "");
        assert_eq!(english.month(13), "");
    }
}
