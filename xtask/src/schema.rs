//! The dataset's JSON Schema, made from the types.

use std::fs;

use anyhow::{Context, Result, bail};
use partnership_atlas::model::Report;

use serde_json::Value;

use crate::command::root;
use crate::report::{FILE, REPORT, SCHEMA};
use crate::schema_docs;

/// The dataset guide, which has tables made from the schema.
const GUIDE: &str = "docs/dataset.md";

/// The lines in the guide around the tables.
const MARKERS: [&str; 2] = ["<!-- cargo xtask schema -->\n", "<!-- end -->"];

/// Writes the schema and the tables of the dataset guide, or with `check` says whether the committed ones are stale.
pub fn run(check: bool) -> Result<()> {
    let schema = text()?;
    let guide = guide(&read(GUIDE)?, &schema)?;
    for (file, made) in [(SCHEMA, schema), (GUIDE, guide)] {
        if !check {
            let path = root().join(file);
            fs::write(path, made).with_context(|| format!("{file} cannot be written"))?;
        } else if read(file)? != made {
            bail!("{file} is stale: run `cargo xtask schema` and commit what it writes");
        }
    }
    Ok(())
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(root().join(file)).with_context(|| format!("{file} cannot be read"))
}

/// Returns the dataset guide with new tables. The examples are from the bundled report and those of the tests.
fn guide(guide: &str, schema: &str) -> Result<String> {
    let [begin, end] = MARKERS;
    let (before, rest) =
        guide.split_once(begin).context("the guide has no place for the tables")?;
    let (_, after) = rest.split_once(end).context("the tables of the guide have no end")?;
    let mut reports = vec![serde_json::from_str(&read(REPORT)?)?];
    let folder = root().join("tests/reports");
    let mut folders: Vec<_> =
        fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path().join(FILE))).collect();
    folders.sort();
    for file in folders.iter().filter(|file| file.is_file()) {
        reports.push(serde_json::from_str(&fs::read_to_string(file)?)?);
    }
    let tables = schema_docs::tables(&serde_json::from_str(schema)?, &reports);
    Ok([before, begin, "\n", &tables, "\n", end, after].concat())
}

fn text() -> Result<String> {
    let mut schema = schemars::schema_for!(Report).to_value();
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".to_owned(), "A report of Partnership Atlas".into());
        let comment = "Made by `cargo xtask schema` from the types in src/model.";
        schema.insert("$comment".to_owned(), comment.into());
    }
    require_what_is_serialized(&mut schema);
    refuse_null(&mut schema);
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

/// Makes required what a complete report serializes: every field has a default, so that a draft can be read, but only
/// the optional ones are skipped when they are empty, and only those have no default in the schema.
fn require_what_is_serialized(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            let properties = map.get_mut("properties").and_then(Value::as_object_mut);
            let required: Vec<Value> = properties
                .into_iter()
                .flatten()
                .filter_map(|(name, property)| {
                    let property = property.as_object_mut()?;
                    property.remove("default").map(|_| Value::from(name.as_str()))
                })
                .collect();
            if !required.is_empty() {
                map.insert("required".to_owned(), required.into());
            }
            map.values_mut().for_each(require_what_is_serialized);
        }
        Value::Array(list) => list.iter_mut().for_each(require_what_is_serialized),
        _ => {}
    }
}

/// Takes null out of the types of optional keys: a file leaves the key out instead.
fn refuse_null(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(refuse_null);
            if let Some(Value::Array(types)) = map.get("type").cloned() {
                let mut types = types.into_iter().filter(|each| each != "null");
                map.extend(types.next().map(|only| ("type".to_owned(), only)));
            }
            let is_null = |each: &Value| each == &serde_json::json!({ "type": "null" });
            let choices = map.get("anyOf").and_then(Value::as_array).cloned().unwrap_or_default();
            if choices.iter().any(is_null) {
                map.remove("anyOf");
                let others = choices.into_iter().filter(|each| !is_null(each));
                let keys = others.filter_map(|each| each.as_object().cloned()).flatten();
                map.extend(keys);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(refuse_null),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_current() {
        run(true).unwrap();
    }
}
