//! The checks of a report: ids, references, ranges, texts and links.

use std::collections::BTreeSet;

use super::day::YEARS;
use super::diagnostic::{is_direction_mark, is_line_separator, text_excerpt};
use super::{
    AreaId, ContextSourceId, Diagnostic, FORMAT, Fact, FactKind, FuzzyDate, Interpretation,
    Membership, PersonId, Place, PlaceCode, Report, Scope, Source, Text, Years,
};

/// The most facts that a report may have.
pub const MAX_FACTS: usize = 50_000;

/// The most entries that any other list may have.
pub const MAX_ENTRIES: usize = 1_000;

/// The most paragraphs that a report may have.
pub const MAX_PARAGRAPHS: usize = 255;

/// The most characters that a text may have.
pub const MAX_CHARACTERS: usize = 2_000;

/// The most words that a quote may have.
pub const MAX_QUOTE_WORDS: usize = 12;

/// Returns everything that is wrong with a report, in the order of the file; empty where it is complete.
pub fn validate(report: &Report) -> Vec<Diagnostic> {
    let mut validator = Validator { report, known: Known::of(report), found: Vec::new() };
    validator.report();
    validator.found
}

/// The ids that other values refer to.
struct Known {
    people: BTreeSet<PersonId>,
    areas: BTreeSet<AreaId>,
    members: BTreeSet<PlaceCode>,
    context_sources: BTreeSet<ContextSourceId>,
}

impl Known {
    fn of(report: &Report) -> Self {
        let is_member = |place: &&Place| matches!(place.membership, Membership::Member { .. });
        Self {
            people: report.people.iter().map(|person| person.id).collect(),
            areas: report.areas.iter().map(|area| area.id).collect(),
            members: report.places.iter().filter(is_member).map(|place| place.code).collect(),
            context_sources: report.context_sources.iter().map(|source| source.id).collect(),
        }
    }
}

struct Validator<'a> {
    report: &'a Report,
    known: Known,
    found: Vec<Diagnostic>,
}

impl Validator<'_> {
    fn add(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.found.push(Diagnostic::new(path, message));
    }

    fn report(&mut self) {
        let report = self.report;
        if report.format != FORMAT {
            self.add("$.format", format!("must be {FORMAT}, but is {}", report.format));
        }
        self.source(&report.source);
        self.people();
        self.places();
        self.areas();
        self.facts();
        self.context();
    }

    fn source(&mut self, source: &Source) {
        self.text("$.source.outlet", &source.outlet);
        self.plain_text("$.source.headline", &source.headline);
        self.link("$.source.url", &source.url);
        if source.retrieved < source.published {
            self.add("$.source.retrieved", "must not be before the day of publication");
        }
        self.length("$.source.paragraphs", source.paragraphs.len(), 1, MAX_PARAGRAPHS);
        for (index, paragraph) in source.paragraphs.iter().enumerate() {
            let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
            if paragraph.sha256.len() != 64 || !paragraph.sha256.bytes().all(is_hex) {
                let path = format!("$.source.paragraphs[{index}].sha256");
                self.add(path, "must be 64 lower-case hexadecimal digits");
            }
        }
    }

    fn people(&mut self) {
        let people = &self.report.people;
        self.list("$.people", "id", people.iter().map(|person| person.id), 0, MAX_ENTRIES);
        for (index, person) in people.iter().enumerate() {
            self.text(&format!("$.people[{index}].name"), &person.name);
            self.text(&format!("$.people[{index}].office"), &person.office);
        }
    }

    fn places(&mut self) {
        let places = &self.report.places;
        self.list("$.places", "code", places.iter().map(|place| place.code), 1, MAX_ENTRIES);
        for (index, place) in places.iter().enumerate() {
            let path = format!("$.places[{index}]");
            if !place.code.is_mapped() {
                let code = text_excerpt(place.code.as_str());
                let message = format!("must be a place that the map shows, but is “{code}”");
                self.add(format!("{path}.code"), message);
            }
            self.text(&format!("{path}.name"), &place.name);
            self.aliases(&path, &place.aliases);
            if let Membership::Member { source, .. } = place.membership {
                let is_known = self.known.context_sources.contains(&source);
                self.reference(&format!("{path}.membership.source"), is_known, source.as_str());
            }
        }
    }

    fn aliases(&mut self, path: &str, aliases: &[String]) {
        self.length(&format!("{path}.aliases"), aliases.len(), 0, MAX_ENTRIES);
        for (index, alias) in aliases.iter().enumerate() {
            self.plain_text(&format!("{path}.aliases[{index}]"), alias);
        }
    }

    fn areas(&mut self) {
        let areas = &self.report.areas;
        self.list("$.areas", "id", areas.iter().map(|area| area.id), 0, MAX_ENTRIES);
        for (index, area) in areas.iter().enumerate() {
            self.text(&format!("$.areas[{index}].name"), &area.name);
        }
    }

    fn facts(&mut self) {
        let facts = &self.report.facts;
        self.list("$.facts", "id", facts.iter().map(|fact| fact.id), 1, MAX_FACTS);
        for (index, fact) in facts.iter().enumerate() {
            self.fact(&format!("$.facts[{index}]"), fact);
        }
    }

    fn fact(&mut self, path: &str, fact: &Fact) {
        let paragraphs = self.report.source.paragraphs.len();
        if fact.paragraph < 1 || usize::from(fact.paragraph) > paragraphs {
            let message = format!(
                "must be a whole number from 1 to {paragraphs}, the paragraphs of the report"
            );
            self.add(format!("{path}.paragraph"), message);
        }
        self.plain_text(&format!("{path}.anchor"), &fact.quote);
        if fact.quote.split_whitespace().count() > MAX_QUOTE_WORDS {
            let message = format!("must have at most {MAX_QUOTE_WORDS} words");
            self.add(format!("{path}.anchor"), message);
        }
        self.area(path, fact);
        self.text(&format!("{path}.title"), &fact.title);
        self.text(&format!("{path}.text"), &fact.text);
        if let Some(audience) = &fact.audience {
            self.text(&format!("{path}.audience"), audience);
        }
        self.scope(&format!("{path}.reach.places"), &fact.scope);
        self.date(&format!("{path}.date"), fact.date);
        self.length(&format!("{path}.people"), fact.people.len(), 0, MAX_ENTRIES);
        for (index, person) in fact.people.iter().enumerate() {
            let is_known = self.known.people.contains(person);
            self.reference(&format!("{path}.people[{index}]"), is_known, person.as_str());
        }
        self.length(&format!("{path}.not_stated"), fact.not_stated.len(), 0, MAX_ENTRIES);
        self.aliases(path, &fact.aliases);
        self.interpretations(&format!("{path}.readings"), fact);
    }

    /// A project belongs to an area, and nothing else does.
    fn area(&mut self, path: &str, fact: &Fact) {
        let path = format!("{path}.area");
        match (fact.kind, fact.area) {
            (FactKind::Project, None) => self.add(path, "is missing: a project belongs to an area"),
            (FactKind::Project, Some(area)) => {
                let is_known = self.known.areas.contains(&area);
                self.reference(&path, is_known, area.as_str());
            }
            (_, None) => {}
            (_, Some(_)) => self.add(path, "belongs to a project; this fact is none"),
        }
    }

    fn scope(&mut self, path: &str, scope: &Scope) {
        let Scope::Named { places } = scope else { return };
        self.length(path, places.len(), 1, MAX_ENTRIES);
        for (index, code) in places.iter().enumerate() {
            let is_known = self.known.members.contains(code);
            self.reference(&format!("{path}[{index}]"), is_known, code.as_str());
            if places.iter().take(index).any(|before| before == code) {
                self.add(
                    format!("{path}[{index}]"),
                    "is there a second time; name each place once",
                );
            }
        }
    }

    fn date(&mut self, path: &str, date: FuzzyDate) {
        match date {
            FuzzyDate::Day { .. } | FuzzyDate::NotStated { within: None } => {}
            FuzzyDate::Month { year, month, .. } => {
                self.year(&format!("{path}.year"), year);
                if !(1..=12).contains(&month) {
                    self.add(format!("{path}.month"), "must be a whole number from 1 to 12");
                }
            }
            FuzzyDate::HalfYear { year, .. }
            | FuzzyDate::Year { year, .. }
            | FuzzyDate::Since { year, .. } => self.year(&format!("{path}.year"), year),
            FuzzyDate::Range { years, .. } => self.years(&format!("{path}.years"), years),
            FuzzyDate::NotStated { within: Some(years) } => {
                self.years(&format!("{path}.within"), years);
            }
        }
    }

    fn year(&mut self, path: &str, year: u16) {
        if !YEARS.contains(&year) {
            let (first, last) = (YEARS.start(), YEARS.end());
            self.add(path, format!("must be a whole number from {first} to {last}"));
        }
    }

    fn years(&mut self, path: &str, years: Years) {
        self.year(&format!("{path}.from"), years.from);
        self.year(&format!("{path}.to"), years.to);
        if years.from > years.to {
            self.add(path, "must not begin after it ends");
        }
    }

    /// An ambiguous passage has at least two interpretations; the first is that of the fact itself.
    fn interpretations(&mut self, path: &str, fact: &Fact) {
        self.length(path, fact.interpretations.len(), 0, MAX_ENTRIES);
        match fact.interpretations.as_slice() {
            [] => {}
            [_] => self.add(path, "must be none or at least two"),
            [first, ..] if first.date != fact.date || first.status != fact.status => {
                self.add(path, "must begin with the date and the status of the fact itself");
            }
            _ => {}
        }
        for (index, Interpretation { text, date, .. }) in fact.interpretations.iter().enumerate() {
            self.text(&format!("{path}[{index}].text"), text);
            self.date(&format!("{path}[{index}].date"), *date);
        }
    }

    fn context(&mut self) {
        let sources = &self.report.context_sources;
        let ids = sources.iter().map(|source| source.id);
        self.list("$.context_sources", "id", ids, 0, MAX_ENTRIES);
        for (index, source) in sources.iter().enumerate() {
            let path = format!("$.context_sources[{index}]");
            self.plain_text(&format!("{path}.publisher"), &source.publisher);
            self.plain_text(&format!("{path}.title"), &source.title);
            self.link(&format!("{path}.url"), &source.url);
        }
        let context = &self.report.context;
        self.length("$.context", context.len(), 0, MAX_ENTRIES);
        for (index, fact) in context.iter().enumerate() {
            let path = format!("$.context[{index}]");
            self.text(&format!("{path}.text"), &fact.text);
            let is_known = self.known.context_sources.contains(&fact.source);
            self.reference(&format!("{path}.source"), is_known, fact.source.as_str());
        }
    }

    /// Checks the length of a list and that each id stands once.
    fn list<T: Ord>(
        &mut self,
        path: &str,
        key: &str,
        ids: impl ExactSizeIterator<Item = T>,
        min: usize,
        max: usize,
    ) {
        self.length(path, ids.len(), min, max);
        let mut seen = BTreeSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                let message = "is there a second time; an id stands once";
                self.add(format!("{path}[{index}].{key}"), message);
            }
        }
    }

    fn length(&mut self, path: &str, length: usize, min: usize, max: usize) {
        if length < min {
            self.add(path, "must have at least one entry");
        } else if length > max {
            self.add(path, format!("must have at most {max} entries"));
        }
    }

    fn reference(&mut self, path: &str, is_known: bool, id: &str) {
        if !is_known {
            let id = text_excerpt(id);
            self.add(path, format!("refers to “{id}”, which is not in the list it refers to"));
        }
    }

    fn text(&mut self, path: &str, text: &Text) {
        self.plain_text(path, &text.value);
    }

    fn plain_text(&mut self, path: &str, text: &str) {
        if let Some(error) = text_error(text) {
            self.add(path, error);
        }
    }

    /// An address that a link may have: `https:`, a host, and nothing that could end an attribute or hide the host.
    fn link(&mut self, path: &str, url: &str) {
        self.plain_text(path, url);
        let rest = url.strip_prefix("https://").unwrap_or_default();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_forbidden = |c: char| c.is_whitespace() || "\"'<>\\`{}|^".contains(c);
        if host.is_empty() || host.contains('@') || url.contains(is_forbidden) {
            let message = format!(
                "must be an address that begins with https:// and has no blanks or quotes, but is “{}”",
                text_excerpt(url)
            );
            self.add(path, message);
        }
    }
}

/// Returns what is wrong with a text that readers see, if anything.
pub fn text_error(text: &str) -> Option<&'static str> {
    if text.trim().is_empty() {
        Some("must not be blank")
    } else if text.chars().count() > MAX_CHARACTERS {
        Some("must have at most 2000 characters")
    } else if text.chars().any(|c| c.is_control() || is_line_separator(c)) {
        Some("must have no control characters or line breaks")
    } else if text.chars().any(is_direction_mark) {
        Some("must have no invisible marks of writing direction; the page sets the direction")
    } else {
        None
    }
}
