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
            Self::Number => Some(match text.trim().parse::<u64>() {
                Ok(number) => json!(number),
                Err(_) => {
                    text.trim().parse::<f64>().map_or(Value::String(text), |number| json!(number))
                }
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::shown;

    #[test]
    fn each_line_is_a_name() {
        let value = Format::Lines.value(" TAC \n\nBali Treaty\n".to_owned());
        assert_eq!(value, Some(json!(["TAC", "Bali Treaty"])));
        assert_eq!(shown(value.as_ref()), "TAC\nBali Treaty");
        assert_eq!(Format::Lines.value("\n ".to_owned()), None);
    }
}
