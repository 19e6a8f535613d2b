//! The address is the state.

use anyhow::{Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;

use crate::{ALL, TestCase, cards_seen, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        back_and_forward_restore_the_view,
        what_is_taken_back_within_a_frame_is_not_written,
        what_is_chosen_in_one_breath_is_one_step,
        a_link_opens_the_exact_view,
        a_bad_address_opens_the_default_view,
        what_is_not_ours_in_an_address_is_kept,
    ]
}

async fn back_and_forward_restore_the_view(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.click(".country-list__link[href='#KHM']").await?;
    page.wait_for("location.hash === '#KHM'").await?;
    page.click(".country-list__link[href='#SGP']").await?;
    page.wait_for("location.hash === '#SGP'").await?;
    page.click_button("Cyber security").await?;
    page.wait_for("location.search === '?area=cyber-security'").await?;
    page.read("history.back()").await?;
    page.wait_for(&format!("location.search === '' && {}", cards_seen(4))).await?;
    page.assert("document.querySelector('#SGP').getClientRects().length > 0").await?;
    page.read("history.back()").await?;
    page.wait_for("document.querySelector('#KHM').getClientRects().length > 0").await?;
    page.read("history.back()").await?;
    page.wait_for("document.querySelector('.overview').getClientRects().length > 0").await?;
    page.read("history.go(3)").await?;
    page.wait_for("document.querySelector('#SGP').getClientRects().length > 0").await?;
    page.wait_for(&cards_seen(1)).await
}

async fn a_link_opens_the_exact_view(page: Page) -> Result<()> {
    let rest = "?area=cyber-security&status=scheduled&clock=today&q=zardari&sort=-date#MYS";
    page.open(Scenario::SubPath, rest, "ready").await?;
    page.assert("document.querySelector('#MYS').getClientRects().length > 0").await?;
    page.assert(&cards_seen(1)).await?;
    let pressed = page.text("[...document.querySelectorAll('.areas [aria-pressed=true]')].map((each) => each.innerText).join()").await?;
    ensure!(pressed == "Cyber security,Scheduled", "{pressed} are pressed");
    page.assert("document.querySelector('.as-of [value=today]').checked").await?;
    ensure!(page.inner_text(".areas").await?.contains("this report cannot tell the outcome"));
    page.assert("document.querySelector('.facts input').value === 'zardari'").await?;
    page.assert("document.querySelectorAll('.facts tbody tr').length === 3").await?;
    page.assert("document.querySelector('th[aria-sort=descending]').innerText.includes('Date')")
        .await?;
    // Nothing of it is lost or put in another order on the way.
    let kept = page.text("location.search + location.hash").await?;
    ensure!(kept == rest, "the address became {kept}");
    Ok(())
}

async fn a_bad_address_opens_the_default_view(page: Page) -> Result<()> {
    page.open(Scenario::Root, "?area=atlantis&status=%00&clock=noon&sort=&q=#XYZ", "ready").await?;
    page.assert(&cards_seen(4)).await?;
    page.assert("document.querySelectorAll('.facts tbody tr').length === 20").await?;
    page.assert("document.querySelector('.overview').getClientRects().length > 0").await
}

async fn what_is_not_ours_in_an_address_is_kept(page: Page) -> Result<()> {
    page.open(Scenario::Root, "?utm_source=letter", "ready").await?;
    page.click(".country-list__link[href='#THA']").await?;
    page.wait_for("location.search + location.hash === '?utm_source=letter#THA'").await
}

async fn what_is_chosen_in_one_breath_is_one_step(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    // Each in a task of its own, so that each is a view of its own.
    page.read(
        "['KHM', 'MYS', 'SGP'].forEach((code) => setTimeout(() => document.querySelector(`.country-list__link[href='#${code}']`).click()))",
    )
    .await?;
    page.wait_for("location.hash === '#SGP'").await?;
    // Were each a step, this would lead to one of the others.
    page.read("history.back()").await?;
    page.wait_for("document.querySelector('.overview').getClientRects().length > 0").await?;
    page.assert("location.hash === ''").await
}

async fn what_is_taken_back_within_a_frame_is_not_written(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.read(
        "(async () => {
            const heard = [];
            addEventListener('atlas:address', ({ detail }) => heard.push(detail));
            const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const [all, first] = document.querySelectorAll('.filter__choice');
            await painted();
            first.click();
            // Within one task, so that no timer can run in between, however busy the machine is.
            for (let tick = 0; tick < 100 && !heard.length; tick += 1) await null;
            all.click();
            // What was to be written would have been by then: its timer was set before this one.
            await new Promise((done) => setTimeout(done, 100));
            window.written = `${heard[0]} ${location.search}`;
        })() && true",
    )
    .await?;
    page.wait_for("window.written !== undefined").await?;
    page.assert("window.written.startsWith('?area=') && window.written.endsWith(' ') && location.search === ''").await
}
