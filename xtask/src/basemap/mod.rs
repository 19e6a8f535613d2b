//! `cargo xtask basemap`: the map's shapes, from Natural Earth's countries at 1:50 million.
//!
//! Natural Earth is in the public domain; npm's `world-atlas` 2.0.2 packs it as TopoJSON. What is drawn is
//! eleven shapes and one borderless land around them; what is never drawn stands in `member.rs`.

mod member;
mod projection;
mod rings;
mod shape;
#[cfg(test)]
mod tests;
mod topology;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::command::{program, read, root, run as run_command};
use member::{MEMBERS, Member, WEST_OF_THE_LAND, not_drawn};
use projection::{MapPoint, project};
use rings::{drawn_arcs, land_rings, stitched};
use shape::{Ring, area, bounds, clipped};
use topology::Topology;

/// The sprite of outlines, inlined into the page.
pub const SPRITE: &str = "assets/map/outlines.svg";

/// The table of where the states are.
const TABLE: &str = "src/map_layout/features.rs";

/// The package that the outlines come from.
const PACKAGE: &str = "world-atlas@2.0.2";

/// SHA-256 of its `countries-50m.json`.
const HASH: &str = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394";

/// Steps of the sprite's grid to a map unit.
const GRID: f64 = 4.0;

/// The least area of an islet that is drawn, in square map units; the greatest of a state always is.
const ISLET: f64 = 2.0;

/// Writes the sprite and the table, or with `check` says whether the committed ones are stale.
pub fn run(check: bool) -> Result<()> {
    let map = Map::draw(&countries()?)?;
    for (path, made) in [(SPRITE, map.sprite()), (TABLE, formatted(&map.table())?)] {
        let file = root().join(path);
        if !check {
            fs::write(&file, &made).with_context(|| format!("{path} cannot be written"))?;
            println!("{path}: {} bytes", made.len());
        } else if fs::read_to_string(&file).with_context(|| format!("{path} cannot be read"))?
            != made
        {
            bail!("{path} is stale: run `cargo xtask basemap` and commit what it writes");
        }
    }
    Ok(())
}

/// The countries, fetched by npm once and proved by their hash.
fn countries() -> Result<Topology> {
    let folder = root().join("target/outlines");
    let file = folder.join("package/countries-50m.json");
    if !file.exists() {
        fs::create_dir_all(&folder)?;
        let mut pack = program("npm");
        pack.args(["pack", "--silent", PACKAGE, "--pack-destination"]).arg(&folder);
        let archive = read(&mut pack)?;
        run_command(
            program("tar").arg("-xzf").arg(folder.join(archive.trim())).arg("-C").arg(&folder),
        )?;
    }
    let text =
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let hash: String =
        Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    if hash != HASH {
        bail!("{} is not the file of {PACKAGE}: its SHA-256 is {hash}", file.display());
    }
    Topology::read(&text)
}

/// The drawn shapes, in map units.
struct Map {
    states: Vec<(&'static Member, Vec<Ring>)>,
    land: Vec<Ring>,
}

impl Map {
    fn draw(topology: &Topology) -> Result<Self> {
        let arcs = drawn_arcs(topology);
        let mut states = Vec::new();
        for member in &MEMBERS {
            let polygons = topology.countries.get(member.numeric);
            let polygons =
                polygons.with_context(|| format!("the outlines have no {}", member.alpha))?;
            let rings = polygons.iter().flatten().map(|ring| stitched(&arcs, ring)).collect();
            states.push((member, worth_drawing(rings)));
        }
        let land = land_rings(topology)
            .iter()
            .map(|ring| stitched(&arcs, ring))
            .map(without_the_west)
            .collect();
        Ok(Self { states, land: worth_drawing(land) })
    }

    /// The SVG whose shapes the page refers to. No fact can have the ids in it.
    fn sprite(&self) -> String {
        let mut svg = String::from(
            "<svg class=\"sprite\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>",
        );
        svg.push_str("<pattern id=\"HATCH\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
        svg.push_str("<path class=\"hatch__ground\" d=\"M0 0h6v6H0z\"/><path class=\"hatch__stripe\" d=\"M3 0v6\"/></pattern>");
        let shapes = self.states.iter().map(|(member, rings)| (member.alpha, rings));
        for (code, rings) in std::iter::once(("LAND", &self.land)).chain(shapes) {
            let scale = 1.0 / GRID;
            let _ = write!(
                svg,
                "<path id=\"outline-{code}\" class=\"outline\" transform=\"scale({scale})\" d=\"{}\"/>",
                path(rings)
            );
        }
        svg.push_str("</defs></svg>\n");
        svg
    }

    /// Returns the Rust table of the features.
    fn table(&self) -> String {
        let mut rust = String::from(
            "//! The places on the map. Generated by `cargo xtask basemap`; do not edit.\n\n",
        );
        rust.push_str(
            "use super::{Bounds, Feature, Point};\n\n/// The eleven member states, by code.\n",
        );
        let _ = write!(rust, "pub const FEATURES: [Feature; {}] = [", self.states.len());
        for (member, rings) in &self.states {
            let (left, top, right, bottom) = bounds(rings.iter());
            let (centre, label) = (project(member.centre), project(member.label));
            let _ = write!(
                rust,
                "Feature {{ code: {:?}, bounds: Bounds {{ left: {:.0}, top: {:.0}, right: {:.0}, bottom: {:.0} }},
                center: {}, longitude: {:.0}, latitude: {:.0}, label: {}, is_small: {} }},",
                member.alpha, left.floor(), top.floor(), right.ceil(), bottom.ceil(), point(centre), member.centre.0 * 100.0, member.centre.1 * 100.0, point(label), member.is_small,
            );
        }
        rust + "];\n"
    }
}

fn point((x, y): MapPoint) -> String {
    format!("Point {{ x: {x:.0}, y: {y:.0} }}")
}

/// The part of the land east of [`WEST_OF_THE_LAND`], at the height of Myanmar's northern tip.
fn without_the_west(ring: Ring) -> Ring {
    let (west, _) = project((WEST_OF_THE_LAND, 28.2));
    shape::cut(ring, |point| point.0 - west)
}

/// The rings that are seen: within the frame, no mere specks, nothing that is not drawn; the greatest stays.
fn worth_drawing(rings: Vec<Ring>) -> Vec<Ring> {
    let mut rings: Vec<Ring> =
        rings.into_iter().map(clipped).filter(|ring| ring.len() > 2).collect();
    rings.sort_by(|a, b| area(b).abs().total_cmp(&area(a).abs()));
    let is_disputed =
        |ring: &Ring| ring.iter().any(|point| not_drawn(projection::unproject(*point)));
    let mut place = 0;
    rings.retain(|ring| {
        place += 1;
        place == 1 || (area(ring).abs() >= ISLET && !is_disputed(ring))
    });
    rings
}

/// The `d` of a path, in steps of the grid.
fn path(rings: &[Ring]) -> String {
    let mut d = String::new();
    for ring in rings {
        let mut at: Option<(i64, i64)> = None;
        for point in ring {
            let here = (step(point.0), step(point.1));
            match at {
                None => {
                    let _ = write!(d, "M{} {}l", here.0, here.1);
                }
                Some(last) if last == here => {}
                Some(last) => {
                    let (x, y) = (here.0 - last.0, here.1 - last.1);
                    let gap = |n: i64| if n < 0 || d.ends_with('l') { "" } else { " " };
                    let first = gap(x);
                    let _ = write!(d, "{first}{x}{}{y}", if y < 0 { "" } else { " " });
                }
            }
            at = Some(here);
        }
        d.push('z');
    }
    d
}

/// The nearest step of the grid.
fn step(units: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a cast from a float saturates")]
    let step = (units * GRID).round() as i64;
    step
}

/// Rust text as rustfmt writes it.
fn formatted(rust: &str) -> Result<String> {
    let mut command = program("rustfmt");
    command.args(["--edition", "2024", "--config-path"]).arg(root());
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("rustfmt cannot be started")?;
    child.stdin.take().context("rustfmt takes no text")?.write_all(rust.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("rustfmt refused the table of sites");
    }
    Ok(String::from_utf8(output.stdout)?)
}
