//! A report with more facts than a page can bear: its table has pages.

use anyhow::{Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;

use crate::{ALL, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        the_table_turns_its_pages,
        the_focus_stays_at_the_table_when_the_link_that_was_pressed_goes,
        a_search_looks_on_every_page,
        a_link_opens_a_page_of_what_was_found,
        a_page_with_every_fact_lists_it_in_the_table_or_below_it,
    ]
}

const ROWS: &str = "document.querySelectorAll('.facts tbody tr').length";

/// Waits for so many rows, and that the line beside the search says so.
async fn until_shown(page: &Page, rows: usize, said: &str) -> Result<()> {
    page.wait_for(&format!(
        "{ROWS} === {rows} && document.querySelector('.search__count').textContent === {said:?}"
    ))
    .await
}

const FIRST: &str = "document.querySelector('.facts tbody th').firstChild.textContent";

async fn the_table_turns_its_pages(page: Page) -> Result<()> {
    page.open(Scenario::Long, "", "ready").await?;
    until_shown(&page, 100, "Facts 1–100 of 250").await?;
    let first = page.text(FIRST).await?;
    page.assert("document.querySelector('.pages [rel=prev]').hidden").await?;
    page.click(".pages [rel=next]").await?;
    until_shown(&page, 100, "Facts 101–200 of 250").await?;
    page.wait_for("location.search === '?page=2'").await?;
    page.click(".pages [rel=next]").await?;
    until_shown(&page, 50, "Facts 201–250 of 250").await?;
    page.assert("document.querySelector('.pages [rel=next]').hidden").await?;
    // A row that was not printed leads to where its evidence is.
    let address =
        page.text("document.querySelector('.facts tbody tr a.chip').getAttribute('href')").await?;
    ensure!(address.starts_with("page/3/#made-up-"), "{address}");
    page.wait_for("location.search === '?page=3'").await?;
    page.read("history.back()").await?;
    until_shown(&page, 100, "Facts 101–200 of 250").await?;
    page.read("history.back()").await?;
    until_shown(&page, 100, "Facts 1–100 of 250").await?;
    // What was printed is itself again: its chip opens the evidence.
    ensure!(page.text(FIRST).await? == first, "another row comes first");
    page.click(".facts tbody tr .chip").await?;
    page.wait_for("document.querySelector('.evidence:popover-open') !== null").await
}

async fn the_focus_stays_at_the_table_when_the_link_that_was_pressed_goes(
    page: Page,
) -> Result<()> {
    page.open(Scenario::Long, "?page=2", "ready").await?;
    for (rel, said, rows) in
        [("next", "Facts 201–250 of 250", 50), ("prev", "Facts 101–200 of 250", 100)]
    {
        page.read(&format!("document.querySelector('.pages [rel={rel}]').focus()")).await?;
        page.press("\u{E007}").await?;
        until_shown(&page, rows, said).await?;
        page.wait_for("document.activeElement.matches('.facts > details > summary')").await?;
    }
    Ok(())
}

async fn a_search_looks_on_every_page(page: Page) -> Result<()> {
    page.open(Scenario::Long, "?page=3", "ready").await?;
    until_shown(&page, 50, "Facts 201–250 of 250").await?;
    page.read(
        "(field => { field.value = 'asean-WIDE'; field.dispatchEvent(new Event('input', { bubbles: true })); })
            (document.querySelector('.search input'))",
    )
    .await?;
    // From the first page of what was found.
    page.wait_for("location.search === '?q=asean-WIDE'").await?;
    let found = "[...document.querySelectorAll('.facts tbody tr')].every((row) => row.textContent.includes('ASEAN-wide'))";
    page.wait_for(&format!("{ROWS} === 100 && {found}")).await?;
    page.click(".pages [rel=next]").await?;
    page.wait_for("location.search === '?q=asean-WIDE&page=2'").await?;
    page.wait_for(&format!("{ROWS} < 100 && {found}")).await?;
    page.click_button("Fact").await?;
    page.wait_for("location.search === '?q=asean-WIDE&sort=fact'").await?;
    page.wait_for(&format!("{ROWS} === 100 && {FIRST}.startsWith('Made up 1')")).await
}

async fn a_link_opens_a_page_of_what_was_found(page: Page) -> Result<()> {
    page.open(Scenario::Long, "?sort=-fact&page=2", "ready").await?;
    until_shown(&page, 100, "Facts 101–200 of 250").await?;
    let shown = page.text(FIRST).await?;
    page.click(".pages [rel=prev]").await?;
    until_shown(&page, 100, "Facts 1–100 of 250").await?;
    ensure!(page.text(FIRST).await? > shown, "{shown} comes before it");
    // A page that there is not is the last one.
    page.open(Scenario::Long, "?page=9", "ready").await?;
    until_shown(&page, 50, "Facts 201–250 of 250").await
}

async fn a_page_with_every_fact_lists_it_in_the_table_or_below_it(page: Page) -> Result<()> {
    page.open(Scenario::Whole, "", "ready").await?;
    let table_has = |said: &str| {
        format!(
            "document.querySelectorAll('[data-part=fact-table] tbody tr').length === 100
                && document.querySelector('.search__count').textContent === {said:?}"
        )
    };
    page.wait_for(&table_has("Facts 1–100 of 250")).await?;
    // Whether a reader sees the links to the pages of the table, and the two lists below it.
    let seen = "[...document.querySelectorAll('.pages, .further-facts table')].map((it) => it.checkVisibility()).join()";
    page.assert(&format!("{seen} === 'true,false,false'")).await?;
    page.click(".pages [rel=next]").await?;
    page.wait_for(&table_has("Facts 101–200 of 250")).await?;
    // Without the module the table cannot turn its pages.
    page.read("delete document.documentElement.dataset.app").await?;
    page.assert(&format!("{seen} === 'false,true,true'")).await
}
