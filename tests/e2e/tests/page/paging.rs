//! A report with more facts than a page can bear: its table has pages.

use anyhow::{Result, ensure};
use e2e::page::Page;
use e2e::site::Way;

use crate::{ALL, Named, cases};

/// The tests of this room.
pub fn tests() -> Vec<Named> {
    cases![ALL =>
        the_table_turns_its_pages,
        a_search_looks_on_every_page,
        a_link_opens_a_page_of_what_was_found,
    ]
}

const ROWS: &str = "document.querySelectorAll('.facts tbody tr').length";

/// Waits for so many rows, and that the line beside the search says so.
async fn until_shown(page: &Page, rows: usize, said: &str) -> Result<()> {
    page.until(&format!(
        "{ROWS} === {rows} && document.querySelector('.search__count').textContent === {said:?}"
    ))
    .await
}

const FIRST: &str = "document.querySelector('.facts tbody tr .facts__title').textContent";

async fn the_table_turns_its_pages(page: Page) -> Result<()> {
    page.open(Way::Long, "", "ready").await?;
    until_shown(&page, 100, "Facts 1–100 of 250").await?;
    let first = page.text(FIRST).await?;
    page.assert("document.querySelector('.pages [rel=prev]').hidden").await?;
    page.click(".pages [rel=next]").await?;
    until_shown(&page, 100, "Facts 101–200 of 250").await?;
    page.until("location.search === '?page=2'").await?;
    page.click(".pages [rel=next]").await?;
    until_shown(&page, 50, "Facts 201–250 of 250").await?;
    page.assert("document.querySelector('.pages [rel=next]').hidden").await?;
    // A row that was not printed leads to where its evidence is.
    let way =
        page.text("document.querySelector('.facts tbody tr a.chip').getAttribute('href')").await?;
    ensure!(way.starts_with("page/3/#made-up-"), "{way}");
    page.until("location.search === '?page=3'").await?;
    page.read("history.back()").await?;
    until_shown(&page, 100, "Facts 101–200 of 250").await?;
    page.read("history.back()").await?;
    until_shown(&page, 100, "Facts 1–100 of 250").await?;
    // What was printed is itself again: its chip opens the evidence.
    ensure!(page.text(FIRST).await? == first, "another row comes first");
    page.click(".facts tbody tr .chip").await?;
    page.until("document.querySelector('.evidence:popover-open') !== null").await
}

async fn a_search_looks_on_every_page(page: Page) -> Result<()> {
    page.open(Way::Long, "?page=3", "ready").await?;
    until_shown(&page, 50, "Facts 201–250 of 250").await?;
    page.read(
        "(field => { field.value = 'asean-WIDE'; field.dispatchEvent(new Event('input', { bubbles: true })); })
            (document.querySelector('.search input'))",
    )
    .await?;
    // From the first page of what was found.
    page.until("location.search === '?q=asean-WIDE'").await?;
    let found = "[...document.querySelectorAll('.facts tbody tr')].every((row) => row.textContent.includes('ASEAN-wide'))";
    page.until(&format!("{ROWS} === 100 && {found}")).await?;
    page.click(".pages [rel=next]").await?;
    page.until("location.search === '?q=asean-WIDE&page=2'").await?;
    page.until(&format!("{ROWS} < 100 && {found}")).await?;
    page.push("Fact").await?;
    page.until("location.search === '?q=asean-WIDE&sort=fact'").await?;
    page.until(&format!("{ROWS} === 100 && {FIRST}.startsWith('Made up 1')")).await
}

async fn a_link_opens_a_page_of_what_was_found(page: Page) -> Result<()> {
    page.open(Way::Long, "?sort=-fact&page=2", "ready").await?;
    until_shown(&page, 100, "Facts 101–200 of 250").await?;
    let shown = page.text(FIRST).await?;
    page.click(".pages [rel=prev]").await?;
    until_shown(&page, 100, "Facts 1–100 of 250").await?;
    ensure!(page.text(FIRST).await? > shown, "{shown} comes before it");
    // A page that there is not is the last one.
    page.open(Way::Long, "?page=9", "ready").await?;
    until_shown(&page, 50, "Facts 201–250 of 250").await
}
