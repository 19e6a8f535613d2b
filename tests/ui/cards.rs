//! The cards of the areas of cooperation.

use crate::printed::{Printed, attribute, text, within};

/// The words of the cards that are shown.
fn shown(address: &str) -> Vec<String> {
    Printed::at(address).texts(".card:not([hidden])")
}

#[test]
fn a_card_says_area_project_status_audience_reach_and_source() {
    let cards = shown("");
    let wanted: [&[&str]; 4] = [
        &["Diplomacy", "Diplomatic courses", "Executed (as of 8 June 2023)", "ASEAN diplomats"],
        &[
            "Banking and finance",
            "Training for central bank officials",
            "Executed (as of 8 June 2023)",
        ],
        &[
            "Cyber security",
            "Scheduled: second half of 2023",
            "Participants not stated",
            "Two readings.",
        ],
        &["Trade and business", "Business Opportunities Conference", "Participants not stated"],
    ];
    assert_eq!(cards.len(), wanted.len());
    for (card, wanted) in cards.iter().zip(wanted) {
        for part in wanted.iter().chain(&["ASEAN-wide", "10 members in 2023", "Source ¶7"]) {
            assert!(card.contains(part), "“{part}” is not on the card {card}");
        }
    }
}

#[test]
fn a_card_says_for_whom_only_if_the_report_does() {
    let page = Printed::at("");
    let rows = |fact: &str| {
        let card = page.one(&format!(".card[data-fact={fact}]"));
        let labels = within(card, "dt").into_iter().map(text);
        let values = within(card, "dd").into_iter().map(text);
        labels.zip(values).collect::<Vec<_>>()
    };
    let missing = |rows: &[(String, String)], label: &str| {
        let row = rows.iter().find(|(own, _)| own == label);
        row.is_some_and(|(_, value)| value.contains("not stated"))
    };
    let courses = rows("diplomatic-courses");
    assert!(missing(&courses, "For") && !missing(&courses, "Reach"), "{courses:?}");
    let conference = rows("business-conference");
    assert!(conference.iter().all(|(label, _)| label != "For"), "{conference:?}");
    assert!(missing(&conference, "Reach"), "{conference:?}");
}

#[test]
fn both_readings_stand_wherever_the_status_does() {
    let page = Printed::at("");
    let both = |words: &str| words.contains("Reading A") && words.contains("Reading B");
    let card = page.one(".card[data-fact=cyber-training]");
    assert!(both(&text(card)));
    assert!(both(&page.text("tr[data-fact=cyber-training]")));
    assert!(both(&page.text("#cyber-training")));
    // The conference is scheduled on either reading.
    assert!(
        within(page.one(".card[data-fact=business-conference]"), ".interpretations").is_empty()
    );
}

#[test]
fn the_filters_hide_what_does_not_pass_and_say_how_many_do() {
    let check = |address: &str, titles: &[&str], said: &str| {
        let page = Printed::at(address);
        assert_eq!(page.texts(".card:not([hidden]) h3"), titles, "{address}");
        assert_eq!(page.text(".filters [role=status]"), said, "{address}");
    };
    check("?area=cyber-security", &["Cyber security training"], "Cards shown: 1 of 4");
    check(
        "?status=executed",
        &["Diplomatic courses", "Training for central bank officials"],
        "Cards shown: 2 of 4",
    );
    check(
        "?area=diplomacy&status=scheduled",
        &[],
        "No card was found with these filters. Choose others.",
    );
    let pressed =
        Printed::at("?area=diplomacy&status=scheduled").texts(".filters [aria-pressed=true]");
    assert_eq!(pressed, ["Diplomacy", "Scheduled"]);
}

#[test]
fn a_selected_state_marks_the_cards_that_cover_it() {
    let marks = |code: &str| Printed::at(&format!("#{code}")).texts(".card__note");
    assert_eq!(marks("MYS"), ["Malaysia: covered ASEAN-wide, not named"; 4]);
    assert_eq!(marks("TLS"), [""; 4], "it was no member");
}

#[test]
fn a_card_that_is_shown_on_the_map_lights_the_members_of_2023() {
    let page = Printed::at("?fact=cyber-training");
    assert_eq!(page.all(".map__country--in-scope").len(), 10);
    assert_eq!(attribute(page.one(".map__country--dim"), "data-place"), "TLS");
    let said = page.text(".map__caption [role=status]");
    assert!(
        said.contains("ASEAN-wide") && said.contains("the report names none of them"),
        "{said}"
    );
    let pressed = page.one(".card__show[aria-pressed=true]");
    let card = page.one(".card[data-fact=cyber-training]");
    assert!(within(card, ".card__show").contains(&pressed));
}
