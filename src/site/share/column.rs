//! A column of texts in a picture: sets them as large as they fit.

use super::fonts::{Face, Typography};
use super::lines::{Lines, wrap, wrap_words};
use super::text::{Anchor, LinePlace, Setting};

/// What stands before the first line of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// Nothing.
    None,
    /// The room of a mark.
    Room,
    /// A disc in the colour of the text beside it.
    Disc(&'static str),
    /// A square as in the legend of the map: its fill and its outline.
    Square(&'static str, &'static str),
}

/// A text of a column.
#[derive(Clone, Debug)]
pub struct Block {
    /// The text.
    pub text: String,
    /// How it is set.
    pub face: Face,
    /// The size of its font, in px, where all texts fit.
    pub size: f64,
    /// The distance from the text above, in px, where all texts fit.
    pub gap: f64,
    /// Its colour.
    pub color: &'static str,
    /// What stands before it.
    pub mark: Mark,
    /// Whether the bar of the column stands beside it.
    pub has_bar: bool,
}

/// A rectangle of the picture for a column, and what its language needs.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    /// The left edge, in px.
    pub left: f64,
    /// The top edge, in px.
    pub top: f64,
    /// The width, in px.
    pub width: f64,
    /// The largest height, in px.
    pub height: f64,
    /// What the language needs.
    pub setting: Setting<'a>,
}

/// A text that is broken into lines.
struct Set<'a> {
    block: &'a Block,
    size: f64,
    gap: f64,
    lines: Lines,
}

/// The smallest part of the size to which texts shrink before they are cut off.
const SMALLEST: f64 = 0.62;

/// The number of steps in which they shrink.
const STEPS: u8 = 19;

/// The room of a mark, in font sizes.
const MARK: f64 = 1.15;

/// The width of the bar and its distance from the text, in px.
const BAR: (f64, f64) = (6.0, 16.0);

impl Column<'_> {
    /// Returns the texts as SVG, and their height; `bar` is the colour of the bar.
    ///
    /// All shrink by the same part until they fit. What does not fit at the smallest size is cut off.
    pub fn draw(&self, blocks: &[Block], bar: &str) -> (String, f64) {
        let sets = self.fit(blocks);
        let (mut texts, mut top) = (String::new(), self.top);
        let mut with_bar: Option<(f64, f64)> = None;
        for (index, set) in sets.iter().enumerate() {
            top += if index == 0 { 0.0 } else { set.gap };
            let bottom = top + self.line_height(set) * len(&set.lines);
            if set.block.has_bar {
                let (first, _) = with_bar.unwrap_or((top, bottom));
                with_bar = Some((first, bottom));
            }
            texts += &self.draw_set(set, top);
            top = bottom;
        }
        let bar = with_bar.map_or_else(String::new, |(top, bottom)| {
            let x = if self.setting.is_rtl { self.left + self.width - BAR.0 } else { self.left };
            let (width, height) = (BAR.0, bottom - top);
            format!(
                "<rect fill=\"{bar}\" x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width}\" height=\"{height:.1}\"/>\n"
            )
        });
        (bar + &texts, top - self.top)
    }

    /// Returns the height of texts in this column.
    pub fn height(&self, blocks: &[Block]) -> f64 {
        self.total(&self.fit(blocks))
    }

    fn fit<'a>(&self, blocks: &'a [Block]) -> Vec<Set<'a>> {
        let typesetter = self.setting.typesetter;
        let pieces: Vec<Vec<&str>> =
            blocks.iter().map(|block| typesetter.pieces(&block.text)).collect();
        let sets_at = |step: u8| -> Vec<Set<'a>> {
            let scale = 1.0 - (1.0 - SMALLEST) * f64::from(step) / f64::from(STEPS);
            blocks
                .iter()
                .zip(&pieces)
                .map(|(block, pieces)| self.set(block, pieces, scale))
                .collect()
        };
        let fits = |sets: &[Set<'_>]| {
            sets.iter().all(|set| !set.lines.has_broken_word) && self.total(sets) <= self.height
        };
        // The first step that fits, by bisection: what fits in a size fits in all smaller ones.
        let (mut first, mut last) = (0, STEPS);
        while first < last {
            let middle = (first + last) / 2;
            if fits(&sets_at(middle)) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        let mut sets = sets_at(first);
        while self.total(&sets) > self.height {
            match sets.last_mut() {
                Some(last) if last.lines.lines.len() > 1 => {
                    let count = last.lines.lines.len() - 1;
                    let limit = self.limit(last.block, last.size);
                    let width = self.width_of(last.block.face, last.size);
                    last.lines.truncate(typesetter, count, limit, width);
                }
                Some(_) => drop(sets.pop()),
                None => break,
            }
        }
        sets
    }

    fn set<'a>(&self, block: &'a Block, pieces: &[&str], scale: f64) -> Set<'a> {
        let typesetter = self.setting.typesetter;
        let size = block.size * scale;
        let gap = block.gap * scale;
        if block.face == Face::Display {
            let limit = self.limit(block, size);
            let set = wrap_words(typesetter, &block.text, limit, size, |piece| {
                self.setting.width(piece, block.face)
            });
            if let Some((lines, size)) = set {
                return Set { block, size, gap, lines };
            }
        }
        let (limit, width) = (self.limit(block, size), self.width_of(block.face, size));
        let lines = wrap(typesetter, pieces, limit, width);
        Set { block, size, gap, lines }
    }

    /// Returns the function that measures a piece of text in px.
    fn width_of(&self, face: Face, size: f64) -> impl Fn(&str) -> f64 {
        move |piece| self.setting.width(piece, face) * size
    }

    /// Returns the width of a line.
    fn limit(&self, block: &Block, size: f64) -> f64 {
        self.width - indent(block, size)
    }

    fn total(&self, sets: &[Set<'_>]) -> f64 {
        let heights = sets.iter().map(|set| set.gap + self.line_height(set) * len(&set.lines));
        heights.sum::<f64>() - sets.first().map_or(0.0, |first| first.gap)
    }

    fn line_height(&self, set: &Set<'_>) -> f64 {
        let Typography { display_leading, text_leading, .. } = self.setting.typography;
        set.size * if set.block.face == Face::Display { display_leading } else { text_leading }
    }

    fn draw_set(&self, set: &Set<'_>, top: f64) -> String {
        let height = self.line_height(set);
        let baseline = top + (height - set.size) / 2.0 + set.size * self.setting.typography.ascent;
        let inset = indent(set.block, set.size);
        let start = |inset: f64| {
            if self.setting.is_rtl { self.left + self.width - inset } else { self.left + inset }
        };
        let mut svg = self.draw_mark(set, start, top + height / 2.0);
        for (number, line) in (0_u16..).zip(&set.lines.lines) {
            let y = baseline + height * f64::from(number);
            let place = LinePlace {
                x: start(inset),
                y,
                size: set.size,
                face: set.block.face,
                anchor: Anchor::Start,
            };
            svg += &self.setting.line(line, &place, &format!("fill=\"{}\"", set.block.color));
        }
        svg
    }

    fn draw_mark(&self, set: &Set<'_>, start: impl Fn(f64) -> f64, middle: f64) -> String {
        let inset = bar_inset(set.block);
        match set.block.mark {
            Mark::None | Mark::Room => String::new(),
            Mark::Disc(color) => {
                let radius = set.size * 0.2;
                let x = start(inset + radius);
                format!(
                    "<circle fill=\"{color}\" cx=\"{x:.1}\" cy=\"{middle:.1}\" r=\"{radius:.1}\"/>\n"
                )
            }
            Mark::Square(fill, outline) => {
                let side = set.size * 0.8;
                let x = start(inset + side / 2.0) - side / 2.0;
                let y = middle - side / 2.0;
                format!(
                    "<rect fill=\"{fill}\" stroke=\"{outline}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{side:.1}\" \
                     height=\"{side:.1}\" rx=\"4\"/>\n"
                )
            }
        }
    }
}

/// Returns how far the lines of a text stand from the edge at which they start.
fn indent(block: &Block, size: f64) -> f64 {
    let mark = if block.mark == Mark::None { 0.0 } else { MARK * size };
    bar_inset(block) + mark
}

fn bar_inset(block: &Block) -> f64 {
    if block.has_bar { BAR.0 + BAR.1 } else { 0.0 }
}

/// Returns the number of lines.
fn len(lines: &Lines) -> f64 {
    lines.lines.iter().map(|_| 1.0).sum()
}
