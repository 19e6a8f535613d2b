//! How texts write currencies.

use crate::tokens::{Token, TokenKind};

/// A currency, with its code where the words tell which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggestions) struct Currency {
    /// The code of ISO 4217.
    pub code: Option<&'static str>,
}

/// What rupees and dollars are in a report about a partner. `None` where nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggestions) struct LocalMoney {
    rupee: Option<&'static str>,
    dollar: Option<&'static str>,
}

impl LocalMoney {
    /// Returns the money of a partner, by its code. Of a partner with dollars of its own nobody can tell which are meant.
    pub fn of(partner: Option<&str>) -> Self {
        let has_dollars =
            matches!(partner, Some("AUS" | "NZL" | "CAN" | "SGP" | "BRN" | "HKG" | "FJI" | "TWN"));
        let rupee = match partner {
            Some("PAK") => Some("PKR"),
            Some("IND") => Some("INR"),
            Some("LKA") => Some("LKR"),
            Some("NPL") => Some("NPR"),
            _ => None,
        };
        Self { rupee, dollar: (!has_dollars).then_some("USD") }
    }
}

const fn known(code: &'static str) -> Option<Currency> {
    Some(Currency { code: Some(code) })
}

/// The codes of ISO 4217 that a report about Southeast Asia may have.
const CODES: [&str; 42] = [
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "SGD", "MYR", "IDR", "THB", "PHP", "VND", "MMK",
    "LAK", "KHR", "BND", "PKR", "INR", "LKR", "BDT", "NPR", "AUD", "NZD", "CAD", "HKD", "TWD",
    "KRW", "NOK", "SEK", "DKK", "TRY", "RUB", "SAR", "AED", "QAR", "KWD", "ZAR", "BRL", "CLP",
    "MAD", "EGP", "ILS",
];

fn code(text: &str) -> Option<Currency> {
    CODES.iter().find(|code| **code == text).map(|code| Currency { code: Some(code) })
}

/// Returns the currency of a sign.
pub(super) fn currency_of_sign(sign: &str, local: LocalMoney) -> Option<Currency> {
    match sign {
        "$" | "＄" => Some(Currency { code: local.dollar }),
        "€" => known("EUR"),
        "£" => known("GBP"),
        "¥" | "￥" => Some(Currency { code: None }),
        "₹" => known("INR"),
        "₨" => Some(Currency { code: local.rupee }),
        "₱" => known("PHP"),
        "฿" => known("THB"),
        "₫" => known("VND"),
        "₩" => known("KRW"),
        "₭" => known("LAK"),
        "៛" => known("KHR"),
        "₺" => known("TRY"),
        "৳" => known("BDT"),
        "₽" => known("RUB"),
        _ => None,
    }
}

/// Returns the currency of letters before a dollar sign: `US$`, `S$`.
pub(super) fn dollar_of(letters: &str) -> Option<Currency> {
    match letters {
        "US" | "USD" => known("USD"),
        "S" | "SG" => known("SGD"),
        "A" | "AU" => known("AUD"),
        "HK" => known("HKD"),
        "NZ" => known("NZD"),
        "C" | "CA" => known("CAD"),
        "B" => known("BND"),
        "NT" => known("TWD"),
        _ => None,
    }
}

/// Returns the currency of letters before a number: `EUR`, `RM`, `Rs`.
pub(super) fn code_before(letters: &str, local: LocalMoney) -> Option<Currency> {
    match letters {
        "RM" => known("MYR"),
        "Rp" => known("IDR"),
        "RMB" => known("CNY"),
        "Rs" | "Re" => Some(Currency { code: local.rupee }),
        other => code(other),
    }
}

/// Returns the currency in words behind a number, `Singapore dollars`, and the index behind it.
pub(super) fn currency_behind(
    tokens: &[Token<'_>],
    at: usize,
    local: LocalMoney,
) -> Option<(Currency, usize)> {
    let token = tokens.get(at)?;
    if let Some(currency) = currency_of_sign(token.text, local) {
        // The sign of another amount stands before its number.
        let is_own = tokens.get(at + 1).is_none_or(|next| next.kind != TokenKind::Number);
        return is_own.then_some((currency, at + 1));
    }
    if token.kind != TokenKind::Word {
        return None;
    }
    let is_before_number = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    if let Some(currency) = code(token.text).filter(|_| !is_before_number) {
        return Some((currency, at + 1));
    }
    for (country, noun, code) in OF_COUNTRIES {
        let words = country.iter().chain(std::iter::once(&noun));
        let is_here = words.enumerate().all(|(index, word)| {
            let token = tokens.get(at + index);
            token.is_some_and(|token| token.normal == *word || singular(&token.normal) == *word)
        });
        if is_here {
            return Some((Currency { code: Some(code) }, at + country.len() + 1));
        }
    }
    let currency = currency_of_noun(singular(&token.normal), local)?;
    Some((currency, at + 1))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// The country in words, the noun and the code.
const OF_COUNTRIES: [(&[&str], &str, &str); 24] = [
    (&["us"], "dollar", "USD"),
    (&["u", ".", "s", "."], "dollar", "USD"),
    (&["american"], "dollar", "USD"),
    (&["singapore"], "dollar", "SGD"),
    (&["singaporean"], "dollar", "SGD"),
    (&["australian"], "dollar", "AUD"),
    (&["canadian"], "dollar", "CAD"),
    (&["brunei"], "dollar", "BND"),
    (&["hong", "kong"], "dollar", "HKD"),
    (&["new", "zealand"], "dollar", "NZD"),
    (&["swiss"], "franc", "CHF"),
    (&["pakistani"], "rupee", "PKR"),
    (&["pakistan"], "rupee", "PKR"),
    (&["indian"], "rupee", "INR"),
    (&["sri", "lankan"], "rupee", "LKR"),
    (&["norwegian"], "krone", "NOK"),
    (&["norwegian"], "kroner", "NOK"),
    (&["danish"], "kroner", "DKK"),
    (&["swedish"], "kronor", "SEK"),
    (&["turkish"], "lira", "TRY"),
    (&["saudi"], "riyal", "SAR"),
    (&["uae"], "dirham", "AED"),
    (&["pounds"], "sterling", "GBP"),
    (&["british"], "pound", "GBP"),
];

fn currency_of_noun(noun: &str, local: LocalMoney) -> Option<Currency> {
    match noun {
        "dollar" | "dolar" | "dolare" => Some(Currency { code: local.dollar }),
        "euro" => known("EUR"),
        "yen" => known("JPY"),
        "yuan" | "renminbi" => known("CNY"),
        "ringgit" => known("MYR"),
        "rupiah" => known("IDR"),
        "baht" => known("THB"),
        "peso" => known("PHP"),
        "dong" => known("VND"),
        "kyat" => known("MMK"),
        "kip" => known("LAK"),
        "riel" => known("KHR"),
        "taka" => known("BDT"),
        "lira" => known("TRY"),
        "rouble" | "ruble" => known("RUB"),
        "rupee" => Some(Currency { code: local.rupee }),
        "krone" | "kroner" | "krona" | "kronor" | "franc" | "dirham" | "riyal" | "dinar" => {
            Some(Currency { code: None })
        }
        _ => None,
    }
}
