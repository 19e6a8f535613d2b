//! The studio by the keyboard alone: every press goes where the focus is, and the focus goes where Tab leads it.

use anyhow::{Result, ensure};
use e2e::page::Page;
use serde_json::{Value, json};

use crate::studio::open;
use crate::taking::KEEP;
use crate::{ALL, TestCase, cases};

/// The tests of this file.
pub fn tests() -> Vec<TestCase> {
    cases![ALL =>
        the_keyboard_alone_makes_an_atlas,
        a_fact_moves_twice_without_a_way_between_and_the_focus_is_never_lost,
        a_field_that_is_no_part_of_the_draft_keeps_its_own_undo,
    ]
}

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const SPACE: &str = "\u{E00D}";
const DOWN: &str = "\u{E015}";
const SHIFT: &str = "\u{E008}";
const CONTROL: &str = "\u{E009}";

/// How many presses of Tab may lead from one control to any other.
const LONGEST_WAY: usize = 150;

/// Presses Tab, or Shift and Tab, until the focus is at an element: beyond the ends of the page it would leave the page.
async fn go_to(page: &Page, selector: &str) -> Result<()> {
    let is_there = format!("document.activeElement.matches({selector:?})");
    let is_before = format!(
        "document.activeElement.compareDocumentPosition(document.querySelector({selector:?}))
            === Node.DOCUMENT_POSITION_PRECEDING"
    );
    for _ in 0..LONGEST_WAY {
        if page.read(&is_there).await? == json!(true) {
            return Ok(());
        }
        if page.read(&is_before).await? == json!(true) {
            page.act(holding(SHIFT, TAB)).await?;
        } else {
            page.press(TAB).await?;
        }
    }
    let last = page.text("document.activeElement.cloneNode().outerHTML.slice(0, 200)").await?;
    anyhow::bail!("Tab does not lead to {selector}; it ended at {last}")
}

/// Types into a field.
async fn write(page: &Page, selector: &str, text: &str) -> Result<()> {
    go_to(page, selector).await?;
    page.press(text).await
}

/// Presses a button.
async fn press_button(page: &Page, selector: &str) -> Result<()> {
    go_to(page, selector).await?;
    page.press(ENTER).await
}

/// Chooses a value by the arrow keys.
async fn choose(page: &Page, selector: &str, value: &str) -> Result<()> {
    go_to(page, selector).await?;
    let is_chosen = format!("document.querySelector({selector:?}).value === {value:?}");
    for _ in 0..30 {
        if page.read(&is_chosen).await? == json!(true) {
            return Ok(());
        }
        page.press(DOWN).await?;
    }
    anyhow::bail!("the arrow keys do not lead to {value} in {selector}")
}

async fn the_keyboard_alone_makes_an_atlas(page: Page) -> Result<()> {
    open(&page).await?;
    write(&page, "#paste", "Norway opened a road.").await?;
    page.press(&[ENTER, ENTER, "Two wells were dug in Malaysia."].concat()).await?;
    press_button(&page, "#begin").await?;
    page.wait_for("document.querySelectorAll('.text__paragraph').length === 2").await?;
    for (field, text) in [
        ("#sources-0-title", "A road and two wells"),
        ("#sources-0-outlet", "The Fjord Courier"),
        ("#sources-0-published", "8 June 2023"),
        ("#partner-name", "Norway"),
        ("#partner-seat-name", "Oslo"),
        ("#partner-code", "NOR"),
        ("#atlas-title", "Norway and ASEAN"),
        ("#atlas-deck", "What the report says."),
    ] {
        write(&page, field, text).await?;
    }
    write(&page, "#find", "Two wells").await?;
    page.press(ENTER).await?;
    page.wait_for("document.querySelector('#mark:enabled')").await?;
    press_button(&page, "#mark").await?;
    page.wait_for("document.activeElement?.id === 'facts-0-title'").await?;
    page.press("Two wells in Malaysia").await?;
    write(&page, "#facts-0-text", "The report says that two wells were dug in Malaysia.").await?;
    choose(&page, "#facts-0-kind", "project").await?;
    choose(&page, "#facts-0-status", "executed").await?;
    choose(&page, "#facts-0-scope-extent", "named").await?;
    page.wait_for("document.querySelector('#facts-0-scope-places')").await?;
    go_to(&page, "#facts-0-scope-places input").await?;
    let malaysia = "document.activeElement.parentElement.textContent.trim() === 'Malaysia'";
    for _ in 0..11 {
        if page.read(malaysia).await? == json!(true) {
            break;
        }
        page.press(TAB).await?;
    }
    page.press(SPACE).await?;
    go_to(&page, "#facts-0-date ~ .field__check input").await?;
    page.press(SPACE).await?;
    // Undone by the keyboard, the date is asked for again; done again, it is not.
    page.act(holding(CONTROL, "z")).await?;
    page.wait_for("!document.querySelector('#facts-0-date ~ .field__check input').checked").await?;
    page.act(holding(CONTROL, "y")).await?;
    page.wait_for("document.querySelector('#facts-0-date ~ .field__check input').checked").await?;
    // Somebody is added by name, and an amount in words becomes a number, without leaving the fact.
    // What has nothing to choose is not seen.
    page.assert("!document.querySelector('#facts-0-participants-organisations').checkVisibility()")
        .await?;
    write(&page, "#facts-0-people-new", "Anwar Ibrahim").await?;
    page.press(ENTER).await?;
    let added = "document.querySelector('#facts-0-people .field__check')?.textContent";
    page.wait_for(&format!("{added} === 'Anwar Ibrahim'")).await?;
    press_button(&page, "#facts-0-amounts > .form__buttons .button").await?;
    page.wait_for("document.activeElement?.id === 'facts-0-amounts-0-value'").await?;
    page.press("USD 1.5 million").await?;
    page.press(ENTER).await?;
    let value = |field: &str| format!("document.querySelector('#facts-0-amounts-0-{field}').value");
    page.wait_for(&format!("{} === '1500000'", value("value"))).await?;
    page.assert(&format!("{} === 'USD'", value("currency"))).await?;
    // The text does not have that name: advice, which stops nobody.
    press_button(&page, ".tabs .tab:nth-child(6)").await?;
    page.wait_for("document.querySelector('.check--advice')?.textContent.includes('“Anwar”')")
        .await?;
    press_button(&page, ".tabs .tab:nth-child(7)").await?;
    page.wait_for("document.querySelector('#publish-html:enabled')").await?;
    page.read(KEEP).await?;
    press_button(&page, "#publish-html").await?;
    page.wait_for("saved.length === 1").await?;
    let html = page.text("new TextDecoder().decode(new Uint8Array(saved[0].bytes))").await?;
    for told in
        ["Two wells in Malaysia", "Norway and ASEAN", "8 June 2023", "1\u{202F}500\u{202F}000"]
    {
        ensure!(html.contains(told), "the atlas does not say {told}");
    }
    Ok(())
}

/// Returns the press of a key while another is held.
fn holding(held: &str, key: &str) -> Value {
    let step = |kind: &str, key: &str| json!({ "type": kind, "value": key });
    json!([{ "type": "key", "id": "keys", "actions": [
        step("keyDown", held), step("keyDown", key), step("keyUp", key), step("keyUp", held),
    ] }])
}

/// Opens the example at one of its facts, from 0.
async fn open_fact(page: &Page, fact: usize) -> Result<()> {
    open(page).await?;
    press_button(page, "#example").await?;
    page.wait_for("document.querySelector('.facts__open')").await?;
    press_button(page, &format!(".facts__item:nth-child({}) button", fact + 1)).await?;
    page.wait_for(&format!("document.querySelector('#facts-{fact}-up')")).await
}

/// Waits until the focus is at the element with an id.
async fn wait_for_focus(page: &Page, id: &str) -> Result<()> {
    page.wait_for(&format!("document.activeElement.id === {id:?}")).await
}

async fn a_fact_moves_twice_without_a_way_between_and_the_focus_is_never_lost(
    page: Page,
) -> Result<()> {
    open_fact(&page, 2).await?;
    press_button(&page, "#facts-2-up").await?;
    wait_for_focus(&page, "facts-1-up").await?;
    page.press(ENTER).await?;
    // The first fact cannot go up: its form has the focus.
    wait_for_focus(&page, "facts-0").await?;
    press_button(&page, ".fact-form > .form__buttons .button:not([id])").await?;
    wait_for_focus(&page, "facts").await
}

async fn a_field_that_is_no_part_of_the_draft_keeps_its_own_undo(page: Page) -> Result<()> {
    open_fact(&page, 0).await?;
    let title = "document.querySelector('#facts-0-title').value";
    let before = page.text(title).await?;
    write(&page, "#facts-0-title", "!").await?;
    let changed = page.text(title).await?;
    write(&page, "#missing-text", "x").await?;
    page.act(holding(CONTROL, "z")).await?;
    ensure!(page.text(title).await? == changed, "the title was undone from another field");
    // In a field of the draft the same keys undo it.
    go_to(&page, "#facts-0-text").await?;
    page.act(holding(CONTROL, "z")).await?;
    page.wait_for(&format!("{title} === {before:?}")).await
}
