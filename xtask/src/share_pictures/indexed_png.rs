//! PNG with a palette: a third of the bytes of one with true colours.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result, bail};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// The numbers of colours that are tried, one after the other, until a picture is small enough.
const COLORS: [usize; 4] = [32, 24, 16, 8];

/// A colour: red, green and blue.
type Color = [u8; 3];

/// Returns an opaque picture as PNG, with fewer colours where it would have more than `limit` bytes.
///
/// # Errors
///
/// Where it has more even with the fewest colours.
pub fn encode(picture: &Pixmap, limit: usize) -> Result<Vec<u8>> {
    let mut size = 0;
    for count in COLORS {
        let png = with_colors(picture, count)?;
        if png.len() <= limit {
            return Ok(png);
        }
        size = png.len();
    }
    bail!("it has {size} bytes, more than {limit}, even with few colours; draw less on it")
}

/// Returns an opaque picture as PNG with at most `count` colours.
///
/// The drawing has a dozen flat colours; the others are the edges of shapes and letters.
fn with_colors(picture: &Pixmap, count: usize) -> Result<Vec<u8>> {
    let pixels = picture.pixels();
    let color = |pixel: &PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()];
    // Most pixels have the colour of the one before.
    let runs: Vec<(Color, usize)> = pixels
        .chunk_by(|one, other| one == other)
        .filter_map(|run| Some((color(run.first()?), run.len())))
        .collect();
    let palette = palette(&runs, count);
    let mut nearest: HashMap<Color, u8> = HashMap::new();
    let mut indices = Vec::with_capacity(pixels.len());
    for (color, length) in runs {
        let index = *nearest.entry(color).or_insert_with(|| nearest_index(&palette, color));
        indices.resize(indices.len() + length, index);
    }
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

/// Returns the colours that stand for all: the most frequent one, and then the one that is most frequent and farthest from
/// those chosen before it.
fn palette(runs: &[(Color, usize)], size: usize) -> Vec<Color> {
    let mut counts: HashMap<Color, u64> = HashMap::new();
    for (color, length) in runs {
        *counts.entry(*color).or_default() += *length as u64;
    }
    // In an order of their own, so that two builds have the same bytes.
    let counts: BTreeMap<Color, u64> = counts.into_iter().collect();
    // Each colour with its frequency, and its distance from the nearest chosen one.
    let mut rest: Vec<(Color, u64, u64)> =
        counts.into_iter().map(|(color, count)| (color, count, u64::MAX >> 32)).collect();
    let mut palette = Vec::new();
    while palette.len() < size {
        let worst = rest.iter().max_by_key(|(_, count, distance)| count * distance);
        let Some((chosen, _, 1..)) = worst.copied() else { break };
        palette.push(chosen);
        for (color, _, nearest) in &mut rest {
            *nearest = (*nearest).min(distance(*color, chosen));
        }
    }
    palette
}

/// Returns the index of the colour of a palette that is nearest.
fn nearest_index(palette: &[Color], color: Color) -> u8 {
    let indexed = (0_u8..).zip(palette);
    indexed.min_by_key(|(_, other)| distance(**other, color)).map_or(0, |(index, _)| index)
}

/// Returns the square of the distance of two colours.
fn distance(one: Color, other: Color) -> u64 {
    one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(other)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::Color as Paint;

    #[test]
    fn flat_colours_stay_as_they_are() {
        let mut picture = Pixmap::new(8, 4).unwrap();
        picture.fill(Paint::from_rgba8(251, 250, 246, 255));
        let png = encode(&picture, 1000).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let mut indices = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut indices).unwrap();
        assert_eq!(reader.info().palette.as_deref(), Some(&[251, 250, 246][..]));
        assert_eq!((reader.info().width, reader.info().height), (8, 4));
    }

    #[test]
    fn a_picture_that_stays_too_large_is_an_error() {
        let error = encode(&Pixmap::new(8, 4).unwrap(), 10).unwrap_err().to_string();
        assert!(error.contains("more than 10"), "{error}");
    }

    #[test]
    fn the_palette_has_every_flat_colour_before_the_edges_between_them() {
        let runs =
            [([0, 0, 0], 500), ([10, 10, 10], 90), ([255, 255, 255], 400), ([200, 0, 0], 40)];
        assert_eq!(palette(&runs, 3), [[0, 0, 0], [255, 255, 255], [200, 0, 0]]);
        assert_eq!(palette(&runs, 9).len(), 4);
    }

    #[test]
    fn the_nearest_colour_stands_in() {
        let palette = [[0, 0, 0], [200, 100, 0], [255, 255, 255]];
        assert_eq!(nearest_index(&palette, [180, 120, 20]), 1);
        assert_eq!(nearest_index(&palette, [250, 240, 250]), 2);
    }
}
