//! A report of any size, generated from a seed: to measure with, not to read.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use fastrand::Rng;
use partnership_atlas::model::{FORMAT, Place, Report, read};
use serde_json::{Value, json};

use crate::command::root;
use crate::report;

/// The size of the report; the same options give the same bytes.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Options {
    /// number of facts, at most 50,000
    #[arg(long)]
    pub facts: usize,
    /// number of members of ASEAN, at most 11
    #[arg(long, default_value_t = 11)]
    pub places: usize,
    /// number of areas of cooperation, at most 1,000
    #[arg(long, default_value_t = 12)]
    pub areas: usize,
    /// random seed
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// Writes the report into a file, below target/scale where none is named.
pub fn run(options: Options, to: Option<PathBuf>) -> Result<()> {
    let to = to.unwrap_or_else(|| root().join(format!("target/scale/{}.json", options.facts)));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    write(options, &to)?;
    println!(
        "{}: {} facts; `cargo xtask build --report` builds their page",
        to.display(),
        options.facts
    );
    Ok(())
}

/// Writes the report into a file.
pub fn write(options: Options, to: &Path) -> Result<()> {
    let text = serde_json::to_string(&report(options)?)? + "\n";
    // What was wished for may be more than a report can have.
    read(&text).map_err(|problems| anyhow!("no report has this:\n{problems}"))?;
    fs::write(to, text).with_context(|| format!("{} cannot be written", to.display()))
}

/// Source, people and places are those of the bundled report; areas and facts are made up and say so.
pub fn report(options: Options) -> Result<Value> {
    let Report { source, people, places, context_sources, context, .. } = report::report()?;
    let (mut members, mut others): (Vec<Place>, Vec<Place>) =
        places.into_iter().partition(Place::is_member);
    ensure!(
        (1..=members.len()).contains(&options.places),
        "--places must be from 1 to {}, the members of ASEAN",
        members.len()
    );
    ensure!(options.areas > 0, "--areas must be at least 1: a project belongs to one");
    members.truncate(options.places);
    let mut generator = Generator {
        rng: Rng::with_seed(options.seed),
        codes: members.iter().map(|place| place.code.to_string()).collect(),
        people: people.iter().map(|person| person.id.to_string()).collect(),
        areas: options.areas,
    };
    members.append(&mut others);
    let facts: Vec<Value> = (1..=options.facts).map(|number| generator.fact(number)).collect();
    let areas: Vec<Value> = (1..=options.areas).map(area).collect();
    Ok(json!({
        "format": FORMAT, "source": source, "people": people, "places": members, "areas": areas, "facts": facts,
        "context_sources": context_sources, "context": context,
    }))
}

fn area(number: usize) -> Value {
    let icons = ["house", "columns", "shield", "chart"];
    let icon = icons.get(number % icons.len());
    json!({ "id": format!("area-{number}"), "name": format!("Area {number}"), "icon": icon })
}

/// Words of which the made-up texts are made.
const WORDS: [&str; 32] = [
    "harbour",
    "training",
    "exchange",
    "research",
    "textile",
    "fisheries",
    "customs",
    "science",
    "energy",
    "tourism",
    "health",
    "museum",
    "language",
    "railway",
    "aviation",
    "climate",
    "harvest",
    "library",
    "standards",
    "finance",
    "water",
    "youth",
    "media",
    "housing",
    "postal",
    "satellite",
    "forestry",
    "ceramics",
    "archive",
    "logistics",
    "seminar",
    "festival",
];

/// What a fact that is no project can be, and how far it can have come.
const KINDS: [(&str, &str); 5] = [
    ("statement", "stated"),
    ("meeting", "held"),
    ("visit", "held"),
    ("agreement", "agreed"),
    ("plan", "shared"),
];

struct Generator {
    rng: Rng,
    codes: Vec<String>,
    people: Vec<String>,
    areas: usize,
}

impl Generator {
    fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        of.get(self.rng.usize(..of.len().max(1))).cloned()
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).filter_map(|_| self.one(&WORDS)).collect();
        words.join(" ")
    }

    /// One in five is a project; one in ten can be read in two ways; three in ten name states.
    fn fact(&mut self, number: usize) -> Value {
        let is_project = self.rng.u8(..5) == 0;
        let (kind, status) = if is_project {
            ("project", self.one(&["executed", "scheduled"]).unwrap_or_default())
        } else {
            self.one(&KINDS).unwrap_or_default()
        };
        let date = if status == "scheduled" {
            json!({ "precision": "half-year", "year": 2023, "half": "second", "basis": "stated" })
        } else {
            self.date()
        };
        let (title, words) = (self.words(3), self.words(8));
        let mut fact = json!({
            "id": format!("made-up-{number}"),
            "paragraph": self.rng.u8(1..=9),
            "anchor": self.words(4),
            "kind": kind,
            "title": format!("Made up {number}: {title}"),
            "text": format!("A fact that no report states, made up to measure with: {words}."),
            "reach": self.reach(),
            "date": date,
            "status": status,
            "people": self.one(&self.people.clone()).into_iter().take(self.rng.usize(..4) / 3).collect::<Vec<_>>(),
        });
        let mut more = |key: &str, value: Value| {
            fact.as_object_mut().and_then(|fact| fact.insert(key.to_owned(), value));
        };
        if is_project {
            more("area", format!("area-{}", self.rng.usize(1..=self.areas)).into());
            more("not_stated", json!([self.one(&["states", "participants"])]));
        }
        if self.rng.u8(..10) == 0 {
            let open = json!({ "precision": "not-stated" });
            more(
                "readings",
                json!([
                    { "text": "On one reading so.", "date": date, "status": status },
                    { "text": "On the other not.", "date": open, "status": "not-stated" },
                ]),
            );
        }
        fact
    }

    fn reach(&mut self) -> Value {
        if self.rng.u8(..10) >= 3 {
            return json!({ "extent": "asean-wide" });
        }
        let mut codes = self.codes.clone();
        self.rng.shuffle(&mut codes);
        codes.truncate(self.rng.usize(1..=2));
        json!({ "extent": "named", "places": codes })
    }

    fn date(&mut self) -> Value {
        let (year, basis) = (self.rng.u16(1993..=2023), "stated");
        match self.rng.u8(..6) {
            0 => json!({ "precision": "not-stated" }),
            1 => json!({ "precision": "year", "year": year, "basis": basis }),
            2 => json!({ "precision": "since", "year": year, "basis": basis }),
            3 => {
                json!({ "precision": "half-year", "year": year, "half": self.one(&["first", "second"]), "basis": basis })
            }
            4 => {
                json!({ "precision": "month", "year": year, "month": self.rng.u8(1..=12), "basis": basis })
            }
            _ => {
                let date = format!("{year}-{:02}-{:02}", self.rng.u8(1..=12), self.rng.u8(1..=28));
                json!({ "precision": "day", "date": date, "basis": basis })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: Options = Options { facts: 300, places: 11, areas: 12, seed: 1 };

    #[test]
    fn the_same_seed_makes_the_same_report_and_another_another() {
        assert_eq!(report(OPTIONS).unwrap(), report(OPTIONS).unwrap());
        let other = Options { seed: 2, ..OPTIONS };
        assert_ne!(report(OPTIONS).unwrap(), report(other).unwrap());
    }

    #[test]
    fn what_is_made_is_a_report_of_that_size() {
        let parsed = |options| read(&report(options).unwrap().to_string());
        let made = parsed(OPTIONS).unwrap();
        assert_eq!((made.facts.len(), made.areas.len(), made.places.len()), (300, 12, 12));
        assert!(made.facts.iter().all(|fact| fact.title.value.starts_with("Made up ")));
        let small = parsed(Options { facts: 1, places: 1, areas: 1, seed: 0 }).unwrap();
        assert_eq!((small.facts.len(), small.places.len()), (1, 2));
        assert!(parsed(Options { facts: 0, ..OPTIONS }).is_err());
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        let refused = |options| report(options).unwrap_err().to_string();
        assert!(refused(Options { places: 12, ..OPTIONS }).contains("from 1 to 11"));
        assert!(refused(Options { areas: 0, ..OPTIONS }).contains("at least 1"));
    }
}
