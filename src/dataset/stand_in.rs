//! English in the place of a text that a language does not have yet.

/// What stands round an English text that stands in for one that a language does not have yet: in plain text, and in an
/// attribute, it keeps its direction by LRI and PDI. `cargo xtask prerender` puts them there.
pub const STAND_IN: [char; 2] = ['\u{2066}', '\u{2069}'];

/// The English text that stands in for a missing one, if it is such a text.
pub fn stand_in(text: &str) -> Option<&str> {
    let [before, after] = STAND_IN;
    text.strip_prefix(before)?.strip_suffix(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_for_a_missing_text_is_known() {
        assert_eq!(stand_in("\u{2066}Today\u{2069}"), Some("Today"));
        for text in ["Today", "\u{2066}Today", "\u{2068}Today\u{2069}"] {
            assert_eq!(stand_in(text), None);
        }
    }
}
