//! The words by which the file and the page's address name a choice among few.

use super::{Basis, Half, Icon, Kind, Status, Unstated};

/// Gives a type its words, one a value, to read and to write it by.
macro_rules! words {
    ($name:ident { $($value:ident = $word:literal,)+ }) => {
        impl $name {
            /// Every value with its word.
            pub const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$value),)+];

            /// The word for the value.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }

            /// The value that a word names.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
            }
        }
    };
}

words! { Kind {
    Statement = "statement",
    Meeting = "meeting",
    Visit = "visit",
    Project = "project",
    Agreement = "agreement",
    Plan = "plan",
    Status = "status",
} }

words! { Status {
    Stated = "stated",
    Held = "held",
    Agreed = "agreed",
    Executed = "executed",
    Scheduled = "scheduled",
    Shared = "shared",
    InForce = "in-force",
    NotStated = "not-stated",
} }

words! { Unstated {
    Attendance = "attendance",
    Which = "which",
    States = "states",
    Participants = "participants",
} }

words! { Half {
    First = "first",
    Second = "second",
} }

words! { Basis {
    Stated = "stated",
    Derived = "derived",
} }

words! { Icon {
    House = "house",
    Columns = "columns",
    Shield = "shield",
    Chart = "chart",
} }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_that_serde_writes() {
        for (word, status) in Status::WORDS {
            assert_eq!(serde_json::to_value(status).unwrap(), *word);
            assert_eq!(Status::from_word(word), Some(*status));
        }
        for (word, kind) in Kind::WORDS {
            assert_eq!(serde_json::to_value(kind).unwrap(), *word);
        }
        for (word, unstated) in Unstated::WORDS {
            assert_eq!(serde_json::to_value(unstated).unwrap(), *word);
        }
        for (word, icon) in Icon::WORDS {
            assert_eq!(serde_json::to_value(icon).unwrap(), *word);
        }
    }

    #[test]
    fn a_stranger_names_nothing() {
        assert_eq!(Status::from_word("Held"), None);
        assert_eq!(Half::from_word(""), None);
    }
}
