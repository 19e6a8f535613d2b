//! Breaking a text into lines of a width: what draws the pictures breaks no lines.

use super::typesetter::Typesetter;

/// A text on several lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The lines, without spaces at their ends.
    pub lines: Vec<String>,
    /// Whether a word was too long for a line and had to be broken.
    pub has_broken_word: bool,
    /// Whether the text is cut off.
    pub is_cut: bool,
}

/// The smallest part of its size to which the font of a name shrinks before the name is broken within a word.
pub const SMALLEST_WORD: f64 = 0.6;

/// What follows the last word of a text that is cut off.
const ELLIPSIS: char = '…';

/// Breaks a name or a title at its spaces, in a smaller font where its longest word is too long; returns the lines and the
/// size. `width` gives the width in font sizes. `None` where the font would be smaller than [`SMALLEST_WORD`] of `size`.
///
/// The words of a script without spaces are found by a model, which knows few foreign names.
pub fn wrap_words(
    typesetter: &dyn Typesetter,
    text: &str,
    limit: f64,
    size: f64,
    width: impl Fn(&str) -> f64,
) -> Option<(Lines, f64)> {
    let words: Vec<&str> = text.split_inclusive(' ').collect();
    let longest = words.iter().map(|word| width(word.trim_end())).fold(0.0, f64::max);
    // A hair smaller than the limit, since the sum of the letters is rounded otherwise than the word.
    let fitting = if longest > 0.0 { limit * 0.999 / longest } else { size };
    let own = size.min(fitting);
    let lines = || wrap(typesetter, &words, limit, |piece| width(piece) * own);
    (own >= size * SMALLEST_WORD).then(|| (lines(), own))
}

/// Puts the pieces of a text on lines; `width` gives the width of a piece, `limit` is the width of a line in the same unit.
pub fn wrap(
    typesetter: &dyn Typesetter,
    pieces: &[&str],
    limit: f64,
    width: impl Fn(&str) -> f64,
) -> Lines {
    let mut result = Lines::default();
    let mut line = String::new();
    let mut length = 0.0;
    for piece in pieces {
        // Spaces at the end of a line hang over its edge.
        if length + width(piece.trim_end()) > limit && !line.is_empty() {
            result.lines.push(std::mem::take(&mut line));
            length = 0.0;
        }
        if width(piece.trim_end()) <= limit {
            line.push_str(piece);
            length += width(piece);
            continue;
        }
        result.has_broken_word = true;
        for letter in typesetter.letters(piece) {
            if length + width(letter) > limit && !line.is_empty() {
                result.lines.push(std::mem::take(&mut line));
                length = 0.0;
            }
            line.push_str(letter);
            length += width(letter);
        }
    }
    result.lines.push(line);
    result.lines.iter_mut().for_each(|line| line.truncate(line.trim_end().len()));
    result.lines.retain(|line| !line.is_empty());
    result
}

impl Lines {
    /// Keeps the first lines; what is cut off is marked at the end of the last one, whose last words give way to the mark.
    pub fn truncate(
        &mut self,
        typesetter: &dyn Typesetter,
        count: usize,
        limit: f64,
        width: impl Fn(&str) -> f64,
    ) {
        if self.lines.len() <= count {
            return;
        }
        self.lines.truncate(count);
        self.is_cut = true;
        let Some(last) = self.lines.last_mut() else { return };
        let marked = |line: &str| format!("{}{ELLIPSIS}", line.trim_end());
        let mut kept: Vec<&str> = typesetter.pieces(last);
        while kept.len() > 1 && width(&marked(&kept.concat())) > limit {
            kept.pop();
        }
        *last = marked(&kept.concat());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::share::unicode::tests::{COUNTING, count};

    fn wrap(text: &str, limit: f64) -> Lines {
        super::wrap(&COUNTING, &COUNTING.pieces(text), limit, count)
    }

    fn wrap_words(text: &str, limit: f64, size: f64) -> Option<(Lines, f64)> {
        super::wrap_words(&COUNTING, text, limit, size, count)
    }

    #[test]
    fn lines_end_between_words_and_keep_every_letter() {
        let lines = wrap("Pakistan and ASEAN", 12.0);
        assert_eq!(lines.lines, ["Pakistan and", "ASEAN"]);
        assert!(!lines.has_broken_word);
        assert_eq!(wrap("", 12.0).lines, Vec::<String>::new());
    }

    #[test]
    fn names_are_broken_at_spaces_and_shrink_for_a_long_word() {
        let (lines, size) = wrap_words("ประเทศสมาชิก อาเซียน", 12.0, 1.0).unwrap();
        assert_eq!(lines.lines, ["ประเทศสมาชิก", "อาเซียน"]);
        assert!(size < 1.0 && size > 0.99);
        let (lines, size) = wrap_words("Timor Leste", 8.0, 2.0).unwrap();
        assert_eq!((lines.lines.len(), lines.has_broken_word), (2, false));
        assert!(size < 1.61);
        assert_eq!(wrap_words("Parteiprogramm", 8.0, 1.0), None);
    }

    #[test]
    fn scripts_without_spaces_are_broken_between_words() {
        for (text, words) in [
            ("巴基斯坦与东盟", &["巴基斯坦", "与东盟"][..]),
            ("ประเทศสมาชิกอาเซียน", &["ประเทศ", "สมาชิก", "อาเซียน"]),
        ] {
            let limit = words.iter().map(|word| count(word)).fold(0.0, f64::max);
            let lines = wrap(text, limit);
            assert_eq!(lines.lines, words);
            assert!(!lines.has_broken_word);
        }
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_between_letters() {
        let lines = wrap("a Parteiprogramm", 6.0);
        assert_eq!(lines.lines, ["a", "Partei", "progra", "mm"]);
        assert!(lines.has_broken_word);
        // A letter wider than the line gets a line of its own.
        assert_eq!(wrap("ab", 0.5).lines, ["a", "b"]);
    }

    #[test]
    fn a_text_that_is_cut_off_says_so() {
        let mut lines = wrap("one two three four", 9.0);
        assert_eq!(lines.lines, ["one two", "three", "four"]);
        lines.truncate(&COUNTING, 3, 9.0, count);
        assert!(!lines.is_cut);
        lines.truncate(&COUNTING, 2, 9.0, count);
        assert_eq!(lines.lines, ["one two", "three…"]);
        lines.truncate(&COUNTING, 1, 7.0, count);
        assert_eq!(lines.lines, ["one…"]);
    }
}
