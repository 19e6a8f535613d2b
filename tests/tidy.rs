//! The invariants of ARCHITECTURE.md, as far as the files can show them.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

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

/// The modules of the library, each with the modules that it may use.
const LAYERS: [(&str, &[&str]); 8] = [
    ("model", &[]),
    ("i18n", &["model"]),
    ("map_layout", &["model"]),
    ("state", &["model", "i18n", "map_layout"]),
    ("view_model", &["model", "i18n", "map_layout", "state"]),
    ("ui", &["model", "i18n", "map_layout", "state", "view_model"]),
    ("site", &["model", "i18n", "state", "view_model", "ui"]),
    ("browser", &["model", "i18n", "map_layout", "state", "view_model", "ui"]),
];

/// Returns the modules that a piece of code names behind `crate::`.
fn used_modules(code: &str) -> BTreeSet<&str> {
    let after = code.split("crate::").skip(1);
    let name = |rest: &'_ str| {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        end.unwrap_or(rest.len())
    };
    after.map(|rest| &rest[..name(rest)]).collect()
}

#[test]
fn every_module_uses_only_the_modules_above_it() {
    for (module, allowed) in LAYERS {
        for (name, text) in files(&format!("src/{module}"), "rs") {
            let code = code(&text);
            for used in used_modules(&code) {
                let is_own = used == module;
                assert!(is_own || allowed.contains(&used), "{name} must not use crate::{used}");
            }
        }
    }
    let folders = fs::read_dir(root().join("src")).unwrap().filter_map(Result::ok);
    let folders = folders.filter(|entry| entry.path().is_dir());
    for folder in folders.map(|entry| entry.file_name().into_string().unwrap()) {
        assert!(LAYERS.iter().any(|(module, _)| *module == folder), "src/{folder} has no layer");
    }
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    for folder in ["src", "xtask/src"] {
        let graph = uses(folder);
        for file in graph.keys() {
            let mut path = vec![file.clone()];
            assert!(!reaches(&graph, file, file, &mut path), "a circle in {folder}: {path:?}");
        }
    }
}

/// Returns which file of a crate names items of which other one, by `crate::` and `super::` paths. A `mod.rs` names its
/// own children to declare them; that is no use.
fn uses(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let files = files(folder, "rs");
    let module_of = |name: &str| {
        let name = name.trim_start_matches(folder).trim_start_matches('/');
        name.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::")
    };
    let modules: BTreeSet<String> = files.iter().map(|(name, _)| module_of(name)).collect();
    let mut graph = BTreeMap::new();
    for (name, text) in &files {
        let own = module_of(name);
        let parent = own.rsplit_once("::").map_or("", |(parent, _)| parent).to_owned();
        let mut used = BTreeSet::new();
        let code = code(text);
        let mut add = |base: &str, rest: &str| {
            for path in expanded(rest) {
                let full = if base.is_empty() { path } else { format!("{base}::{path}") };
                // The longest prefix that is a file.
                let mut prefix = full.as_str();
                while !modules.contains(prefix) {
                    let Some((shorter, _)) = prefix.rsplit_once("::") else { return };
                    prefix = shorter;
                }
                let is_ancestor = own.starts_with(&format!("{prefix}::"));
                if prefix != own && !is_ancestor {
                    used.insert(prefix.to_owned());
                }
            }
        };
        for rest in code.split("crate::").skip(1) {
            add("", rest);
        }
        for rest in code.split("super::").skip(1) {
            add(&parent, rest);
        }
        graph.insert(own, used);
    }
    graph
}

/// Returns the paths of a use tree: `a::{b, c::d}` is `a::b` and `a::c::d`; stops where the path ends.
fn expanded(rest: &str) -> Vec<String> {
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let (head, tail) = rest.split_at(end.unwrap_or(rest.len()));
    let Some(group) = tail.strip_prefix('{') else {
        return vec![head.trim_end_matches(':').to_owned()];
    };
    let mut depth = 1;
    let end = group.find(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    });
    let group = &group[..end.unwrap_or(group.len())];
    group.split(',').map(|part| format!("{head}{}", part.trim())).collect()
}

fn reaches(
    graph: &BTreeMap<String, BTreeSet<String>>,
    from: &str,
    to: &str,
    path: &mut Vec<String>,
) -> bool {
    for next in graph.get(from).into_iter().flatten() {
        if next == to {
            return true;
        }
        if !path.contains(next) {
            path.push(next.clone());
            if reaches(graph, next, to, path) {
                return true;
            }
        }
    }
    false
}

/// The interfaces of the browser.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "JsValue"];

#[test]
fn only_the_browser_module_names_browser_interfaces() {
    for (module, _) in LAYERS.iter().filter(|(module, _)| *module != "browser") {
        assert_never_named(&format!("src/{module}"), &BROWSER);
    }
    assert_never_named("src", &["Reflect"]);
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
fn every_message_is_used() {
    let all = [files("src", "rs"), files("xtask/src", "rs")].concat();
    let others = all.into_iter().filter(|(name, _)| name != "src/i18n/message_id.rs");
    let others: String = others.map(|(_, text)| text).collect();
    let messages = fs::read_to_string(root().join("src/i18n/message_id.rs")).unwrap();
    // The line after `#[strum(serialize = "head.title")]`.
    let lines: Vec<&str> = messages.lines().map(str::trim).collect();
    let names = lines.windows(2).filter(|pair| pair[0].starts_with("#[strum("));
    let names: Vec<&str> = names.map(|pair| pair[1].trim_end_matches(',')).collect();
    assert!(names.len() > 100, "the messages are declared in another form now");
    let is_unused = |name: &&str| !others.contains(&format!("MessageId::{name}"));
    let unused: Vec<&str> = names.into_iter().filter(is_unused).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn components_contain_no_sentence() {
    for (name, text) in files("src/ui", "rs") {
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

/// The words that complete a class name at run time, such as the statuses of a fact. Each is a kebab-case enum value.
fn generated_words() -> BTreeSet<String> {
    use partnership_atlas::model::Status;
    use partnership_atlas::view_model::countries::CountryStatus;
    use strum::IntoEnumIterator;
    let statuses = Status::iter().map(|status| <&str>::from(status).to_owned());
    let countries = CountryStatus::iter().map(|status| status.name().to_owned());
    let highlights = ["selected", "preview", "in-scope", "dim"].map(str::to_owned);
    let precisions =
        ["day", "month", "half-year", "year", "since", "range", "not-stated"].map(str::to_owned);
    statuses.chain(countries).chain(highlights).chain(precisions).collect()
}

/// Whether the code renders a class: by its whole name, or by its block, `--` and a word that completes it.
fn is_rendered(code: &str, words: &BTreeSet<String>, class: &str) -> bool {
    let is_whole = |before: &str, after: &str| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        !before.ends_with(is_name) && !after.starts_with(is_name)
    };
    let stands_alone = code
        .match_indices(class)
        .any(|(start, _)| is_whole(&code[..start], &code[start + class.len()..]));
    let completed = class.split_once("--").is_some_and(|(block, word)| {
        words.contains(word) && code.contains(&format!("{block}--{{"))
    });
    stands_alone || completed
}

#[test]
fn every_class_of_the_style_sheets_is_rendered() {
    let code: String = [files("src", "rs"), files("assets/map", "svg"), files("xtask/src", "rs")]
        .concat()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let words = generated_words();
    for (name, sheet) in files("style", "css") {
        for class in classes(&sheet) {
            assert!(
                is_rendered(&code, &words, &class),
                "{name} has .{class}, which nothing renders"
            );
        }
    }
    // A modifier that no status has would be found.
    assert!(!is_rendered(&code, &words, "status--finished"));
    assert!(!is_rendered(&code, &words, "map__country--hidden"));
}

#[test]
fn every_style_sheet_and_every_test_belongs_to_a_component() {
    let stem = |name: &str| Path::new(name).file_stem().unwrap().to_string_lossy().into_owned();
    let components: BTreeSet<String> = files("src/ui", "rs")
        .iter()
        .map(|(name, _)| stem(name))
        .chain(["map".to_owned()])
        .collect();
    let shared =
        ["atlas", "base", "layers", "layout", "print", "tokens", "url_options", "writing_systems"];
    for (name, _) in files("style", "css") {
        let stem = stem(&name);
        assert!(shared.contains(&stem.as_str()) || components.contains(&stem), "{name}");
    }
}

#[test]
fn only_tokens_name_colors() {
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
fn both_dark_themes_are_the_same() {
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
fn style_sheets_can_be_mirrored_and_overridden() {
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
fn there_are_no_features_and_ssr_never_reaches_the_browser() {
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
fn wasm_bindgen_is_pinned_once() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert!(lock.contains("name = \"wasm-bindgen\"\nversion = \"0.2.129\""), "see Cargo.toml");
    assert_eq!(lock.matches("name = \"wasm-bindgen\"\n").count(), 1);
}
