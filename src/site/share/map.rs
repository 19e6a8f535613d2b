//! The map of a picture.

use std::fmt::Write as _;

use super::fonts::Face;
use super::lines::{SMALLEST_WORD, wrap, wrap_words};
use super::palette::{ACCENT, INK, INK_QUIET, LAND, RULE, SEA, SELECTION, SURFACE, colors};
use super::text::{Anchor, LinePlace, Setting};
use crate::i18n::MessageId;
use crate::map_layout::{self, Feature, PARTNER_ANCHOR};
use crate::model::{Place, PlaceCode};
use crate::view_model::Atlas;
use crate::view_model::countries::{CountryStatus, country_status};

/// The size of a map unit, in px.
const SCALE: f64 = 0.72;

/// The width of the map, in px.
pub const MAP_WIDTH: f64 = map_layout::WIDTH as f64 * SCALE;

/// The height of the map, in px.
pub const MAP_HEIGHT: f64 = map_layout::HEIGHT as f64 * SCALE;

/// The distance of names from the edges of the map, in px.
const EDGE: f64 = 12.0;

/// The map of a report, or of one of its states.
pub struct Map<'a> {
    /// The report in one language.
    pub atlas: &'a Atlas,
    /// The selected state.
    pub selected: Option<PlaceCode>,
    /// The outlines, an SVG sprite.
    pub outlines: &'a str,
    /// What the language needs.
    pub setting: Setting<'a>,
    /// The left edge of the map, in px.
    pub left: f64,
}

/// A state with its shape.
#[derive(Clone, Copy)]
struct State<'a> {
    place: &'a Place,
    feature: &'static Feature,
    status: CountryStatus,
    is_selected: bool,
}

/// The distance of a name from the middle of the disc of a small state, in px.
const GAP: f64 = 15.0;

/// A rectangle: left, top, right and bottom, in px.
type Frame = [f64; 4];

impl Map<'_> {
    /// Returns the map: sea, land, states, lines from the tile of the partner, the tile, and names.
    pub fn svg(&self) -> String {
        let states = self.states();
        let mut svg = sprite(self.outlines).to_owned();
        let _ = writeln!(
            svg,
            "<svg x=\"{}\" width=\"{MAP_WIDTH}\" height=\"{MAP_HEIGHT}\" viewBox=\"0 0 {width} {height}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{SEA}\"/>\
             <use href=\"#outline-LAND\" fill=\"{LAND}\"/>",
            self.left,
            width = map_layout::WIDTH,
            height = map_layout::HEIGHT
        );
        svg.extend(states.iter().map(|state| self.shape(*state)));
        let named = states.iter().filter(|state| state.status == CountryStatus::Named);
        svg.extend(named.map(|state| self.connector(*state)));
        // The page names all states. In a picture as small as a stamp only few names can be read, and the name of the
        // selected state stands beside the map.
        let labelled = states.iter().filter(|state| match self.selected {
            Some(_) => state.is_selected && state.feature.is_small,
            None => state.status == CountryStatus::Named,
        });
        svg.extend(labelled.clone().map(|state| marker(*state)));
        svg += "</svg>\n";
        let (tile, frame) = self.partner_tile();
        svg += &tile;
        let mut taken = vec![frame];
        for state in labelled {
            svg += &self.label(*state, &mut taken);
        }
        svg
    }

    /// Returns the states that have a shape. The selected one is over its neighbours, small ones are over large ones.
    fn states(&self) -> Vec<State<'_>> {
        let report = &self.atlas.report;
        let state = |place: &'_ Place| {
            Some(State {
                place: report.place(place.code)?,
                feature: Feature::of(place.code)?,
                status: country_status(report, place),
                is_selected: self.selected == Some(place.code),
            })
        };
        let mut states: Vec<State<'_>> = report.places.iter().filter_map(state).collect();
        states.sort_by_key(|state| (state.is_selected, state.feature.is_small));
        states
    }

    fn shape(&self, state: State<'_>) -> String {
        let (fill, stroke) = colors(state.status);
        // The outlines are drawn in quarters of a map unit, and so are their strokes.
        let (fill, stroke, width, opacity) = match (state.is_selected, self.selected) {
            (true, _) => (SELECTION, INK, 13, 1.0),
            (false, Some(_)) => (fill, stroke, 4, 0.55),
            (false, None) => (fill, stroke, 4, 1.0),
        };
        format!(
            "<use href=\"#outline-{}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{width}\" \
             stroke-linejoin=\"round\" fill-opacity=\"{opacity}\" stroke-opacity=\"{opacity}\"/>\n",
            state.place.code
        )
    }

    /// Returns the line from the tile of the partner to a state.
    fn connector(&self, state: State<'_>) -> String {
        let path = format!(
            "<path fill=\"none\" stroke-linecap=\"round\" d=\"{}\"",
            state.feature.connector()
        );
        let dotted = |width| {
            format!(
                "{path} stroke=\"{ACCENT}\" stroke-width=\"{width}\" stroke-dasharray=\"0.1 7\"/>\n"
            )
        };
        match (state.is_selected, self.selected) {
            // Gold on green or grey is no contrast, so the line has an edge in the colour of the ink.
            (true, _) => format!(
                "{path} stroke=\"{INK}\" stroke-width=\"7.4\"/>{path} stroke=\"{SELECTION}\" stroke-width=\"4.6\"/>\
                 <circle cx=\"{}\" cy=\"{}\" r=\"7\" fill=\"{SELECTION}\" stroke=\"{INK}\" stroke-width=\"2.4\"/>\n",
                state.feature.center.x, state.feature.center.y
            ),
            (false, Some(_)) => dotted(2.0),
            (false, None) => dotted(3.2),
        }
    }

    /// Returns the name of a state, unless it would cover another one.
    fn label(&self, state: State<'_>, taken: &mut Vec<Frame>) -> String {
        let setting = self.setting;
        let feature = state.feature;
        let size: f64 = if state.is_selected { 30.0 } else { 23.0 };
        let name = state.place.name.isolated();
        let anchor = self.left + f64::from(feature.label.x) * SCALE;
        // The name of a small state stands beside its disc, and is smaller where there is little room.
        let room = self.left + MAP_WIDTH - EDGE - anchor - GAP;
        let ems = setting.width(&name, Face::TextBold);
        let size = if feature.is_small { size.min((room / ems).max(size * 0.6)) } else { size };
        let (width, height) = (ems * size, setting.typography.text_leading * size);
        let wanted = if feature.is_small { anchor + GAP } else { anchor - width / 2.0 };
        let (first, last) = (self.left + EDGE, self.left + MAP_WIDTH - EDGE - width);
        let x = wanted.min(last).max(first);
        let middle = f64::from(feature.label.y) * SCALE;
        let frame = [x, middle - height / 2.0, x + width, middle + height / 2.0];
        if taken.iter().any(|other| overlap(frame, *other)) && !state.is_selected {
            return String::new();
        }
        taken.push(frame);
        let place = LinePlace {
            x,
            y: middle + size * (setting.typography.ascent - 0.5),
            size,
            face: Face::TextBold,
            anchor: Anchor::Left,
        };
        let halo = format!(
            "fill=\"{INK}\" stroke=\"{SURFACE}\" stroke-opacity=\"0.88\" stroke-width=\"6\" stroke-linejoin=\"round\" \
             paint-order=\"stroke\""
        );
        setting.line(&name, &place, &halo)
    }

    /// Returns the tile of the partner at the western edge, and its frame: a point with the name of its seat, never an
    /// outline.
    fn partner_tile(&self) -> (String, Frame) {
        const PADDING: f64 = 10.0;
        const RING: f64 = 26.0;
        let setting = self.setting;
        let (x, right) = (self.left + EDGE / 2.0, self.left + f64::from(PARTNER_ANCHOR.x) * SCALE);
        let inner = right - x - 2.0 * 5.0;
        let seat = self.atlas.report.partner.seat.name.isolated();
        let note = self.atlas.messages.get(MessageId::MapPartnerNote).isolated();
        let mut lines = Vec::new();
        for (text, face, size, color) in
            [(seat, Face::TextBold, 19.5, INK), (note, Face::Text, 15.0, INK_QUIET)]
        {
            // As large as the longest word allows.
            let typesetter = setting.typesetter;
            let set =
                wrap_words(typesetter, &text, inner, size, |piece| setting.width(piece, face));
            let (set, size) = set.unwrap_or_else(|| {
                let size = size * SMALLEST_WORD;
                let pieces = typesetter.pieces(&text);
                let width = |piece: &str| setting.width(piece, face) * size;
                (wrap(typesetter, &pieces, inner, width), size)
            });
            lines.extend(set.lines.into_iter().map(|line| (line, face, size, color)));
        }
        let leading = setting.typography.text_leading;
        let texts: f64 = lines.iter().map(|(_, _, size, _)| size * leading).sum();
        let height = PADDING * 2.0 + RING + texts;
        let top = f64::from(PARTNER_ANCHOR.y) * SCALE - height / 2.0;
        let (center, ring) = ((x + right) / 2.0, top + PADDING + RING / 2.0);
        let mut svg = format!(
            "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{height:.1}\" rx=\"12\" fill=\"{SURFACE}\" \
             stroke=\"{RULE}\" stroke-width=\"1.5\"/>\
             <circle cx=\"{center:.1}\" cy=\"{ring:.1}\" r=\"11\" fill=\"none\" stroke=\"{ACCENT}\" stroke-width=\"2\"/>\
             <circle cx=\"{center:.1}\" cy=\"{ring:.1}\" r=\"6.5\" fill=\"{ACCENT}\"/>\n",
            right - x
        );
        let mut y = top + PADDING + RING;
        for (line, face, size, color) in lines {
            let place = LinePlace {
                x: center,
                y: y + size * ((leading - 1.0) / 2.0 + setting.typography.ascent),
                size,
                face,
                anchor: Anchor::Middle,
            };
            svg += &setting.line(&line, &place, &format!("fill=\"{color}\""));
            y += size * leading;
        }
        (svg, [x, top, right, top + height])
    }
}

/// Returns the content of the sprite without its element, which has no size.
fn sprite(outlines: &str) -> &str {
    let content = outlines.split_once('>').map_or("", |(_, content)| content);
    content.rsplit_once("</svg>").map_or("", |(content, _)| content)
}

/// Returns the line from a small state to the disc beside its name.
fn marker(state: State<'_>) -> String {
    if !state.feature.is_small {
        return String::new();
    }
    let (from, to) = (state.feature.center, state.feature.label);
    let fill = if state.is_selected { SELECTION } else { SURFACE };
    format!(
        "<path d=\"M{} {}L{} {}\" stroke=\"{INK}\" stroke-width=\"1.8\"/>\
         <circle cx=\"{}\" cy=\"{}\" r=\"9\" fill=\"{fill}\" stroke=\"{INK}\" stroke-width=\"2.6\"/>\n",
        from.x, from.y, to.x, to.y, to.x, to.y
    )
}

/// Returns whether two rectangles have a point in common.
fn overlap(one: Frame, other: Frame) -> bool {
    let ([left, top, right, bottom], [other_left, other_top, other_right, other_bottom]) =
        (one, other);
    left < other_right && other_left < right && top < other_bottom && other_top < bottom
}
