//! Unicode's normal forms (<https://www.unicode.org/reports/tr15/>): NFC, and NFKD in lower case.
//!
//! Natively they are those of `unicode-normalization`. In WebAssembly they are those of the browser, which has the tables: with the
//! library, they would be 47 KB of the studio under brotli. A crate of its own, so that the other crates need not know.

use std::borrow::Cow;

/// Returns a text in the form NFC, in which a letter and its accent are one character.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(platform::nfc(text)) }
}

/// Returns a text in the form NFKD, in which a letter and its accent are two characters, and in lower case.
pub fn nfkd_lowercase(text: &str) -> Cow<'_, str> {
    if !text.is_ascii() {
        Cow::Owned(platform::nfkd_lowercase(text))
    } else if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use unicode_normalization::UnicodeNormalization as _;

    pub fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    pub fn nfkd_lowercase(text: &str) -> String {
        text.nfkd().collect::<String>().to_lowercase()
    }
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use js_sys::JsString;

    pub fn nfc(text: &str) -> String {
        JsString::from(text).normalize("NFC").into()
    }

    pub fn nfkd_lowercase(text: &str) -> String {
        JsString::from(text).normalize("NFKD").to_lower_case().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_letter_and_its_accent_are_one_or_two() {
        assert_eq!(nfc("Vie\u{323}\u{302}t"), "Vi\u{1EC7}t");
        assert_eq!(nfkd_lowercase("VI\u{1EC6}T"), "vie\u{323}\u{302}t");
        assert_eq!(nfkd_lowercase("ﬁ Ⅳ"), "fi iv");
    }

    proptest! {
        #[test]
        fn ascii_is_treated_like_any_other_text(text in "[ -~]{0,20}") {
            prop_assert_eq!(nfc(&text), platform::nfc(&text));
            prop_assert_eq!(nfkd_lowercase(&text), platform::nfkd_lowercase(&text));
        }
    }
}
