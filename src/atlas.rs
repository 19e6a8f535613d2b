//! What the page is a function of: the facts and the words round them.

use crate::dataset::{Dataset, Problems};
use crate::digest::Digest;
use crate::locale::Locale;

/// One report in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Atlas {
    /// The facts.
    pub dataset: Dataset,
    /// The words of the interface.
    pub locale: Locale,
    /// What of both travels to the live page, and what the printed one is looked up in.
    pub digest: Digest,
}

impl Atlas {
    /// Reads both files; where one is bad, every problem of both.
    pub fn parse(dataset: &str, locale: &str) -> Result<Self, Problems> {
        match (Dataset::parse(dataset), Locale::parse(locale)) {
            (Ok(dataset), Ok(locale)) => {
                let mut atlas = Self { dataset, locale, digest: Digest::default() };
                atlas.digest = Digest::of(&atlas);
                Ok(atlas)
            }
            (Err(mut problems), Err(more)) => {
                problems.append(more);
                Err(problems)
            }
            (Err(problems), _) | (_, Err(problems)) => Err(problems),
        }
    }
}

/// The atlas of the repository, for tests.
#[cfg(test)]
pub(crate) fn bundled() -> Atlas {
    let dataset = include_str!("../assets/data/pakistan-asean-2023.json");
    Atlas::parse(dataset, include_str!("../assets/locales/en.json")).unwrap()
}
