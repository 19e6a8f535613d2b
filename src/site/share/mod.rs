//! Links that preview what they lead to: a picture for the page and for each state, and a page for each state.

mod column;
mod fonts;
mod lines;
mod map;
mod page;
mod palette;
mod picture;

pub use fonts::{Typography, families, text_markup, typography};
pub use lines::{Face, Measure};
pub use picture::{HEIGHT, Picture, WIDTH};

pub(super) use page::{picture_path, preview_tags};

use super::{Sink, Site};
use crate::i18n::LocaleFile;
use crate::model::Place;
use crate::view_model::Atlas;
use page::{folder, share_page};

/// A picture to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePicture {
    /// Its path from the root of the site.
    pub path: String,
    /// The picture as SVG.
    pub svg: String,
    /// The language of its texts.
    pub lang: String,
}

impl Site<'_> {
    /// Writes a page for each state into the folder of a language; `url` is the address of the report.
    pub(super) fn write_share_pages<S: Sink>(
        &self,
        sink: &mut S,
        atlas: &Atlas,
        url: &str,
    ) -> Result<(), S::Error> {
        let lang = &atlas.messages.lang;
        for place in &atlas.report.places {
            let html = share_page(atlas, place, &format!("{url}{lang}/"));
            let path = format!("{lang}/{}index.html", folder(Some(place)));
            self.put(sink, &path, html.as_bytes())?;
        }
        Ok(())
    }

    /// Returns the pictures of the page and of each state in each language. There are none without an address of the
    /// site: those who preview links do not resolve relative addresses.
    pub fn share_pictures(&self, measure: Measure<'_>) -> Vec<SharePicture> {
        let locales = self.locales.iter().filter(|_| self.url.is_some());
        locales.flat_map(|locale| self.pictures_of_language(locale, measure)).collect()
    }

    fn pictures_of_language(&self, locale: &LocaleFile, measure: Measure<'_>) -> Vec<SharePicture> {
        let atlas = self.atlas(locale);
        let folder = if self.is_one_of_several { format!("{}/", self.id) } else { String::new() };
        let outlines = &self.assets.outlines;
        let picture = |place: Option<&Place>| {
            let selected = place.map(|place| place.code);
            SharePicture {
                path: format!("{folder}{}/{}", locale.lang, picture_path(place)),
                svg: Picture { atlas: &atlas, selected, outlines, measure }.svg(),
                lang: locale.lang.clone(),
            }
        };
        [None].into_iter().chain(atlas.report.places.iter().map(Some)).map(picture).collect()
    }
}
