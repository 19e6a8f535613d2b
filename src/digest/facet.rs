//! The facts by one of their traits: few values, and for each fact which of them it has.

use crate::state::url::Column;

/// A trait of facts; the last five are there only where the table has more than one page, for rows that were not printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it is called.
    Title,
    /// Whom it concerns.
    Reach,
    /// When.
    Date,
    /// How far it had come.
    Status,
    /// Whom the report names in it.
    People,
    /// Where it stands in the report.
    Paragraph,
    /// What sort of fact it is.
    Kind,
    /// Its area of cooperation.
    Area,
    /// The other names of the states that it reaches.
    Also,
    /// The status as it read on the day of the report.
    AsReported,
    /// The status as it reads today.
    AsOfToday,
    /// The word by which its status is drawn.
    Mark,
    /// What the report leaves open.
    Unsaid,
    /// The ways in which it can be read.
    Readings,
}

impl Part {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Title,
        Self::Reach,
        Self::Date,
        Self::Status,
        Self::People,
        Self::Paragraph,
        Self::Kind,
        Self::Area,
        Self::Also,
        Self::AsReported,
        Self::AsOfToday,
        Self::Mark,
        Self::Unsaid,
        Self::Readings,
    ];

    /// Whether only the rows that were not printed need it.
    pub fn is_of_rows(self) -> bool {
        matches!(
            self,
            Self::AsReported | Self::AsOfToday | Self::Mark | Self::Unsaid | Self::Readings
        )
    }

    /// Its name in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Reach => "reach",
            Self::Date => "date",
            Self::Status => "status",
            Self::People => "people",
            Self::Paragraph => "paragraph",
            Self::Kind => "kind",
            Self::Area => "area",
            Self::Also => "also",
            Self::AsReported => "reported",
            Self::AsOfToday => "today",
            Self::Mark => "mark",
            Self::Unsaid => "unsaid",
            Self::Readings => "readings",
        }
    }

    /// What a column of the table shows.
    pub fn of(column: Column) -> Self {
        match column {
            Column::Fact => Self::Title,
            Column::Reach => Self::Reach,
            Column::Date => Self::Date,
            Column::Status => Self::Status,
            Column::People => Self::People,
            Column::Paragraph => Self::Paragraph,
        }
    }

    /// Those in which a search looks.
    pub const SEARCHED: [Self; 8] = [
        Self::Title,
        Self::Reach,
        Self::Date,
        Self::Status,
        Self::People,
        Self::Kind,
        Self::Area,
        Self::Also,
    ];
}

/// The distinct values of a trait, and which fact has which.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facet {
    /// In words, in the order in which they are sorted; what says that nothing is stated stands last.
    pub values: Vec<String>,
    /// How many of the values state something.
    pub stated: usize,
    /// For each fact the place of its value.
    pub of: Vec<usize>,
}

impl Facet {
    /// The place among the values of what a fact has.
    pub fn place(&self, fact: usize) -> Option<usize> {
        self.of.get(fact).copied()
    }

    /// What a fact has, in words.
    pub fn value(&self, fact: usize) -> &str {
        self.place(fact).and_then(|place| self.values.get(place)).map_or("", String::as_str)
    }

    /// Whether what a fact has is something stated.
    pub fn is_stated(&self, fact: usize) -> bool {
        self.place(fact).is_some_and(|place| place < self.stated)
    }

    /// Some facts in the order of their values, or in the opposite one; what is not stated comes last either way, and
    /// facts with the same value stay as they stood.
    ///
    /// By counting, so that it grows with the number of the facts alone.
    pub fn sorted(&self, facts: &[usize], descending: bool) -> Vec<usize> {
        let stated = self.stated.min(self.values.len());
        let key = |fact: usize| match self.place(fact).unwrap_or(stated) {
            place if place >= stated => stated,
            place if descending => stated - 1 - place,
            place => place,
        };
        // Where the facts of each value begin, once those before it are counted.
        let mut begins = vec![0_usize; stated + 2];
        for fact in facts {
            if let Some(next) = begins.get_mut(key(*fact) + 1) {
                *next += 1;
            }
        }
        let mut before = 0;
        for begin in &mut begins {
            before += *begin;
            *begin = before;
        }
        let mut sorted = vec![0; facts.len()];
        for fact in facts {
            if let Some(begin) = begins.get_mut(key(*fact)) {
                if let Some(slot) = sorted.get_mut(*begin) {
                    *slot = *fact;
                }
                *begin += 1;
            }
        }
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facet(stated: usize, of: &[usize]) -> Facet {
        let values = (0..5).map(|value| value.to_string()).collect();
        Facet { values, stated, of: of.to_vec() }
    }

    #[test]
    fn what_is_not_stated_comes_last_either_way() {
        let facet = facet(3, &[4, 2, 0, 3, 2, 1]);
        let all: Vec<usize> = (0..6).collect();
        assert_eq!(facet.sorted(&all, false), [2, 5, 1, 4, 0, 3]);
        assert_eq!(facet.sorted(&all, true), [1, 4, 5, 2, 0, 3]);
        assert_eq!(facet.sorted(&[4, 3, 1], false), [4, 1, 3], "and equal ones as they stood");
        assert_eq!(facet.sorted(&[], true), Vec::<usize>::new());
    }

    #[test]
    fn whatever_a_file_says_every_fact_is_kept() {
        for stated in [0, 1, 3, 5, 9] {
            let facet = facet(stated, &[9, 2, 0, usize::MAX, 4]);
            for descending in [false, true] {
                let mut sorted = facet.sorted(&[0, 1, 2, 3, 4], descending);
                sorted.sort_unstable();
                assert_eq!(sorted, [0, 1, 2, 3, 4], "{stated} {descending}");
            }
        }
    }
}
