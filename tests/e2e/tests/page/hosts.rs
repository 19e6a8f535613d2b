//! Frames in pages of other sites, which have scripts, an origin and a history of their own.

use anyhow::{Context, Result, ensure};
use e2e::host::Policy;
use e2e::page::Page;
use serde_json::json;

use crate::{TWO, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![TWO =>
        a_link_to_the_report_opens_a_new_tab,
        where_new_tabs_are_forbidden_the_address_is_told,
        the_host_goes_back_in_one_step,
        the_page_of_the_host_is_never_scrolled,
        a_hidden_frame_tells_no_height,
        the_language_of_the_host_leads_to_a_page,
        damaged_options_are_read,
        evidence_opens_where_the_reader_is,
    ]
}

/// What a host writes to load the element.
pub const SCRIPT: &str = "<script src=\"SITE/embed.js\"></script>";

/// An element with Malaysia selected, and its script.
pub fn element() -> String {
    [SCRIPT, "<partnership-atlas place=MYS>Loading <a href=\"/\">the atlas</a></partnership-atlas>"]
        .concat()
}

/// What the host has heard: events of the element and messages of the frame with this type.
pub fn heard(kind: &str) -> String {
    format!("heard.filter(({{ type }}) => type === '{kind}')")
}

/// Waits until the element has said so as often.
pub async fn wait_until_ready(page: &Page, times: usize) -> Result<()> {
    page.wait_for(&format!(
        "events.filter(({{ type }}) => type === 'atlas:ready').length === {times}"
    ))
    .await
}

/// Opens a page with the element and this style before it.
pub async fn open_element(page: &Page, style: &str) -> Result<()> {
    page.open_host(&[style, &element()].concat(), Policy::None).await?;
    wait_until_ready(page, 1).await
}

/// Reads an expression inside the one frame.
pub async fn read_inside(page: &Page, expression: &str) -> Result<serde_json::Value> {
    page.step_in("ready").await?;
    let value = page.read(expression).await;
    page.step_out().await?;
    value
}

/// Waits for an expression inside the one frame.
pub async fn wait_inside(page: &Page, expression: &str) -> Result<()> {
    page.step_in("ready").await?;
    page.wait_for(expression).await?;
    page.step_out().await
}

/// Selects a state inside the frame and waits until the host has heard of it.
pub async fn select_inside(page: &Page, code: &str) -> Result<()> {
    read_inside(
        page,
        &format!("document.querySelector('.country-list__link[href=\"#{code}\"]').click()"),
    )
    .await?;
    page.wait_for(&format!("{}.at(-1)?.place === '{code}'", heard("atlas:select"))).await
}

async fn a_link_to_the_report_opens_a_new_tab(page: Page) -> Result<()> {
    for edition in ["embed/", "", "partnership-atlas.html"] {
        let html =
            format!("<iframe title=Page src=\"SITE/{edition}\" width=900 height=700></iframe>");
        page.open_host(&html, Policy::None).await?;
        let links = "[...document.querySelectorAll('a[href^=https]')]";
        page.step_in("ready").await?;
        page.assert(&format!(
            "{links}.length > 20 && {links}.every(({{ target, rel }}) => target === '_blank' && rel === 'noopener noreferrer')"
        ))
        .await
        .with_context(|| format!("{edition:?}"))?;
        // They stay so when the module renders them again.
        page.click(".country-list__link[href='#MYS']").await?;
        page.wait_for("document.querySelector('#MYS[aria-current]') !== null").await?;
        page.assert(&format!("{links}.every(({{ target }}) => target === '_blank')")).await?;
        page.click("#MYS .context a").await?;
        page.step_out().await?;
        let host = page.browser.window().await?;
        let opened = page.wait_for_windows(2).await?;
        for window in opened.into_iter().filter(|window| *window != host) {
            page.browser.switch_to_window(window).await?;
            page.browser.close_window().await?;
        }
        page.browser.switch_to_window(host).await?;
        // The page is still there, and says nothing of a tab that did open.
        page.step_in("ready").await?;
        page.wait_for("!document.querySelector('#LINK-ADDRESS').matches(':popover-open')").await?;
        page.step_out().await?;
    }
    Ok(())
}

async fn where_new_tabs_are_forbidden_the_address_is_told(page: Page) -> Result<()> {
    let html = "<iframe title=Page sandbox=allow-scripts src=\"SITE/embed/\" width=900 height=700></iframe>";
    page.open_host(html, Policy::None).await?;
    page.step_in("ready").await?;
    for link in [".overview p > a[rel]", ".overview .context a"] {
        page.click(link).await?;
        let wanted = page.text(&format!("document.querySelector('{link}').href")).await?;
        page.wait_for("document.querySelector('#LINK-ADDRESS').matches(':popover-open')").await?;
        let told = page.inner_text("#LINK-ADDRESS").await?;
        ensure!(told.contains(&wanted) && told.contains("does not allow it"), "{told}");
        // It can be copied at once.
        page.assert(&format!("getSelection().toString() === '{wanted}'")).await?;
        page.press("\u{E00C}").await?;
        page.wait_for("document.querySelector(':popover-open') === null").await?;
    }
    // The evidence around a link stays open.
    page.read("((wide) => { wide.open = true; wide.querySelector('.chip').click(); })(document.querySelector('.asean-wide'))").await?;
    page.wait_for("document.querySelector('.evidence:popover-open') !== null").await?;
    page.click(".evidence:popover-open a[rel]").await?;
    page.wait_for("document.querySelector('#LINK-ADDRESS').matches(':popover-open') && document.querySelector('.evidence:popover-open') !== null").await?;
    page.step_out().await
}

async fn the_host_goes_back_in_one_step(page: Page) -> Result<()> {
    for html in
        [element(), "<iframe title=Page src=\"SITE/\" width=900 height=700></iframe>".to_owned()]
    {
        page.open_host("<h1>The page before</h1>", Policy::None).await?;
        page.go_to_host(&html, Policy::None).await?;
        page.step_in("ready").await?;
        for choice in [
            ".country-list__link[href='#KHM']",
            ".country-list__link[href='#LAO']",
            ".filter__choice:nth-of-type(2)",
            ".as-of [value=today]",
            "#LAO .country__clear",
        ] {
            page.read(&format!("document.querySelector(\"{choice}\").click()")).await?;
            page.wait_for("document.documentElement.dataset.app === 'ready'").await?;
        }
        page.wait_for("location.search.includes('clock=today') && location.hash === ''").await?;
        page.step_out().await?;
        // A step inside would be the first to be undone.
        page.browser.back().await?;
        page.wait_for("document.querySelector('h1')?.innerText === 'The page before'").await?;
    }
    Ok(())
}

async fn the_page_of_the_host_is_never_scrolled(page: Page) -> Result<()> {
    let around = |inside: &str| {
        format!("<div style=\"height:900px\"></div>{inside}<div style=\"height:900px\"></div>")
    };
    // A place that is far below, then everything that a reader can do.
    page.open_host(
        &around(&element().replace("<partnership-atlas", "<partnership-atlas fact=commitment")),
        Policy::None,
    )
    .await?;
    page.read("document.querySelector('iframe').loading = 'eager'").await?;
    wait_until_ready(&page, 1).await?;
    page.assert("scrollY === 0").await?;
    page.read("scrollTo(0, 700)").await?;
    page.read("document.querySelector('partnership-atlas').setAttribute('place', 'PHL')").await?;
    page.step_in("ready").await?;
    page.wait_for("document.querySelector('#PHL[aria-current]') !== null").await?;
    for action in [
        "document.querySelector('.country-list__link[href=\"#VNM\"]').click()",
        "document.querySelector('#VNM .country__clear').click()",
        "document.querySelector('.areas .chip').click()",
        "document.querySelector(':popover-open').hidePopover()",
        "document.querySelector('.facts th button').click()",
        "location.replace('#commitment')",
        "document.querySelector('.card .card__reach, .card button')?.click()",
    ] {
        page.read(action).await?;
        // Scrolling comes with the next frame.
        page.wait_for_paint().await?;
    }
    page.step_out().await?;
    page.assert("scrollY === 700").await?;
    // A page of a long table.
    let long = "<iframe title=Page src=\"SITE/long/\" width=900 height=9000></iframe>";
    page.open_host(&around(long), Policy::None).await?;
    page.read("scrollTo(0, 700)").await?;
    page.step_in("ready").await?;
    page.read("document.querySelector('.pages__link[rel=next]').click()").await?;
    page.wait_for("location.search.includes('page=2')").await?;
    page.wait_for_paint().await?;
    page.step_out().await?;
    page.assert("scrollY === 700").await
}

async fn a_hidden_frame_tells_no_height(page: Page) -> Result<()> {
    let html = "<section id=tab hidden><iframe title=Page src=\"SITE/embed/\" width=100% height=720></iframe></section>";
    page.open_host(html, Policy::None).await?;
    page.wait_for(&format!("{}.length > 0", heard("atlas:ready"))).await?;
    let heights = heard("embed-size");
    page.read("frames[0].postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')").await?;
    page.read("frames[0].postMessage({ type: 'atlas:show', address: '#MYS' }, '*')").await?;
    page.wait_for(&format!("{}.at(-1)?.address === '#MYS'", heard("atlas:address"))).await?;
    page.assert(&format!("{heights}.length === 0")).await?;
    page.read("tab.hidden = false").await?;
    page.wait_for(&format!("{heights}.length > 0")).await?;
    page.assert(&format!("{heights}.every(({{ height }}) => height > 1000)")).await?;
    // An element in a tab is as high as its content once the tab is shown.
    let html = format!("<section id=tab hidden>{}</section>", element());
    page.open_host(&html, Policy::None).await?;
    page.read("tab.hidden = false").await?;
    wait_until_ready(&page, 1).await?;
    page.wait_for("document.querySelector('iframe').offsetHeight > 1000").await
}

async fn the_language_of_the_host_leads_to_a_page(page: Page) -> Result<()> {
    for (tag, lang) in [
        ("ur_PK", "ur"),
        ("UR", "ur"),
        ("zh-Hans-SG", "zh-Hans"),
        ("zh_CN.UTF-8", "zh-Hans"),
        ("ms-MY", "ms"),
        ("pt-BR", "pt"),
        ("tl", "fil"),
        ("in", "id"),
        ("xx", "en"),
        ("", "en"),
    ] {
        // By the element, which knows the folder, and by a frame, which leads on.
        for html in [
            format!("{SCRIPT}<partnership-atlas lang=\"{tag}\"></partnership-atlas>"),
            format!(
                "<iframe title=Page src=\"SITE/embed/?lang={tag}\" width=900 height=700></iframe>"
            ),
        ] {
            page.open_host(&html, Policy::None).await?;
            page.wait_for(&format!("{}.length > 0", heard("atlas:ready")))
                .await
                .with_context(|| html.clone())?;
            let found = read_inside(&page, "document.documentElement.lang").await?;
            ensure!(found == json!(lang), "{html} leads to {found}");
        }
    }
    Ok(())
}

async fn damaged_options_are_read(page: Page) -> Result<()> {
    for (query, wanted) in [
        ("?Theme=Dark", "dark|"),
        ("?view=map&amp;amp;theme=dark", "dark|map"),
        ("?THEME=light&View=cards).", "light|cards"),
    ] {
        page.open_host(
            &format!(
                "<iframe title=Page src=\"SITE/embed/{query}\" width=900 height=700></iframe>"
            ),
            Policy::None,
        )
        .await?;
        let found = read_inside(&page, "[document.documentElement.dataset.theme, document.documentElement.dataset.view].join('|')").await?;
        ensure!(found == json!(wanted), "{query} gives {found}");
    }
    page.open_host("<iframe title=Page src=\"SITE/embed/?view=map&amp;amp;Lang=ur_PK\" width=900 height=700></iframe>", Policy::None).await?;
    page.wait_for(&format!("{}.length > 0", heard("atlas:ready"))).await?;
    let found = read_inside(&page, "document.documentElement.lang").await?;
    ensure!(found == json!("ur"), "{found}");
    Ok(())
}

async fn evidence_opens_where_the_reader_is(page: Page) -> Result<()> {
    // With and without `position-area`: the rule that a browser without it has.
    for knows_anchors in [true, false] {
        open_element(&page, "").await?;
        page.wait_for("document.querySelector('iframe').offsetHeight > 4000").await?;
        if !knows_anchors {
            let rule = "[data-framed] .dialog.evidence:popover-open { position: fixed; position-area: none; inset: 0; margin: auto; justify-self: auto }";
            read_inside(&page, &format!("((sheet) => {{ sheet.replaceSync('@layer url-options {{ {rule} }}'); document.adoptedStyleSheets.push(sheet); }})(new CSSStyleSheet())")).await?;
        }
        for (fact, from_lower_edge) in [("commitment", 300), ("commitment", 10), ("arf-member", 10)]
        {
            let chip = format!("tr[data-fact={fact}] .chip");
            read_inside(&page, "[...document.querySelectorAll('.disclosure')].forEach((each) => { each.open = true; })").await?;
            let bottom = read_inside(
                &page,
                &format!(
                    "Math.round(document.querySelector('{chip}').getBoundingClientRect().bottom)"
                ),
            )
            .await?;
            page.wait_for(&format!("(scrollTo(0, {bottom} + document.querySelector('iframe').getBoundingClientRect().top + scrollY - innerHeight + {from_lower_edge}), scrollY > 1000)")).await?;
            let scrolled = page.read("scrollY").await?;
            read_inside(&page, &format!("document.querySelector('{chip}').click()")).await?;
            let top =
                page.read("document.querySelector('iframe').getBoundingClientRect().top").await?;
            let bottom = page.read("innerHeight").await?;
            wait_inside(&page, &format!(
                "((box) => box && box.top + {top} >= 0 && box.bottom + {top} <= {bottom})(document.querySelector('.evidence:popover-open')?.getBoundingClientRect())"
            ))
            .await
            .with_context(|| format!("{fact}, {from_lower_edge} px above the lower edge, anchors: {knows_anchors}"))?;
            ensure!(page.read("scrollY").await? == scrolled, "the host was scrolled");
            read_inside(&page, "document.querySelector(':popover-open').hidePopover()").await?;
        }
    }
    Ok(())
}
