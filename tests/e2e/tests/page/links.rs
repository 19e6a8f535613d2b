//! Links as people follow and damage them: into another tab, from a letter, from a messenger.

use anyhow::{Context, Result, ensure};
use e2e::engine::Engine;
use e2e::page::Page;
use e2e::site::Scenario;
use serde_json::{Value, json};

use crate::{ALL, ONE, TOUCH, TestCase, cards_seen, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        a_damaged_address_shows_what_it_means,
        an_address_that_is_typed_is_one_step_of_the_history,
        a_damaged_link_to_a_fact_shows_its_evidence,
        a_link_to_a_state_shows_the_title_and_the_state,
    ];
    // The driver of WebKitGTK opens no other window by a click.
    all.extend(cases![TOUCH => a_click_that_asks_for_another_tab_opens_the_state_there]);
    all.extend(cases![ONE => a_link_shows_the_head_or_the_title_on_a_desk_and_on_a_phone]);
    all
}

const SHOWS_MALAYSIA: &str =
    "document.querySelector('#MYS').checkVisibility() && location.hash === '#MYS'";

async fn a_damaged_address_shows_what_it_means(page: Page) -> Result<()> {
    for fragment in
        ["#mys", "#MYS)", "#MYS.", "#MYS?utm_source=x", "#MYS&utm_medium=y", "#%4DYS", "#MYS%20"]
    {
        page.open(Scenario::Root, fragment, "ready").await?;
        page.wait_for(SHOWS_MALAYSIA).await.with_context(|| fragment.to_owned())?;
    }
    page.open(Scenario::Root, "?area=cyber-security&amp;status=SCHEDULED&fbclid=x#mys", "ready")
        .await?;
    page.wait_for(&format!("{SHOWS_MALAYSIA} && {}", cards_seen(1))).await?;
    page.wait_for("location.search === '?fbclid=x&area=cyber-security&status=scheduled'").await?;
    // Without a script an id is only what it says, and the page stays whole.
    page.open(Scenario::NoScript, "#mys", "static").await?;
    page.assert("document.querySelector('.overview').checkVisibility() && !document.querySelector('#MYS').checkVisibility()").await?;
    page.open(Scenario::NoScript, "#MYS", "static").await?;
    page.assert("document.querySelector('#MYS').checkVisibility()").await
}

async fn an_address_that_is_typed_is_one_step_of_the_history(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#KHM", "ready").await?;
    page.read("(location.hash = '#mys)', true)").await?;
    page.wait_for(SHOWS_MALAYSIA).await?;
    // A step of its own for what the address means would come first.
    page.read("history.back()").await?;
    page.wait_for("location.hash === '#KHM' && document.querySelector('#KHM').checkVisibility()")
        .await
}

async fn a_damaged_link_to_a_fact_shows_its_evidence(page: Page) -> Result<()> {
    for fragment in ["#plan-of-action", "#Plan-of-Action)", "#plan-of-action?utm_source=x"] {
        page.open(Scenario::Root, fragment, "ready").await?;
        page.wait_for("document.querySelector('#plan-of-action').matches(':popover-open')")
            .await
            .with_context(|| fragment.to_owned())?;
        page.wait_for("location.hash === '#plan-of-action'").await?;
    }
    // Other parts of the page with an id are no evidence.
    page.open(Scenario::Root, "#SHARE", "ready").await?;
    page.assert("document.querySelector(':popover-open') === null").await
}

/// Whether an element is wholly within the window.
fn is_in_window(selector: &str) -> String {
    format!(
        "((box) => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)(document.querySelector({selector:?}).getBoundingClientRect())"
    )
}

async fn a_link_to_a_state_shows_the_title_and_the_state(page: Page) -> Result<()> {
    for (width, title) in [(390, "#MYS .country__page"), (1320, "h1")] {
        page.open_framed(width, "#MYS").await?;
        page.wait_for(&is_in_window(title)).await?;
        page.assert(&is_in_window("#MYS h2")).await?;
        page.step_out().await?;
    }
    Ok(())
}

async fn a_link_shows_the_head_or_the_title_on_a_desk_and_on_a_phone(page: Page) -> Result<()> {
    ensure!(page.engine == Engine::Chromium, "the window of Chromium alone has a size to set");
    for (width, title) in [(1320, "h1"), (390, "#MYS .country__page")] {
        let size =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        page.browser.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        for (scenario, app) in [(Scenario::NoScript, "static"), (Scenario::Root, "ready")] {
            page.open(scenario, "#MYS", app).await?;
            page.wait_for("scrollY > 0 || innerWidth > 1000").await?;
            page.wait_for_paint().await?;
            page.assert(&is_in_window(title))
                .await
                .with_context(|| format!("{app} at {width} px"))?;
            page.assert(&is_in_window("#MYS h2"))
                .await
                .with_context(|| format!("{app} at {width} px"))?;
        }
        // A fact does not move the page, so its head is there, and so is the map.
        page.open(Scenario::Root, "?fact=cyber-training", "ready").await?;
        page.assert(&is_in_window("h1")).await?;
        page.assert("((box) => box.top < innerHeight)(document.querySelector('.map__svg').getBoundingClientRect())").await?;
    }
    page.browser.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}

/// A point of Malaysia: its link in the list, its land, its coast.
const PLACES: [(&str, &str); 3] = [
    (
        "link",
        "((box) => [box.x + box.width / 2, box.y + box.height / 2])((document.querySelector('.country-list__link[href=\"#MYS\"]').scrollIntoView({ block: 'center' }), document.querySelector('.country-list__link[href=\"#MYS\"]').getBoundingClientRect()))",
    ),
    ("land", "find('.map__country')"),
    ("coast", "find('.map__hit-area')"),
];

/// Finds a point at which a link to Malaysia on the map is hit.
const FIND: &str = "(selector) => {
    document.querySelector('.map__svg').scrollIntoView({ block: 'center' });
    const box = document.querySelector('.map__country[data-place=MYS]').getBoundingClientRect();
    const isHit = (x, y) => document.elementFromPoint(x, y)?.closest(selector)?.dataset.place === 'MYS';
    for (let y = Math.round(box.top) - 8; y < box.bottom + 8; y += 1)
        for (let x = Math.round(box.left) - 8; x < box.right + 8; x += 1)
            if ([-1, 0, 1].every((step) => isHit(x + step, y) && isHit(x, y + step))) return [x, y];
    return null;
}";

/// The keys Control and Shift, as WebDriver has them.
const MODIFIERS: [(&str, Option<&str>, u8); 3] = [
    ("Control", Some("\u{E009}"), 0),
    ("Shift", Some("\u{E008}"), 0),
    ("the middle button", None, 1),
];

async fn a_click_that_asks_for_another_tab_opens_the_state_there(page: Page) -> Result<()> {
    page.open(Scenario::Root, "?clock=today", "ready").await?;
    let own = page.browser.window().await?;
    for (place, point) in PLACES {
        for (name, key, button) in MODIFIERS {
            let (point, case) =
                (point.replacen("find", &format!("({FIND})"), 1), format!("{name} on the {place}"));
            let at = page.read(&point).await?;
            let number = |index: usize| at.get(index).and_then(Value::as_f64).map(f64::round);
            let (x, y) =
                number(0).zip(number(1)).with_context(|| format!("no point for {case}"))?;
            let pause = json!({ "type": "pause", "duration": 0 });
            let mut sources = vec![json!({
                "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
                "actions": [
                    pause,
                    { "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" },
                    { "type": "pointerDown", "button": button }, { "type": "pointerUp", "button": button }, pause,
                ],
            })];
            if let Some(key) = key {
                let keys = json!([{ "type": "keyDown", "value": key }, pause, pause, pause, { "type": "keyUp", "value": key }]);
                sources.insert(0, json!({ "type": "key", "id": "keys", "actions": keys }));
            }
            page.act(json!(sources)).await?;
            let opened = other_window(&page, &own).await.with_context(|| case.clone())?;
            page.browser.switch_to_window(opened).await?;
            page.wait_for("location.hash === '#MYS' && location.search === '?clock=today' && document.querySelector('#MYS')?.checkVisibility()").await.with_context(|| case.clone())?;
            page.browser.close_window().await?;
            page.browser.switch_to_window(own.clone()).await?;
            page.assert(
                "location.hash === '' && document.querySelector('.overview').checkVisibility()",
            )
            .await
            .with_context(|| format!("{case} selects here as well"))?;
        }
    }
    Ok(())
}

/// Waits until there is another window, and returns it.
async fn other_window(
    page: &Page,
    own: &thirtyfour::WindowHandle,
) -> Result<thirtyfour::WindowHandle> {
    for _ in 0..200 {
        let windows = page.browser.windows().await?;
        if let Some(opened) = windows.into_iter().find(|window| window != own) {
            return Ok(opened);
        }
        page.wait_for_paint().await?;
    }
    anyhow::bail!("no other window opened")
}
