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

/// Returns the rank of each of some texts in the order of a language, from 0; equal texts have equal ranks.
pub type Order = Box<dyn Fn(&[&str]) -> Vec<u16>>;

/// Returns the rank of each fact for each [`Column`]; equal values have equal ranks.
pub fn ranks(atlas: &Atlas, order: &Order) -> Vec<Vec<u16>> {
    let Atlas { report, messages, .. } = atlas;
    let by_text = |text: &dyn Fn(&Fact) -> String| {
        let texts: Vec<String> = report.facts.iter().map(text).collect();
        let stated: Vec<&str> =
            texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        let mut ranks = order(&stated).into_iter();
        let rank = |text: &String| if text.is_empty() { None } else { ranks.next() };
        texts.iter().map(rank).map(|rank| rank.unwrap_or(NO_VALUE)).collect()
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
    let values: Vec<Option<T>> = report.facts.iter().map(value).collect();
    let stated: Vec<&T> = values.iter().flatten().collect();
    let mut ranks = ranks_of(&stated, |one, other| one.cmp(other)).into_iter();
    let rank = |value: &Option<T>| value.as_ref().and_then(|_| ranks.next());
    values.iter().map(rank).map(|rank| rank.unwrap_or(NO_VALUE)).collect()
}

/// Returns the order of a language: that of its code points where the tag is none, which the check of the languages
/// reports.
#[cfg(not(target_arch = "wasm32"))]
pub fn order_of(lang: &str) -> Order {
    use icu_collator::Collator;
    use icu_collator::options::CollatorOptions;
    use icu_locale_core::Locale;
    let locale = Locale::try_from_str(lang).ok();
    let collator = locale
        .and_then(|locale| Collator::try_new((&locale).into(), CollatorOptions::default()).ok());
    match collator {
        Some(collator) => {
            Box::new(move |texts| ranks_of(texts, |one, other| collator.compare(one, other)))
        }
        None => Box::new(|texts| ranks_of(texts, |one, other| one.cmp(other))),
    }
}

/// Returns the rank of each value among the others, from 0; equal values have equal ranks.
pub fn ranks_of<T>(values: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<u16> {
    let mut order: Vec<(usize, &T)> = values.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| compare(one, other));
    let mut ranks = vec![0; values.len()];
    let (mut rank, mut before): (u16, Option<&T>) = (0, None);
    for (index, value) in order {
        if before.is_some_and(|before| compare(before, value).is_ne()) {
            rank = rank.saturating_add(1).min(NO_VALUE - 1);
        }
        if let Some(own) = ranks.get_mut(index) {
            *own = rank;
        }
        before = Some(value);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that a language sorts these texts as they stand here.
    fn check(lang: &str, texts: &[&str]) {
        let texts: Vec<&str> = texts.iter().rev().copied().collect();
        let ranks = order_of(lang)(&texts);
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
    fn equal_values_have_equal_ranks() {
        assert_eq!(ranks_of(&["b", "", "a", "b"], Ord::cmp), [2, 0, 1, 2]);
        assert_eq!(ranks_of::<u8>(&[], Ord::cmp), [0; 0]);
    }

    #[test]
    fn a_fact_without_a_value_comes_last() {
        let atlas = crate::view_model::testing::atlas();
        let dates = &atlas.ranks[Column::Date as usize];
        for (fact, rank) in atlas.report.facts.iter().zip(dates) {
            assert_eq!(fact.date.span().is_none(), *rank == NO_VALUE, "{}", fact.id);
        }
    }
}
