//! A line of text in a picture: its letters in the fonts that have them, in the order in which they are seen.
//!
//! What draws the pictures sets a line in one font well, but mixes up lines with several. So each piece of a line that has
//! one font and one direction is an element of its own.

use super::fonts::{Face, Font, LATIN, Typography};
use super::typesetter::Typesetter;
use crate::site::escape::escape;

/// What a language needs of a line.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Its fonts.
    pub typography: Typography,
    /// Whether it runs from right to left.
    pub is_rtl: bool,
    /// What knows its letters.
    pub typesetter: &'a dyn Typesetter,
}

/// Which point of a line is at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Where reading starts: at the left, or at the right in languages that run from right to left.
    Start,
    /// The left end, in every language.
    Left,
    /// The middle.
    Middle,
}

/// The place of a line, and how it is set.
#[derive(Clone, Copy, Debug)]
pub struct LinePlace {
    /// The distance of the anchor from the left edge, in px.
    pub x: f64,
    /// The distance of the baseline from the top edge, in px.
    pub y: f64,
    /// The size of the font, in px.
    pub size: f64,
    /// The face.
    pub face: Face,
    /// Which point of the line is at `x`.
    pub anchor: Anchor,
}

/// A piece of a line in one font and one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run<'a> {
    text: &'a str,
    font: Font,
    is_rtl: bool,
}

impl Setting<'_> {
    /// Returns the width of a text on one line, in font sizes.
    pub fn width(&self, text: &str, face: Face) -> f64 {
        self.font_runs(text, face)
            .iter()
            .map(|(text, font)| self.typesetter.width(text, *font))
            .sum()
    }

    /// Returns a line as SVG, with these attributes.
    pub fn line(&self, line: &str, place: &LinePlace, attributes: &str) -> String {
        let LinePlace { y, size, face, .. } = *place;
        let runs = self.runs(line, face);
        let width = |run: &Run<'_>| self.typesetter.width(run.text, run.font) * size;
        let total: f64 = runs.iter().map(width).sum();
        let mut x = place.x
            - match place.anchor {
                Anchor::Start if self.is_rtl => total,
                Anchor::Start | Anchor::Left => 0.0,
                Anchor::Middle => total / 2.0,
            };
        let (first, last) = self.typesetter.rtl_marks();
        let mut svg = String::new();
        for run in runs {
            let (families, weight) = (run.font.families(), run.font.weight());
            let text = escape(run.text);
            let text = if run.is_rtl { format!("{first}{text}{last}") } else { text };
            svg += &format!(
                "<text xml:space=\"preserve\" font-family=\"{families}\" font-weight=\"{weight}\" font-size=\"{size:.1}\" x=\"{x:.1}\" \
                 y=\"{y:.1}\" {attributes}>{text}</text>\n"
            );
            x += width(&run);
        }
        svg
    }

    /// Returns the runs of a line from left to right.
    fn runs<'a>(&self, line: &'a str, face: Face) -> Vec<Run<'a>> {
        let mut all = Vec::new();
        for (text, is_rtl) in self.typesetter.runs(line, self.is_rtl) {
            let runs = self.font_runs(text, face);
            let mut runs: Vec<_> =
                runs.into_iter().map(|(text, font)| Run { text, font, is_rtl }).collect();
            if is_rtl {
                runs.reverse();
            }
            all.extend(runs);
        }
        all
    }

    /// Returns the pieces of a text, each with the font that has its letters.
    fn font_runs<'a>(&self, text: &'a str, face: Face) -> Vec<(&'a str, Font)> {
        let (own, latin) = (self.typography.font(face), LATIN.font(face));
        if self.typography.has_latin {
            return vec![(text, own)];
        }
        let mut runs = Vec::new();
        let (mut start, mut font) = (0, own);
        for (index, letter) in text.char_indices() {
            // A space stays with what is before it.
            let wanted = match letter {
                ' ' => font,
                letter if is_latin(letter) => latin,
                _ => own,
            };
            if wanted != font {
                runs.push((text.get(start..index).unwrap_or_default(), font));
                (start, font) = (index, wanted);
            }
        }
        runs.push((text.get(start..).unwrap_or_default(), font));
        runs.retain(|(text, _)| !text.is_empty());
        runs
    }
}

/// Returns whether a letter is Latin, a digit of English or common punctuation.
fn is_latin(letter: char) -> bool {
    // Joiners and marks of direction belong to the letters beside them.
    let is_invisible = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}');
    let is_latin =
        matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{205f}');
    is_latin && !is_invisible
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::share::fonts::typography;
    use crate::site::share::unicode::tests::COUNTING;

    fn setting(lang: &str) -> Setting<'static> {
        let typography = typography(COUNTING.likely(lang).as_ref());
        Setting { typography, is_rtl: lang == "ur", typesetter: &COUNTING }
    }

    fn texts(lang: &str, line: &str) -> Vec<(String, &'static str)> {
        let setting = setting(lang);
        let runs = setting.runs(line, Face::Text);
        runs.iter().map(|run| (run.text.to_owned(), run.font.family)).collect()
    }

    fn owned<const N: usize>(runs: [(&str, &'static str); N]) -> Vec<(String, &'static str)> {
        runs.map(|(text, family)| (text.to_owned(), family)).to_vec()
    }

    #[test]
    fn latin_letters_have_a_font_in_every_script() {
        let (khmer, latin) = ("Noto Sans Khmer", "Noto Sans");
        assert_eq!(texts("km", "ខ្មែរ ខ្មែរ"), owned([("ខ្មែរ ខ្មែរ", khmer)]));
        assert_eq!(
            texts("km", "ខ្មែរ (Khmer) ខ្មែរ"),
            owned([("ខ្មែរ ", khmer), ("(Khmer) ", latin), ("ខ្មែរ", khmer)])
        );
        assert_eq!(texts("zh-Hans", "a“汉”"), owned([("a“汉”", "Noto Sans CJK SC")]));
    }

    #[test]
    fn urdu_runs_from_right_to_left_and_its_numbers_from_left_to_right() {
        let (urdu, latin) = ("Noto Nastaliq Urdu", "Noto Sans");
        assert_eq!(
            texts("ur", "جون 2023 میں"),
            owned([(" میں", urdu), ("2023", latin), ("جون ", urdu)])
        );
        let setting = setting("ur");
        let place =
            LinePlace { x: 100.0, y: 0.0, size: 2.0, face: Face::Text, anchor: Anchor::Start };
        let svg = setting.line("جون 8", &place, "fill=\"red\"");
        // The number is the leftmost, and the line ends at its anchor.
        assert!(
            svg.starts_with(
                "<text xml:space=\"preserve\" font-family=\"Noto Sans, sans-serif\" font-weight=\"400\" font-size=\"2.0\" x=\"90.0\""
            ),
            "{svg}"
        );
        assert!(
            svg.contains("x=\"92.0\" y=\"0.0\" fill=\"red\">\u{200f}جون \u{200f}</text>"),
            "{svg}"
        );
    }

    #[test]
    fn hostile_texts_stay_texts() {
        let setting = setting("en");
        let place = LinePlace { x: 0.0, y: 0.0, size: 1.0, face: Face::Text, anchor: Anchor::Left };
        let svg = setting.line("<script>\"&'</script>", &place, "");
        assert!(svg.contains(">&lt;script>&quot;&amp;'&lt;/script></text>"), "{svg}");
    }
}
