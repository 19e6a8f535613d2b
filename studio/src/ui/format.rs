//! How what is typed into a field becomes a value of the draft.

use serde_json::{Value, json};

use crate::document::{Document, Edit};
use crate::path::Path;
use crate::problems::shown;
use crate::suggestions::{BOUNDS, Bounds, Names, TypedAmount, typed_amount, typed_currency};

/// How a text becomes a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A text that must be there.
    #[default]
    Required,
    /// A text that is left out where it is empty.
    Optional,
    /// A code in capitals that is left out where the field is empty.
    Code,
    /// The code of a currency that is left out where the field is empty.
    Currency,
    /// A number that is left out where the field is empty; what is no number stays as it was typed.
    Number,
    /// A number that belongs to a currency or a unit.
    Amount,
    /// An address that is left out where the field is empty.
    Address,
    /// A list of texts, one in each line, that is left out where the field is empty.
    Lines,
}

impl Format {
    /// Returns the value of a text.
    pub fn value(self, text: String) -> Option<Value> {
        match self {
            Self::Required => Some(Value::String(text)),
            _ if text.is_empty() => None,
            Self::Optional | Self::Address => Some(Value::String(text)),
            Self::Code | Self::Currency => Some(Value::String(text.trim().to_ascii_uppercase())),
            Self::Lines => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                let lines: Vec<&str> = lines.collect();
                (!lines.is_empty()).then(|| json!(lines))
            }
            // What the file could not hold stays as it was typed.
            Self::Number | Self::Amount => {
                Some(serde_json::from_str(text.trim()).map_or(Value::String(text), Value::Number))
            }
        }
    }

    /// Returns the change that makes a value of what was typed into a field, once the field is left: a number of "1.5 million",
    /// an address of "example.org/news". Returns `None` where it stays as it was typed.
    pub fn left(
        self,
        typed: &str,
        path: &Path,
        document: &Document,
        names: &Names,
    ) -> Option<Edit> {
        let source = Path::of("sources").index(document.report_source());
        let lang = document.text(&source.key("lang"));
        let partner = Some(document.text(&Path::of("partner").key("code")));
        let bounds = Bounds::new(&names.bounds);
        let read = |typed: &str| typed_amount(typed, lang, partner, &bounds);
        let set = |value| vec![Edit::Set(path.clone(), value)];
        let mut edits = match self {
            Self::Address => set(self.value(completed(typed))),
            Self::Currency => set(Some(json!(typed_currency(typed, lang, partner)?))),
            Self::Number | Self::Amount => self.number(read(typed)?, path, document, &read)?,
            Self::Required | Self::Optional | Self::Code | Self::Lines => return None,
        };
        edits.retain(|edit| match edit {
            Edit::Set(path, value) => path.get(&document.dataset) != value.as_ref(),
            _ => true,
        });
        (!edits.is_empty()).then_some(Edit::All(edits))
    }

    fn number(
        self,
        amount: TypedAmount,
        path: &Path,
        document: &Document,
        read: &dyn Fn(&str) -> Option<TypedAmount>,
    ) -> Option<Vec<Edit>> {
        let mut edits = vec![Edit::Set(path.clone(), self.value(amount.value.to_string()))];
        if self == Self::Number {
            return amount.may_be_states().then_some(edits);
        }
        let (own, _) = path.split_last()?;
        let present = |key: &str| shown(own.key(key).get(&document.dataset)).trim().to_owned();
        let mut put = |key: &str, value| edits.push(Edit::Set(own.key(key), Some(value)));
        // What differs from a field beside it would be lost: nothing is read.
        if let Some(bound) = amount.bound {
            let is_other = |key: &&str| *key != bound && present(key) == "true";
            if BOUNDS.iter().any(is_other) {
                return None;
            }
            put(bound, json!(true));
        }
        match (present("currency"), present("unit")) {
            _ if !amount.is_money && amount.unit.is_none() => {}
            (currency, unit) if currency.is_empty() && unit.is_empty() => {
                if let Some(code) = amount.currency {
                    put("currency", json!(code));
                }
                if let Some(unit) = amount.unit {
                    put("unit", json!(unit));
                }
            }
            (currency, unit) => {
                let is_percentage =
                    || read(&format!("1 {unit}")).is_some_and(|it| it.is_percentage);
                let is_same = match amount.unit {
                    Some(typed) => typed == unit || (amount.is_percentage && is_percentage()),
                    None => unit.is_empty() && amount.currency == Some(currency.as_str()),
                };
                if !is_same {
                    return None;
                }
            }
        }
        Some(edits)
    }
}

/// Returns an address with the scheme that an editor left out; anything else without the blanks around it.
pub fn completed(address: &str) -> String {
    let address = address.trim();
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.split_once('.').is_some_and(|(first, rest)| {
        !first.is_empty() && rest.chars().last().is_some_and(char::is_alphabetic)
    });
    let is_plain = host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    if is_host && is_plain { format!("https://{address}") } else { address.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggestions::tests::names_of;

    /// Returns the amount that is there after some words were typed as its number.
    fn amount(before: Value, lang: &str, typed: &str) -> Value {
        let dataset = json!({
            "partner": { "code": "PAK" },
            "sources": [{ "role": "report", "lang": lang }],
            "facts": [{ "amounts": [before] }],
        });
        let mut document = Document { dataset, ..Document::default() };
        let amount = Path::of("facts").index(0).key("amounts").index(0);
        let value = amount.key("value");
        document.apply(Edit::Set(value.clone(), Format::Amount.value(typed.to_owned())));
        if let Some(edit) = Format::Amount.left(typed, &value, &document, &names_of("en")) {
            document.apply(edit);
        }
        amount.get(&document.dataset).cloned().unwrap()
    }

    #[test]
    fn an_amount_in_words_becomes_a_number_and_fills_only_an_empty_currency_or_unit() {
        for (typed, expected) in [
            ("1.5 million", json!({ "value": 1_500_000 })),
            ("USD 1.5 million", json!({ "value": 1_500_000, "currency": "USD" })),
            ("12.4 billion", json!({ "value": 12_400_000_000_i64 })),
            ("15 %", json!({ "value": 15, "unit": "per cent" })),
            ("Rs 5 crore", json!({ "value": 50_000_000, "currency": "PKR" })),
            ("5 milion", json!({ "value": "5 milion" })),
            (
                "over USD 130 billion",
                json!({ "value": 130_000_000_000_i64, "currency": "USD", "at_least": true }),
            ),
            ("about 5%", json!({ "value": 5, "unit": "per cent", "approximate": true })),
            ("up to 1.5 million", json!({ "value": 1_500_000, "at_most": true })),
            ("5,000 tonnes", json!({ "value": 5_000, "unit": "tonnes" })),
        ] {
            assert_eq!(amount(json!({}), "en", typed), expected, "{typed}");
        }
        let with = |key: &str, value: &str| {
            let mut amount = json!({ "value": 1_500_000 });
            amount[key] = json!(value);
            amount
        };
        for (key, value, typed) in [
            ("currency", "EUR", "1.5 million"),
            ("unit", "roads", "1.5 million"),
            ("currency", "USD", "USD 1.5 million"),
            ("unit", "per cent", "1500000 %"),
            ("unit", "%", "1500000 percent"),
        ] {
            assert_eq!(amount(with(key, value), "en", typed), with(key, value), "{typed}");
        }
        assert_eq!(amount(json!({}), "id", "1.500"), json!({ "value": 1_500 }));
        assert_eq!(amount(json!({}), "en", "1.500"), json!({ "value": 1.5 }));
    }

    #[test]
    fn an_amount_in_another_currency_or_unit_stays_as_it_was_typed() {
        for (key, value, typed) in [
            ("currency", "EUR", "USD 1.5 million"),
            ("currency", "EUR", "¥ 5 billion"),
            ("currency", "USD", "15 %"),
            ("unit", "roads", "USD 5 million"),
            ("unit", "roads", "¥ 5 billion"),
            ("unit", "roads", "15 %"),
            ("unit", "tonnes", "15 %"),
            ("unit", "%", "5 tonnes"),
        ] {
            let mut before = json!({});
            before[key] = json!(value);
            let mut expected = before.clone();
            expected["value"] = json!(typed);
            assert_eq!(amount(before, "en", typed), expected, "{typed}");
        }
    }

    #[test]
    fn an_amount_that_speaks_against_a_ticked_box_stays_as_it_was_typed() {
        let of = |key: &str, typed: &str| {
            let mut before = json!({});
            before[key] = json!(true);
            amount(before, "en", typed)
        };
        for (key, typed) in [("at_most", "over 5"), ("approximate", "up to USD 5")] {
            assert_eq!(of(key, typed)["value"], json!(typed));
        }
        let same = json!({ "at_most": true, "value": 5, "currency": "USD" });
        assert_eq!(of("at_most", "up to USD 5"), same);
        assert_eq!(of("approximate", "5"), json!({ "approximate": true, "value": 5 }));
    }

    #[test]
    fn a_currency_in_words_becomes_its_code() {
        let dataset = json!({ "partner": { "code": "PAK" }, "facts": [{ "amounts": [{}] }] });
        let mut document = Document { dataset, ..Document::default() };
        let currency = Path::of("facts").index(0).key("amounts").index(0).key("currency");
        let mut left = |typed: &str| {
            let value = Format::Currency.value(typed.to_owned());
            document.apply(Edit::Set(currency.clone(), value));
            if let Some(edit) =
                Format::Currency.left(typed, &currency, &document, &Names::default())
            {
                document.apply(edit);
            }
            document.text(&currency).to_owned()
        };
        for (typed, expected) in
            [("US dollars", "USD"), ("rupees", "PKR"), ("usd", "USD"), ("beads", "BEADS")]
        {
            assert_eq!(left(typed), expected);
        }
    }

    #[test]
    fn a_number_of_states_takes_no_currency_and_no_other_unit() {
        let document = Document { dataset: json!({}), ..Document::default() };
        let count = Path::of("facts").index(0).key("scope").key("count");
        let left = |typed: &str| Format::Number.left(typed, &count, &document, &Names::default());
        assert_eq!(left("၅"), Some(Edit::All(vec![Edit::Set(count.clone(), Some(json!(5)))])));
        for (typed, number) in [("seven", 7), ("Ten member states", 10), ("3 ASEAN countries", 3)] {
            let edit = Edit::Set(count.clone(), Some(json!(number)));
            assert_eq!(left(typed), Some(Edit::All(vec![edit])), "{typed}");
        }
        assert_eq!(left("7 people"), None);
        assert_eq!(left("5 %"), None);
        assert_eq!(left("USD 5"), None);
        assert_eq!(left("about 5"), None);
    }

    #[test]
    fn an_address_is_completed_where_only_its_scheme_is_missing() {
        for (typed, expected) in [
            (" www.example.org/news ", "https://www.example.org/news"),
            ("example.org?a=1", "https://example.org?a=1"),
            ("https://example.org", "https://example.org"),
            ("http://example.org", "http://example.org"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("see the paper", "see the paper"),
            ("page 3.2", "page 3.2"),
            ("3.2", "3.2"),
            (".org", ".org"),
            ("", ""),
        ] {
            assert_eq!(completed(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_number_is_one_of_json() {
        let value = |text: &str| Format::Number.value(text.to_owned()).unwrap();
        assert_eq!(value(" 1500 "), json!(1500));
        assert_eq!(value("1500.5"), json!(1500.5));
        for text in ["1,500", "NaN", "inf", "about 5", "1e999"] {
            assert_eq!(value(text), json!(text));
        }
    }

    #[test]
    fn each_line_is_a_name() {
        let value = Format::Lines.value(" TAC \n\nBali Treaty\n".to_owned());
        assert_eq!(value, Some(json!(["TAC", "Bali Treaty"])));
        assert_eq!(shown(value.as_ref()), "TAC\nBali Treaty");
        assert_eq!(Format::Lines.value("\n ".to_owned()), None);
    }
}
