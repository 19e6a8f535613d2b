//! What the template of a new report has in the place of what an editor writes.

use partnership_atlas::model::Diagnostic;
use serde_json::Value;

/// The placeholders of the template. No report can mean one of them.
pub const PLACEHOLDERS: [&str; 20] = [
    "NAME OF THE PARTNER",
    "WHAT THE REPORT IS ABOUT",
    "XXX",
    "CAPITAL OF THE PARTNER",
    "WHO PUBLISHED THE REPORT",
    "HEADLINE OF THE REPORT",
    "https://example.org/the-report",
    DATE,
    "id-of-a-person",
    "NAME OF A PERSON",
    "OFFICE OF THE PERSON",
    "id-of-an-area",
    "NAME OF AN AREA OF COOPERATION",
    "id-of-a-meeting",
    "WHAT HAPPENED, IN A FEW WORDS",
    "THE SAME IN ONE OR TWO SENTENCES",
    "AT MOST TWELVE WORDS OF THAT PARAGRAPH",
    "id-of-a-project",
    "TITLE OF A PROJECT",
    "WHAT THE REPORT SAYS OF IT",
];

/// The placeholder of a date.
pub const DATE: &str = "YYYY-MM-DD";

/// Returns a problem for each placeholder that a file still has.
pub fn remaining(report: &Value) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    collect(report, "$", &mut found);
    found
}

fn collect(value: &Value, path: &str, found: &mut Vec<Diagnostic>) {
    match value {
        Value::String(text) => {
            if let Some(placeholder) = PLACEHOLDERS.iter().find(|each| has(text, each)) {
                let message = format!("still has “{placeholder}” of the template; replace it");
                found.push(Diagnostic::new(path, message));
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                collect(value, &format!("{path}[{index}]"), found);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                collect(value, &format!("{path}.{key}"), found);
            }
        }
        _ => {}
    }
}

/// Returns whether a text has a placeholder: several words anywhere, a single one alone.
fn has(text: &str, placeholder: &str) -> bool {
    if placeholder.contains(' ') { text.contains(placeholder) } else { text == placeholder }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_placeholder_is_told_at_its_path() {
        let report = json!({
            "atlas": { "title": "NAME OF THE PARTNER and ASEAN" },
            "partner": { "code": "XXX", "name": "Canada" },
            "facts": [{ "title": "THE HEADLINE IS IN CAPITALS XXX", "people": ["id-of-a-person"] }]
        });
        let found: Vec<String> = remaining(&report).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "$.atlas.title: still has “NAME OF THE PARTNER” of the template; replace it",
                "$.facts[0].people[0]: still has “id-of-a-person” of the template; replace it",
                "$.partner.code: still has “XXX” of the template; replace it",
            ]
        );
    }
}
