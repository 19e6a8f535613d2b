//! The page as a whole: its order, its names, its links.

use std::collections::BTreeSet;

use crate::printed::{Printed, attribute, name, text, within};

/// Addresses that show the page in its different states.
const STATES: [&str; 5] = [
    "",
    "#MYS",
    "#TLS",
    "?area=diplomacy&status=scheduled&clock=today",
    "?fact=business-conference&q=nothing",
];

#[test]
fn the_sections_follow_each_other_as_agreed() {
    let page = Printed::at("");
    let headings =
        page.texts("h1, main > section > h2, main > section > details h2, footer > details h2");
    let wanted = [
        "Pakistan and ASEAN",
        "Areas of cooperation",
        "1993–2023, as the report tells it",
        "Every fact",
        "The evidence, fact by fact",
        "About this page",
    ];
    assert_eq!(headings, wanted);
    let stage: Vec<_> =
        within(page.one(".stage"), "section.map, aside").into_iter().map(name).collect();
    assert_eq!(stage, ["Map of the ASEAN member states", "What the report says"]);
}

#[test]
fn every_region_and_every_control_has_a_name() {
    for state in STATES {
        let page = Printed::at(state);
        for element in page.all("main > section, .stage > *, nav, aside, footer, [role=group]") {
            assert!(!name(element).is_empty(), "{:?}", element.value());
        }
        for control in page.all("button, a") {
            let is_of_the_picture = control.ancestors().any(|above| {
                above
                    .value()
                    .as_element()
                    .is_some_and(|above| above.attr("aria-hidden") == Some("true"))
            });
            assert!(is_of_the_picture || !name(control).is_empty(), "{:?}", control.value());
        }
        for button in page.all("button") {
            assert_eq!(attribute(button, "type"), "button", "{}", name(button));
        }
    }
}

#[test]
fn headings_never_skip_a_level() {
    for state in STATES {
        let page = Printed::at(state);
        let mut before = 0;
        for heading in page.all("h1, h2, h3, h4, h5, h6") {
            let level: u8 = heading.value().name().trim_start_matches('h').parse().unwrap();
            assert!(level <= before + 1, "“{}” is of level {level}", text(heading));
            before = level;
        }
    }
}

#[test]
fn links_to_other_sites_leave_a_frame_and_keep_what_they_know_to_themselves() {
    for (page, target) in
        [(Printed::at("#MYS"), None), (Printed::for_frames("#MYS"), Some("_blank"))]
    {
        let links = page.all("a[href^='http']");
        // One for each fact, each member, and the overview.
        assert!(links.len() > 30, "{} links", links.len());
        for link in links {
            assert_eq!(attribute(link, "rel"), "noopener noreferrer");
            assert_eq!(link.attr("target"), target, "{}", text(link));
        }
        // The others stay in the page.
        assert!(page.all("a[target]").len() == page.all("a[href^='http'][target]").len());
    }
}

#[test]
fn ids_are_single_and_every_reference_leads_somewhere() {
    for state in STATES {
        let page = Printed::at(state);
        let ids: Vec<&str> = page.all("[id]").iter().map(|each| attribute(*each, "id")).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "an id stands twice");
        assert_eq!(ids.len(), 34, "eleven states, twenty facts, three dialogs");
        for chip in page.all("[popovertarget]") {
            assert!(known.contains(attribute(chip, "popovertarget")), "{:?}", chip.value());
        }
        for link in page.all("a[href^='#']") {
            let id = attribute(link, "href").trim_start_matches('#');
            assert!(id.is_empty() || known.contains(id), "#{id} leads nowhere");
        }
    }
}

#[test]
fn no_link_leads_to_a_script_and_nothing_is_styled_or_handled_in_the_markup() {
    for state in STATES {
        let page = Printed::at(state);
        for link in page.all("[href]") {
            let href = attribute(link, "href");
            let fits = ["https://", "#", "data/"].iter().any(|start| href.starts_with(start));
            assert!(fits, "{href}");
        }
        for element in page.all("*") {
            for (attribute, _) in element.value().attrs() {
                assert!(attribute != "style" && !attribute.starts_with("on"), "{attribute}");
            }
        }
        assert!(page.all("script, iframe, img, style, object, embed").is_empty());
    }
}

#[test]
fn the_map_is_a_picture_and_the_list_is_the_control() {
    let page = Printed::at("");
    assert_eq!(attribute(page.one(".map__svg"), "aria-hidden"), "true");
    let shapes = page.all(".map__svg a");
    assert_eq!(page.all(".map__svg a.map__country").len(), 11);
    let hrefs = |class: &str| -> BTreeSet<&str> {
        page.all(class).iter().map(|link| attribute(*link, "href")).collect()
    };
    // A click on the coast opens what a click on the land opens.
    assert_eq!(hrefs(".map__country"), hrefs(".map__hit-area"));
    assert!(shapes.iter().all(|shape| attribute(*shape, "tabindex") == "-1"));
    let listed = page.texts("nav.country-list a");
    let wanted = [
        "Cambodia",
        "Indonesia",
        "Malaysia",
        "Singapore",
        "Brunei Darussalam",
        "Lao PDR",
        "Myanmar",
        "Philippines",
        "Thailand",
        "Viet Nam",
        "Timor-Leste",
    ];
    assert_eq!(listed, wanted);
    let tiers = page.texts(".country-list__meaning");
    let wanted = [
        "Named in the report",
        "Member in 2023, not named individually",
        "Joined in 2025, after the report",
    ];
    assert_eq!(tiers, wanted);
}

#[test]
fn lines_lead_from_islamabad_to_the_states_that_are_named_and_to_no_other() {
    let page = Printed::at("");
    let to: BTreeSet<&str> =
        page.all("[data-to]").iter().map(|line| attribute(*line, "data-to")).collect();
    assert_eq!(to, BTreeSet::from(["IDN", "KHM", "MYS", "SGP"]));
    assert_eq!(page.texts(".map__partner b, .map__partner span"), ["Islamabad", "not to position"]);
    let boundaries = page.text(".map__boundaries");
    assert!(boundaries.contains("do not imply any opinion on the legal status"), "{boundaries}");
}

#[test]
fn a_choice_is_told_to_the_eye_and_to_the_ear() {
    let page = Printed::at("#MYS");
    assert_eq!(page.text("nav.country-list [aria-current]"), "Malaysia");
    assert_eq!(page.text(".map__caption [role=status]"), "Malaysia · Named in the report");
    assert_eq!(page.all(".map__country--dim").len(), 10);
    let raised = page.one(".map__connector--raised");
    assert_eq!(attribute(raised, "data-to"), "MYS");
    // Nothing is told of what was not chosen.
    assert_eq!(Printed::at("").text(".map__caption [role=status]"), "");
}

#[test]
fn a_translator_leaves_the_words_of_the_report_and_what_is_copied_alone() {
    let page = Printed::at("#MYS");
    let (source, facts) = (page.atlas.report.source(), &page.atlas.report.facts);
    let kept = page.all("[translate=no]");
    let count = |words: &str| kept.iter().filter(|each| text(**each).contains(words)).count();
    let is_kept = |element: scraper::ElementRef<'_>| attribute(element, "translate") == "no";
    assert!(is_kept(page.one(".overview__headline")));
    for selector in [
        ".evidence q",
        ".evidence__citation",
        ".dialog__code",
        ".about__code",
        ".context a",
        ".notice__details",
    ] {
        let found = page.all(selector);
        assert!(!found.is_empty() && found.into_iter().all(is_kept), "{selector}");
    }
    for fact in facts {
        assert!(count(&fact.quotes[0].exact) >= 1, "{}", fact.quotes[0].exact);
    }
    // In its sentence the name of the outlet alone is kept.
    let names = kept.iter().filter(|each| text(**each) == source.outlet.value).count();
    assert_eq!(names, facts.len() + 1);
    // What says what the report means is translated.
    assert!(count("Malaysia") == 0 && count("members") == 0);
}

#[test]
fn a_page_that_a_link_enters_in_its_middle_has_its_title_there() {
    let page = Printed::at("#MYS");
    assert_eq!(page.text("#MYS .country__page"), page.text("h1"));
}

#[test]
fn the_notice_of_a_copy_claims_no_whole_report() {
    let page = Printed::at("?q=zardari");
    assert!(
        page.text(".notice__failed")
            .contains("Everything this page tells of the report stands below")
    );
    assert!(!page.text(".notice__stopped").contains("Everything"));
    assert_eq!(page.one(".notice").value().name(), "atlas-notice");
    assert_eq!(page.text(".search__view"), "Searched for: “zardari”");
    assert_eq!(page.text(".filters__view"), "");
}

#[test]
fn what_only_a_script_can_do_waits_for_it() {
    let page = Printed::at("");
    for control in
        page.all(".filter__choice, .card__show, .facts__sort, .map__button, .evidence__copy button")
    {
        assert!(control.value().attr("disabled").is_some(), "{:?}", control.value());
    }
    // Chips, links and the choice of the day need no script; a search can be typed before it starts.
    for control in page.all(".chip, .as-of input, input[type=search]") {
        assert!(control.value().attr("disabled").is_none(), "{:?}", control.value());
    }
}
