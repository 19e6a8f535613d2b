//! The order of the facts in each column, computed when the page is built: the reader's module compares numbers only.
//!
//! Texts are in the order of their language (Unicode's CLDR). Two browsers may differ in that, the page does not.

use std::cmp::Ordering;

use strum::IntoEnumIterator;

use super::Atlas;
use super::labels::{people_text, scope_text, status_label};
use super::table::NO_VALUE;
use crate::model::{Fact, Report};
use crate::state::Column;

/// Compares two texts in the order of a language.
pub type Compare = Box<dyn Fn(&str, &str) -> Ordering>;

/// Returns the rank of each fact for each [`Column`]; equal values have equal ranks.
pub fn ranks(atlas: &Atlas, compare: &Compare) -> Vec<Vec<u16>> {
    let Atlas { report, messages, .. } = atlas;
    let by_text = |text: &dyn Fn(&Fact) -> String| {
        let texts =
            report.facts.iter().map(|fact| Some(text(fact)).filter(|text| !text.is_empty()));
        ranks_of(&texts.collect::<Vec<_>>(), |one, other| compare(one, other))
    };
    let of_column = |column| match column {
        Column::Fact => by_text(&|fact| fact.title.value.clone()),
        Column::Scope => by_text(&|fact| scope_text(atlas, fact)),
        Column::Date => by_value(report, |fact| fact.date.span()),
        Column::Status => by_text(&|fact| messages.get(status_label(fact.status)).value.clone()),
        Column::People => by_text(&|fact| people_text(atlas, fact)),
        Column::Paragraph => by_value(report, |fact| Some(fact.paragraph())),
    };
    Column::iter().map(of_column).collect()
}

fn by_value<T: Ord>(report: &Report, value: impl Fn(&Fact) -> Option<T>) -> Vec<u16> {
    ranks_of(&report.facts.iter().map(value).collect::<Vec<_>>(), Ord::cmp)
}

/// Returns the order of a language: that of its code points where the tag is none, which the check of the languages
/// reports.
#[cfg(not(target_arch = "wasm32"))]
pub fn order_of(lang: &str) -> Compare {
    use icu_collator::Collator;
    use icu_collator::options::CollatorOptions;
    use icu_locale_core::Locale;
    let locale = Locale::try_from_str(lang).ok();
    let collator = locale
        .and_then(|locale| Collator::try_new((&locale).into(), CollatorOptions::default()).ok());
    match collator {
        Some(collator) => Box::new(move |one, other| collator.compare(one, other)),
        None => Box::new(|one, other| one.cmp(other)),
    }
}

/// Returns the rank of each value among the others, from 0.
fn ranks_of<T>(values: &[Option<T>], compare: impl Fn(&T, &T) -> Ordering) -> Vec<u16> {
    let mut sorted: Vec<&T> = values.iter().flatten().collect();
    sorted.sort_by(|one, other| compare(one, other));
    sorted.dedup_by(|one, other| compare(one, other).is_eq());
    let rank = |value: &T| {
        let index = sorted.partition_point(|other| compare(other, value).is_lt());
        u16::try_from(index).unwrap_or(NO_VALUE)
    };
    values.iter().map(|value| value.as_ref().map_or(NO_VALUE, rank)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that a language sorts these texts as they stand here.
    fn check(lang: &str, texts: &[&str]) {
        let texts: Vec<Option<String>> =
            texts.iter().rev().map(|text| Some((*text).to_owned())).collect();
        let compare = order_of(lang);
        let ranks = ranks_of(&texts, |one, other| compare(one, other));
        let expected: Vec<u16> = (0..).take(texts.len()).collect();
        assert_eq!(ranks.into_iter().rev().collect::<Vec<_>>(), expected, "{lang} {texts:?}");
    }

    #[test]
    fn texts_are_in_the_order_of_their_language() {
        check("en", &["a plan", "Agreement", "bank", "Élan", "zone"]);
        check("pt", &["ação", "acordo", "água", "Ásia", "banco", "Cíber", "Índia", "zona"]);
        // Vietnamese: ă and â after a, đ after d, ê after e; the tones are level, huyền, hỏi, ngã, sắc, nặng.
        check(
            "vi",
            &["ba", "bà", "bả", "bã", "bá", "bạ", "băng", "bân", "dân", "đoạn", "em", "ếch"],
        );
        // Thai: a vowel that is written before its consonant is sorted after it.
        check("th", &["กา", "เกา", "ขา", "ไข", "มาเลเซีย", "เมียนมา"]);
        check("lo", &["ກາ", "ເກາ", "ຂາ", "ແຂ"]);
        check(
            "ur",
            &["آسیان", "بینک", "پاکستان", "تربیت", "ٹوکیو", "ڈاکٹر", "کانفرنس", "گول", "یوم"],
        );
        check("km", &["ក", "កម្ពុជា", "ការ", "កិច្ច", "ខេត្ត", "ដំណើរ", "អាស៊ាន"]);
        check("my", &["က", "ကာ", "ခ", "မလေးရှား", "မြန်မာ", "အာဆီယံ"]);
        check("ta", &["அ", "ஆசியான்", "கம்போடியா", "சிங்கப்பூர்", "மலேசியா"]);
        // Chinese: by the sounds, as in pinyin: dōng, jiǎn, mǎ, xīn, yìn.
        check("zh-Hans", &["东盟", "柬埔寨", "马来西亚", "新加坡", "印度尼西亚"]);
        for lang in ["fil", "id", "ms", "tet"] {
            check(lang, &["Aksi", "bangko", "Élan", "ñ", "zona"]);
        }
    }

    #[test]
    fn equal_texts_have_equal_ranks_and_no_text_comes_last() {
        let texts = ["b", "", "a", "b"].map(|text| Some(text).filter(|text| !text.is_empty()));
        assert_eq!(ranks_of(&texts, Ord::cmp), [1, NO_VALUE, 0, 1]);
    }
}
