//! Ordering, once for all that is ordered: each kind of value that the library sorts adds 4 KB to the module.

use std::cmp::Ordering;

/// The places from 0 to `count` in the order that `compare` gives; equal ones keep theirs.
pub fn ordered(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_keep_their_order() {
        let values = [3, 1, 3, 2, 1];
        let compare = |a: usize, b: usize| values.get(a).cmp(&values.get(b));
        assert_eq!(ordered(values.len(), &compare), [1, 4, 3, 0, 2]);
    }
}
