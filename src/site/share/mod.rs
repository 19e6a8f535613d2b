//! Links that preview what they lead to: a picture for the page and for each state, and a page for each state.

mod column;
mod fonts;
mod lines;
mod map;
#[cfg(not(target_arch = "wasm32"))]
mod page;
mod palette;
mod picture;
mod tags;
mod text;
mod typesetter;
#[cfg(not(target_arch = "wasm32"))]
mod unicode;

use std::sync::Arc;

pub use fonts::{Face, Font, Likely, Typography, families, typography};
pub use picture::{HEIGHT, WIDTH};
pub use tags::Previewed;
pub use typesetter::Typesetter;
#[cfg(not(target_arch = "wasm32"))]
pub use unicode::Unicode;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use page::{picture_path, preview_tags};
pub(super) use tags::tags;

#[cfg(not(target_arch = "wasm32"))]
use super::Sink;
use super::Site;
use crate::i18n::LocaleFile;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::Place;
use crate::model::PlaceCode;
use crate::view_model::Atlas;
#[cfg(not(target_arch = "wasm32"))]
use page::{folder, share_page};
use picture::Picture;

/// The name of the picture beside the page that belongs to no site.
pub const PICTURE_ALONE: &str = "share.png";

/// A picture to draw.
#[derive(Clone, Debug)]
pub struct SharePicture<'a> {
    /// Its path from the root of the site.
    pub path: String,
    /// The report in the language of the picture.
    pub atlas: Arc<Atlas>,
    selected: Option<PlaceCode>,
    outlines: &'a str,
}

impl SharePicture<'_> {
    /// Returns the picture as SVG.
    pub fn svg(&self, typesetter: &dyn Typesetter) -> String {
        let (atlas, selected, outlines) = (&*self.atlas, self.selected, self.outlines);
        Picture { atlas, selected, outlines, typesetter }.svg()
    }
}

impl Site<'_> {
    /// Returns the picture of the page in a language, for the page that belongs to no site.
    pub fn picture_alone(&self, locale: &LocaleFile) -> SharePicture<'_> {
        let (atlas, outlines) = (Arc::new(self.atlas(locale)), &self.assets.outlines);
        SharePicture { path: PICTURE_ALONE.to_owned(), atlas, selected: None, outlines }
    }
}

#[cfg(not(target_arch = "wasm32"))]
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
    pub fn share_pictures(&self) -> Vec<SharePicture<'_>> {
        let locales = self.locales.iter().filter(|_| self.url.is_some());
        locales.flat_map(|locale| self.pictures_of_language(locale)).collect()
    }

    fn pictures_of_language(&self, locale: &LocaleFile) -> Vec<SharePicture<'_>> {
        let atlas = Arc::new(self.atlas(locale));
        let folder = if self.is_one_of_several { format!("{}/", self.id) } else { String::new() };
        let picture = |place: Option<&Place>| SharePicture {
            path: format!("{folder}{}/{}", locale.lang, picture_path(place)),
            atlas: atlas.clone(),
            selected: place.map(|place| place.code),
            outlines: &self.assets.outlines,
        };
        [None].into_iter().chain(atlas.report.places.iter().map(Some)).map(picture).collect()
    }
}
