//! What readers need who use a keyboard, a screen reader, larger spacing, less motion, more contrast, or paper.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use e2e::audit::languages;
use e2e::page::Page;
use e2e::site::Scenario;
use serde_json::{Value, json};

use crate::quality::assert_fits;
use crate::{ONE, TestCase, cases};

/// The tests of this room; what they look at is told by Chromium's protocol alone.
pub fn tests() -> Vec<TestCase> {
    cases![ONE =>
        the_tab_key_goes_through_the_page_in_its_order_and_out_again,
        a_screen_reader_finds_the_states_by_role_and_name,
        one_line_is_said_for_a_selection,
        four_hundred_per_cent_loses_nothing,
        wider_spacing_of_text_loses_nothing,
        nothing_moves_for_whoever_wants_no_motion,
        nothing_is_quiet_for_whoever_wants_contrast,
        paper_has_two_pages_with_the_map_every_fact_and_the_address,
    ]
}

async fn prefer(page: &Page, media: &str, name: &str, value: &str) -> Result<()> {
    let wanted = json!({ "media": media, "features": [{ "name": name, "value": value }] });
    page.browser.cdp().send_raw("Emulation.setEmulatedMedia", wanted).await?;
    Ok(())
}

async fn the_tab_key_goes_through_the_page_in_its_order_and_out_again(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let all = page
        .read("(globalThis.stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')].filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility() && !each.closest('details:not([open]) > nav') && !each.matches('input[type=radio]:not(:checked)'))).length")
        .await?;
    let all = usize::try_from(all.as_u64().unwrap_or_default())?;
    ensure!(all > 60, "only {all} elements can have the focus");
    let mut last = -1;
    for _ in 0..all {
        page.press("\u{E004}").await?;
        let place = page.read("stops.indexOf(document.activeElement)").await?;
        let place = place.as_i64().unwrap_or(-1);
        ensure!(
            place == last + 1,
            "after {last} comes {place}: {}",
            page.text("document.activeElement.outerHTML.slice(0, 200)").await?
        );
        page.assert("((element) => { const shown = element.matches('.as-of input') ? element.nextElementSibling : element; return getComputedStyle(shown).outlineStyle !== 'none'; })(document.activeElement)").await?;
        last = place;
    }
    page.press("\u{E004}").await?;
    page.assert("!stops.includes(document.activeElement) || document.activeElement === stops[0]")
        .await
}

async fn a_screen_reader_finds_the_states_by_role_and_name(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#MYS", "ready").await?;
    let cdp = page.browser.cdp();
    cdp.send_raw("Accessibility.enable", json!({})).await?;
    let tree = cdp.send_raw("Accessibility.getFullAXTree", json!({})).await?;
    cdp.send_raw("Accessibility.disable", json!({})).await?;
    let nodes = tree.get("nodes").and_then(Value::as_array).context("there is no tree")?;
    let named = |role: &str| -> Vec<String> {
        let value = |node: &Value, part: &str| {
            let value = node.get(part).and_then(|part| part.get("value"));
            value.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let heard = nodes.iter().filter(|node| node.get("ignored") != Some(&json!(true)));
        heard.filter(|node| value(node, "role") == role).map(|node| value(node, "name")).collect()
    };
    let links: BTreeSet<String> = named("link").into_iter().collect();
    for name in [
        "Brunei Darussalam",
        "Cambodia",
        "Indonesia",
        "Lao PDR",
        "Malaysia",
        "Myanmar",
        "Philippines",
        "Singapore",
        "Thailand",
        "Timor-Leste",
        "Viet Nam",
    ] {
        ensure!(links.contains(name), "no link is named {name}: {links:?}");
        // Once: the picture does not say it again.
        ensure!(
            named("link").iter().filter(|link| *link == name).count() == 1,
            "{name} is heard twice"
        );
    }
    ensure!(
        named("navigation").iter().any(|name| name.starts_with("States by")),
        "the list is no landmark"
    );
    ensure!(
        named("region").contains(&"Map of the ASEAN member states".to_owned()),
        "the map is no region"
    );
    ensure!(
        named("main").len() == 1 && named("banner").len() == 1 && named("contentinfo").len() == 1
    );
    for button in ["Zoom in", "Zoom out", "Show the whole map"] {
        ensure!(named("button").contains(&button.to_owned()), "no button is named {button}");
    }
    Ok(())
}

async fn one_line_is_said_for_a_selection(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.read("(globalThis.said = [], new MutationObserver((changes) => changes.forEach(({ target }) => { const line = (target.nodeType === 3 ? target.parentElement : target).closest('[role=status]'); if (line) said.push(line.textContent); })).observe(document.body, { subtree: true, childList: true, characterData: true }))").await?;
    page.click(".country-list__link[href='#SGP']").await?;
    page.wait_for("document.querySelector('#SGP[aria-current]') !== null && said.length > 0")
        .await?;
    let said = page.read("[...new Set(said.filter(Boolean))]").await?;
    ensure!(said == json!(["Singapore · Named in the report"]), "what is said is {said}");
    Ok(())
}

/// WCAG 2.2, 1.4.12.
/// A window of 1280 × 1024 at 400 %: 320 × 256 CSS px, four dots for each (WCAG 2.2, 1.4.10).
async fn four_hundred_per_cent_loses_nothing(page: Page) -> Result<()> {
    let wanted = json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
    page.browser.cdp().send_raw("Emulation.setDeviceMetricsOverride", wanted).await?;
    for view in ["#MYS", "#SGP", "?fact=cyber-training&clock=today"] {
        page.open(Scenario::Root, view, "ready").await?;
        assert_fits(&page, view).await?;
        // Nothing that stays in its place takes a low window away from what is read.
        page.assert("[...document.querySelectorAll('.atlas *')].every((each) => !['fixed', 'sticky'].includes(getComputedStyle(each).position) || !each.checkVisibility() || each.getBoundingClientRect().height < innerHeight / 3)").await?;
    }
    page.click_button("¶8").await?;
    page.wait_for("document.querySelector('.evidence:popover-open') !== null").await?;
    // A leaf higher than the window can be moved through.
    page.assert("((leaf) => { const box = leaf.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight + 0.5 && box.right <= innerWidth; })(document.querySelector('.evidence:popover-open'))").await?;
    page.browser.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}

async fn wider_spacing_of_text_loses_nothing(page: Page) -> Result<()> {
    for lang in ["", "ta/", "vi/"] {
        page.open_framed(320, &format!("{lang}#MYS")).await?;
        page.read("((sheet) => { sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'); document.adoptedStyleSheets = [sheet]; })(new CSSStyleSheet())").await?;
        assert_fits(&page, lang).await?;
        let cut = page
            .text("[...document.querySelectorAll('.atlas *')].filter((each) => !each.closest('svg, .visually-hidden') && each.checkVisibility({ visibilityProperty: true }) && getComputedStyle(each).overflow === 'hidden' && each.scrollHeight > each.clientHeight + 1 && !each.matches('.visually-hidden, .map__frame')).map((each) => each.className).join()")
            .await?;
        ensure!(cut.is_empty(), "cut off are {cut}");
        page.browser.enter_default_frame().await?;
    }
    Ok(())
}

async fn nothing_moves_for_whoever_wants_no_motion(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let moving = "[...document.querySelectorAll('*')].filter((each) => getComputedStyle(each).transitionDuration.split(', ').some((time) => parseFloat(time) > 0)).length";
    page.assert(&format!("{moving} > 0")).await?;
    prefer(&page, "", "prefers-reduced-motion", "reduce").await?;
    page.assert(&format!("{moving} === 0")).await?;
    prefer(&page, "", "prefers-reduced-motion", "").await
}

async fn nothing_is_quiet_for_whoever_wants_contrast(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let as_dark = "getComputedStyle(document.querySelector('.masthead__deck')).color === getComputedStyle(document.querySelector('h1')).color";
    page.assert(&format!("!({as_dark})")).await?;
    prefer(&page, "", "prefers-contrast", "more").await?;
    page.assert(as_dark).await?;
    prefer(&page, "", "prefers-contrast", "").await
}

async fn paper_has_two_pages_with_the_map_every_fact_and_the_address(page: Page) -> Result<()> {
    for lang in languages(&page).await? {
        page.open(Scenario::Root, &format!("{lang}/"), "ready").await?;
        let pdf = page.printed().await?;
        let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
        // Nastaliq stands high and Tamil runs long: smaller letters could not be read.
        let most = if ["ur", "ta"].contains(&lang.as_str()) { 3 } else { 2 };
        ensure!((2..=most).contains(&pages), "{lang} has {pages} pages");
    }
    page.open(Scenario::Root, "", "ready").await?;
    prefer(&page, "print", "prefers-color-scheme", "light").await?;
    page.assert("document.querySelector('.map__svg').getBoundingClientRect().width > 200").await?;
    page.assert("[...document.querySelectorAll('.facts tbody tr')].filter((row) => row.checkVisibility() && getComputedStyle(row.lastElementChild, '::after').content.includes('¶')).length === 20").await?;
    page.assert("((link) => link.checkVisibility() && getComputedStyle(link, '::after').content.includes('href') || getComputedStyle(link, '::after').content.includes('https://www.radio.gov.pk/'))(document.querySelector('.overview a'))").await?;
    prefer(&page, "", "prefers-color-scheme", "").await
}
