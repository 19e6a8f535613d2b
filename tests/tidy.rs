//! The invariants of ARCHITECTURE.md, as far as a look at the files can tell.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder that end in a certain way, each with its path from the root and its text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "no .{ending} below {folder}");
    found.sort();
    found
}

/// What stands before the tests at the end of a file, its comments left out.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split_once("//").map_or(line, |(before, _)| before));
    lines.collect::<Vec<_>>().join("\n")
}

fn check(folder: &str, forbidden: &[&str]) {
    for (name, text) in files(folder, "rs") {
        let code = code(&text);
        for word in forbidden {
            assert!(!code.contains(word), "{name} must not name {word}");
        }
    }
}

const OUTSIDE: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "JsValue"];

#[test]
fn the_dataset_is_plain_data() {
    check("src/dataset", &OUTSIDE);
    check(
        "src/dataset",
        &[
            "leptos",
            "std::time",
            "std::fs",
            "crate::scene",
            "crate::state",
            "crate::view",
            "crate::locale",
        ],
    );
}

#[test]
fn the_scene_knows_no_signal_and_no_html() {
    check("src/scene", &OUTSIDE);
    check("src/scene", &["leptos", "Signal", "crate::view", "<div", "std::time"]);
}

#[test]
fn the_state_knows_no_document_and_runs_no_effect() {
    check("src/state", &OUTSIDE);
    check("src/state", &["Effect", "document()", "crate::view"]);
}

#[test]
fn a_view_reads_no_file_and_names_no_browser() {
    check("src/view", &OUTSIDE);
    check(
        "src/view",
        &["serde", "unwrap()", "expect(", "style=", "Effect", "Option<Dataset>", "inner_html"],
    );
}

#[test]
fn effects_stand_at_the_edge_the_address_and_the_page() {
    let all = files("src", "rs");
    let with = all.iter().filter(|(_, text)| code(text).contains("Effect::"));
    let names: Vec<_> = with.map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["src/browser/live/mod.rs"]);
    check("src/view", &["Signal", "crate::state::AppState", "on:click"]);
}

#[test]
fn nobody_panics_and_nothing_is_unsafe() {
    for (name, text) in files("src", "rs") {
        let code = code(&text);
        for word in [
            ".unwrap()",
            ".expect(",
            "panic!(",
            "todo!(",
            "unimplemented!(",
            "unreachable!(",
            "unsafe ",
        ] {
            assert!(!code.contains(word) || name == "src/atlas.rs", "{name} must not have {word}");
        }
        assert!(
            !code.contains("static mut") && !code.contains("thread_local"),
            "{name} has a global state"
        );
    }
}

#[test]
fn files_are_of_a_size_to_be_read() {
    for (name, text) in
        [files("src", "rs"), files("xtask/src", "rs"), files("tests", "rs")].concat()
    {
        let lines = text.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines");
        assert!(text.starts_with("//!"), "{name} does not say what it is");
        let stem = Path::new(&name).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            !["utils", "helpers", "common", "types", "misc"].contains(&stem.as_str()),
            "{name}"
        );
    }
    let main = fs::read_to_string(root().join("src/main.rs")).unwrap();
    assert!(main.lines().count() < 20);
}

#[test]
fn every_message_is_said_somewhere() {
    // The title of the page is said by the prerenderer.
    let all = [files("src", "rs"), files("xtask/src", "rs")].concat();
    let others = all.into_iter().filter(|(name, _)| name != "src/locale/message.rs");
    let others: String = others.map(|(_, text)| text).collect();
    let messages = fs::read_to_string(root().join("src/locale/message.rs")).unwrap();
    // `    HeadTitle = "head.title",`
    let names = messages.lines().filter(|line| line.ends_with("\",") && line.contains(" = \""));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 100, "the messages are written in another form now");
    let is_unsaid = |name: &&str| !others.contains(&format!("Message::{name}"));
    let unsaid: Vec<&str> = names.into_iter().filter(is_unsaid).collect();
    assert_eq!(unsaid, Vec::<&str>::new());
}

#[test]
fn no_sentence_stands_in_a_view() {
    for (name, text) in files("src/view", "rs") {
        let code = code(&text);
        for literal in code.split('"').skip(1).step_by(2) {
            let words =
                literal.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
            let capital = literal.chars().next().is_some_and(char::is_uppercase);
            assert!(!(capital && words.count() >= 2), "{name} says “{literal}”");
        }
    }
}

/// The names of classes in a sheet.
fn classes(sheet: &str) -> Vec<String> {
    let without_comments: String = sheet
        .split("/*")
        .map(|part| part.split_once("*/").map_or(part, |(_, after)| after))
        .collect();
    let selectors =
        without_comments.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default());
    let names = selectors.flat_map(|selector| selector.split('.').skip(1));
    let end = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let names = names.map(|name| name.split(end).next().unwrap_or_default().to_owned());
    names.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

#[test]
fn every_class_of_the_style_is_drawn() {
    let drawn: String = [files("src", "rs"), files("assets/map", "svg"), files("xtask/src", "rs")]
        .concat()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for (name, sheet) in files("style", "css") {
        for class in classes(&sheet) {
            // A modifier may be put together: its block and its word then stand apart.
            let parts: Vec<&str> = class.split("--").collect();
            let is_drawn = drawn.contains(&class)
                || parts.iter().all(|part| drawn.contains(part)) && parts.len() > 1;
            assert!(is_drawn, "{name} has .{class}, which nothing draws");
        }
    }
}

#[test]
fn only_the_tokens_name_colours() {
    for (name, sheet) in
        files("style", "css").into_iter().filter(|(name, _)| name != "style/tokens.css")
    {
        for (number, line) in sheet.lines().enumerate() {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            let is_colour = value.contains(" #")
                || ["rgb(", "hsl(", "rgba("].iter().any(|form| value.contains(form));
            assert!(!is_colour, "{name}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn the_dark_theme_is_the_same_by_device_and_by_wish() {
    let tokens = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    let theme = |selector: &str| -> Vec<String> {
        let (_, after) = tokens.split_once(selector).unwrap();
        let block = after.split_once('}').unwrap().0;
        let lines = block.lines().map(str::trim).filter(|line| line.starts_with("--"));
        lines.map(str::to_owned).collect()
    };
    let by_device = theme(":root:not([data-theme=\"light\"]) {");
    assert!(by_device.len() > 20);
    assert_eq!(by_device, theme(":root[data-theme=\"dark\"] {"));
}

#[test]
fn the_style_can_be_mirrored_and_overridden() {
    for (name, sheet) in files("style", "css") {
        for (number, line) in sheet.lines().enumerate() {
            let line_of = format!("{name}:{}: {line}", number + 1);
            assert!(!line.contains("!important"), "{line_of}");
            for physical in [
                "margin-left",
                "margin-right",
                "padding-left",
                "padding-right",
                "text-align: left",
                "text-align: right",
                "float:",
            ] {
                assert!(!line.contains(physical), "{line_of}");
            }
            let width_of_window = line.contains("@media") && line.contains("width");
            assert!(!width_of_window, "{line_of}: ask the container, not the window");
        }
    }
}

#[test]
fn there_are_no_features_and_the_browser_never_gets_ssr() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(!manifest.contains("[features]"));
    let wasm = manifest
        .split("cfg(target_arch = \"wasm32\")")
        .nth(1)
        .unwrap()
        .split("\n[")
        .next()
        .unwrap();
    assert!(wasm.contains("\"csr\"") && !wasm.contains("\"ssr\""), "{wasm}");
}

#[test]
fn the_glue_is_made_by_the_same_version_as_the_crate() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert!(lock.contains("name = \"wasm-bindgen\"\nversion = \"0.2.129\""), "see Cargo.toml");
    assert_eq!(lock.matches("name = \"wasm-bindgen\"\n").count(), 1);
}
