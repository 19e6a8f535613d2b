//! What is wrong with a file: all of it at once, each with its place.

use std::fmt;

/// How many problems are told one by one; of the rest, how many they are.
pub const TOLD: usize = 100;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The JSON path of the value: `$.facts[3].date.month`.
    pub path: String,
    /// What is wrong with it and what it should be, lower case, no full stop.
    pub message: String,
}

/// Everything that is wrong with a file: doubled ids first, then the rest in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    told: Vec<Problem>,
    untold: usize,
}

impl Problems {
    /// Adds a problem; from the hundred-and-first on only their number is kept.
    pub fn add(&mut self, path: &str, message: &str) {
        if self.told.len() < TOLD {
            self.told.push(Problem { path: path.to_owned(), message: message.to_owned() });
        } else {
            self.untold += 1;
        }
    }

    /// Adds the problems of another file.
    pub fn append(&mut self, others: Self) {
        for problem in others.told {
            self.add(&problem.path, &problem.message);
        }
        self.untold += others.untold;
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// The problems that are told one by one.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.told.iter()
    }
}

impl fmt::Display for Problems {
    /// A line for each, without a line break at the end.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, problem) in self.told.iter().enumerate() {
            let line_break = if place == 0 { "" } else { "\n" };
            write!(out, "{line_break}{}: {}", problem.path, problem.message)?;
        }
        if self.untold > 0 {
            write!(out, "\nand {} more", self.untold)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
