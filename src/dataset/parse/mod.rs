//! From the file's text to a [`Dataset`], or to everything that is wrong with it.
//!
//! What cannot be read is noted, and a stand-in takes its place, so that all the rest is looked at too; where
//! anything was noted, nothing of what was read is given away.

mod fact;
mod when;

use serde_json::Value;

use super::lists::List;
use super::node::{Findings, Node, link, string};
use super::problem::Problems;
use super::{
    Area, AreaId, ContextFact, ContextSource, ContextSourceId, Dataset, Day, FORMAT, FactId, Icon,
    Membership, Paragraph, Person, PersonId, Place, PlaceCode, Source,
};
use fact::fact;

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
        format: format.unwrap_or_default(),
        source: source.unwrap_or_default(),
        people: people.unwrap_or_default(),
        places: places.unwrap_or_default(),
        areas: areas.unwrap_or_default(),
        facts: facts.unwrap_or_default(),
        context_sources: context_sources.unwrap_or_default(),
        context: context.unwrap_or_default(),
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
        outlet: outlet.unwrap_or_default(),
        headline: headline.unwrap_or_default(),
        published: published.unwrap_or_default(),
        retrieved: retrieved.unwrap_or_default(),
        url: url.unwrap_or_default(),
        paragraphs: paragraphs.unwrap_or_default(),
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
    Some(Paragraph { sha256: sha256.unwrap_or_default() })
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
    Some(Person {
        id: id.unwrap_or_default(),
        name: name.unwrap_or_default(),
        office: office.unwrap_or_default(),
    })
}

fn place(node: &Node<'_>) -> Option<Place> {
    let all = node.object(&["code", "name", "aliases", "membership"])?;
    let code = all.must("code", code);
    let name = all.must("name", string);
    let aliases = all.may("aliases", |node| node.list(ENTRIES, string)).unwrap_or_default();
    let membership = all.must("membership", membership);
    Some(Place {
        code: code.unwrap_or_default(),
        name: name.unwrap_or_default(),
        aliases,
        membership: membership.unwrap_or(Membership::Partner {}),
    })
}

fn membership(node: &Node<'_>) -> Option<Membership> {
    let all = node.object(&["asean", "joined", "source"])?;
    let is_member = all.must("asean", |node| node.word(&[("member", true), ("partner", false)]))?;
    if is_member {
        let joined = all.must("joined", day);
        let source = all.must("source", known_context_source);
        return Some(Membership::Member {
            joined: joined.unwrap_or_default(),
            source: source.unwrap_or_default(),
        });
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
    Some(Area {
        id: id.unwrap_or_default(),
        name: name.unwrap_or_default(),
        icon: icon.unwrap_or_default(),
    })
}

fn context_source(node: &Node<'_>) -> Option<ContextSource> {
    let all = node.object(&["id", "publisher", "title", "url"])?;
    let id = all.must("id", context_source_id);
    let publisher = all.must("publisher", string);
    let title = all.must("title", string);
    let url = all.must("url", link);
    Some(ContextSource {
        id: id.unwrap_or_default(),
        publisher: publisher.unwrap_or_default(),
        title: title.unwrap_or_default(),
        url: url.unwrap_or_default(),
    })
}

fn context_fact(node: &Node<'_>) -> Option<ContextFact> {
    let all = node.object(&["text", "date", "source"])?;
    let text = all.must("text", string);
    let date = all.must("date", day);
    let source = all.must("source", known_context_source);
    Some(ContextFact {
        text: text.unwrap_or_default(),
        date: date.unwrap_or_default(),
        source: source.unwrap_or_default(),
    })
}
