//! The tables of the dataset guide: every field with its rule and an example, from the JSON Schema and the reports.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The longest example, in characters.
const EXAMPLE_LENGTH: usize = 70;

/// Returns a section for each type of the schema, the report first and the others in the order in which it needs them.
///
/// The examples are the first values that the reports have for each field.
pub fn tables(schema: &Value, reports: &[Value]) -> String {
    let mut examples = BTreeMap::new();
    for report in reports {
        collect(schema, schema, "Report", report, &mut examples);
    }
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    referred_types(schema, schema, &mut order, &mut seen);
    let mut text = section("Report", "The whole file.", schema, &examples);
    for name in order {
        let Some(definition) = definition(schema, &name) else { continue };
        let words = string(definition, "description");
        if definition.get("properties").is_some() {
            text += &section(&name, words, definition, &examples);
        } else if let Some(values) = values(definition) {
            text += &format!("### {name}\n\n{words}\n\n| value | meaning |\n|---|---|\n");
            for (value, meaning) in values {
                text += &format!("| `{value}` | {meaning} |\n");
            }
            text.push('\n');
        }
    }
    text.trim_end().to_owned() + "\n"
}

fn section(
    name: &str,
    words: &str,
    schema: &Value,
    examples: &BTreeMap<(String, String), String>,
) -> String {
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut text = format!(
        "### {name}\n\n{words}\n\n| key | required | content | rule | example |\n|---|---|---|---|---|\n"
    );
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, property) in properties.into_iter().flatten() {
        let is_required = if required.contains(&key.as_str()) { "yes" } else { "no" };
        let example = examples.get(&(name.to_owned(), key.clone()));
        let example = example.map_or_else(String::new, |example| format!("`{example}`"));
        // A line break would end the row.
        let content = string(property, "description").replace('\n', " ");
        text +=
            &format!("| `{key}` | {is_required} | {content} | {} | {example} |\n", rule(property));
    }
    text.push('\n');
    text
}

/// Returns what a value must be, in a few words.
fn rule(schema: &Value) -> String {
    if let Some(name) = referred(schema) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    let number = |key: &str| schema.get(key).and_then(Value::as_u64);
    if let Some(items) = schema.get("items") {
        let range = match (number("minItems").unwrap_or(0), number("maxItems")) {
            (min, Some(max)) if min == max => format!("{min}"),
            (min, Some(max)) => format!("{min} to {max}"),
            (min, None) => format!("{min} or more"),
        };
        return format!("list of {range}: {}", rule(items));
    }
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        return choices.iter().map(rule).collect::<Vec<_>>().join(" or ");
    }
    let kind = match string(schema, "type") {
        "string" => "text",
        "integer" => "whole number",
        "number" => "number",
        "boolean" => "true or false",
        other => other,
    };
    match (number("minimum"), number("maximum")) {
        (Some(min), Some(max)) if min == max => format!("{min}"),
        (Some(min), Some(max)) => format!("{kind}, {min} to {max}"),
        _ => kind.to_owned(),
    }
}

/// Returns the values of an enumeration with their meanings; `None` for any other type.
fn values(schema: &Value) -> Option<Vec<(&str, &str)>> {
    let choices = schema.get("oneOf")?.as_array()?;
    choices
        .iter()
        .map(|choice| Some((choice.get("const")?.as_str()?, string(choice, "description"))))
        .collect()
}

fn string<'a>(schema: &'a Value, key: &str) -> &'a str {
    schema.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

fn definition<'a>(root: &'a Value, name: &str) -> Option<&'a Value> {
    root.get("$defs")?.get(name)
}

/// Notes the types that a schema refers to, in their order.
fn referred_types(
    root: &Value,
    schema: &Value,
    order: &mut Vec<String>,
    seen: &mut BTreeSet<String>,
) {
    if let Some(name) = referred(schema) {
        if seen.insert(name.to_owned()) {
            order.push(name.to_owned());
            definition(root, name)
                .into_iter()
                .for_each(|found| referred_types(root, found, order, seen));
        }
        return;
    }
    match schema {
        Value::Object(map) => {
            let inner = map.iter().filter(|(key, _)| *key != "$defs");
            inner.for_each(|(_, inner)| referred_types(root, inner, order, seen));
        }
        Value::Array(list) => {
            list.iter().for_each(|inner| referred_types(root, inner, order, seen))
        }
        _ => {}
    }
}

/// Notes the first short value of each field.
fn collect(
    root: &Value,
    schema: &Value,
    name: &str,
    value: &Value,
    examples: &mut BTreeMap<(String, String), String>,
) {
    if let Some(name) = referred(schema) {
        definition(root, name)
            .into_iter()
            .for_each(|found| collect(root, found, name, value, examples));
    }
    for choice in schema.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
        collect(root, choice, name, value, examples);
    }
    for entry in value.as_array().into_iter().flatten() {
        schema
            .get("items")
            .into_iter()
            .for_each(|items| collect(root, items, name, entry, examples));
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, property) in properties.into_iter().flatten() {
        let Some(own) = value.get(key) else { continue };
        let text = own.to_string();
        let is_short = text.chars().count() <= EXAMPLE_LENGTH && !text.contains(['|', '`']);
        if is_short && !own.is_null() {
            examples.entry((name.to_owned(), key.clone())).or_insert(text);
        }
        collect(root, property, name, own, examples);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_field_has_its_rule_and_the_first_example() {
        let schema = json!({
            "type": "object",
            "required": ["people"],
            "properties": {
                "people": {
                    "description": "Who.", "type": "array", "minItems": 1, "maxItems": 9,
                    "items": { "$ref": "#/$defs/Person" }
                },
                "format": { "type": "integer", "minimum": 2, "maximum": 2 }
            },
            "$defs": {
                "Person": {
                    "description": "A person.",
                    "properties": { "role": { "$ref": "#/$defs/Role", "description": "What." } }
                },
                "Role": { "description": "A role.", "oneOf": [{ "const": "chair", "description": "Chairs." }] }
            }
        });
        let report = json!({ "format": 2, "people": [{}, { "role": "chair" }] });
        let text = tables(&schema, &[report]);
        for line in [
            "| `people` | yes | Who. | list of 1 to 9: [Person](#person) | `[{},{\"role\":\"chair\"}]` |",
            "| `format` | no |  | 2 | `2` |",
            "| `role` | no | What. | [Role](#role) | `\"chair\"` |",
            "| `chair` | Chairs. |",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }
}
