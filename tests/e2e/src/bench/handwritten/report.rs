//! The parts of the report's file that the hand-written page shows. No other module here knows the file's format.

use serde::Deserialize;

/// The report.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// Where the report was published.
    pub source: Source,
    /// The member states, and the partner.
    pub places: Vec<Place>,
    /// The areas of cooperation.
    pub areas: Vec<Area>,
    /// The facts, in the order of the report.
    pub facts: Vec<Fact>,
    /// Dates that are not from the report.
    pub context: Vec<Context>,
}

/// Where the report was published.
#[derive(Debug, Deserialize)]
pub struct Source {
    /// The publisher.
    pub outlet: String,
    /// The headline.
    pub headline: String,
    /// The ISO date of publication.
    pub published: String,
    /// The address of the report.
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
    /// The ISO date; the partner has none.
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
    /// The number of its paragraph in the report, from 1.
    pub paragraph: u8,
    /// The id of its area; only projects have one.
    pub area: Option<String>,
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
    pub readings: Vec<Reading>,
    reach: Reach,
    date: Date,
    status: String,
}

/// One way to understand a sentence.
#[derive(Debug, Deserialize)]
pub struct Reading {
    /// A sentence.
    pub text: String,
    status: String,
}

#[derive(Debug, Deserialize)]
struct Reach {
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

#[derive(Debug, Deserialize)]
#[serde(tag = "precision", rename_all = "kebab-case")]
enum Date {
    Day { date: String },
    Month { year: u16, month: usize },
    Year { year: u16 },
    HalfYear { year: u16, half: String },
    Range { years: Years },
    Since { year: u16 },
    NotStated { within: Option<Years> },
}

#[derive(Debug, Deserialize)]
struct Years {
    from: u16,
    to: u16,
}

impl Report {
    /// Returns the states with a date of joining: present members, without the partner.
    pub fn members(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(|place| place.membership.joined.is_some())
    }

    /// Returns whether a state was a member on the day of the report.
    pub fn was_member(&self, place: &Place) -> bool {
        place.membership.joined.as_ref().is_some_and(|joined| *joined <= self.source.published)
    }

    /// Returns the facts that name a state.
    pub fn naming(&self, code: &str) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.names(code))
    }

    /// Returns the facts that name no state.
    pub fn asean_wide(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.reach.places.is_empty())
    }

    /// Returns the facts that belong to an area, each with its area.
    pub fn projects(&self) -> impl Iterator<Item = (&Fact, &Area)> {
        self.facts.iter().filter_map(|fact| {
            let area = self.areas.iter().find(|area| Some(&area.id) == fact.area.as_ref())?;
            Some((fact, area))
        })
    }

    /// Returns the codes of the states that a fact covers.
    pub fn covered(&self, fact: &Fact) -> Vec<&str> {
        let is_covered = |place: &&Place| {
            fact.names(&place.code) || fact.reach.places.is_empty() && self.was_member(place)
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
        match &self.date {
            Date::Day { date } => day(date),
            Date::Month { year, month } => format!("{} {year}", month_name(*month)),
            Date::Year { year } => year.to_string(),
            Date::HalfYear { year, half } => format!("{half} half of {year}"),
            Date::Range { years } => format!("{}–{}", years.from, years.to),
            Date::Since { year } => format!("since {year}"),
            Date::NotStated { within: Some(years) } => {
                format!("not stated, within {}–{}", years.from, years.to)
            }
            Date::NotStated { within: None } => "not stated".to_owned(),
        }
    }

    /// Returns its status and those of its readings, each once, the fact's own first.
    pub fn statuses(&self) -> Vec<&str> {
        let mut all = vec![self.status.as_str()];
        for reading in &self.readings {
            if !all.contains(&reading.status.as_str()) {
                all.push(&reading.status);
            }
        }
        all
    }

    fn names(&self, code: &str) -> bool {
        self.reach.places.iter().any(|place| place == code)
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
                r#"{{"paragraph": 1, "title": "", "text": "", "reach": {{}}, "status": "held", "date": {json}}}"#
            );
            serde_json::from_str::<Fact>(&json).unwrap().date()
        };
        for (json, expected) in [
            (r#"{"precision": "month", "year": 2022, "month": 12}"#, "December 2022"),
            (
                r#"{"precision": "half-year", "year": 2023, "half": "second"}"#,
                "second half of 2023",
            ),
            (r#"{"precision": "range", "years": {"from": 2021, "to": 2023}}"#, "2021–2023"),
            (r#"{"precision": "since", "year": 1993}"#, "since 1993"),
            (r#"{"precision": "not-stated"}"#, "not stated"),
        ] {
            assert_eq!(words(json), expected);
        }
    }
}
