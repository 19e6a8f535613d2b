//! What can be taken, read as other programs read it.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::io::{Cursor, Read as _};

use scraper::Html;
use serde_json::Value;

use crate::printed::{REPORT, attribute, parsed, text};
use crate::site::{Files, site_of};

const ID: &str = "pakistan-asean-2023";

fn built() -> Files {
    site_of(&[(ID, REPORT)], Some("https://example.org/atlas/"))
}

/// Returns the files of an archive, by name.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names = archive.file_names().map(|name| name.unwrap().into_owned());
    let names: Vec<String> = names.collect();
    let read = |name: String| {
        let mut content = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut content).unwrap();
        (name, content)
    };
    names.into_iter().map(read).collect()
}

#[test]
fn the_archive_has_every_file_that_it_describes_and_the_same_content() {
    let files = built();
    for folder in ["", "en/", "ur/"] {
        let packed = unpacked(files.0.get(&format!("{folder}data/{ID}.zip")).unwrap());
        let find = |name: &str| &packed.iter().find(|(packed, _)| packed == name).unwrap().1;
        let descriptor: Value = serde_json::from_slice(find("datapackage.json")).unwrap();
        let resources = descriptor["resources"].as_array().unwrap();
        // Beside them the descriptor and the words about it.
        assert_eq!(packed.len(), resources.len() + 2, "{folder}");
        for resource in resources {
            let content = find(resource["path"].as_str().unwrap());
            assert_eq!(resource["bytes"], content.len(), "{folder}: {resource}");
        }
        for (name, ending) in
            [("facts.csv", "csv"), ("report.json", "json"), ("places.geojson", "geojson")]
        {
            assert_eq!(find(name), &files.0[&format!("{folder}data/{ID}.{ending}")], "{folder}");
        }
        let readme = String::from_utf8(find("README.md").clone()).unwrap();
        for words in ["Radio Pakistan", "CC-BY-4.0", "facts.csv", "https://www.radio.gov.pk/"] {
            assert!(readme.contains(words), "{folder}: {words} is not in the README");
        }
    }
}

#[test]
fn the_report_in_its_own_language_is_the_file_of_its_editor() {
    let files = built();
    assert_eq!(files.0[&format!("en/data/{ID}.json")], REPORT.as_bytes());
    assert_ne!(files.0[&format!("ur/data/{ID}.json")], REPORT.as_bytes());
}

#[test]
fn the_points_are_geojson_and_lie_in_the_region() {
    let text = String::from_utf8(built().0[&format!("en/data/{ID}.geojson")].clone()).unwrap();
    let geojson::GeoJson::FeatureCollection(collection) = text.parse().unwrap() else {
        panic!("it is no collection")
    };
    assert!(!collection.features.is_empty());
    for feature in collection.features {
        let Some(geojson::Geometry { value, .. }) = feature.geometry else { panic!("no point") };
        let Value::Object(value) = serde_json::to_value(&value).unwrap() else {
            panic!("no object")
        };
        let (longitude, latitude) =
            (value["coordinates"][0].as_f64(), value["coordinates"][1].as_f64());
        assert!(longitude.is_some_and(|degrees| (92.0..142.0).contains(&degrees)), "{value:?}");
        assert!(latitude.is_some_and(|degrees| (-12.0..29.0).contains(&degrees)), "{value:?}");
    }
}

#[test]
fn the_page_offers_every_file_by_name_and_the_single_file_has_the_archive_inside() {
    let files = built();
    let page = files.page("en/index.html");
    let offered = |page: &Html, selector: &str| -> Vec<(String, String)> {
        let links = parsed(selector);
        let links = page.select(&links);
        links.map(|link| (text(link), attribute(link, "download").to_owned())).collect()
    };
    let names =
        |all: &[(String, String)]| all.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>();
    let all = offered(&page, ".about__downloads a[download]");
    assert_eq!(all[0], ("Everything in one archive (ZIP)".to_owned(), format!("{ID}.zip")));
    let expected = [".zip", ".csv", ".json", "", ".annotations.json", ".geojson", ".html"];
    let expected = expected.map(|ending| match ending {
        "" => "report.schema.json".to_owned(),
        ending => format!("{ID}{ending}"),
    });
    assert_eq!(names(&all), expected);
    let references = offered(&page, ".about__cite a");
    assert_eq!(
        names(&references),
        ["bib", "ris", "csl.json"].map(|ending| format!("{ID}.{ending}"))
    );
    assert_eq!(references[2].0, "CSL-JSON");
    let single = files.page("partnership-atlas.html");
    let links = parsed(".about__downloads a");
    let [link] = single.select(&links).collect::<Vec<_>>()[..] else {
        panic!("there is one archive")
    };
    assert!(attribute(link, "href").starts_with("data:application/zip;base64,UEsDB"));
    // A host's frame offers nothing, and tells where the page is.
    let framed = files.page("en/embed/index.html");
    assert!(offered(&framed, ".about__downloads a").is_empty());
    let canonical = parsed("link[rel=canonical]");
    let canonical = framed.select(&canonical).next().unwrap();
    assert_eq!(attribute(canonical, "href"), "https://example.org/atlas/en/");
}

#[test]
fn the_page_says_how_to_cite_the_report_and_itself() {
    let files = built();
    let cite = parsed(".about__cite");
    let page = files.page("en/index.html");
    let said = text(page.select(&cite).next().unwrap());
    for words in [
        "Radio Pakistan, “Foreign Secretary vows",
        "“Pakistan and ASEAN”",
        "https://example.org/atlas/en/",
        "BibTeX RIS CSL-JSON",
    ] {
        assert!(said.contains(words), "“{words}” is not in “{said}”");
    }
}

#[test]
fn programs_read_what_the_page_is_about() {
    let files = built();
    let page = files.page("en/index.html");
    let script = parsed("script[type='application/ld+json']");
    let data: String = page.select(&script).next().unwrap().text().collect();
    let data: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["@type"], "Dataset");
    assert_eq!(data["isBasedOn"]["@type"], "NewsArticle");
    assert_eq!(data["isBasedOn"]["datePublished"], "2023-06-08");
    assert_eq!(data["license"], "https://spdx.org/licenses/CC-BY-4.0.html");
    assert_eq!(data["temporalCoverage"], "1993-01-01/..");
    let places: Vec<&Value> = data["spatialCoverage"].as_array().unwrap().iter().collect();
    assert!(places.iter().any(|place| place["identifier"] == "MYS" && place["name"] == "Malaysia"));
    let urls = data["distribution"].as_array().unwrap().iter().map(|file| &file["contentUrl"]);
    assert!(
        urls.clone().any(|url| url == "https://example.org/atlas/en/data/pakistan-asean-2023.csv")
    );
    for url in urls {
        let path = url.as_str().unwrap().strip_prefix("https://example.org/atlas/").unwrap();
        assert!(files.0.contains_key(path), "{path}");
    }
    let title = parsed("meta[name=citation_title]");
    assert_eq!(attribute(page.select(&title).next().unwrap(), "content"), "Pakistan and ASEAN");
}

#[test]
fn programs_read_a_date_in_iso_8601_and_every_state_that_a_fact_names() {
    let mut report: Value = serde_json::from_str(REPORT).unwrap();
    report["sources"][0]["published"] = "2001~".into();
    report["facts"][0]["participants"] = serde_json::json!({ "places": ["THA"] });
    let files = site_of(&[(ID, &report.to_string())], None);
    let page = files.page("en/index.html");
    let script = parsed("script[type='application/ld+json']");
    let data: String = page.select(&script).next().unwrap().text().collect();
    let data: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["isBasedOn"]["datePublished"], "2001");
    let places = data["spatialCoverage"].as_array().unwrap();
    assert!(places.iter().any(|place| place["identifier"] == "THA"));
}

#[test]
fn an_address_with_an_ampersand_is_itself_in_every_link() {
    let root = "https://example.org/R&copy/";
    let files = site_of(&[(ID, REPORT)], Some(root));
    for path in ["en/index.html", "en/share/MYS/index.html"] {
        let page = files.page(path);
        let links = parsed("link[href^='https:']");
        let links: Vec<_> = page.select(&links).map(|link| attribute(link, "href")).collect();
        assert!(!links.is_empty(), "{path}");
        assert!(links.iter().all(|link| link.starts_with(root)), "{path}: {links:?}");
    }
    let answer = String::from_utf8_lossy(&files.0["en/oembed.json"]).into_owned();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let html = Html::parse_fragment(answer["html"].as_str().unwrap());
    for (selector, name) in [("a", "href"), ("iframe", "src")] {
        let element = html.select(&parsed(selector)).next().unwrap();
        assert!(attribute(element, name).starts_with(root));
    }
}

#[test]
fn a_report_cannot_leave_the_script_that_describes_it() {
    let hostile = REPORT.replacen("Pakistan and ASEAN", "</script><img src=x onerror=alert(1)>", 1);
    let files = site_of(&[(ID, &hostile)], None);
    let page = files.page("en/index.html");
    assert!(page.select(&parsed("img")).next().is_none());
    let script = parsed("script[type='application/ld+json']");
    let data: String = page.select(&script).next().unwrap().text().collect();
    let data: Value = serde_json::from_str(&data).unwrap();
    assert!(data["name"].as_str().unwrap().starts_with("</script>"));
}

#[test]
fn the_sitemap_leads_to_every_page_and_names_its_languages() {
    let files = built();
    let text = String::from_utf8(files.0["sitemap.xml"].clone()).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let pages: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(pages, ["https://example.org/atlas/en/", "https://example.org/atlas/ur/"]);
    let links = document.descendants().filter(|node| node.attribute("hreflang").is_some());
    assert_eq!(links.count(), 2 * 3);
    let robots = String::from_utf8(files.0["robots.txt"].clone()).unwrap();
    assert!(robots.contains("Sitemap: https://example.org/atlas/sitemap.xml"));
    let unknown = site_of(&[(ID, REPORT)], None);
    assert!(!unknown.0.contains_key("sitemap.xml") && !unknown.0.contains_key("robots.txt"));
}

#[test]
fn several_reports_and_corrections_have_a_feed() {
    let norway = include_str!("../reports/norway-2023/report.json");
    let feed = |files: &Files| -> Option<atom_syndication::Feed> {
        let bytes = files.0.get("feed.xml")?;
        Some(atom_syndication::Feed::read_from(bytes.as_slice()).unwrap())
    };
    let url = Some("https://example.org/");
    assert!(feed(&built()).is_none());
    let several = site_of(&[(ID, REPORT), ("norway-2023", norway)], url);
    let several = feed(&several).unwrap();
    assert_eq!(several.entries().len(), 2);
    assert!(several.entries().iter().any(|entry| entry.title().as_str() == "Pakistan and ASEAN"));
    let corrections = "\"corrections\": [{ \"date\": \"2027-02-01\", \"text\": \"A <b>date</b>\" }, \
                       { \"date\": \"2027-01-01\", \"text\": \"A name\" }], \"licence\"";
    let corrected = REPORT.replacen("\"licence\"", corrections, 1);
    let files = site_of(&[(ID, &corrected)], url);
    let feed = feed(&files).unwrap();
    let summaries: Vec<&str> =
        feed.entries().iter().filter_map(|entry| Some(entry.summary()?.as_str())).collect();
    assert_eq!(summaries.len(), 3);
    assert!(summaries.contains(&"A <b>date</b>"), "{summaries:?}");
    let mut ids: Vec<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    assert_eq!(feed.updated().to_rfc3339(), "2027-02-01T00:00:00+00:00");
    let page = files.page("en/index.html");
    assert!(page.select(&parsed("link[type='application/atom+xml']")).next().is_some());
}

#[test]
fn the_foot_leads_to_the_studio_where_it_stands_beside_the_page() {
    let files = built();
    let studio = parsed(".about__downloads a:not([download])");
    let links = |path: &str| -> Vec<(String, String)> {
        let page = files.page(path);
        page.select(&studio).map(|link| (text(link), attribute(link, "href").to_owned())).collect()
    };
    let words = "Make an atlas of your own report".to_owned();
    assert_eq!(links("en/index.html"), [(words.clone(), "../studio/".to_owned())]);
    assert_eq!(links("index.html"), [(words, "./studio/".to_owned())]);
    // A frame and a file on a disk have no studio.
    for path in ["en/embed/index.html", "partnership-atlas.html"] {
        assert_eq!(links(path), [], "{path}");
    }
}
