//! Texts that would like to be markup, for the tests of the views and for those in browsers.

use serde_json::Value;

/// What runs, where it becomes markup, sets `window.hostile`; the last only tries to burst its box.
pub const PAYLOADS: [&str; 6] = [
    "<script>window.hostile=1</script>",
    "\"><img src=x onerror=window.hostile=1>",
    "' onmouseover='window.hostile=1",
    "</title></svg></template><svg onload=window.hostile=1>&lt;b&gt;",
    "javascript:window.hostile=1//{{hostile}}${hostile}",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
];

/// Keys whose values are free text; the others have a form, and a file that breaks it is refused.
const FREE: [&str; 8] = ["text", "title", "deck", "audience", "name", "outlet", "aliases", "exact"];

/// Puts a payload behind every free text of a dataset; gives back how many there were.
pub fn spoil(dataset: &mut Value, payload: &str) -> usize {
    spoil_below(dataset, false, payload)
}

fn spoil_below(value: &mut Value, is_free: bool, payload: &str) -> usize {
    match value {
        Value::String(text) if is_free => {
            text.push_str(payload);
            1
        }
        Value::Array(values) => {
            values.iter_mut().map(|value| spoil_below(value, is_free, payload)).sum()
        }
        Value::Object(map) => map
            .iter_mut()
            .map(|(key, value)| spoil_below(value, FREE.contains(&key.as_str()), payload))
            .sum(),
        _ => 0,
    }
}
