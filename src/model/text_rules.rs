//! What a text, an address, a language tag and a hash must be.

use super::diagnostic::{is_direction_mark, is_line_separator, text_excerpt};
use super::limits::MAX_CHARACTERS;
use super::{Partner, PartnerKind, Problem};

/// Returns what is wrong with a text that readers see, if anything.
pub fn text_error(text: &str) -> Option<Problem> {
    if text.trim().is_empty() {
        Some(Problem::Blank)
    } else if text.chars().count() > MAX_CHARACTERS {
        Some(Problem::TooManyCharacters)
    } else if text.chars().any(|c| c.is_control() || is_line_separator(c)) {
        Some(Problem::ControlCharacters)
    } else if text.chars().any(is_direction_mark) {
        Some(Problem::DirectionMarks)
    } else {
        None
    }
}

/// Returns what is wrong with an address that a link may have: it must have `https:`, a host, and nothing that could end
/// an attribute or hide the host.
pub fn link_error(url: &str) -> Option<Problem> {
    if let Some(error) = text_error(url) {
        return Some(error);
    }
    let rest = url.strip_prefix("https://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_forbidden = |c: char| c.is_whitespace() || "\"'<>\\`{}|^".contains(c);
    (host.is_empty() || host.contains('@') || url.contains(is_forbidden))
        .then(|| Problem::NotLink(text_excerpt(url)))
}

/// Returns what is wrong with a BCP 47 language tag, if anything.
pub fn language_error(tag: &str) -> Option<Problem> {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language =
        (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_subtag = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (!is_language || !parts.all(is_subtag)).then(|| Problem::NotLanguage(text_excerpt(tag)))
}

/// Returns whether a text is an item of Wikidata: `Q` and a number.
pub fn is_wikidata_item(text: &str) -> bool {
    let number = text.strip_prefix('Q').unwrap_or_default();
    !number.is_empty() && !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit())
}

/// Returns whether a text is a SHA-256 in 64 lower-case hexadecimal digits.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Returns whether a text is the ISO 4217 code of a currency, by its form.
pub fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// Returns what is wrong with the code of a partner, if it has one. ISO 3166-1 has codes of states alone.
pub fn partner_code_error(partner: &Partner) -> Option<Problem> {
    let code = partner.code?;
    if partner.kind != PartnerKind::State {
        return Some(Problem::CodeOfNoState);
    }
    if rust_iso3166::from_alpha3(code.as_str()).is_some() {
        return None;
    }
    let named = country_named(&partner.name.value).map(|country| (country.name, country.alpha3));
    Some(Problem::NotCountry { code: code.to_string(), named })
}

/// Returns the country with a name of ISO 3166-1, without what stands there in brackets or behind a comma.
fn country_named(name: &str) -> Option<rust_iso3166::CountryCode> {
    let countries = rust_iso3166::ALL_ALPHA3.iter().copied();
    countries.filter_map(rust_iso3166::from_alpha3).find(|country| {
        let short = country.name.split([',', '(']).next().unwrap_or_default().trim();
        short.eq_ignore_ascii_case(name.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlaceCode;

    #[test]
    fn only_a_state_has_a_code_and_the_code_is_assigned() {
        let check = |kind, code, name: &str, expected: Option<&str>| {
            let code = PlaceCode::new(code);
            let partner = Partner { kind, code, name: name.into(), ..Partner::default() };
            let error = partner_code_error(&partner);
            assert_eq!(error.is_some(), expected.is_some(), "{error:?}");
            let error = error.map(|error| error.to_string()).unwrap_or_default();
            let expected = expected.unwrap_or_default();
            assert!(error.contains(expected), "{error}");
        };
        check(PartnerKind::State, "CAN", "Canada", None);
        check(PartnerKind::State, "", "Canada", None);
        check(PartnerKind::State, "CDN", "Canada", Some("“CDN”; that of Canada is CAN"));
        check(PartnerKind::State, "XXX", "Atlantis", Some("“XXX”; leave it out"));
        check(PartnerKind::Bloc, "", "European Union", None);
        check(PartnerKind::Bloc, "EUE", "European Union", Some("belongs to the kind state"));
    }
}
