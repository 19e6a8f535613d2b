//! Sums of money and percentages in a text. Plain counts are neither.

use crate::tokens::{Token, TokenKind};

mod currencies;

pub(super) use currencies::Rupee;
use currencies::{Currency, code_before, currency_behind, currency_of_sign};

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
pub(super) fn amounts(tokens: &[Token<'_>], rupee: Rupee) -> Vec<Amount> {
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
        match amounts_at(tokens, first, rupee) {
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
fn amounts_at(tokens: &[Token<'_>], first: usize, rupee: Rupee) -> Option<Vec<Amount>> {
    let before = currency_before(tokens, first, rupee);
    let number_at = before.map_or(first, |(_, next)| next);
    let is_money = before.is_some();
    let low = quantity(tokens, number_at, is_money)?;
    // "Fell in 1998 to 81 billion euros" has a year and an amount, not a range.
    let year = 1900.0..=2100.0;
    let is_year = before.is_none()
        && low.power.is_none()
        && low.value(None).is_some_and(|value| year.contains(&value));
    let high = upper(tokens, low.end, before, rupee).filter(|_| !is_year);
    let end = high.as_ref().map_or(low.end, |(high, _)| high.end);
    let what = match before {
        Some((currency, _)) => Some((Some(currency), end)),
        None => what_is_counted(tokens, end, rupee),
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
    rupee: Rupee,
) -> Option<(Quantity, bool)> {
    let between = tokens.get(at)?;
    if !between.is_word("to") && !between.is_sign("-–—‐‑") {
        return None;
    }
    let own = currency_before(tokens, at + 1, rupee);
    let is_same = own.is_none_or(|(own, _)| before.is_some_and(|(before, _)| before == own));
    let number_at = own.map_or(at + 1, |(_, next)| next);
    let high = quantity(tokens, number_at, before.is_some()).filter(|_| is_same)?;
    let is_amount = before.is_none() || own.is_some() || high.power.is_some() || !between.is_spaced;
    is_amount.then_some((high, own.is_some()))
}

/// Returns the currency that stands before a number, and the index of that number.
fn currency_before(tokens: &[Token<'_>], at: usize, rupee: Rupee) -> Option<(Currency, usize)> {
    let first = tokens.get(at)?;
    let is_number = |index: usize| tokens.get(index).is_some_and(|it| it.kind == TokenKind::Number);
    let sign = tokens.get(at + 1).filter(|next| next.is_sign("$"));
    let found = match (first.kind, sign) {
        (TokenKind::Sign, _) => (currency_of_sign(first.text, rupee)?, at + 1),
        (TokenKind::Word, Some(sign)) if !sign.is_spaced || first.text == "US" => {
            (currencies::dollar_of(first.text)?, at + 2)
        }
        (TokenKind::Word, None) => {
            let has_point =
                tokens.get(at + 1).is_some_and(|next| next.is_sign(".") && !next.is_spaced);
            (code_before(first.text, rupee)?, at + 1 + usize::from(has_point))
        }
        _ => return None,
    };
    is_number(found.1).then_some(found)
}

/// Returns a number and its power of ten. Letters such as `m` and `bn` mean one only beside money, or joined to the number.
fn quantity(tokens: &[Token<'_>], at: usize, is_money: bool) -> Option<Quantity> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let number = decimal(&token.normal)?;
    let mut power = None;
    let mut end = at + 1;
    // At most two: "lakh crore".
    for _ in 0..2 {
        let hyphen = tokens.get(end).filter(|sign| sign.is_sign("-‐‑") && !sign.is_spaced);
        let word_at = end + usize::from(hyphen.is_some());
        let Some(word) = tokens.get(word_at).filter(|word| word.kind == TokenKind::Word) else {
            break;
        };
        let is_beside = is_money || !word.is_spaced;
        let Some(own) = power_of(&word.normal, is_beside) else { break };
        power = Some(power.unwrap_or(0) + own);
        end = word_at + 1;
    }
    Some(Quantity { number, power, end })
}

fn power_of(word: &str, is_short_allowed: bool) -> Option<u32> {
    Some(match word {
        "thousand" | "thousands" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "millions" | "mn" | "mln" => 6,
        "crore" | "crores" => 7,
        "billion" | "billions" | "bn" => 9,
        "trillion" | "trillions" | "tn" | "trn" => 12,
        "k" if is_short_allowed => 3,
        "m" if is_short_allowed => 6,
        "b" if is_short_allowed => 9,
        _ => return None,
    })
}

/// Returns a number with a decimal point and without other separators: `1,500.50` and `1,5` as `1500.50` and `1.5`. Returns
/// `None` where it is no number, such as `8.6.2023`.
fn decimal(number: &str) -> Option<String> {
    let groups: Vec<&str> = number.split(',').collect();
    let (last, before) = groups.split_last()?;
    let (whole, fraction) = match last.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (*last, None),
    };
    let is_grouped = before.is_empty() || whole.len() == 3;
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_decimal_comma = before.len() == 1 && whole.len() < 3 && fraction.is_none();
    let joined = before.concat();
    let text = match fraction {
        _ if !is_plain(&joined) || !is_plain(whole) => return None,
        Some(fraction) if is_grouped && is_plain(fraction) => format!("{joined}{whole}.{fraction}"),
        None if is_grouped => format!("{joined}{whole}"),
        None if is_decimal_comma => format!("{joined}.{whole}"),
        _ => return None,
    };
    (text.len() <= 24).then_some(text)
}

/// Returns the currency, or none for a percentage, that stands behind a number, and the index behind it.
fn what_is_counted(
    tokens: &[Token<'_>],
    at: usize,
    rupee: Rupee,
) -> Option<(Option<Currency>, usize)> {
    let token = tokens.get(at)?;
    if token.is_sign("%٪％") || token.is_word("percent") {
        return Some((None, at + 1));
    }
    if token.is_word("per") && tokens.get(at + 1).is_some_and(|next| next.is_word("cent")) {
        return Some((None, at + 2));
    }
    let (currency, end) = currency_behind(tokens, at, rupee)?;
    Some((Some(currency), end))
}
