//! The dataset's JSON Schema, made from the types.

use std::fs;

use anyhow::{Context, Result, bail};
use partnership_atlas::dataset::Dataset;

use crate::command::root;
use crate::prerender::SCHEMA;

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
    let mut schema = schemars::schema_for!(Dataset);
    schema.insert("title".into(), "A dataset of Partnership Atlas".into());
    let comment = "Made by `cargo xtask schema` from the types in src/dataset.";
    schema.insert("$comment".into(), comment.into());
    if let Some(properties) = schema.get_mut("properties").and_then(|value| value.as_object_mut()) {
        properties.insert("$schema".into(), serde_json::json!({ "type": "string" }));
    }
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_that_of_the_types() {
        run(true).unwrap();
    }
}
