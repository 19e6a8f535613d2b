//! Rings of points from the arcs that neighbours share.

use std::collections::{BTreeMap, BTreeSet};

use super::member::{MEMBERS, Member, SOUTH_ASIA};
use super::projection::{MapPoint, project};
use super::shape::{Ring, simplified};
use super::topology::{ArcRing, Topology};

/// What simplifying may change at each point, in square map units.
const SIMPLER: f64 = 1.1;

/// The same, for the coasts of the land around them, which nobody looks at.
const SIMPLER_AROUND: f64 = 3.0;

/// The same, for shapes that are looked at closely because they are small.
const SIMPLER_WHERE_SMALL: f64 = 0.02;

/// Every arc on the map, simplified: once for both neighbours, so that they still meet.
pub fn drawn_arcs(topology: &Topology) -> Vec<Vec<MapPoint>> {
    let arcs_of = |is_meant: fn(&&Member) -> bool| -> BTreeSet<usize> {
        let countries = MEMBERS.iter().filter(is_meant);
        countries
            .filter_map(|member| topology.countries.get(member.numeric))
            .flat_map(|polygons| polygons.iter().flatten().flatten().map(|arc| index(*arc)))
            .collect()
    };
    let (fine, drawn) = (arcs_of(|member| member.is_small), arcs_of(|_| true));
    let arcs = topology.arcs.iter().enumerate();
    arcs.map(|(place, arc)| {
        let projected: Vec<_> = arc.iter().map(|point| project(*point)).collect();
        let tolerance = match place {
            place if fine.contains(&place) => SIMPLER_WHERE_SMALL,
            place if drawn.contains(&place) => SIMPLER,
            _ => SIMPLER_AROUND,
        };
        simplified(&projected, tolerance)
    })
    .collect()
}

/// The place of an arc among all arcs, whichever way it runs.
fn index(arc: i64) -> usize {
    usize::try_from(if arc < 0 { !arc } else { arc }).unwrap_or_default()
}

/// A ring of points from a ring of arcs.
pub fn stitched(arcs: &[Vec<MapPoint>], ring: &ArcRing) -> Ring {
    let mut points = Ring::new();
    for arc in ring {
        let Some(found) = arcs.get(index(*arc)) else { continue };
        // The last point of an arc is the first of the next.
        let count = found.len().saturating_sub(1);
        if *arc < 0 {
            points.extend(found.iter().rev().take(count));
        } else {
            points.extend(found.iter().take(count));
        }
    }
    points
}

/// The rings of the land around the members: where two of its countries meet, their border is left out.
pub fn land_rings(topology: &Topology) -> Vec<ArcRing> {
    let left_out: BTreeSet<&str> =
        MEMBERS.iter().map(|member| member.numeric).chain(SOUTH_ASIA).collect();
    let rings: Vec<&ArcRing> = topology
        .countries
        .iter()
        .filter(|(code, _)| !left_out.contains(code.as_str()))
        .flat_map(|(_, polygons)| polygons.iter().flatten())
        .filter(|ring| is_near(topology, ring))
        .collect();
    let mut uses: BTreeMap<usize, usize> = BTreeMap::new();
    for arc in rings.iter().copied().flatten() {
        *uses.entry(index(*arc)).or_default() += 1;
    }
    let outer = rings.iter().copied().flatten().filter(|arc| uses.get(&index(**arc)) == Some(&1));
    joined(topology, outer.copied().collect())
}

/// Whether a ring has a point near the map, where the projection is sound.
fn is_near(topology: &Topology, ring: &ArcRing) -> bool {
    let mut points = ring.iter().filter_map(|arc| topology.arcs.get(index(*arc))).flatten();
    points.any(|(longitude, latitude)| {
        (85.0..150.0).contains(longitude) && (-20.0..40.0).contains(latitude)
    })
}

/// Arcs put end to end until each ring closes.
fn joined(topology: &Topology, mut arcs: Vec<i64>) -> Vec<ArcRing> {
    let ends = |arc: i64| {
        let points = topology.arcs.get(index(arc)).map(Vec::as_slice).unwrap_or_default();
        let (first, last) = (points.first().copied(), points.last().copied());
        if arc < 0 { (last, first) } else { (first, last) }
    };
    let mut rings = Vec::new();
    while let Some(first) = arcs.pop() {
        let mut ring = vec![first];
        let (start, mut end) = ends(first);
        while end != start {
            let Some(next) = arcs.iter().position(|arc| ends(*arc).0 == end) else { break };
            let next = arcs.swap_remove(next);
            end = ends(next).1;
            ring.push(next);
        }
        rings.push(ring);
    }
    rings
}
