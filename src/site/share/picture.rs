//! The picture of a link to the page, or to a state: the map beside what the report says.

use super::column::{Block, Column, Mark};
use super::fonts::{Face, typography};
use super::map::{MAP_HEIGHT, MAP_WIDTH, Map};
use super::palette::{
    ACCENT, INK, INK_QUIET, PAPER, SELECTION, STATE_LATER, STATE_LATER_STRIPE, colors,
};
use super::text::Setting;
use super::typesetter::Typesetter;
use crate::i18n::{MessageId, date_text};
use crate::model::{Place, PlaceCode};
use crate::view_model::Atlas;
use crate::view_model::countries::{
    CountryStatus, country_status, facts_naming, status_explanation, status_line,
};
use crate::view_model::map_view::boundary_note;

/// The width of a picture, in px.
pub const WIDTH: u32 = 1200;

/// The height of a picture, in px.
pub const HEIGHT: u32 = 630;

/// The distance of texts from the edges, in px.
const MARGIN: f64 = 48.0;

/// The distance of the texts from the map, in px.
const GUTTER: f64 = 32.0;

/// The facts of a state that are named.
const FACTS: usize = 3;

/// What a picture is of.
pub struct Picture<'a> {
    /// The report in one language.
    pub atlas: &'a Atlas,
    /// The selected state; `None` for the page.
    pub selected: Option<PlaceCode>,
    /// The outlines of the map, an SVG sprite.
    pub outlines: &'a str,
    /// Measures texts.
    pub typesetter: &'a dyn Typesetter,
}

impl Picture<'_> {
    /// Returns the picture as SVG, 1200 by 630 px.
    ///
    /// The map is never mirrored. In languages that run from right to left it stands to the left of the texts.
    pub fn svg(&self) -> String {
        let messages = &self.atlas.messages;
        let is_rtl = messages.dir == "rtl";
        let likely = self.typesetter.likely(&messages.lang);
        let setting = Setting {
            typography: typography(likely.as_ref()),
            is_rtl,
            typesetter: self.typesetter,
        };
        let map_left = if is_rtl { 0.0 } else { f64::from(WIDTH) - MAP_WIDTH };
        let left = if is_rtl { MAP_WIDTH + GUTTER } else { MARGIN };
        let column = Column {
            left,
            top: MARGIN,
            width: f64::from(WIDTH) - MAP_WIDTH - MARGIN - GUTTER,
            height: MAP_HEIGHT - MARGIN,
            setting,
        };
        let (atlas, selected, outlines) = (self.atlas, self.selected, self.outlines);
        let map = Map { atlas, selected, outlines, setting, left: map_left }.svg();
        let texts = self.texts(&column);
        let foot = self.foot(&column, map_left);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} \
             {HEIGHT}\" xml:lang=\"{lang}\">\n<style>.hatch__ground{{fill:{STATE_LATER}}}\
             .hatch__stripe{{stroke:{STATE_LATER_STRIPE};stroke-width:1.4px}}</style>\n\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>\n{map}{texts}{foot}</svg>\n",
            lang = messages.lang,
        )
    }

    /// Returns the texts beside the map.
    fn texts(&self, column: &Column<'_>) -> String {
        let report = &self.atlas.report;
        let place = self.selected.and_then(|code| report.place(code));
        let kicker = self.atlas.messages.get(MessageId::HeadKicker).isolated();
        // On one line if it can be, and a hair smaller than that.
        let fitting = column.width * 0.999 / column.setting.width(&kicker, Face::TextBold);
        let size = fitting.clamp(14.0, 19.0);
        let mut blocks = vec![Block { color: ACCENT, ..block(kicker, Face::TextBold, size, 0.0) }];
        let title = report.atlas.title.isolated();
        match place {
            Some(place) => {
                blocks.push(block(title, Face::Display, 34.0, 8.0));
                blocks.extend(self.state(place));
                column.draw(&blocks, SELECTION).0
            }
            None => {
                blocks.push(block(title, Face::Display, 62.0, 10.0));
                blocks.push(Block {
                    color: INK_QUIET,
                    ..block(report.atlas.deck.isolated(), Face::Text, 25.0, 18.0)
                });
                let legend = self.legend();
                let height = column.height(&legend);
                let above = Column { height: column.height - height - 24.0, ..*column };
                let below = Column { top: column.top + column.height - height, ..*column };
                above.draw(&blocks, SELECTION).0 + &below.draw(&legend, SELECTION).0
            }
        }
    }

    /// Returns what the report says of a state: its status, and the titles of its facts or what the status means.
    fn state(&self, place: &Place) -> Vec<Block> {
        let Atlas { report, messages, .. } = self.atlas;
        let name = block(place.name.isolated(), Face::Display, 58.0, 30.0);
        let status = block(status_line(self.atlas, place), Face::TextBold, 25.0, 8.0);
        let mut blocks = vec![name, status];
        let count = facts_naming(report, place.code).count();
        if count == 0 {
            let explanation = status_explanation(self.atlas, place).isolated();
            blocks.push(Block { color: INK_QUIET, ..block(explanation, Face::Text, 23.0, 12.0) });
        } else {
            let label = messages.get(MessageId::OverviewFacts).isolated();
            let label = format!("{label} · {}", messages.number(count));
            blocks.push(Block { color: INK_QUIET, ..block(label, Face::Text, 21.0, 6.0) });
        }
        let titles = facts_naming(report, place.code).take(FACTS).map(|fact| Block {
            mark: Mark::Disc(ACCENT),
            ..block(fact.title.isolated(), Face::Text, 22.0, 10.0)
        });
        blocks.extend(titles);
        if let (Some(fact), 1) = (facts_naming(report, place.code).next(), count) {
            let text = block(fact.text.isolated(), Face::Text, 22.0, 4.0);
            blocks.push(Block { color: INK_QUIET, mark: Mark::Room, ..text });
        }
        blocks.into_iter().map(|block| Block { has_bar: true, ..block }).collect()
    }

    /// Returns the meaning of the colours on the map.
    fn legend(&self) -> Vec<Block> {
        let mut rows: Vec<(CountryStatus, String)> = Vec::new();
        for place in &self.atlas.report.places {
            let row = (country_status(&self.atlas.report, place), status_line(self.atlas, place));
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows.sort_by_key(|(status, _)| *status);
        let rows = rows.into_iter().map(|(status, line)| {
            let (fill, outline) = colors(status);
            Block { mark: Mark::Square(fill, outline), ..block(line, Face::Text, 19.0, 5.0) }
        });
        rows.collect()
    }

    /// Returns the outlet with its date, and under the map the note on boundaries.
    fn foot(&self, column: &Column<'_>, map_left: f64) -> String {
        let Atlas { report, messages, .. } = self.atlas;
        let source = report.source();
        let outlet = source.outlet.isolated();
        let date = date_text(messages, source.published);
        let values = [("outlet", outlet.as_str()), ("date", &date)];
        let outlet = messages.format(MessageId::EvidenceOutletDate, &values).isolated();
        let note = boundary_note(self.atlas).isolated();
        let room = f64::from(HEIGHT) - MAP_HEIGHT;
        let mut svg = String::new();
        for (block, left, width) in [
            (block(outlet, Face::TextBold, 22.0, 0.0), column.left, column.width),
            (
                Block { color: INK_QUIET, ..block(note, Face::Text, 14.0, 0.0) },
                map_left + if column.setting.is_rtl { MARGIN } else { 0.0 },
                MAP_WIDTH - MARGIN,
            ),
        ] {
            let blocks = [block];
            let foot = Column { left, width, height: room - 12.0, ..*column };
            let top = MAP_HEIGHT + (room - foot.height(&blocks)) / 2.0;
            svg += &Column { top, ..foot }.draw(&blocks, SELECTION).0;
        }
        svg
    }
}

fn block(text: String, face: Face, size: f64, gap: f64) -> Block {
    Block { text, face, size, gap, color: INK, mark: Mark::None, has_bar: false }
}
