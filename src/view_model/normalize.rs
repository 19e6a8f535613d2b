//! The form in which the search compares texts: equal texts are equal whatever keyboard or program they come from.
//!
//! Unicode's form NFKD in lower case comes first. That unites letters with accents, presentation forms,
//! full-width forms, ligatures and special blanks. The rest is here, and small, since it is part of the module.

use normal_forms::nfkd_lowercase;

/// The digit zero of the scripts of the languages and of their neighbours; the other nine digits follow it.
const ZEROS: [u32; 26] = [
    0x660, 0x6F0, // Arabic, Persian and Urdu
    0x966, 0x9E6, 0xA66, 0xAE6, 0xB66,
    0xBE6, // Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil
    0xC66, 0xCE6, 0xD66, 0xDE6, 0xF20, // Telugu, Kannada, Malayalam, Sinhala, Tibetan
    0xE50, 0xED0, 0x1040, 0x1090, 0x17E0, // Thai, Lao, Burmese, Shan, Khmer
    0x19D0, 0x1A80, 0x1A90, // New Tai Lue, Tai Tham
    0x1B50, 0x1BB0, 0xA9D0, 0xA9F0, 0xAA50, // Balinese, Sundanese, Javanese, Tai Laing, Cham
];

/// Khmer: RO as a subscript, and the sign that makes a subscript of the next letter.
const SUBSCRIPT_RO: &str = "\u{17D2}\u{179A}\u{17D2}";

/// Returns a text as the search compares it.
///
/// Punctuation and white space become one blank. Accents, apostrophes, invisible characters and leading zeros are left
/// out. Vowel signs and tone marks of Thai, Lao, Khmer, Burmese, Tamil and Devanagari stay: they are letters there.
pub fn normalize(text: &str) -> String {
    let mut out = String::new();
    let decomposed = nfkd_lowercase(text);
    let mut rest = decomposed.chars();
    // Whether the last character has added a blank.
    let mut is_new_blank = false;
    while let Some(c) = rest.next() {
        let length = out.len();
        // An accent; one that stands alone, such as ´, decomposes to a blank and its accent.
        if !matches!(c, '\u{300}'..='\u{34E}' | '\u{350}'..='\u{36F}') {
            let c = burmese_letter(c, &out, rest.clone().find(|c| !is_ignored(*c)));
            push(&mut out, c);
        } else if is_new_blank {
            out.pop();
        }
        is_new_blank = out.len() > length && out.ends_with(' ');
    }
    out.truncate(out.trim_end().len());
    out
}

/// Returns the character that one of Burmese was typed for: the digit zero and the letter WA look the same.
fn burmese_letter(c: char, before: &str, next: Option<char>) -> char {
    let is_letter = |c: char| matches!(c, '\u{1000}'..='\u{103F}');
    let is_in_number = before.ends_with(|c: char| c.is_ascii_digit());
    let is_in_word = next.is_some_and(is_letter);
    match c {
        '\u{101D}' if is_in_number && !is_in_word => '\u{1040}',
        '\u{1040}' if !is_in_number && (is_in_word || before.ends_with(is_letter)) => '\u{101D}',
        _ => c,
    }
}

fn push(out: &mut String, c: char) {
    match c {
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
        // Khmer: RO below a letter is typed before or after another letter there.
        '\u{1780}'..='\u{17A2}' if out.ends_with(SUBSCRIPT_RO) => {
            out.truncate(out.len() - SUBSCRIPT_RO.len());
            out.push('\u{17D2}');
            push(out, c);
            out.push_str("\u{17D2}\u{179A}");
        }
        // The subscripts of TA and DA look the same. The vowels OO and OE are also typed as two signs.
        '\u{178A}' if out.ends_with('\u{17D2}') => out.push('\u{178F}'),
        '\u{17C4}' => push_signs(out, ['\u{17C1}', '\u{17B6}']),
        '\u{17BE}' => push_signs(out, ['\u{17C1}', '\u{17B8}']),
        // Burmese: U and NYA look the same before a sign.
        '\u{1025}' => out.push('\u{1009}'),
        // Thai and Lao: two signs E look like AE.
        '\u{E41}' => out.push_str("\u{E40}\u{E40}"),
        '\u{EC1}' => out.push_str("\u{EC0}\u{EC0}"),
        _ if is_sign(c) => push_sign(out, c),
        _ => push_digit_or_letter(out, c),
    }
}

/// Adds a blank, unless one is there or a paragraph sign, whose number follows.
fn push_blank(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '¶']) {
        out.push(' ');
    }
}

fn push_signs(out: &mut String, signs: [char; 2]) {
    signs.into_iter().for_each(|sign| push_sign(out, sign));
}

/// Adds a vowel sign or a tone mark, in the order of code points among those of the same letter: keyboards and people
/// type them in any order, and they look the same.
fn push_sign(out: &mut String, sign: char) {
    let at = out.trim_end_matches(|c| is_sign(c) && c > sign).len();
    out.insert(at, sign);
}

/// Returns whether a character is a sign above, below or around the letter before it, in Thai, Lao, Burmese or Khmer.
/// What stacks two letters is none.
fn is_sign(c: char) -> bool {
    matches!(c,
        '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
        | '\u{EB1}' | '\u{EB4}'..='\u{EBC}' | '\u{EC8}'..='\u{ECD}'
        | '\u{102B}'..='\u{1038}' | '\u{103A}'..='\u{103E}' | '\u{17B6}'..='\u{17D1}')
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
        '\'' | '`' | '\u{2B0}'..='\u{2FF}' | '\u{34F}' | '\u{2018}'..='\u{201B}' | '\u{2032}'
        | '\u{610}'..='\u{61C}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{AD}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE2F}'
        | '\u{FEFF}' | '\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Returns whether a character separates words: white space, punctuation, every hyphen and dash.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c,
            '\u{A1}'..='\u{BF}' | '×' | '÷' | '\u{58A}' | '\u{5BE}' | '\u{60C}' | '\u{60D}' | '\u{61B}' | '\u{61E}'
            | '\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{964}' | '\u{965}' | '\u{104A}' | '\u{104B}'
            | '\u{17D4}'..='\u{17D6}' | '\u{17D8}'..='\u{17DA}' | '\u{1806}' | '\u{2010}'..='\u{205E}'
            | '\u{2190}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}'
            | '\u{3030}' | '\u{30A0}' | '\u{30FB}' | '\u{FD3E}' | '\u{FD3F}')
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
        for (before, after) in [
            ("´", "´"),
            ("`", "´"),
            ("``", "´´"),
            ("′", "′"),
            ("″", "″"),
            ("„", "“"),
            ("‚", "‘"),
            ("‹", "›"),
            ("「", "」"),
            ("❝", "❞"),
            ("＂", "＂"),
            ("〝", "〟"),
            ("¨", "¨"),
            ("\u{FD3F}", "\u{FD3E}"),
        ] {
            check(&format!("stays {before}in force{after} today"), "stays in force today");
        }
        // Hyphens, dashes, blanks, and what cannot be seen.
        for hyphen in [
            "-", "‐", "‑", "–", "—", "―", "−", "－", "﹣", "⁃", "⸺", "⸗", "─", "➖", "∼", "〰",
            "゠", "᠆", "֊", " ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2800}", "\n",
        ] {
            check(&format!("ASEAN{hyphen}wide"), "asean-wide");
        }
        for invisible in [
            "\u{AD}",
            "\u{200B}",
            "\u{200C}",
            "\u{200D}",
            "\u{2060}",
            "\u{FEFF}",
            "\u{200E}",
            "\u{2068}",
            "\u{61C}",
            "\u{FE0F}",
            "\u{20E3}",
            "\u{E0100}",
            "\u{FFFC}",
        ] {
            check(&format!("Malay{invisible}sia"), "malaysia");
        }
        check("ﬁnance ＡＳＥＡＮ２０２３", "finance asean2023");
        // Digits of every script, and zeros before a number.
        for year in [
            "٢٠٢٣",
            "۲۰۲۳",
            "२०२३",
            "২০২৩",
            "௨௦௨௩",
            "๒๐๒๓",
            "໒໐໒໓",
            "၂၀၂၃",
            "២០២៣",
            "２０２３",
            "²⁰²³",
            "②⓪②③",
            "౨౦౨౩",
            "೨೦೨೩",
            "൨൦൨൩",
            "୨୦୨୩",
            "༢༠༢༣",
            "᭒᭐᭒᭓",
            "꧒꧐꧒꧓",
            "꩒꩐꩒꩓",
            "𝟚𝟘𝟚𝟛",
        ] {
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
        check("က\u{102D}\u{102F}", "က\u{102F}\u{102D}");
        check("လ\u{103D}\u{103E}", "လ\u{103E}\u{103D}");
        check("ស\u{17CA}\u{17B6}ន", "ស\u{17B6}\u{17CA}ន");
        check("ជ\u{17C6}\u{17BB}", "ជ\u{17BB}\u{17C6}");
        check("សាស\u{17D2}ត\u{17D2}រ", "សាស\u{17D2}រ\u{17D2}ត");
        check("ស\u{17D2}រ\u{17D2}ដី", "ស្ត្រី");
        check("ប\u{17C9}\u{17C4}", "ប\u{17C1}\u{17B6}\u{17C9}");
        // Burmese keyboards: the digit zero and the letter WA.
        check("၀န်ကြီး", "ဝန်ကြီး");
        check("ဘ၀", "ဘဝ");
        check("အ၀င်", "အဝင်");
        check("၂ဝ၂၃", "2023");
        check("၁ဝ", "10");
        // What copies of a PDF have: radicals, forms of presentation, ligatures.
        check("⼤⽓", "大气");
        check("ﻣﻠﺎﻳﺎ", "ملایا");
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
        check("၁၀ခု", "၁ဝခု");
        check("၂၀၂၀ခုနှစ်", "၂၀၂ဝခုနှစ်");
        check("က\u{1039}က", "ကက");
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
