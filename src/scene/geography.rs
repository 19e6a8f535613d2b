//! stub
pub struct Point {
    pub x: i16,
    pub y: i16,
}
pub struct Bounds {
    pub left: i16,
    pub top: i16,
    pub right: i16,
    pub bottom: i16,
}
impl Clone for Bounds {
    fn clone(&self) -> Self {
        *self
    }
}
impl Copy for Bounds {}
impl Clone for Point {
    fn clone(&self) -> Self {
        *self
    }
}
impl Copy for Point {}
pub struct Site {
    pub code: &'static str,
    pub bounds: Bounds,
    pub label: Point,
    pub centre: Point,
    pub marker: Option<Point>,
}
pub const WIDTH: i16 = 1000;
pub const HEIGHT: i16 = 760;
pub struct Host {
    pub tile: Bounds,
    pub port: Point,
}
pub const HOST: Host = Host {
    tile: Bounds {
        left: 10,
        top: 30,
        right: 150,
        bottom: 160,
    },
    port: Point { x: 150, y: 140 },
};
pub static SITES: [Site; 0] = [];
pub fn site(c: crate::dataset::PlaceCode) -> Option<&'static Site> {
    SITES.iter().find(|s| s.code == c.as_str())
}
