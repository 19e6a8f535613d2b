//! Reading a TopoJSON file: borders are arcs that neighbours share, so that they can be simplified once.
//!
//! The format: <https://github.com/topojson/topojson-specification>.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::projection::Degrees;

/// A ring as arcs: `n` is arc n, `!n` (that is, −n − 1) the same arc backwards.
pub type ArcRing = Vec<i64>;

/// The countries of the file by their ISO 3166-1 numeric codes, and the arcs that bound them.
pub struct Topology {
    /// Each arc, in degrees.
    pub arcs: Vec<Vec<Degrees>>,
    /// The polygons of each country; of each the outer ring first.
    pub countries: BTreeMap<String, Vec<Vec<ArcRing>>>,
}

#[derive(Deserialize)]
struct File {
    arcs: Vec<Vec<(i64, i64)>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        id: Option<String>,
        arcs: Vec<ArcRing>,
    },
    MultiPolygon {
        id: Option<String>,
        arcs: Vec<Vec<ArcRing>>,
    },
    #[serde(other)]
    Other,
}

impl Topology {
    /// Reads the text of a file; countries without a code are left out.
    pub fn read(text: &str) -> Result<Self> {
        let file: File = serde_json::from_str(text)
            .context("the outlines are not the TopoJSON that was expected")?;
        let mut countries: BTreeMap<String, Vec<Vec<ArcRing>>> = BTreeMap::new();
        for geometry in file.objects.countries.geometries {
            match geometry {
                Geometry::Polygon { id: Some(id), arcs } => {
                    countries.entry(id).or_default().push(arcs)
                }
                Geometry::MultiPolygon { id: Some(id), arcs } => {
                    countries.entry(id).or_default().extend(arcs)
                }
                _ => {}
            }
        }
        let arcs = file.arcs.iter().map(|arc| degrees(arc, &file.transform)).collect();
        Ok(Self { arcs, countries })
    }
}

/// The points of an arc: each is stored as its difference from the one before, in steps of the grid.
fn degrees(arc: &[(i64, i64)], transform: &Transform) -> Vec<Degrees> {
    let mut at = (0, 0);
    let points = arc.iter().map(|(x, y)| {
        at = (at.0 + x, at.1 + y);
        let along = |steps: i64, scale: f64, translate: f64| steps as f64 * scale + translate;
        let (scale, translate) = (transform.scale, transform.translate);
        (along(at.0, scale.0, translate.0), along(at.1, scale.1, translate.1))
    });
    points.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_are_sums_of_their_steps() {
        let text = r#"{"type":"Topology","transform":{"scale":[0.5,1],"translate":[100,-10]},
            "arcs":[[[0,0],[2,3],[-1,1]]],
            "objects":{"countries":{"type":"GeometryCollection","geometries":[
                {"type":"Polygon","id":"702","arcs":[[0]]},{"type":"Polygon","arcs":[[0]]}]}}}"#;
        let topology = Topology::read(text).unwrap();
        assert_eq!(topology.arcs, [[(100.0, -10.0), (101.0, -7.0), (100.5, -6.0)]]);
        assert_eq!(topology.countries.keys().collect::<Vec<_>>(), ["702"]);
    }
}
