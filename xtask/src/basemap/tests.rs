//! What the committed sprite draws and, more important, what it does not.

use partnership_atlas::map_layout::{FEATURES, PARTNER_ANCHOR};

use super::projection::{MapPoint, SIZE, project, unproject};
use super::shape::{Ring, contains};
use super::{GRID, MEMBERS, SPRITE, not_drawn};
use crate::command::root;

/// The shapes of the committed sprite, by the code in their ids.
fn drawn() -> Vec<(String, Vec<Ring>)> {
    let sprite = std::fs::read_to_string(root().join(SPRITE)).unwrap();
    let shapes = sprite.split("<path id=\"outline-").skip(1);
    let shapes = shapes.map(|shape| {
        let d = shape.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        (shape.split('"').next().unwrap().to_owned(), rings(d))
    });
    shapes.collect()
}

fn rings(d: &str) -> Vec<Ring> {
    let rings = d.split('M').skip(1).map(|ring| {
        let ring = ring.trim_end_matches('z').replace('l', " ").replace('-', " -");
        let numbers: Vec<f64> = ring.split_whitespace().map(|n| n.parse().unwrap()).collect();
        let mut at = (0.0, 0.0);
        let steps = numbers.chunks(2).map(|step| {
            at = (at.0 + step[0], at.1 + step[1]);
            (at.0 / GRID, at.1 / GRID)
        });
        steps.collect::<Ring>()
    });
    rings.collect()
}

fn shape(code: &str) -> Vec<Ring> {
    drawn().into_iter().find(|(id, _)| id == code).unwrap().1
}

#[test]
fn eleven_shapes_and_the_land_around_them_are_all_there_is() {
    let codes: Vec<String> = drawn().into_iter().map(|(code, _)| code).collect();
    let expected = std::iter::once("LAND").chain(MEMBERS.map(|member| member.alpha));
    assert_eq!(codes, expected.collect::<Vec<_>>());
}

#[test]
fn nothing_is_drawn_that_is_a_crime_to_draw_somewhere() {
    for (code, rings) in drawn() {
        for point in rings.into_iter().flatten() {
            assert!(!not_drawn(unproject(point)), "{code} has a point at {:?}", unproject(point));
        }
    }
}

#[test]
fn nothing_of_south_asia_is_drawn() {
    let is_south_asia = |point: MapPoint| {
        let (longitude, latitude) = unproject(point);
        // The Andamans and the Nicobars, and all that lies west of Myanmar.
        longitude < 92.0 || (longitude < 94.3 && latitude < 15.5 && latitude > 6.0)
    };
    for (code, rings) in drawn() {
        let found = rings.into_iter().flatten().find(|point| is_south_asia(*point));
        assert_eq!(found.map(unproject), None, "{code}");
    }
    let (west, _) = project((97.7, 28.2));
    assert!(shape("LAND").iter().flatten().all(|point| point.0 > west));
}

#[test]
fn neighbours_share_their_border_to_the_step() {
    for (one, other, least) in
        [("LAO", "VNM", 20), ("THA", "MMR", 20), ("MYS", "IDN", 8), ("BRN", "MYS", 3)]
    {
        let corners: Vec<MapPoint> = shape(other).into_iter().flatten().collect();
        let met = shape(one).into_iter().flatten().filter(|point| corners.contains(point)).count();
        assert!(met >= least, "{one} meets {other} at {met} points");
    }
}

#[test]
fn a_line_from_the_host_ends_in_its_state() {
    for feature in &FEATURES {
        // The finest drawing of Singapore is three steps wide: the line ends within one of them.
        let (x, y) = (f64::from(feature.center.x), f64::from(feature.center.y));
        let near = [(0.0, 0.0), (1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)];
        let hit = near.iter().any(|(dx, dy)| {
            shape(feature.code).iter().any(|ring| contains(ring, (x + dx, y + dy)))
        });
        assert!(hit, "{} at {x} {y}", feature.code);
    }
}

/// The box of a name in English, in map units, for letters of a size; a letter is 0.62 of its size wide at most.
fn name_box(code: &str, size: f64) -> [f64; 4] {
    let names =
        [("BRN", 17.0), ("IDN", 9.0), ("KHM", 8.0), ("LAO", 7.0), ("MMR", 7.0), ("MYS", 8.0)];
    let more = [("PHL", 11.0), ("SGP", 9.0), ("THA", 8.0), ("TLS", 11.0), ("VNM", 8.0)];
    let letters = names.iter().chain(&more).find(|(known, _)| *known == code).unwrap().1;
    let feature = FEATURES.iter().find(|feature| feature.code == code).unwrap();
    let (x, y) = (f64::from(feature.label.x), f64::from(feature.label.y));
    let width = letters * size * 0.58;
    let left = if feature.is_small { x + 12.0 } else { x - width / 2.0 };
    [left, y - size / 2.0, left + width, y + size / 2.0]
}

#[test]
fn no_name_covers_another_on_a_wide_page_or_on_a_phone() {
    for size in [17.0, 30.0] {
        for (place, one) in FEATURES.iter().enumerate() {
            let a = name_box(one.code, size);
            assert!(a[0] > 0.0 && a[1] > 0.0 && a[2] < SIZE.0 && a[3] < SIZE.1, "{}", one.code);
            for other in FEATURES.iter().skip(place + 1) {
                let b = name_box(other.code, size);
                let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
                assert!(apart, "{} and {} at {size}", one.code, other.code);
            }
        }
    }
}

#[test]
fn no_name_stands_in_the_south_china_sea() {
    for feature in &FEATURES {
        let (longitude, latitude) =
            unproject((f64::from(feature.label.x), f64::from(feature.label.y)));
        let is_in_it = (109.5..119.0).contains(&longitude) && (5.0..21.0).contains(&latitude);
        assert!(!is_in_it, "{}", feature.code);
    }
}

#[test]
fn discs_are_a_finger_apart_and_nothing_lies_under_the_host() {
    let small: Vec<_> = FEATURES.iter().filter(|feature| feature.is_small).collect();
    for (place, one) in small.iter().enumerate() {
        for other in small.iter().skip(place + 1) {
            let across = f64::from(one.label.x - other.label.x)
                .hypot(f64::from(one.label.y - other.label.y));
            assert!(across > 72.0, "{} and {}", one.code, other.code);
        }
    }
    let (port_x, port_y) = (f64::from(PARTNER_ANCHOR.x), f64::from(PARTNER_ANCHOR.y));
    let under = |point: &MapPoint| point.0 < port_x && (point.1 - port_y).abs() < 70.0;
    for (code, rings) in drawn() {
        assert_eq!(rings.iter().flatten().find(|point| under(point)), None, "{code}");
    }
}
