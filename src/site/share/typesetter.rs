//! What the texts of a picture need to know of fonts and of writing.

use super::fonts::{Font, Likely};

/// Measures texts and finds where their lines may end. The build asks fonts and ICU4X, the studio asks the browser.
pub trait Typesetter: Sync {
    /// Returns the width of a text on one line, in font sizes.
    fn width(&self, text: &str, font: Font) -> f64;

    /// Returns the parts of a text between which a line may end.
    fn pieces<'a>(&self, text: &'a str) -> Vec<&'a str>;

    /// Returns the letters of a text, each with its marks.
    fn letters<'a>(&self, text: &'a str) -> Vec<&'a str>;

    /// Returns the parts of a line from left to right, each with one direction, and whether that is from right to left. What sets
    /// a part in its own order by itself may return the line whole.
    fn runs<'a>(&self, line: &'a str, is_rtl: bool) -> Vec<(&'a str, bool)>;

    /// Returns the marks between which a part from right to left stands.
    fn rtl_marks(&self) -> (&'static str, &'static str);

    /// Returns what a language tag most likely means; nothing for what is no tag.
    fn likely(&self, tag: &str) -> Option<Likely>;
}
