//! The element `<partnership-atlas>` in pages of other sites, which have a style and a markup of their own.

use anyhow::{Context, Result, ensure};
use e2e::engine::Engine;
use e2e::host::Policy;
use e2e::page::Page;
use serde_json::json;

use crate::hosts::{
    SCRIPT, element, heard, open_element, read_inside, select_inside, wait_inside, wait_until_ready,
};
use crate::{TWO, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![TWO =>
        an_element_from_a_cache_has_one_frame,
        an_element_that_is_moved_keeps_what_the_reader_chose,
        an_element_is_configured_at_any_time,
        the_style_of_the_host_does_not_change_the_size_of_the_frame,
        the_script_finds_itself_however_it_is_loaded,
        a_script_that_does_not_find_itself_says_so,
        a_page_with_an_embedder_policy_shows_the_frame,
        colours_that_change_reach_the_frame,
    ]
}

async fn an_element_from_a_cache_has_one_frame(page: Page) -> Result<()> {
    open_element(&page, "").await?;
    // A page that keeps its markup and puts it back, as for its back button.
    page.read("document.body.innerHTML = document.body.innerHTML").await?;
    wait_until_ready(&page, 2).await?;
    page.assert("document.querySelectorAll('iframe').length === 1").await?;
    // The fallback is hidden, as it was, texts too.
    page.assert("document.querySelector('partnership-atlas').innerText.trim() === ''").await?;
    // A clone is an element of its own.
    page.read("document.body.append(document.querySelector('partnership-atlas').cloneNode(true))")
        .await?;
    page.wait_for("document.querySelectorAll('iframe').length === 2").await?;
    page.read("document.querySelector('partnership-atlas').remove()").await?;
    page.assert("document.querySelectorAll('iframe').length === 1").await?;
    // An element that is put in, taken out and put in again at once.
    page.read("((element) => { document.body.append(element); element.remove(); document.body.prepend(element); })(document.querySelector('partnership-atlas'))").await?;
    page.assert("document.querySelectorAll('iframe').length === 1").await
}

async fn an_element_that_is_moved_keeps_what_the_reader_chose(page: Page) -> Result<()> {
    open_element(&page, "<main></main><aside></aside>").await?;
    select_inside(&page, "KHM").await?;
    read_inside(&page, "((field) => { field.value = 'zardari'; field.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('.facts input'))").await?;
    page.wait_for(&format!("{}.at(-1)?.address.includes('q=zardari')", heard("atlas:address")))
        .await?;
    page.read(
        "document.querySelector('aside').append(document.querySelector('partnership-atlas'))",
    )
    .await?;
    wait_until_ready(&page, 2).await?;
    wait_inside(&page, "document.querySelector('#KHM[aria-current]') !== null && document.querySelector('.facts input').value === 'zardari'").await?;
    // Another theme loads a new frame, and the choice is still there.
    page.read("document.querySelector('partnership-atlas').setAttribute('theme', 'dark')").await?;
    wait_until_ready(&page, 3).await?;
    wait_inside(&page, "document.documentElement.dataset.theme === 'dark' && document.querySelector('#KHM[aria-current]') !== null").await?;
    // What the host asks for last wins.
    page.read("((element) => { element.remove(); element.setAttribute('place', 'SGP'); document.querySelector('main').append(element); })(document.querySelector('partnership-atlas'))").await?;
    wait_until_ready(&page, 4).await?;
    wait_inside(&page, "document.querySelector('#SGP[aria-current]') !== null").await?;
    // `moveBefore` moves the frame as it is, where a browser has it.
    if page.read("'moveBefore' in Element.prototype").await? == json!(true) {
        select_inside(&page, "LAO").await?;
        page.read("document.querySelector('aside').moveBefore(document.querySelector('partnership-atlas'), null)").await?;
        wait_inside(&page, "document.querySelector('#LAO[aria-current]') !== null").await?;
        page.assert("events.filter(({ type }) => type === 'atlas:ready').length === 4").await?;
    }
    Ok(())
}

async fn an_element_is_configured_at_any_time(page: Page) -> Result<()> {
    let selected = |code: &str| format!("document.querySelector('#{code}[aria-current]') !== null");
    // By properties, before its script is there.
    let late = format!(
        "<script>const element = document.createElement('partnership-atlas'); element.place = 'LAO'; element.theme = 'dark'; document.body.append(element);</script>{SCRIPT}"
    );
    page.open_host(&late, Policy::None).await?;
    wait_until_ready(&page, 1).await?;
    wait_inside(
        &page,
        &format!("{} && document.documentElement.dataset.theme === 'dark'", selected("LAO")),
    )
    .await?;
    // By attributes, before it is in the document, and while its frame loads: the last ones count.
    let loading = format!(
        "{SCRIPT}<script>const element = document.createElement('partnership-atlas'); element.setAttribute('place', 'MYS'); document.body.append(element);
        element.setAttribute('place', 'KHM'); element.area = 'diplomacy'; element.place = 'SGP';</script>"
    );
    page.open_host(&loading, Policy::None).await?;
    wait_until_ready(&page, 1).await?;
    wait_inside(
        &page,
        &format!("{} && location.search.includes('area=diplomacy')", selected("SGP")),
    )
    .await?;
    // Once it is there.
    page.read("document.querySelector('partnership-atlas').removeAttribute('area')").await?;
    page.read("document.querySelector('partnership-atlas').place = null").await?;
    wait_inside(&page, "document.querySelector('.overview[aria-current]') !== null && !location.search.includes('area')").await?;
    page.read("document.querySelector('partnership-atlas').title = 'ASEAN'").await?;
    page.assert("document.querySelector('iframe').title === 'ASEAN' && document.querySelectorAll('iframe').length === 1").await
}

async fn the_style_of_the_host_does_not_change_the_size_of_the_frame(page: Page) -> Result<()> {
    let fits = "((frame, height) => Math.abs(frame.getBoundingClientRect().height - height) <= 1)(document.querySelector('iframe'), heard.filter(({ type }) => type === 'embed-size').at(-1)?.height)";
    for style in [
        // Themes for frames.
        "iframe { height: auto !important; max-width: 50%; aspect-ratio: 16 / 9; border: 5px solid; padding: 20px; margin: 10px }",
        ".video iframe, iframe { position: absolute; inset: 0; width: 100%; height: 100% !important; max-height: 400px }",
        "* { box-sizing: border-box; padding: 4px }",
        "iframe { display: inline; float: left; width: 300px; min-height: 9000px }",
        // Layouts around it.
        "body { display: flex }",
        "body { display: flex; flex-direction: column; align-items: center; height: 300px }",
        "body { display: grid; grid-template-columns: 1fr; place-items: start }",
        "partnership-atlas { display: flex; align-items: center }",
        "body { direction: rtl; writing-mode: horizontal-tb; columns: 1 }",
        // Resets.
        "* { all: unset !important }",
        "* { all: initial }",
        "* { all: revert !important; max-width: 200px }",
        "partnership-atlas, iframe { all: unset !important }",
        "* { display: inline !important }",
        "partnership-atlas { display: contents }",
        "* { transition: all 0.2s, height 0.2s !important }",
        "iframe { inline-size: 300px !important; block-size: 150px !important; min-inline-size: 2000px !important; margin-inline: 50px !important }",
        "iframe { contain: size !important; contain-intrinsic-size: 300px 150px; content-visibility: auto }",
    ] {
        open_element(&page, &format!("<style>{style}</style>"))
            .await
            .with_context(|| style.to_owned())?;
        page.wait_for(fits).await.with_context(|| style.to_owned())?;
        let width = page
            .read("document.querySelector('iframe').clientWidth >= document.documentElement.clientWidth - 80")
            .await?;
        ensure!(width == json!(true), "narrow: {style}");
        read_inside(&page, "document.querySelector('.country-list__link[href=\"#PHL\"]').click()")
            .await?;
        // The frame fits the page before the click, too: the page of the country is there once nothing is cut off.
        wait_inside(&page, "document.querySelector('#PHL[aria-current]') !== null && document.scrollingElement.scrollHeight - innerHeight <= 1")
            .await
            .with_context(|| style.to_owned())?;
        page.wait_for(fits).await.with_context(|| style.to_owned())?;
    }
    Ok(())
}

async fn the_script_finds_itself_however_it_is_loaded(page: Page) -> Result<()> {
    for scripts in [
        "<script type=module src=\"SITE/embed.js\"></script>",
        "<script type=module crossorigin src=\"SITE/embed.js?v=1#x\"></script>",
        "<script crossorigin=anonymous src=\"SITE/embed.js\"></script>",
        "<script defer src=\"SITE/embed.js\"></script>",
        "<script async src=\"SITE/embed.js\"></script>",
        "<script src=\"SITE/embed.js\"></script><script src=\"SITE/embed.js\"></script>",
        "<script type=module src=\"SITE/embed.js\"></script><script defer src=\"SITE/embed.js\"></script>",
        "<script src=\"SITE/some/sub/path/embed.js?v=2\"></script>",
        "<script>document.head.append(Object.assign(document.createElement('script'), { src: 'SITE/embed.js' }))</script>",
    ] {
        page.open_host(
            &["<partnership-atlas></partnership-atlas>", scripts].concat(),
            Policy::None,
        )
        .await?;
        wait_until_ready(&page, 1).await.with_context(|| scripts.to_owned())?;
        page.assert("document.querySelectorAll('iframe').length === 1 && /^(\\/some\\/sub\\/path)?\\/embed\\/$/.test(new URL(document.querySelector('iframe').src).pathname)")
            .await
            .with_context(|| scripts.to_owned())?;
    }
    Ok(())
}

async fn a_script_that_does_not_find_itself_says_so(page: Page) -> Result<()> {
    let keep =
        "<script>window.said = []; console.error = (text) => said.push(String(text));</script>";
    let import = "<script type=module>await import('SITE/embed.js');</script>";
    page.open_host(
        &[keep, "<partnership-atlas>Fallback</partnership-atlas>", import].concat(),
        Policy::None,
    )
    .await?;
    page.wait_for("said.some((text) => text.includes('Set its attribute `src`'))").await?;
    page.assert(
        "document.querySelector('iframe') === null && document.body.innerText.includes('Fallback')",
    )
    .await?;
    let address = format!("{}/embed/", page.site.origin);
    page.read(&format!("document.querySelector('partnership-atlas').src = '{address}'")).await?;
    wait_until_ready(&page, 1).await?;
    // With an address there is nothing to say.
    page.open_host(
        &[keep, "<partnership-atlas src=\"SITE/embed/\"></partnership-atlas>", import].concat(),
        Policy::None,
    )
    .await?;
    wait_until_ready(&page, 1).await?;
    page.assert("said.length === 0").await
}

async fn a_page_with_an_embedder_policy_shows_the_frame(page: Page) -> Result<()> {
    for policy in [Policy::Embedder, Policy::Isolated] {
        page.open_host(&element(), policy).await?;
        wait_until_ready(&page, 1).await.with_context(|| format!("{policy:?}"))?;
        page.assert("document.querySelectorAll('iframe').length === 1").await?;
        if policy == Policy::Isolated && page.engine == Engine::Chromium {
            page.assert("crossOriginIsolated && document.querySelector('iframe').credentialless")
                .await?;
        }
    }
    if page.engine == Engine::Chromium {
        // A site that does not send the headers of `_headers`: the frame asks again, without credentials.
        let html = "<script src=\"SITE/embed.js\"></script><partnership-atlas src=\"SITE/partnership-atlas.html\"></partnership-atlas>";
        page.open_host(html, Policy::Embedder).await?;
        wait_until_ready(&page, 1).await?;
        page.assert("document.querySelector('iframe').credentialless").await?;
    }
    Ok(())
}

async fn colours_that_change_reach_the_frame(page: Page) -> Result<()> {
    open_element(&page, "<style id=theme>:root { --atlas-paper: rgb(1, 2, 3) }</style>").await?;
    let ground = |colour: &str| {
        format!("getComputedStyle(document.documentElement).backgroundColor === '{colour}'")
    };
    wait_inside(&page, &ground("rgb(1, 2, 3)")).await?;
    for (change, colour) in [
        ("theme.textContent = ':root { --atlas-paper: rgb(4, 5, 6) }'", "rgb(4, 5, 6)"),
        ("document.body.style.setProperty('--atlas-paper', 'rgb(7, 8, 9)')", "rgb(7, 8, 9)"),
        (
            "theme.textContent = '.night { --atlas-paper: rgb(9, 9, 9) !important }', document.body.className = 'night'",
            "rgb(9, 9, 9)",
        ),
        // In a hidden tab.
        (
            "document.body.hidden = true, theme.textContent = '.night { --atlas-paper: rgb(8, 8, 8) !important }', document.body.offsetHeight, requestAnimationFrame(() => requestAnimationFrame(() => { document.body.hidden = false; }))",
            "rgb(8, 8, 8)",
        ),
        // Without a colour of the host the page has its own again.
        ("theme.remove(), document.body.removeAttribute('style')", "rgb(251, 250, 246)"),
    ] {
        page.read(change).await?;
        page.wait_for("!document.body.hidden").await?;
        wait_inside(&page, &ground(colour)).await.with_context(|| change.to_owned())?;
    }
    Ok(())
}
