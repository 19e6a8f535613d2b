//! The dataset's JSON Schema, made from the types.

use std::fs;

use anyhow::{Context, Result, bail};
use partnership_atlas::model::Report;

use serde_json::Value;

use crate::command::root;
use crate::report::SCHEMA;

/// Writes the schema, or with `check` says whether the committed one is stale.
pub fn run(check: bool) -> Result<()> {
    let path = root().join(SCHEMA);
    let made = text()?;
    if !check {
        return fs::write(&path, made).with_context(|| format!("{SCHEMA} cannot be written"));
    }
    let committed =
        fs::read_to_string(&path).with_context(|| format!("{SCHEMA} cannot be read"))?;
    if committed != made {
        bail!("{SCHEMA} is stale: run `cargo xtask schema` and commit what it writes");
    }
    Ok(())
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
