//! Ways to spoil a dataset. The studio's tests use them, too.

use partnership_atlas::model::FuzzyDate;
use serde_json::{Value, json};

/// A way to spoil a dataset.
#[derive(Clone, Copy, Debug)]
pub enum Spoil {
    /// Some bytes become others.
    Bytes,
    /// The text ends early.
    Truncated,
    /// A value of another type stands in the place of one.
    Type,
    /// A key is missing.
    Missing,
    /// A key is there that nobody knows.
    Stranger,
    /// An object has a key twice.
    DuplicateKey,
    /// Two entries have the same id.
    Doubled,
    /// An id that names nothing.
    Dangling,
    /// Lists within lists within lists.
    Nested,
    /// A number that is too large, too small or no whole one.
    Number,
    /// A link that runs or leads elsewhere.
    Link,
    /// Letters that turn the text round or cannot be seen.
    Unseen,
    /// A text much longer than any.
    Long,
}

/// All of them.
pub const SPOILS: [Spoil; 13] = [
    Spoil::Bytes,
    Spoil::Truncated,
    Spoil::Type,
    Spoil::Missing,
    Spoil::Stranger,
    Spoil::DuplicateKey,
    Spoil::Doubled,
    Spoil::Dangling,
    Spoil::Nested,
    Spoil::Number,
    Spoil::Link,
    Spoil::Unseen,
    Spoil::Long,
];

/// The numbers that choose what is spoilt, and how.
pub type Choice = (usize, usize, u64);

/// Returns a dataset with one thing spoilt.
pub fn spoilt(original: &str, spoil: Spoil, (place, how, seed): Choice) -> String {
    let mut value: Value = serde_json::from_str(original).unwrap();
    match spoil {
        Spoil::Bytes => return flipped(original, place, how, seed),
        Spoil::Truncated => {
            let end = place % original.len();
            return String::from_utf8_lossy(&original.as_bytes()[..end]).into_owned();
        }
        Spoil::Type => {
            let others =
                [json!(null), json!([]), json!({}), json!(-1), json!("?"), json!(true), json!(1.5)];
            let before = at(&mut value, place, |_| true);
            let other = others.iter().cycle().skip(how % 7);
            // Null is a date that the report does not state.
            let is_date = before.as_str().is_some_and(|text| FuzzyDate::parse(text).is_ok());
            let mut other = other.filter(|other| {
                let is_other = std::mem::discriminant(*other) != std::mem::discriminant(before);
                is_other && !(is_date && other.is_null())
            });
            *before = other.next().unwrap().clone();
        }
        Spoil::Missing => {
            let object =
                at(&mut value, place, |value| value.as_object().is_some_and(|map| !map.is_empty()));
            let map = object.as_object_mut().unwrap();
            // What may be left out is no mistake when it is.
            let needed = |key: &&String| {
                let optional = [
                    "aliases",
                    "audience",
                    "people",
                    "not_stated",
                    "interpretations",
                    "areas",
                    "context",
                    "licence",
                    "version",
                    "code",
                    "url",
                    "published",
                    "start",
                    "retrieved",
                    "paragraphs",
                    "offices",
                    "date_basis",
                ];
                !optional.contains(&key.as_str())
            };
            let keys: Vec<String> = map.keys().filter(needed).cloned().collect();
            match keys.get(how % keys.len().max(1)) {
                Some(key) => map.remove(key),
                // Every key of an edition but three is optional.
                None => map.insert("stranger".to_owned(), json!(0)),
            };
        }
        Spoil::Stranger => {
            let object = at(&mut value, place, Value::is_object);
            object.as_object_mut().unwrap().insert(format!("stranger-{seed:x}"), json!(how));
        }
        Spoil::DuplicateKey => {
            let object =
                at(&mut value, place, |value| value.as_object().is_some_and(|map| !map.is_empty()));
            let map = object.as_object_mut().unwrap();
            let key = map.keys().nth(how % map.len()).unwrap().clone();
            let double = map[&key].clone();
            map.insert("twice".to_owned(), double);
            let text = serde_json::to_string(&value).unwrap();
            return text.replace("\"twice\":", &format!("{key:?}:"));
        }
        Spoil::Doubled => {
            let lists = ["people", "places", "areas", "facts"];
            let list = value[lists[place % lists.len()]].as_array_mut().unwrap();
            let double = list[how % list.len()].clone();
            list.push(double);
        }
        Spoil::Dangling => {
            let keys = ["areas", "area", "source", "people", "places"];
            let found = at(&mut value, place, |value| {
                keys.iter().any(|key| points_somewhere(&value[*key]))
            });
            let key = keys.iter().find(|key| points_somewhere(&found[**key])).unwrap();
            let nothing = if *key == "places" {
                json!("XYZ")
            } else {
                json!(format!("nothing-{:x}", seed % 65_536))
            };
            found[*key] = if found[*key].is_array() { json!([nothing]) } else { nothing };
        }
        Spoil::Nested => {
            let depth = 2 + how % 300;
            let deep = format!("{}0{}", "[".repeat(depth), "]".repeat(depth));
            let text = serde_json::to_string(&{
                *at(&mut value, place, |_| true) = json!("the deep place");
                value
            });
            return text.unwrap().replace("\"the deep place\"", &deep);
        }
        Spoil::Number => {
            let numbers = [
                json!(-1),
                json!(0),
                json!(1e300),
                json!(u64::MAX),
                json!(i64::MIN),
                json!(2.5),
                json!(4_000),
            ];
            *at(&mut value, place, Value::is_number) = numbers[how % numbers.len()].clone();
        }
        Spoil::Link => {
            let links = [
                "javascript:alert(1)",
                "data:text/html,x",
                "http://a.example/",
                "//a.example/",
                "https://",
                "https://a b/",
                " https://a.example/",
                "JaVaScRiPt:x",
                "https://user:pass@a.example/",
                "",
            ];
            let has_link = |value: &Value| value.get("url").is_some();
            at(&mut value, place, has_link)["url"] = json!(links[how % links.len()]);
        }
        Spoil::Unseen => {
            let letters = [
                '\u{202e}', '\u{2066}', '\u{200f}', '\u{0}', '\u{7}', '\u{feff}', '\u{2029}',
                '\u{2028}',
            ];
            let text =
                at(&mut value, place, |value| value.as_str().is_some_and(|text| !text.is_empty()));
            let mut letters_of: Vec<char> = text.as_str().unwrap().chars().collect();
            letters_of.insert(how % letters_of.len(), letters[usize::try_from(seed % 8).unwrap()]);
            *text = json!(letters_of.into_iter().collect::<String>());
        }
        Spoil::Long => {
            let text = at(&mut value, place, Value::is_string);
            *text = json!("a very long text ".repeat(200 + how % 2_000));
        }
    }
    serde_json::to_string(&value).unwrap()
}

fn points_somewhere(value: &Value) -> bool {
    let is_point = |value: &Value| value.is_string();
    is_point(value)
        || value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(is_point))
}

fn flipped(original: &str, place: usize, how: usize, seed: u64) -> String {
    let mut bytes = original.as_bytes().to_vec();
    for step in 0..=(how % 8) {
        let at = place.wrapping_mul(step + 1).wrapping_add(step * 977) % bytes.len();
        bytes[at] = seed.to_le_bytes()[step % 8] ^ bytes[at].rotate_left(1);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One of the values inside a value that are as they must be, itself included.
fn at(value: &mut Value, place: usize, wanted: impl Fn(&Value) -> bool) -> &mut Value {
    let mut paths = Vec::new();
    collect(value, String::new(), &wanted, &mut paths);
    let path = &paths[place % paths.len()];
    value.pointer_mut(path).unwrap()
}

fn collect(value: &Value, path: String, wanted: &impl Fn(&Value) -> bool, paths: &mut Vec<String>) {
    if wanted(value) {
        paths.push(path.clone());
    }
    match value {
        Value::Array(values) => {
            for (index, inner) in values.iter().enumerate() {
                collect(inner, format!("{path}/{index}"), wanted, paths);
            }
        }
        Value::Object(map) => {
            for (key, inner) in map.iter().filter(|(key, _)| *key != "$schema") {
                collect(inner, format!("{path}/{key}"), wanted, paths);
            }
        }
        _ => {}
    }
}
