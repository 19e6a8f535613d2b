//! The studio: what its preview shows, and the folder for a site.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use anyhow::{Context, Result, ensure};
use e2e::page::Page;
use zip::ZipArchive;

use crate::studio::{PUBLISH_TAB, activate, fill, open, show};
use crate::taking::KEEP;
use crate::{ALL, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        the_preview_without_script_is_that_of_a_browser_without_scripts,
        a_folder_for_a_site_has_a_picture_for_links,
    ]
}

async fn open_example(page: &Page) -> Result<()> {
    open(page).await?;
    activate(page, "#example").await?;
    page.wait_for("document.querySelectorAll('.facts__item').length === 20").await
}

async fn the_preview_without_script_is_that_of_a_browser_without_scripts(page: Page) -> Result<()> {
    open_example(&page).await?;
    let in_frame = |expression: &str| {
        format!(
            "((outer) => {{ const frame = outer.querySelector('#without-script'), page = frame?.contentDocument, \
             view = frame?.contentWindow; return {expression}; }})(document.querySelector('#preview-frame').contentDocument)"
        )
    };
    let is_seen =
        "((element) => element && view.getComputedStyle(element).visibility === 'visible')";
    let mode = "#preview-mode";
    // With script the page is alive, and the frame without script is not seen.
    page.wait_for("document.querySelector('#preview-frame').contentDocument.querySelectorAll('tbody tr').length === 20")
        .await?;
    page.assert(&in_frame("frame.getClientRects().length === 0")).await?;
    choose(&page, mode, "static").await?;
    page.wait_for(&in_frame("page.querySelectorAll('tbody tr').length === 20")).await?;
    page.assert(&in_frame("frame.getClientRects().length === 1")).await?;
    page.assert(&in_frame("outer.querySelectorAll('tbody tr').length === 0")).await?;
    // What needs a script is not offered, what works without one is.
    page.assert(&in_frame(&format!("!{is_seen}(page.querySelector('input[type=search]'))")))
        .await?;
    page.assert(&in_frame(&format!("{is_seen}(page.querySelector('.map__svg a'))"))).await?;
    page.assert(&in_frame("view.matchMedia('(scripting: none)').matches")).await?;
    // It follows the draft.
    activate(&page, ".facts__item:nth-child(16) button").await?;
    fill(&page, "#facts-15-date", "September 2023").await?;
    let told = "page.querySelector('tbody').textContent.includes('September 2023')";
    page.wait_for(&in_frame(told)).await?;
    choose(&page, mode, "alive").await?;
    page.wait_for(&in_frame("frame.getClientRects().length === 0")).await?;
    page.wait_for(&in_frame("outer.querySelectorAll('tbody tr').length === 20")).await
}

/// Chooses a value of a list as a reader does.
async fn choose(page: &Page, selector: &str, value: &str) -> Result<()> {
    let script = format!(
        "((field) => {{ field.value = {value:?}; field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})\
         (document.querySelector({selector:?}))"
    );
    page.read(&script).await?;
    Ok(())
}

async fn a_folder_for_a_site_has_a_picture_for_links(page: Page) -> Result<()> {
    open_example(&page).await?;
    show(&page, PUBLISH_TAB).await?;
    fill(&page, "#publish-address", "https://example.org/atlas/").await?;
    page.wait_for(
        "document.querySelector('.publish pre').textContent.includes('https://example.org/atlas/')",
    )
    .await?;
    page.read(KEEP).await?;
    activate(&page, "#publish-site").await?;
    page.wait_for("saved.length === 1").await?;
    let bytes: Vec<u8> = serde_json::from_value(page.read("saved[0].bytes").await?)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut html = String::new();
    archive.by_name("index.html")?.read_to_string(&mut html)?;
    let tag = "<meta property=\"og:image\" content=\"https://example.org/atlas/share.png\">";
    ensure!(html.contains(tag), "the page does not name its picture");
    let mut png = Vec::new();
    archive.by_name("share.png")?.read_to_end(&mut png)?;
    ensure!(png.len() < 600_000, "some apps show no picture of {} bytes", png.len());
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info()?;
    ensure!((reader.info().width, reader.info().height) == (1200, 630), "{:?}", reader.info());
    let mut pixels = vec![0; reader.output_buffer_size().context("a picture of no size")?];
    reader.next_frame(&mut pixels)?;
    // An empty sheet has one colour; sea, land, states and letters have many.
    let colours: BTreeSet<&[u8]> = pixels.chunks(4).collect();
    ensure!(colours.len() > 50, "the picture has {} colours", colours.len());
    Ok(())
}
