//! The query of an address: pairs of texts, as `application/x-www-form-urlencoded` has them
//! (<https://url.spec.whatwg.org/#application/x-www-form-urlencoded>).
//!
//! The crate `form_urlencoded` does the same for 1.5 KB more of the module; the tests hold this against it.

/// The pairs of a query without its `?`. What is no escape stands for itself, and what is no UTF-8 is replaced.
pub fn parse(query: &str) -> impl Iterator<Item = (String, String)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(key), decoded(value))
    })
}

/// Adds a pair to a query.
pub fn append(query: &mut String, key: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    encode(key, query);
    query.push('=');
    encode(value, query);
}

fn encode(text: &str, to: &mut String) {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
    for byte in text.bytes() {
        match byte {
            b' ' => to.push('+'),
            b'*' | b'-' | b'.' | b'_' => to.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => to.push(byte.into()),
            _ => {
                to.extend(['%', digit(byte >> 4), digit(byte & 15)].map(|c| c.to_ascii_uppercase()))
            }
        }
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        let (decoded, left) = match (byte, after) {
            (b'+', _) => (b' ', after),
            (b'%', [high, low, behind @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, behind),
                _ => (b'%', after),
            },
            (byte, _) => (*byte, after),
        };
        bytes.push(decoded);
        rest = left;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(query: &str) {
        let wanted: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        assert_eq!(parse(query).collect::<Vec<_>>(), wanted, "{query:?}");
    }

    #[test]
    fn a_query_is_read_as_the_standard_has_it() {
        for query in [
            "",
            "a",
            "a=",
            "=a",
            "&&",
            "a=b=c&d",
            "%",
            "%4",
            "%zz",
            "%C3%A9+%2B",
            "%ff%",
            "a%3Db=%26",
            "é=%e2%82",
        ] {
            check(query);
        }
    }

    proptest! {
        #[test]
        fn whatever_it_is(query in "[a%0-9A-Fé+&= ]{0,40}") {
            check(&query);
        }

        #[test]
        fn what_is_written_is_what_is_read(pairs in prop::collection::vec((".{1,8}", ".{0,8}"), 0..5)) {
            let (mut query, mut wanted) = (String::new(), form_urlencoded::Serializer::new(String::new()));
            for (key, value) in &pairs {
                append(&mut query, key, value);
                wanted.append_pair(key, value);
            }
            prop_assert_eq!(&query, &wanted.finish());
            prop_assert_eq!(parse(&query).collect::<Vec<_>>(), pairs);
        }
    }
}
