//! A report of any size, generated from a seed: to measure with, not to read.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use fastrand::Rng;
use partnership_atlas::model::{FORMAT, Report, read};
use partnership_atlas::view_model::verify;
use serde_json::{Value, json};

use crate::command::root;
use crate::report;

/// The size of the report; the same options give the same bytes.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Options {
    /// number of facts, at most 50,000
    #[arg(long)]
    pub facts: usize,
    /// number of members of ASEAN that facts name, at most 11
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

/// Partner, sources, people and places are those of the bundled report; areas and facts are made up and say so.
pub fn report(options: Options) -> Result<Value> {
    let Report { atlas, partner, sources, people, places, context, .. } = report::bundled()?.report;
    ensure!(
        (1..=places.len()).contains(&options.places),
        "--places must be from 1 to {}, the members of ASEAN",
        places.len()
    );
    ensure!(options.areas > 0, "--areas must be at least 1: a project belongs to one");
    let mut generator = Generator {
        rng: Rng::with_seed(options.seed),
        codes: places.iter().take(options.places).map(|place| place.code.to_string()).collect(),
        people: people.iter().map(|person| person.id.to_string()).collect(),
        areas: options.areas,
    };
    let facts: Vec<Value> = (1..=options.facts).map(|number| generator.fact(number)).collect();
    let areas: Vec<Value> = (1..=options.areas).map(area).collect();
    Ok(json!({
        "format": FORMAT, "atlas": atlas, "partner": partner, "sources": sources, "people": people, "places": places,
        "areas": areas, "facts": facts, "context": context,
    }))
}

/// Returns a draft of the studio: a report, and a text of so many paragraphs in which each quote of its facts stands once.
pub fn draft(options: Options, paragraphs: usize) -> Result<Value> {
    ensure!(paragraphs > 0, "a text has at least one paragraph");
    let mut report = report(options)?;
    let mut rng = Rng::with_seed(options.seed);
    let filler = |rng: &mut Rng, count: usize| {
        let words: Vec<&str> = (0..count).filter_map(|_| rng.choice(WORDS)).collect();
        words.join(" ")
    };
    let mut text: Vec<String> = (1..=paragraphs)
        .map(|number| format!("Paragraph {number} was made up: {}.", filler(&mut rng, 30)))
        .collect();
    let facts = report.pointer_mut("/facts").and_then(Value::as_array_mut);
    for (index, fact) in facts.into_iter().flatten().enumerate() {
        let (place, number) = (index % paragraphs, index + 1);
        // The number makes the quote the only one of its kind.
        let exact = format!("part {number}, {}", filler(&mut rng, 4));
        if let Some(paragraph) = text.get_mut(place) {
            paragraph.push_str(&format!(" It has {exact}. {}.", filler(&mut rng, 12)));
        }
        if let Some(quote) = fact.pointer_mut("/quotes/0") {
            *quote = json!({ "source": "report", "paragraph": place + 1, "exact": exact });
        }
    }
    let hashes: Vec<Value> =
        text.iter().map(|paragraph| json!({ "sha256": verify::hash(paragraph) })).collect();
    if let Some(source) = report.pointer_mut("/sources/0") {
        *source = json!({
            "id": "report", "role": "report", "outlet": "Made up", "title": "Made up to measure with", "lang": "en",
            "url": "https://example.org/", "published": "2023-06-08", "paragraphs": hashes,
        });
    }
    Ok(json!({ "id": "made-up", "paragraphs": text, "dataset": report }))
}

fn area(number: usize) -> Value {
    let icons = ["house", "columns", "shield", "chart", "book", "leaf", "people", "globe"];
    let pillars = ["political-security", "economic", "socio-cultural"];
    let (icon, pillar) = (icons.get(number % icons.len()), pillars.get(number % pillars.len()));
    json!({ "id": format!("area-{number}"), "name": format!("Area {number}"), "icon": icon, "pillar": pillar })
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
const KINDS: [(&str, &str); 10] = [
    ("statement", "stated"),
    ("meeting", "held"),
    ("visit", "held"),
    ("agreement", "signed"),
    ("plan", "proposed"),
    ("funding", "agreed"),
    ("figure", "stated"),
    ("appointment", "in-force"),
    ("framework", "extended"),
    ("status", "suspended"),
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

    /// One in five is a project; one in ten can be read in two ways; three in ten name states; one in ten is about the
    /// partner or about states without a name.
    fn fact(&mut self, number: usize) -> Value {
        let is_project = self.rng.u8(..5) == 0;
        let (kind, status) = if is_project {
            ("project", self.one(&["executed", "scheduled"]).unwrap_or_default())
        } else {
            self.one(&KINDS).unwrap_or_default()
        };
        let date = if status == "scheduled" { json!("2023-41") } else { self.date() };
        let (title, words) = (self.words(3), self.words(8));
        let mut fact = json!({
            "id": format!("made-up-{number}"),
            "kind": kind,
            "title": format!("Made up {number}: {title}"),
            "text": format!("A fact that no report states, made up to measure with: {words}."),
            "quotes": [{ "source": "report", "paragraph": self.rng.u8(1..=9), "exact": self.words(4) }],
            "scope": self.scope(),
            "date": date,
            "status": status,
            "people": self.one(&self.people.clone()).into_iter().take(self.rng.usize(..4) / 3).collect::<Vec<_>>(),
        });
        let mut more = |key: &str, value: Value| {
            fact.as_object_mut().and_then(|fact| fact.insert(key.to_owned(), value));
        };
        if is_project {
            more("areas", json!([format!("area-{}", self.rng.usize(1..=self.areas))]));
            more("not_stated", json!([self.one(&["states", "participants"])]));
        }
        if matches!(kind, "funding" | "figure") {
            let value = self.rng.u32(1..1_000) * 10_000;
            more("amounts", json!([{ "value": value, "currency": "USD", "approximate": true }]));
        }
        if self.rng.u8(..10) == 0 {
            more(
                "interpretations",
                json!([
                    { "text": "On one reading so.", "date": date, "status": status },
                    { "text": "On the other not.", "status": "not-stated" },
                ]),
            );
        }
        fact
    }

    fn scope(&mut self) -> Value {
        match self.rng.u8(..20) {
            0 => json!({ "extent": "partner" }),
            1 => json!({ "extent": "unnamed", "count": self.rng.u8(2..=9) }),
            2..14 => json!({ "extent": "asean" }),
            _ => {
                let mut codes = self.codes.clone();
                self.rng.shuffle(&mut codes);
                codes.truncate(self.rng.usize(1..=2));
                json!({ "extent": "named", "places": codes })
            }
        }
    }

    fn date(&mut self) -> Value {
        let year = self.rng.u16(1993..=2023);
        match self.rng.u8(..10) {
            0 => Value::Null,
            1 => json!(year.to_string()),
            2 => json!(format!("{year}/..")),
            3 => json!(format!("{year}-{}", self.rng.u8(40..=41))),
            4 => json!(format!("{year}-{}", self.rng.u8(33..=36))),
            5 => json!(format!("{year}-{:02}", self.rng.u8(1..=12))),
            6 => json!(format!("{year}~")),
            7 => json!(format!("[{year}..{}]", year + 2)),
            _ => json!(format!("{year}-{:02}-{:02}", self.rng.u8(1..=12), self.rng.u8(1..=28))),
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
        assert_eq!((made.facts.len(), made.areas.len(), made.places.len()), (300, 12, 11));
        assert!(made.facts.iter().all(|fact| fact.title.value.starts_with("Made up ")));
        let small = parsed(Options { facts: 1, places: 1, areas: 1, seed: 0 }).unwrap();
        assert_eq!((small.facts.len(), small.places.len()), (1, 11));
        assert!(parsed(Options { facts: 0, ..OPTIONS }).is_err());
    }

    #[test]
    fn a_draft_has_each_quote_in_its_paragraph() {
        let draft = draft(Options { facts: 50, ..OPTIONS }, 30).unwrap();
        let report = read(&draft["dataset"].to_string()).unwrap();
        assert_eq!(report.source().paragraphs.len(), 30);
        for fact in report.facts {
            let paragraph =
                draft["paragraphs"][usize::from(fact.paragraph()) - 1].as_str().unwrap();
            assert_eq!(paragraph.matches(&fact.quotes[0].exact).count(), 1);
        }
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        let refused = |options| report(options).unwrap_err().to_string();
        assert!(refused(Options { places: 12, ..OPTIONS }).contains("from 1 to 11"));
        assert!(refused(Options { areas: 0, ..OPTIONS }).contains("at least 1"));
    }
}
