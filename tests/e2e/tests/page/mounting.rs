//! The prerendered page comes alive, and nothing is seen of it.

use anyhow::{Context, Result, ensure};
use e2e::engine::Engine;
use e2e::page::Page;
use e2e::site::Scenario;

use crate::{ALL, ONE, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![ALL =>
        focus_scroll_evidence_and_clock_survive,
        both_views_have_the_same_marks,
        a_link_to_a_fact_shows_its_evidence,
    ];
    all.extend(cases![ONE => nothing_moves]);
    all
}

async fn focus_scroll_evidence_and_clock_survive(page: Page) -> Result<()> {
    page.site.hold(page.engine);
    page.open(Scenario::Held(page.engine), "#KHM", "static").await?;
    page.click(".as-of label:has([value=today])").await?;
    page.read("document.querySelector('.inspector__sheet').scrollTo(0, 120)").await?;
    page.click(".facts [popovertarget=roundtable]").await?;
    page.wait_for("document.querySelector('#roundtable').matches(':popover-open')").await?;
    page.read("document.querySelector('#roundtable a').focus({ preventScroll: true })").await?;
    // Cards say what they have to do with the state once the page is alive; what is read below them stays in its place
    // in the window where the browser anchors it (WebKit does not).
    let place = if page.engine == Engine::Webkit {
        "scrollY"
    } else {
        "Math.round(document.querySelector('.facts [popovertarget=roundtable]').getBoundingClientRect().top)"
    };
    let state = format!(
        "JSON.stringify([{place}, document.querySelector('.inspector__sheet').scrollTop, document.activeElement.href])"
    );
    let state = state.as_str();
    let before = page.text(state).await?;
    let top = page.read("scrollY").await?.as_f64().context("no scroll")?;
    ensure!(top > 0.0, "the page did not scroll, so nothing is tested");
    page.site.let_through(page.engine);
    page.wait_for("document.documentElement.dataset.app === 'ready'").await?;
    let after = page.text(state).await?;
    ensure!(before == after, "{before} became {after}");
    page.assert("document.querySelector('#roundtable').matches(':popover-open')").await?;
    page.assert("document.querySelector('.as-of [value=today]').checked").await?;
    page.wait_for("location.search === '?clock=today' && location.hash === '#KHM'").await?;
    page.assert("document.querySelector('#KHM').getClientRects().length > 0").await
}

/// Every element of the page with its attributes, those aside that say that it is live.
const MARKS: &str = "[...document.querySelectorAll('.atlas, .atlas *')]
    .filter((each) => each.localName !== 'g')
    .map((each) => each.localName + '.' + each.getAttributeNames()
        .filter((name) => !['disabled', 'checked', 'aria-pressed', 'aria-current', 'open'].includes(name) && !(name === 'hidden' && each.matches('.notice'))).sort()
        .map((name) => `${name}=${each.getAttribute(name).trim()}`).join() )
    .join('\\n')";

async fn both_views_have_the_same_marks(page: Page) -> Result<()> {
    page.open(Scenario::NoScript, "", "static").await?;
    let still = page.text(MARKS).await?;
    page.unfold().await?;
    let words = page.inner_text(".atlas").await?;
    page.open(Scenario::Root, "", "ready").await?;
    page.unfold().await?;
    let live = page.text(MARKS).await?;
    for (line, (one, other)) in still.lines().zip(live.lines()).enumerate() {
        ensure!(one == other, "element {line} is {one} at first and {other} alive");
    }
    ensure!(still.lines().count() == live.lines().count(), "one view has more elements");
    let live = page.inner_text(".atlas").await?;
    let said = |text: &str| {
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for (one, other) in said(&words).iter().zip(&said(&live)) {
        ensure!(one == other, "the words “{one}” became “{other}”");
    }
    Ok(())
}

async fn a_link_to_a_fact_shows_its_evidence(page: Page) -> Result<()> {
    page.open(Scenario::NoScript, "#plan-of-action", "static").await?;
    ensure!(page.inner_text("#plan-of-action").await?.contains("¶8 of 9"), "not without a script");
    page.open(Scenario::Root, "#plan-of-action", "ready").await?;
    page.wait_for("document.querySelector('#plan-of-action').matches(':popover-open')").await?;
    ensure!(page.inner_text("#plan-of-action").await?.contains("¶8 of 9"), "not alive");
    page.assert("location.hash === '#plan-of-action'").await
}

/// What moves while the file still arrives is the browser's own: a target is only one once it has been read.
async fn nothing_moves(page: Page) -> Result<()> {
    for view in ["", "#MYS", "#SGP", "?area=diplomacy&clock=today&sort=date"] {
        page.site.hold(page.engine);
        page.open(Scenario::Held(page.engine), view, "static").await?;
        page.wait_for("document.readyState === 'complete'").await?;
        nothing_moves_now(&page).await.with_context(|| format!("at {view:?}"))?;
    }
    Ok(())
}

/// Lets the facts through, and sees that nothing moves while the page comes alive.
async fn nothing_moves_now(page: &Page) -> Result<()> {
    // The state that a link leads to is found when the page is read to its end, which may be after the first paint.
    page.wait_for("location.hash === '' || document.querySelector(':target') !== null").await?;
    page.wait_for_paint().await?;
    page.read("(globalThis.moved = [], new PerformanceObserver((list) => { for (const { value, sources } of list.getEntries())
            moved.push(value, ...sources.map(({ node }) => node?.className?.baseVal ?? node?.className ?? node?.nodeName)); })
            .observe({ type: 'layout-shift' }), true)").await?;
    page.site.let_through(page.engine);
    page.wait_for("document.documentElement.dataset.app === 'ready'").await?;
    page.wait_for_paint().await?;
    let moved = page.text("moved.join(' ')").await?;
    ensure!(moved.is_empty(), "the layout shifted: {moved}");
    Ok(())
}
