//! Rings of map points: simplifying, clipping, measuring.

use geo::{Coord, LineString, SimplifyVwIdx};

use super::projection::{MapPoint, SIZE};

/// A closed ring; the last point is not the first again.
pub type Ring = Vec<MapPoint>;

/// How far beyond the map's frame shapes are kept, so that no cut edge is seen.
const MARGIN: f64 = 8.0;

/// An arc with fewer points: those are left out that change the least area (Visvalingam and Whyatt, 1993), up
/// to `area` square map units each. The ends stay, so neighbours still meet.
pub fn simplified(arc: &[MapPoint], area: f64) -> Vec<MapPoint> {
    let line: LineString<f64> = arc.iter().map(|(x, y)| Coord { x: *x, y: *y }).collect();
    let kept = line.simplify_vw_idx(area);
    kept.into_iter().filter_map(|place| arc.get(place).copied()).collect()
}

/// Twice the signed area of a ring, in square map units.
pub fn area(ring: &[MapPoint]) -> f64 {
    edges(ring).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
}

/// The edges of a ring, the closing one included.
pub fn edges(ring: &[MapPoint]) -> impl Iterator<Item = (MapPoint, MapPoint)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// The part of a ring within the frame and its margin (Sutherland and Hodgman, 1974).
pub fn clipped(ring: Ring) -> Ring {
    let (right, bottom) = (SIZE.0 + MARGIN, SIZE.1 + MARGIN);
    let ring = cut(ring, |point| point.0 + MARGIN);
    let ring = cut(ring, |point| right - point.0);
    let ring = cut(ring, |point| point.1 + MARGIN);
    cut(ring, |point| bottom - point.1)
}

/// The part of a ring on the side of a line where `inside` is not negative; `inside` is linear.
pub fn cut(ring: Ring, inside: impl Fn(MapPoint) -> f64) -> Ring {
    let mut kept = Vec::new();
    for (a, b) in edges(&ring) {
        let (here, there) = (inside(a), inside(b));
        if here >= 0.0 {
            kept.push(a);
        }
        if (here < 0.0) != (there < 0.0) {
            let part = here / (here - there);
            kept.push((a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part));
        }
    }
    kept
}

/// The bounds of rings: left, top, right, bottom.
pub fn bounds<'a>(rings: impl Iterator<Item = &'a Ring>) -> (f64, f64, f64, f64) {
    let empty = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    rings.flatten().fold(empty, |b, p| (b.0.min(p.0), b.1.min(p.1), b.2.max(p.0), b.3.max(p.1)))
}

/// Whether a point lies in a ring, by the crossings of a ray to the right.
#[cfg(test)]
pub fn contains(ring: &[MapPoint], (x, y): MapPoint) -> bool {
    let crosses = |((ax, ay), (bx, by)): (MapPoint, MapPoint)| {
        (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    };
    edges(ring).filter(|edge| crosses(*edge)).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(left: f64, top: f64, side: f64) -> Ring {
        vec![(left, top), (left + side, top), (left + side, top + side), (left, top + side)]
    }

    #[test]
    fn what_lies_beyond_the_margin_is_cut_away() {
        assert_eq!(area(&clipped(square(10.0, 10.0, 20.0))).abs(), 400.0);
        assert_eq!(area(&clipped(square(-28.0, 10.0, 40.0))).abs(), 20.0 * 40.0);
        assert!(clipped(square(2000.0, 10.0, 20.0)).is_empty());
    }

    #[test]
    fn a_point_is_inside_or_outside() {
        assert!(contains(&square(10.0, 10.0, 20.0), (29.0, 11.0)));
        assert!(!contains(&square(10.0, 10.0, 20.0), (31.0, 11.0)));
    }

    #[test]
    fn a_point_that_changes_little_is_left_out_and_the_ends_stay() {
        let arc = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)];
        assert_eq!(simplified(&arc, 1.0), [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
    }
}
