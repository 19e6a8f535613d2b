//! Where something does not arrive or is not what it should be, the page stays and says so.

use anyhow::{Context, Result, ensure};
use e2e::engine::Engine;
use e2e::fault::{FAULTS, Fault};
use e2e::host::Host;
use e2e::page::Page;
use e2e::payloads::PAYLOADS;
use e2e::site::Scenario;
use serde_json::json;

use crate::without_script::assert_every_fact_is_seen;
use crate::{ALL, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        every_fault_leaves_the_facts_and_one_quiet_line,
        bad_data_is_told,
        a_module_that_cannot_go_on_is_told,
        ten_thousand_hostile_messages_change_nothing,
        hostile_texts_run_nothing_and_burst_nothing,
    ]
}

async fn every_fault_leaves_the_facts_and_one_quiet_line(page: Page) -> Result<()> {
    // Plain text runs as well: WebAssembly asks for its type only when it is compiled as it comes.
    let app = |fault| if fault == Fault::WasmType { "ready" } else { "failed" };
    let broken = FAULTS.into_iter().map(|fault| (Scenario::Broken(fault), app(fault)));
    let others = [
        (Scenario::NoWasm, "failed"),
        (Scenario::NoStorage, "ready"),
        (Scenario::NoScript, "static"),
    ];
    let mut visible = 0;
    for (scenario, app) in broken.chain(others) {
        page.open(scenario, "", app).await.with_context(|| format!("{scenario:?}"))?;
        assert_left_usable(&page, app).await.with_context(|| format!("{scenario:?}"))?;
        visible += 1;
    }
    // A frame without an origin may load no module and no data of a host that does not allow it.
    // In WebKit the page's own policy then lets neither its sheet nor its scripts in: nobody is there to tell.
    let app = if page.engine == Engine::Webkit { "static" } else { "failed" };
    page.open_hosted(Host::Sandboxed, "").await?;
    page.step_in(app).await.context("sandboxed")?;
    assert_left_usable(&page, app).await.context("sandboxed")?;
    page.step_out().await?;
    visible += 1;
    let injected = FAULTS.len() + others.len() + 1;
    println!("{}: {injected} faults injected, facts visible in {visible}", page.engine.word());
    Ok(())
}

/// The controls that a reader sees in any section or dialog and that do nothing without the module. What opens a dialog and what
/// chooses the clock works without it, and what sorts the table is the heading of its column.
const IDLE: &str = "[...document.querySelectorAll('button, input, select, textarea')].filter((control) =>
    getComputedStyle(control).visibility !== 'hidden' && !control.closest('[hidden]')
    && !control.matches('[popovertarget], [name=clock], .facts__sort')).map(({ outerHTML }) => outerHTML)";

async fn assert_left_usable(page: &Page, app: &str) -> Result<()> {
    assert_every_fact_is_seen(page).await?;
    if app == "failed" {
        let idle = page.read(IDLE).await?;
        ensure!(idle == json!([]), "controls without a module: {idle}");
    }
    let is_seen = page
        .read("document.querySelector('.notice').checkVisibility({ visibilityProperty: true })")
        .await?;
    ensure!(is_seen == json!(app == "failed"), "whether the notice is seen: {is_seen}");
    let line = page.text("document.querySelector('.notice').textContent").await?;
    ensure!(line.contains("could not start"), "the notice says {line:?}");
    // Links still select.
    page.click(".country-list__link[href='#MYS']").await?;
    page.wait_for("document.querySelector('#MYS').getClientRects().length > 0").await
}

async fn a_module_that_cannot_go_on_is_told(page: Page) -> Result<()> {
    // What a browser tells of an error that nobody has caught; a driver's own scripts are too strange to it to be told of.
    for told in [
        "new ErrorEvent('error', { error: ERROR })",
        "new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: ERROR })",
    ] {
        let tell = |error| format!("dispatchEvent({})", told.replace("ERROR", error));
        page.open(Scenario::Root, "", "ready").await?;
        // What goes wrong in an extension is not the page's.
        page.read(&tell("new Error('of another')")).await?;
        page.read(&tell("null")).await?;
        page.assert("document.documentElement.dataset.app === 'ready'").await?;
        // A driver's script has classes of its own in Firefox.
        let trap = "new (window.wrappedJSObject ?? window).WebAssembly.RuntimeError('unreachable')";
        page.read(&tell(trap)).await?;
        page.assert("document.documentElement.dataset.app === 'failed'").await?;
    }
    Ok(())
}

async fn bad_data_is_told(page: Page) -> Result<()> {
    page.open(Scenario::Broken(Fault::DataWrong), "", "failed").await?;
    page.wait_for("document.querySelector('.notice__details').textContent !== ''").await?;
    page.click(".notice summary").await?;
    let told = page.inner_text(".notice").await?;
    ensure!(told.contains("unknown variant `party`"), "{told}");
    page.open(Scenario::Broken(Fault::DataHtml), "", "failed").await?;
    page.wait_for(
        "document.querySelector('.notice__details').textContent.startsWith('SyntaxError')",
    )
    .await
}

/// Messages of every shape that a frame might listen to, from a window that has no business to send any.
const HOSTILE: &str = "(window) => {
    const shapes = [null, 0, '', 'pymxPYMxaxPYMxwidthxPYMx1', [], {}, { type: 'atlas:show' },
        { type: 'atlas:show', address: '#KHM' }, { type: 'atlas:show', address: 'javascript:alert(1)' },
        { type: 'atlas:show', address: { toString() { return '#KHM'; } }.toString },
        { type: 'atlas:theme', colours: { ink: 'red;} * {display:none', paper: 'url(https://example.org/)' } },
        { type: 'atlas:theme', colours: null }, { sentinel: 'amp', type: 'frames-init' },
        { type: 'iframe-child-init' }, { message: 'height', value: -1, secret: '<b>' }, { __proto__: null }];
    let sent = 0;
    while (sent < 10000) {
        try { window.postMessage(shapes[sent % shapes.length], '*'); } catch { window.postMessage({}, '*'); }
        sent += 1;
    }
    window.postMessage({ last: true }, '*');
    return sent;
}";

async fn ten_thousand_hostile_messages_change_nothing(page: Page) -> Result<()> {
    page.open_hosted(Host::Listening, "embed/").await?;
    page.step_in("ready").await?;
    // The frame's own window is not the one that embeds it.
    page.read("(window.heard = 0, addEventListener('message', ({ data }) => { if (data?.last) window.heard = 1; }))").await?;
    page.read(&format!("({HOSTILE})(window)")).await?;
    page.wait_for("window.heard === 1").await?;
    page.assert("location.hash === '' && document.adoptedStyleSheets.every(({ cssRules }) => cssRules.length === 0)").await?;
    assert_every_fact_is_seen(&page).await?;
    page.step_out().await?;
    // The host may choose and may colour, and what is no choice and no colour it may not.
    page.read("heard.length = 0").await?;
    page.read(&format!(
        "({HOSTILE})({{ postMessage: (data) => frames[0].postMessage(typeof data === 'function' ? 1 : data, '*') }})"
    ))
    .await?;
    page.step_in("ready").await?;
    page.wait_for("location.hash === '#KHM'").await?;
    page.assert("getComputedStyle(document.querySelector('.atlas')).display === 'block'").await?;
    assert_every_fact_is_seen(&page).await?;
    page.step_out().await?;
    // A thousand questions have one answer, or a few.
    page.wait_for("heard.some((data) => data.type === 'iframe-resized')").await?;
    page.assert("heard.filter((data) => data.type === 'iframe-resized').length < 100").await
}

const HARMLESS: &str = "window.hostile === undefined && !document.querySelector('.atlas :is(script, img, template, [onerror], [onload], [onmouseover], [href^=javascript])')";

/// What is wider than the page.
const TOO_WIDE: &str = "document.scrollingElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('.atlas *')].filter((each) => !each.closest('svg') && each.getClientRects().length && each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.className || each.localName).join()";

async fn assert_harmless(page: &Page) -> Result<()> {
    page.assert(HARMLESS).await?;
    let wide = page.text(TOO_WIDE).await?;
    ensure!(wide.is_empty(), "too wide are {wide}");
    Ok(())
}

/// What of an address the page reads, its fragment aside.
const KEYS: [&str; 12] = [
    "area", "status", "fact", "clock", "q", "sort", "view", "theme", "chrome", "lang", "childId",
    "secret",
];

async fn hostile_texts_run_nothing_and_burst_nothing(page: Page) -> Result<()> {
    let texts = e2e::payloads::spoil(&mut serde_json::from_str(crate::without_script::REPORT)?, "");
    for (place, payload) in PAYLOADS.into_iter().enumerate() {
        page.open(Scenario::Hostile(place), "#MYS", "ready").await.context(payload)?;
        assert_harmless(&page).await.context(payload)?;
        let shown = format!("document.querySelector('.facts').textContent.includes({payload:?})");
        page.assert(&shown).await.context(payload)?;
        // What the live page itself writes of the facts.
        let told =
            format!("document.querySelector('.map__selection').textContent.includes({payload:?})");
        page.wait_for(&told).await.context(payload)?;
        let encoded: String = payload.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let query: Vec<String> = KEYS.iter().map(|key| format!("{key}={encoded}")).collect();
        page.open(Scenario::Root, &format!("?{}#{encoded}", query.join("&")), "ready").await?;
        assert_harmless(&page).await.context(payload)?;
        page.open_framed(320, &Scenario::Hostile(place).path()[1..]).await?;
        assert_harmless(&page).await.with_context(|| format!("{payload} at 320 px"))?;
        page.step_out().await?;
    }
    let (payloads, fields) = (PAYLOADS.len(), texts + KEYS.len() + 1);
    println!("{}: {} hostile texts, none ran", page.engine.word(), payloads * fields);
    Ok(())
}
