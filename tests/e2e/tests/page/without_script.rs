//! The page as it is before, or without, any script.

use anyhow::{Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;
use partnership_atlas::model::{Report, read};

use crate::{ALL, TestCase, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        every_fact_can_be_read_without_script,
        a_link_selects_a_state_without_script,
        a_link_from_elsewhere_shows_its_state_before_the_script_is_there,
        the_clocks_and_the_evidence_work_without_script,
    ]
}

/// Returns the bundled report.
pub fn report() -> Result<Report> {
    Ok(read(REPORT)?)
}

/// Its text.
pub const REPORT: &str = include_str!("../../../../assets/data/pakistan-asean-2023/report.json");

/// Fails unless each fact's title, sentence, reach and source chip can be seen in the table.
pub async fn assert_every_fact_is_seen(page: &Page) -> Result<()> {
    page.scroll_to(".facts tbody").await?;
    let seen = page.inner_text(".facts").await?;
    let facts = report()?.facts;
    ensure!(facts.len() == 20, "the report has {} facts", facts.len());
    for fact in &facts {
        for part in [&fact.title.value, &fact.text.value, &format!("Source ¶{}", fact.paragraph())]
        {
            ensure!(seen.contains(part.as_str()), "{}: “{part}” cannot be seen", fact.id);
        }
    }
    page.assert("document.querySelectorAll('.facts tbody tr').length === 20").await
}

async fn every_fact_can_be_read_without_script(page: Page) -> Result<()> {
    page.open(Scenario::NoScript, "", "static").await?;
    assert_every_fact_is_seen(&page).await?;
    page.assert("document.querySelectorAll('article.card').length === 4").await?;
    page.assert("document.querySelectorAll('svg .map__country').length === 11").await?;
    page.assert("document.querySelectorAll('.evidence').length === 20").await?;
    page.assert("!document.querySelector('.notice').checkVisibility({ visibilityProperty: true })")
        .await
}

async fn a_link_selects_a_state_without_script(page: Page) -> Result<()> {
    page.open(Scenario::NoScript, "", "static").await?;
    page.click(".country-list__link[href='#MYS']").await?;
    page.wait_for("document.querySelector('#MYS').getClientRects().length > 0").await?;
    let seen = page.inner_text(".inspector").await?;
    ensure!(
        seen.contains("Azhar Bin Mazlan") && seen.contains("Source ¶8"),
        "the inspector says {seen}"
    );
    page.assert("document.querySelector('.overview').getClientRects().length === 0").await?;
    page.assert("document.querySelector('#KHM').getClientRects().length === 0").await?;
    // The map shows it too.
    let fill = |code| {
        format!("getComputedStyle(document.querySelector('.map__country[data-place={code}]')).fill")
    };
    let (chosen, other) = (page.text(&fill("MYS")).await?, page.text(&fill("IDN")).await?);
    ensure!(chosen != other, "Malaysia is drawn like Indonesia: {chosen}");
    page.click("#MYS .country__clear").await?;
    page.wait_for("document.querySelector('.overview').getClientRects().length > 0").await
}

async fn a_link_from_elsewhere_shows_its_state_before_the_script_is_there(
    page: Page,
) -> Result<()> {
    // In a frame, since a driver waits for a document of its own until every script has answered.
    page.open(Scenario::NoScript, "", "static").await?;
    let address = page.site.page(Scenario::Unstarted, "#MYS");
    page.read(&format!(
        "document.body.appendChild(document.createElement('iframe')).src = {address:?}"
    ))
    .await?;
    let framed = "document.querySelector('body > iframe').contentDocument.querySelector";
    // Whoever asks Firefox for a place before the sheet is there keeps it from finding what a link leads to.
    page.wait_for(&format!("{framed}(':target') !== null")).await?;
    let drawn = |selector| format!("{framed}('{selector}').getClientRects().length");
    page.wait_for(&format!("{} > 0 && {} === 0", drawn("#MYS"), drawn(".overview"))).await
}

async fn the_clocks_and_the_evidence_work_without_script(page: Page) -> Result<()> {
    page.open(Scenario::NoScript, "", "static").await?;
    ensure!(
        page.inner_text(".card:has([popovertarget=business-conference])")
            .await?
            .contains("Scheduled")
    );
    page.click(".as-of label:has([value=today])").await?;
    page.wait_for("document.querySelector('.areas').innerText.includes('this report cannot tell the outcome')").await?;
    page.click(".facts [popovertarget='plan-of-action']").await?;
    page.wait_for("document.querySelector('#plan-of-action').matches(':popover-open')").await?;
    let seen = page.inner_text("#plan-of-action").await?;
    ensure!(
        seen.contains("¶8 of 9") && seen.contains("Radio Pakistan"),
        "the evidence says {seen}"
    );
    page.press("\u{E00C}").await?;
    page.wait_for("!document.querySelector(':popover-open')").await
}
