//! Where something does not arrive or is not what it should be, the page stays and says so.

use anyhow::{Context, Result, ensure};
use e2e::page::Page;
use e2e::site::{FAULTS, Fault, Way};

use crate::without_script::assert_every_fact_is_seen;
use crate::{ALL, Named, cases};

/// The tests of this room.
pub fn tests() -> Vec<Named> {
    cases![ALL => every_fault_leaves_the_facts_and_one_quiet_line, bad_data_is_told_with_its_paths]
}

async fn every_fault_leaves_the_facts_and_one_quiet_line(page: Page) -> Result<()> {
    for fault in FAULTS {
        page.open(Way::Broken(fault), "", "failed").await.with_context(|| format!("{fault:?}"))?;
        assert_every_fact_is_seen(&page).await.with_context(|| format!("{fault:?}"))?;
        let line = page.seen(".notice").await?;
        ensure!(line.contains("could not start"), "{fault:?}: the notice says {line}");
        // Links still select.
        page.click(".places__link[href='#MYS']").await?;
        page.until("document.querySelector('#MYS').getClientRects().length > 0").await?;
    }
    Ok(())
}

async fn bad_data_is_told_with_its_paths(page: Page) -> Result<()> {
    page.open(Way::Broken(Fault::DataWrong), "", "failed").await?;
    page.until("document.querySelectorAll('.notice li').length >= 2").await?;
    page.click(".notice summary").await?;
    let told = page.seen(".notice").await?;
    for part in ["$.facts[4].date.year", "$.facts[12].area", "atlantis"] {
        ensure!(told.contains(part), "“{part}” is not told: {told}");
    }
    Ok(())
}
