//! The form in which the search compares texts: equal texts are equal whatever keyboard or program they come from.
//!
//! Unicode's form NFKD in lower case comes first. That unites letters with accents, presentation forms,
//! full-width forms, ligatures and special blanks. The rest is here, and small, since it is part of the module.

use normal_forms::nfkd_lowercase;

/// The digit zero of the scripts of the languages and of their neighbours; the other nine digits follow it.
const ZEROS: [u32; 12] = [
    0x660, 0x6F0, // Arabic, Persian and Urdu
    0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, // Devanagari, Bengali, Gurmukhi, Gujarati, Tamil
    0xE50, 0xED0, 0x1040, 0x1090, 0x17E0, // Thai, Lao, Burmese, Shan, Khmer
];

/// Returns a text as the search compares it.
///
/// Punctuation and white space become one blank. Accents, apostrophes, invisible characters and leading zeros are left
/// out. Vowel signs and tone marks of Thai, Lao, Khmer, Burmese, Tamil and Devanagari stay: they are letters there.
pub fn normalize(text: &str) -> String {
    let mut out = String::new();
    for c in nfkd_lowercase(text).chars() {
        push(&mut out, c);
    }
    out.truncate(out.trim_end().len());
    out
}

fn push(out: &mut String, c: char) {
    match c {
        // An accent; one that stands alone, such as ´, decomposes to a blank and its accent.
        '\u{300}'..='\u{36F}' => {
            if out.ends_with(' ') {
                out.pop();
            }
        }
        _ if is_ignored(c) => {}
        '¶' | '§' => {
            push_blank(out);
            out.push('¶');
        }
        _ if is_separator(c) => push_blank(out),
        // Letters of Latin scripts that have no decomposition.
        'đ' | 'ð' | 'ɖ' => out.push('d'),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'ħ' => out.push('h'),
        'ı' => out.push('i'),
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        // Arabic keyboards have other letters than those of Urdu and Persian.
        'ي' | 'ى' => out.push('ی'),
        'ك' | 'ڪ' => out.push('ک'),
        'ه' | 'ة' | 'ۃ' | 'ھ' | 'ە' => out.push('ہ'),
        'ٱ' => out.push('ا'),
        // Khmer: the subscripts of TA and DA look the same. The vowels OO and OE are also typed as two signs.
        '\u{178A}' if out.ends_with('\u{17D2}') => out.push('\u{178F}'),
        '\u{17C4}' => out.push_str("\u{17C1}\u{17B6}"),
        '\u{17BE}' => out.push_str("\u{17C1}\u{17B8}"),
        // Burmese: U and NYA look the same before a sign.
        '\u{1025}' => out.push('\u{1009}'),
        // Thai and Lao: two signs E look like AE. Nikhahit is typed before or after a tone mark.
        '\u{E41}' => out.push_str("\u{E40}\u{E40}"),
        '\u{EC1}' => out.push_str("\u{EC0}\u{EC0}"),
        '\u{E48}'..='\u{E4B}' => push_before(out, c, '\u{E4D}'),
        '\u{EC8}'..='\u{ECB}' => push_before(out, c, '\u{ECD}'),
        _ => push_digit_or_letter(out, c),
    }
}

/// Adds a blank, unless one is there or a paragraph sign, whose number follows.
fn push_blank(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '¶']) {
        out.push(' ');
    }
}

/// Adds a mark, before another one that stands at the end.
fn push_before(out: &mut String, mark: char, last: char) {
    let is_last = out.ends_with(last);
    if is_last {
        out.pop();
    }
    out.push(mark);
    if is_last {
        out.push(last);
    }
}

/// Adds a letter, or a digit as an ASCII digit. A number has no zeros before it: `2023-06-08` has the day 8.
fn push_digit_or_letter(out: &mut String, c: char) {
    let digit = ZEROS.iter().map(|zero| u32::from(c).wrapping_sub(*zero)).find(|digit| *digit < 10);
    let c = digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c);
    if c != '0' || out.ends_with(|before: char| before.is_ascii_digit()) {
        out.push(c);
    }
}

/// Returns whether a character is left out: apostrophes, vowel signs of Arabic, and what cannot be seen.
fn is_ignored(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '\u{2B0}'..='\u{2FF}' | '\u{2018}'..='\u{201B}' | '\u{2032}'
        | '\u{610}'..='\u{61C}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{AD}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Returns whether a character separates words: white space, punctuation, every hyphen and dash.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c,
            '\u{A1}'..='\u{BF}' | '×' | '÷' | '\u{58A}' | '\u{5BE}' | '\u{60C}' | '\u{61B}' | '\u{61F}'
            | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{964}' | '\u{965}' | '\u{104A}' | '\u{104B}'
            | '\u{17D4}'..='\u{17D6}' | '\u{2010}'..='\u{205E}' | '\u{2212}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{30FB}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    fn normalized(text: &str) -> String {
        normalize(text)
    }

    #[test]
    fn texts_that_look_the_same_are_equal() {
        let check = |one: &str, other: &str| assert_eq!(normalized(one), normalized(other));
        // Letters with accents, in one code point or several, and the letters that have no decomposition.
        check("Việt Nam", "Vie\u{323}\u{302}t Nam");
        check("Diễn đàn", "dien dan");
        check("ĐIỄN ĐÀN", "dien dan");
        check("Malásia", "malasia");
        check("Łódź Straße Ærø ISIİı", "lodz strasse aero isiii");
        // Apostrophes and quotes.
        check("ne’ebé", "ne'ebe");
        check("neʼebé", "ne´ebe");
        check("ne`ebé", "neebe");
        check("“in force”", "\"in force\"");
        check("«plan»", "plan");
        // Hyphens, dashes, blanks, and what cannot be seen.
        for hyphen in
            ["-", "‐", "‑", "–", "—", "−", "－", "﹣", " ", "\u{A0}", "\u{202F}", "\u{2009}", "\n"]
        {
            check(&format!("ASEAN{hyphen}wide"), "asean-wide");
        }
        for invisible in [
            "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200E}",
            "\u{2068}", "\u{61C}",
        ] {
            check(&format!("Malay{invisible}sia"), "malaysia");
        }
        check("ﬁnance ＡＳＥＡＮ２０２３", "finance asean2023");
        // Digits of every script, and zeros before a number.
        for year in
            ["٢٠٢٣", "۲۰۲۳", "२०२३", "২০২৩", "௨௦௨௩", "๒๐๒๓", "໒໐໒໓", "၂၀၂၃", "២០២៣", "２０２３"]
        {
            check(year, "2023");
        }
        check("2023-06-08", "2023/6/8");
        // Arabic keyboards for Urdu; vowel signs, tatweel and presentation forms.
        check("پاكستان", "پاکستان");
        check("وزارة خارجه", "وزارہ خارجہ");
        check("ملائيشيا", "ملائیشیا");
        check("مُلـک", "ملک");
        check("ﭘﺎﮐﺴﺘﺎﻥ", "پاکستان");
        check("آسیان", "آسیان");
        // Khmer, Lao, Thai, Burmese.
        check("ស្ដ្រី", "ស្ត្រី");
        check("កោះ", "កេ\u{17B6}ះ");
        check("កຳ", "កໍາ");
        check("คำ", "คํา");
        check("น้ำ", "นํ้า");
        check("แผน", "เเผน");
        check("အ\u{103A}\u{1037}", "အ\u{1037}\u{103A}");
    }

    #[test]
    fn signs_that_make_another_word_are_kept() {
        let check = |one: &str, other: &str| assert_ne!(normalized(one), normalized(other));
        check("ไม้", "ไม่");
        check("ကာ", "ကိ");
        check("தமிழ்", "தமழ");
        check("កា", "កិ");
        check("हिंदी", "हद");
        check("ກາ", "ກິ");
    }

    #[test]
    fn punctuation_separates_words_and_the_paragraph_sign_keeps_its_number() {
        let check = |text: &str, expected: &str| assert_eq!(normalized(text), expected);
        check("Dr. Asad", "dr asad");
        check("Pakistan/ASEAN", "pakistan asean");
        check("来源¶8：圆桌会议。", "来源 ¶8 圆桌会议");
        check("¶ 08", "¶8");
        check(" … – ", "");
    }

    proptest! {
        #[test]
        fn every_form_of_a_text_is_equal(text in "\\PC{0,30}") {
            let expected = normalized(&text);
            prop_assert_eq!(&normalized(&text.nfc().collect::<String>()), &expected);
            prop_assert_eq!(&normalized(&text.nfd().collect::<String>()), &expected);
            prop_assert_eq!(&normalized(&text.nfkc().collect::<String>()), &expected);
        }
    }
}
