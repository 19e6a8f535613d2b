//! What an editor has chosen to see.

use serde::{Deserialize, Serialize};

/// The form that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Atlas, partner and source.
    #[default]
    Report,
    /// The facts, or one of them.
    Facts,
    /// People and organisations.
    People,
    /// Areas of cooperation.
    Areas,
    /// What the text says and no fact tells.
    Coverage,
    /// Everything that is wrong.
    Check,
    /// The files to take.
    Publish,
}

/// The pane of a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The text with its marks.
    Text,
    /// The forms.
    #[default]
    Forms,
    /// The page as it will be.
    Preview,
}

/// Words of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// How the preview is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewOptions {
    /// The width in CSS px.
    pub width: u32,
    /// Whether the colours are dark.
    pub is_dark: bool,
    /// The language of the page; that of the atlas where it is empty.
    pub lang: String,
    /// Whether it is the page with its script.
    pub is_alive: bool,
}

impl Default for PreviewOptions {
    fn default() -> Self {
        Self { width: 390, is_dark: false, lang: String::new(), is_alive: true }
    }
}

/// Whether a draft is kept in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It will be, within a second.
    #[default]
    Soon,
    /// It is.
    Kept,
    /// The browser refuses: a private window, blocked storage, no room.
    Refused,
    /// It is open in another tab, which alone changes it.
    Elsewhere,
}

/// A file to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publication {
    /// The draft with its text.
    Draft,
    /// The atlas in one file.
    Html,
    /// A folder for a site, as an archive.
    Site,
    /// The dataset.
    Dataset,
}

impl Publication {
    /// Returns the name of the file, from that of the report.
    pub fn file_name(self, name: &str) -> String {
        let ending = match self {
            Self::Draft => ".draft.json",
            Self::Html => ".html",
            Self::Site => "-site.zip",
            Self::Dataset => ".json",
        };
        format!("{name}{ending}")
    }
}
