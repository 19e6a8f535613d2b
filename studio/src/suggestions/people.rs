//! People whom an English text names with a title: "Ambassador Lina Osman".

use crate::tokens::{Token, TokenKind};

// All lists are sorted, since most words of a text are looked for in them.

/// Words that stand before a name, in lower case.
const TITLES: [&str; 53] = [
    "admiral",
    "ambassador",
    "captain",
    "chairman",
    "chairperson",
    "chairwoman",
    "chancellor",
    "col",
    "colonel",
    "commissioner",
    "consul",
    "counsellor",
    "dame",
    "dato",
    "datuk",
    "dr",
    "excellency",
    "gen",
    "general",
    "governor",
    "hon",
    "honorable",
    "honourable",
    "king",
    "lady",
    "lieutenant",
    "lord",
    "lt",
    "marshal",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mx",
    "premier",
    "president",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "secretary",
    "senator",
    "sheikh",
    "sir",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "sultan",
    "tun",
    "undersecretary",
];

/// Titles that are cut, so that a point may stand behind them.
const SHORT: [&str; 11] = ["col", "dr", "gen", "hon", "lt", "mr", "mrs", "ms", "mx", "prof", "sen"];

/// Words that belong to a title only beside another: "Prime Minister", but not "Sri Lanka".
const BETWEEN: [&str; 12] = [
    "assistant",
    "chief",
    "deputy",
    "executive",
    "foreign",
    "major",
    "permanent",
    "prime",
    "seri",
    "sri",
    "tan",
    "vice",
];

/// Small words inside a name.
const PARTICLES: [&str; 17] = [
    "al", "bin", "bint", "binti", "da", "de", "del", "der", "dos", "el", "ibn", "la", "ul", "ur",
    "van", "von", "y",
];

/// Words that begin with a capital letter and are no names.
const NO_NAMES: [&str; 41] = [
    "affairs",
    "agreement",
    "asean",
    "assembly",
    "budget",
    "committee",
    "conference",
    "council",
    "declaration",
    "delegation",
    "department",
    "designate",
    "dialogue",
    "division",
    "elect",
    "election",
    "elections",
    "emeritus",
    "forum",
    "friday",
    "house",
    "level",
    "meeting",
    "meetings",
    "ministry",
    "monday",
    "office",
    "palace",
    "review",
    "saturday",
    "secretariat",
    "state",
    "statement",
    "summit",
    "sunday",
    "the",
    "thursday",
    "treaty",
    "tuesday",
    "university",
    "wednesday",
];

/// The most tokens of the titles before a name.
const MAX_TITLES: usize = 16;

/// The most words of a name.
const MAX_WORDS: usize = 7;

/// The name of a person among the tokens of a text, without its titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TitledName {
    /// The index of its first token.
    pub first: usize,
    /// The index behind its last token.
    pub end: usize,
}

/// Returns whether a word, in lower case, stands before names as a title.
pub(super) fn is_title(word: &str) -> bool {
    is_in(&TITLES, word) || is_in(&BETWEEN, word)
}

/// Returns whether a sorted list has a word.
fn is_in(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

/// Returns the names that follow a title.
pub(super) fn titled(tokens: &[Token<'_>]) -> Vec<TitledName> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // A name begins with a capital letter; this spares most words the search among the titles.
        let is_before_name = tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == TokenKind::Sign || next.is_capitalised());
        let may_be_title = token.kind == TokenKind::Word && is_before_name;
        let behind = if may_be_title { behind_titles(tokens, at) } else { None };
        match behind {
            Some(first) => {
                let end = behind_name(tokens, first);
                if end > first && !is_no_name(tokens, first, end) {
                    names.push(TitledName { first, end });
                }
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    names
}

/// Returns the index behind the titles that begin at a token: `Prime Minister Dato’ Seri`, `Secretary-General Dr.`, `H.E.`.
fn behind_titles(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut end = at;
    let mut has_title = false;
    while let Some(token) = tokens.get(end).filter(|_| end - at < MAX_TITLES) {
        if let Some(behind) = behind_excellency(tokens, end) {
            (has_title, end) = (true, behind);
            continue;
        }
        let is_own = is_in(&TITLES, &token.normal);
        if !is_own && !is_in(&BETWEEN, &token.normal) {
            break;
        }
        let is_after_tan =
            end > at && tokens.get(end - 1).is_some_and(|before| before.is_word("tan"));
        has_title |= is_own || (token.is_word("sri") && is_after_tan);
        end += 1;
        let is_short = is_in(&SHORT, &token.normal);
        let is_inner = |sign: &&Token<'_>| {
            !sign.is_spaced && (sign.is_sign("-'’") || (is_short && sign.is_sign(".")))
        };
        if tokens.get(end).filter(is_inner).is_some() {
            end += 1;
        }
    }
    let is_possessive = tokens.get(end).is_some_and(|token| token.is_word("s") && !token.is_spaced);
    (has_title && !is_possessive).then_some(end)
}

/// Returns the index behind `H.E.` or `HE`.
fn behind_excellency(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is = |index: usize, text: &str| tokens.get(index).is_some_and(|token| token.text == text);
    if is(at, "HE") {
        return Some(at + 1);
    }
    let is_written_out = is(at, "H") && is(at + 1, ".") && is(at + 2, "E");
    let end = if is(at + 3, ".") { at + 4 } else { at + 3 };
    is_written_out.then_some(end)
}

/// Returns the index behind the name that begins at a token; the same index where there is none.
fn behind_name(tokens: &[Token<'_>], first: usize) -> usize {
    let mut end = first;
    let mut words = 0;
    let mut at = first;
    while let Some(token) = tokens.get(at).filter(|_| words < MAX_WORDS) {
        let is_joined = at > first && !token.is_spaced;
        let is_particle = at > first && is_in(&PARTICLES, &token.normal);
        let ends_name = is_in(&NO_NAMES, &token.normal);
        if token.is_capitalised() && !(ends_name && at > first) {
            words += 1;
            at += 1;
            // The point of an initial.
            let is_initial = token.text.chars().count() == 1;
            let has_point = is_initial
                && tokens.get(at).is_some_and(|next| next.is_sign(".") && !next.is_spaced);
            end = at;
            at += usize::from(has_point);
        } else if (is_joined && token.is_sign("-'’ʼ")) || is_particle {
            at += 1;
        } else if is_joined && token.kind == TokenKind::Word && token.text != "s" {
            // The rest of a name such as Ma'ruf.
            at += 1;
            end = at;
        } else {
            break;
        }
    }
    end
}

/// Returns whether a name is none: `Minister Level`, `President and`, `Foreign Minister Meeting`.
fn is_no_name(tokens: &[Token<'_>], first: usize, end: usize) -> bool {
    let is_other = |token: &Token<'_>| is_in(&NO_NAMES, &token.normal);
    let is_begun = tokens.get(first).is_some_and(is_other);
    let goes_on = tokens.get(end).is_some_and(|next| {
        next.is_capitalised()
            && is_other(next)
            && next.is_spaced
            && next.normal.len() > 4
            && !next.normal.ends_with("day")
    });
    is_begun || goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in [&TITLES[..], &SHORT, &BETWEEN, &PARTICLES, &NO_NAMES] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
