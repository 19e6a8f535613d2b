//! What a site tells of its pages where its address is known, and the files that `docs/deploy.md` lists.

use atom_syndication::Feed;
use partnership_atlas::site::Assets;

use crate::printed::REPORT;
use crate::site::site_of;

const ID: &str = "pakistan-asean-2023";
const NORWAY: &str = include_str!("../reports/norway-2023/report.json");

#[test]
fn an_address_with_an_ampersand_leaves_the_feed_well_formed() {
    let url = "https://example.org/R&D/";
    let files = site_of(&[(ID, REPORT), ("norway-2023", NORWAY)], Some(url));
    let feed = Feed::read_from(files.0["feed.xml"].as_slice()).unwrap();
    assert_eq!(feed.id(), url);
    let links: Vec<&str> = feed.links().iter().map(|link| link.href()).collect();
    assert_eq!(links, [url.to_owned(), format!("{url}feed.xml")]);
    for entry in feed.entries() {
        let of_report = [ID, "norway-2023"].map(|id| format!("{url}{id}/"));
        assert!(of_report.contains(&entry.id().to_owned()), "{}", entry.id());
        assert_eq!(entry.links()[0].href(), entry.id());
    }
}

/// Returns the names of the files that trunk and esbuild make for the pages. A new one has to be named here.
fn shared_files() -> [String; 5] {
    let name = |start: &str, end: &str| format!("{start}-HASH{end}");
    let Assets {
        loader,
        glue,
        wasm,
        pictures,
        icon,
        glue_integrity: _,
        wasm_integrity: _,
        pictures_integrity: _,
        single_script: _,
        packed_wasm: _,
        icon_svg: _,
        css: _,
        outlines: _,
        development: _,
    } = Assets {
        loader: name("boot", ".js"),
        glue: name("partnership-atlas", ".js"),
        wasm: name("partnership-atlas", "_bg.wasm"),
        pictures: name("pictures", ".js"),
        icon: name("icon", ".svg"),
        ..Assets::default()
    };
    [loader, glue, wasm, pictures, icon]
}

/// Returns the path of a file as the document writes it: `TAG/atlas-HASH.json`.
fn general(path: &str) -> String {
    let general = |part: &str| match part.split_once('-') {
        _ if ["en", "ur"].contains(&part) => "TAG".to_owned(),
        _ if part.len() == 3 && part.chars().all(|c| c.is_ascii_uppercase()) => "CODE".to_owned(),
        Some(("atlas", rest)) if rest.ends_with(".json") => "atlas-HASH.json".to_owned(),
        _ => part.replace(ID, "ID"),
    };
    path.split('/').map(general).collect::<Vec<_>>().join("/")
}

#[test]
fn the_guide_to_deployment_lists_every_file_of_a_site() {
    let guide = include_str!("../../docs/deploy.md");
    let section = guide.split("\n## Files\n").nth(1).unwrap().split("\n### ").next().unwrap();
    let names = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let rows: Vec<(Vec<String>, Vec<String>)> = section
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" | "))
        .map(|(paths, content)| (names(paths), names(content)))
        .collect();
    // A folder is listed with the names of its files, or as a whole.
    let is_listed = |path: &str| {
        let (folder, name) = path.split_at(path.rfind('/').map_or(0, |slash| slash + 1));
        rows.iter().any(|(paths, content)| {
            paths.iter().any(|listed| {
                listed == path
                    || listed == folder
                        && !folder.is_empty()
                        && content.iter().any(|own| own == name)
                    || listed == "studio/" && path.starts_with("studio/")
            })
        })
    };
    let correction =
        "\"corrections\": [{ \"date\": \"2027-02-01\", \"text\": \"A date\" }], \"licence\"";
    let corrected = REPORT.replacen("\"licence\"", correction, 1);
    let files = site_of(&[(ID, &corrected)], Some("https://example.org/"));
    let others = ["embed.js", "_headers", "studio/index.html", "TAG/share/picture.png"];
    let others = others.map(str::to_owned).into_iter().chain(shared_files());
    let paths: Vec<String> = files.0.keys().map(|path| general(path)).chain(others).collect();
    assert!(paths.iter().any(|path| path == "TAG/share/CODE/index.html"), "{paths:?}");
    let missing: Vec<&String> = paths.iter().filter(|path| !is_listed(path)).collect();
    assert!(missing.is_empty(), "docs/deploy.md does not list {missing:?}");
}
