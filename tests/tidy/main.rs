//! The invariants of ARCHITECTURE.md, as far as the files can show them.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

mod layers;
mod style;

use std::fs;
use std::path::{Path, PathBuf};

use layers::{LAYERS, STUDIO};
use partnership_atlas::ui::Part;
use strum::IntoEnumIterator;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the files below a folder with an extension, each with its path from the root and its text.
fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "no .{extension} below {folder}");
    found.sort();
    found
}

/// Returns the code of a file without its tests and its comments.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split_once("//").map_or(line, |(before, _)| before));
    lines.collect::<Vec<_>>().join("\n")
}

fn assert_never_named(folder: &str, forbidden: &[&str]) {
    for (name, text) in files(folder, "rs") {
        let code = code(&text);
        for word in forbidden {
            assert!(!code.contains(word), "{name} must not name {word}");
        }
    }
}

/// The interfaces of the browser.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "JsValue"];

#[test]
fn only_the_browser_module_names_browser_interfaces() {
    for (module, _) in LAYERS.iter().filter(|(module, _)| *module != "browser") {
        assert_never_named(&format!("src/{module}"), &BROWSER);
    }
    for module in STUDIO.iter().filter(|module| **module != "browser") {
        for (name, text) in files("studio/src", "rs") {
            if name.starts_with(&format!("studio/src/{module}")) {
                let code = code(&text);
                assert!(
                    !BROWSER.iter().any(|word| code.contains(word)),
                    "{name} names the browser"
                );
            }
        }
    }
    assert_never_named("src", &["Reflect"]);
    assert_never_named("studio/src", &["Reflect"]);
}

#[test]
fn the_core_knows_no_framework_no_clock_and_no_files() {
    for module in ["model", "i18n", "map_layout", "view_model"] {
        assert_never_named(&format!("src/{module}"), &["leptos", "std::time", "std::fs"]);
    }
    assert_never_named("src/site", &["std::fs", "std::time"]);
}

#[test]
fn components_handle_events_and_never_search_the_document() {
    for module in ["ui", "view_model", "state"] {
        let forbidden = ["query_selector", "set_attribute", "document()", "window()", "inner_html"];
        assert_never_named(&format!("src/{module}"), &forbidden);
    }
    assert_never_named("src/ui", &["serde", "data-act", "data-of", "style="]);
    let forbidden =
        ["query_selector", "set_attribute", "document()", "window()", "inner_html", "style="];
    assert_never_named("studio/src/ui", &forbidden);
}

#[test]
fn the_only_effect_writes_the_address() {
    let files = files("src", "rs");
    let with_effect = files.iter().filter(|(_, text)| code(text).contains("Effect::"));
    let names: Vec<_> = with_effect.map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["src/browser/address.rs"]);
}

#[test]
fn nothing_is_edited_after_the_tools_made_it() {
    // The glue, the module and the minified scripts are what trunk, wasm-bindgen, wasm-opt and esbuild make.
    for (name, text) in files("xtask/src", "rs") {
        let code = code(&text);
        for word in ["__wbg", "wbindgen_", "walrus", "metadce"] {
            assert!(!code.contains(word), "{name} must not name {word}");
        }
    }
}

#[test]
fn no_code_panics_or_is_unsafe() {
    for (name, text) in [files("src", "rs"), files("studio/src", "rs")].concat() {
        let code = code(&text);
        if name.ends_with("/tests.rs") {
            continue;
        }
        for word in [
            ".unwrap()",
            ".expect(",
            "panic!(",
            "todo!(",
            "unimplemented!(",
            "unreachable!(",
            "unsafe ",
        ] {
            assert!(!code.contains(word), "{name} must not have {word}");
        }
        assert!(
            !code.contains("static mut") && !code.contains("thread_local"),
            "{name} has a global state"
        );
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for (name, text) in [
        files("src", "rs"),
        files("studio/src", "rs"),
        files("xtask/src", "rs"),
        files("tests", "rs"),
    ]
    .concat()
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
fn every_message_is_used() {
    let all = [files("src", "rs"), files("xtask/src", "rs")].concat();
    let others = all.into_iter().filter(|(name, _)| name != "src/i18n/message_id.rs");
    let others: String = others.map(|(_, text)| text).collect();
    let messages = fs::read_to_string(root().join("src/i18n/message_id.rs")).unwrap();
    // A line such as `ShareDone = "share.done",`.
    let names = messages.lines().filter_map(|line| line.trim().split_once(" = \""));
    let names: Vec<&str> = names.map(|(name, _)| name).filter(|name| !name.contains('(')).collect();
    assert!(names.len() > 100, "the messages are declared in another form now");
    let is_unused = |name: &&str| !others.contains(&format!("MessageId::{name}"));
    let unused: Vec<&str> = names.into_iter().filter(is_unused).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn components_contain_no_sentence() {
    for (name, text) in [files("src/ui", "rs"), files("studio/src/ui", "rs")].concat() {
        let code = code(&text);
        for literal in code.split('"').skip(1).step_by(2) {
            let words =
                literal.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
            let capital = literal.chars().next().is_some_and(char::is_uppercase);
            assert!(!(capital && words.count() >= 2), "{name} says “{literal}”");
        }
    }
}

#[test]
fn the_one_feature_is_for_the_studio_and_ssr_never_reaches_the_browser() {
    let features = |manifest: &str| {
        let table = manifest.split("[features]").nth(1).unwrap_or_default();
        let table = table.split("\n[").next().unwrap_or_default();
        table.lines().filter(|line| line.contains(" = ")).count()
    };
    let page = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let studio = fs::read_to_string(root().join("studio/Cargo.toml")).unwrap();
    assert!(page.contains("\nstudio = []\n"));
    assert_eq!((features(&page), features(&studio)), (1, 0));
    for manifest in [&page, &studio] {
        let wasm = manifest.split("cfg(target_arch = \"wasm32\")").nth(1).unwrap();
        let wasm = wasm.split("\n[").next().unwrap();
        assert!(wasm.contains("\"csr\"") && !wasm.contains("\"ssr\""), "{wasm}");
    }
}

/// A word of the studio that nothing shows would still be translated.
#[test]
fn every_word_of_the_studio_is_used() {
    let code: String = files("studio/src", "rs").into_iter().map(|(_, text)| text).collect();
    let words = fs::read_to_string(root().join("studio/src/words.rs")).unwrap();
    let words = words.split("pub enum Word {").nth(1).unwrap().split('}').next().unwrap();
    let unused: Vec<&str> = words
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty() && !code.contains(&format!("Word::{word}")))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn the_architecture_names_every_part_of_the_page() {
    let document = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let sentence = document.split("The parts are ").nth(1).unwrap().split('.').next().unwrap();
    let named: Vec<&str> = sentence.split('`').skip(1).step_by(2).collect();
    let parts: Vec<&str> = Part::iter().map(Part::name).collect();
    assert_eq!(named, parts);
}

#[test]
fn wasm_bindgen_is_pinned_once() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert!(lock.contains("name = \"wasm-bindgen\"\nversion = \"0.2.129\""), "see Cargo.toml");
    assert_eq!(lock.matches("name = \"wasm-bindgen\"\n").count(), 1);
}
