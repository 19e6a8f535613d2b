//! Folding: what of a text does not matter to a search.

/// Adds a text to another with its hyphens, dashes and ends of lines as blanks, and the curly apostrophe as the plain one;
/// capitals stay.
pub fn fold(text: &str, to: &mut String) {
    to.extend(text.chars().map(|sign| match sign {
        '-' | '–' | '\n' => ' ',
        '’' => '\'',
        other => other,
    }));
}
