//! Cards, clocks, timeline, table, evidence.

use anyhow::{Result, ensure};
use e2e::page::Page;
use e2e::site::Scenario;

use crate::{ALL, TestCase, cards_seen, cases};

/// The tests of this room.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        the_filters_narrow_the_cards_and_say_so,
        a_card_lights_the_states_that_its_fact_reaches,
        today_a_plan_has_no_outcome,
        the_table_is_searched_by_other_names_and_words,
        a_search_that_finds_nothing_is_mended_by_keyboard,
        a_copied_word_finds_what_the_typed_one_finds,
        the_table_is_sorted_by_its_heads,
        the_table_is_folded_on_a_phone_and_opens,
        the_evidence_opens_closes_and_gives_the_focus_back,
        copying_is_answered,
    ]
}

const SHOWN: &str = "[...document.querySelectorAll('.card h3')].filter((each) => each.checkVisibility()).map((each) => each.innerText).join()";

async fn the_filters_narrow_the_cards_and_say_so(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.click_button("Executed").await?;
    page.wait_for("location.search === '?status=executed'").await?;
    let shown = page.text(SHOWN).await?;
    ensure!(shown == "Diplomatic courses,Training for central bank officials", "{shown}");
    page.click_button("Cyber security").await?;
    page.wait_for(&cards_seen(0)).await?;
    ensure!(page.inner_text(".filters__count").await?.contains("No card was found"));
    page.assert("[...document.querySelectorAll('[hidden]')].every((each) => !each.checkVisibility({ visibilityProperty: true }))").await?;
    page.click_button("Status not stated").await?;
    // On one of its two readings the training has no stated status.
    page.wait_for(&cards_seen(1)).await?;
    ensure!(page.inner_text(".card:not([hidden])").await?.contains("Reading B"));
    page.click(".filter:first-of-type .filter__choice").await?;
    page.click(".filter:nth-of-type(2) .filter__choice").await?;
    page.wait_for(&format!("{} && location.search === ''", cards_seen(4))).await
}

async fn a_card_lights_the_states_that_its_fact_reaches(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#MYS", "ready").await?;
    page.click(".card:has([popovertarget=cyber-training]) .card__show").await?;
    page.wait_for("location.search === '?fact=cyber-training' && location.hash === ''").await?;
    page.assert("document.querySelectorAll('.map__country--in-scope').length === 10").await?;
    page.assert("document.querySelector('.map__country[data-place=TLS]').classList.contains('map__country--dim')")
        .await?;
    let said =
        page.text("document.querySelector('.map__caption [role=status]').textContent").await?;
    ensure!(said.contains("ASEAN-wide") && said.contains("names none of them"), "{said}");
    page.assert("document.querySelector('.card__show[aria-pressed=true]') !== null").await?;
    page.click(".card:has([popovertarget=cyber-training]) .card__show").await?;
    page.wait_for(
        "document.querySelectorAll('.map__country--in-scope').length === 0 && location.search === ''",
    )
    .await
}

async fn today_a_plan_has_no_outcome(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    let card = ".card:has([popovertarget=business-conference])";
    let seen = page.inner_text(card).await?;
    ensure!(seen.contains("Scheduled: second half of 2023") && !seen.contains("outcome"), "{seen}");
    page.click(".as-of label:has([value=today])").await?;
    page.wait_for("location.search === '?clock=today'").await?;
    let seen = page.inner_text(card).await?;
    ensure!(
        seen.contains("Was scheduled: second half of 2023; this report cannot tell the outcome"),
        "{seen}"
    );
    ensure!(page.inner_text(".counts").await?.contains("11 today"));
    page.click(".as-of label:has([value=report])").await?;
    page.wait_for("location.search === ''").await?;
    ensure!(page.inner_text(".counts").await?.contains("10 on 8 June 2023"));
    Ok(())
}

const ROWS: &str =
    "[...document.querySelectorAll('.facts tbody tr')].map((row) => row.dataset.fact).join()";

async fn search(page: &Page, words: &str) -> Result<()> {
    let field = page.scroll_to(".facts input").await?;
    field.clear().await?;
    field.send_keys(words).await?;
    page.wait_for(&format!("document.querySelector('.facts input').value === '{words}'")).await
}

async fn the_table_is_searched_by_other_names_and_words(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    for other_name in ["Burma", "vietnam", "Laos"] {
        search(&page, other_name).await?;
        page.wait_for("document.querySelectorAll('.facts tbody tr').length === 16").await?;
    }
    search(&page, "East Timor").await?;
    page.wait_for("document.querySelectorAll('.facts tbody tr').length === 0").await?;
    ensure!(page.inner_text(".facts").await?.contains("No fact was found for this search"));
    search(&page, "zardari cambodia").await?;
    page.wait_for(&format!("{ROWS} === 'arf-cambodia'")).await?;
    page.wait_for("location.search === '?q=zardari+cambodia'").await?;
    page.assert("document.activeElement.matches('.facts input')").await?;
    ensure!(page.inner_text(".facts").await?.contains("Facts shown: 1 of 20"));
    Ok(())
}

async fn a_search_that_finds_nothing_is_mended_by_keyboard(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    search(&page, "malasya").await?;
    page.wait_for("document.querySelectorAll('.facts tbody tr').length === 0").await?;
    let offered = page.inner_text(".facts [role=status]").await?;
    ensure!(offered.contains("No fact was found") && offered.contains("“Malaysia”"), "{offered}");
    // Back from its buttons, the reader can type on.
    page.press("\u{E004}\u{E007}").await?;
    page.wait_for("document.querySelectorAll('.facts tbody tr').length === 17").await?;
    page.assert("document.activeElement.matches('.facts input') && document.activeElement.value === 'Malaysia'").await?;
    search(&page, "atlantis").await?;
    page.wait_for("document.querySelectorAll('.facts [role=status] button').length === 1").await?;
    page.press("\u{E004}\u{E007}").await?;
    page.wait_for(
        "document.querySelectorAll('.facts tbody tr').length === 20 && location.search === ''",
    )
    .await?;
    page.assert("document.activeElement.matches('.facts input')").await
}

async fn a_copied_word_finds_what_the_typed_one_finds(page: Page) -> Result<()> {
    page.open(Scenario::Root, "vi/", "ready").await?;
    for (text, count) in
        [("Vie\u{323}\u{302}t\u{A0}Nam", 16), ("VIỆT NAM", 16), ("2022", 3), ("٢٠٢٢", 3)]
    {
        let set = format!(
            "((field) => {{ field.value = '{text}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); return true; }})(document.querySelector('.facts input'))"
        );
        page.read(&set).await?;
        page.wait_for(&format!("document.querySelectorAll('.facts tbody tr').length === {count}"))
            .await?;
    }
    Ok(())
}

async fn the_table_is_sorted_by_its_heads(page: Page) -> Result<()> {
    page.open(Scenario::Root, "", "ready").await?;
    page.click(".facts th:nth-child(3) button").await?;
    page.wait_for("document.querySelector('.facts th:nth-child(3)').getAttribute('aria-sort') === 'ascending'").await?;
    let rows = page.text(ROWS).await?;
    ensure!(rows.starts_with("sectoral-partner,arf-member,"), "{rows}");
    ensure!(rows.ends_with("banking-training"), "{rows}");
    page.assert("document.activeElement.matches('.facts th:nth-child(3) button')").await?;
    page.click(".facts th:nth-child(3) button").await?;
    page.wait_for("location.search === '?sort=-date'").await?;
    let rows = page.text(ROWS).await?;
    ensure!(rows.starts_with("cyber-training,business-conference,"), "{rows}");
    page.assert("document.querySelectorAll('.facts th[aria-sort]').length === 1").await
}

const ROW_IS_SEEN: &str = "document.querySelector('.facts tbody tr').checkVisibility()";

async fn the_table_is_folded_on_a_phone_and_opens(page: Page) -> Result<()> {
    page.open_framed(390, "").await?;
    page.assert(&format!("!({ROW_IS_SEEN})")).await?;
    page.click(".facts summary").await?;
    page.wait_for(ROW_IS_SEEN).await?;
    // The first order is asked for again, and the table stays.
    for _ in 0..2 {
        page.click(".facts th:last-child button").await?;
    }
    page.click(".facts th:first-child button").await?;
    page.click(".facts th:last-child button").await?;
    page.assert(ROW_IS_SEEN).await?;
    page.step_out().await?;
    page.open_framed(390, "?q=zardari").await?;
    page.assert(ROW_IS_SEEN).await?;
    page.step_out().await?;
    page.open_framed(390, "?view=table").await?;
    page.assert(ROW_IS_SEEN).await?;
    page.step_out().await?;
    page.open(Scenario::Root, "", "ready").await?;
    page.assert(ROW_IS_SEEN).await
}

async fn the_evidence_opens_closes_and_gives_the_focus_back(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#MYS", "ready").await?;
    page.click("#MYS [popovertarget=plan-of-action]").await?;
    page.wait_for("document.querySelector('#plan-of-action').matches(':popover-open')").await?;
    let seen = page.inner_text("#plan-of-action").await?;
    for part in ["¶8 of 9", "Radio Pakistan", "8 June 2023", "Copy citation"] {
        ensure!(seen.contains(part), "“{part}” is not in the evidence: {seen}");
    }
    let link = page.text("document.querySelector('#plan-of-action a').href").await?;
    ensure!(
        link.starts_with("https://www.radio.gov.pk/08-06-2023/") && link.contains("#:~:text="),
        "{link}"
    );
    // Escape closes the evidence and leaves the selection.
    page.press("\u{E00C}").await?;
    page.wait_for("!document.querySelector(':popover-open')").await?;
    page.assert("location.hash === '#MYS'").await?;
    page.assert("document.activeElement.matches('#MYS [popovertarget=plan-of-action]')").await?;
    // In the table every fact has its chip.
    page.assert("document.querySelectorAll('.facts tbody [popovertarget]').length === 20").await?;
    page.assert("[...document.querySelectorAll('[popovertarget]')].every((chip) => document.getElementById(chip.getAttribute('popovertarget'))?.popover === 'auto')").await
}

async fn copying_is_answered(page: Page) -> Result<()> {
    page.open(Scenario::Root, "#KHM", "ready").await?;
    page.click_button("Share").await?;
    page.wait_for("document.querySelector('#SHARE').matches(':popover-open')").await?;
    ensure!(page.inner_text("#SHARE").await?.contains("/#KHM"), "the link is not that of the view");
    page.click_button("Copy link").await?;
    page.wait_for("/Link copied|did not allow/.test(document.querySelector('.masthead').innerText)")
        .await
}
