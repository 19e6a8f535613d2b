//! PNG with a palette: a third of the bytes of one with true colours.

use std::collections::HashMap;

use anyhow::{Context, Result};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;

/// The largest number of colours.
const COLORS: usize = 32;

/// A colour: red, green and blue.
type Color = [u8; 3];

/// Returns an opaque picture as PNG.
///
/// The drawing has a dozen flat colours; the others are the edges of shapes and letters. The most frequent colour of
/// each small cube of the colour space stands for all in it, and the most frequent of these for the rest.
pub fn encode(picture: &Pixmap) -> Result<Vec<u8>> {
    let colors: Vec<Color> =
        picture.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let palette = palette(&colors);
    let mut nearest: HashMap<Color, u8> = HashMap::new();
    let indices: Vec<u8> = colors
        .iter()
        .map(|color| *nearest.entry(*color).or_insert_with(|| nearest_index(&palette, *color)))
        .collect();
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Differences of indices mean nothing.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header().context("cannot write a picture")?;
    writer.write_image_data(&indices).context("cannot write a picture")?;
    writer.finish().context("cannot write a picture")?;
    Ok(png)
}

/// Returns the colours that stand for all, the most frequent first.
fn palette(colors: &[Color]) -> Vec<Color> {
    let mut counts: HashMap<Color, usize> = HashMap::new();
    colors.iter().for_each(|color| *counts.entry(*color).or_default() += 1);
    let mut counts: Vec<(Color, usize)> = counts.into_iter().collect();
    // Of two colours of one frequency the darker comes first, so that two builds have the same bytes.
    counts.sort_by_key(|(color, count)| (std::cmp::Reverse(*count), *color));
    let mut cubes: HashMap<Color, usize> = HashMap::new();
    let mut palette: Vec<(Color, usize)> = Vec::new();
    for (color, count) in counts {
        let cube = color.map(|channel| channel >> 4);
        let index = *cubes.entry(cube).or_insert_with(|| {
            palette.push((color, 0));
            palette.len() - 1
        });
        if let Some((_, sum)) = palette.get_mut(index) {
            *sum += count;
        }
    }
    palette.sort_by_key(|(color, count)| (std::cmp::Reverse(*count), *color));
    palette.into_iter().take(COLORS).map(|(color, _)| color).collect()
}

/// Returns the index of the colour of a palette that is nearest.
fn nearest_index(palette: &[Color], color: Color) -> u8 {
    let distance = |other: &Color| -> u32 {
        other.iter().zip(color).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let indexed = (0_u8..).zip(palette);
    indexed.min_by_key(|(_, other)| distance(other)).map_or(0, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::Color as Paint;

    #[test]
    fn flat_colours_stay_as_they_are() {
        let mut picture = Pixmap::new(8, 4).unwrap();
        picture.fill(Paint::from_rgba8(251, 250, 246, 255));
        let png = encode(&picture).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let mut indices = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut indices).unwrap();
        assert_eq!(reader.info().palette.as_deref(), Some(&[251, 250, 246][..]));
        assert_eq!((reader.info().width, reader.info().height), (8, 4));
    }

    #[test]
    fn the_nearest_colour_stands_in() {
        let palette = [[0, 0, 0], [200, 100, 0], [255, 255, 255]];
        assert_eq!(nearest_index(&palette, [180, 120, 20]), 1);
        assert_eq!(nearest_index(&palette, [250, 240, 250]), 2);
    }
}
