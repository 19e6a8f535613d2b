//! Texts by the rules of Unicode, as ICU4X has them.
//!
//! The rules for lines are those of <https://www.unicode.org/reports/tr14/>. Khmer, Lao, Burmese and Thai have no spaces
//! between words, and the words are found by models.

use icu_locale::subtags::Script;
use icu_locale::{LanguageIdentifier, LocaleExpander};
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};
use unicode_bidi::{BidiInfo, Level};

use super::fonts::{Font, Likely};
use super::typesetter::Typesetter;

/// A typesetter by the data of Unicode; its field measures texts, in font sizes.
#[derive(Clone, Copy, Debug)]
pub struct Unicode<M>(pub M);

impl<M: Fn(&str, Font) -> f64 + Sync> Typesetter for Unicode<M> {
    fn width(&self, text: &str, font: Font) -> f64 {
        (self.0)(text, font)
    }

    fn pieces<'a>(&self, text: &'a str) -> Vec<&'a str> {
        pieces(text)
    }

    fn letters<'a>(&self, text: &'a str) -> Vec<&'a str> {
        letters(text)
    }

    fn runs<'a>(&self, line: &'a str, is_rtl: bool) -> Vec<(&'a str, bool)> {
        runs(line, is_rtl)
    }

    /// What draws the pictures knows no `direction`. Between two RLM a space at an end stays on its side.
    fn rtl_marks(&self) -> (&'static str, &'static str) {
        ("\u{200f}", "\u{200f}")
    }

    fn likely(&self, tag: &str) -> Option<Likely> {
        likely(tag)
    }
}

/// Returns the runs of a line from left to right, by the rules of <https://www.unicode.org/reports/tr9/>.
fn runs(line: &str, is_rtl: bool) -> Vec<(&str, bool)> {
    let base = if is_rtl { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(line, Some(base));
    let mut all = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        all.extend(ranges.into_iter().map(|range| {
            let is_rtl = levels.get(range.start).is_some_and(Level::is_rtl);
            (line.get(range).unwrap_or_default(), is_rtl)
        }));
    }
    all
}

/// Returns what a language tag most likely means; nothing for what is no tag.
pub fn likely(tag: &str) -> Option<Likely> {
    let mut id = LanguageIdentifier::try_from_str(tag).ok()?;
    LocaleExpander::new_extended().maximize(&mut id);
    Some(Likely {
        language: id.language.as_str().to_owned(),
        script: id.script.as_ref().map_or("", Script::as_str).to_owned(),
        region: id.region.map(|region| region.as_str().to_owned()),
    })
}

/// Returns the parts of a text between which a line may end.
///
/// A word of a script without spaces ends where the two models of ICU4X agree, a neural network and a dictionary. Each alone
/// breaks foreign names, such as those of a partner.
fn pieces(text: &str) -> Vec<&str> {
    let network = LineSegmenter::new_lstm(LineBreakOptions::default());
    let dictionary = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let others: Vec<usize> = dictionary.segment_str(text).collect();
    let is_end = |end: &usize| others.contains(end) && !is_inside_syllable(text, *end);
    parts(text, network.segment_str(text).filter(is_end))
}

/// Returns whether a place is inside a syllable of Burmese, or before a sign that repeats the word before it. The models
/// take such a place for the end of a word in foreign names.
fn is_inside_syllable(text: &str, place: usize) -> bool {
    const VIRAMA: char = '\u{1039}';
    const ASAT: char = '\u{103a}';
    const DOT_BELOW: char = '\u{1037}';
    const REPETITIONS: [char; 3] = ['\u{e46}', '\u{ec6}', '\u{17d7}'];
    let Some((before, after)) = text.split_at_checked(place) else { return true };
    let mut after = after.chars();
    let is_repeated = after.next().is_some_and(|first| REPETITIONS.contains(&first));
    // A consonant that is stacked, or that ends a syllable.
    let is_dependent = match after.next() {
        Some(VIRAMA | ASAT) => true,
        Some(DOT_BELOW) => after.next() == Some(ASAT),
        _ => false,
    };
    is_repeated || is_dependent || before.ends_with(VIRAMA)
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
pub(super) mod tests {
    use super::*;

    /// A typesetter for which every character is as wide as the font is large.
    pub const COUNTING: Unicode<fn(&str, Font) -> f64> = Unicode(|text, _| count(text));

    /// Returns the number of characters.
    pub fn count(text: &str) -> f64 {
        text.chars().map(|_| 1.0).sum()
    }

    #[test]
    fn foreign_names_are_not_broken_inside_a_syllable() {
        for (name, wrong) in [
            ("အစ္စလာမ်မာဘတ်", ["အစ္|", "လာ|မ်"]),
            ("ປາກິສຖານ", ["ປາ|", "ສ|ຖ"]),
            ("ປະເທດອາຊຽນ", ["ອາ|", "|ຊຽນ"]),
            ("នីមួយៗមាន", ["|ៗ", "|ួ"]),
        ] {
            let broken = pieces(name).join("|");
            assert!(wrong.iter().all(|wrong| !broken.contains(wrong)), "{broken}");
        }
    }
}
