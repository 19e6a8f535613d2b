//! The page on paper: light, with the whole map, and in words what is selected, filtered, searched and sorted.

use anyhow::{Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;
use serde_json::json;

use crate::{ONE, TestCase, cases};

/// The tests of this file; Chromium's protocol shows a page as it is printed.
pub fn tests() -> Vec<TestCase> {
    cases![ONE =>
        paper_is_light_whatever_a_link_a_device_or_a_host_asks_for,
        paper_has_the_whole_map_whatever_is_zoomed,
        paper_says_what_is_selected_filtered_searched_and_sorted,
        paper_says_nothing_of_a_view_that_nobody_chose,
        paper_has_the_part_that_a_frame_shows,
        no_dialog_covers_the_paper,
        paper_has_what_a_phone_folds,
    ]
}

/// Shows the page as it is printed, on a device with a colour scheme.
async fn print(page: &Page, scheme: &str) -> Result<()> {
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    let wanted = json!({ "media": "print", "features": features });
    page.browser.cdp().send_raw("Emulation.setEmulatedMedia", wanted).await?;
    Ok(())
}

/// Shows the page on the screen again.
async fn screen(page: &Page) -> Result<()> {
    let wanted = json!({ "media": "", "features": [] });
    page.browser.cdp().send_raw("Emulation.setEmulatedMedia", wanted).await?;
    Ok(())
}

/// The colours of text, panels, sea and a named state, as the page uses them now.
const COLOURS: &str = "((style) => [style('h1').color, style('.context').color, style('.map__sea').fill, style('.map__country--named').fill].join(' '))((selector) => getComputedStyle(document.querySelector(selector)))";

async fn paper_is_light_whatever_a_link_a_device_or_a_host_asks_for(page: Page) -> Result<()> {
    page.open(Scenario::Root, "?theme=light", "ready").await?;
    print(&page, "light").await?;
    let light = page.text(COLOURS).await?;
    for (address, scheme) in [("?theme=dark", "light"), ("", "dark"), ("?theme=dark", "dark")] {
        page.open(Scenario::Root, address, "ready").await?;
        print(&page, scheme).await?;
        let printed = page.text(COLOURS).await?;
        ensure!(printed == light, "{address:?} on a {scheme} device prints {printed}");
        page.assert("getComputedStyle(document.documentElement).colorScheme === 'light'").await?;
        screen(&page).await?;
        let wanted = json!({ "media": "screen", "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.browser.cdp().send_raw("Emulation.setEmulatedMedia", wanted).await?;
        let shown = page.text(COLOURS).await?;
        ensure!(shown != light, "{address:?} on a {scheme} device is not dark on the screen");
    }
    // A host of the same origin, so that the frame is printed with it.
    page.open_framed(1000, "embed/?theme=dark").await?;
    page.step_out().await?;
    page.read("frames[0].postMessage({ type: 'atlas:theme', colours: { ink: 'white', paper: 'black', surface: 'black' } }, '*')").await?;
    page.step_in("ready").await?;
    page.wait_for("getComputedStyle(document.querySelector('h1')).color === 'rgb(255, 255, 255)'")
        .await?;
    print(&page, "light").await?;
    let printed = page.text(COLOURS).await?;
    ensure!(printed == light, "a host prints {printed}");
    page.assert(
        "getComputedStyle(document.documentElement).getPropertyValue('--paper') === '#fbfaf6'",
    )
    .await?;
    page.step_out().await?;
    screen(&page).await
}

/// The names and shapes of the map that are not wholly in its frame.
const OUTSIDE: &str = "((frame) => [...document.querySelectorAll('.map__label, .map__country use, .map__partner')].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width === 0 || box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
}).map((each) => each.textContent || each.getAttribute('href')).join())(document.querySelector('.map__frame').getBoundingClientRect())";

async fn paper_has_the_whole_map_whatever_is_zoomed(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#SGP", "ready").await?;
    page.click(".map__button").await?;
    crate::selecting::settled(&page).await?;
    let outside = page.text(OUTSIDE).await?;
    ensure!(!outside.is_empty(), "nothing is zoomed, so nothing is tested");
    print(&page, "light").await?;
    let outside = page.text(OUTSIDE).await?;
    ensure!(outside.is_empty(), "the paper lacks {outside}");
    page.assert("getComputedStyle(document.querySelector('.map__partner')).opacity === '1'")
        .await?;
    let places = "((frame) => [...document.querySelectorAll('.map__label')].map((each) => ((box) => `${Math.round(box.x - frame.x)} ${Math.round(box.y - frame.y)} ${Math.round(box.width)}`)(each.getBoundingClientRect())).join())(document.querySelector('.map__frame').getBoundingClientRect())";
    let zoomed = page.text(places).await?;
    // As an unzoomed map is printed.
    page.press("\u{E00C}").await?;
    page.wait_for("location.hash === ''").await?;
    page.wait_for(&format!("{places} === '{zoomed}'")).await?;
    screen(&page).await
}

async fn paper_says_what_is_selected_filtered_searched_and_sorted(page: Page) -> Result<()> {
    let address = "?area=cyber-security&status=scheduled&clock=today&q=training&sort=-date#MYS";
    page.open(Scenario::Root, address, "ready").await?;
    let on_screen = page.inner_text(".atlas").await?;
    ensure!(!on_screen.contains("Searched for"), "the screen has a field that says so");
    print(&page, "light").await?;
    let printed = page.inner_text(".atlas").await?;
    for part in [
        "Malaysia · Named in the report",
        "The report names Malaysia.",
        "Read as of",
        "Today",
        "Cards shown: 1 of 4",
        "Filtered by: Cyber security, Scheduled",
        "Facts shown: 2 of 20",
        "Searched for: “training” · Sorted by: Date, last first",
        "Foreign Secretary vows to fortify",
    ] {
        ensure!(printed.contains(part), "“{part}” is not on paper: {printed}");
    }
    ensure!(!printed.contains("As reported"), "the day that is not chosen is on paper");
    page.assert("[...document.querySelectorAll('.card')].filter((card) => card.checkVisibility()).length === 1").await?;
    screen(&page).await?;
    // What a card shows on the map, and the other day: still two pages.
    page.open(Scenario::Root, "?fact=cyber-training&clock=today", "ready").await?;
    let pages = String::from_utf8_lossy(&page.printed().await?).matches("/Type /Page\n").count();
    ensure!(pages == 2, "the paper has {pages} pages");
    print(&page, "light").await?;
    let printed = page.inner_text(".map").await?;
    ensure!(printed.contains("Cyber security training: ASEAN-wide"), "{printed}");
    screen(&page).await
}

async fn paper_says_nothing_of_a_view_that_nobody_chose(page: Page) -> Result<()> {
    for scenario in [Scenario::Root, Scenario::NoScript] {
        let app = if scenario == Scenario::Root { "ready" } else { "static" };
        page.open(scenario, "", app).await?;
        print(&page, "light").await?;
        let printed = page.inner_text(".atlas").await?;
        for part in [
            "Read as of",
            "Facts shown",
            "Cards shown",
            "Choose a state",
            "could not start",
            "Searched",
            "Filtered",
        ] {
            ensure!(!printed.contains(part), "“{part}” is on paper");
        }
        screen(&page).await?;
    }
    // A page of a long report says which of its facts it has.
    page.open(Scenario::Long, "", "ready").await?;
    print(&page, "light").await?;
    ensure!(page.inner_text(".facts").await?.contains("Facts 1–100 of 250"));
    screen(&page).await
}

async fn paper_has_the_part_that_a_frame_shows(page: Page) -> Result<()> {
    for (view, part) in [("map", ".map__svg"), ("cards", ".card"), ("table", ".facts__table")] {
        page.open(Scenario::Root, &format!("embed/?view={view}&chrome=0"), "ready").await?;
        print(&page, "light").await?;
        page.assert(&format!("document.querySelector('{part}').checkVisibility()")).await?;
        screen(&page).await?;
    }
    Ok(())
}

async fn no_dialog_covers_the_paper(page: Page) -> Result<()> {
    for opened in ["#SHARE", "#EMBED", "#plan-of-action", ".languages details"] {
        page.open(Scenario::Root, "#MYS", "ready").await?;
        page.read(&format!("((each) => each.popover ? each.showPopover() : (each.open = true))(document.querySelector('{opened}'))")).await?;
        page.wait_for(&format!("document.querySelector('{opened}').checkVisibility()")).await?;
        print(&page, "light").await?;
        page.assert("![...document.querySelectorAll('.dialog, .languages, .atlas button')].some((each) => each.checkVisibility())").await?;
        screen(&page).await?;
    }
    print(&page, "light").await?;
    // What is folded on the screen could not be opened on paper.
    page.read("((details) => { details.append('a folded word'); document.querySelector('.facts').append(details); })(document.createElement('details'))").await?;
    page.assert("((details) => { const range = document.createRange(); range.selectNodeContents(details.lastChild); return range.getBoundingClientRect().height > 0; })(document.querySelector('.facts > details:last-child'))").await?;
    screen(&page).await
}

async fn paper_has_what_a_phone_folds(page: Page) -> Result<()> {
    let seen = |part: &str| format!("document.querySelector('{part}').checkVisibility()");
    for part in [".facts tbody tr:last-child", ".about__parts section:first-child p"] {
        page.open_framed(390, "").await?;
        page.assert(&format!("!{}", seen(part))).await?;
        print(&page, "light").await?;
        page.assert(&seen(part)).await?;
        page.step_out().await?;
        screen(&page).await?;
    }
    Ok(())
}
