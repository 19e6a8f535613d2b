//! The words for thousands, millions and more, in the languages of the page.

use crate::tokens::Token;

/// The word for a thousand that other languages do not have.
pub(super) const MIL: &str = "mil";

/// The words as they are compared: in lower case, without accents, in Unicode's form NFKD.
const POWERS: [(&str, u32); 77] = [
    ("thousand", 3),
    ("thousands", 3),
    ("lakh", 5),
    ("lakhs", 5),
    ("million", 6),
    ("millions", 6),
    ("mn", 6),
    ("mln", 6),
    ("crore", 7),
    ("crores", 7),
    ("billion", 9),
    ("billions", 9),
    ("bn", 9),
    ("trillion", 12),
    ("trillions", 12),
    ("tn", 12),
    ("trn", 12),
    // Indonesian and Malay
    ("ribu", 3),
    ("juta", 6),
    ("miliar", 9),
    ("milyar", 9),
    ("bilion", 9),
    ("triliun", 12),
    ("trilion", 12),
    // Portuguese and Tetum, without "bilião", which is a thousand millions or a million
    (MIL, 3),
    ("milhao", 6),
    ("milhoes", 6),
    ("millaun", 6),
    ("miliaun", 6),
    ("bilhao", 9),
    ("bilhoes", 9),
    // Filipino
    ("libo", 3),
    ("milyon", 6),
    ("bilyon", 9),
    ("trilyon", 12),
    // Vietnamese
    ("nghin", 3),
    ("ngan", 3),
    ("trieu", 6),
    ("ty", 9),
    ("ti", 9),
    // Urdu
    ("ہزار", 3),
    ("لاکھ", 5),
    ("ملین", 6),
    ("کروڑ", 7),
    ("ارب", 9),
    ("بلین", 9),
    ("کھرب", 11),
    // Chinese
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("亿", 8),
    // Thai
    ("พัน", 3),
    ("หมื่น", 4),
    ("แสน", 5),
    ("ล้าน", 6),
    // Lao
    ("ພັນ", 3),
    ("ຫມື່ນ", 4),
    ("ແສນ", 5),
    ("ລ້ານ", 6),
    ("ຕື້", 9),
    // Khmer
    ("ពាន់", 3),
    ("ម៉ឺន", 4),
    ("សែន", 5),
    ("លាន", 6),
    ("ប៊ីលាន", 9),
    // Burmese
    ("ထောင်", 3),
    ("သောင်း", 4),
    ("သိန်း", 5),
    ("သန်း", 6),
    ("ကုဋေ", 7),
    ("ဘီလီယံ", 9),
    // Tamil
    ("ஆயிரம்", 3),
    ("லட்சம்", 5),
    ("இலட்சம்", 5),
    ("மில்லியன்", 6),
    ("க\u{bc7}\u{bbe}டி", 7),
    ("பில்லியன்", 9),
];

/// Letters that mean a power of ten only beside money, or joined to the number.
const LETTERS: [(&str, u32); 3] = [("k", 3), ("m", 6), ("b", 9)];

/// Returns the power of ten that a word at a token means, and the index behind it. In a script without spaces a word has
/// several tokens.
pub(super) fn power_at(
    tokens: &[Token<'_>],
    at: usize,
    are_letters_allowed: bool,
) -> Option<(u32, usize)> {
    let letters: &[_] = if are_letters_allowed { &LETTERS } else { &[] };
    let mut words = POWERS.iter().chain(letters);
    words.find_map(|(word, power)| Some((*power, behind(tokens, at, word)?)))
}

/// Returns the index behind a word that the tokens spell.
fn behind(tokens: &[Token<'_>], at: usize, word: &str) -> Option<usize> {
    let mut rest = word;
    let mut end = at;
    while !rest.is_empty() {
        rest = rest.strip_prefix(tokens.get(end)?.normal.as_ref())?;
        end += 1;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    #[test]
    fn a_letter_is_a_power_only_where_it_may_be() {
        assert_eq!(power_at(&tokens("m"), 0, false), None);
        assert_eq!(power_at(&tokens("m"), 0, true), Some((6, 1)));
    }
}
