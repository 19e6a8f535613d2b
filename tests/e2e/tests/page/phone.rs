//! The page on a phone: its height, its elements, and the way to what is folded.

use anyhow::{Context, Result, ensure};
use e2e::audit::{Colours, languages, show, show_as_before};
use e2e::page::Page;
use e2e::site::Scenario;

use crate::{ONE, TestCase, cases};

/// The tests of this file; Chromium's protocol sets the width of the window.
pub fn tests() -> Vec<TestCase> {
    cases![ONE =>
        the_page_is_at_most_7000_px_high_in_every_language,
        the_page_has_at_most_1500_elements,
        a_search_of_the_browser_opens_what_is_folded,
    ]
}

/// The greatest height in CSS px, at a width of 390, with everything as it is first shown.
const MAX_HEIGHT: u64 = 7000;

/// The greatest number of elements in the English document, at the start.
const MAX_ELEMENTS: u64 = 1500;

async fn number(page: &Page, expression: &str) -> Result<u64> {
    let value = page.read(expression).await?;
    value.as_u64().with_context(|| format!("{expression} is {value}"))
}

async fn the_page_is_at_most_7000_px_high_in_every_language(page: Page) -> Result<()> {
    let mut too_high = Vec::new();
    for lang in languages(&page).await? {
        page.open_framed(390, &format!("{lang}/")).await?;
        let height = number(&page, "document.documentElement.scrollHeight").await?;
        if height > MAX_HEIGHT {
            too_high.push(format!("{lang}: {height} px"));
        }
        page.step_out().await?;
    }
    ensure!(too_high.is_empty(), "too high are {}", too_high.join(", "));
    Ok(())
}

async fn the_page_has_at_most_1500_elements(page: Page) -> Result<()> {
    page.open(Scenario::Root, "en/", "ready").await?;
    let elements = number(&page, "document.querySelectorAll('*').length").await?;
    ensure!(elements <= MAX_ELEMENTS, "the page has {elements} elements");
    Ok(())
}

/// Chromium opens what is folded for a link to words just as for a search in the page.
async fn a_search_of_the_browser_opens_what_is_folded(page: Page) -> Result<()> {
    show(&page, 390, Colours::Light).await?;
    for (folded, words) in [
        (".asean-wide", "No state is named in these"),
        (".facts .disclosure", "that this commitment follows"),
        (".about .disclosure", "Put this page into another"),
    ] {
        let opened = format!("document.querySelector('{folded}').open");
        page.open(Scenario::NoScript, "", "static").await?;
        page.assert(&format!("!{opened}")).await?;
        let address = format!("#:~:text={}", words.replace(' ', "%20"));
        page.open(Scenario::NoScript, &address, "static").await?;
        page.wait_for(&opened).await.with_context(|| format!("“{words}” was not found"))?;
    }
    show_as_before(&page).await
}
