//! Which module may use which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::{code, files, root};

/// The modules of the library, each with the modules that it may use.
pub const LAYERS: [(&str, &[&str]); 8] = [
    ("model", &[]),
    ("i18n", &["model"]),
    ("map_layout", &["model"]),
    ("state", &["model", "i18n", "map_layout"]),
    ("view_model", &["model", "i18n", "map_layout", "state"]),
    ("ui", &["model", "i18n", "map_layout", "state", "view_model"]),
    ("site", &["model", "i18n", "map_layout", "state", "view_model", "ui"]),
    ("browser", &["model", "i18n", "map_layout", "state", "view_model", "ui"]),
];

/// The modules of the studio, a file or a folder each, from the bottom to the top; each uses only those before it.
pub const STUDIO: [&str; 18] = [
    "path",
    "ids",
    "document",
    "journal",
    "words",
    "tokens",
    "date_words",
    "marks",
    "problems",
    "unpack",
    "open",
    "publish",
    "shortcuts",
    "suggestions",
    "coverage",
    "state",
    "ui",
    "browser",
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
fn every_module_of_the_studio_uses_only_the_modules_before_it() {
    for (index, module) in STUDIO.iter().enumerate() {
        let is_own = |name: &str| {
            let rest = name.trim_start_matches("studio/src/");
            rest == format!("{module}.rs") || rest.starts_with(&format!("{module}/"))
        };
        let own = files("studio/src", "rs");
        for (name, text) in own.iter().filter(|(name, _)| is_own(name)) {
            for used in used_modules(&code(text)) {
                assert!(STUDIO[..=index].contains(&used), "{name} must not use crate::{used}");
            }
        }
    }
    for (name, _) in files("studio/src", "rs") {
        let module =
            name.trim_start_matches("studio/src/").split(['/', '.']).next().unwrap_or_default();
        assert!(
            ["lib", "main", "bin"].contains(&module) || STUDIO.contains(&module),
            "{name} has no layer"
        );
    }
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    for folder in ["src", "studio/src", "xtask/src"] {
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
