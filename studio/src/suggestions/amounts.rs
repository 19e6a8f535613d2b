//! Sums of money and percentages in a text. Plain counts are neither.

use crate::tokens::{Token, TokenKind};
use crate::words::language;

mod bounds;
mod currencies;
mod powers;
mod typed;

pub use bounds::{APPROXIMATE, AT_LEAST, AT_MOST, BOUNDS, Bounds};
pub(super) use currencies::LocalMoney;
use currencies::{Currency, code_before, currency_behind, currency_of_sign};
use powers::{MIL, power_at};
pub use typed::{TypedAmount, typed_amount, typed_currency};

/// How a text writes amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// The currency of "rupees".
    pub local: LocalMoney,
    /// Whether 1.500 is one thousand and five hundred.
    has_decimal_comma: bool,
    /// Whether it is in English, or its language is not known.
    pub is_english: bool,
    /// Whether "mil" is a thousand; in English it is a million to some.
    has_mil: bool,
}

impl Style {
    /// Returns the style of a report in a language, about a partner with a code.
    pub fn of(lang: &str, partner: Option<&str>) -> Self {
        let lang = language(lang);
        let lang = lang.as_str();
        Self {
            local: LocalMoney::of(partner),
            has_decimal_comma: DECIMAL_COMMA.contains(&lang),
            is_english: matches!(lang, "" | "en"),
            has_mil: matches!(lang, "pt" | "tet" | "es"),
        }
    }
}

/// The languages that write 1.500,50, by Unicode's CLDR; Tetum follows Portuguese.
const DECIMAL_COMMA: [&str; 26] = [
    "id", "pt", "vi", "tet", "km", "lo", "de", "fr", "es", "it", "nl", "tr", "nb", "no", "nn",
    "sv", "da", "fi", "ru", "pl", "uk", "cs", "el", "hu", "ro", "is",
];

/// An amount among the tokens of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// The index of its first token.
    pub first: usize,
    /// The index behind its last token.
    pub end: usize,
    /// The number, in full.
    pub value: f64,
    /// The code of its currency, where the words tell it.
    pub currency: Option<&'static str>,
    /// What is counted.
    pub unit: Option<&'static str>,
}

/// What a percentage counts.
const PER_CENT: &str = "per cent";

/// A number, as JSON writes it, with its power of ten: 1.5 and 6 for 1.5 million.
#[derive(Clone, Debug)]
struct Quantity {
    number: String,
    power: Option<u32>,
    end: usize,
}

impl Quantity {
    fn value(&self, power: Option<u32>) -> Option<f64> {
        let text = format!("{}e{}", self.number, power.unwrap_or(0));
        serde_json::from_str(&text).ok()
    }
}

/// Returns the amounts of a text, in order.
pub(super) fn amounts(tokens: &[Token<'_>], style: Style) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut first = 0;
    while let Some(token) = tokens.get(first) {
        // A currency stands at most two tokens before its number.
        let is_number =
            |index: usize| tokens.get(index).is_some_and(|it| it.kind == TokenKind::Number);
        if token.kind != TokenKind::Number && !is_number(first + 1) && !is_number(first + 2) {
            first += 1;
            continue;
        }
        match amounts_at(tokens, first, style) {
            Some(found) => {
                first = found.iter().map(|amount| amount.end).max().unwrap_or(0).max(first + 1);
                amounts.extend(found);
            }
            None => first += 1,
        }
    }
    amounts
}

/// Returns the amount that begins at a token, or the two of a range.
fn amounts_at(tokens: &[Token<'_>], first: usize, style: Style) -> Option<Vec<Amount>> {
    let local = style.local;
    let before = currency_before(tokens, first, local);
    let number_at = before.map_or(first, |(_, next)| next);
    let is_money = before.is_some();
    let low = quantity(tokens, number_at, is_money, style)?;
    // "Fell in 1998 to 81 billion euros" has a year and an amount, not a range.
    let year = 1900.0..=2100.0;
    let is_year = before.is_none()
        && low.power.is_none()
        && low.value(None).is_some_and(|value| year.contains(&value));
    let high = upper(tokens, low.end, before, style).filter(|_| !is_year);
    let end = high.as_ref().map_or(low.end, |(high, _)| high.end);
    let what = match before {
        Some((currency, _)) => Some((Some(currency), end)),
        None => what_is_counted(tokens, end, local),
    };
    let (currency, end) = what?;
    let unit = if currency.is_some() { None } else { Some(PER_CENT) };
    let currency = currency.and_then(|currency| currency.code);
    let amount = |value| Amount { first, end, value, currency, unit };
    match high {
        Some((high, has_own_currency)) => {
            let shared = if has_own_currency { low.power } else { low.power.or(high.power) };
            Some(vec![amount(low.value(shared)?), amount(high.value(high.power)?)])
        }
        None => Some(vec![amount(low.value(low.power)?)]),
    }
}

/// Returns the second number of a range, and whether it has a currency of its own. "$5 million to 10 countries" is none.
fn upper(
    tokens: &[Token<'_>],
    at: usize,
    before: Option<(Currency, usize)>,
    style: Style,
) -> Option<(Quantity, bool)> {
    let between = tokens.get(at)?;
    if !between.is_word("to") && !between.is_sign("-–—‐‑") {
        return None;
    }
    let own = currency_before(tokens, at + 1, style.local);
    let is_same = own.is_none_or(|(own, _)| before.is_some_and(|(before, _)| before == own));
    let number_at = own.map_or(at + 1, |(_, next)| next);
    let high = quantity(tokens, number_at, before.is_some(), style).filter(|_| is_same)?;
    let is_amount = before.is_none() || own.is_some() || high.power.is_some() || !between.is_spaced;
    is_amount.then_some((high, own.is_some()))
}

/// Returns the currency that stands before a number, and the index of that number.
fn currency_before(
    tokens: &[Token<'_>],
    at: usize,
    local: LocalMoney,
) -> Option<(Currency, usize)> {
    let first = tokens.get(at)?;
    let is_number = |index: usize| tokens.get(index).is_some_and(|it| it.kind == TokenKind::Number);
    let sign = tokens.get(at + 1).filter(|next| next.is_sign("$"));
    let found = match (first.kind, sign) {
        (TokenKind::Sign, _) => (currency_of_sign(first.text, local)?, at + 1),
        (TokenKind::Word, Some(sign)) if !sign.is_spaced || first.text == "US" => {
            (currencies::dollar_of(first.text)?, at + 2)
        }
        (TokenKind::Word, None) => {
            let has_point =
                tokens.get(at + 1).is_some_and(|next| next.is_sign(".") && !next.is_spaced);
            (code_before(first.text, local)?, at + 1 + usize::from(has_point))
        }
        _ => return None,
    };
    is_number(found.1).then_some(found)
}

/// Returns a number and its power of ten. Letters such as `m` and `bn` mean one only beside money, or joined to the number.
fn quantity(tokens: &[Token<'_>], at: usize, is_money: bool, style: Style) -> Option<Quantity> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let number = decimal(&token.normal, style.has_decimal_comma)?;
    let mut power = None;
    let mut end = at + 1;
    // At most two: "lakh crore".
    for _ in 0..2 {
        let hyphen = tokens.get(end).filter(|sign| sign.is_sign("-‐‑") && !sign.is_spaced);
        let word_at = end + usize::from(hyphen.is_some());
        let Some(word) = tokens.get(word_at).filter(|word| word.kind == TokenKind::Word) else {
            break;
        };
        if word.is_word(MIL) && !style.has_mil {
            return None;
        }
        let is_beside = is_money || !word.is_spaced;
        let Some((own, next)) = power_at(tokens, word_at, is_beside) else { break };
        power = Some(power.unwrap_or(0) + own);
        end = next;
    }
    Some(Quantity { number, power, end })
}

/// Returns a number with a decimal point and without other separators: `1,500.50` and `1,5` as `1500.50` and `1.5`. Returns
/// `None` where it is no number, such as `8.6.2023`.
///
/// Where a single sign could separate thousands or decimals, as in `1.500`, the language tells.
fn decimal(number: &str, has_decimal_comma: bool) -> Option<String> {
    let Some(at) = number.rfind(['.', ',']) else { return plain(number) };
    let (whole, rest) = number.split_at_checked(at)?;
    let (sign, last) = rest.split_at_checked(1)?;
    let other = if sign == "," { "." } else { "," };
    let is_decimal = match (whole.contains(sign), whole.contains(other)) {
        (true, true) => return None,
        (true, false) => false,
        (false, true) => true,
        (false, false) => {
            let may_be_group = last.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
            !may_be_group || (sign == ",") == has_decimal_comma
        }
    };
    let (separator, groups) = if is_decimal { (other, whole) } else { (sign, number) };
    let mut sizes = groups.split(separator).skip(1).map(str::len).peekable();
    // Groups of two are Indian: 1,50,000.
    while let Some(size) = sizes.next() {
        let is_right = size == 3 || (size == 2 && separator == "," && sizes.peek().is_some());
        if !is_right {
            return None;
        }
    }
    let whole = groups.replace(separator, "");
    // In English a comma before three digits or more is no decimal comma.
    let is_comma_clear = sign == "." || has_decimal_comma || last.len() < 3 || whole == "0";
    match is_decimal {
        true if is_comma_clear => Some(format!("{}.{}", plain(&whole)?, plain(last)?)),
        true => None,
        false => plain(&whole),
    }
}

/// Returns digits as they are, if there are no others and not too many.
fn plain(digits: &str) -> Option<String> {
    let is_plain = digits.len() <= 24 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| digits.to_owned())
}

/// Returns the currency, or none for a percentage, that stands behind a number, and the index behind it.
fn what_is_counted(
    tokens: &[Token<'_>],
    at: usize,
    local: LocalMoney,
) -> Option<(Option<Currency>, usize)> {
    let token = tokens.get(at)?;
    const PERCENT: [&str; 5] = ["percent", "persen", "peratus", "porsiyento", "porsentu"];
    if token.is_sign("%٪％") || PERCENT.iter().any(|word| token.is_word(word)) {
        return Some((None, at + 1));
    }
    let is_next = |word| tokens.get(at + 1).is_some_and(|next| next.is_word(word));
    if (token.is_word("per") && is_next("cent")) || (token.is_word("por") && is_next("cento")) {
        return Some((None, at + 2));
    }
    // "milhões de dólares".
    let at = at + usize::from(token.is_word("de"));
    let (currency, end) = currency_behind(tokens, at, local)?;
    Some((Some(currency), end))
}
