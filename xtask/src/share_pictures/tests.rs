//! The pictures of the bundled report in every language.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

use partnership_atlas::site::{Assets, Site, render};
use partnership_atlas::view_model::ranks::order_of;

use super::*;
use crate::command::root;
use crate::languages;
use crate::prerender::OUTLINES;
use crate::report::{BUNDLED, ReportFolder};

/// Draws pictures of the bundled report in all languages, of the page and of three states, and writes them into
/// `target/share-pictures`, so that they can be looked at.
#[test]
fn pictures_are_small_and_have_a_font_for_every_letter() {
    let folder = ReportFolder::read(&root().join(BUNDLED)).unwrap();
    let locales = languages::of_report(&languages::all().unwrap(), &folder);
    let outlines = fs::read_to_string(root().join(OUTLINES)).unwrap();
    let assets = Assets { outlines, ..Assets::default() };
    let site = Site {
        id: &folder.id,
        report: &folder.report,
        texts: &folder.texts,
        report_json: &folder.json,
        schema: "{}",
        locales: &locales,
        main: &locales[0],
        english: &locales[0],
        assets: &assets,
        render,
        order: order_of,
        url: Some("https://example.org/"),
        is_one_of_several: false,
    };
    let mut pictures = site.share_pictures();
    assert_eq!(pictures.len(), 14 * 12);
    // A named state, a small one, and one that joined later.
    let wanted = ["share/picture", "MYS/", "SGP/", "TLS/"];
    pictures.retain(|picture| wanted.iter().any(|part| picture.path.contains(part)));
    let fonts = Fonts::load().unwrap();
    let drawn = draw_all(&fonts, &pictures).unwrap();
    let folder = root().join("target/share-pictures");
    fs::create_dir_all(&folder).unwrap();
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for (picture, Drawn { png, missing }) in pictures.iter().zip(&drawn) {
        let path = &picture.path;
        let header = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        assert_eq!((header.info().width, header.info().height), (1200, 630), "{path}");
        assert!(png.len() <= LIMIT, "{path} has {} bytes", png.len());
        assert!(missing.is_empty(), "{path} has no font for {missing:?}");
        *languages.entry(&picture.atlas.messages.lang).or_default() += 1;
        fs::write(folder.join(path.replace('/', "-")), png).unwrap();
    }
    assert_eq!(languages.len(), 14);
}
