//! The language of a text, as far as its letters tell it.

use partnership_atlas::model::Script;

/// A word that is frequent in each language of the studio with Latin letters, and seldom in the others. Indonesian and Malay
/// share one.
const WORDS: [(&str, &str); 7] = [
    ("the", "en"),
    ("yang", "id"),
    ("yang", "ms"),
    ("ng", "fil"),
    ("của", "vi"),
    ("que", "pt"),
    ("iha", "tet"),
];

/// So many characters of a text are looked at, and so many words.
const ENOUGH: usize = 10_000;

/// Returns the BCP 47 tag of the language that a text probably has: that of the script of most letters, else that of a
/// frequent word. Where neither tells, it is the editor's own language if that has Latin letters, else English.
pub fn likely_language<'a>(paragraphs: &[String], own: &'a str) -> &'a str {
    let text = || paragraphs.iter().map(String::as_str);
    let words = || text().flat_map(|paragraph| paragraph.split(' ')).take(ENOUGH);
    let word_count = words().count();
    let script = Script::of_text(text().flat_map(str::chars).take(ENOUGH));
    if let Some(lang) = script.and_then(Script::only_language) {
        return lang;
    }
    let is_frequent =
        |word: &str| 100 * words().filter(|other| *other == word).count() > word_count;
    let mut found = WORDS.iter().filter(|(word, _)| is_frequent(word)).map(|(_, lang)| *lang);
    match found.next() {
        Some(lang) if lang != own && found.all(|lang| lang != own) => lang,
        None if Script::of_language(own) != Some(Script::Latin) => "en",
        _ => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_most_letters_tells_the_language() {
        for (text, lang) in [
            ("وزیر نے ASEAN کے ساتھ سڑکیں کھولیں۔", "ur"),
            ("சாலை திறக்கப்பட்டது", "ta"),
            ("เปิดถนนกับ ASEAN ในกรุงเทพฯ", "th"),
            ("ເປີດຖະໜົນ", "lo"),
            ("လမ်းဖွင့်သည်", "my"),
            ("បើកផ្លូវ", "km"),
            ("中国与东盟（ASEAN）在北京开通了一条公路。", "zh-Hans"),
            ("Jalan dibuka (道路).", "id"),
            ("2023", "id"),
        ] {
            assert_eq!(likely_language(&[text.to_owned()], "id"), lang, "{text}");
        }
    }

    #[test]
    fn a_frequent_word_tells_the_language_of_latin_letters() {
        for (text, own, lang) in [
            ("A road to the sea was opened.", "id", "en"),
            ("Jalan yang panjang dibuka.", "en", "id"),
            ("Jalan yang panjang dibuka.", "ms", "ms"),
            ("Binuksan ang daan ng bayan.", "ur", "fil"),
            ("Con đường của thành phố.", "en", "vi"),
            ("A estrada que foi aberta.", "en", "pt"),
            ("Estrada foun iha Dili.", "pt", "tet"),
        ] {
            assert_eq!(likely_language(&[text.to_owned()], own), lang, "{text}");
        }
    }

    #[test]
    fn other_latin_letters_are_of_the_editors_language_if_that_has_them() {
        let text = ["A road was opened.".to_owned()];
        for (own, lang) in [("en", "en"), ("vi", "vi"), ("ur", "en"), ("zh-Hans", "en")] {
            assert_eq!(likely_language(&text, own), lang);
        }
    }
}
