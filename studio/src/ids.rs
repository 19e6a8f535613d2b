//! Ids from titles.

use normal_forms::nfkd_lowercase;
use partnership_atlas::model::id::SLUG_LENGTH;
use partnership_atlas::model::quote::UNNAMED_SOURCES;

/// The id of a title without Latin letters, before its number.
const NAMELESS: &str = "fact";

/// Returns an id from a title that no other has: lower-case letters and digits separated by single hyphens, at most
/// [`SLUG_LENGTH`] bytes.
///
/// Accents are dropped. A title without Latin letters gets `fact-1`, `fact-2` and so on. A taken id gets a number.
pub fn slug(title: &str, taken: &[&str]) -> String {
    let is_free = |id: &str| id != UNNAMED_SOURCES && !taken.contains(&id);
    let base = words(title);
    let has_letter = base.bytes().any(|byte| byte.is_ascii_lowercase());
    let whole = shortened(&base, SLUG_LENGTH);
    if has_letter && is_free(whole) {
        return whole.to_owned();
    }
    let (base, first) = if has_letter { (base.as_str(), 2) } else { (NAMELESS, 1) };
    // One of these is free: there is one more than there are taken ids.
    let numbers = first..=first + taken.len() + 1;
    let mut numbered = numbers.map(|number| {
        let number = format!("-{number}");
        format!("{}{number}", shortened(base, SLUG_LENGTH.saturating_sub(number.len())))
    });
    numbered.find(|id| is_free(id)).unwrap_or_else(|| NAMELESS.to_owned())
}

/// Returns whether a title has letters that can stand in an id.
pub fn has_letters(title: &str) -> bool {
    words(title).bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Returns the Latin words and numbers of a title, joined by hyphens.
fn words(title: &str) -> String {
    let mut slug = String::new();
    for c in nfkd_lowercase(title).chars() {
        if matches!(c, '\'' | '’' | '\u{0300}'..='\u{036F}') {
            continue;
        }
        let before = slug.len();
        slug.push_str(latin(c).unwrap_or_default());
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        }
        if slug.len() == before && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Returns the ASCII spelling of a letter that has no decomposition.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "ng",
        _ => return None,
    })
}

/// Returns as many whole words of a slug as fit; of a first word that is too long, its beginning.
fn shortened(slug: &str, length: usize) -> &str {
    let Some(head) = slug.get(..length) else { return slug };
    let is_whole = slug.get(length..).is_none_or(|rest| rest.is_empty() || rest.starts_with('-'));
    let end = if is_whole { None } else { head.rfind('-') };
    head.get(..end.unwrap_or(length)).unwrap_or_default().trim_end_matches('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_atlas::model::FactId;
    use proptest::prelude::*;

    #[test]
    fn a_title_becomes_its_words() {
        assert_eq!(slug("A plan of action", &[]), "a-plan-of-action");
        assert_eq!(slug("  Trade (2023): US$ 11.8 bn!", &[]), "trade-2023-us-11-8-bn");
        assert_eq!(slug("The partner's visit", &[]), "the-partners-visit");
    }

    #[test]
    fn accents_are_dropped_and_ligatures_are_spelled_out() {
        assert_eq!(slug("Türkiye in Hà Nội", &[]), "turkiye-in-ha-noi");
        assert_eq!(slug("Đặng, Łódź, Søren, Straße", &[]), "dang-lodz-soren-strasse");
        assert_eq!(slug("ＡＳＥＡＮ ﬁle", &[]), "asean-file");
    }

    #[test]
    fn a_long_title_is_cut_after_a_word() {
        let title = "Agreement on the protection of shared rivers";
        assert_eq!(slug(title, &[]), "agreement-on-the-protection-of");
        assert_eq!(slug(&"x".repeat(40), &[]), "x".repeat(31));
        let title = format!("a {} yes", "x".repeat(29));
        assert_eq!(slug(&title, &[]), format!("a-{}", "x".repeat(29)));
        assert_eq!(slug(&format!("{} yes", "x".repeat(31)), &[]), "x".repeat(31));
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        assert_eq!(slug("Visit", &["visit"]), "visit-2");
        assert_eq!(slug("Visit", &["visit", "visit-2", "visit-3"]), "visit-4");
        let long = "x".repeat(31);
        assert_eq!(slug(&long, &[&long]), format!("{}-2", "x".repeat(29)));
        assert_eq!(slug("Unnamed sources", &[]), "unnamed-sources-2");
    }

    #[test]
    fn a_title_without_latin_letters_is_numbered() {
        assert_eq!(slug("第3次会议", &[]), "fact-1");
        assert_eq!(slug("ملاقات", &["fact-1"]), "fact-2");
        assert_eq!(slug("", &["fact-1", "fact-2"]), "fact-3");
        assert_eq!(slug("2023", &[]), "fact-1");
        assert_eq!(slug("第3次 ASEAN 会议", &[]), "3-asean");
    }

    proptest! {
        #[test]
        fn every_title_gives_a_free_id(
            title in "\\PC*",
            taken in proptest::collection::vec("[a-c]{1,2}(-[2-4])?", 0..20),
        ) {
            let taken: Vec<&str> = taken.iter().map(String::as_str).collect();
            let id = slug(&title, &taken);
            prop_assert!(FactId::new(&id).is_some(), "{id:?}");
            prop_assert!(!taken.contains(&id.as_str()));
            let next = slug(&title, &[&id]);
            prop_assert!(FactId::new(&next).is_some() && next != id, "{next:?}");
        }
    }
}
