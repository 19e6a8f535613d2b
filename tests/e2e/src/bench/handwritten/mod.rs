//! The hand-written page: the second control of the bench.
//!
//! A front-end developer without a framework would write something like this in an afternoon: the same map, panel, cards,
//! filters and facts, one style sheet and one script in the page. The bench generates it, so that its facts are always those
//! of the report.

mod report;

use std::fs;

use anyhow::{Context, Result, ensure};
use partnership_atlas::map_layout::{FEATURES, Feature, HEIGHT, PARTNER_ANCHOR, WIDTH};
use xtask::command::root;

use self::report::{Fact, Place, Report, day};

/// The report that the page shows, from the root of the repository.
const REPORT: &str = "assets/data/pakistan-asean-2023/report.json";

/// The outlines of the map, from the root of the repository.
const OUTLINES: &str = "assets/map/outlines.svg";

/// Returns the page as HTML, from the files of the repository.
///
/// # Errors
/// Fails if a file cannot be read or does not have the expected format.
pub fn page() -> Result<String> {
    let read = |path| fs::read_to_string(root().join(path)).with_context(|| format!("read {path}"));
    let report = serde_json::from_str(&read(REPORT)?).with_context(|| format!("parse {REPORT}"))?;
    write(&report, &read(OUTLINES)?)
}

/// Fills the template.
fn write(report: &Report, outlines: &str) -> Result<String> {
    let mut page = include_str!("page.html").to_owned();
    let source = report.source()?;
    for (name, value) in [
        ("published", day(&source.published)),
        ("headline", escape(&source.title)),
        ("outlet", escape(&source.outlet)),
        ("url", escape(&source.url)),
        ("count", report.facts.len().to_string()),
        ("wide_count", report.asean_wide().count().to_string()),
        ("width", WIDTH.to_string()),
        ("height", HEIGHT.to_string()),
        ("map", map(report, outlines)?),
        ("links", lines(report.members(), link)),
        (
            "context",
            lines(&report.context, |it| {
                format!("<p class=\"quiet\">{}: {}</p>", day(&it.date), escape(&it.text))
            }),
        ),
        ("panels", lines(report.members(), |place| panel(report, place))),
        ("wide", lines(report.asean_wide(), in_brief)),
        ("area_filters", area_filters(report)),
        ("status_filters", status_filters(report)),
        ("cards", cards(report, &source.url)),
        ("facts", lines(&report.facts, |fact| in_full(report, fact))),
    ] {
        let mark = format!("{{{{{name}}}}}");
        ensure!(page.contains(&mark), "the template has no {mark}");
        page = page.replace(&mark, &value);
    }
    ensure!(!page.contains("{{"), "the template has a mark without a value");
    Ok(page)
}

/// Returns the content of the SVG: land, states, lines to the named states, and labels.
fn map(report: &Report, outlines: &str) -> Result<String> {
    let land = outline(outlines, "LAND")?;
    let mut parts = vec![format!("<path class=\"land\" transform=\"scale(.25)\" d=\"{land}\"/>")];
    for place in report.members() {
        let (code, path) = (&place.code, outline(outlines, &place.code)?);
        let class = status(report, place).class;
        parts.push(format!(
            "<path class=\"state{class}\" data-state=\"{code}\" transform=\"scale(.25)\" d=\"{path}\"/>"
        ));
    }
    let sited: Vec<(&Place, &Feature)> = report
        .members()
        .map(|place| {
            let site = FEATURES.iter().find(|site| site.code == place.code);
            Ok((place, site.with_context(|| format!("{} has no place on the map", place.code))?))
        })
        .collect::<Result<_>>()?;
    for (place, site) in &sited {
        if report.naming(&place.code).next().is_some() {
            let (from, to) = (PARTNER_ANCHOR, site.center);
            let (code, middle, top) = (&place.code, i16::midpoint(from.x, to.x), from.y.min(to.y));
            parts.push(format!(
                "<path class=\"link\" data-state=\"{code}\" d=\"M{} {}Q{middle} {top} {} {}\"/>",
                from.x, from.y, to.x, to.y
            ));
        }
    }
    parts.extend(sited.iter().map(|(place, site)| label(place, site)));
    Ok(parts.join("\n"))
}

/// Returns the path data of an outline in the sprite.
fn outline<'a>(outlines: &'a str, name: &str) -> Result<&'a str> {
    let path = || {
        let (_, path) = outlines.split_once(&format!("id=\"outline-{name}\""))?;
        let (_, data) = path.split_once(" d=\"")?;
        Some(data.split_once('"')?.0)
    };
    path().with_context(|| format!("{OUTLINES} has no outline of {name}"))
}

/// Returns the name of a state; a small state also has a line and a disc.
fn label(place: &Place, site: &Feature) -> String {
    let (code, name, at) = (&place.code, escape(&place.name), site.label);
    if !site.is_small {
        return format!("<text x=\"{}\" y=\"{}\">{name}</text>", at.x, at.y);
    }
    let centre = site.center;
    format!(
        "<path class=\"leader\" d=\"M{} {}L{} {}\"/><circle class=\"disc\" data-state=\"{code}\" cx=\"{}\" cy=\"{}\" r=\"7\"/>\
         <text class=\"beside\" x=\"{}\" y=\"{}\">{name}</text>",
        centre.x,
        centre.y,
        at.x,
        at.y,
        at.x,
        at.y,
        at.x + 12,
        at.y
    )
}

/// What the report has to do with a state.
struct Status {
    class: &'static str,
    words: &'static str,
}

fn status(report: &Report, place: &Place) -> Status {
    if report.naming(&place.code).next().is_some() {
        Status { class: " named", words: "Named in the report" }
    } else if report.was_member(place) {
        Status { class: "", words: "Member, not named individually" }
    } else {
        Status { class: " later", words: "Joined after the report" }
    }
}

fn link(place: &Place) -> String {
    format!("<a href=\"#{}\">{}</a>", place.code, escape(&place.name))
}

/// Returns the section of a state in the panel.
fn panel(report: &Report, place: &Place) -> String {
    let mut facts = lines(report.naming(&place.code), in_brief);
    if !facts.is_empty() {
        facts = format!("<ul>{facts}</ul>");
    }
    let words = status(report, place).words;
    let (code, name) = (&place.code, escape(&place.name));
    format!(
        "<section id=\"{code}\"><p class=\"kicker\">{words}</p><h2>{name}</h2>{facts}</section>"
    )
}

/// Returns a fact as an item of a list.
fn in_brief(fact: &Fact) -> String {
    let (title, date) = (escape(&fact.title), fact.date());
    format!("<li>{title} <span class=\"quiet\">{date}, ¶{}</span></li>", fact.paragraph())
}

fn area_filters(report: &Report) -> String {
    let areas = report.areas.iter().map(|area| (area.id.as_str(), area.name.clone()));
    buttons("All areas", areas)
}

fn status_filters(report: &Report) -> String {
    let mut ids: Vec<&str> = report.projects().flat_map(|(fact, _)| fact.statuses()).collect();
    ids.sort_unstable();
    ids.dedup();
    buttons("Any status", ids.into_iter().map(|id| (id, in_words(id))))
}

/// Returns a group of filter buttons; the first shows all cards.
fn buttons<'a>(all: &str, choices: impl Iterator<Item = (&'a str, String)>) -> String {
    let all = format!("<button value=\"\" aria-pressed=\"true\">{all}</button>");
    let choices = lines(choices, |(id, name)| {
        format!("<button value=\"{id}\" aria-pressed=\"false\">{}</button>", escape(&name))
    });
    [all, choices].join("\n")
}

fn cards(report: &Report, url: &str) -> String {
    lines(report.projects(), |(fact, area)| {
        let statuses = fact.statuses();
        let status = statuses.first().copied().unwrap_or_default();
        let mut audience = fact.audience.iter().map(|text| escape(text)).collect::<Vec<_>>();
        audience.extend(
            fact.not_stated.iter().map(|what| format!("<i>{} not stated</i>", in_words(what))),
        );
        let interpretations = lines(&fact.interpretations, |it| {
            format!("<p class=\"interpretation\">{}</p>", escape(&it.text))
        });
        format!(
            "<article class=\"card\" data-area=\"{}\" data-status=\"{}\" data-states=\"{}\">\n\
             <p class=\"quiet\">{}</p><h3>{}</h3><p class=\"status {status}\">{}</p>\n\
             <dl><dt>For</dt><dd>{}</dd><dt>Scope</dt><dd>{}</dd><dt>Date</dt><dd>{}</dd></dl>{interpretations}\n\
             <a href=\"{}\">Source ¶{}</a></article>",
            area.id,
            statuses.join(" "),
            report.covered(fact).join(" "),
            escape(&area.name),
            escape(&fact.title),
            in_words(status),
            audience.join(". "),
            escape(&report.scope(fact)),
            fact.date(),
            escape(url),
            fact.paragraph()
        )
    })
}

/// Returns a fact with its text as an item of the list of all facts.
fn in_full(report: &Report, fact: &Fact) -> String {
    format!(
        "<li><b>{}</b> {}<small>{} · {} · ¶{}</small></li>",
        escape(&fact.title),
        escape(&fact.text),
        escape(&report.scope(fact)),
        fact.date(),
        fact.paragraph()
    )
}

/// Returns an id in words: `in-force` becomes `In force`.
fn in_words(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first
        .into_iter()
        .chain(letters.map(|letter| if letter == '-' { ' ' } else { letter }))
        .collect()
}

/// Writes each item on a line.
fn lines<T>(items: impl IntoIterator<Item = T>, write: impl Fn(T) -> String) -> String {
    items.into_iter().map(write).collect::<Vec<_>>().join("\n")
}

/// Escapes a text for HTML, in an element or between double quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};

    use super::*;
    use crate::bench::selectors::HANDWRITTEN;

    fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
        page.select(&Selector::parse(selector).unwrap()).collect()
    }

    fn report() -> Report {
        serde_json::from_str(&fs::read_to_string(root().join(REPORT)).unwrap()).unwrap()
    }

    #[test]
    fn page_has_all_facts_and_states() {
        let (report, text) = (report(), page().unwrap());
        let page = Html::parse_document(&text);
        assert_eq!(page.errors, Vec::<std::borrow::Cow<str>>::new());
        let titles: Vec<String> =
            select(&page, ".facts b").iter().map(|title| title.text().collect()).collect();
        assert_eq!(titles, report.facts.iter().map(|fact| fact.title.clone()).collect::<Vec<_>>());
        assert_eq!(titles.len(), 20);
        let codes: Vec<&str> = report.members().map(|place| place.code.as_str()).collect();
        assert_eq!(codes.len(), 11);
        for code in codes {
            for selector in [
                format!("path.state[data-state={code}]"),
                format!("section#{code}"),
                format!("a[href='#{code}']"),
            ] {
                assert_eq!(select(&page, &selector).len(), 1, "{selector}");
            }
        }
    }

    #[test]
    fn page_has_cards_and_filters() {
        let text = page().unwrap();
        let page = Html::parse_document(&text);
        assert_eq!(select(&page, "article.card").len(), 4);
        assert_eq!(select(&page, "[data-key=area] button").len(), 5);
        assert_eq!(select(&page, "[data-key=status] button").len(), 4);
        assert_eq!(select(&page, ".card[data-status='scheduled not-stated']").len(), 1);
        // Every project covers the ten members of the day, and not the one that joined later.
        assert_eq!(select(&page, ".card[data-states~=MYS]").len(), 4);
        assert_eq!(select(&page, ".card[data-states~=TLS]").len(), 0);
    }

    #[test]
    fn page_has_what_the_probe_looks_for() {
        let text = page().unwrap();
        let page = Html::parse_document(&text);
        for (selector, count) in HANDWRITTEN.whole {
            assert_eq!(select(&page, selector).len(), *count, "{selector}");
        }
        assert_eq!(select(&page, HANDWRITTEN.state_link).len(), 11);
        assert_eq!(select(&page, HANDWRITTEN.malaysia_link).len(), 1);
        assert_eq!(select(&page, HANDWRITTEN.malaysia_panel).len(), 1);
        assert_eq!(select(&page, HANDWRITTEN.filter_button.unwrap()).len(), 9);
    }

    #[test]
    fn page_is_as_small_as_a_hand_written_one() {
        let text = page().unwrap();
        let elements = select(&Html::parse_document(&text), "*").len();
        assert!((200..=300).contains(&elements), "{elements} elements");
        let bytes = xtask::sizes::brotli(text.as_bytes(), 11).unwrap().len();
        assert!((11_000..16_000).contains(&bytes), "{bytes} bytes under brotli");
    }

    #[test]
    fn texts_are_escaped() {
        let mut report = report();
        for fact in &mut report.facts {
            fact.title = "<b>\"&amp;".to_owned();
        }
        let outlines = fs::read_to_string(root().join(OUTLINES)).unwrap();
        let page = write(&report, &outlines).unwrap();
        assert!(page.contains("&lt;b>&quot;&amp;amp;") && !page.contains("<b>\"&amp;"));
    }

    #[test]
    fn missing_outline_is_reported_by_name() {
        let error = write(&report(), "").unwrap_err().to_string();
        assert!(error.contains("outline of LAND"), "{error}");
    }
}
