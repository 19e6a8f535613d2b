//! The map's projection: Lambert azimuthal equal-area, and the frame that it is drawn in.
//!
//! Formulas: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), 24-2 to 24-16.

/// A point on the globe, in degrees: longitude, latitude.
pub type Degrees = (f64, f64);

/// A point on the map, in map units, y downwards.
pub type MapPoint = (f64, f64);

/// The middle of the projection.
const CENTRE: Degrees = (115.5, 8.0);

/// The frame's south and north, on the middle meridian; with them 91.5° to 141.5° E is seen, and the west has
/// room for the host's tile.
const SOUTH_NORTH: (f64, f64) = (-13.2, 29.4);

/// The width and the height of the map, in map units.
pub const SIZE: (f64, f64) = (1000.0, 760.0);

/// Where the middle meridian lies across the map.
const MERIDIAN_X: f64 = 0.53;

/// From the globe onto the plane of a sphere of radius 1, y upwards.
fn onto_plane((longitude, latitude): Degrees) -> (f64, f64) {
    let (lambda, phi) = ((longitude - CENTRE.0).to_radians(), latitude.to_radians());
    let phi_1 = CENTRE.1.to_radians();
    let cos_c = phi_1.sin() * phi.sin() + phi_1.cos() * phi.cos() * lambda.cos();
    let k = (2.0 / (1.0 + cos_c)).sqrt();
    let y = phi_1.cos() * phi.sin() - phi_1.sin() * phi.cos() * lambda.cos();
    (k * phi.cos() * lambda.sin(), k * y)
}

/// From the plane back onto the globe.
fn onto_globe((x, y): (f64, f64)) -> Degrees {
    let phi_1 = CENTRE.1.to_radians();
    let rho = x.hypot(y);
    if rho == 0.0 {
        return CENTRE;
    }
    let c = 2.0 * (rho / 2.0).asin();
    let phi = (c.cos() * phi_1.sin() + y * c.sin() * phi_1.cos() / rho).asin();
    let lambda = (x * c.sin()).atan2(rho * phi_1.cos() * c.cos() - y * phi_1.sin() * c.sin());
    (CENTRE.0 + lambda.to_degrees(), phi.to_degrees())
}

/// Map units to a radius of the globe, and the y of the map's upper edge on the plane.
fn frame() -> (f64, f64) {
    let (_, bottom) = onto_plane((CENTRE.0, SOUTH_NORTH.0));
    let (_, top) = onto_plane((CENTRE.0, SOUTH_NORTH.1));
    (SIZE.1 / (top - bottom), top)
}

/// From the globe onto the map.
pub fn project(point: Degrees) -> MapPoint {
    let ((scale, top), (x, y)) = (frame(), onto_plane(point));
    (SIZE.0 * MERIDIAN_X + x * scale, (top - y) * scale)
}

/// From the map back onto the globe.
pub fn unproject((x, y): MapPoint) -> Degrees {
    let (scale, top) = frame();
    onto_globe(((x - SIZE.0 * MERIDIAN_X) / scale, top - y / scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_of_the_frame_comes_back_to_where_it_was() {
        for longitude in [91.5, 100.0, 115.5, 130.0, 141.5] {
            for latitude in [-11.5, 0.0, 8.0, 20.0, 28.6] {
                let (x, y) = unproject(project((longitude, latitude)));
                assert!(
                    (x - longitude).abs() < 1e-9 && (y - latitude).abs() < 1e-9,
                    "{longitude} {latitude}"
                );
            }
        }
    }

    #[test]
    fn the_frame_lies_on_the_map() {
        for corner in
            [(91.5, 8.0), (141.5, 8.0), (115.5, -11.5), (115.5, 28.6), (97.6, 28.5), (141.0, -9.2)]
        {
            let (x, y) = project(corner);
            assert!(
                (0.0..=SIZE.0).contains(&x) && (0.0..=SIZE.1).contains(&y),
                "{corner:?} is at {x} {y}"
            );
        }
    }

    #[test]
    fn equal_areas_stay_equal() {
        let area = |longitude: f64, latitude: f64| {
            let (a, b) = (project((longitude, latitude)), project((longitude + 0.01, latitude)));
            let c = project((longitude, latitude + 0.01));
            let cross = (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
            cross.abs() / (latitude + 0.005).to_radians().cos()
        };
        let (middle, corner) = (area(115.5, 8.0), area(95.0, 26.0));
        assert!((middle / corner - 1.0).abs() < 1e-3, "{middle} {corner}");
    }
}
