//! The word that is spelled most like another one.

/// Returns the entry whose word has the least edit distance to `wanted`, the first of several. A word of three letters may
/// differ in one, of six in two, of nine and more in three. Numbers are not misspelled, so they have no nearest word.
pub fn nearest<'a, T>(
    wanted: &str,
    words: impl Iterator<Item = (T, &'a str)>,
) -> Option<(T, &'a str)> {
    let wanted: Vec<char> = wanted.chars().collect();
    if wanted.iter().any(char::is_ascii_digit) {
        return None;
    }
    let mut limit = (wanted.len() / 3).min(3);
    let mut found = None;
    for (entry, word) in words {
        // Neither a closer word nor one of another length needs to be compared.
        if limit == 0 || word.len().abs_diff(wanted.iter().map(|c| c.len_utf8()).sum()) > 4 * limit
        {
            continue;
        }
        let distance = edit_distance(&wanted, word);
        if distance <= limit {
            // From here on only a smaller distance is better.
            limit = distance.saturating_sub(1);
            found = Some((entry, word));
        }
    }
    found
}

/// Returns how many letters must be changed, added or removed to make one word of another (Levenshtein).
fn edit_distance(one: &[char], other: &str) -> usize {
    let mut distances: Vec<usize> = (1..=one.len()).collect();
    for (index, letter) in other.chars().enumerate() {
        let (mut diagonal, mut left) = (index, index + 1);
        for (own, above) in one.iter().zip(&mut distances) {
            let changed = diagonal + usize::from(*own != letter);
            diagonal = *above;
            left = changed.min(left + 1).min(*above + 1);
            *above = left;
        }
    }
    distances.last().copied().unwrap_or_else(|| other.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edit_distance_counts_letters() {
        let check = |one: &str, other: &str, distance| {
            assert_eq!(edit_distance(&one.chars().collect::<Vec<_>>(), other), distance);
        };
        check("malasya", "malaysia", 2);
        check("kitten", "sitting", 3);
        check("", "ab", 2);
        check("ab", "", 2);
        check("မလေးရှာ", "မလေးရှား", 1);
    }

    #[test]
    fn the_nearest_word_is_found_unless_it_is_too_far() {
        let words = ["plan", "malaysia", "malay", "2023"];
        let check = |wanted: &str, expected: Option<&str>| {
            let found = nearest(wanted, words.into_iter().enumerate());
            assert_eq!(found.map(|(_, word)| word), expected, "{wanted}");
        };
        check("malasia", Some("malaysia"));
        check("plam", Some("plan"));
        check("xy", None);
        check("atlantis", None);
        check("2024", None);
    }
}
