//! Copies of the page that were saved while it was alive.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;
use serde_json::{Value, json};

use crate::{ALL, ONE, TOUCH, TestCase, cards_seen, cases};

/// The tests of this file. The driver of WebKitGTK opens no file of a disk.
pub fn tests() -> Vec<TestCase> {
    let mut all = cases![TOUCH =>
        a_copy_without_its_scripts_says_what_it_shows_and_offers_nothing_dead,
        a_copy_whose_scripts_find_no_module_says_so_too,
        a_copy_of_a_page_that_failed_has_the_whole_report,
        a_copy_of_the_single_file_is_alive_again,
    ];
    all.extend(cases![ONE => a_web_archive_says_what_it_shows_and_offers_nothing_dead]);
    all.extend(cases![ALL => a_page_that_stops_says_what_it_shows]);
    all
}

/// A view in which everything is chosen.
const VIEW: &str = "?area=cyber-security&q=training&sort=-date#KHM";

fn dist() -> Result<PathBuf> {
    Ok(PathBuf::from(std::env::var("ATLAS_DIST").context("ATLAS_DIST is not set")?))
}

async fn open_live(page: &Page) -> Result<()> {
    page.open(Scenario::Root, VIEW, "ready").await?;
    page.click_button("Share").await?;
    page.wait_for("document.querySelector('#SHARE').matches(':popover-open')").await
}

/// The document as a browser saves it.
async fn saved(page: &Page) -> Result<String> {
    page.text("'<!doctype html>' + document.documentElement.outerHTML").await
}

async fn open_file(page: &Page, path: &Path) -> Result<()> {
    page.browser.goto("about:blank").await?;
    page.browser.goto(format!("file://{}", in_an_address(&path.display().to_string()))).await?;
    Ok(())
}

/// A folder as readers have it, whose name an address cannot hold as it is.
const FOLDER: &str = "Saved – 100 % #1 (رپورٹ)";

/// Returns a path as an address has it.
fn in_an_address(path: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(escaped).collect()
}

/// Makes a folder of that name.
fn folder_of_a_reader() -> Result<(tempfile::TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(FOLDER);
    std::fs::create_dir(&path)?;
    Ok((folder, path))
}

async fn open_copy(page: &Page, html: &str) -> Result<tempfile::TempDir> {
    let (folder, inside) = folder_of_a_reader()?;
    let path = inside.join("Pakistan and ASEAN: a report.html");
    std::fs::write(&path, html)?;
    open_file(page, &path).await?;
    Ok(folder)
}

/// The controls that a reader sees and that do nothing without a script.
const DEAD: &str = "[...document.querySelectorAll('.atlas :is(button, input, select)')].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }) && !each.matches('[popovertarget], [type=radio], .facts__sort')
).map((each) => each.outerHTML.slice(0, 80)).join()";

/// Waits until the notice is visible. A web archive runs no script, so nothing can wait in the page.
async fn wait_for_notice(page: &Page) -> Result<()> {
    let is_visible =
        "Boolean(document.querySelector('.notice')?.checkVisibility({ visibilityProperty: true }))";
    for _ in 0..2_000 {
        if page.read(is_visible).await? == json!(true) {
            return Ok(());
        }
    }
    anyhow::bail!("no notice is shown")
}

/// Fails unless a copy says what was chosen and offers nothing that does not work.
async fn assert_says_what_it_shows(page: &Page) -> Result<()> {
    wait_for_notice(page).await?;
    let words = page.inner_text(".atlas").await?;
    for part in [
        "What was selected, filtered and searched last is shown",
        "Cards shown: 1 of 4",
        "Filtered by: Cyber security",
        "Facts shown: 2 of 20",
        "Searched for: “training” · Sorted by: Date, last first",
    ] {
        ensure!(words.contains(part), "the copy does not say “{part}”: {words}");
    }
    ensure!(
        !words.contains("Everything this page tells of the report stands below"),
        "it does not"
    );
    page.assert("document.querySelectorAll('.facts tbody tr').length === 2").await?;
    page.assert("[...document.querySelectorAll('.facts thead th')].every((heading) => heading.firstElementChild.checkVisibility({ visibilityProperty: true }))").await?;
    page.assert(&cards_seen(1)).await?;
    let dead = page.text(DEAD).await?;
    ensure!(dead.is_empty(), "these do nothing: {dead}");
    let ids: Value = page.read("(all => all.length === new Set(all).size)([...document.querySelectorAll('[id]')].map(({ id }) => id))").await?;
    ensure!(ids == json!(true), "an id stands twice");
    page.assert("document.querySelector('#KHM').checkVisibility()").await
}

/// Fails unless a link of a copy leads to a state, and the copy then shows that state alone.
async fn assert_links_lead_on(page: &Page) -> Result<()> {
    page.click(".country-list__link[href='#MYS']").await?;
    page.wait_for("document.querySelector('#MYS').checkVisibility()").await?;
    page.assert("[...document.querySelectorAll('.country, .overview')].filter((each) => each.checkVisibility()).length === 1").await?;
    let fill = |code| {
        format!("getComputedStyle(document.querySelector('.map__country[data-place={code}]')).fill")
    };
    page.assert(&format!("{} !== {}", fill("MYS"), fill("KHM"))).await?;
    page.assert(&format!("{} === {}", fill("KHM"), fill("IDN"))).await?;
    page.assert(
        "!document.querySelector('.map__caption').checkVisibility({ visibilityProperty: true })",
    )
    .await
}

async fn a_copy_without_its_scripts_says_what_it_shows_and_offers_nothing_dead(
    page: Page,
) -> Result<()> {
    open_live(&page).await?;
    let html = saved(&page).await?;
    let _folder = open_copy(&page, &html).await?;
    assert_says_what_it_shows(&page).await?;
    assert_links_lead_on(&page).await
}

async fn a_copy_whose_scripts_find_no_module_says_so_too(page: Page) -> Result<()> {
    open_live(&page).await?;
    let html = saved(&page).await?;
    let script = page.text("document.querySelector('script[src]').getAttribute('src')").await?;
    let name = script.rsplit('/').next().unwrap_or_default();
    let (_folder, inside) = folder_of_a_reader()?;
    let files = inside.join("Pakistan and ASEAN_files");
    std::fs::create_dir(&files)?;
    std::fs::copy(dist()?.join(name), files.join(name))?;
    let saved = format!("src=\"./Pakistan%20and%20ASEAN_files/{name}\"");
    let html = html.replacen(&format!("src=\"{script}\""), &saved, 1);
    ensure!(html.contains(&saved), "the copy has no script");
    let path = inside.join("Pakistan and ASEAN.html");
    std::fs::write(&path, html)?;
    open_file(&page, &path).await?;
    assert_says_what_it_shows(&page).await?;
    assert_links_lead_on(&page).await
}

async fn a_copy_of_a_page_that_failed_has_the_whole_report(page: Page) -> Result<()> {
    page.open(Scenario::NoWasm, "", "failed").await?;
    let html = saved(&page).await?;
    let _folder = open_copy(&page, &html).await?;
    page.wait_for(
        "document.querySelector('.notice').checkVisibility({ visibilityProperty: true })",
    )
    .await?;
    ensure!(
        page.inner_text(".notice")
            .await?
            .contains("Everything this page tells of the report stands below")
    );
    crate::without_script::assert_every_fact_is_seen(&page).await?;
    let dead = page.text(DEAD).await?;
    ensure!(dead.is_empty(), "these do nothing: {dead}");
    Ok(())
}

async fn a_copy_of_the_single_file_is_alive_again(page: Page) -> Result<()> {
    let file = dist()?.join("partnership-atlas.html");
    page.browser.goto("about:blank").await?;
    page.browser.goto(format!("file://{}{VIEW}", file.display())).await?;
    page.wait_for("document.documentElement.dataset.app === 'ready'").await?;
    page.click(".facts [popovertarget=cyber-training]").await?;
    page.wait_for("document.querySelector('#cyber-training').matches(':popover-open')").await?;
    let mut html = saved(&page).await?;
    // A copy of a copy is no other one.
    for _ in 0..2 {
        let _folder = open_copy(&page, &html).await?;
        page.wait_for("document.documentElement.dataset.app === 'ready' && document.querySelectorAll('.card').length === 4").await?;
        page.wait_for(
            "!document.querySelector('.notice').checkVisibility({ visibilityProperty: true })",
        )
        .await?;
        // The search was in the address when the file was opened, so it stands in the copy; the rest is as at first.
        page.wait_for(
            "document.querySelector('.search__count').textContent === 'Facts shown: 2 of 20'",
        )
        .await?;
        page.assert("document.querySelector('input[type=search]').value === 'training'").await?;
        page.assert(&cards_seen(4)).await?;
        page.assert("document.querySelector('.overview').checkVisibility() && document.querySelector(':popover-open') === null").await?;
        page.click_button("Executed").await?;
        page.wait_for(&cards_seen(2)).await?;
        html = saved(&page).await?;
    }
    Ok(())
}

async fn a_web_archive_says_what_it_shows_and_offers_nothing_dead(page: Page) -> Result<()> {
    open_live(&page).await?;
    let answer =
        page.browser.cdp().send_raw("Page.captureSnapshot", json!({ "format": "mhtml" })).await?;
    let archive = answer.get("data").and_then(Value::as_str).context("no archive")?;
    let (_folder, inside) = folder_of_a_reader()?;
    let path = inside.join("Pakistan and ASEAN.mhtml");
    std::fs::write(&path, archive)?;
    open_file(&page, &path).await?;
    page.assert(
        "getComputedStyle(document.querySelector('.map__sea')).fill === 'rgb(234, 241, 242)'",
    )
    .await?;
    assert_says_what_it_shows(&page).await
}

async fn a_page_that_stops_says_what_it_shows(page: Page) -> Result<()> {
    page.open(Scenario::Root, VIEW, "ready").await?;
    let trap = "new (window.wrappedJSObject ?? window).WebAssembly.RuntimeError('unreachable')";
    page.read(&format!("dispatchEvent(new ErrorEvent('error', {{ error: {trap} }}))")).await?;
    page.wait_for("document.documentElement.dataset.app === 'failed'").await?;
    page.assert("document.querySelector('.notice__stopped').checkVisibility()").await?;
    page.assert("!document.querySelector('.notice__failed').checkVisibility()").await?;
    let dead = page.text(DEAD).await?;
    ensure!(dead.is_empty(), "these do nothing: {dead}");
    ensure!(page.inner_text(".facts").await?.contains("Searched for: “training”"));
    Ok(())
}
