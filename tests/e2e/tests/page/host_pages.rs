//! What hosts do with their pages while the atlas is in them: other origins, hidden parts, other children, going back.

use anyhow::{Context, Result, ensure};
use e2e::host::{Policy, markup_url};
use e2e::page::Page;
use serde_json::json;
use thirtyfour::By;

use crate::hosts::{
    SCRIPT, element, heard, open_element, read_inside, select_inside, wait_inside, wait_until_ready,
};
use crate::{TWO, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    cases![TWO =>
        a_host_of_the_same_origin_and_one_on_a_disk_show_the_frame,
        a_host_without_an_origin_shows_the_frame,
        the_base_address_of_a_host_does_not_matter,
        an_element_whose_children_are_replaced_keeps_its_frame_and_its_choice,
        a_part_that_was_hidden_is_as_high_as_its_content,
        a_host_that_is_left_and_opened_again_shows_the_frame,
    ]
}

/// Whether the one frame is as high as its page says.
const FITS: &str = "((frame, height) => height > 1000 && Math.abs(frame.getBoundingClientRect().height - height) <= 1)(document.querySelector('partnership-atlas iframe'), heard.filter(({ type }) => type === 'embed-size').at(-1)?.height)";

async fn a_host_of_the_same_origin_and_one_on_a_disk_show_the_frame(page: Page) -> Result<()> {
    let keep =
        "<!doctype html><meta charset=utf-8><title>Host</title><script>var heard = [], events = [];
        addEventListener('message', ({ data }) => heard.push(data));
        addEventListener('atlas:ready', ({ type }) => events.push({ type }));</script>";
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("host.html");
    std::fs::write(&file, [keep, &element().replace("SITE", &page.site.origin)].concat())?;
    let same = [page.site.origin.as_str(), &markup_url(&element(), Policy::None)].concat();
    for url in [same, format!("file://{}", file.display())] {
        page.browser.goto("about:blank").await?;
        let steps = page.read("history.length").await?;
        page.browser.goto(&url).await?;
        wait_until_ready(&page, 1).await.with_context(|| url.clone())?;
        page.wait_for(FITS).await.with_context(|| url.clone())?;
        select_inside(&page, "KHM").await.with_context(|| url.clone())?;
        select_inside(&page, "LAO").await?;
        let after = page.read("history.length").await?;
        let taken = after.as_u64().zip(steps.as_u64()).map(|(after, before)| after - before);
        ensure!(taken.is_some_and(|taken| taken <= 1), "{url} took {taken:?} steps");
        page.assert("scrollY === 0 && document.querySelectorAll('iframe').length === 1").await?;
    }
    Ok(())
}

async fn a_host_without_an_origin_shows_the_frame(page: Page) -> Result<()> {
    // A preview of an editor, or a page builder: scripts without an origin.
    let inner = format!(
        "<script>var heard = []; addEventListener('message', ({{ data }}) => heard.push(data)); addEventListener('atlas:ready', () => parent.postMessage({{ type: 'ready' }}, '*'));</script>{}",
        element()
    );
    let inner = inner.replace('&', "&amp;").replace('"', "&quot;");
    let html = format!(
        "<iframe title=Builder sandbox=allow-scripts width=1000 height=700 srcdoc=\"{inner}\"></iframe>"
    );
    page.open_host(&html, Policy::None).await?;
    page.wait_for(&format!("{}.length === 1", heard("ready"))).await?;
    page.browser.find(By::Css("iframe")).await?.enter_frame().await?;
    page.wait_for(FITS).await?;
    page.step_in("ready").await?;
    page.assert("document.querySelector('#MYS[aria-current]') !== null").await?;
    page.read("document.querySelector('.country-list__link[href=\"#KHM\"]').click()").await?;
    page.wait_for("location.hash === '#KHM'").await?;
    page.step_out().await
}

async fn the_base_address_of_a_host_does_not_matter(page: Page) -> Result<()> {
    for base in
        ["<base href=\"/elsewhere/\" target=_blank>", "<base href=\"https://atlas.invalid/\">"]
    {
        open_element(&page, base).await.with_context(|| base.to_owned())?;
        page.wait_for(FITS).await?;
        page.assert("new URL(document.querySelector('iframe').src).pathname === '/embed/'").await?;
    }
    Ok(())
}

async fn an_element_whose_children_are_replaced_keeps_its_frame_and_its_choice(
    page: Page,
) -> Result<()> {
    open_element(&page, "").await?;
    select_inside(&page, "KHM").await?;
    for (times, change) in [
        (2, "element.innerHTML = 'Another <b>fallback</b>'"),
        (3, "element.replaceChildren()"),
        (4, "element.textContent = 'Loading'"),
    ] {
        page.read(&format!(
            "((element) => {{ {change}; }})(document.querySelector('partnership-atlas'))"
        ))
        .await?;
        wait_until_ready(&page, times).await.with_context(|| change.to_owned())?;
        page.assert("document.querySelectorAll('iframe').length === 1").await?;
        wait_inside(&page, "document.querySelector('#KHM[aria-current]') !== null")
            .await
            .with_context(|| change.to_owned())?;
    }
    // A script that takes every frame away on purpose wins, and the fallback is there.
    page.read("(new MutationObserver(() => document.querySelector('iframe')?.remove()).observe(document.body, { childList: true, subtree: true }), document.querySelector('iframe').remove(), true)").await?;
    page.wait_for("document.querySelector('iframe') === null && document.querySelector('partnership-atlas').innerText === 'Loading'").await
}

async fn a_part_that_was_hidden_is_as_high_as_its_content(page: Page) -> Result<()> {
    let outside = |before: &str, after: &str| [before, &element(), after].concat();
    for (html, show) in [
        (
            outside("<style>.off { display: none }</style><div class=off>", "</div>"),
            "document.querySelector('.off').className = ''",
        ),
        (
            outside(
                "<style>.off partnership-atlas { display: none }</style><div class=off>",
                "</div>",
            ),
            "document.querySelector('.off').className = ''",
        ),
        (
            outside("<details><summary>More</summary>", "</details>"),
            "document.querySelector('details').open = true",
        ),
        (outside("<dialog>", "</dialog>"), "document.querySelector('dialog').showModal()"),
        (
            outside("<div style=\"height:0;overflow:hidden\">", "</div>"),
            "document.querySelector('div').removeAttribute('style')",
        ),
        (
            outside("<div style=\"visibility:hidden\">", "</div>"),
            "document.querySelector('div').removeAttribute('style')",
        ),
    ] {
        page.open_host(&html, Policy::None).await?;
        page.wait_for("document.querySelector('iframe') !== null").await?;
        page.read(show).await?;
        wait_until_ready(&page, 1).await.with_context(|| show.to_owned())?;
        page.wait_for(FITS).await.with_context(|| html.clone())?;
        // Hidden and shown again, after a choice was made by the host.
        page.read("document.body.hidden = true").await?;
        page.read("document.querySelector('partnership-atlas').setAttribute('place', 'VNM')")
            .await?;
        page.read("document.body.hidden = false").await?;
        wait_inside(&page, "document.querySelector('#VNM[aria-current]') !== null").await?;
        page.wait_for(FITS).await.with_context(|| html.clone())?;
    }
    Ok(())
}

async fn a_host_that_is_left_and_opened_again_shows_the_frame(page: Page) -> Result<()> {
    // By the browser's cache of pages, or loaded anew.
    page.open_host(&[SCRIPT, &element()].concat(), Policy::None).await?;
    wait_until_ready(&page, 1).await?;
    select_inside(&page, "KHM").await?;
    page.go_to_host("<h1>The page after</h1>", Policy::None).await?;
    page.wait_for("document.querySelector('h1') !== null").await?;
    page.browser.back().await?;
    wait_until_ready(&page, 1).await?;
    page.wait_for(FITS).await?;
    page.assert("document.querySelectorAll('iframe').length === 1").await?;
    page.read("document.querySelector('partnership-atlas').setAttribute('place', 'PHL')").await?;
    wait_inside(&page, "document.querySelector('#PHL[aria-current]') !== null").await?;
    let lang = read_inside(&page, "document.documentElement.lang").await?;
    ensure!(lang == json!("en"), "{lang}");
    Ok(())
}
