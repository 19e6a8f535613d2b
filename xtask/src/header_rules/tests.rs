//! The rules of `_headers`, and the recipe for stores, for sites of one report and of several.

use std::fs;

use super::*;

/// Returns the names of the files of a site in all languages, with compressed copies. `""` is a report at the root.
fn site(reports: &[&str]) -> Vec<String> {
    const HASH: &str = "152c87289cf86b13";
    const SHARED: [&str; 12] = [
        ELEMENT,
        "boot-HASH.js",
        "pictures-HASH.js",
        "icon-HASH.svg",
        "partnership-atlas-HASH.js",
        "partnership-atlas-HASH_bg.wasm",
        "studio/index.html",
        "studio/studio-HASH.css",
        "studio/studio-HASH_bg.wasm",
        "studio/page_bg.wasm",
        "studio/data/reader.json",
        "studio/data/words/ur.json",
    ];
    const IN_LANGUAGE: [&str; 6] = [
        "index.html",
        "atlas-HASH.json",
        "partnership-atlas.html",
        "data/pakistan-asean-2023.csv",
        "data/pakistan-asean-2023.annotations.json",
        "embed/index.html",
    ];
    let mut names: Vec<String> = SHARED.map(str::to_owned).into();
    let tags: Vec<_> =
        crate::languages::all().unwrap().into_iter().map(|locale| locale.lang + "/").collect();
    for report in reports {
        let home = if report.is_empty() { String::new() } else { format!("{report}/") };
        for tag in tags.iter().map(String::as_str).chain([""]) {
            names.extend(IN_LANGUAGE.map(|name| format!("{home}{tag}{name}")));
        }
    }
    let names = names.into_iter().map(|name| name.replace("HASH", HASH));
    names.flat_map(|name| [format!("{name}.br"), format!("{name}.gz"), name]).collect()
}

/// Reports with ids that are also the names of folders.
const SEVERAL: [&str; 7] = ["data", "embed", "boot-2023", "atlas-2023", "a", "b", "c"];

/// Returns the headers that the rules set for a file, each with its value.
fn headers_of<'a>(rules: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let mut is_for_name = false;
    let mut headers = Vec::new();
    for line in rules.lines() {
        if line.starts_with('/') {
            is_for_name = is_for(line, &format!("/{name}"));
        } else if is_for_name {
            headers.extend(line.trim().split_once(": ").filter(|_| line.starts_with("  ")));
        }
    }
    headers
}

#[test]
fn the_rules_keep_to_the_limits_of_the_hosts() {
    for (reports, limit) in [(&[""][..], 50), (&SEVERAL, MAX_RULES)] {
        let rules = text(&site(reports));
        let paths: Vec<&str> = rules.lines().filter(|line| line.starts_with('/')).collect();
        assert!(paths.len() <= limit, "{} rules for {} reports", paths.len(), reports.len());
        assert!(rules.lines().all(|line| line.len() <= 2_000));
        // Cloudflare Pages skips a rule with several, and Netlify may read nothing after one.
        let is_portable =
            |path: &&str| !path.contains('*') || path.find("/*") == Some(path.len() - 2);
        assert!(paths.iter().all(is_portable), "{paths:?}");
    }
}

#[test]
fn no_header_is_set_twice_for_a_file() {
    for reports in [&[""][..], &SEVERAL] {
        let names = site(reports);
        let rules = text(&names);
        for name in &names {
            let headers = headers_of(&rules, name);
            let different: BTreeSet<&str> = headers.iter().map(|(name, _)| *name).collect();
            assert_eq!(headers.len(), different.len(), "{name}: {headers:?}");
        }
    }
}

#[test]
fn browsers_keep_the_files_with_a_hash_and_no_others() {
    let kept = |rules: &str, name: &str| {
        headers_of(rules, name).iter().any(|(_, value)| value.ends_with("immutable"))
    };
    let names = site(&[""]);
    let rules = text(&names);
    for name in &names {
        assert_eq!(kept(&rules, name), is_immutable(name), "{name}");
    }
    // A missing file, such as one of an earlier build.
    for name in ["ur/atlas-0123456789abcdef.json", "boot-0123456789abcdef.js"] {
        assert!(!kept(&rules, name), "{name}");
    }
    // Of many reports some files have no rule, but what all share has one.
    let rules = text(&site(&SEVERAL));
    assert!(kept(&rules, "boot-152c87289cf86b13.js"));
    assert!(kept(&rules, "studio/studio-152c87289cf86b13_bg.wasm"));
}

#[test]
fn pages_of_other_sites_may_load_what_is_made_for_them_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["index.html", "embed.js", "ur/index.html"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
    }
    for lang in ["", "ur/"] {
        for name in ["embed/index.html", "data/report.json"] {
            let path = folder.path().join(lang).join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
    }
    crate::deploy_files::write_headers(folder.path()).unwrap();
    let read = |url: &str, name: &str| {
        let headers = crate::serve::shared_headers(url, folder.path());
        headers.get(name).map(|value| value.to_str().unwrap().to_owned())
    };
    for url in [
        "/embed.js?v=1",
        "/embed/?theme=dark",
        "/ur/embed/",
        "/data/report.json",
        "/ur/data/report.json",
    ] {
        assert_eq!(read(url, "Access-Control-Allow-Origin").as_deref(), Some("*"), "{url}");
        let policy = read(url, "Cross-Origin-Resource-Policy");
        assert_eq!(policy.as_deref(), Some("cross-origin"), "{url}");
        let is_frame = url.contains("embed/");
        let policy = read(url, "Cross-Origin-Embedder-Policy");
        assert_eq!(policy.as_deref(), is_frame.then_some("require-corp"), "{url}");
    }
    for url in ["/", "/ur/", "/embed.json"] {
        assert_eq!(read(url, "Access-Control-Allow-Origin"), None, "{url}");
    }
}

#[test]
fn only_names_with_a_content_hash_are_immutable() {
    for name in [
        "atlas-9946fc695f720a89.css",
        "partnership-atlas-d279b06465cd7061_bg.wasm",
        "en-4a8130a4183d9e52.json",
    ] {
        assert!(is_hashed(name), "{name}");
    }
    for name in
        ["index.html", "embed.js", "partnership-atlas.html", "data/pakistan-asean-2023.schema.json"]
    {
        assert!(!is_hashed(name), "{name}");
    }
}

/// Returns whether a name matches a pattern of `aws s3`: `*`, and `?` or `[0-9a-f]` for one character.
fn is_matched(pattern: &str, name: &str) -> bool {
    let Some(first) = pattern.chars().next() else { return name.is_empty() };
    let rest = &pattern[first.len_utf8()..];
    if first == '*' {
        return name.char_indices().any(|(start, _)| is_matched(rest, &name[start..]))
            || is_matched(rest, "");
    }
    let Some(letter) = name.chars().next() else { return false };
    let (is_same, rest) = match rest.split_once(']').filter(|_| first == '[') {
        Some((class, rest)) => {
            assert_eq!(class, "0-9a-f", "the test knows no other class");
            (letter.is_ascii_digit() || ('a'..='f').contains(&letter), rest)
        }
        None => (first == '?' || first == letter, rest),
    };
    is_same && is_matched(rest, &name[letter.len_utf8()..])
}

/// Returns the options of the commands in the recipe for stores, in their order: `("include", "*.wasm")`.
fn store_commands() -> Vec<Vec<(String, String)>> {
    let guide = include_str!("../../../docs/deploy.md");
    let recipe = guide.split("### S3").nth(1).unwrap().split("```").nth(1).unwrap();
    let recipe = recipe.replace("\\\n", "");
    let variable = |name: &str| {
        let line = recipe.lines().find_map(|line| line.strip_prefix(&format!("{name}=")));
        line.unwrap_or_default().trim_matches(['\'', '"']).to_owned()
    };
    let hash = variable("HASH").replace("$HEX", &variable("HEX"));
    let option = |text: &str| {
        let (name, value) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        let value = value.trim().trim_matches(['\'', '"']);
        (name.to_owned(), value.replace("${HASH}", &hash).replace("$HASH", &hash))
    };
    let commands = recipe.lines().filter(|line| line.starts_with("aws s3 "));
    commands.map(|line| line.split(" --").skip(1).map(option).collect()).collect()
}

#[test]
fn the_recipe_for_stores_uploads_each_file_once_with_its_cache_time() {
    let commands = store_commands();
    for reports in [&[""][..], &SEVERAL] {
        for name in site(reports) {
            // The last pattern that matches decides; without one a file is uploaded.
            let takes = |command: &&Vec<(String, String)>| {
                let filters = command.iter().filter(|(name, _)| name.ends_with("clude"));
                let mut matching = filters.filter(|(_, pattern)| is_matched(pattern, &name));
                matching.next_back().is_none_or(|(filter, _)| filter == "include")
            };
            let taking: Vec<_> = commands.iter().filter(takes).collect();
            if name.ends_with(".br") || name.ends_with(".gz") {
                assert!(taking.is_empty(), "{name}");
                continue;
            }
            let [command] = taking.as_slice() else { panic!("{name}: {taking:?}") };
            let value = |option: &str| {
                command.iter().find(|(name, _)| name == option).map(|(_, value)| value.as_str())
            };
            let is_kept = value("cache-control").unwrap().ends_with("immutable");
            assert_eq!(is_kept, is_hashed(&name), "{name}");
            let wasm = name.ends_with(".wasm").then_some("application/wasm");
            assert_eq!(value("content-type"), wasm, "{name}");
        }
    }
}
