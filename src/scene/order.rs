//! Ordering, once for all that is ordered, by merging: each kind of value that the library's own sort is made for adds 4 KB
//! to the module.

use std::cmp::Ordering;

/// Some places in the order that `compare` gives; equal ones keep theirs.
pub fn ordered(places: Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let (mut from, mut width) = (places, 1);
    while width < from.len() {
        let mut merged = Vec::with_capacity(from.len());
        for pair in from.chunks(2 * width) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, compare, &mut merged);
        }
        (from, width) = (merged, 2 * width);
    }
    from
}

/// Adds two ordered runs as one to what is there.
fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    while let ([a, behind_a @ ..], [b, behind_b @ ..]) = (left, right) {
        if compare(*b, *a) == Ordering::Less {
            merged.push(*b);
            right = behind_b;
        } else {
            merged.push(*a);
            left = behind_a;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[u32]) {
        let compare = |a: usize, b: usize| values.get(a).cmp(&values.get(b));
        let mut wanted: Vec<usize> = (0..values.len()).collect();
        let found = ordered(wanted.clone(), &compare);
        wanted.sort_by_key(|place| values.get(*place));
        assert_eq!(found, wanted, "{values:?}");
    }

    #[test]
    fn equal_ones_keep_their_order() {
        check(&[3, 1, 3, 2, 1]);
        check(&[]);
        check(&[7]);
    }

    #[test]
    fn it_orders_as_the_library_does() {
        // Any numbers will do: these come of a linear congruence, and many are equal.
        let mut number = 1_u32;
        for length in 0..200 {
            let next = |_| {
                number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                number >> 28
            };
            check(&(0..length).map(next).collect::<Vec<_>>());
        }
    }
}
