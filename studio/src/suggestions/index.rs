//! The names of places, people and organisations, found by their words.

use partnership_atlas::model::{OrganisationId, PersonId, PlaceCode, Report};

use super::{Names, people};
use crate::tokens::{Token, TokenKind, WordMap, tokens};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A place.
    Place(PlaceCode),
    /// A person.
    Person(PersonId),
    /// An organisation.
    Organisation(OrganisationId),
}

impl Named {
    fn kind(self) -> usize {
        match self {
            Self::Place(_) => 0,
            Self::Person(_) => 1,
            Self::Organisation(_) => 2,
        }
    }
}

/// A name among the tokens of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The index of its first token.
    pub first: usize,
    /// The index behind its last token.
    pub end: usize,
    /// What it stands for.
    pub named: Named,
}

/// A name.
#[derive(Clone, Debug)]
struct Name {
    /// All its words and numbers.
    words: Vec<String>,
    /// How its first word must be written: an abbreviation, as `WHO` is no question.
    exact: Option<String>,
    /// Whether it must begin with a capital letter, where its script has such.
    is_capitalised: bool,
    named: Named,
}

/// The names of a report and of a language, by their first word.
#[derive(Clone, Debug)]
pub(super) struct NameIndex {
    names: WordMap<Vec<Name>>,
    /// The words of the names of people.
    people: Vec<(PersonId, Vec<String>)>,
}

/// What may stand inside a name.
const INNER_SIGNS: &str = ".'’ʼ-‐‑–,";

impl NameIndex {
    /// Prepares the names of a report, and those of a language for the places that the report has.
    pub fn new(report: &Report, names: &Names) -> Self {
        let mut own = Self { names: WordMap::default(), people: Vec::new() };
        for place in &report.places {
            let aliases = place.aliases.iter().map(String::as_str);
            for name in std::iter::once(place.name.value.as_str()).chain(aliases) {
                own.add(name, Named::Place(place.code));
            }
        }
        for (code, name) in &names.places {
            if report.place(*code).is_some() {
                own.add(name, Named::Place(*code));
            }
        }
        for organisation in &report.organisations {
            own.add(&organisation.name.value, Named::Organisation(organisation.id));
        }
        for person in &report.people {
            own.add_person(&person.name.value, person.id);
        }
        own
    }

    fn add(&mut self, name: &str, named: Named) {
        let tokens = named_tokens(name);
        let is_abbreviation = tokens.len() == 1
            && name.chars().all(|c| !c.is_lowercase())
            && name.chars().any(char::is_uppercase);
        let first = tokens.first().filter(|_| is_abbreviation);
        let exact = first.map(|token| token.text.to_owned());
        self.add_words(
            tokens.into_iter().map(|token| token.normal.into_owned()).collect(),
            exact,
            false,
            named,
        );
    }

    /// Adds the name of a person without titles, and the last name alone.
    fn add_person(&mut self, name: &str, id: PersonId) {
        let named = Named::Person(id);
        let tokens = named_tokens(name);
        let words = tokens.into_iter().map(|token| token.normal.into_owned());
        let words: Vec<String> = words.skip_while(|word| people::is_title(word)).collect();
        let is_last = |word: &&String| !["jr", "sr", "ii", "iii"].contains(&word.as_str());
        if let Some(last) = words.iter().rev().find(is_last).filter(|last| last.chars().count() > 2)
        {
            self.add_words(vec![last.clone()], None, true, named);
        }
        self.people.push((id, words.clone()));
        self.add_words(words, None, true, named);
    }

    fn add_words(
        &mut self,
        words: Vec<String>,
        exact: Option<String>,
        is_capitalised: bool,
        named: Named,
    ) {
        if let Some(first) = words.first() {
            let names = self.names.entry(first.clone()).or_default();
            names.push(Name { words, exact, is_capitalised, named });
        }
    }

    /// Returns the names in a text. Of places, people and organisations the longest name counts at each word.
    pub fn hits(&self, tokens: &[Token<'_>]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut free_from = [0; 3];
        for (first, token) in tokens.iter().enumerate() {
            let Some(names) = self.names.get(token.normal.as_ref()) else { continue };
            let here = names.iter().filter_map(|name| {
                let is_free = free_from.get(name.named.kind()).is_some_and(|free| *free <= first);
                let end = end_of(name, tokens, first).filter(|_| is_free)?;
                Some(Hit { first, end, named: name.named })
            });
            let here: Vec<Hit> = here.collect();
            let mut longest = [0; 3];
            for hit in &here {
                if let Some(end) = longest.get_mut(hit.named.kind()) {
                    *end = hit.end.max(*end);
                }
            }
            let is_longest = |hit: &Hit| longest.get(hit.named.kind()) == Some(&hit.end);
            hits.extend(here.into_iter().filter(is_longest));
            for (free, end) in free_from.iter_mut().zip(longest) {
                *free = end.max(*free);
            }
        }
        hits
    }

    /// Returns the people whose name has all these words.
    pub fn people_with(&self, words: &[&str]) -> Vec<PersonId> {
        let all = |own: &[String]| {
            let mut words = words.iter().filter(|word| !INNER_SIGNS.contains(**word));
            words.all(|word| own.iter().any(|own| own == word))
        };
        self.people.iter().filter(|(_, own)| all(own)).map(|(id, _)| *id).collect()
    }
}

/// Returns the words and numbers of a name.
fn named_tokens(name: &str) -> Vec<Token<'_>> {
    let mut tokens = tokens(name);
    tokens.retain(|token| token.kind != TokenKind::Sign);
    tokens
}

/// Returns the index behind a name, if it stands at a token.
fn end_of(name: &Name, tokens: &[Token<'_>], first: usize) -> Option<usize> {
    let token = tokens.get(first)?;
    let is_lower = token.text.starts_with(char::is_lowercase);
    let is_other = name.exact.as_ref().is_some_and(|exact| exact != token.text);
    if is_other || (name.is_capitalised && is_lower) {
        return None;
    }
    let mut end = first;
    for (index, word) in name.words.iter().enumerate() {
        if index > 0 && tokens.get(end).is_some_and(|token| token.is_sign(INNER_SIGNS)) {
            end += 1;
        }
        tokens.get(end).filter(|token| token.normal == *word && token.kind != TokenKind::Sign)?;
        end += 1;
    }
    Some(end)
}
