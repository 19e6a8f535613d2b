//! The contrast of the colours in `style/tokens.css`, in both themes: WCAG 2.2, 1.4.3 for text and 1.4.11 for shapes.

use std::collections::BTreeMap;
use std::io::Write as _;

/// Text on its ground: at least 4.5 to 1.
const TEXTS: [(&str, &str); 21] = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "surface-sunken"),
    ("ink", "reading"),
    ("ink", "sea"),
    ("ink", "link-surface"),
    ("ink-quiet", "paper"),
    ("ink-quiet", "surface"),
    ("ink-quiet", "surface-sunken"),
    ("ink-quiet", "reading"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "sea"),
    ("planned", "surface"),
    ("planned", "paper"),
    ("link", "paper"),
    ("link", "surface"),
    ("link", "surface-sunken"),
    ("link", "link-surface"),
    ("selection-ink", "selection"),
    ("paper", "ink"),
];

/// A shape, or its outline, and the colour beside it: at least 3 to 1.
const SHAPES: [(&str, &str); 12] = [
    ("state-rule", "sea"),
    ("state-rule", "land"),
    ("state-rule", "state-member"),
    ("state-named", "sea"),
    ("state-named", "land"),
    ("state-named", "state-member"),
    ("state-later-stripe", "state-later"),
    ("state-later-stripe", "sea"),
    ("accent", "land"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("ink", "state-member"),
];

/// The colours of a block of declarations, by their roles.
fn colours(css: &str, selector: &str) -> BTreeMap<String, [u8; 3]> {
    let block = css.split_once(selector).and_then(|(_, rest)| rest.split_once('{'));
    let block = block.and_then(|(_, rest)| rest.split_once('}')).map_or("", |(block, _)| block);
    let declarations = block.split(';').filter_map(|line| line.trim().split_once(':'));
    declarations
        .filter_map(|(name, value)| {
            Some((name.trim().strip_prefix("--")?.to_owned(), hex(value.trim())?))
        })
        .collect()
}

fn hex(value: &str) -> Option<[u8; 3]> {
    let digits = value.strip_prefix('#')?;
    let long: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    let part = |at| u8::from_str_radix(long.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// Relative luminance: <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    let [red, green, blue] = linear;
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn ratio(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The pairs whose contrast is less than it must be, and the least of all.
fn weak(
    colours: &BTreeMap<String, [u8; 3]>,
    pairs: &[(&str, &str)],
    wanted: f64,
) -> (Vec<String>, String) {
    let ratios: Vec<(f64, String)> = pairs
        .iter()
        .map(|(on, ground)| (ratio(colours[*on], colours[*ground]), format!("{on} on {ground}")))
        .collect();
    let described = |(ratio, pair): &(f64, String)| format!("{ratio:.2} ({pair})");
    let least = ratios.iter().min_by(|a, b| a.0.total_cmp(&b.0)).map(described);
    let weak = ratios.iter().filter(|(ratio, _)| *ratio < wanted).map(described);
    (weak.collect(), least.unwrap_or_default())
}

#[test]
fn text_and_shapes_stand_out_in_both_themes() {
    let css = std::fs::read_to_string("style/tokens.css").unwrap();
    let light = colours(&css, ":root ");
    let mut dark = light.clone();
    dark.extend(colours(&css, ":root[data-theme=\"dark\"]"));
    for (theme, colours) in [("light", light), ("dark", dark)] {
        let (weak_texts, text) = weak(&colours, &TEXTS, 4.5);
        let (weak_shapes, shape) = weak(&colours, &SHAPES, 3.0);
        // To the terminal itself: the test runner keeps what a passing test prints.
        let _ = writeln!(
            std::io::stderr(),
            "{theme}: {} pairs, least contrast of text {text}, of shapes {shape}",
            TEXTS.len() + SHAPES.len()
        );
        assert_eq!(weak_texts, Vec::<String>::new(), "{theme}: text needs 4.5");
        assert_eq!(weak_shapes, Vec::<String>::new(), "{theme}: shapes need 3");
    }
}

#[test]
fn the_ratio_is_that_of_the_guidelines() {
    assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((ratio([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
}
