//! The words before an amount that say how exact it is, in English.

/// The key of the field that says that an amount is not exact.
pub const APPROXIMATE: &str = "approximate";

/// The key of the field that says that an amount is the least possible one.
pub const AT_LEAST: &str = "at_least";

/// The key of the field that says that an amount is the highest possible one.
pub const AT_MOST: &str = "at_most";

/// The words, and the key of the field that says the same. What ends with other words of the list stands before them.
pub(super) const BOUNDS: [(&str, &str); 28] = [
    ("up to", AT_MOST),
    ("at most", AT_MOST),
    ("no more than", AT_MOST),
    ("not more than", AT_MOST),
    ("not exceeding", AT_MOST),
    ("a maximum of", AT_MOST),
    ("maximum of", AT_MOST),
    ("maximum", AT_MOST),
    ("more than", AT_LEAST),
    ("no less than", AT_LEAST),
    ("not less than", AT_LEAST),
    ("no fewer than", AT_LEAST),
    ("less than", AT_MOST),
    ("fewer than", AT_MOST),
    ("greater than", AT_LEAST),
    ("higher than", AT_LEAST),
    ("at least", AT_LEAST),
    ("about", APPROXIMATE),
    ("around", APPROXIMATE),
    ("nearly", APPROXIMATE),
    ("almost", APPROXIMATE),
    ("over", AT_LEAST),
    ("roughly", APPROXIMATE),
    ("some", APPROXIMATE),
    ("approximately", APPROXIMATE),
    ("circa", APPROXIMATE),
    ("an estimated", APPROXIMATE),
    ("estimated", APPROXIMATE),
];

/// Returns the key of the field that says how exact an amount is, by the words before it.
pub fn bound(before: &str) -> Option<&'static str> {
    let before = before.trim_end().to_ascii_lowercase();
    let stands = |words: &str| {
        let rest = before.strip_suffix(words);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let (words, key) = BOUNDS.iter().find(|(words, _)| stands(words))?;
    // "Not over", "nothing less than": the other one.
    let rest = before.strip_suffix(words).unwrap_or_default().split_whitespace();
    let is_turned = matches!(rest.last(), Some("no" | "not" | "nothing"));
    Some(match (*key, is_turned) {
        (AT_MOST, true) => AT_LEAST,
        (AT_LEAST, true) => AT_MOST,
        (key, _) => key,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_before_an_amount_say_how_exact_it_is() {
        assert_eq!(bound("It gave about "), Some(APPROXIMATE));
        assert_eq!(bound("More than "), Some(AT_LEAST));
        assert_eq!(bound("Meat worth up to "), Some(AT_MOST));
        assert_eq!(bound("It gave no more than "), Some(AT_MOST));
        assert_eq!(bound("less than "), Some(AT_MOST));
        assert_eq!(bound("no less than "), Some(AT_LEAST));
        assert_eq!(bound("not fewer than "), Some(AT_LEAST));
        assert_eq!(bound("It is nothing less than "), Some(AT_LEAST));
        assert_eq!(bound("It is not over "), Some(AT_MOST));
        assert_eq!(bound("no higher than "), Some(AT_MOST));
        for before in ["It gave", "moreover ", "over the year ", ""] {
            assert_eq!(bound(before), None, "{before}");
        }
    }
}
