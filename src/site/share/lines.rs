//! Breaking a text into lines of a width.
//!
//! What draws the pictures breaks no lines. The rules are those of Unicode (<https://www.unicode.org/reports/tr14/>);
//! Khmer, Lao, Burmese and Thai have no spaces between words, and the words are found by the models of ICU4X.

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

/// How a text is set, apart from its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Titles and names.
    Display,
    /// Other texts.
    Text,
    /// Other texts that stand out.
    TextBold,
}

/// Measures a text on one line: its width in font sizes. The language chooses the fonts.
pub type Measure<'a> = &'a (dyn Fn(&str, Face, &str) -> f64 + Sync);

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

/// What follows the last word of a text that is cut off.
const ELLIPSIS: char = '…';

/// Breaks a text into lines; `width` gives the width of a piece, `limit` is the width of a line in the same unit.
pub fn wrap(text: &str, limit: f64, width: impl Fn(&str) -> f64) -> Lines {
    let mut result = Lines::default();
    let mut line = String::new();
    let mut length = 0.0;
    for piece in pieces(text) {
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
        for letter in letters(piece) {
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
    pub fn truncate(&mut self, count: usize, limit: f64, width: impl Fn(&str) -> f64) {
        if self.lines.len() <= count {
            return;
        }
        self.lines.truncate(count);
        self.is_cut = true;
        let Some(last) = self.lines.last_mut() else { return };
        let marked = |line: &str| format!("{}{ELLIPSIS}", line.trim_end());
        let mut kept: Vec<&str> = pieces(last);
        while kept.len() > 1 && width(&marked(&kept.concat())) > limit {
            kept.pop();
        }
        *last = marked(&kept.concat());
    }
}

/// Returns the parts of a text between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
    parts(text, segmenter.segment_str(text))
}

/// Returns the letters of a text, each with its marks.
fn letters(text: &str) -> Vec<&str> {
    parts(text, GraphemeClusterSegmenter::new().segment_str(text))
}

fn parts(text: &str, ends: impl Iterator<Item = usize>) -> Vec<&str> {
    let mut start = 0;
    let mut parts = Vec::new();
    for end in ends {
        parts.extend(text.get(start..end).filter(|part| !part.is_empty()));
        start = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> f64 {
        text.chars().map(|_| 1.0).sum()
    }

    #[test]
    fn lines_end_between_words_and_keep_every_letter() {
        let lines = wrap("Pakistan and ASEAN", 12.0, count);
        assert_eq!(lines.lines, ["Pakistan and", "ASEAN"]);
        assert!(!lines.has_broken_word);
        assert_eq!(wrap("", 12.0, count).lines, Vec::<String>::new());
    }

    #[test]
    fn scripts_without_spaces_are_broken_between_words() {
        for (text, words) in [
            ("巴基斯坦与东盟", &["巴基斯坦", "与东盟"][..]),
            ("ประเทศสมาชิกอาเซียน", &["ประเทศ", "สมาชิก", "อาเซียน"]),
        ] {
            let limit = words.iter().map(|word| count(word)).fold(0.0, f64::max);
            let lines = wrap(text, limit, count);
            assert_eq!(lines.lines, words);
            assert!(!lines.has_broken_word);
        }
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_between_letters() {
        let lines = wrap("a Parteiprogramm", 6.0, count);
        assert_eq!(lines.lines, ["a", "Partei", "progra", "mm"]);
        assert!(lines.has_broken_word);
        // A letter wider than the line gets a line of its own.
        assert_eq!(wrap("ab", 0.5, count).lines, ["a", "b"]);
    }

    #[test]
    fn a_text_that_is_cut_off_says_so() {
        let mut lines = wrap("one two three four", 9.0, count);
        assert_eq!(lines.lines, ["one two", "three", "four"]);
        lines.truncate(3, 9.0, count);
        assert!(!lines.is_cut);
        lines.truncate(2, 9.0, count);
        assert_eq!(lines.lines, ["one two", "three…"]);
        lines.truncate(1, 7.0, count);
        assert_eq!(lines.lines, ["one…"]);
    }
}
