//! Any report comes alive: the fifteen of `tests/reports`, and five hundred that are generated.

use anyhow::{Context, Result, ensure};
use e2e::fixtures::{GENERATED, REPORTS, generated, report, report_names};
use e2e::page::Page;
use e2e::site::Scenario;
use partnership_atlas::view_model::Atlas;
use serde_json::json;

use crate::{ONE, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    cases![ONE => each_report_comes_alive, five_hundred_generated_reports_come_alive]
}

/// Opens a report and uses each of its parts once.
async fn use_report(page: &Page, scenario: Scenario, atlas: &Atlas) -> Result<()> {
    page.open(scenario, "", "ready").await?;
    let report = &atlas.report;
    let count = |selector: &str, expected: usize| {
        format!("document.querySelectorAll('{selector}').length === {expected}")
    };
    let cards = report.facts.iter().filter(|fact| !fact.areas.is_empty()).count();
    page.assert(&count("tbody tr", report.facts.len())).await?;
    page.assert(&count(".card", cards)).await?;
    page.assert(&count(".country-list__link", report.places.len())).await?;
    page.read("document.querySelector('.country-list__link').click()").await?;
    page.wait_for("document.querySelector('.country[aria-current]')?.checkVisibility()").await?;
    page.read("document.querySelector('.card__show')?.click()").await?;
    page.read("document.querySelector('.facts__sort').click()").await?;
    page.wait_for("location.search.includes('sort=fact')").await?;
    page.assert(&count("tbody tr", report.facts.len())).await
}

async fn each_report_comes_alive(page: Page) -> Result<()> {
    let names = report_names();
    ensure!(names.len() == REPORTS, "there are {} reports", names.len());
    for (index, name) in names.iter().enumerate() {
        let atlas = report(index).with_context(|| format!("{name} cannot be read"))?;
        let scenario = Scenario::Report(index);
        use_report(&page, scenario, &atlas).await.with_context(|| name.clone())?;
        let seat = page.text("document.querySelector('.map__partner b').textContent").await?;
        ensure!(seat == atlas.report.partner.seat.name.value, "{name} shows {seat}");
    }
    Ok(())
}

async fn five_hundred_generated_reports_come_alive(page: Page) -> Result<()> {
    for seed in 0..GENERATED {
        let atlas = generated(seed).with_context(|| format!("seed {seed} makes no report"))?;
        page.open(Scenario::Generated(seed), "", "ready").await?;
        let report = &atlas.report;
        let cards = report.facts.iter().filter(|fact| !fact.areas.is_empty()).count();
        // In one question, since each takes a part of a second.
        let counts = page
            .read("['tbody tr', '.card', '.country-list__link'].map((each) => document.querySelectorAll(each).length)")
            .await?;
        let expected = json!([report.facts.len(), cards, report.places.len()]);
        ensure!(counts == expected, "seed {seed}: {counts}, not {expected}");
    }
    println!("{GENERATED} generated reports came alive");
    Ok(())
}
