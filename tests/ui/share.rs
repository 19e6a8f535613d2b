//! Previews of links: the texts of the pictures in every language, and the pages that have them.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::fs;
use std::path::Path;

use partnership_atlas::i18n::{LocaleFile, MessageId, ReportTexts};
use partnership_atlas::model::read;
use partnership_atlas::site::share::{Font, Unicode};
use partnership_atlas::site::{Assets, Site, render};
use partnership_atlas::view_model::Atlas;
use partnership_atlas::view_model::countries::status_line;
use partnership_atlas::view_model::ranks::order_of;
use scraper::Html;
use serde_json::Value;

use crate::payloads::{PAYLOADS, spoil};
use crate::printed::{Printed, REPORT, attribute, parsed, text};
use crate::site::{locale, site_of};

const URL: &str = "https://example.org/atlas/";

/// A picture: its path, its SVG, and the report in its language.
type Picture = (String, String, Atlas);

/// Returns a rough width of a text in font sizes; the build measures it with the fonts.
fn width(text: &str, _: Font) -> f64 {
    text.chars().map(|_| 0.55).sum()
}

/// Reads the files of all languages: the interface, and the texts of the bundled report.
fn languages() -> (Vec<LocaleFile>, Vec<ReportTexts>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let tags: Vec<String> =
        files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    let texts = tags.iter().filter(|tag| *tag != "en").map(|tag| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data/pakistan-asean-2023");
        let text = fs::read_to_string(folder.join(format!("{tag}.json"))).unwrap();
        serde_json::from_str(&text).unwrap()
    });
    (tags.iter().map(|tag| locale(tag)).collect(), texts.collect())
}

/// Returns the pictures of a report.
fn pictures(json: &str, locales: &[LocaleFile], texts: &[ReportTexts]) -> Vec<Picture> {
    let report = read(json).unwrap_or_else(|problems| panic!("{problems}"));
    let english = locale("en");
    let outlines = "<svg><path id=\"outline-MYS\"/></svg>".to_owned();
    let assets = Assets { outlines, ..Assets::default() };
    let site = Site {
        id: "report",
        report: &report,
        texts,
        report_json: json,
        schema: "{}",
        locales,
        main: &english,
        english: &english,
        assets: &assets,
        render,
        order: order_of,
        url: Some(URL),
        is_one_of_several: false,
    };
    let all = site.share_pictures().into_iter();
    all.map(|each| (each.path.clone(), each.svg(&Unicode(width)), Atlas::clone(&each.atlas)))
        .collect()
}

/// Returns the texts of an SVG without spaces and marks of direction: a text may be on several lines.
fn letters(svg: &str) -> String {
    let svg = Html::parse_document(svg);
    let texts: String = svg.select(&parsed("text")).map(text).collect();
    only_letters(&texts)
}

fn only_letters(text: &str) -> String {
    let is_mark = |letter: char| {
        matches!(letter, '\u{200f}' | '\u{2066}'..='\u{2069}') || letter.is_whitespace()
    };
    text.chars().filter(|letter| !is_mark(*letter)).collect()
}

#[test]
fn every_picture_names_the_report_the_state_and_the_outlet() {
    let (locales, texts) = languages();
    let pictures = pictures(REPORT, &locales, &texts);
    assert_eq!(pictures.len(), 14 * 12);
    for (path, svg, atlas) in &pictures {
        let report = &atlas.report;
        let place = report.places.iter().find(|place| path.contains(place.code.as_str()));
        let mut expected = vec![
            report.atlas.title.value.clone(),
            report.source().outlet.value.clone(),
            report.partner.seat.name.value.clone(),
        ];
        expected.extend(place.map(|place| place.name.value.clone()));
        if atlas.messages.dir == "ltr" {
            // In Urdu the pieces of a line with numbers have another order.
            expected.extend(place.map(|place| status_line(atlas, place)));
        }
        let letters = letters(svg);
        for text in expected {
            assert!(letters.contains(&only_letters(&text)), "{path}: “{text}” is not in {letters}");
        }
        assert_eq!(svg.contains("#c78a00"), place.is_some(), "{path}: a state is selected");
    }
}

#[test]
fn a_picture_in_urdu_runs_from_right_to_left_beside_the_map() {
    let (locales, texts) = languages();
    let all = pictures(REPORT, &locales, &texts);
    let svg = |wanted| &all.iter().find(|(path, ..)| path == wanted).unwrap().1;
    let (urdu, english) = (svg("ur/share/MYS/picture.png"), svg("en/share/MYS/picture.png"));
    // The map is at the left edge there, and not mirrored.
    assert!(urdu.contains("<svg x=\"0\"") && english.contains("<svg x=\"480\""));
    assert!(!urdu.contains("scale(-1"));
    assert!(urdu.contains(">\u{200f}ملائیشیا\u{200f}</text>"), "{urdu}");
    assert!(!english.contains('\u{200f}'));
}

#[test]
fn markup_in_a_report_is_drawn_as_it_stands() {
    for payload in PAYLOADS {
        let mut report: Value = serde_json::from_str(REPORT).unwrap();
        spoil(&mut report, payload);
        for (path, svg, _) in pictures(&report.to_string(), &[locale("en")], &[]) {
            let html = Html::parse_fragment(&svg);
            let strange = parsed("script, img, template, title, b, foreignObject, a");
            assert_eq!(html.select(&strange).count(), 0, "{path}: {payload}");
            assert_eq!(svg.matches("<svg").count(), 2, "{path}: {payload}");
        }
    }
}

#[test]
fn a_link_to_a_state_previews_the_state_and_leads_to_the_page() {
    for reports in [
        vec![("pakistan-asean-2023", REPORT)],
        vec![("pakistan-asean-2023", REPORT), ("again", REPORT)],
    ] {
        let files = site_of(&reports, Some(URL)).0;
        let folder = if reports.len() > 1 { "pakistan-asean-2023/" } else { "" };
        let page = |path: &str| {
            let html = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
            Html::parse_document(&String::from_utf8_lossy(html))
        };
        let share = page(&format!("{folder}ur/share/MYS/index.html"));
        let one = |page: &Html, selector: &str, name: &str| {
            let found = page.select(&parsed(selector)).next();
            found.map(|element| attribute(element, name).to_owned()).unwrap_or_default()
        };
        let image = format!("{URL}{folder}ur/share/MYS/picture.png");
        assert_eq!(one(&share, "meta[property='og:image']", "content"), image);
        assert_eq!(one(&share, "link[rel=canonical]", "href"), format!("{URL}{folder}ur/"));
        assert_eq!(one(&share, "meta[http-equiv=refresh]", "content"), "0; url=../../#MYS");
        assert_eq!(one(&share, "a", "href"), "../../#MYS");
        assert_eq!(one(&share, "html", "dir"), "rtl");
        let hosted = page(&format!("{folder}ur/index.html"));
        let image = format!("{URL}{folder}ur/share/picture.png");
        assert_eq!(one(&hosted, "meta[property='og:image']", "content"), image);
        let answer = &files[&format!("{folder}ur/oembed.json")];
        let answer: Value = serde_json::from_slice(answer).unwrap();
        assert_eq!(answer["thumbnail_url"], image);
        assert_eq!(answer["thumbnail_width"], 1200);
    }
}

#[test]
fn without_an_address_of_the_site_a_page_has_no_preview() {
    let files = site_of(&[("pakistan-asean-2023", REPORT)], None).0;
    assert!(!files.keys().any(|path| path.contains("share/")));
    let page = String::from_utf8_lossy(&files["en/index.html"]);
    assert!(!page.contains("og:") && !page.contains("twitter:"));
}

#[test]
fn a_file_on_a_disk_offers_no_link_but_says_what_to_do() {
    let hosted = Printed::in_browser(|| "https://example.org/atlas/".to_owned());
    assert_eq!(hosted.text("#SHARE .dialog__code"), "https://example.org/atlas/#MYS");
    assert_eq!(hosted.all("#SHARE .button[disabled]").len(), 0);
    let file = Printed::in_browser(|| "file:///home/reader/atlas.html".to_owned());
    assert_eq!(file.text("#SHARE .dialog__code"), "");
    assert_eq!(file.all("#SHARE .button[disabled]").len(), 1);
    let words = locale("en").messages(&locale("en")).get(MessageId::ShareFile).value.clone();
    assert_eq!(file.text("#SHARE h2 + p"), words);
    // Citations name the report, so they stay.
    let citations = file.all(".evidence__citation");
    assert!(!citations.is_empty());
    assert!(citations.into_iter().all(|citation| !text(citation).contains("file:")));
}
