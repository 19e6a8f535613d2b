//! From the file's text to a [`Dataset`], or to everything that is wrong with it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lists::List;
use super::node::{Findings, Node, Object, link, string};
use super::problem::Problems;
use super::{
    Area, AreaId, Basis, ContextFact, ContextSource, ContextSourceId, Dataset, Day, FORMAT, Fact,
    FactId, Half, Icon, Kind, Membership, Paragraph, Person, PersonId, Place, PlaceCode, Reach,
    Reading, Source, Status, Unstated, When, Years, date::YEARS,
};

/// The most facts that a file may have.
pub const FACTS: usize = 50_000;

/// The most entries that any other list may have.
pub const ENTRIES: usize = 1_000;

impl Dataset {
    /// Reads a dataset; where the text is not one, says all that is wrong, each with its JSON path.
    ///
    /// A text that is not JSON has one problem: the place where it stops being it.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        let value = match serde_json::from_str::<Value>(text) {
            Ok(value) => value,
            Err(error) => return Err(not_json(&error)),
        };
        let findings = Findings::ahead(&value);
        let dataset = dataset(&Node::root(&value, &findings));
        let problems = findings.into_problems();
        match dataset {
            Some(dataset) if problems.is_empty() => Ok(dataset),
            _ => Err(problems),
        }
    }
}

fn not_json(error: &serde_json::Error) -> Problems {
    let (line, column) = (error.line().to_string(), error.column().to_string());
    let mut problems = Problems::default();
    let place = ["is not JSON from line ", &line, ", column ", &column, " on"].concat();
    problems.add("$", &place);
    problems
}

fn dataset(node: &Node<'_>) -> Option<Dataset> {
    let all = node.object(&[
        "$schema",
        "format",
        "source",
        "people",
        "places",
        "areas",
        "facts",
        "context_sources",
        "context",
    ])?;
    all.may("$schema", string);
    let format = all.must("format", |node| node.number(1, FORMAT));
    let source = all.must("source", source);
    let people = all.must("people", |node| node.list(ENTRIES, person));
    let places = all.must("places", |node| filled(node, ENTRIES, place));
    let areas = all.must("areas", |node| node.list(ENTRIES, area));
    let facts = all.must("facts", |node| filled(node, FACTS, fact));
    let context_sources = all.must("context_sources", |node| node.list(ENTRIES, context_source));
    let context = all.must("context", |node| node.list(ENTRIES, context_fact));
    Some(Dataset {
        format: format?,
        source: source?,
        people: people?,
        places: places?,
        areas: areas?,
        facts: facts?,
        context_sources: context_sources?,
        context: context?,
    })
}

/// A list that must not be empty.
fn filled<T>(
    node: &Node<'_>,
    most: usize,
    read: impl Fn(&Node<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let list = node.list(most, read)?;
    if node.is_empty_list() {
        node.wrong("must have at least one entry");
    }
    Some(list)
}

fn source(node: &Node<'_>) -> Option<Source> {
    let all =
        node.object(&["outlet", "headline", "published", "retrieved", "url", "paragraphs"])?;
    let outlet = all.must("outlet", string);
    let headline = all.must("headline", string);
    let published = all.must("published", day);
    let retrieved = all.must("retrieved", day);
    let url = all.must("url", link);
    let paragraphs = all.must("paragraphs", |node| filled(node, usize::from(u8::MAX), paragraph));
    if let (Some(published), Some(retrieved)) = (published, retrieved)
        && retrieved < published
    {
        all.wrong_at("retrieved", "must not be before the day of publication");
    }
    Some(Source {
        outlet: outlet?,
        headline: headline?,
        published: published?,
        retrieved: retrieved?,
        url: url?,
        paragraphs: paragraphs?,
    })
}

fn paragraph(node: &Node<'_>) -> Option<Paragraph> {
    let all = node.object(&["sha256"])?;
    let sha256 = all.must("sha256", |node| {
        node.formed("64 lower-case hexadecimal digits", |text| {
            let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
            (text.len() == 64 && text.bytes().all(hex)).then(|| text.to_owned())
        })
    });
    Some(Paragraph { sha256: sha256? })
}

fn day(node: &Node<'_>) -> Option<Day> {
    node.formed("a day of the calendar, 1900-01-01 to 2100-12-31", Day::parse)
}

const SLUG: &str = "lower-case letters and digits parted by single hyphens, at most 31 in all";

fn fact_id(node: &Node<'_>) -> Option<FactId> {
    node.formed(SLUG, FactId::new)
}

fn area_id(node: &Node<'_>) -> Option<AreaId> {
    node.formed(SLUG, AreaId::new)
}

fn person_id(node: &Node<'_>) -> Option<PersonId> {
    node.formed(SLUG, PersonId::new)
}

fn context_source_id(node: &Node<'_>) -> Option<ContextSourceId> {
    node.formed(SLUG, ContextSourceId::new)
}

fn known_context_source(node: &Node<'_>) -> Option<ContextSourceId> {
    node.known(List::ContextSources, context_source_id(node))
}

fn code(node: &Node<'_>) -> Option<PlaceCode> {
    node.formed("the ISO 3166-1 alpha-3 code of a state of this atlas", |text| {
        PlaceCode::new(text).filter(|code| code.is_of_the_atlas())
    })
}

fn person(node: &Node<'_>) -> Option<Person> {
    let all = node.object(&["id", "name", "office"])?;
    let id = all.must("id", person_id);
    let name = all.must("name", string);
    let office = all.must("office", string);
    Some(Person { id: id?, name: name?, office: office? })
}

fn place(node: &Node<'_>) -> Option<Place> {
    let all = node.object(&["code", "name", "aliases", "membership"])?;
    let code = all.must("code", code);
    let name = all.must("name", string);
    let aliases = all.may("aliases", |node| node.list(ENTRIES, string)).unwrap_or_default();
    let membership = all.must("membership", membership);
    Some(Place { code: code?, name: name?, aliases, membership: membership? })
}

fn membership(node: &Node<'_>) -> Option<Membership> {
    let all = node.object(&["asean", "joined", "source"])?;
    let is_member = all.must("asean", |node| node.word(&[("member", true), ("partner", false)]))?;
    if is_member {
        let joined = all.must("joined", day);
        let source = all.must("source", known_context_source);
        return Some(Membership::Member { joined: joined?, source: source? });
    }
    for key in ["joined", "source"] {
        all.may(key, |node| -> Option<()> {
            node.wrong("belongs to a member; a partner has none");
            None
        });
    }
    Some(Membership::Partner {})
}

fn area(node: &Node<'_>) -> Option<Area> {
    let all = node.object(&["id", "name", "icon"])?;
    let id = all.must("id", area_id);
    let name = all.must("name", string);
    let icon = all.must("icon", |node| node.word(Icon::WORDS));
    Some(Area { id: id?, name: name?, icon: icon? })
}

fn context_source(node: &Node<'_>) -> Option<ContextSource> {
    let all = node.object(&["id", "publisher", "title", "url"])?;
    let id = all.must("id", context_source_id);
    let publisher = all.must("publisher", string);
    let title = all.must("title", string);
    let url = all.must("url", link);
    Some(ContextSource { id: id?, publisher: publisher?, title: title?, url: url? })
}

fn context_fact(node: &Node<'_>) -> Option<ContextFact> {
    let all = node.object(&["text", "date", "source"])?;
    let text = all.must("text", string);
    let date = all.must("date", day);
    let source = all.must("source", known_context_source);
    Some(ContextFact { text: text?, date: date?, source: source? })
}

fn fact(node: &Node<'_>) -> Option<Fact> {
    let all = node.object(&[
        "id",
        "paragraph",
        "anchor",
        "kind",
        "area",
        "title",
        "text",
        "audience",
        "reach",
        "date",
        "status",
        "people",
        "not_stated",
        "readings",
    ])?;
    let id = all.must("id", fact_id);
    let paragraph = all.must("paragraph", paragraph_number);
    let anchor = all.must("anchor", anchor);
    let kind = all.must("kind", |node| node.word(Kind::WORDS));
    let area = all.may("area", |node| node.known(List::Areas, area_id(node)));
    let title = all.must("title", string);
    let text = all.must("text", string);
    let audience = all.may("audience", string);
    let reach = all.must("reach", reach);
    let date = all.must("date", when);
    let status = all.must("status", |node| node.word(Status::WORDS));
    let people = all.may("people", |node| node.list(ENTRIES, known_person)).unwrap_or_default();
    let not_stated = all.may("not_stated", |node| node.list(ENTRIES, unstated)).unwrap_or_default();
    let readings = all.may("readings", |node| node.list(ENTRIES, reading)).unwrap_or_default();
    if let Some(kind) = kind {
        check_area(&all, kind);
    }
    if let (Some(date), Some(status)) = (date, status) {
        check_readings(&all, &readings, date, status);
    }
    Some(Fact {
        id: id?,
        paragraph: u8::try_from(paragraph?).ok()?,
        anchor: anchor?,
        kind: kind?,
        area,
        title: title?,
        text: text?,
        audience,
        reach: reach?,
        date: date?,
        status: status?,
        people,
        not_stated,
        readings,
    })
}

fn known_person(node: &Node<'_>) -> Option<PersonId> {
    node.known(List::People, person_id(node))
}

fn paragraph_number(node: &Node<'_>) -> Option<u16> {
    let last = node.paragraphs().and_then(|count| u16::try_from(count).ok());
    let last = last.filter(|last| (1..=u16::from(u8::MAX)).contains(last));
    node.number(1, last.unwrap_or(u8::MAX.into()))
}

/// A project belongs to an area, and nothing else does.
fn check_area(fact: &Object<'_>, kind: Kind) {
    match (kind, fact.has("area")) {
        (Kind::Project, false) => {
            fact.wrong_at("area", "is missing: a project belongs to an area");
        }
        (Kind::Project, true) | (_, false) => {}
        (_, true) => fact.wrong_at("area", "belongs to a project; this is none"),
    }
}

/// Where a passage can be read in several ways, the first is that of the fact itself.
fn check_readings(fact: &Object<'_>, readings: &[Reading], date: When, status: Status) {
    match readings {
        [] => {}
        [_] => fact.wrong_at("readings", "must be none or at least two"),
        [own, ..] if own.date != date || own.status != status => {
            fact.wrong_at("readings", "must begin with the date and the status of the fact itself");
        }
        _ => {}
    }
}

fn anchor(node: &Node<'_>) -> Option<String> {
    node.formed("a phrase of at most 12 words", |text| {
        (text.split_whitespace().count() <= 12).then(|| text.to_owned())
    })
}

fn unstated(node: &Node<'_>) -> Option<Unstated> {
    node.word(Unstated::WORDS)
}

fn reading(node: &Node<'_>) -> Option<Reading> {
    let all = node.object(&["text", "date", "status"])?;
    let text = all.must("text", string);
    let date = all.must("date", when);
    let status = all.must("status", |node| node.word(Status::WORDS));
    Some(Reading { text: text?, date: date?, status: status? })
}

fn reach(node: &Node<'_>) -> Option<Reach> {
    let all = node.object(&["extent", "places"])?;
    let is_named =
        all.must("extent", |node| node.word(&[("named", true), ("asean-wide", false)]))?;
    if is_named {
        let places = all.must("places", |node| filled(node, ENTRIES, known_member))?;
        if places.iter().collect::<BTreeSet<_>>().len() < places.len() {
            all.wrong_at("places", "must name each place once");
        }
        return Some(Reach::Named { places });
    }
    all.may("places", |node| -> Option<()> {
        node.wrong("belongs to what names states; what is ASEAN-wide names none");
        None
    });
    Some(Reach::AseanWide {})
}

fn known_member(node: &Node<'_>) -> Option<PlaceCode> {
    node.known(List::Members, code(node))
}

fn year(node: &Node<'_>) -> Option<u16> {
    node.number(*YEARS.start(), *YEARS.end())
}

fn years(node: &Node<'_>) -> Option<Years> {
    let all = node.object(&["from", "to"])?;
    let from = all.must("from", year);
    let to = all.must("to", year);
    let years = Years { from: from?, to: to? };
    if years.from > years.to {
        all.wrong("must not begin after it ends");
        return None;
    }
    Some(years)
}

/// The ways in which a date can be exact, before its parts are read.
#[derive(Clone, Copy)]
enum Precision {
    Day,
    Month,
    HalfYear,
    Year,
    Since,
    Range,
    NotStated,
}

const PRECISIONS: &[(&str, Precision)] = &[
    ("day", Precision::Day),
    ("month", Precision::Month),
    ("half-year", Precision::HalfYear),
    ("year", Precision::Year),
    ("since", Precision::Since),
    ("range", Precision::Range),
    ("not-stated", Precision::NotStated),
];

fn when(node: &Node<'_>) -> Option<When> {
    let keys = ["precision", "date", "year", "month", "half", "years", "within", "basis"];
    let precision = node.object(&keys)?.must("precision", |node| node.word(PRECISIONS))?;
    let known: &[&str] = match precision {
        Precision::Day => &["precision", "basis", "date"],
        Precision::Month => &["precision", "basis", "year", "month"],
        Precision::HalfYear => &["precision", "basis", "year", "half"],
        Precision::Year | Precision::Since => &["precision", "basis", "year"],
        Precision::Range => &["precision", "basis", "years"],
        Precision::NotStated => &["precision", "within"],
    };
    let all = node.object(known)?;
    if matches!(precision, Precision::NotStated) {
        return Some(When::NotStated { within: all.may("within", years) });
    }
    let basis = all.must("basis", |node| node.word(Basis::WORDS));
    let in_year = |basis| Some((all.must("year", year)?, basis?));
    match precision {
        Precision::Day => {
            let date = all.must("date", day);
            Some(When::Day { date: date?, basis: basis? })
        }
        Precision::Month => {
            let month = all.must("month", |node| node.number(1, 12));
            let (year, basis) = in_year(basis)?;
            Some(When::Month { year, month: u8::try_from(month?).ok()?, basis })
        }
        Precision::HalfYear => {
            let half = all.must("half", |node| node.word(Half::WORDS));
            let (year, basis) = in_year(basis)?;
            Some(When::HalfYear { year, half: half?, basis })
        }
        Precision::Year => in_year(basis).map(|(year, basis)| When::Year { year, basis }),
        Precision::Since => in_year(basis).map(|(year, basis)| When::Since { year, basis }),
        Precision::Range => {
            let years = all.must("years", years);
            Some(When::Range { years: years?, basis: basis? })
        }
        Precision::NotStated => None,
    }
}
