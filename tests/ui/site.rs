//! A site as its files: every link leads to one of them, with one report and with several.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;

use partnership_atlas::i18n::LocaleFile;
use partnership_atlas::model::{FactId, Report, read};
use partnership_atlas::site::{Assets, Sink, Site, render, write_site};
use partnership_atlas::view_model::ranks::order_of;
use scraper::Html;

use crate::printed::{REPORT, attribute, parsed, text};

const NORWAY: &str = include_str!("../reports/norway-2023/report.json");

/// The files of a site, by their path from its root.
#[derive(Default)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Sink for Files {
    type Error = Infallible;

    fn write(&mut self, path: &str, content: &[u8]) -> Result<(), Infallible> {
        self.0.insert(path.to_owned(), content.to_vec());
        Ok(())
    }
}

impl Files {
    /// Reads a page.
    pub fn page(&self, path: &str) -> Html {
        let bytes = self.0.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        Html::parse_document(&String::from_utf8_lossy(bytes))
    }
}

/// Reads the locale file of a language.
pub fn locale(lang: &str) -> LocaleFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/locales/{lang}.json"));
    let text = std::fs::read_to_string(path).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{lang}: {error}"))
}

/// Writes a site of these reports, each by its id and its file, in English and Urdu.
pub fn site_of(reports: &[(&str, &str)], url: Option<&str>) -> Files {
    site_in(&[locale("en"), locale("ur")], reports, url)
}

/// Writes a site of these reports in some languages.
fn site_in(locales: &[LocaleFile], reports: &[(&str, &str)], url: Option<&str>) -> Files {
    let english = locale("en");
    let assets = Assets { icon: "icon.svg".to_owned(), ..Assets::default() };
    let read: Vec<Report> = reports
        .iter()
        .map(|(id, json)| read(json).unwrap_or_else(|problems| panic!("{id}: {problems}")))
        .collect();
    let sites: Vec<Site<'_>> = reports
        .iter()
        .zip(&read)
        .map(|((id, json), report)| Site {
            id,
            report,
            texts: &[],
            report_json: json,
            schema: "{}",
            locales,
            main: &english,
            english: &english,
            assets: &assets,
            render,
            order: order_of,
            url,
            is_one_of_several: reports.len() > 1,
        })
        .collect();
    let mut files = Files::default();
    let Ok(()) = write_site(&sites, &mut files);
    files
}

#[test]
fn a_site_in_one_language_does_not_speak_of_others() {
    let told = |locales: &[LocaleFile], path: &str| {
        let page = site_in(locales, &[("norway-2023", NORWAY)], None).page(path);
        let about = text(page.select(&parsed(".about")).next().unwrap());
        (page.select(&parsed(".languages")).count(), about.contains("translations"))
    };
    let both = [locale("en"), locale("ur")];
    assert_eq!(told(&both, "index.html"), (1, true));
    assert_eq!(told(&both[..1], "index.html"), (0, false));
    assert_eq!(told(&both[..1], "partnership-atlas.html"), (0, false));
}

/// Returns the file to which a relative link of a page leads.
fn target(page: &str, link: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    let path = link.split(['#', '?']).next().unwrap_or_default();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => assert!(folders.pop().is_some(), "{page}: {link} leads out of the site"),
            part => folders.push(part),
        }
    }
    let path_of = folders.join("/");
    match path {
        _ if path_of.is_empty() => "index.html".to_owned(),
        _ if path.ends_with('/') || path.ends_with('.') => format!("{path_of}/index.html"),
        _ => path_of,
    }
}

fn check_links(files: &Files) {
    // The build puts these beside the pages.
    let shared = ["icon.svg", "studio/index.html"];
    for path in files.0.keys().filter(|path| path.ends_with("index.html")) {
        let page = files.page(path);
        let anchors = parsed(if path.contains("embed/") {
            // A frame does not show what its host cannot use.
            "a[href]:not(.hosted *)"
        } else {
            "a[href]"
        });
        let links = page.select(&anchors).map(|link| attribute(link, "href"));
        for link in links.filter(|link| {
            !link.starts_with('#') && !link.contains("://") && !link.starts_with("data:")
        }) {
            let target = target(path, link);
            assert!(
                files.0.contains_key(&target) || shared.contains(&target.as_str()),
                "{path}: {link} leads to {target}, which is not there"
            );
        }
    }
}

#[test]
fn no_fact_can_have_the_id_of_another_part_of_the_page() {
    let files = site_of(&[("norway-2023", NORWAY)], None);
    let outlines = include_str!("../../assets/map/outlines.svg");
    let mut ids = 0;
    for path in ["en/index.html", "en/partnership-atlas.html", "en/embed/index.html"] {
        let html = String::from_utf8_lossy(&files.0[path]).into_owned() + outlines;
        for element in Html::parse_document(&html).select(&parsed("[id]:not(.evidence)")) {
            let id = attribute(element, "id");
            assert_eq!(FactId::new(id), None, "{path}");
            ids += 1;
        }
    }
    assert!(ids > 50, "{ids}");
}

#[test]
fn every_link_leads_to_a_file() {
    check_links(&site_of(&[("pakistan-asean-2023", REPORT)], None));
    check_links(&site_of(&[("pakistan-asean-2023", REPORT), ("norway-2023", NORWAY)], None));
}

#[test]
fn the_index_tells_of_each_report_and_each_report_leads_back() {
    let files = site_of(&[("pakistan-asean-2023", REPORT), ("norway-2023", NORWAY)], None);
    let index = files.page("index.html");
    let cards: Vec<String> = index.select(&parsed(".card")).map(text).collect();
    let [pakistan, norway] = cards.as_slice() else { panic!("there are {} cards", cards.len()) };
    for words in ["Pakistan and ASEAN", "Radio Pakistan, 8 June 2023", "Facts20"] {
        assert!(pakistan.contains(words), "“{words}” is not in “{pakistan}”");
    }
    assert!(norway.contains("Norway") && !norway.contains("Pakistan"), "{norway}");
    for path in ["norway-2023/index.html", "norway-2023/ur/index.html"] {
        let page = files.page(path);
        let back = page.select(&parsed(".masthead .kicker a")).next();
        let link = back.map(|link| attribute(link, "href")).unwrap_or_default();
        assert_eq!(target(path, link), "index.html", "{path}");
    }
    let alone = site_of(&[("norway-2023", NORWAY)], None);
    assert!(alone.page("index.html").select(&parsed(".masthead .kicker a")).next().is_none());
}
