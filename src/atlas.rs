//! What the page is a function of: the facts and the words round them.

use crate::dataset::{Dataset, Problems};
use crate::locale::Locale;

/// One report in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Atlas {
    /// The facts.
    pub dataset: Dataset,
    /// The words of the interface.
    pub locale: Locale,
}

impl Atlas {
    /// Reads both files; where one is bad, every problem of both.
    pub fn parse(dataset: &str, locale: &str) -> Result<Self, Problems> {
        Self::of(Dataset::parse(dataset), Locale::parse(locale))
    }

    /// The same for the live page, whose locale has only what it says itself.
    pub fn parse_live(dataset: &str, locale: &str) -> Result<Self, Problems> {
        Self::of(Dataset::parse(dataset), Locale::parse_live(locale))
    }

    fn of(
        dataset: Result<Dataset, Problems>,
        locale: Result<Locale, Problems>,
    ) -> Result<Self, Problems> {
        match (dataset, locale) {
            (Ok(dataset), Ok(locale)) => Ok(Self { dataset, locale }),
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
