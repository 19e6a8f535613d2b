//! A list of lists of texts in JSON: of its grammar the part that a digest is written in, so that no more of it travels.

use super::Columns;

/// Reads a list of lists of texts; where the text is none, gives back the place of the byte that does not fit.
///
/// It reads what `serde_json` writes of such lists, and any white space between; of the escapes `\u` only those that are a
/// letter of their own. What is said of the rest, by RFC 8259, is that it is another kind of value or no JSON.
pub fn read(json: &str) -> Result<Columns, usize> {
    let mut reader = Reader { rest: json };
    let columns = reader.list(|reader| reader.list(Reader::text)).filter(|_| reader.is_at_end());
    columns.ok_or(json.len() - reader.rest.len())
}

/// What is still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn is_at_end(&mut self) -> bool {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
        self.rest.is_empty()
    }

    /// Whether a sign comes next; goes past it.
    fn takes(&mut self, sign: char) -> bool {
        !self.is_at_end() && self.rest.strip_prefix(sign).map(|rest| self.rest = rest).is_some()
    }

    fn list<T>(&mut self, entry: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut entries = Vec::new();
        if !self.takes('[') {
            return None;
        }
        if self.takes(']') {
            return Some(entries);
        }
        loop {
            entries.push(entry(self)?);
            if self.takes(']') {
                return Some(entries);
            }
            if !self.takes(',') {
                return None;
            }
        }
    }

    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        if !self.takes('"') {
            return None;
        }
        loop {
            let is_plain = |byte: &u8| *byte >= b' ' && *byte != b'"' && *byte != b'\\';
            let plain = self.rest.bytes().take_while(is_plain).count();
            text.push_str(self.rest.get(..plain)?);
            self.rest = self.rest.get(plain..)?;
            if let Some(rest) = self.rest.strip_prefix('"') {
                self.rest = rest;
                return Some(text);
            }
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let sign = self.rest.strip_prefix('\\')?.chars().next()?;
        let (letter, length) = match sign {
            '"' | '\\' | '/' => (sign, 2),
            'b' => ('\u{8}', 2),
            'f' => ('\u{c}', 2),
            'n' => ('\n', 2),
            'r' => ('\r', 2),
            't' => ('\t', 2),
            'u' => (hex(self.rest.get(2..6)?)?, 6),
            _ => return None,
        };
        self.rest = self.rest.get(length..)?;
        Some(letter)
    }
}

/// The letter whose number these digits are.
fn hex(digits: &str) -> Option<char> {
    let value = digits.chars().try_fold(0, |value, digit| Some(16 * value + digit.to_digit(16)?));
    char::from_u32(value?)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_serde_json_writes_is_read_as_it_was(columns in vec(vec(any::<String>(), 0..4), 0..4)) {
            prop_assert_eq!(read(&serde_json::to_string(&columns).unwrap()), Ok(columns.clone()));
            prop_assert_eq!(read(&serde_json::to_string_pretty(&columns).unwrap()), Ok(columns));
        }

        #[test]
        fn whatever_is_read_serde_json_reads_alike(text in "[\\[\\]\",\\\\ 0-3a-fun+\n]{0,12}") {
            prop_assert_eq!(read(&text).ok(), serde_json::from_str::<Columns>(&text).ok());
            prop_assert!(read(&text).map_or_else(|at| text.is_char_boundary(at), |_| true));
        }
    }

    #[test]
    fn what_is_no_list_of_lists_of_texts_is_told_where_it_ceases_to_be_one() {
        for (text, at) in [
            ("", 0),
            ("<!doctype html>", 0),
            ("{}", 0),
            ("[[]", 3),
            ("[[],]", 4),
            ("[[]] 7", 5),
            ("[ 7", 2),
            ("[[\"a\" \"b\"]]", 6),
            ("[[\"a\nb\"]]", 4),
            ("[[\"a\\q\"]]", 4),
            ("[[\"\\ud83d\\ude00\"]]", 3),
            ("[[\"\\u00é\"]]", 3),
        ] {
            assert_eq!(read(text), Err(at), "{text}");
        }
    }
}
