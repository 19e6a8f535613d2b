//! A column of texts in a picture: sets them as large as they fit.

use std::fmt::Write as _;

use super::fonts::{Typography, text_markup};
use super::lines::{Face, Lines, Measure, wrap};

/// What stands before the first line of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// Nothing.
    None,
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
    /// Whether a bar in the colour of the selection stands beside it.
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
    /// Whether its texts run from right to left.
    pub is_rtl: bool,
    /// The language.
    pub lang: &'a str,
    /// The fonts of the language.
    pub typography: Typography,
    /// Measures texts.
    pub measure: Measure<'a>,
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
        let mut svg = String::new();
        let mut top = self.top;
        let mut is_first = true;
        for set in &sets {
            let height = self.line_height(set) * len(&set.lines);
            let above = if is_first { 0.0 } else { set.gap };
            let is_joined = set.block.has_bar && !is_first && self.continues_bar(&sets, set);
            if set.block.has_bar {
                let from = if is_joined { top } else { top + above };
                let x = if self.is_rtl { self.left + self.width - BAR.0 } else { self.left };
                let _ = writeln!(
                    svg,
                    "<path fill=\"{bar}\" d=\"M{x:.1} {from:.1}h{}V{:.1}h-{}z\"/>",
                    BAR.0,
                    top + above + height,
                    BAR.0
                );
            }
            svg += &self.draw_set(set, top + above);
            top += above + height;
            is_first = false;
        }
        (svg, top - self.top)
    }

    /// Returns the height of texts in this column.
    pub fn height(&self, blocks: &[Block]) -> f64 {
        self.total(&self.fit(blocks))
    }

    fn fit<'a>(&self, blocks: &'a [Block]) -> Vec<Set<'a>> {
        let mut sets = Vec::new();
        for step in 0..=STEPS {
            let scale = 1.0 - (1.0 - SMALLEST) * f64::from(step) / f64::from(STEPS);
            sets = blocks.iter().map(|block| self.set(block, scale)).collect();
            let is_whole = sets.iter().all(|set: &Set<'_>| !set.lines.has_broken_word);
            if is_whole && self.total(&sets) <= self.height {
                return sets;
            }
        }
        while self.total(&sets) > self.height {
            match sets.last_mut() {
                Some(last) if last.lines.lines.len() > 1 => {
                    let count = last.lines.lines.len() - 1;
                    let limit = self.limit(last.block, last.size);
                    last.lines.truncate(count, limit, self.width_of(last.block.face, last.size));
                }
                Some(_) => drop(sets.pop()),
                None => break,
            }
        }
        sets
    }

    fn set<'a>(&self, block: &'a Block, scale: f64) -> Set<'a> {
        let size = block.size * scale;
        let lines = wrap(&block.text, self.limit(block, size), self.width_of(block.face, size));
        Set { block, size, gap: block.gap * scale, lines }
    }

    /// Returns the function that measures a piece of text in px.
    fn width_of(&self, face: Face, size: f64) -> impl Fn(&str) -> f64 {
        move |piece| (self.measure)(piece, face, self.lang) * size
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
        let Typography { display_leading, text_leading, .. } = self.typography;
        set.size * if set.block.face == Face::Display { display_leading } else { text_leading }
    }

    /// Whether the text above has a bar too.
    fn continues_bar(&self, sets: &[Set<'_>], set: &Set<'_>) -> bool {
        let above = sets.iter().take_while(|each| !std::ptr::eq(*each, set)).last();
        above.is_some_and(|above| above.block.has_bar)
    }

    fn draw_set(&self, set: &Set<'_>, top: f64) -> String {
        let height = self.line_height(set);
        let baseline = top + (height - set.size) / 2.0 + set.size * self.typography.ascent;
        let inset = indent(set.block, set.size);
        let start = |inset: f64| {
            if self.is_rtl { self.left + self.width - inset } else { self.left + inset }
        };
        let mut svg = self.draw_mark(set, start, top + height / 2.0);
        for (number, line) in (0_u16..).zip(&set.lines.lines) {
            let y = baseline + height * f64::from(number);
            svg += &text_element(
                line,
                &TextPlace {
                    x: start(inset),
                    y,
                    size: set.size,
                    face: set.block.face,
                    anchor: if self.is_rtl { Anchor::End } else { Anchor::Start },
                    is_rtl: self.is_rtl,
                    typography: self.typography,
                },
                &format!("fill=\"{}\"", set.block.color),
            );
        }
        svg
    }

    fn draw_mark(&self, set: &Set<'_>, start: impl Fn(f64) -> f64, middle: f64) -> String {
        let inset = bar_inset(set.block);
        match set.block.mark {
            Mark::None => String::new(),
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

/// Where a line of text starts or ends.
#[derive(Clone, Copy)]
pub enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// The place of a line of text.
pub struct TextPlace {
    /// The distance of the anchor from the left edge, in px.
    pub x: f64,
    /// The distance of the baseline from the top edge, in px.
    pub y: f64,
    /// The size of the font, in px.
    pub size: f64,
    /// How it is set.
    pub face: Face,
    /// Which point of the line is at `x`.
    pub anchor: Anchor,
    /// Whether it runs from right to left.
    pub is_rtl: bool,
    /// The fonts.
    pub typography: Typography,
}

/// Returns a line of text as SVG.
///
/// What draws the pictures knows no `direction`, so a line from right to left is isolated by RLI and PDI
/// (<https://www.unicode.org/reports/tr9/>). Anchors then mean left and right, as they do in a browser.
pub fn text_element(line: &str, place: &TextPlace, attributes: &str) -> String {
    let TextPlace { x, y, size, .. } = place;
    let class = match place.face {
        Face::Display => "display",
        Face::Text => "text",
        Face::TextBold => "bold",
    };
    let anchor = match place.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let line = text_markup(line, place.face, &place.typography);
    let line = if place.is_rtl { format!("\u{2067}{line}\u{2069}") } else { line };
    format!(
        "<text class=\"{class}\" text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" \
         {attributes}>{line}</text>\n"
    )
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
