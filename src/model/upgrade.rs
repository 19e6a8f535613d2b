//! Upgrades a report of format 1, which could tell of one partner only.

use serde_json::{Map, Value, json};

use super::{FORMAT, SourceRole};

/// The id that the report gets among the sources.
const REPORT: &str = "report";

/// Returns a report of format 1 as one of format 2; anything else as it is.
///
/// A value that does not fit format 1 keeps its place, so that its problem is reported there.
pub fn upgrade(value: Value) -> Value {
    match value {
        // With the keys of format 2, only its number is wrong.
        Value::Object(old)
            if old.get("format") == Some(&json!(1)) && !old.contains_key("sources") =>
        {
            Value::Object(report(old))
        }
        other => other,
    }
}

fn report(mut old: Map<String, Value>) -> Map<String, Value> {
    let mut new = Map::new();
    if let Some(schema) = old.remove("$schema") {
        new.insert("$schema".to_owned(), schema);
    }
    old.remove("format");
    new.insert("format".to_owned(), json!(FORMAT));
    let (partner, places) = partner_and_places(old.remove("places"));
    let name = partner.get("name").cloned().unwrap_or_default();
    let headline = old.get("source").and_then(|source| source.get("headline")).cloned();
    let title = name.as_str().map(|name| format!("{name} and ASEAN"));
    new.insert(
        "atlas".to_owned(),
        json!({ "title": title, "deck": headline, "lang": "en", "licence": "CC-BY-4.0", "version": "1.0.0" }),
    );
    new.insert("partner".to_owned(), partner);
    let contexts = old.remove("context_sources");
    new.insert("sources".to_owned(), sources(old.remove("source"), contexts));
    new.insert("people".to_owned(), each(old.remove("people"), person));
    new.insert("places".to_owned(), places);
    for key in ["areas", "context"] {
        new.extend(old.remove_entry(key));
    }
    new.insert("facts".to_owned(), each(old.remove("facts"), fact));
    // What format 1 does not know, format 2 does not know either.
    new.extend(old);
    new
}

/// Applies a change to each object of a list.
fn each(list: Option<Value>, change: fn(&mut Map<String, Value>)) -> Value {
    let mut list = list.unwrap_or_else(|| json!([]));
    for entry in list.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        change(entry);
    }
    list
}

/// Takes the partner out of the places; the map of format 1 had the tile of Islamabad.
fn partner_and_places(places: Option<Value>) -> (Value, Value) {
    let mut places = places.unwrap_or_else(|| json!([]));
    let is_partner = |place: &Value| place.pointer("/membership/asean") == Some(&json!("partner"));
    let partner = places.as_array_mut().and_then(|list| {
        let index = list.iter().position(is_partner)?;
        Some(list.remove(index))
    });
    let partner = partner.unwrap_or_default();
    let (code, name) = (partner.get("code"), partner.get("name"));
    let is_pakistan = code.is_some_and(|code| code == "PAK");
    let seat = if is_pakistan { Some(json!("Islamabad")) } else { name.cloned() };
    let mut new = json!({ "kind": "state", "code": code, "name": name, "seat": { "name": seat } });
    if let (Some(new), Some(aliases)) = (new.as_object_mut(), partner.get("aliases")) {
        new.insert("aliases".to_owned(), aliases.clone());
    }
    (new, places)
}

fn sources(report: Option<Value>, contexts: Option<Value>) -> Value {
    let mut sources = Vec::new();
    if let Some(Value::Object(mut source)) = report {
        rename(&mut source, "headline", "title");
        sources.push(with_role(source, REPORT, SourceRole::Report));
    }
    for context in contexts.as_ref().and_then(Value::as_array).into_iter().flatten() {
        let Value::Object(mut source) = context.clone() else {
            sources.push(context.clone());
            continue;
        };
        rename(&mut source, "publisher", "outlet");
        let id = source.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        sources.push(with_role(source, &id, SourceRole::Context));
    }
    Value::Array(sources)
}

fn with_role(source: Map<String, Value>, id: &str, role: SourceRole) -> Value {
    let mut new = Map::new();
    for (key, value) in [("id", json!(id)), ("role", json!(role)), ("lang", json!("en"))] {
        new.insert(key.to_owned(), value);
    }
    new.extend(source);
    Value::Object(new)
}

fn person(person: &mut Map<String, Value>) {
    if let Some(office) = person.remove("office") {
        person.insert("offices".to_owned(), json!([{ "title": office }]));
    }
}

fn fact(fact: &mut Map<String, Value>) {
    let (paragraph, exact) = (fact.remove("paragraph"), fact.remove("anchor"));
    let mut quote = Map::new();
    quote.insert("source".to_owned(), json!(REPORT));
    quote.extend(paragraph.map(|paragraph| ("paragraph".to_owned(), paragraph)));
    quote.extend(exact.map(|exact| ("exact".to_owned(), exact)));
    fact.insert("quotes".to_owned(), json!([quote]));
    if let Some(area) = fact.remove("area") {
        fact.insert("areas".to_owned(), json!([area]));
    }
    rename(fact, "reach", "scope");
    if let Some(extent) = fact.get_mut("scope").and_then(|scope| scope.get_mut("extent"))
        && *extent == json!("asean-wide")
    {
        *extent = json!("asean");
    }
    let basis = fact.get("date").and_then(|date| date.get("basis")).cloned();
    if basis == Some(json!("derived")) {
        // Format 1 had no other way.
        fact.insert("date_basis".to_owned(), json!("weekday"));
    }
    date(fact);
    rename(fact, "readings", "interpretations");
    let interpretations = fact.get_mut("interpretations").and_then(Value::as_array_mut);
    interpretations.into_iter().flatten().filter_map(Value::as_object_mut).for_each(date);
}

/// Replaces the date of format 1 by EDTF; one that has no such form stays, and is reported.
fn date(object: &mut Map<String, Value>) {
    let edtf = object.get("date").and_then(edtf);
    if let Some(edtf) = edtf {
        object.insert("date".to_owned(), edtf);
    }
}

fn edtf(date: &Value) -> Option<Value> {
    let number = |key: &str| date.get(key)?.as_u64();
    let years = |key: &str| {
        let years = date.get(key)?;
        Some((years.get("from")?.as_u64()?, years.get("to")?.as_u64()?))
    };
    Some(match date.get("precision")?.as_str()? {
        "day" => date.get("date")?.clone(),
        "month" => json!(format!("{}-{:02}", number("year")?, number("month")?)),
        "half-year" => {
            let half = if date.get("half")? == "first" { 40 } else { 41 };
            json!(format!("{}-{half}", number("year")?))
        }
        "year" => json!(number("year")?.to_string()),
        "since" => json!(format!("{}/..", number("year")?)),
        "range" => {
            let (from, to) = years("years")?;
            json!(format!("{from}/{to}"))
        }
        "not-stated" if date.get("within").is_none() => Value::Null,
        "not-stated" => {
            let (from, to) = years("within")?;
            json!(format!("[{from}..{to}]"))
        }
        _ => return None,
    })
}

fn rename(object: &mut Map<String, Value>, from: &str, to: &str) {
    if let Some(value) = object.remove(from) {
        object.insert(to.to_owned(), value);
    }
}
