//! What an editor should look at again though the report is valid.

use iso_currency::Currency;

use super::diagnostic::text_excerpt;
use super::{Diagnostic, Report};

/// Returns the advice on a report, in the order of the file.
///
/// A code of three capitals may be that of a currency that is no longer in use, so an unknown one is no error.
pub fn advice(report: &Report) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, fact) in report.facts.iter().enumerate() {
        for (number, amount) in fact.amounts.iter().enumerate() {
            let Some(currency) = &amount.currency else { continue };
            if Currency::from_code(currency).is_none() {
                let path = format!("$.facts[{index}].amounts[{number}].currency");
                let code = text_excerpt(currency);
                let message = format!(
                    "ISO 4217 has no currency “{code}” in use; check the code, unless the report is older"
                );
                found.push(Diagnostic::new(path, message));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Amount;
    use crate::view_model::testing::atlas;

    #[test]
    fn a_currency_that_is_not_in_use_is_advised() {
        let mut report = atlas().report;
        let amount = |code: &str| Amount { currency: Some(code.to_owned()), ..Amount::default() };
        report.facts[2].amounts = vec![amount("CAD"), amount("CDN"), amount("EUR")];
        let advice: Vec<String> = advice(&report).iter().map(ToString::to_string).collect();
        let [only] = advice.as_slice() else { panic!("{advice:?}") };
        assert!(only.starts_with("$.facts[2].amounts[1].currency: ISO 4217 has no currency “CDN”"));
    }
}
