//! The words, numbers and signs of a text, for all that is found by its words.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use normal_forms::nfkd_lowercase;
use unicode_normalization::char::is_combining_mark;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; in a script without spaces one letter with its marks.
    Word,
    /// Digits of any script, with separators between them: `1,500.50`.
    Number,
    /// Any other character that is no white space.
    Sign,
}

/// A word, a number or a sign of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub kind: TokenKind,
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// As the text writes it.
    pub text: &'a str,
    /// A form to compare: lower case without accents; of a number its ASCII digits.
    pub normal: Cow<'a, str>,
    /// Whether white space or the beginning of the text stands before it.
    pub is_spaced: bool,
}

impl Token<'_> {
    /// Returns whether it is that word, written in lower case without accents.
    pub fn is_word(&self, normal: &str) -> bool {
        self.kind == TokenKind::Word && self.normal == normal
    }

    /// Returns whether it is one of these signs.
    pub fn is_sign(&self, signs: &str) -> bool {
        self.kind == TokenKind::Sign && signs.contains(self.text)
    }

    /// Returns whether it is a word that begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.kind == TokenKind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// Tokens of one text.
pub type Tokens<'t, 'a> = &'t [Token<'a>];

/// Returns whether these words stand at a token.
pub fn stands<S: AsRef<str>>(tokens: Tokens<'_, '_>, at: usize, words: &[S]) -> bool {
    let found = tokens.get(at..at + words.len());
    found.is_some_and(|found| {
        found.iter().zip(words).all(|(token, word)| token.normal == word.as_ref())
    })
}

/// Returns the tokens of a phrase in the form to compare.
pub fn words(phrase: &str) -> Vec<String> {
    tokens(phrase).into_iter().map(|token| token.normal.into_owned()).collect()
}

/// The phrases of lists: the place of the list of each, from 0, and its words.
pub type Phrases = Vec<(usize, Vec<String>)>;

/// Returns the phrases of lists, as the files of words have them: two of the first list and one of the second in `a/b, c`.
pub fn phrases(lists: &str) -> Phrases {
    let lists = lists.split(',').enumerate();
    let phrases = lists
        .flat_map(|(list, phrases)| phrases.split('/').map(move |phrase| (list, words(phrase))));
    phrases.filter(|(_, words)| !words.is_empty()).collect()
}

/// Returns the tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity((text.len() / 5).min(1 << 10));
    let mut rest = text;
    let mut start = 0;
    let mut is_spaced = true;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            is_spaced = true;
            start += first.len_utf8();
            rest = text.get(start..).unwrap_or_default();
            continue;
        }
        let (kind, length) = first_token(rest, first);
        let end = start + length;
        let own = text.get(start..end).unwrap_or_default();
        let normal = match kind {
            TokenKind::Number => ascii_digits(own),
            TokenKind::Word => normalize(own),
            TokenKind::Sign => Cow::Borrowed(own),
        };
        tokens.push(Token { kind, start, end, text: own, normal, is_spaced });
        is_spaced = false;
        start = end;
        rest = text.get(start..).unwrap_or_default();
    }
    tokens
}

/// Returns what a text begins with, and its length in bytes, at least one character.
fn first_token(text: &str, first: char) -> (TokenKind, usize) {
    // Most words are of ASCII letters alone.
    let ascii = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if ascii > 0 && text.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return (TokenKind::Word, ascii);
    }
    let ends = |is_end: &dyn Fn(char) -> bool| {
        let mut others = text.char_indices().skip(1);
        others.find(|(_, c)| is_end(*c)).map_or(text.len(), |(index, _)| index)
    };
    if digit(first).is_some() {
        (TokenKind::Number, number_length(text))
    } else if is_spaceless(first) {
        (TokenKind::Word, ends(&|c| !is_mark(c)))
    } else if first.is_alphabetic() || is_mark(first) {
        let goes_on = |c: char| (c.is_alphabetic() && !is_spaceless(c)) || is_mark(c);
        (TokenKind::Word, ends(&|c| !goes_on(c)))
    } else {
        (TokenKind::Sign, first.len_utf8())
    }
}

/// Returns the length of the number that a text begins with. A point or a comma belongs to it before digits; a comma
/// before four digits does not, since these are a year.
fn number_length(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let digits = digits_length(rest);
        length += digits;
        let mut after = text.get(length..).unwrap_or_default().chars();
        let Some(separator) = after.next().filter(|c| matches!(c, '.' | ',' | '٫' | '٬')) else {
            return length;
        };
        let count = after.take_while(|c| digit(*c).is_some()).count();
        let is_inside = count > 0 && (count <= 3 || matches!(separator, '.' | '٫'));
        if digits == 0 || !is_inside {
            return length;
        }
        length += separator.len_utf8();
    }
}

fn digits_length(text: &str) -> usize {
    text.chars().take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum()
}

/// Returns the digits of a number as ASCII, with a point and commas as it has them.
fn ascii_digits(number: &str) -> Cow<'_, str> {
    if number.is_ascii() {
        return Cow::Borrowed(number);
    }
    let plain = number.chars().map(|c| match c {
        '٫' => '.',
        '٬' => ',',
        other => digit(other).and_then(|value| char::from_digit(value, 10)).unwrap_or(other),
    });
    plain.collect()
}

/// The zeros of the scripts that reports are written in; nine digits follow each.
const ZEROS: [char; 11] = ['0', '٠', '۰', '०', '০', '௦', '๐', '໐', '၀', '០', '０'];

/// Returns the value of a digit of any of these scripts.
pub fn digit(c: char) -> Option<u32> {
    let zero = ZEROS.iter().rev().find(|zero| **zero <= c)?;
    Some(u32::from(c) - u32::from(*zero)).filter(|value| *value < 10)
}

/// Returns whether a letter belongs to a script that writes no spaces between words: Thai, Lao, Burmese, Khmer, Chinese,
/// Japanese.
pub fn is_spaceless(c: char) -> bool {
    let is_letter = c.is_alphabetic();
    let ranges = matches!(c,
        '\u{0E01}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    is_letter && ranges
}

/// Returns whether a character belongs to the letter before it: a mark, or a joiner.
pub fn is_mark(c: char) -> bool {
    !c.is_ascii() && (is_combining_mark(c) || matches!(c, '\u{200C}' | '\u{200D}'))
}

/// A map by normal words. Its hash is FNV-1a: short words are hashed faster than by the default.
pub(crate) type WordMap<T> = HashMap<String, T, BuildHasherDefault<WordHasher>>;

/// The hash FNV-1a (<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>).
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Returns a form of a word to compare: lower case, without accents and joiners.
pub fn normalize(word: &str) -> Cow<'_, str> {
    let is_dropped = |c: char| matches!(c, '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200D}');
    let word = nfkd_lowercase(word);
    if word.contains(is_dropped) { Cow::Owned(word.replace(is_dropped, "")) } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_numbers_and_signs_are_parted() {
        assert_eq!(texts("US$ 1,500.50, said"), ["US", "$", "1,500.50", ",", "said"]);
        assert_eq!(texts("CHF30m"), ["CHF", "30", "m"]);
        assert_eq!(texts("June 8,2023."), ["June", "8", ",", "2023", "."]);
        assert_eq!(texts("2021–2023"), ["2021", "–", "2023"]);
        assert_eq!(texts("Hà Nội’s"), ["Hà", "Nội", "’", "s"]);
    }

    #[test]
    fn scripts_without_spaces_are_parted_by_letter() {
        assert_eq!(texts("2023年6月"), ["2023", "年", "6", "月"]);
        assert_eq!(texts("กับไทย"), ["กั", "บ", "ไ", "ท", "ย"]);
        assert_eq!(tokens("២០២៣")[0].normal, "2023");
        assert_eq!(tokens("১২")[0].normal, "12");
    }

    #[test]
    fn accents_and_case_do_not_count() {
        assert_eq!(normalize("TÜRKİYE"), normalize("turkiye"));
        assert_eq!(normalize("Việt"), "viet");
        assert_ne!(normalize("آج"), normalize("اج"));
    }

    proptest! {
        #[test]
        fn tokens_are_the_text_without_its_white_space(text in "\\PC*") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert_eq!(text.get(token.start..token.end), Some(token.text));
                prop_assert!(text[end..token.start].trim().is_empty());
                end = token.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
