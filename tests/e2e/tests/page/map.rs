//! Zoom and pan, without a scroll trap.

use anyhow::{Context, Result, ensure};
use e2e::engine::Engine;
use e2e::page::Page;
use e2e::site::Scenario;
use partnership_atlas::map_layout::FEATURES;
use serde_json::json;

use crate::selecting::{point_of, settled};
use crate::{ALL, ONE, TOUCH, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        buttons_and_keys_zoom_the_map,
        a_small_state_is_zoomed_to_and_a_large_one_is_not,
        a_link_to_a_small_state_zooms_to_it,
        the_plain_wheel_scrolls_the_page_and_ctrl_wheel_zooms_the_map,
        the_mouse_drags_what_is_zoomed_and_selects_nothing,
    ];
    all.extend(cases![TOUCH => two_fingers_zoom_the_map]);
    all.extend(cases![ONE => one_finger_scrolls_the_page]);
    all
}

/// The map's scale, from its transform.
const SCALE: &str = "Number(document.querySelector('.map__viewport').getAttribute('transform').match(/scale\\(([^)]*)/)[1])";

async fn scale(page: &Page) -> Result<f64> {
    page.read(SCALE).await?.as_f64().context("the map has no scale")
}

async fn buttons_and_keys_zoom_the_map(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.assert("document.querySelectorAll('.map__button').length === 3").await?;
    page.click(".map__button:nth-of-type(1)").await?;
    page.wait_for(&format!("{SCALE} === 1.6")).await?;
    page.press("+").await?;
    page.wait_for(&format!("{SCALE} > 2.5")).await?;
    page.press("-").await?;
    page.wait_for(&format!("{SCALE} < 2")).await?;
    page.press("0").await?;
    page.wait_for(&format!("{SCALE} === 1")).await?;
    // Elsewhere the same keys are letters.
    page.read("document.querySelector('.facts input').focus()").await?;
    page.press("+").await?;
    page.wait_for("document.querySelector('.facts input').value === '+'").await?;
    ensure!(scale(&page).await? == 1.0);
    Ok(())
}

async fn a_small_state_is_zoomed_to_and_a_large_one_is_not(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    for (code, is_small) in
        [("SGP", true), ("IDN", false), ("BRN", true), ("TLS", true), ("MYS", false)]
    {
        page.click(&format!(".country-list__link[href='#{code}']")).await?;
        page.wait_for(&format!("location.hash === '#{code}'")).await?;
        settled(&page).await?;
        let scale = scale(&page).await?;
        ensure!((scale > 1.5) == is_small, "{code} is shown at a scale of {scale}");
        // The state is in the frame, and so is its name.
        let inside = format!(
            "((place, frame) => place.right > frame.left && place.left < frame.right && place.bottom > frame.top && place.top < frame.bottom)(document.querySelector('.map__country[data-place={code}] use').getBoundingClientRect(), document.querySelector('.map__frame').getBoundingClientRect())"
        );
        page.assert(&inside).await?;
        let named = format!(
            "((name, frame) => name.right < frame.right && name.left > frame.left && name.bottom < frame.bottom && name.top > frame.top)([...document.querySelectorAll('.map__label')].find((name) => name.textContent.trim() === document.querySelector('.country-list__link[href=\"#{code}\"]').innerText.trim()).getBoundingClientRect(), document.querySelector('.map__frame').getBoundingClientRect())"
        );
        page.assert(&named).await?;
    }
    Ok(())
}

async fn a_link_to_a_small_state_zooms_to_it(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#SGP", "ready").await?;
    page.wait_for(&format!("{SCALE} > 1.5")).await
}

async fn wheel(page: &Page, at: (i64, i64), y: i64, with_ctrl: bool) -> Result<()> {
    let pause = json!({ "type": "pause", "duration": 0 });
    let turn = json!({ "type": "scroll", "x": at.0, "y": at.1, "deltaX": 0, "deltaY": y, "duration": 0, "origin": "viewport" });
    let mut actions =
        vec![json!({ "type": "wheel", "id": "wheel", "actions": [pause, turn, pause] })];
    if with_ctrl {
        let keys = json!([{ "type": "keyDown", "value": "\u{E009}" }, pause, { "type": "keyUp", "value": "\u{E009}" }]);
        actions.push(json!({ "type": "key", "id": "keys", "actions": keys }));
    }
    page.act(json!(actions)).await
}

/// A turn of the wheel as an event: true where the page may scroll by it.
fn turned((x, y): (i64, i64), by: i64, with_ctrl: bool) -> String {
    format!(
        "document.querySelector('.map__svg').dispatchEvent(new WheelEvent('wheel', {{ deltaY: {by}, ctrlKey: {with_ctrl}, clientX: {x}, clientY: {y}, bubbles: true, cancelable: true }}))"
    )
}

async fn the_plain_wheel_scrolls_the_page_and_ctrl_wheel_zooms_the_map(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let malaysia = FEATURES.iter().find(|feature| feature.code == "MYS").context("no Malaysia")?;
    let at = point_of(&page, malaysia).await?;
    let before = page.read("scrollY").await?.as_f64().context("no scroll")?;
    if page.engine == Engine::Webkit {
        // Its driver turns no wheel; the page is given the events themselves.
        ensure!(
            page.read(&turned(at, 200, false)).await? == json!(true),
            "the map keeps the wheel"
        );
    } else {
        wheel(&page, at, 200, false).await?;
        page.wait_for(&format!("scrollY > {before}")).await?;
    }
    ensure!(scale(&page).await? == 1.0, "the plain wheel zooms");
    let at = point_of(&page, malaysia).await?;
    if page.engine == Engine::Webkit {
        let kept = page.read(&turned(at, -100, true)).await?;
        ensure!(kept == json!(false), "the page would be zoomed as well");
    } else {
        wheel(&page, at, -100, true).await?;
    }
    page.wait_for(&format!("{SCALE} > 1.2")).await?;
    // What was under the pointer still is.
    settled(&page).await?;
    page.assert(&format!(
        "document.elementFromPoint({}, {}).closest('[data-place=MYS]') !== null",
        at.0, at.1
    ))
    .await
}

async fn the_mouse_drags_what_is_zoomed_and_selects_nothing(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.click(".map__button:nth-of-type(1)").await?;
    settled(&page).await?;
    let (x, y) = point_of(
        &page,
        FEATURES.iter().find(|feature| feature.code == "MYS").context("no Malaysia")?,
    )
    .await?;
    let before =
        page.text("document.querySelector('.map__viewport').getAttribute('transform')").await?;
    let step = |x: i64, y: i64| json!({ "type": "pointerMove", "duration": 30, "x": x, "y": y, "origin": "viewport" });
    page.act(json!([{
        "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
        "actions": [
            step(x, y), { "type": "pointerDown", "button": 0 },
            step(x - 20, y + 10), step(x - 60, y + 30), { "type": "pointerUp", "button": 0 },
        ],
    }]))
    .await?;
    page.wait_for(&format!(
        "document.querySelector('.map__viewport').getAttribute('transform') !== '{before}'"
    ))
    .await?;
    page.assert("location.hash === ''").await
}

async fn two_fingers_zoom_the_map(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let (x, y) = point_of(
        &page,
        FEATURES.iter().find(|feature| feature.code == "MYS").context("no Malaysia")?,
    )
    .await?;
    let finger = |id: &str, side: i64| {
        let step = |from: i64, time: i64| json!({ "type": "pointerMove", "duration": time, "x": x + side * from, "y": y, "origin": "viewport" });
        json!({
            "type": "pointer", "id": id, "parameters": { "pointerType": "touch" },
            "actions": [
                step(30, 0), { "type": "pointerDown", "button": 0 },
                step(60, 50), step(90, 50), { "type": "pointerUp", "button": 0 },
            ],
        })
    };
    page.act(json!([finger("one", -1), finger("two", 1)])).await?;
    page.wait_for(&format!("{SCALE} > 2")).await?;
    page.assert("location.hash === '' && visualViewport.scale === 1").await
}

async fn one_finger_scrolls_the_page(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let (x, y) = point_of(
        &page,
        FEATURES.iter().find(|feature| feature.code == "IDN").context("no Indonesia")?,
    )
    .await?;
    let before = page.read("scrollY").await?.as_f64().context("no scroll")?;
    let step = |up: i64| json!({ "type": "pointerMove", "duration": 16, "x": x, "y": y - 20 * up, "origin": "viewport" });
    let mut actions = vec![step(0), json!({ "type": "pointerDown", "button": 0 })];
    actions.extend((1..=10).map(step));
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    page.act(json!([{
        "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": actions,
    }]))
    .await?;
    page.wait_for(&format!("scrollY > {before} + 100")).await?;
    ensure!(scale(&page).await? == 1.0, "one finger zooms");
    page.assert("location.hash === ''").await
}
