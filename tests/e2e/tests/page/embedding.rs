//! The page inside another, and in one file.

use anyhow::{Context, Result, ensure};
use e2e::engine::Engine;
use e2e::host::Host;
use e2e::page::Page;
use e2e::site::Scenario;

use crate::without_script::assert_every_fact_is_seen;
use crate::{ALL, TestCase, cards_seen, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        a_plain_frame_needs_no_script_of_its_host,
        the_height_is_told_in_every_shape,
        the_frame_is_as_high_as_its_content_after_every_change,
        a_sandboxed_frame_is_alive_without_cors,
        wishes_choose_the_part_the_theme_and_the_chrome,
        the_element_reflects_its_attributes_and_tells_what_is_chosen,
        the_embed_dialog_gives_the_code_of_this_view,
    ];
    all.extend(cases![&[Engine::Chromium, Engine::Firefox] =>
        one_file_opens_from_the_disk,
        evidence_opens_beside_its_chip_in_a_high_frame,
    ]);
    all
}

async fn assert_malaysia_can_be_selected(page: &Page) -> Result<()> {
    page.click(".country-list__link[href='#MYS']").await?;
    page.wait_for("document.querySelector('#MYS[aria-current]') !== null").await?;
    let seen = page.inner_text("#MYS").await?;
    ensure!(seen.contains("Azhar Bin Mazlan") && seen.contains("Source ¶8"), "{seen}");
    Ok(())
}

async fn a_plain_frame_needs_no_script_of_its_host(page: Page) -> Result<()> {
    for edition in ["", "embed/"] {
        page.open_hosted(Host::Plain, edition).await?;
        page.step_in("ready").await.with_context(|| format!("{edition:?}"))?;
        assert_malaysia_can_be_selected(&page).await?;
        assert_every_fact_is_seen(&page).await?;
        page.step_out().await?;
    }
    Ok(())
}

async fn the_height_is_told_in_every_shape(page: Page) -> Result<()> {
    page.open_hosted(Host::Listening, "embed/?childId=seven#MYS#?secret=AbCdEfGhIj").await?;
    page.step_in("ready").await?;
    // What WordPress puts behind the address is no part of it.
    page.assert("document.querySelector('#MYS[aria-current]') !== null").await?;
    let height = page.read("Math.ceil(document.body.getBoundingClientRect().height)").await?;
    page.step_out().await?;
    for shape in [
        format!(
            "data.sentinel === 'amp' && data.type === 'embed-size' && data.height === {height}"
        ),
        format!("data === 'pymxPYMxsevenxPYMxheightxPYMx{height}'"),
        format!(
            "data.message === 'height' && data.value === {height} && data.secret === 'AbCdEfGhIj'"
        ),
        "data.type === 'atlas:ready'".to_owned(),
    ] {
        page.wait_for(&format!("heard.some((data) => {shape})")).await?;
    }
    page.read("heard.length = 0").await?;
    page.read("frames[0].postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')").await?;
    page.wait_for(&format!(
        "heard.some((data) => data.type === 'embed-size' && data.height === {height})"
    ))
    .await?;
    page.read("heard.length = 0").await?;
    page.read("frames[0].postMessage({ message: 'ready', secret: 'AbCdEfGhIj' }, '*')").await?;
    page.wait_for(&format!(
        "heard.some((data) => data.message === 'height' && data.value === {height})"
    ))
    .await?;
    page.read("frames[0].postMessage({ type: 'iframe-child-init' }, '*')").await?;
    page.wait_for(&format!(
        "heard.some((data) => data.type === 'iframe-resized' && data.height === {height} && data.width > 0)"
    ))
    .await
}

/// The difference between the frame and its content, in CSS px.
const OFF: &str = "Math.abs(innerHeight - document.body.getBoundingClientRect().height)";

async fn the_frame_is_as_high_as_its_content_after_every_change(page: Page) -> Result<()> {
    page.open_hosted(Host::Resizing, "embed/").await?;
    page.step_in("ready").await?;
    page.wait_for(&format!("{OFF} <= 1")).await?;
    let steps: [&str; 5] = [
        "document.querySelector('.country-list__link[href=\"#MYS\"]').click()",
        "document.querySelector('.filter__choice:nth-of-type(2)').click()",
        "document.querySelector('.as-of [value=today]').click()",
        "document.querySelector('.facts th button').click()",
        "((field) => { field.value = 'zardari'; field.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('.facts input'))",
    ];
    for step in steps {
        page.read(step).await?;
        page.wait_for(&format!(
            "{OFF} <= 1 && document.scrollingElement.scrollHeight <= innerHeight + 1"
        ))
        .await
        .with_context(|| step.to_owned())?;
    }
    page.assert("document.querySelectorAll('.facts tbody tr').length === 3").await?;
    page.step_out().await?;
    // No height is told twice in a row, and none comes back: the frame's own height changes nothing in it.
    let told = "heard.filter((data) => data.type === 'embed-size').map((data) => data.height)";
    page.assert(&format!(
        "((told) => told.every((height, at) => height !== told[at - 1]))({told})"
    ))
    .await?;
    page.assert(&format!("{told}.length < 30")).await
}

async fn a_sandboxed_frame_is_alive_without_cors(page: Page) -> Result<()> {
    page.open_hosted(Host::Sandboxed, "embed/").await?;
    page.step_in("ready").await?;
    assert_malaysia_can_be_selected(&page).await?;
    page.wait_for("location.hash === '#MYS'").await?;
    page.step_out().await?;
    page.wait_for("heard.some((data) => data.type === 'atlas:select' && data.place === 'MYS')")
        .await
}

async fn wishes_choose_the_part_the_theme_and_the_chrome(page: Page) -> Result<()> {
    let shown = "['.masthead', '.stage', '.areas', '.timeline', '.facts', '.about'].filter((part) => document.querySelector(part).getClientRects().length).join()";
    for (wish, wanted) in [
        ("?view=map", ".masthead,.stage,.about"),
        ("?view=cards&chrome=0", ".areas"),
        ("?view=table&chrome=0", ".facts"),
        ("?view=atlantis&chrome=1&theme=pink", ".masthead,.stage,.areas,.timeline,.facts,.about"),
    ] {
        page.open(Scenario::Root, wish, "ready").await?;
        let seen = page.text(shown).await?;
        ensure!(seen == wanted, "{wish} shows {seen}");
        page.assert("document.documentElement.dataset.theme === undefined").await?;
    }
    let ground = "getComputedStyle(document.documentElement).backgroundColor";
    page.open(Scenario::Root, "?theme=dark", "ready").await?;
    let dark = page.text(ground).await?;
    page.open(Scenario::Root, "?theme=light", "ready").await?;
    let light = page.text(ground).await?;
    ensure!(dark == "rgb(18, 23, 20)" && light == "rgb(251, 250, 246)", "{dark} and {light}");
    // A choice keeps the wishes.
    page.click(".country-list__link[href='#MYS']").await?;
    page.wait_for("location.search + location.hash === '?theme=light#MYS'").await
}

async fn the_element_reflects_its_attributes_and_tells_what_is_chosen(page: Page) -> Result<()> {
    page.open_hosted(Host::Element, "").await?;
    page.wait_for("heard.some(({ type }) => type === 'atlas:ready')").await?;
    page.assert("!document.querySelector('partnership-atlas a').checkVisibility()").await?;
    page.step_in("ready").await?;
    page.assert("document.querySelector('#MYS[aria-current]') !== null").await?;
    page.assert("document.documentElement.dataset.theme === 'dark'").await?;
    page.wait_for("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() === 'rgb(120, 0, 120)'").await?;
    page.wait_for(
        "getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 0, 0)'",
    )
    .await?;
    page.wait_for(&format!("{OFF} <= 1")).await?;
    click_in_high_frame(&page, ".country-list__link[href='#KHM']").await?;
    page.step_out().await?;
    page.wait_for("heard.some(({ type, place }) => type === 'atlas:select' && place === 'KHM')")
        .await?;
    page.read("((element) => { element.setAttribute('place', 'SGP'); element.setAttribute('area', 'diplomacy'); element.setAttribute('clock', 'today'); })(document.querySelector('partnership-atlas'))").await?;
    page.step_in("ready").await?;
    page.wait_for("document.querySelector('#SGP[aria-current]') !== null").await?;
    page.wait_for(&cards_seen(1)).await?;
    page.wait_for("document.querySelector('.as-of [value=today]').checked").await?;
    page.step_out().await?;
    page.read("document.querySelector('partnership-atlas').setAttribute('view', 'cards')").await?;
    page.wait_for("document.querySelectorAll('iframe').length === 1 && document.querySelector('iframe').src.includes('view=cards')").await?;
    page.step_in("ready").await?;
    page.assert("document.querySelector('.stage').getClientRects().length === 0").await?;
    page.step_out().await?;
    page.read("document.querySelector('partnership-atlas').remove()").await?;
    page.assert("document.querySelector('iframe') === null").await
}

/// Clicks in a frame that is higher than the window; there the driver of WebKitGTK misses what it scrolls to.
async fn click_in_high_frame(page: &Page, selector: &str) -> Result<()> {
    if page.engine == Engine::Webkit {
        page.read(&format!("document.querySelector({selector:?}).click()")).await?;
        return Ok(());
    }
    page.click(selector).await
}

async fn evidence_opens_beside_its_chip_in_a_high_frame(page: Page) -> Result<()> {
    page.open_hosted(Host::Resizing, "embed/").await?;
    page.step_in("ready").await?;
    page.wait_for(&format!("{OFF} <= 1")).await?;
    if page.read("CSS.supports('position-area', 'block-end')").await? != serde_json::json!(true) {
        // Then it opens in the middle of the frame.
        return page.step_out().await;
    }
    page.unfold().await?;
    page.wait_for(&format!("{OFF} <= 1")).await?;
    for row in ["commitment", "arf-member"] {
        // The chip is near the top of what the reader sees: there is room for the evidence below it. Without room it
        // opens in the middle of what is seen.
        let top = page
            .read(&format!(
                "document.querySelector('tr[data-fact={row}] .chip').getBoundingClientRect().top"
            ))
            .await?;
        page.step_out().await?;
        page.read(&format!(
            "scrollTo(0, {top} + document.querySelector('iframe').getBoundingClientRect().top + scrollY - 60)"
        ))
        .await?;
        page.step_in("ready").await?;
        // A click of the driver would scroll the chip to the middle.
        page.read(&format!("document.querySelector('tr[data-fact={row}] .chip').click()")).await?;
        page.wait_for("document.querySelector(':popover-open') !== null").await?;
        page.assert(&format!(
            "((chip, box) => Math.min(Math.abs(box.top - chip.bottom), Math.abs(chip.top - box.bottom)) < 40 && box.left >= 0 && box.right <= innerWidth)(document.querySelector('tr[data-fact={row}] .chip').getBoundingClientRect(), document.querySelector(':popover-open').getBoundingClientRect())"
        ))
        .await
        .with_context(|| row.to_owned())?;
        page.read("document.querySelector(':popover-open').hidePopover()").await?;
        page.wait_for("document.querySelector(':popover-open') === null").await?;
    }
    page.step_out().await
}

async fn the_embed_dialog_gives_the_code_of_this_view(page: Page) -> Result<()> {
    page.open(Scenario::SubPath, "?utm_source=x&area=cyber-security#MYS", "ready").await?;
    page.click_button("Embed").await?;
    page.wait_for("document.querySelector('#EMBED').matches(':popover-open')").await?;
    page.read("((choice) => { choice.value = 'map'; choice.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector('#EMBED select'))").await?;
    let address =
        format!("{}embed/?area=cyber-security&view=map#MYS", page.site.page(Scenario::SubPath, ""));
    let code = format!(
        "<iframe src=\"{}\" title=\"Pakistan and ASEAN\" width=\"100%\" height=\"720\"",
        address.replace('&', "&amp;")
    );
    page.wait_for(&format!(
        "document.querySelector('#EMBED .dialog__code').innerText.startsWith('{code}')"
    ))
    .await?;
    // The preview is what the code shows.
    let steps = page.read("history.length").await?;
    page.click_button("Preview").await?;
    page.wait_for(&format!("document.querySelector('#EMBED iframe')?.src === '{address}'")).await?;
    page.step_in("ready").await?;
    page.assert("document.querySelector('#MYS[aria-current]') !== null && document.querySelector('.facts').getClientRects().length === 0").await?;
    page.step_out().await?;
    page.read("((choice) => { choice.value = 'cards'; choice.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector('#EMBED select'))").await?;
    page.wait_for("document.querySelector('#EMBED iframe')?.src.includes('view=cards')").await?;
    page.step_in("ready").await?;
    page.step_out().await?;
    let after = page.read("history.length").await?;
    ensure!(steps == after, "the preview leaves steps for the back button: {steps}, then {after}");
    page.click_button("Copy code").await?;
    page.wait_for("/Code copied|did not allow/.test(document.querySelector('.masthead').innerText)")
        .await
}

async fn one_file_opens_from_the_disk(page: Page) -> Result<()> {
    let dist = std::env::var("ATLAS_DIST").context("ATLAS_DIST is not set")?;
    page.browser.goto("about:blank").await?;
    page.browser.goto(format!("file://{dist}/partnership-atlas.html#KHM")).await?;
    page.wait_for("document.documentElement.dataset.app === 'ready'").await?;
    page.assert("document.querySelector('#KHM[aria-current]') !== null").await?;
    assert_malaysia_can_be_selected(&page).await?;
    assert_every_fact_is_seen(&page).await?;
    page.click_button("Executed").await?;
    page.wait_for(&cards_seen(2)).await?;
    page.wait_for("location.search + location.hash === '?status=executed#MYS'").await?;
    page.assert("performance.getEntriesByType('resource').length === 0").await?;
    // What needs a host is not offered.
    page.assert(
        "[...document.querySelectorAll('.hosted')].every((each) => !each.getClientRects().length)",
    )
    .await
}
