//! What can be wrong with a value or odd about it, and how the command line says it. The studio says it in words of its own.

use std::fmt;

use super::FORMAT;
use super::id::MAPPED_PLACES;
use super::limits::{MAX_CHARACTERS, MAX_QUOTE_WORDS};

/// What is wrong with a value, or [advice](super::advice) on it.
///
/// As text it names the expected value. It starts in lower case and ends without a full stop.
///
/// Texts of a file are excerpts without invisible characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A required value is not there.
    Missing,
    /// A text has no letters.
    Blank,
    /// A text has more than [`MAX_CHARACTERS`] characters.
    TooManyCharacters,
    /// A text has more than [`MAX_QUOTE_WORDS`] words.
    TooManyWords,
    /// A text has control characters or line breaks.
    ControlCharacters,
    /// A text has marks of writing direction.
    DirectionMarks,
    /// A text is no address for a link.
    NotLink(String),
    /// A text is no language tag.
    NotLanguage(String),
    /// A text is no item of Wikidata.
    NotWikidata,
    /// A text is no hash of a paragraph.
    NotHash,
    /// A text is no code of a currency.
    NotCurrency(String),
    /// A number is negative or not finite.
    NotAmount,
    /// A number is none of the paragraphs of the report.
    NotParagraph {
        /// How many paragraphs there are.
        count: usize,
    },
    /// A date of publication is neither a day, a month nor a year.
    NotPublicationDate,
    /// The day on which a text was read is before its publication.
    BeforePublication,
    /// A list has no entry.
    NoEntry,
    /// A list is too long.
    TooManyEntries {
        /// The most that it may have.
        limit: usize,
    },
    /// Two entries of a list have the same id.
    IdTwice {
        /// The id.
        id: String,
        /// The path of the first entry.
        first: String,
    },
    /// A list names something twice.
    EntryTwice(String),
    /// The id is the one for sources without a name.
    ReservedId,
    /// An id names no entry of its list.
    UnknownId {
        /// The id.
        id: String,
        /// The path of the list.
        list: &'static str,
        /// What the list has instead, in English.
        hint: String,
    },
    /// The format is neither 1 nor 2.
    NotFormat(u16),
    /// A bloc or a group has the code of a state.
    CodeOfNoState,
    /// A text is no assigned code of a state.
    NotCountry {
        /// The text.
        code: String,
        /// The state with the name of the partner, and its code.
        named: Option<(&'static str, &'static str)>,
    },
    /// No source is the report.
    NoReport,
    /// A quote is of a source that is no report.
    QuoteOfContext,
    /// The map lacks states.
    MissingPlaces(Vec<&'static str>),
    /// The map cannot show a place.
    NotMapped(String),
    /// A state that is no member has a day of joining.
    JoinedByNoMember,
    /// A fact that concerns named states names none.
    NoPlaces,
    /// A fact names states, and its extent is another one.
    PlacesOfOtherExtent,
    /// A fact counts states, and its extent is another one.
    CountOfOtherExtent,
    /// A fact concerns ASEAN, and ASEAN besides.
    AlsoOfAsean,
    /// An amount has neither a currency nor a unit.
    NoUnit,
    /// An amount has a currency and a unit.
    UnitAndCurrency,
    /// An amount is given as the least and as the most.
    BothBounds,
    /// A fact follows itself.
    FollowsItself,
    /// A fact has one interpretation.
    OneInterpretation,
    /// The first interpretation is not that of the fact.
    OtherFirstInterpretation,
    /// A list stands in the place of an object.
    NotObject,
    /// A value is null.
    Null,
    /// An object has a key twice.
    KeyTwice {
        /// Both values; nothing where they are the same.
        values: Option<(String, String)>,
    },
    /// The type or the form of a value does not fit.
    Unfit(Wanted, String),
    /// A file is empty, or of a kind that holds no plain text.
    NoText(&'static str),
    /// A file is in another encoding than UTF-8.
    NotUtf8(String),
    /// A text is no JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there, in English.
        words: String,
    },
    /// Advice: a currency is not in use.
    CurrencyNotInUse(String),
    /// Advice: what was still to come has a date before the report.
    ScheduledBeforeReport,
    /// Advice: what had taken place has a date after the report.
    HeldAfterReport,
    /// Advice: the atlas is older than the report.
    AtlasBeforeReport,
    /// Advice: no area is there, so there is no card.
    NoAreas,
    /// Advice: no fact is of this area, so it has no card.
    EmptyArea,
    /// Advice: the texts are not in the script of their language.
    OtherScript(String),
    /// Advice: a licence is named in words.
    NotSpdx,
    /// Anything else, in English.
    Other(String),
}

/// What must stand where a value does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A whole number from 0 to this one.
    Whole(u32),
    /// True or false.
    Boolean,
    /// One of several words.
    Choice,
    /// A date.
    Date,
    /// A day.
    Day,
    /// An id.
    Id,
    /// The code of a state.
    PlaceCode,
    /// A key that an object lacks.
    Key,
    /// Not this key.
    NoKey(String),
    /// A list, an object, or something else that only a file can have.
    Structure,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Missing => "is missing",
            Self::Blank => "must not be blank",
            Self::TooManyCharacters => {
                return write!(out, "must have at most {MAX_CHARACTERS} characters");
            }
            Self::TooManyWords => {
                return write!(out, "must have at most {MAX_QUOTE_WORDS} words");
            }
            Self::ControlCharacters => "must have no control characters or line breaks",
            Self::DirectionMarks => {
                "must have no invisible marks of writing direction; the page sets the direction"
            }
            Self::NotLink(url) => {
                return write!(
                    out,
                    "must be an address that begins with https:// and has no blanks or quotes, but is “{url}”"
                );
            }
            Self::NotLanguage(tag) => {
                return write!(
                    out,
                    "must be a language tag, such as en or zh-Hans, but is “{tag}”"
                );
            }
            Self::NotWikidata => "must be an item of Wikidata, such as Q7768",
            Self::NotHash => "must be 64 lower-case hexadecimal digits",
            Self::NotCurrency(code) => {
                return write!(
                    out,
                    "must be the ISO 4217 code of a currency, such as USD, but is “{code}”"
                );
            }
            Self::NotAmount => "must be a number from 0 on",
            Self::NotParagraph { count } => {
                return write!(
                    out,
                    "must be a whole number from 1 to {count}, the paragraphs of the report"
                );
            }
            Self::NotPublicationDate => "must be a day, a month or a year, such as 2023-06-08",
            Self::BeforePublication => "must not be before the day of publication",
            Self::NoEntry | Self::NoPlaces => "must have at least one entry",
            Self::TooManyEntries { limit } => {
                return write!(out, "must have at most {limit} entries");
            }
            Self::IdTwice { id, first } => {
                return write!(
                    out,
                    "“{id}” is there a second time, first at {first}; an id stands once"
                );
            }
            Self::EntryTwice(entry) => {
                return write!(out, "“{entry}” is there a second time; name each once");
            }
            Self::ReservedId => "stands for sources without a name; choose another id",
            Self::UnknownId { id, list, hint } => {
                return write!(out, "refers to “{id}”, which is not in {list}; {hint}");
            }
            Self::NotFormat(format) => {
                return write!(out, "must be {FORMAT} (or 1, which is upgraded), but is {format}");
            }
            Self::CodeOfNoState => "belongs to the kind state; leave it out for a bloc or a group",
            Self::NotCountry { code, named } => {
                write!(out, "must be an ISO 3166-1 alpha-3 code, such as NZL, but is “{code}”; ")?;
                return match named {
                    Some((name, own)) => write!(out, "that of {name} is {own}"),
                    None => out.write_str("leave it out if the partner has none"),
                };
            }
            Self::NoReport => "must have a source with the role report",
            Self::QuoteOfContext => {
                "must be a report; the facts of other sources belong in context"
            }
            Self::MissingPlaces(codes) => {
                let count = MAPPED_PLACES.len();
                return write!(
                    out,
                    "must have all {count} states of the map, since the page counts the members; add {}",
                    codes.join(", ")
                );
            }
            Self::NotMapped(code) => {
                return write!(out, "must be a place that the map shows, but is “{code}”");
            }
            Self::JoinedByNoMember => "belongs to a member",
            Self::PlacesOfOtherExtent => "belongs to the extent named",
            Self::CountOfOtherExtent => "belongs to the extent unnamed",
            Self::AlsoOfAsean => "says again what the extent says",
            Self::NoUnit => "is missing, or a unit",
            Self::UnitAndCurrency => "must not stand beside a currency",
            Self::BothBounds => "must not stand beside at_least",
            Self::FollowsItself => "must be another fact",
            Self::OneInterpretation => "must be none or at least two",
            Self::OtherFirstInterpretation => {
                "must begin with the date and the status of the fact itself"
            }
            Self::NotObject => "must be an object",
            Self::Null => "must not be null; leave the key out instead",
            Self::KeyTwice { values: None } => {
                "is there a second time, with the same value; remove one"
            }
            Self::KeyTwice { values: Some((before, after)) } => {
                return write!(out, "is there a second time; keep one of {before} and {after}");
            }
            Self::CurrencyNotInUse(code) => {
                return write!(
                    out,
                    "ISO 4217 has no currency “{code}” in use; check the code, unless the report is older"
                );
            }
            Self::ScheduledBeforeReport => {
                "says that it was to come, but its date is before the day of the report"
            }
            Self::HeldAfterReport => {
                "says that it had taken place, but its date is after the day of the report"
            }
            Self::AtlasBeforeReport => "is before the day of the report",
            Self::NoAreas => "has no entry, so the page has no cards",
            Self::EmptyArea => "has no fact, so the page has no card for it",
            Self::OtherScript(tag) => {
                return write!(out, "is “{tag}”, but the texts are in another script");
            }
            Self::NotSpdx => "should be an SPDX identifier, such as CC-BY-4.0",
            Self::NoText(text) => text,
            Self::Unfit(_, text) | Self::NotUtf8(text) | Self::Other(text) => text,
            Self::NotJson { line, column, words } => {
                return write!(out, "is not JSON from line {line}, column {column} on: {words}");
            }
        };
        out.write_str(text)
    }
}

impl From<String> for Problem {
    fn from(message: String) -> Self {
        Self::Other(message)
    }
}

impl From<&str> for Problem {
    fn from(message: &str) -> Self {
        Self::Other(message.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_said_as_the_guide_to_the_format_lists_it() {
        let text = |text: &str| text.to_owned();
        for (problem, expected) in [
            (Problem::Missing, "is missing"),
            (Problem::TooManyCharacters, "must have at most 2000 characters"),
            (Problem::TooManyWords, "must have at most 12 words"),
            (Problem::NotFormat(3), "must be 2 (or 1, which is upgraded), but is 3"),
            (
                Problem::NotParagraph { count: 9 },
                "must be a whole number from 1 to 9, the paragraphs of the report",
            ),
            (Problem::NoPlaces, "must have at least one entry"),
            (Problem::TooManyEntries { limit: 9 }, "must have at most 9 entries"),
            (
                Problem::IdTwice { id: text("a"), first: text("$.facts[0]") },
                "“a” is there a second time, first at $.facts[0]; an id stands once",
            ),
            (Problem::EntryTwice(text("a")), "“a” is there a second time; name each once"),
            (
                Problem::UnknownId { id: text("a"), list: "$.areas", hint: text("it has b, c") },
                "refers to “a”, which is not in $.areas; it has b, c",
            ),
            (
                Problem::NotCountry { code: text("CDN"), named: Some(("Canada", "CAN")) },
                "must be an ISO 3166-1 alpha-3 code, such as NZL, but is “CDN”; that of Canada is CAN",
            ),
            (
                Problem::NotCountry { code: text("XXX"), named: None },
                "must be an ISO 3166-1 alpha-3 code, such as NZL, but is “XXX”; leave it out if the partner has none",
            ),
            (
                Problem::MissingPlaces(vec!["MYS", "THA"]),
                "must have all 11 states of the map, since the page counts the members; add MYS, THA",
            ),
            (
                Problem::KeyTwice { values: Some((text("1"), text("2"))) },
                "is there a second time; keep one of 1 and 2",
            ),
            (
                Problem::NotJson { line: 2, column: 3, words: text("a comment") },
                "is not JSON from line 2, column 3 on: a comment",
            ),
            (Problem::from("is odd"), "is odd"),
        ] {
            assert_eq!(problem.to_string(), expected);
        }
    }
}
