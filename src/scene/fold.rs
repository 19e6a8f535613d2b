//! Folding: what of a text does not matter to a search.

/// A text in lower case with its hyphens and dashes as blanks, and the curly apostrophe as the plain one.
pub fn fold(lower: &str) -> String {
    let plain = |c| match c {
        '-' | '–' => ' ',
        '’' => '\'',
        other => other,
    };
    lower.chars().map(plain).collect()
}
