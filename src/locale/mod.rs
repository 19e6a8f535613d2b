//! The words of the interface in one language, read from a file; no sentence stands in a view.

mod message;
mod words;

pub use message::{KEYS, LIVE, Message};
pub use words::Words;

use serde_json::Value;

use crate::dataset::Problems;

/// The interface in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// Its BCP 47 tag: `en`.
    pub lang: String,
    /// What the language calls itself.
    pub name: String,
    /// Who has read it: the sentence that the page says of it.
    pub review: Message,
    /// Its sentences.
    pub words: Words,
    months: Vec<String>,
}

impl Locale {
    /// Reads a locale file: all its problems at once where it has any.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        let file: Value = serde_json::from_str(text).map_err(|_| {
            let mut problems = Problems::default();
            problems.add("$", "is not JSON");
            problems
        })?;
        let mut problems = Problems::default();
        let locale = Self {
            lang: string(&file, "lang", &mut problems),
            name: string(&file, "name", &mut problems),
            review: review(&file, &mut problems),
            months: months(&file, &mut problems),
            words: Words {
                dir: string(&file, "dir", &mut problems),
                texts: texts(&file, &mut problems),
            },
        };
        if problems.is_empty() { Ok(locale) } else { Err(problems) }
    }

    /// The text of a message, its placeholders as they stand.
    pub fn say(&self, message: Message) -> &str {
        self.words.say(message)
    }

    /// The text of a message with each `{name}` replaced by its value.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        self.words.fill(message, values)
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

fn texts(file: &Value, problems: &mut Problems) -> Vec<String> {
    let messages = file.get("messages");
    let mut texts = Vec::with_capacity(KEYS.len());
    for key in KEYS {
        let text = messages.and_then(|messages| messages.get(key)).and_then(Value::as_str);
        if text.is_none() {
            problems.add(&["$.messages.", key].concat(), "is missing");
        }
        texts.push(text.unwrap_or_default().to_owned());
    }
    let known = |key: &&String| !KEYS.contains(&key.as_str());
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
    fn a_month_outside_the_year_has_no_name() {
        let english = Locale::parse(ENGLISH).unwrap();
        assert_eq!(english.month(6), "June");
        assert_eq!(english.month(0), "");
        assert_eq!(english.month(13), "");
    }
}
