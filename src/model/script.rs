//! The scripts in which the languages of the interface are written.

/// A script, known by its own letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// That of Urdu and Jawi.
    Arabic,
    /// That of Burmese.
    Burmese,
    /// That of Chinese.
    Han,
    /// That of Khmer.
    Khmer,
    /// That of Lao.
    Lao,
    /// That of English, Indonesian and Vietnamese.
    Latin,
    /// That of Tamil.
    Tamil,
    /// That of Thai.
    Thai,
}

impl Script {
    /// Returns the script of a letter; `None` for any other character. The ranges are blocks of Unicode.
    pub fn of_letter(c: char) -> Option<Self> {
        Some(match c {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Self::Latin,
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => Self::Arabic,
            '\u{B80}'..='\u{BFF}' => Self::Tamil,
            '\u{E00}'..='\u{E7F}' => Self::Thai,
            '\u{E80}'..='\u{EFF}' => Self::Lao,
            '\u{1000}'..='\u{109F}' => Self::Burmese,
            '\u{1780}'..='\u{17FF}' => Self::Khmer,
            '\u{4E00}'..='\u{9FFF}' => Self::Han,
            _ => return None,
        })
    }

    /// Returns the script of more than half of the letters. Where none has so many, it is one of those that the letters
    /// have; `None` where there is no letter of these scripts.
    ///
    /// One candidate is counted up and down, which is the majority vote of Boyer and Moore.
    pub fn of_text(text: impl Iterator<Item = char>) -> Option<Self> {
        let (mut candidate, mut lead) = (None, 0_usize);
        for script in text.filter_map(Self::of_letter) {
            if lead == 0 {
                candidate = Some(script);
            }
            lead = if candidate == Some(script) { lead + 1 } else { lead - 1 };
        }
        candidate
    }

    /// Returns the script of a language by its BCP 47 tag; `None` where the tag names a script itself, or where the interface
    /// does not have the language.
    pub fn of_language(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let language = subtags.next().unwrap_or_default();
        if subtags.any(|subtag| subtag.len() == 4 && !subtag.starts_with("Han")) {
            return None;
        }
        Some(match language {
            "en" | "fil" | "id" | "ms" | "pt" | "tet" | "vi" => Self::Latin,
            "km" => Self::Khmer,
            "lo" => Self::Lao,
            "my" => Self::Burmese,
            "ta" => Self::Tamil,
            "th" => Self::Thai,
            "ur" => Self::Arabic,
            "zh" => Self::Han,
            _ => return None,
        })
    }

    /// Returns the BCP 47 tag of the language of the interface that alone has this script; `None` where several have it.
    pub fn only_language(self) -> Option<&'static str> {
        Some(match self {
            Self::Arabic => "ur",
            Self::Burmese => "my",
            Self::Han => "zh-Hans",
            Self::Khmer => "km",
            Self::Lao => "lo",
            Self::Latin => return None,
            Self::Tamil => "ta",
            Self::Thai => "th",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_a_text_is_that_of_most_letters() {
        for (text, expected) in [
            ("8 June 2023", Some(Script::Latin)),
            ("آسیان (ASEAN) اور پاکستان", Some(Script::Arabic)),
            ("ASEAN மற்றும் பாகிஸ்தான்", Some(Script::Tamil)),
            ("Việt Nam", Some(Script::Latin)),
            ("ອາຊຽນ", Some(Script::Lao)),
            ("อาเซียน", Some(Script::Thai)),
            ("အာဆီယံ", Some(Script::Burmese)),
            ("អាស៊ាន", Some(Script::Khmer)),
            ("东盟与巴基斯坦", Some(Script::Han)),
            ("2023: 5 %", None),
        ] {
            assert_eq!(Script::of_text(text.chars()), expected, "{text}");
        }
    }

    #[test]
    fn the_script_of_a_language_is_known_where_it_has_one() {
        for tag in ["km", "lo", "my", "ta", "th", "ur", "zh-Hans"] {
            assert_eq!(Script::of_language(tag).and_then(Script::only_language), Some(tag));
        }
        for (tag, expected) in [
            ("ur-PK", Some(Script::Arabic)),
            ("en-GB", Some(Script::Latin)),
            ("zh-Hans", Some(Script::Han)),
            ("ms-Arab", None),
            ("zh-Latn", None),
            ("sw", None),
            ("", None),
        ] {
            assert_eq!(Script::of_language(tag), expected, "{tag}");
        }
    }
}
