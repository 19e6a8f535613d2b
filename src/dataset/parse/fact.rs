//! Reading a fact.

use super::when::when;
use super::{ENTRIES, area_id, code, fact_id, filled, person_id};
use crate::dataset::lists::List;
use crate::dataset::node::{Node, Object, string};
use crate::dataset::{Fact, Kind, PersonId, PlaceCode, Reach, Reading, Status, Unstated, When};

/// A fact with all that belongs to it.
pub fn fact(node: &Node<'_>) -> Option<Fact> {
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
        id: id.unwrap_or_default(),
        paragraph: paragraph.and_then(|number| u8::try_from(number).ok()).unwrap_or_default(),
        anchor: anchor.unwrap_or_default(),
        kind: kind.unwrap_or_default(),
        area,
        title: title.unwrap_or_default(),
        text: text.unwrap_or_default(),
        audience,
        reach: reach.unwrap_or(Reach::AseanWide {}),
        date: date.unwrap_or(When::NotStated { within: None }),
        status: status.unwrap_or_default(),
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
    Some(Reading {
        text: text.unwrap_or_default(),
        date: date.unwrap_or(When::NotStated { within: None }),
        status: status.unwrap_or_default(),
    })
}

fn reach(node: &Node<'_>) -> Option<Reach> {
    let all = node.object(&["extent", "places"])?;
    let is_named =
        all.must("extent", |node| node.word(&[("named", true), ("asean-wide", false)]))?;
    if is_named {
        let places = all.must("places", |node| filled(node, ENTRIES, known_member))?;
        let stands_before = |(at, code)| places.iter().take(at).any(|before| before == code);
        if places.iter().enumerate().any(stands_before) {
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
