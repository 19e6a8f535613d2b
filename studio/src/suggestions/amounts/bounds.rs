//! The words around an amount that say how exact it is.

use crate::tokens::{Phrases, Tokens, phrases, stands};

/// The key of the field that says that an amount is not exact.
pub const APPROXIMATE: &str = "approximate";

/// The key of the field that says that an amount is the least possible one.
pub const AT_LEAST: &str = "at_least";

/// The key of the field that says that an amount is the highest possible one.
pub const AT_MOST: &str = "at_most";

/// The keys of the fields that say how exact an amount is; at most one of them is true.
pub const BOUNDS: [&str; 3] = [APPROXIMATE, AT_LEAST, AT_MOST];

/// How many lists a language has: one for each of [`BOUNDS`], and the words that turn "over" into "up to".
const LISTS: usize = 4;

/// The place of the last one.
const NEGATIONS: usize = 3;

/// The words that say how exact an amount is, prepared to read many texts.
#[derive(Clone, Debug)]
pub struct Bounds {
    phrases: Phrases,
}

/// How exact an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The key of the field that says the same.
    pub key: &'static str,
    /// The index of the first token of the words and the amount.
    pub first: usize,
    /// The index behind the last token of both.
    pub end: usize,
}

impl Bounds {
    /// Prepares the lists of languages, as their files of words have them: words for "about", "at least", "up to" and "not",
    /// `about/some, over/…以上, up to, no/not`. Words with `…` before them stand behind the amount.
    pub fn new(lists: &str) -> Self {
        Self { phrases: phrases(lists) }
    }

    /// Returns what the words around an amount say, which stands from `first` up to `end`.
    pub fn around(&self, tokens: Tokens<'_, '_>, first: usize, end: usize) -> Option<Bound> {
        let around = |first, end| {
            let phrases = self.phrases.iter().map(|(list, words)| (list % LISTS, words));
            phrases.filter(move |(_, words)| is_around(words, tokens, first, end))
        };
        let said = around(first, end).filter(|(list, _)| *list != NEGATIONS);
        // "At least" rather than "least".
        let (list, words) = said.max_by_key(|(_, words)| words.len())?;
        let key = |list: usize| BOUNDS.get(list).copied();
        if is_behind(words) {
            return Some(Bound { key: key(list)?, first, end: end + words.len() - 1 });
        }
        let first = first - words.len();
        match around(first, first).find(|(list, _)| *list == NEGATIONS) {
            Some((_, words)) => {
                // "Not over" is "up to", and the other way round; "not about" stays.
                let turned = if list == 0 { 0 } else { NEGATIONS - list };
                Some(Bound { key: key(turned)?, first: first.saturating_sub(words.len()), end })
            }
            None => Some(Bound { key: key(list)?, first, end }),
        }
    }
}

fn is_behind(words: &[String]) -> bool {
    words.first().is_some_and(|first| first == "…")
}

/// Returns whether a phrase stands around the tokens from `first` up to `end`.
fn is_around(words: &[String], tokens: Tokens<'_, '_>, first: usize, end: usize) -> bool {
    if is_behind(words) {
        words.len() > 1 && stands(tokens, end, words.get(1..).unwrap_or_default())
    } else {
        first.checked_sub(words.len()).is_some_and(|at| stands(tokens, at, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggestions::tests::names_of;
    use crate::tokens::{TokenKind, tokens};

    /// Returns what the words around the number of a text say.
    fn bound(text: &str, lang: &str) -> Option<&'static str> {
        let tokens = tokens(text);
        let number = tokens.iter().position(|token| token.kind == TokenKind::Number).unwrap();
        let bounds = Bounds::new(&names_of(lang).bounds);
        bounds.around(&tokens, number, number + 1).map(|bound| bound.key)
    }

    #[test]
    fn the_words_before_an_amount_say_how_exact_it_is() {
        for (text, key) in [
            ("It gave about 5", APPROXIMATE),
            ("More than 5", AT_LEAST),
            ("Meat worth up to 5", AT_MOST),
            ("It gave no more than 5", AT_MOST),
            ("less than 5", AT_MOST),
            ("no less than 5", AT_LEAST),
            ("not fewer than 5", AT_LEAST),
            ("It is nothing less than 5", AT_LEAST),
            ("It is not over 5", AT_MOST),
            ("no higher than 5", AT_MOST),
            ("not about 5", APPROXIMATE),
        ] {
            assert_eq!(bound(text, "en"), Some(key), "{text}");
        }
        for text in ["It gave 5", "moreover 5", "over the year 5", "5 over", "5"] {
            assert_eq!(bound(text, "en"), None, "{text}");
        }
    }

    #[test]
    fn every_language_says_how_exact_an_amount_is() {
        for (lang, text, key) in [
            ("fil", "humigit-kumulang 5", APPROXIMATE),
            ("fil", "Higit sa 5", AT_LEAST),
            ("fil", "hindi bababa sa 5", AT_LEAST),
            ("fil", "hindi hihigit sa 5", AT_MOST),
            ("id", "sekitar 5", APPROXIMATE),
            ("id", "lebih dari 5", AT_LEAST),
            ("id", "tidak lebih dari 5", AT_MOST),
            ("id", "tidak kurang dari 5", AT_LEAST),
            ("km", "ប្រមាណ ៥", APPROXIMATE),
            ("km", "ជាង ៥", AT_LEAST),
            ("km", "មិនលើសពី ៥", AT_MOST),
            ("lo", "ປະມານ 5", APPROXIMATE),
            ("lo", "ຫຼາຍກວ່າ 5", AT_LEAST),
            ("lo", "ບໍ່ເກີນ 5", AT_MOST),
            ("ms", "kira-kira 5", APPROXIMATE),
            ("ms", "lebih daripada 5", AT_LEAST),
            ("ms", "tidak melebihi 5", AT_MOST),
            ("ms", "lebih kurang 5", APPROXIMATE),
            ("my", "၅ ခန့်", APPROXIMATE),
            ("my", "၅ကျော်", AT_LEAST),
            ("my", "အများဆုံး ၅", AT_MOST),
            ("pt", "cerca de 5", APPROXIMATE),
            ("pt", "Mais de 5", AT_LEAST),
            ("pt", "não mais de 5", AT_MOST),
            ("ta", "சுமார் 5", APPROXIMATE),
            ("ta", "5க்கும் மேற்பட்ட", AT_LEAST),
            ("ta", "அதிகபட்சம் 5", AT_MOST),
            ("tet", "maizumenus 5", APPROXIMATE),
            ("tet", "liu 5", AT_LEAST),
            ("tet", "la liu 5", AT_MOST),
            ("th", "ประมาณ 5", APPROXIMATE),
            ("th", "มากกว่า 5", AT_LEAST),
            ("th", "ไม่ต่ำกว่า 5", AT_LEAST),
            ("th", "ไม่เกิน 5", AT_MOST),
            ("ur", "تقریباً ۵", APPROXIMATE),
            ("ur", "۵ سے زائد", AT_LEAST),
            ("ur", "زیادہ سے زیادہ ۵", AT_MOST),
            ("ur", "کم از کم ۵", AT_LEAST),
            ("vi", "khoảng 5", APPROXIMATE),
            ("vi", "hơn 5", AT_LEAST),
            ("vi", "không dưới 5", AT_LEAST),
            ("vi", "không quá 5", AT_MOST),
            ("zh-Hans", "约5", APPROXIMATE),
            ("zh-Hans", "5左右", APPROXIMATE),
            ("zh-Hans", "超过5", AT_LEAST),
            ("zh-Hans", "5以上", AT_LEAST),
            ("zh-Hans", "不超过5", AT_MOST),
            ("zh-Hans", "不少于5", AT_LEAST),
        ] {
            assert_eq!(bound(text, lang), Some(key), "{lang}: {text}");
        }
        // The words of another language say nothing.
        assert_eq!(bound("lebih dari 5", "en"), None);
    }

    #[test]
    fn damaged_lists_are_read() {
        for lists in ["", ",", "/…,/", "about", "about,over,up to,not,"] {
            let tokens = tokens("not about 5");
            let found = Bounds::new(lists).around(&tokens, 2, 3);
            assert_eq!(found.is_some(), lists.starts_with("about"), "{lists}");
        }
    }
}
