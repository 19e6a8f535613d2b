//! A phrase is found in a text.

use normal_forms::nfc;

/// The most places that a search returns.
pub const MAX_HITS: usize = 200;

/// Returns where a phrase stands: the index of the paragraph, from 0, and the bytes from and to. At most [`MAX_HITS`]
/// places, in the order of the text.
///
/// The case of letters does not count, nor do the form of quotation marks and the number of blanks.
pub fn find(paragraphs: &[String], phrase: &str) -> Vec<(usize, usize, usize)> {
    let wanted = Searchable::of(&nfc(phrase.trim())).text;
    if wanted.is_empty() {
        return Vec::new();
    }
    let hits = paragraphs.iter().enumerate().flat_map(|(index, paragraph)| {
        let searchable = Searchable::of(paragraph);
        let places: Vec<_> = searchable
            .text
            .match_indices(&wanted)
            .filter_map(|(at, found)| searchable.origin(at, at + found.len()))
            .map(|(start, end)| (index, start, end))
            .collect();
        places
    });
    hits.take(MAX_HITS).collect()
}

/// A text in a form to search, and where each byte of it comes from.
struct Searchable {
    text: String,
    /// For each byte of the form the bytes from and to of the character that it comes from.
    origins: Vec<(usize, usize)>,
}

impl Searchable {
    fn of(text: &str) -> Self {
        let mut own = Self { text: String::with_capacity(text.len()), origins: Vec::new() };
        for (index, c) in text.char_indices() {
            let origin = (index, index + c.len_utf8());
            if !c.is_whitespace() {
                c.to_lowercase().for_each(|c| own.push(plain(c), origin));
            } else if own.text.ends_with(' ') {
                if let Some(last) = own.origins.last_mut() {
                    last.1 = origin.1;
                }
            } else {
                own.push(' ', origin);
            }
        }
        own
    }

    fn push(&mut self, c: char, origin: (usize, usize)) {
        self.text.push(c);
        self.origins.resize(self.text.len(), origin);
    }

    fn origin(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let (first, last) = (self.origins.get(start)?, self.origins.get(end.checked_sub(1)?)?);
        Some((first.0, last.1))
    }
}

/// Returns a lower-case character in the form that is compared.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        'ς' => 'σ',
        other => other,
    }
}
