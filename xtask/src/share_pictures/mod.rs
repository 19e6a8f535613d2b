//! Draws the pictures of links to the page and to its states, for those who preview links.

mod fonts;
mod indexed_png;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use partnership_atlas::site::share::{HEIGHT, SharePicture, Unicode, WIDTH};
use partnership_atlas::site::{Sink, Site};
use resvg::tiny_skia::{Pixmap, Transform};

pub use fonts::{Fonts, PACKAGES, are_installed};

/// The largest picture, in bytes. Some apps show no preview where the picture is slow to arrive.
pub const LIMIT: usize = 60_000;

/// A picture as PNG.
pub struct Drawn {
    /// The bytes of the file.
    pub png: Vec<u8>,
    /// The letters for which there is no font.
    pub missing: BTreeSet<String>,
}

/// Draws the pictures of some reports and writes them; nothing where the address of the site is not known.
///
/// # Errors
///
/// Where fonts are missing, where a picture has more than [`LIMIT`] bytes, or where it cannot be written.
pub fn write<S: Sink<Error = anyhow::Error>>(sites: &[Site<'_>], sink: &mut S) -> Result<()> {
    if sites.iter().all(|site| site.url.is_none()) {
        return Ok(());
    }
    let start = Instant::now();
    let fonts = Fonts::load()?;
    let pictures: Vec<SharePicture<'_>> = sites.iter().flat_map(Site::share_pictures).collect();
    let drawn = draw_all(&fonts, &pictures)?;
    let mut warned = BTreeSet::new();
    for (picture, Drawn { png, missing }) in pictures.iter().zip(&drawn) {
        sink.write(&picture.path, png)?;
        for letter in missing {
            if warned.insert((&picture.atlas.messages.lang, letter)) {
                eprintln!(
                    "warning: {} needs a font for “{letter}”; add one to src/site/share/fonts.rs",
                    picture.path
                );
            }
        }
    }
    let sizes = || drawn.iter().map(|drawn| drawn.png.len() as f64 / 1000.0);
    eprintln!(
        "{} pictures of links, {:.0} to {:.0} KB each, in {:.1} s",
        drawn.len(),
        sizes().fold(f64::INFINITY, f64::min),
        sizes().fold(0.0, f64::max),
        start.elapsed().as_secs_f32()
    );
    Ok(())
}

/// Draws pictures on all cores; returns them in their order.
pub fn draw_all(fonts: &Fonts, pictures: &[SharePicture<'_>]) -> Result<Vec<Drawn>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut drawn = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(picture) = pictures.get(index) else { return Ok(drawn) };
            drawn.push((index, draw(fonts, picture)?));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut drawn = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_fold(Vec::new(), |mut all, worker| {
            let part: Result<Vec<(usize, Drawn)>> =
                worker.join().unwrap_or_else(|_| bail!("a picture could not be drawn"));
            all.extend(part?);
            Ok::<_, anyhow::Error>(all)
        })
    })?;
    drawn.sort_by_key(|(index, _)| *index);
    Ok(drawn.into_iter().map(|(_, drawn)| drawn).collect())
}

fn draw(fonts: &Fonts, picture: &SharePicture<'_>) -> Result<Drawn> {
    let typesetter = Unicode(|text: &str, font| fonts.width(text, font));
    let tree = fonts.tree(&picture.svg(&typesetter)).with_context(|| picture.path.clone())?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).context("a picture has no size")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let png = indexed_png::encode(&pixels, LIMIT).with_context(|| picture.path.clone())?;
    Ok(Drawn { png, missing: fonts::missing_letters(&tree) })
}

#[cfg(test)]
mod tests;
