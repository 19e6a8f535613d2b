//! What every state of the page keeps to.

use std::sync::atomic::Ordering;

use anyhow::{Context, Result, ensure};
use e2e::audit;
use e2e::console_smoke::heard_by_webkit;
use e2e::engine::{Driver, Engine};
use e2e::page::Page;
use e2e::site::Scenario;
use libtest_mimic::Failed;

use crate::{ALL, Case, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        nothing_is_wider_than_320_px,
        no_style_attribute_and_no_other_origin,
        what_is_svg_has_the_namespace_of_svg,
        axe_finds_nothing,
    ]
}

/// Addresses that show the page in its different states.
const STATES: [&str; 5] = [
    "",
    "#MYS",
    "#TLS",
    "?area=diplomacy&status=scheduled&clock=today",
    "?fact=business-conference&q=nothing+at+all",
];

async fn nothing_is_wider_than_320_px(page: Page) -> Result<()> {
    for state in STATES {
        page.open_framed(320, state).await?;
        assert_fits(&page, state).await?;
        if state == "#MYS" {
            page.click("#MYS [popovertarget]").await?;
            page.wait_for("document.querySelector(':popover-open') !== null").await?;
            assert_fits(&page, "the evidence").await?;
            page.assert("((box) => box.left >= 0 && box.right <= 320)(document.querySelector(':popover-open').getBoundingClientRect())").await?;
        }
        page.browser.enter_default_frame().await?;
    }
    Ok(())
}

pub async fn assert_fits(page: &Page, state: &str) -> Result<()> {
    let wide = page
        .text(
            "[...document.querySelectorAll('.atlas *')].filter((each) => !each.closest('svg') && each.getClientRects().length && each.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(each).position !== 'absolute').map((each) => each.className || each.localName).join()",
        )
        .await?;
    ensure!(wide.is_empty(), "at {state:?} too wide are: {wide}");
    page.assert("document.scrollingElement.scrollWidth <= innerWidth").await
}

async fn no_style_attribute_and_no_other_origin(page: Page) -> Result<()> {
    for state in STATES {
        page.open(Scenario::SubPath, state, "ready").await?;
        page.assert("document.querySelector('[style]') === null").await?;
        let elsewhere = page
            .text("performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin + '/some/sub/path/')).join()")
            .await?;
        ensure!(elsewhere.is_empty(), "the page asked for {elsewhere}");
    }
    ensure!(
        !page.site.missed.load(Ordering::Relaxed),
        "the page asked for a file that is not there"
    );
    Ok(())
}

async fn what_is_svg_has_the_namespace_of_svg(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let strangers = page
        .text("[...document.querySelectorAll('svg *')].filter((each) => each.namespaceURI !== 'http://www.w3.org/2000/svg').map((each) => each.localName).join()")
        .await?;
    ensure!(strangers.is_empty(), "in the namespace of HTML are {strangers}");
    page.assert(
        "[...document.querySelectorAll('.map__country use')].every((use) => use.getBBox().width > 0)",
    )
    .await?;
    page.assert("document.querySelectorAll('svg a.map__country').length === 11").await
}

async fn axe_finds_nothing(page: Page) -> Result<()> {
    let axe = audit::axe()?;
    for state in STATES {
        page.open(Scenario::Root, state, "ready").await?;
        page.browser.execute(axe.clone(), Vec::new()).await?;
        match state {
            "#MYS" => page.click("#MYS [popovertarget]").await?,
            "#TLS" => page.click_button("Embed").await?,
            _ => {}
        }
        let found = audit::findings(&page).await?;
        ensure!(found.is_empty(), "at {state:?}: {found}");
    }
    Ok(())
}

/// What Chromium's console holds of messages about the page.
async fn console(page: &Page) -> Result<Vec<String>> {
    if page.engine != Engine::Chromium {
        return Ok(Vec::new());
    }
    let log = page.browser.browser_log().await?;
    Ok(log.iter().map(|entry| format!("{entry:?}")).collect())
}

/// The page says nothing to the console, in any of its states; and a message would be heard.
pub fn silent(
    driver: &Driver,
    engine: Engine,
    run: impl Fn(Case) -> Result<(), Failed>,
) -> Result<(), Failed> {
    if engine == Engine::Webkit {
        return run(|page| Box::pin(guided_smoke(page)));
    }
    // What a browser says to itself when it starts, where no test has started it yet.
    run(|page| Box::pin(open(page)))?;
    let from = driver.console()?.len();
    run(|page| Box::pin(smoke(page)))?;
    let said = driver.console()?.split_off(from);
    if !said.is_empty() {
        return Err(format!("the console of {} says {said:?}", engine.word()).into());
    }
    run(|page| Box::pin(speak(page)))?;
    if engine == Engine::Firefox && driver.console()?.len() == from {
        return Err("a message to the console was not heard, so silence proves nothing".into());
    }
    Ok(())
}

async fn guided_smoke(page: Page) -> Result<()> {
    let profile = tempfile::tempdir()?;
    let said = heard_by_webkit(&page.site.page(Scenario::Guided, ""), profile.path())?;
    ensure!(said.is_empty(), "the console says {said:?}");
    Ok(())
}

async fn open(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await
}

async fn smoke(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    // What other tests left, such as those of missing files.
    console(&page).await?;
    for state in STATES.into_iter().chain(["embed/", "partnership-atlas.html"]) {
        page.open(Scenario::Root, state, "ready").await?;
        page.click(".country-list__link[href='#SGP']").await?;
        page.click(".facts th:nth-child(2) button").await?;
        page.click(".map__button").await?;
        page.wait_for("location.hash === '#SGP'").await.with_context(|| state.to_owned())?;
        page.wait_for("location.search.includes('sort=reach')")
            .await
            .with_context(|| state.to_owned())?;
        // Firefox warns where it is led elsewhere while a script runs.
        page.read("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))").await?;
    }
    let said = console(&page).await?;
    ensure!(said.is_empty(), "the console says {said:?}");
    Ok(())
}

async fn speak(page: Page) -> Result<()> {
    page.read("console.warn('can you hear this')").await?;
    if page.engine == Engine::Chromium {
        ensure!(!console(&page).await?.is_empty(), "a message to the console was not heard");
    }
    Ok(())
}
