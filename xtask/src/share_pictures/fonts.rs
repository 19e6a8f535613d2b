//! The fonts of the pictures: Debian's packages of Noto, or the same files elsewhere below `/usr/share/fonts`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use partnership_atlas::site::escape;
use partnership_atlas::site::share::{Font, families};
use resvg::usvg::fontdb::{Database, FaceInfo, ID};
use resvg::usvg::{FontResolver, Node, Options, Tree};
use skrifa::{FontRef, MetadataProvider as _};

/// The packages that have the fonts.
pub const PACKAGES: [&str; 2] = ["fonts-noto-core", "fonts-noto-cjk"];

/// The folder of the fonts.
const FOLDER: &str = "/usr/share/fonts";

/// The size at which texts are measured, in px.
const SIZE: f64 = 100.0;

/// The fonts, with the widths of the texts that have been measured.
pub struct Fonts {
    database: Arc<Database>,
    widths: Mutex<HashMap<(String, Font), f64>>,
}

/// Returns whether all files of fonts are there.
pub fn are_installed() -> bool {
    files().is_ok()
}

impl Fonts {
    /// Loads the fonts of all languages that have fonts of their own.
    ///
    /// # Errors
    ///
    /// Where a file is missing, with the packages that have it.
    pub fn load() -> Result<Self> {
        let mut database = Database::new();
        for path in files()? {
            let read = database.load_font_file(&path);
            read.with_context(|| format!("cannot read {}", path.display()))?;
        }
        // A collection has fonts of other languages too, which would stand in for missing letters.
        let known: BTreeSet<&str> = families().map(|(family, _)| family).collect();
        let others: Vec<ID> = database
            .faces()
            .filter(|face| !face.families.iter().any(|(family, _)| known.contains(family.as_str())))
            .map(|face| face.id)
            .collect();
        others.into_iter().for_each(|id| database.remove_face(id));
        Ok(Self { database: Arc::new(database), widths: Mutex::default() })
    }

    /// Reads an SVG, its texts set in these fonts.
    pub fn tree(&self, svg: &str) -> Result<Tree> {
        let font_resolver = FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(|letter, used, database| fallback(letter, used, database)),
        };
        let fontdb = self.database.clone();
        let options = Options { fontdb, font_resolver, ..Options::default() };
        Tree::from_str(svg, &options).context("a picture is no valid SVG")
    }

    /// Returns the width of a text on one line, in font sizes.
    pub fn width(&self, text: &str, font: Font) -> f64 {
        let key = (text.to_owned(), font);
        let known = || self.widths.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(width) = known().get(&key) {
            return *width;
        }
        let (family, weight) = (font.family, if font.is_bold { 700 } else { 400 });
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><text xml:space=\"preserve\" \
             font-family=\"{family}\" font-weight=\"{weight}\" font-size=\"{SIZE}\">{}</text></svg>",
            escape(text)
        );
        let width = self.tree(&svg).ok().and_then(|tree| match tree.root().children().first() {
            Some(Node::Text(text)) => Some(f64::from(text.bounding_box().width()) / SIZE),
            _ => None,
        });
        *known().entry(key).or_insert(width.unwrap_or_default())
    }
}

/// Returns the letters of a picture for which there is no font.
pub fn missing_letters(tree: &Tree) -> BTreeSet<String> {
    let mut missing = BTreeSet::new();
    let mut groups = vec![tree.root()];
    while let Some(group) = groups.pop() {
        for node in group.children() {
            match node {
                Node::Group(inner) => groups.push(inner),
                Node::Text(text) => {
                    let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                    missing
                        .extend(glyphs.filter(|each| each.id.0 == 0).map(|each| each.text.clone()));
                }
                _ => {}
            }
        }
    }
    missing
}

/// Chooses a font for a letter that the first of the used fonts lacks: as bold, and with serifs if that one has them.
fn fallback(letter: char, used: &[ID], database: &Database) -> Option<ID> {
    let first = database.face(*used.first()?)?;
    let has_serifs = |face: &FaceInfo| face.post_script_name.contains("Serif");
    let has_letter = |face: &&FaceInfo| {
        let found = database.with_face_data(face.id, |data, index| {
            FontRef::from_index(data, index).is_ok_and(|font| font.charmap().map(letter).is_some())
        });
        found == Some(true)
    };
    let unused = database.faces().filter(|face| !used.contains(&face.id));
    let is_unlike =
        |face: &&FaceInfo| (face.weight != first.weight, has_serifs(face) != has_serifs(first));
    unused.filter(has_letter).min_by_key(is_unlike).map(|face| face.id)
}

/// Returns the files of the fonts.
fn files() -> Result<Vec<PathBuf>> {
    let mut found = BTreeMap::new();
    collect(Path::new(FOLDER), &mut found);
    let (mut paths, mut missing) = (Vec::new(), Vec::new());
    for name in families().flat_map(|(family, is_display)| file_names(family, is_display)) {
        match found.get(&name) {
            Some(path) if !paths.contains(path) => paths.push(path.clone()),
            Some(_) => {}
            None => missing.push(name),
        }
    }
    if !missing.is_empty() {
        let packages = PACKAGES.join(" ");
        bail!(
            "the pictures of links need {} below {FOLDER}; install them (`sudo apt-get install {packages}`), or build \
             without the address of the site",
            missing.join(", ")
        );
    }
    Ok(paths)
}

/// Collects the files below a folder by their names; what cannot be read has none.
fn collect(folder: &Path, found: &mut BTreeMap<String, PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(&path, found);
        } else if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            found.insert(name.to_owned(), path);
        }
    }
}

/// Returns the names of the files of a family. Titles are bold only.
fn file_names(family: &str, is_display: bool) -> Vec<String> {
    let weights: &[&str] = if is_display { &["Bold"] } else { &["Regular", "Bold"] };
    // One collection has the fonts of all languages of East Asia.
    let (family, ending) = match family.split_once(" CJK ") {
        Some((family, _)) => (format!("{family}CJK"), "ttc"),
        None => (family.to_owned(), "ttf"),
    };
    let family = family.replace(' ', "");
    weights.iter().map(|weight| format!("{family}-{weight}.{ending}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_family_and_weight() {
        assert_eq!(file_names("Noto Serif Khmer", true), ["NotoSerifKhmer-Bold.ttf"]);
        let cjk = ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"];
        assert_eq!(file_names("Noto Sans CJK SC", false), cjk);
    }

    #[test]
    fn spaces_and_sizes_count() {
        let fonts = Fonts::load().unwrap();
        let width = |text| fonts.width(text, Font { family: "Noto Sans", is_bold: false });
        assert!(width("a b") > width("ab") + 0.1);
        assert!(width("ab ") > width("ab") + 0.1);
        assert!((width("abab") - 2.0 * width("ab")).abs() < 0.01);
    }

    #[test]
    fn a_letter_without_a_font_is_noticed() {
        let fonts = Fonts::load().unwrap();
        let of = |text: &str| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><g><text font-family=\"Noto Sans\">{text}</text></g></svg>"
            );
            missing_letters(&fonts.tree(&svg).unwrap())
        };
        // These letters come from another font.
        assert_eq!(of("\u{2067}ខ្មែរ\u{2069}"), BTreeSet::new());
        assert_eq!(of("a𓀀"), BTreeSet::from(["𓀀".to_owned()]));
    }
}
