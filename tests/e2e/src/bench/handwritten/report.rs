//! The parts of the report's file that the hand-written page shows. No other module here knows the file's format.

use anyhow::{Context as _, Result};
use partnership_atlas::model::{FuzzyDate, Period};
use serde::Deserialize;

/// The report.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// The report itself, then the sources of the context.
    sources: Vec<Source>,
    /// The member states.
    pub places: Vec<Place>,
    /// The areas of cooperation.
    pub areas: Vec<Area>,
    /// The facts, in the order of the report.
    pub facts: Vec<Fact>,
    /// Dates that are not from the report.
    pub context: Vec<Context>,
}

/// Where something was published.
#[derive(Debug, Deserialize)]
pub struct Source {
    /// The publisher.
    pub outlet: String,
    /// The headline.
    pub title: String,
    /// The ISO date of publication.
    #[serde(default)]
    pub published: String,
    /// The address.
    pub url: String,
}

/// A state.
#[derive(Debug, Deserialize)]
pub struct Place {
    /// Its ISO 3166-1 alpha-3 code.
    pub code: String,
    /// Its name in English.
    pub name: String,
    membership: Membership,
}

#[derive(Debug, Deserialize)]
struct Membership {
    /// The ISO date.
    joined: Option<String>,
}

/// An area of cooperation.
#[derive(Debug, Deserialize)]
pub struct Area {
    /// Its id in the file.
    pub id: String,
    /// Its name in English.
    pub name: String,
}

/// A fact.
#[derive(Debug, Deserialize)]
pub struct Fact {
    quotes: Vec<Quote>,
    #[serde(default)]
    areas: Vec<String>,
    /// A few words.
    pub title: String,
    /// One or two sentences.
    pub text: String,
    /// For whom a project is.
    pub audience: Option<String>,
    /// What the report does not state.
    #[serde(default)]
    pub not_stated: Vec<String>,
    /// How its sentence can be understood, if in several ways.
    #[serde(default)]
    pub interpretations: Vec<Interpretation>,
    scope: Scope,
    date: FuzzyDate,
    status: String,
}

/// One way to understand a sentence.
#[derive(Debug, Deserialize)]
pub struct Interpretation {
    /// A sentence.
    pub text: String,
    #[serde(default = "not_stated")]
    status: String,
}

fn not_stated() -> String {
    "not-stated".to_owned()
}

#[derive(Debug, Deserialize)]
struct Quote {
    /// The number of its paragraph in the report, from 1.
    paragraph: u16,
}

#[derive(Debug, Deserialize)]
struct Scope {
    #[serde(default)]
    places: Vec<String>,
}

/// A date that is not from the report.
#[derive(Debug, Deserialize)]
pub struct Context {
    /// A sentence.
    pub text: String,
    /// The ISO date.
    pub date: String,
}

impl Report {
    /// Returns the report itself.
    pub fn source(&self) -> Result<&Source> {
        self.sources.first().context("the report has no source")
    }

    /// Returns the states with a date of joining: present members.
    pub fn members(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(|place| place.membership.joined.is_some())
    }

    /// Returns whether a state was a member on the day of the report.
    pub fn was_member(&self, place: &Place) -> bool {
        let published = self.sources.first().map(|source| &source.published);
        place.membership.joined.as_ref() <= published
    }

    /// Returns the facts that name a state.
    pub fn naming(&self, code: &str) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.names(code))
    }

    /// Returns the facts that name no state.
    pub fn asean_wide(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.scope.places.is_empty())
    }

    /// Returns the facts that belong to an area, each with its area.
    pub fn projects(&self) -> impl Iterator<Item = (&Fact, &Area)> {
        self.facts.iter().filter_map(|fact| {
            let area = self.areas.iter().find(|area| fact.areas.contains(&area.id))?;
            Some((fact, area))
        })
    }

    /// Returns the codes of the states that a fact covers.
    pub fn covered(&self, fact: &Fact) -> Vec<&str> {
        let is_covered = |place: &&Place| {
            fact.names(&place.code) || fact.scope.places.is_empty() && self.was_member(place)
        };
        self.members().filter(is_covered).map(|place| place.code.as_str()).collect()
    }

    /// Returns the scope of a fact in words.
    pub fn scope(&self, fact: &Fact) -> String {
        let named = self.places.iter().filter(|place| fact.names(&place.code));
        let names: Vec<&str> = named.map(|place| place.name.as_str()).collect();
        if names.is_empty() { "ASEAN-wide".to_owned() } else { names.join(", ") }
    }
}

impl Fact {
    /// Returns its date in words.
    pub fn date(&self) -> String {
        match self.date {
            FuzzyDate::In(period) => in_words(period),
            FuzzyDate::About(period) => format!("about {}", in_words(period)),
            FuzzyDate::Since(period) => format!("since {}", in_words(period)),
            FuzzyDate::By(period) => format!("by {}", in_words(period)),
            FuzzyDate::Range(from, to) => format!("{}–{}", in_words(from), in_words(to)),
            FuzzyDate::Within(from, to) => {
                format!("not stated, within {}–{}", in_words(from), in_words(to))
            }
            FuzzyDate::NotStated => "not stated".to_owned(),
        }
    }

    /// Returns the number of its paragraph in the report, from 1.
    pub fn paragraph(&self) -> u16 {
        self.quotes.first().map_or(0, |quote| quote.paragraph)
    }

    /// Returns its status and those of its interpretations, each once, the fact's own first.
    pub fn statuses(&self) -> Vec<&str> {
        let mut all = vec![self.status.as_str()];
        for each in &self.interpretations {
            if !all.contains(&each.status.as_str()) {
                all.push(&each.status);
            }
        }
        all
    }

    fn names(&self, code: &str) -> bool {
        self.scope.places.iter().any(|place| place == code)
    }
}

fn in_words(period: Period) -> String {
    match period {
        Period::Day(date) => day(&date.to_string()),
        Period::Month(year, month) => format!("{} {year}", month_name(month.into())),
        Period::Quarter(year, quarter) => format!("quarter {quarter} of {year}"),
        Period::Half(year, 1) => format!("first half of {year}"),
        Period::Half(year, _) => format!("second half of {year}"),
        Period::Year(year) => year.to_string(),
    }
}

/// Returns an ISO date in words: `8 June 2023`. Any other text is returned as it is.
pub fn day(date: &str) -> String {
    let mut parts = date.splitn(3, '-');
    let numbers = (
        parts.next(),
        parts.next().and_then(|month| month.parse().ok()),
        parts.next().and_then(|day| day.parse::<u8>().ok()),
    );
    match numbers {
        (Some(year), Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
        _ => date.to_owned(),
    }
}

/// Returns the English name of a month, counted from 1.
fn month_name(month: usize) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(month.wrapping_sub(1)).copied().unwrap_or("unknown month")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_words() {
        assert_eq!(day("2023-06-08"), "8 June 2023");
        assert_eq!(day("2023"), "2023");
        let words = |json: &str| {
            let json = format!(
                r#"{{"quotes": [], "title": "", "text": "", "scope": {{}}, "status": "held", "date": {json}}}"#
            );
            serde_json::from_str::<Fact>(&json).unwrap().date()
        };
        for (json, expected) in [
            (r#""2022-12""#, "December 2022"),
            (r#""2023-41""#, "second half of 2023"),
            (r#""2021/2023""#, "2021–2023"),
            (r#""1993/..""#, "since 1993"),
            ("null", "not stated"),
        ] {
            assert_eq!(words(json), expected);
        }
    }
}
