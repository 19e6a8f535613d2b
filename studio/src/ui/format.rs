//! How what is typed into a field becomes a value of the draft.

use serde_json::{Value, json};

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
    /// A number that is left out where the field is empty; what is no number stays as it was typed.
    Number,
    /// A list of texts, one in each line, that is left out where the field is empty.
    Lines,
}

impl Format {
    /// Returns the value of a text.
    pub fn value(self, text: String) -> Option<Value> {
        match self {
            Self::Required => Some(Value::String(text)),
            _ if text.is_empty() => None,
            Self::Optional => Some(Value::String(text)),
            Self::Code => Some(Value::String(text.trim().to_uppercase())),
            Self::Lines => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                let lines: Vec<&str> = lines.collect();
                (!lines.is_empty()).then(|| json!(lines))
            }
            // What the file could not hold stays as it was typed.
            Self::Number => {
                Some(serde_json::from_str(text.trim()).map_or(Value::String(text), Value::Number))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::shown;

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
