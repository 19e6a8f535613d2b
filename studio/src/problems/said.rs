//! What the model finds wrong, in the words of somebody who writes no JSON: what to do about it.

use partnership_atlas::model::Problem;
use partnership_atlas::model::id::SLUG_LENGTH;
use partnership_atlas::model::limits::{MAX_CHARACTERS, MAX_QUOTE_WORDS};
use partnership_atlas::model::problem::Wanted;
use partnership_atlas::model::quote::UNNAMED_SOURCES;

use super::Part;
use crate::words::Word;

/// A word, and the values in its places by their names.
type Said = (Word, Vec<(&'static str, Part)>);

/// Returns the word for a problem, and the values in its places.
pub fn words_of(problem: &Problem) -> Said {
    match problem {
        Problem::Missing => alone(Word::ProblemMissing),
        Problem::Blank | Problem::Null => alone(Word::ProblemBlank),
        Problem::TooManyCharacters => (Word::ProblemCharacters, count(MAX_CHARACTERS)),
        Problem::TooManyWords => (Word::ProblemWords, count(MAX_QUOTE_WORDS)),
        Problem::ControlCharacters | Problem::DirectionMarks => alone(Word::ProblemInvisible),
        Problem::NotLink(_) => alone(Word::ProblemLink),
        Problem::NotLanguage(_) => alone(Word::ProblemLanguage),
        Problem::NotWikidata => alone(Word::ProblemWikidata),
        Problem::NotCurrency(_) => alone(Word::ProblemCurrency),
        Problem::NotAmount => alone(Word::ProblemNumber),
        Problem::NotParagraph { .. } => alone(Word::ProblemParagraph),
        Problem::NotPublicationDate => alone(Word::ProblemPublished),
        Problem::BeforePublication => alone(Word::ProblemRetrieved),
        Problem::NoEntry => alone(Word::ProblemEmpty),
        Problem::TooManyEntries { limit } => (Word::ProblemMany, count(*limit)),
        Problem::IdTwice { id, .. } => (Word::ProblemTwice, name(id)),
        // No entry has this id, but it is one of the choices.
        Problem::ReservedId => (Word::ProblemTwice, name(UNNAMED_SOURCES)),
        Problem::EntryTwice(_) | Problem::KeyTwice { .. } => alone(Word::ProblemDouble),
        Problem::UnknownId { id, .. } => (Word::ProblemUnknown, name(id)),
        Problem::CodeOfNoState => alone(Word::ProblemNoCountry),
        Problem::NotCountry { named: Some((own, code)), .. } => {
            let mut values = name(own);
            values.push(("code", Part::Text((*code).to_owned())));
            (Word::ProblemCountryIs, values)
        }
        Problem::NotCountry { named: None, .. } => alone(Word::ProblemCountry),
        Problem::NoPlaces => (Word::ProblemNoPlaces, vec![EXTENT]),
        Problem::PlacesOfOtherExtent | Problem::AlsoOfAsean => {
            (Word::ProblemExtent, vec![EXTENT, ("answer", Part::Label(Word::ExtentNamed))])
        }
        Problem::CountOfOtherExtent => {
            (Word::ProblemExtent, vec![EXTENT, ("answer", Part::Label(Word::ExtentUnnamed))])
        }
        Problem::NoUnit => alone(Word::ProblemNoUnit),
        Problem::UnitAndCurrency => alone(Word::ProblemBothUnits),
        Problem::BothBounds => alone(Word::ProblemBounds),
        Problem::FollowsItself => alone(Word::ProblemChoice),
        Problem::OneInterpretation => alone(Word::ProblemInterpretationOne),
        Problem::OtherFirstInterpretation => alone(Word::ProblemInterpretationFirst),
        Problem::Unfit(wanted, _) => words_for(wanted),
        Problem::NoText(_) => alone(Word::ProblemNoText),
        Problem::NotUtf8(_) => alone(Word::ProblemEncoding),
        Problem::NotJson { line, column, .. } => {
            let number = |number: &usize| Part::Text(number.to_string());
            (Word::ProblemDamaged, vec![("line", number(line)), ("column", number(column))])
        }
        Problem::CurrencyNotInUse(_) => alone(Word::AdviceCurrency),
        Problem::ScheduledBeforeReport => alone(Word::AdviceScheduled),
        Problem::HeldAfterReport => alone(Word::AdviceHeld),
        Problem::AtlasBeforeReport => alone(Word::AdviceOlder),
        Problem::NoAreas => alone(Word::AdviceNoAreas),
        Problem::EmptyArea => alone(Word::AdviceEmptyArea),
        Problem::OtherScript(_) => alone(Word::AdviceScript),
        Problem::NotSpdx => alone(Word::AdviceLicence),
        // What no form has: only somebody who edits the file can make and mend it.
        Problem::NotHash
        | Problem::NotFormat(_)
        | Problem::NoReport
        | Problem::QuoteOfContext
        | Problem::MissingPlaces(_)
        | Problem::NotMapped(_)
        | Problem::JoinedByNoMember
        | Problem::NotObject
        | Problem::Other(_) => alone(Word::ProblemFile),
    }
}

/// The label of the field on which what a fact may name depends.
const EXTENT: (&str, Part) = ("field", Part::Label(Word::FieldExtent));

/// Returns the word for a value of another type or form, and the values in its places.
fn words_for(wanted: &Wanted) -> Said {
    match wanted {
        Wanted::Key => alone(Word::ProblemMissing),
        Wanted::Text | Wanted::Boolean => alone(Word::ProblemAgain),
        Wanted::Number => alone(Word::ProblemNumber),
        Wanted::Whole(_) => alone(Word::ProblemWhole),
        Wanted::Choice => alone(Word::ProblemChoice),
        Wanted::Date => alone(Word::DateUnread),
        Wanted::Day => alone(Word::ProblemDay),
        Wanted::Id => (Word::ProblemId, count(SLUG_LENGTH)),
        Wanted::PlaceCode => alone(Word::ProblemCountry),
        Wanted::NoKey(key) => (Word::ProblemStranger, name(key)),
        Wanted::Structure => alone(Word::ProblemFile),
    }
}

fn alone(word: Word) -> Said {
    (word, Vec::new())
}

fn name(name: &str) -> Vec<(&'static str, Part)> {
    vec![("name", Part::Text(name.to_owned()))]
}

fn count(count: usize) -> Vec<(&'static str, Part)> {
    vec![("count", Part::Text(count.to_string()))]
}

#[cfg(test)]
mod tests;
