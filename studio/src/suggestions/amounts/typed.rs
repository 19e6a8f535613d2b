//! An amount as an editor types it into a field.

use super::bounds::Bounds;
use super::{PER_CENT, Style, currency_before, quantity, what_is_counted};
use crate::date_words::COUNTED;
use crate::tokens::{Token, TokenKind, digit, tokens};

/// The first numbers in words, in English.
const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// The most tokens of words that say how exact an amount is.
const MAX_BOUND: usize = 12;

/// What a number of states counts, in English.
const STATES: [&str; 9] =
    ["asean", "member", "members", "state", "states", "country", "countries", "nation", "nations"];

/// An amount that was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedAmount {
    /// The number, in full.
    pub value: f64,
    /// The ISO 4217 code of its currency, where the words tell it.
    pub currency: Option<&'static str>,
    /// Whether it is a sum of money; of some signs, such as `¥`, nobody can tell the code.
    pub is_money: bool,
    /// What is counted, where the words tell it: a percentage, tonnes.
    pub unit: Option<String>,
    /// Whether it is a percentage.
    pub is_percentage: bool,
    /// The key of the field that says how exact it is.
    pub bound: Option<&'static str>,
}

impl TypedAmount {
    /// Returns whether it counts states, or says nothing of what it counts: `7`, `7 member states`.
    pub fn may_be_states(&self) -> bool {
        let is_state = |word: &str| STATES.iter().any(|state| state.eq_ignore_ascii_case(word));
        let unit = self.unit.as_deref().unwrap_or_default();
        !self.is_money && self.bound.is_none() && unit.split_whitespace().all(is_state)
    }
}

/// Returns the amount that a text is as a whole: `1,500,000`, `over 1.5 million`, `USD 1.5 bn`, `15 %`, `5,000 tonnes`. The
/// language of the report tells what `1.500` is, the code of its partner what rupees are, `bounds` what "over" is.
pub fn typed_amount(
    text: &str,
    lang: &str,
    partner: Option<&str>,
    bounds: &Bounds,
) -> Option<TypedAmount> {
    let text = ungrouped(text);
    let style = Style::of(lang, partner);
    // Codes of currencies are also typed in small letters.
    let read = |text: &str| read(text, style).or_else(|| read(&text.to_ascii_uppercase(), style));
    let bounded = || {
        let tokens = tokens(&text);
        let count = tokens.len();
        let most = count.min(MAX_BOUND);
        let mut ends = (1..most).flat_map(|words| [(words, count), (0, count - words)]);
        ends.find_map(|(first, end)| {
            let bound = bounds.around(&tokens, first, end)?;
            let is_all = bound.first == 0 && bound.end == count;
            let (first, last) = (tokens.get(first)?, tokens.get(end - 1)?);
            let amount = read(text.get(first.start..last.end)?).filter(|_| is_all)?;
            Some(TypedAmount { bound: Some(bound.key), ..amount })
        })
    };
    read(&text).or_else(bounded)
}

/// Returns the code of the currency that a text names: `US dollars`, `Rs`, `$`. `None` where nobody can tell which it is.
pub fn typed_currency(text: &str, lang: &str, partner: Option<&str>) -> Option<&'static str> {
    // A sum of one has it, behind its number or before it.
    let sums = [format!("1 {text}"), format!("{text} 1")];
    let bounds = Bounds::new("");
    let of_one = |sum: &TypedAmount| sum.value < 2.0;
    sums.iter().find_map(|sum| typed_amount(sum, lang, partner, &bounds).filter(of_one)?.currency)
}

fn read(text: &str, style: Style) -> Option<TypedAmount> {
    let mut tokens = tokens(text);
    if tokens.last().is_some_and(|last| last.is_sign(".")) {
        tokens.pop();
    }
    if let Some(first) = tokens.first_mut()
        && let Some(number) = NUMBERS.iter().position(|word| first.is_word(word))
    {
        first.kind = TokenKind::Number;
        first.normal = (number + 1).to_string().into();
    }
    let before = currency_before(&tokens, 0, style.local);
    let number_at = before.map_or(0, |(_, next)| next);
    let quantity = quantity(&tokens, number_at, before.is_some(), style)?;
    let value = quantity.value(quantity.power)?;
    let at = quantity.end;
    let rest = tokens.get(at..).unwrap_or_default();
    let (what, end) = match before {
        Some((currency, _)) => (Some(currency), at),
        None if rest.is_empty() => (None, at),
        None => {
            let named = what_is_counted(&tokens, at, style.local);
            named.or_else(|| is_counted(rest).then_some((None, tokens.len())))?
        }
    };
    let is_money = what.is_some();
    let is_percentage = !is_money && !rest.is_empty() && !is_counted(rest);
    let unit = rest.first().zip(rest.last()).filter(|_| !is_money);
    let unit = unit.and_then(|(first, last)| text.get(first.start..last.end));
    let unit = unit.map(|unit| match is_percentage {
        true if style.is_english => PER_CENT.to_owned(),
        true => unit.to_ascii_lowercase(),
        false => unit.to_owned(),
    });
    let currency = what.and_then(|currency| currency.code);
    let amount = TypedAmount { value, currency, is_money, unit, is_percentage, bound: None };
    (end == tokens.len()).then_some(amount)
}

/// Returns whether words say what is counted: `tonnes of rice`. Of other words nobody knows: "milion" is no unit.
fn is_counted(words: &[Token<'_>]) -> bool {
    let is_known = |word: &str| COUNTED.contains(&word) || STATES.contains(&word);
    words.first().is_some_and(|word| is_known(&word.normal))
        && words.iter().all(|word| word.kind == TokenKind::Word)
}

/// Returns a text without the spaces and apostrophes between groups of three digits: `1 500 000`, `1’500’000`.
fn ungrouped(text: &str) -> String {
    let letters: Vec<char> = text.trim().chars().collect();
    let is_digit = |index: usize| letters.get(index).is_some_and(|c| digit(*c).is_some());
    let is_separator = |index: usize, c: char| {
        (c.is_whitespace() || matches!(c, '\'' | '’'))
            && index.checked_sub(1).is_some_and(is_digit)
            && (1..=3).all(|step| is_digit(index + step))
            && !is_digit(index + 4)
    };
    let kept = letters.iter().enumerate().filter(|(index, c)| !is_separator(*index, **c));
    kept.map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggestions::tests::names_of;

    fn of(text: &str, lang: &str) -> Option<(f64, Option<&'static str>, Option<String>)> {
        let TypedAmount { value, currency, unit, .. } =
            typed_amount(text, lang, Some("PAK"), &Bounds::new(""))?;
        Some((value, currency, unit))
    }

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for (text, value, currency) in [
            ("1.5 million", 1_500_000.0, None),
            ("1,500,000", 1_500_000.0, None),
            ("1 500 000", 1_500_000.0, None),
            ("1’500’000.", 1_500_000.0, None),
            ("1.500.000,50", 1_500_000.5, None),
            ("1,50,000", 150_000.0, None),
            ("1.5 bn", 1_500_000_000.0, None),
            ("12.4 billion", 12_400_000_000.0, None),
            ("USD 1.5 million", 1_500_000.0, Some("USD")),
            ("usd 1.5m", 1_500_000.0, Some("USD")),
            ("US$1.5 million", 1_500_000.0, Some("USD")),
            ("1.5 million Singapore dollars", 1_500_000.0, Some("SGD")),
            ("Rs 5 crore", 50_000_000.0, Some("PKR")),
            ("¥ 5 billion", 5_000_000_000.0, None),
            ("1.5 juta", 1_500_000.0, None),
            ("1,5 triệu USD", 1_500_000.0, Some("USD")),
            ("usd 1.5 m", 1_500_000.0, Some("USD")),
            ("1.5m", 1_500_000.0, None),
            ("12k", 12_000.0, None),
            ("1.5亿", 150_000_000.0, None),
            ("5 ล้าน", 5_000_000.0, None),
            ("১", 1.0, None),
            ("၁၂", 12.0, None),
            ("១.៥ លាន", 1_500_000.0, None),
        ] {
            assert_eq!(of(text, "en"), Some((value, currency, None)), "{text}");
        }
    }

    #[test]
    fn thousands_and_more_are_read_in_every_script() {
        for (text, value) in [
            ("5 lakh", 500_000.0),
            ("5 crore", 50_000_000.0),
            ("5 trillion", 5e12),
            // Indonesian, Malay, Portuguese, Filipino, Vietnamese
            ("5 ribu", 5_000.0),
            ("5 miliar", 5e9),
            ("5 bilion", 5e9),
            ("5 triliun", 5e12),
            ("5 milhões", 5e6),
            ("5 libo", 5_000.0),
            ("5 bilyon", 5e9),
            ("5 nghìn", 5_000.0),
            ("5 tỷ", 5e9),
            // Urdu
            ("5 ہزار", 5_000.0),
            ("5 لاکھ", 500_000.0),
            ("۵ کروڑ", 50_000_000.0),
            ("5 ارب", 5e9),
            ("5 کھرب", 5e11),
            // Chinese
            ("5千", 5_000.0),
            ("5万", 50_000.0),
            ("5百万", 5e6),
            ("5亿", 500_000_000.0),
            // Thai
            ("5 หมื่น", 50_000.0),
            ("5 แสน", 500_000.0),
            ("5 ล้าน", 5e6),
            ("5 พันล้าน", 5e9),
            // Lao
            ("5 ໝື່ນ", 50_000.0),
            ("5 ແສນ", 500_000.0),
            ("5 ລ້ານ", 5e6),
            ("5 ຕື້", 5e9),
            // Khmer
            ("5 ពាន់", 5_000.0),
            ("5 ម៉ឺន", 50_000.0),
            ("5 លាន", 5e6),
            ("5 ប៊ីលាន", 5e9),
            // Burmese
            ("5 သောင်း", 50_000.0),
            ("5 သိန်း", 500_000.0),
            ("5 သန်း", 5e6),
            ("5 ကုဋေ", 50_000_000.0),
            ("5 ဘီလီယံ", 5e9),
            // Tamil
            ("5 ஆயிரம்", 5_000.0),
            ("5 லட்சம்", 500_000.0),
            ("5 இலட்சம்", 500_000.0),
            ("5 கோடி", 50_000_000.0),
            ("5 மில்லியன்", 5e6),
            ("5 பில்லியன்", 5e9),
        ] {
            assert_eq!(of(text, "en"), Some((value, None, None)), "{text}");
        }
    }

    #[test]
    fn mil_is_a_thousand_only_in_languages_that_have_the_word() {
        for lang in ["pt", "pt-BR", "tet", "es"] {
            assert_eq!(of("USD 5 mil", lang), Some((5_000.0, Some("USD"), None)), "{lang}");
            let value = of("3 mil milhões de euros", lang);
            assert_eq!(value, Some((3e9, Some("EUR"), None)), "{lang}");
        }
        for lang in ["", "en", "fil", "id"] {
            assert_eq!(of("USD 5 mil", lang), None, "{lang}");
        }
    }

    #[test]
    fn words_say_how_exact_an_amount_is_and_what_is_counted() {
        for (lang, text, value, currency, unit, bound) in [
            ("en", "over USD 130 billion", 130e9, Some("USD"), None, Some("at_least")),
            ("en", "About 5%", 5.0, None, Some("per cent"), Some("approximate")),
            ("en", "up to 30 million euros", 30e6, Some("EUR"), None, Some("at_most")),
            ("en", "a maximum of usd 5m", 5e6, Some("USD"), None, Some("at_most")),
            ("en", "no more than 1 500 000", 1_500_000.0, None, None, Some("at_most")),
            ("en", "more than 5,000 tonnes", 5_000.0, None, Some("tonnes"), Some("at_least")),
            ("en", "Seven countries", 7.0, None, Some("countries"), None),
            ("en", "nearly two million dollars", 2e6, Some("USD"), None, Some("approximate")),
            ("en", "5,000 tonnes of Thai rice.", 5_000.0, None, Some("tonnes of Thai rice"), None),
            ("id", "lebih dari Rp 5 triliun", 5e12, Some("IDR"), None, Some("at_least")),
            ("ur", "۵ کروڑ سے زائد", 5e7, None, None, Some("at_least")),
            ("zh-Hans", "约5%", 5.0, None, Some("%"), Some("approximate")),
        ] {
            let bounds = Bounds::new(&names_of(lang).bounds);
            let amount = typed_amount(text, lang, None, &bounds).unwrap();
            assert_eq!((amount.value, amount.currency), (value, currency), "{text}");
            assert_eq!((amount.unit.as_deref(), amount.bound), (unit, bound), "{text}");
        }
    }

    #[test]
    fn nobody_can_tell_which_dollars_a_partner_with_its_own_means() {
        let code = |text: &str, partner| typed_currency(text, "en", Some(partner));
        for text in ["dollars", "$"] {
            assert_eq!((code(text, "AUS"), code(text, "PAK")), (None, Some("USD")), "{text}");
        }
        assert_eq!(code("US$", "AUS"), Some("USD"));
    }

    #[test]
    fn a_currency_is_read_as_people_write_it() {
        for (text, code) in [
            ("dollars", Some("USD")),
            ("US dollars", Some("USD")),
            ("Singapore Dollars", Some("SGD")),
            ("$", Some("USD")),
            ("S$", Some("SGD")),
            ("euro", Some("EUR")),
            ("Euros.", Some("EUR")),
            ("ringgit", Some("MYR")),
            ("RM", Some("MYR")),
            ("Rp", Some("IDR")),
            ("rupees", Some("PKR")),
            ("Rs.", Some("PKR")),
            ("usd", Some("USD")),
            ("dólares", Some("USD")),
            ("¥", None),
            ("kroner", None),
            ("million dollars", None),
            ("over USD", None),
            ("5 dollars", None),
            ("per cent", None),
            ("beads", None),
            ("", None),
        ] {
            assert_eq!(typed_currency(text, "en", Some("PAK")), code, "{text}");
        }
        assert_eq!(typed_currency("rupees", "en", None), None);
    }

    #[test]
    fn a_percentage_has_its_unit_in_the_language_of_the_report() {
        for (text, lang, unit) in [
            ("15 %", "en", "per cent"),
            ("15 percent", "en-GB", "per cent"),
            ("15%", "id", "%"),
            ("15%.", "id", "%"),
            ("15 persen", "id", "persen"),
            ("15 persen.", "id", "persen"),
            ("15 Por cento", "pt", "por cento"),
        ] {
            assert_eq!(of(text, lang), Some((15.0, None, Some(unit.to_owned()))), "{text}");
        }
    }

    #[test]
    fn the_language_tells_what_one_sign_before_three_digits_is() {
        let value = |text: &str, lang: &str| of(text, lang).map(|(value, ..)| value);
        for lang in ["id", "pt", "pt-BR", "vi", "tet"] {
            assert_eq!(value("1.500", lang), Some(1_500.0), "{lang}");
            assert_eq!(value("1,500", lang), Some(1.5), "{lang}");
            assert_eq!(value("1.5", lang), Some(1.5), "{lang}");
        }
        for lang in ["en", "ms", "th", ""] {
            assert_eq!(value("1.500", lang), Some(1.5), "{lang}");
            assert_eq!(value("1,500", lang), Some(1_500.0), "{lang}");
            assert_eq!(value("0,500", lang), Some(0.5), "{lang}");
        }
    }

    #[test]
    fn what_is_no_amount_is_not_guessed() {
        for text in [
            "",
            "not about 5",
            "overseas 5",
            "seven or eight",
            "seventh",
            "5 tonnes in 2023",
            "5 dollars of aid",
            "5 million dollars of aid",
            "5 milion",
            "5 to 7 million",
            "1.2.3",
            "8.6.2023",
            "1,2,3",
            "12,3456",
            "1.500,000,5",
            "5 roads",
            "120 m",
            "5 k",
            "1.5 m dollars",
            "NaN",
            "1e9",
            "million",
            "USD",
        ] {
            assert_eq!(of(text, "en"), None, "{text}");
        }
    }
}
