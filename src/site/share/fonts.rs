//! The fonts of the pictures, by the script of a language.

/// How a text is set, apart from its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Titles and names.
    Display,
    /// Other texts.
    Text,
    /// Other texts that stand out.
    TextBold,
}

/// A font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Font {
    /// The name of its family.
    pub family: &'static str,
    /// Whether it is the bold one of its family, or the regular one.
    pub is_bold: bool,
}

impl Font {
    /// Returns its weight, as CSS and SVG count it.
    pub fn weight(&self) -> u16 {
        if self.is_bold { 700 } else { 400 }
    }

    /// Returns the family and what stands in for it, as CSS and SVG list them. A browser may have no Noto.
    pub fn families(&self) -> String {
        let generic = if self.family.contains("Serif") { "serif" } else { "sans-serif" };
        format!("{}, {generic}", self.family)
    }
}

impl Typography {
    /// Returns the font for a face.
    pub fn font(&self, face: Face) -> Font {
        match face {
            Face::Display => Font { family: self.display, is_bold: true },
            Face::Text => Font { family: self.text, is_bold: false },
            Face::TextBold => Font { family: self.text, is_bold: true },
        }
    }
}

/// The fonts of a language, and the height of its lines. Noto has letters of one design for every script.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typography {
    /// The family of titles and names; it is set in bold.
    pub display: &'static str,
    /// The family of all other texts; it is set in regular and in bold.
    pub text: &'static str,
    /// The height of a line of `display`, in font sizes.
    pub display_leading: f64,
    /// The height of a line of `text`, in font sizes.
    pub text_leading: f64,
    /// The distance from the top of a line without leading to its baseline, in font sizes.
    pub ascent: f64,
    /// Whether the families have Latin letters and common punctuation.
    pub has_latin: bool,
}

/// The fonts of Latin, Greek and Cyrillic letters. Every other script takes its Latin letters from them.
pub const LATIN: Typography = Typography {
    display: "Noto Serif",
    text: "Noto Sans",
    display_leading: 1.14,
    text_leading: 1.36,
    ascent: 0.86,
    has_latin: true,
};

/// A script with a language of its own where one needs other fonts than the rest, and its fonts.
const BY_SCRIPT: [(&str, Option<&str>, Typography); 8] = [
    ("Khmr", None, tall("Noto Serif Khmer", "Noto Sans Khmer")),
    ("Laoo", None, marked("Noto Serif Lao", "Noto Sans Lao")),
    ("Mymr", None, BURMESE),
    ("Taml", None, marked("Noto Serif Tamil", "Noto Sans Tamil")),
    ("Thai", None, marked("Noto Serif Thai", "Noto Sans Thai")),
    ("Hans", None, CHINESE),
    ("Arab", Some("ur"), NASTALIQ),
    ("Arab", None, marked("Noto Naskh Arabic", "Noto Naskh Arabic")),
];

/// The fonts of Chinese have Latin letters, and punctuation as wide as a character.
const CHINESE: Typography =
    Typography { has_latin: true, ..marked("Noto Serif CJK SC", "Noto Sans CJK SC") };

/// The fonts of Burmese, whose letters stand one below the other.
const BURMESE: Typography =
    Typography { display_leading: 1.95, ..tall("Noto Serif Myanmar", "Noto Sans Myanmar") };

/// Nastaliq falls from right to left and needs two lines' height.
const NASTALIQ: Typography = Typography {
    display: "Noto Nastaliq Urdu",
    text: "Noto Nastaliq Urdu",
    display_leading: 2.3,
    text_leading: 2.0,
    ascent: 0.84,
    has_latin: false,
};

/// Returns the fonts of a script with marks above or below its letters.
const fn marked(display: &'static str, text: &'static str) -> Typography {
    Typography {
        display,
        text,
        display_leading: 1.34,
        text_leading: 1.5,
        has_latin: false,
        ..LATIN
    }
}

/// Returns the fonts of a script with several marks above and below its letters.
const fn tall(display: &'static str, text: &'static str) -> Typography {
    Typography {
        display,
        text,
        display_leading: 1.56,
        text_leading: 1.7,
        has_latin: false,
        ..LATIN
    }
}

/// What a language tag most likely means, by Unicode's likely subtags: `zh` means `zh`, `Hans` and `CN`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likely {
    /// The code of the language.
    pub language: String,
    /// The code of its script, four letters; empty where it is not known.
    pub script: String,
    /// The code of its territory, if it is known.
    pub region: Option<String>,
}

/// Returns the fonts of a language by its likely script; those of Latin where none are known.
pub fn typography(likely: Option<&Likely>) -> Typography {
    let Some(likely) = likely else { return LATIN };
    let mut fonts = BY_SCRIPT.iter().filter(|(script, ..)| *script == likely.script);
    let found = fonts.find(|(_, only, _)| only.is_none_or(|only| only == likely.language));
    found.map_or(LATIN, |(.., typography)| *typography)
}

/// Returns all families, those of titles with `true`.
pub fn families() -> impl Iterator<Item = (&'static str, bool)> {
    let all = BY_SCRIPT.iter().map(|(.., typography)| typography).chain([&LATIN]);
    all.flat_map(|typography| [(typography.display, true), (typography.text, false)])
}

/// Returns a language with its likely territory as Open Graph wants it: `ms_MY`.
pub fn open_graph_locale(likely: &Likely) -> Option<String> {
    Some(format!("{}_{}", likely.language, likely.region.as_ref()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::share::unicode::likely;

    #[test]
    fn fonts_follow_the_script_of_the_language() {
        for (lang, text) in [
            ("en", "Noto Sans"),
            ("tet", "Noto Sans"),
            ("km", "Noto Sans Khmer"),
            ("zh-Hans", "Noto Sans CJK SC"),
            ("zh", "Noto Sans CJK SC"),
            ("ur", "Noto Nastaliq Urdu"),
            ("ar", "Noto Naskh Arabic"),
            ("not a tag", "Noto Sans"),
        ] {
            assert_eq!(typography(likely(lang).as_ref()).text, text, "{lang}");
        }
    }

    #[test]
    fn open_graph_has_a_territory_for_each_language() {
        for (lang, locale) in [("en", "en_US"), ("tet", "tet_TL"), ("zh-Hans", "zh_CN")] {
            let likely = likely(lang).unwrap();
            assert_eq!(open_graph_locale(&likely).as_deref(), Some(locale));
        }
        assert_eq!(likely("not a tag"), None);
    }
}
