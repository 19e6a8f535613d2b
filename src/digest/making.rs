//! Making a digest, at build time.

use std::collections::BTreeMap;

use super::{Digest, Facet, NAMED, Part, State};
use crate::atlas::Atlas;
use crate::dataset::{Fact, Reach};
use crate::locale::{LIVE, Message};
use crate::scene::fold::fold;
use crate::scene::sheet::PAGE;
use crate::scene::{cards, map, places, timeline, words};

impl Digest {
    /// What of an atlas travels to the live page.
    pub fn of(atlas: &Atlas) -> Self {
        let facts = &atlas.dataset.facts;
        let each = |of: fn(&Fact) -> &str| facts.iter().map(|fact| of(fact).to_owned()).collect();
        let mut reaches: BTreeMap<String, &Fact> = BTreeMap::new();
        for fact in facts {
            reaches.entry(words::reach(atlas, fact)).or_insert(fact);
        }
        let reached = |fact: &Fact| {
            let how = if matches!(fact.reach, Reach::Named { .. }) { NAMED } else { "wide" };
            let codes = places::reached(&atlas.dataset, fact);
            let codes = codes.iter().map(ToString::to_string);
            std::iter::once(how.to_owned()).chain(codes).collect::<Vec<_>>().join(" ")
        };
        Self {
            words: atlas.locale.words.first(LIVE.len()),
            states: places::members(&atlas.dataset).map(|place| state(atlas, place)).collect(),
            areas: atlas.dataset.areas.iter().map(|area| area.id.to_string()).collect(),
            filed: filed(atlas),
            ids: facts.iter().map(|fact| fact.id.to_string()).collect(),
            texts: each(|fact| &fact.text),
            anchors: each(|fact| &fact.anchor),
            facets: facets(atlas),
            reached: reaches.values().map(|fact| reached(fact)).collect(),
        }
    }
}

fn state(atlas: &Atlas, place: &crate::dataset::Place) -> State {
    let tier = places::tier(&atlas.dataset, place);
    State {
        code: place.code.to_string(),
        name: place.name.clone(),
        tier: tier.word().to_owned(),
        line: map::tier_line(atlas, tier, place),
    }
}

fn filed(atlas: &Atlas) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for fact in cards::projects(&atlas.dataset) {
        *counts.entry(cards::filed(fact)).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// The facets in the order of [`Part::ALL`](super::Part::ALL).
fn facets(atlas: &Atlas) -> Vec<Facet> {
    let facts = &atlas.dataset.facts;
    let locale = &atlas.locale;
    let of = |key: &dyn Fn(&Fact) -> (String, String)| facet(facts, key);
    let plain = |value: String| (value.clone(), value);
    let area = |fact: &Fact| fact.area.and_then(|id| atlas.dataset.area(id));
    let mut facets = vec![
        of(&|fact| (folded(&fact.title), fact.title.clone())),
        of(&|fact| plain(words::reach(atlas, fact))),
        of(&|fact| (date_key(fact), words::date(locale, fact.date))),
        of(&|fact| plain(locale.say(words::status(fact.status)).to_owned())),
        of(&|fact| plain(words::people(atlas, fact))),
        of(&|fact| (format!("{:03}", fact.paragraph), fact.paragraph.to_string())),
        of(&|fact| plain(locale.say(words::kind(fact.kind)).to_owned())),
        of(&|fact| plain(area(fact).map_or_else(String::new, |area| area.name.clone()))),
        of(&|fact| plain(also_known(atlas, fact))),
    ];
    if facts.len() > PAGE {
        let clocked = |fact: &Fact| words::clocked_status(atlas, fact.status, fact.date);
        facets.extend([
            of(&|fact| plain(clocked(fact).report)),
            of(&|fact| plain(clocked(fact).today)),
            of(&|fact| plain(fact.status.word().to_owned())),
            of(&|fact| plain(unsaid(atlas, fact))),
            of(&|fact| plain(readings(atlas, fact))),
        ]);
    }
    facets.resize(Part::ALL.len(), Facet::default());
    facets
}

fn unsaid(atlas: &Atlas, fact: &Fact) -> String {
    let said = fact.not_stated.iter().map(|what| atlas.locale.say(words::unstated(*what)));
    said.collect::<Vec<_>>().join(" ")
}

/// A line for each, below a line that says what they are; empty where there is one way to read it.
fn readings(atlas: &Atlas, fact: &Fact) -> String {
    let each = words::readings(atlas, fact).into_iter();
    let each: Vec<String> =
        each.map(|(label, reading)| [&label, " ", &*reading.text].concat()).collect();
    if each.is_empty() {
        return String::new();
    }
    [atlas.locale.say(Message::ReadingsTitle), &each.join("\n")].join("\n")
}

fn folded(title: &str) -> String {
    let mut folded = String::new();
    fold(title, &mut folded);
    folded.to_lowercase()
}

/// Sorts as the days do; empty where no date is stated.
fn date_key(fact: &Fact) -> String {
    timeline::span(fact.date).map_or_else(String::new, |(from, to)| format!("{from:08}{to:08}"))
}

/// A facet whose values have a key by which they are sorted, and their words; an empty key says that nothing is stated.
fn facet(facts: &[Fact], of: &dyn Fn(&Fact) -> (String, String)) -> Facet {
    let keyed: Vec<(bool, String, String)> = facts
        .iter()
        .map(|fact| {
            let (key, value) = of(fact);
            (key.is_empty(), key, value)
        })
        .collect();
    let mut values = keyed.clone();
    values.sort();
    values.dedup();
    let place = |own| values.binary_search(own).unwrap_or_default();
    Facet {
        of: keyed.iter().map(place).collect(),
        stated: values.iter().filter(|(is_blank, _, _)| !is_blank).count(),
        values: values.into_iter().map(|(_, _, value)| value).collect(),
    }
}

/// The other names of the states that a fact names; for an ASEAN-wide fact the names and other names of all the members of
/// that day, so that a search for one of them finds what covers it.
fn also_known(atlas: &Atlas, fact: &Fact) -> String {
    let codes = places::reached(&atlas.dataset, fact);
    let reached = codes.iter().filter_map(|code| atlas.dataset.place(*code));
    let mut names = Vec::new();
    for place in reached {
        if matches!(fact.reach, Reach::AseanWide {}) {
            names.push(place.name.as_str());
        }
        names.extend(place.aliases.iter().map(String::as_str));
    }
    names.join(" ")
}
